// A browser, pages that note everything they should not do, and the emulator's control plane.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const { EMULATOR_URL, CHROMIUM = '/usr/bin/chromium' } = process.env;
assert.ok(EMULATOR_URL, 'EMULATOR_URL must be the address of an emulator that serves www/dist.');

export const BASE = EMULATOR_URL.replace(/\/$/, '');
export const API = '/api/v2/storefront';
const SHOTS = new URL('../../target/page/', import.meta.url).pathname;

let browser;

/** Starts the browser of a test file. */
export async function start() {
  await mkdir(SHOTS, { recursive: true });
  browser = await chromium.launch({ executablePath: CHROMIUM });
}

/** Ends it. */
export async function stop() {
  await browser?.close();
}

/** Subtests that build on one another: after one has failed, the rest would only wait for what cannot come. */
export function steps(t) {
  let isBroken = false;
  return (name, run) =>
    t.test(name, { skip: isBroken && 'an earlier step failed' }, async () => {
      isBroken = true;
      await run();
      isBroken = false;
    });
}

/** A tab of its own, with what was noted about it. */
export async function open(options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const notes = { complaints: [], refusals: [], said: [], secrets: new Set() };
  // The page's own policy would report nothing to a listener that comes later.
  await page.addInitScript(() => {
    globalThis.violations = [];
    const note = ({ violatedDirective, blockedURI }) =>
      globalThis.violations.push(`${violatedDirective} ${blockedURI}`);
    document.addEventListener('securitypolicyviolation', note);
  });
  page.on('pageerror', (error) => notes.complaints.push(`uncaught: ${error.stack}`));
  page.on('console', (message) => note(notes, message));
  return { context, page, notes };
}

/** The browser itself reports refused requests as errors; those a test provokes are compared by the test. */
function note(notes, message) {
  const text = message.text();
  notes.said.push(text);
  if (message.type() !== 'error' && message.type() !== 'warning') return;
  const path = URL.canParse(message.location().url) ? new URL(message.location().url).pathname : '';
  const reason = /^Failed to load resource: .*?(\d{3}|net::\w+)/.exec(text)?.[1];
  if (reason && path.includes('/api/')) notes.refusals.push(`${reason} ${path}`);
  else notes.complaints.push(`${message.type()}: ${text}`);
}

/** Nothing may have been complained about, and only what is listed may have been refused. */
export async function expectQuiet({ page, notes }, refusals = []) {
  assert.deepEqual(notes.complaints, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual([...new Set(notes.refusals)].sort(), [...refusals].sort());
}

/** The view has no accessibility violation that axe finds; of all rules, or only of some. */
export async function expectAccessible(page, rules) {
  // The mode for pages with frames opens a tab for every look, which takes as long as the look itself.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
  assert.deepEqual(found, []);
}

/** Takes a picture for people to look at. */
export async function shot(page, name) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${SHOTS}${name}.png`, fullPage: true, animations: 'disabled' });
}

/** No secret is anywhere in the page, in what it stores, or in what it said. */
export async function expectNoSecrets({ page, notes }, { whileTyping = false } = {}) {
  assert.ok(notes.secrets.size > 0, 'there are secrets to look for');
  const places = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    text: document.body.innerText,
    address: location.href,
    title: document.title,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    cookies: document.cookie,
    values: JSON.stringify([...document.querySelectorAll('input, textarea, select')].map(({ value }) => value)),
  }));
  if (whileTyping) delete places.values;
  places.console = notes.said.join('\n');
  for (const secret of notes.secrets) {
    for (const [place, text] of Object.entries(places))
      assert.ok(!text.includes(secret), `a secret is in the page's ${place}`);
  }
}

/** Asks the emulator's control plane. */
export async function control(token, command, body) {
  const answer = body
    ? await fetch(`${BASE}/emulator/${command}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token, ...body }),
      })
    : await fetch(`${BASE}/emulator/${command}?token=${encodeURIComponent(token)}`);
  assert.ok(answer.ok, `${command}: ${answer.status}`);
  return answer.json();
}

/** Connects to the emulator with the demo token of the visit, which is returned. */
export async function connect(tab, { address = '' } = {}) {
  const { page, notes } = tab;
  await page.goto(`${BASE}/${address}`);
  const token = await page.getByLabel('Demo token').inputValue();
  notes.secrets.add(token);
  // The service's limit would be reached by a browser that clicks so fast.
  await control(token, 'settings', { rateLimit: 0, activationDelayMs: 0 });
  await page.getByRole('button', { name: 'Connect' }).click();
  return token;
}

/** Connects, and finds a storefront in place. */
export async function connectWithStorefront(tab, { address = '', name = 'Harbour Lights' } = {}) {
  const { page, notes } = tab;
  await page.goto(`${BASE}/`);
  const token = await page.getByLabel('Demo token').inputValue();
  notes.secrets.add(token);
  await control(token, 'settings', { rateLimit: 0, activationDelayMs: 0 });
  await send(token, 'POST', '', { name, publisherDomain: 'harbour-lights.example' });
  if (address) await page.evaluate((hash) => history.replaceState(null, '', hash), address);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
  return token;
}

/** Calls the API past the page, to prepare a test. */
export async function send(token, method, path, body) {
  const answer = await fetch(`${BASE}${API}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}

/** A source past the page. */
export function addSource(
  token,
  name,
  { authenticationType = 'API_KEY', auth = { type: 'bearer', token: 'good' } } = {},
) {
  const body = {
    name,
    type: 'SALES',
    endpointUrl: 'https://agent.harbour-lights.example/mcp',
    protocol: 'MCP',
    authenticationType,
  };
  const needsAuth = authenticationType !== 'NO_AUTH' && authenticationType !== 'OAUTH';
  return send(token, 'POST', '/inventory-sources', needsAuth ? { ...body, auth } : body);
}

/** The field with a label, whatever kind of control it is. */
export function field(page, label) {
  return page.getByLabel(label, { exact: true }).and(page.locator('input, textarea, select'));
}

/** Types into a field, and remembers what is typed as a secret. */
export async function typeSecret({ page, notes }, label, value) {
  notes.secrets.add(value);
  await field(page, label).fill(value);
}

/** The message at a field. */
export function message(page, key) {
  return page.locator(`[data-field="${key}"] .message`);
}

/** Fills what every source needs. */
export async function describeAgent(page, { name, type = 'Sales', host = 'agent.nightjar.example', protocol = 'MCP' }) {
  await field(page, 'Name').fill(name);
  await page.getByRole('radio', { name: type, exact: true }).check();
  await field(page, 'Endpoint address').fill(`https://${host}/mcp`);
  await page.getByRole('radio', { name: protocol, exact: true }).check();
}
