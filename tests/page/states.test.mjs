// What the page does when the service does not: every kind of error, slow answers, hidden tabs, wrong addresses.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  API,
  BASE,
  addSource,
  connect,
  connectWithStorefront,
  control,
  describeAgent,
  expectAccessible,
  expectNoSecrets,
  expectQuiet,
  field,
  message,
  open,
  shot,
  start,
  stop,
  typeSecret,
} from './harness.mjs';

before(start);
after(stop);

const LIST = `${API}/inventory-sources`;
const READING = { method: 'GET', pathSuffix: '/inventory-sources' };
const ADDING = { method: 'POST', pathSuffix: '/inventory-sources' };

const FAILURES = [
  { fault: { kind: 'html' }, title: 'The answer could not be understood', text: 'an HTML page', refusal: '502' },
  { fault: { kind: 'drop' }, title: 'No answer came', text: 'got no answer', refusal: 'net::ERR_EMPTY_RESPONSE' },
  { fault: { kind: 'hang' }, title: 'The answer took too long', text: 'no complete answer within', refusal: null },
  { fault: { kind: 'status', status: 503 }, title: 'The service has a problem', text: '503', refusal: '503' },
];

// They do not meet: every test has a world and a tab of its own.
describe('when the service does not answer as hoped', { concurrency: 4 }, () => {
  describe('errors are told in plain words, and can be tried again', { concurrency: 4 }, () => {
    for (const { fault, title, text, refusal } of FAILURES) {
      test(fault.kind, async () => {
        const tab = await open();
        const { page } = tab;
        const token = await connectWithStorefront(tab);
        await page.clock.install();
        await control(token, 'faults', { match: READING, times: 0, fault });
        await page.getByRole('link', { name: 'Inventory', exact: true }).click();
        const waiting = page.getByRole('status').filter({ hasText: 'Loading the inventory sources…' });
        if (fault.kind === 'hang') await waiting.waitFor();
        const notice = page.getByRole('alert').filter({ hasText: title });
        await until(page, notice);
        await notice.getByText(text).first().waitFor();
        await expectAccessible(page);
        await shot(page, `error-${fault.kind}`);
        await clearFaults(token);
        await notice.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('heading', { name: 'No inventory source yet' }).waitFor();
        await expectQuiet(tab, refusal ? [`${refusal} ${LIST}`] : []);
      });
    }

    test('a refusal that trying again would not change offers no such button', async () => {
      const tab = await open();
      const { page } = tab;
      const token = await connectWithStorefront(tab);
      await control(token, 'faults', {
        match: READING,
        fault: { kind: 'status', status: 403, code: 'FORBIDDEN', message: 'Not for you.' },
      });
      await page.getByRole('link', { name: 'Inventory', exact: true }).click();
      const notice = page.getByRole('alert').filter({ hasText: 'The token does not allow this' });
      await notice.getByText('Not for you.').waitFor();
      assert.equal(await notice.getByRole('button').count(), 0);
      await expectQuiet(tab, [`403 ${LIST}`]);
    });
  });

  test('what the service says about a field is shown at the field', async () => {
    const tab = await open();
    const { page } = tab;
    await connectWithStorefront(tab, { address: '#/sources/new' });
    await describeAgent(page, { name: 'Stranger', host: 'unregistered.example.com' });
    await page.getByRole('radio', { name: 'API key' }).check();
    await typeSecret(tab, 'Key or token', 'key-of-a-stranger');
    await page.getByRole('button', { name: 'Add source' }).click();
    const text = 'The agent at this address is not registered with AAO.';
    await message(page, 'endpointUrl').getByText(text).waitFor();
    assert.equal(await field(page, 'Endpoint address').evaluate((input) => input === document.activeElement), true);
    assert.equal(await field(page, 'Endpoint address').getAttribute('aria-invalid'), 'true');
    assert.deepEqual(
      await page
        .getByRole('alert')
        .filter({ hasText: 'The service refused this. Please look at:' })
        .getByRole('button')
        .allTextContents(),
      ['Endpoint address'],
    );
    await expectAccessible(page);
    await shot(page, 'source-refused');
    await expectNoSecrets(tab, { whileTyping: true });
    await field(page, 'Endpoint address').fill('https://agent.nightjar.example/mcp');
    assert.equal(
      await message(page, 'endpointUrl').textContent(),
      '',
      'it concerned what was sent, not what is there now',
    );
    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    await expectNoSecrets(tab);
    await expectQuiet(tab, [`400 ${LIST}`]);
  });

  test('an answer that was lost leaves a doubt, which is told; and nothing is sent twice', async () => {
    const tab = await open();
    const { page } = tab;
    const token = await connectWithStorefront(tab, { address: '#/sources/new' });
    await describeAgent(page, { name: 'Doubtful' });
    await page.getByRole('radio', { name: 'API key' }).check();
    await typeSecret(tab, 'Key or token', 'key-in-doubt');
    await control(token, 'faults', { match: ADDING, when: 'after', fault: { kind: 'drop' } });
    await page.getByRole('button', { name: 'Add source' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'No answer came' });
    await notice.getByText('The source may have been added all the same').waitFor();
    await expectAccessible(page);
    assert.equal((await control(token, 'effects')).createInventorySource, 1);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('alert')
      .getByText('an inventory source with this sourceId already exists', { exact: false })
      .waitFor();
    await field(page, 'Name').fill('Certain');
    const adding = await hold(page, 'POST');
    await field(page, 'Name').press('Enter');
    await page.getByRole('button', { name: 'Adding…' }).click({ force: true });
    await field(page, 'Name').press('Enter');
    adding.release();
    await page.getByRole('heading', { level: 1, name: 'Certain' }).waitFor();
    assert.equal(adding.count(), 1);
    assert.equal((await control(token, 'effects')).createInventorySource, 2);
    await expectNoSecrets(tab);
    await expectQuiet(tab, [`409 ${LIST}`, `net::ERR_EMPTY_RESPONSE ${LIST}`]);
  });

  test('a hidden tab asks for nothing, and goes on when it is shown', async () => {
    const tab = await open();
    const { page } = tab;
    const token = await connectWithStorefront(tab);
    await addSource(token, 'Slow', { auth: { type: 'bearer', token: 'wrong' } });
    await page.clock.install();
    await page.evaluate(() => (location.hash = '#/sources/of/slow'));
    await page.getByRole('heading', { name: 'Connecting to the agent' }).waitFor();
    let asked = 0;
    page.on('request', () => (asked += 1));
    const wasAsked = page.waitForRequest((request) => request.url().endsWith('/slow'));
    await page.clock.fastForward(1_600);
    await wasAsked;
    await show(page, false);
    await page.waitForFunction(() => document.hidden);
    asked = 0;
    await page.clock.fastForward(120_000);
    assert.equal(asked, 0);
    const askedAgain = page.waitForRequest((request) => request.url().endsWith('/slow'));
    await show(page, true);
    await askedAgain;
    await page.getByRole('link', { name: 'Readiness', exact: true }).click();
    await page.getByRole('heading', { name: 'What to do' }).waitFor();
    asked = 0;
    await page.clock.fastForward(120_000);
    assert.equal(asked, 0, 'nor does a view that was left');
    await expectQuiet(tab);
  });

  test('an outage while a source is followed is told, and forgotten when it is over', async () => {
    const tab = await open();
    const { page } = tab;
    const token = await connectWithStorefront(tab);
    await addSource(token, 'Patient', { authenticationType: 'OAUTH' });
    await page.evaluate(() => (location.hash = '#/sources/of/patient'));
    await page.getByRole('heading', { name: 'Waiting for your consent' }).waitFor();
    await page.clock.install();
    await control(token, 'faults', {
      match: { pathSuffix: '/patient' },
      times: 0,
      fault: { kind: 'status', status: 503 },
    });
    await until(page, page.getByRole('alert').filter({ hasText: 'Asking again by itself.' }));
    await clearFaults(token);
    await page.clock.fastForward(16_000);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expectQuiet(tab, [`503 ${LIST}/patient`]);
  });

  test('connecting: the client says what is wrong with an address, and the service what is wrong with a token', async () => {
    const tab = await open();
    const { page, notes } = tab;
    await page.goto(`${BASE}/`);
    await page.getByRole('radio', { name: 'Your own address and token' }).check();
    await field(page, 'Base URL').fill('http://proxy.example');
    await page.getByRole('button', { name: 'Connect' }).click();
    await message(page, 'baseUrl').getByText('baseUrl must be an https:// address or a path').waitFor();
    assert.equal(await field(page, 'Base URL').evaluate((input) => input === document.activeElement), true);
    await field(page, 'Base URL').fill('');
    await typeSecret(tab, 'Token', 'scope3_tenant_revoked');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('alert').filter({ hasText: 'The service does not accept the token' }).waitFor();
    assert.equal(await field(page, 'Token').getAttribute('aria-invalid'), 'true');
    assert.equal(await field(page, 'Token').evaluate((input) => input === document.activeElement), true);
    await expectAccessible(page);
    await shot(page, 'connect-refused');
    await expectNoSecrets(tab, { whileTyping: true });
    await field(page, 'Token').fill('');
    notes.secrets.clear();
    await field(page, 'Base URL').fill('/proxy');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('navigation', { name: 'Sections' }).waitFor();
    assert.match(await page.locator('.place').innerText(), /Connected\s+127\.0\.0\.1:\d+\/proxy/);
    // The world behind the proxy is one for all tests: whether it has a storefront is not known here.
    await expectQuiet(tab, [`401 ${API}`, ...notes.refusals.filter((one) => one === `404 /proxy${API}`).slice(0, 1)]);
  });

  test('connecting: an address that the policy of the page forbids is explained', async () => {
    const tab = await open();
    const { page, notes } = tab;
    await page.goto(`${BASE}/`);
    await page.getByRole('radio', { name: 'Your own address and token' }).check();
    await field(page, 'Base URL').fill('https://api.interchange.invalid');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('alert').getByText('content security policy').waitFor({ timeout: 20_000 });
    const violations = await page.evaluate(() => globalThis.violations);
    assert.ok(
      violations.length > 0 && violations.every((one) => one.startsWith('connect-src https://api.interchange.invalid')),
      violations.join(),
    );
    assert.ok(
      notes.complaints.every(
        (one) => one.includes('Content Security Policy') || one.includes('Content-Security-Policy'),
      ),
      notes.complaints.join(),
    );
  });

  test('a page that is reloaded has forgotten the token', async () => {
    const tab = await open();
    const { page } = tab;
    await connect(tab);
    await page.getByRole('heading', { name: 'Find your brand' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Set up your storefront' }).waitFor();
    await expectNoSecrets(tab);
    await expectQuiet(tab, [`404 ${API}`]);
  });
});

/** Lets the page's time run fast until something is there: the client waits between attempts, and for answers. */
async function until(page, locator) {
  while (!(await locator.isVisible())) {
    await page.clock.fastForward(5_000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/** Holds requests of a method back, and counts them. */
async function hold(page, method) {
  let count = 0;
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/api/**', async (route) => {
    if (route.request().method() === method) {
      count += 1;
      await released;
    }
    await route.continue();
  });
  return { release, count: () => count };
}

async function clearFaults(token) {
  await fetch(`${BASE}/emulator/faults?token=${encodeURIComponent(token)}`, { method: 'DELETE' });
}

function show(page, isShown) {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isShown);
}
