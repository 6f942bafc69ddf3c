// The way from nothing to a storefront with sources of every kind of authentication.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  API,
  BASE,
  connect,
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
  steps,
  stop,
  typeSecret,
} from './harness.mjs';

before(start);
after(stop);

const KEY = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----';

test('from connecting to a list of active sources', async (t) => {
  const tab = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, context, notes } = tab;
  const step = steps(t);
  let token;
  let typed;

  await step('connects with a token of its own, held in memory only', async () => {
    const wasm = page.waitForResponse((response) => response.url().endsWith('.wasm'));
    const document = await page.goto(BASE);
    const policy = document.headers()['content-security-policy'];
    assert.equal(policy, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
    assert.equal((await wasm).headers()['content-type'], 'application/wasm');
    await page.getByRole('heading', { level: 1, name: 'Set up your storefront' }).waitFor();
    assert.match(await page.getByLabel('Demo token').inputValue(), /^scope3_demo-\w+_secret$/);
    assert.equal(await page.getByLabel('Demo token').getAttribute('type'), 'password');
    await expectAccessible(page);
    await shot(page, 'connect');
    token = await connect(tab);
    await control(token, 'settings', { activationDelayMs: 300 });
    await page.getByRole('heading', { level: 2, name: 'Find your brand' }).waitFor();
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent),
      'Storefront',
      'the heading has the focus',
    );
    await expectNoSecrets(tab);
  });

  await step('resolves the brand and creates the storefront', async () => {
    await field(page, 'Brand domain').fill('nobody.example');
    await page.getByRole('button', { name: 'Find brand' }).click();
    await page.getByRole('heading', { name: 'No profile for nobody.example' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Make a profile' }).getAttribute('rel'), 'noopener noreferrer');
    await field(page, 'Brand domain').fill('https://www.nightjar.example/about');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nightjar Media' }).waitFor();
    assert.ok(await page.locator('.logo img').evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
    assert.equal(await field(page, 'Name').inputValue(), 'Nightjar Media');
    await field(page, 'Settlement currency optional').fill('euro');
    await field(page, 'Name').focus();
    await message(page, 'defaultCurrency').getByText('defaultCurrency must be a currency code').waitFor();
    await expectAccessible(page);
    await shot(page, 'brand');
    await field(page, 'Settlement currency optional').fill('EUR');
    await page.getByRole('button', { name: 'Create storefront' }).click();
    await page.getByText('The storefront was created.').waitFor();
    await page.getByText('Add the agent that answers buyers’ requests.').waitFor();
    await expectAccessible(page);
    await shot(page, 'storefront');
  });

  await step('shows mistakes at their fields and goes to the first', async () => {
    await page.getByRole('link', { name: 'Add a source' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add an inventory source' }).waitFor();
    assert.equal(await page.locator('.message:not(:empty)').count(), 0, 'nothing is wrong before anything was done');
    await field(page, 'Endpoint address').fill('agent.nightjar.example');
    assert.equal(await message(page, 'endpointUrl').textContent(), '', 'not while the field is being filled in');
    await field(page, 'Name').focus();
    const wrong = 'endpointUrl must be a complete web address that begins with https:// or http://.';
    await message(page, 'endpointUrl').getByText(wrong).waitFor();
    await page.getByText(/^Not ready to send: \d+ things are missing or wrong\.$/).waitFor();
    await page.getByRole('radio', { name: 'API key' }).check();
    await page.getByRole('button', { name: 'Add source' }).click();
    assert.equal(await field(page, 'Name').evaluate((input) => input === document.activeElement), true);
    const input = field(page, 'Name');
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.equal(await input.getAttribute('aria-required'), 'true');
    const described = await input.evaluate((element) =>
      element
        .getAttribute('aria-describedby')
        .split(' ')
        .map((id) => document.getElementById(id).textContent),
    );
    assert.ok(described.includes('name is required.'), described.join());
    const expected = {
      name: 'name is required.',
      type: 'type is required.',
      endpointUrl: wrong,
      protocol: 'protocol is required.',
      'auth.token': 'auth.token is required.',
    };
    for (const [key, text] of Object.entries(expected)) assert.equal(await message(page, key).textContent(), text);
    const summary = page.getByRole('alert').filter({ hasText: 'Nothing was sent.' });
    assert.deepEqual(await summary.getByRole('button').allTextContents(), [
      'Name',
      'Type of agent',
      'Endpoint address',
      'Protocol',
      'Key or token',
    ]);
    assert.equal((await control(token, 'effects')).createInventorySource ?? 0, 0);
    await expectAccessible(page);
    await shot(page, 'source-mistakes');
    await summary.getByRole('button', { name: 'Protocol' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.value), 'MCP', 'the summary leads to the field');
  });

  await step('shows the request as it is sent, without the secret', async () => {
    await describeAgent(page, { name: 'Nightjar Sales Agent' });
    assert.equal(await message(page, 'name').textContent(), '', 'a corrected field is not wrong any more');
    assert.equal(await field(page, 'Name').getAttribute('aria-invalid'), 'false');
    await typeSecret(tab, 'Key or token', 'sk-live-4711-nightjar');
    await page.getByRole('button', { name: 'Show what is typed' }).click();
    assert.equal(await field(page, 'Key or token').getAttribute('type'), 'text');
    await page.getByRole('button', { name: 'Show what is typed' }).click();
    assert.equal(await field(page, 'Key or token').getAttribute('type'), 'password');
    const panel = page.getByRole('tabpanel');
    const shown = JSON.parse(await panel.locator('pre').textContent());
    assert.equal(shown.auth.token, '$AUTH_TOKEN');
    await page.getByRole('tab', { name: 'cURL' }).click();
    const curl = await panel.textContent();
    assert.match(curl, new RegExp(`^curl -X POST 'http://127\\.0\\.0\\.1:\\d+${API}/inventory-sources'`));
    assert.match(curl, /Authorization: Bearer \$TOKEN/);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), curl);
    await expectNoSecrets(tab, { whileTyping: true });
    await expectAccessible(page);
    await shot(page, 'source-request');
    typed = await field(page, 'Key or token').elementHandle();
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST'),
      page.getByRole('button', { name: 'Add source' }).click(),
    ]);
    assert.deepEqual(request.postDataJSON(), { ...shown, auth: { ...shown.auth, token: 'sk-live-4711-nightjar' } });
  });

  await step('follows the source to ACTIVE', async () => {
    await page.getByRole('heading', { level: 1, name: 'Nightjar Sales Agent' }).waitFor();
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    assert.equal(
      await typed.evaluate(({ value }) => value),
      '',
      'the field is empty, although it is no longer in the page',
    );
    await expectNoSecrets(tab);
    await expectAccessible(page);
    await shot(page, 'source-active');
    // Waiting has been seen now.
    await control(token, 'settings', { activationDelayMs: 0 });
  });

  await step('adds an OAUTH source, with consent in another tab', async () => {
    await addFrom(page, { name: 'Signals Partner', type: 'Signal', protocol: 'A2A' });
    await page.getByRole('radio', { name: 'OAuth consent' }).check();
    assert.equal(await page.locator('[data-field^="auth."]').count(), 0, 'there is no credential to ask for');
    await page.getByRole('button', { name: 'Add source' }).click();
    const link = page.getByRole('link', { name: /Continue at the agent’s sign-in/ });
    await link.waitFor();
    assert.match(await link.getAttribute('rel'), /noopener/);
    await expectAccessible(page);
    await shot(page, 'source-consent');
    const [popup] = await Promise.all([context.waitForEvent('page'), link.click()]);
    assert.equal(await popup.evaluate(() => window.opener), null);
    await popup.getByRole('button', { name: 'Allow' }).click();
    await popup.getByRole('heading', { name: 'Access allowed' }).waitFor();
    await popup.close();
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
  });

  await step('adds a JWT source', async () => {
    await addFrom(page, { name: 'Token Partner', type: 'Outcome' });
    await page.getByRole('radio', { name: 'Signed token (JWT)' }).check();
    assert.equal(await field(page, 'Private key').evaluate(({ tagName }) => tagName), 'TEXTAREA');
    assert.equal(
      await page.locator('.message:not(:empty)').count(),
      0,
      'fields that have just appeared are not wrong yet',
    );
    await field(page, 'Token endpoint').fill('nowhere');
    await page.getByRole('button', { name: 'Add source' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'auth.privateKey');
    await message(page, 'auth.tokenEndpointUrl')
      .getByText('auth.tokenEndpointUrl must be a complete web address')
      .waitFor();
    await typeSecret(tab, 'Private key', KEY);
    for (const [label, value] of Object.entries({
      Issuer: 'nightjar',
      Subject: 'interchange',
      'Key ID': 'key-1',
      Scope: 'buy',
    })) {
      await field(page, label).fill(value);
    }
    await field(page, 'Token endpoint').fill('https://agent.nightjar.example/token');
    await field(page, 'Audience').fill('https://agent.nightjar.example');
    await field(page, 'Algorithm optional').selectOption('ES256');
    await expectNoSecrets(tab, { whileTyping: true });
    await expectAccessible(page);
    await shot(page, 'source-jwt');
    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    // The line breaks of the key would hide it from a search for the whole.
    notes.secrets.add('MIGHAgEAMBMGByqGSM49');
    await expectNoSecrets(tab);
  });

  await step('adds a BASIC_AUTH source', async () => {
    await addFrom(page, { name: 'Password Partner', type: 'Creative' });
    await page.getByRole('radio', { name: 'API key' }).check();
    await typeSecret(tab, 'Key or token', 'typed-by-mistake');
    await page.getByRole('radio', { name: 'User name and password' }).check();
    await field(page, 'User name').fill('nightjar');
    await typeSecret(tab, 'Password', 'pass-word-0815');
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST'),
      page.getByRole('button', { name: 'Add source' }).click(),
    ]);
    assert.deepEqual(request.postDataJSON().auth, { type: 'basic', username: 'nightjar', password: 'pass-word-0815' });
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    await expectNoSecrets(tab);
  });

  await step('adds a NO_AUTH source, which is active at once', async () => {
    await addFrom(page, { name: 'Open Partner', type: 'Sales' });
    await page.getByRole('radio', { name: 'No authentication' }).check();
    await page.getByText('More options').click();
    await field(page, 'Source ID optional').fill('open/partner?');
    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByRole('status').getByRole('heading', { name: 'Active' }).waitFor();
    assert.equal(new URL(page.url()).hash, '#/sources/of/open%2Fpartner%3F');
  });

  await step('lists them all', async () => {
    await page.getByRole('link', { name: 'Inventory', exact: true }).click();
    const rows = page.getByRole('table', { name: 'Inventory sources' }).getByRole('row');
    await rows.nth(5).waitFor();
    const cells = await rows.nth(2).getByRole('cell').allTextContents();
    assert.deepEqual(cells.slice(0, 5), ['Signals Partnersignals-partner', 'Active', 'Signal', 'A2A', 'OAuth consent']);
    assert.match(cells[5], /^\w{3} \d+, \d{4}$/);
    await expectAccessible(page);
    await shot(page, 'sources');
  });

  await step('forgets everything when disconnected', async () => {
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('heading', { level: 1, name: 'Set up your storefront' }).waitFor();
    assert.notEqual(await page.getByLabel('Demo token').inputValue(), token, 'the next visit has another world');
    await expectNoSecrets(tab);
    assert.equal(await page.getByText('Nightjar').count(), 0);
  });

  await expectQuiet(tab, [`404 ${API}`]);
  assert.equal((await control(token, 'effects')).createInventorySource, 5);
});

async function addFrom(page, agent) {
  await page.getByRole('link', { name: 'Inventory', exact: true }).click();
  await page.getByRole('link', { name: 'Add source' }).click();
  await describeAgent(page, agent);
}
