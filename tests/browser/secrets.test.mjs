// Secrets: every credential that a call can carry, searched for in everything that a call can show.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { AGENT, World, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

const JWT = {
  type: 'jwt',
  privateKey: '-----BEGIN PRIVATE KEY-----\nQUIET-1-private-"key"\n-----END PRIVATE KEY-----',
  issuer: 'i',
  subject: 's',
  keyId: 'k',
  scope: 'sc',
  tokenEndpointUrl: 'https://auth.example.com/token',
  audienceUrl: 'https://agent.example.com',
};

/**
 * Inputs that hold credentials, right and wrong ones. Every credential has QUIET in it, and must not be seen anywhere. What
 * has UNSAID in it is no credential, and may be repeated by the service, but not by an issue of ours.
 */
const INPUTS = [
  ['createInventorySource', { ...AGENT, authenticationType: 'API_KEY', auth: { type: 'bearer', token: 'QUIET-2-bearer' } }],
  ['createInventorySource', { ...AGENT, authenticationType: 'BASIC_AUTH', auth: { type: 'basic', username: 'u', password: 'QUIET-3-password' } }],
  ['createInventorySource', { ...AGENT, authenticationType: 'JWT', auth: JWT }],
  ['createInventorySource', { ...AGENT, authenticationType: 'OAUTH', auth: { type: 'bearer', token: 'QUIET-4-conflict' } }],
  ['createInventorySource', { ...AGENT, authenticationType: 'JWT', auth: { type: 'bearer', token: 'QUIET-5-variant' } }],
  ['createInventorySource', { ...AGENT, authenticationType: 'API_KEY', auth: { type: 'UNSAID-6-tag', token: 'QUIET-7-token' } }],
  ['createInventorySource', { ...AGENT, authenticationType: 'UNSAID-8-enum', name: 'UNSAID-9'.repeat(99) }],
  ['createInventorySource', { ...AGENT, endpointUrl: 'UNSAID-10 is no address', apiToken: 'QUIET-11-unknown-field' }],
  ['createInventorySource', { ...AGENT, authenticationType: 'JWT', auth: { ...JWT, password: 'QUIET-12-unknown-inside' } }],
  ['updateInventorySource', { sourceId: 's', auth: { type: 'apikey', token: 'QUIET-13-rotation' } }],
  ['putInventorySourceAdServer', { sourceId: 's', type: 'freewheel', clientId: 'c', clientSecret: 'QUIET-14-client-secret' }],
  ['putInventorySourceAdServer', { sourceId: 's', type: 'freewheel', username: 'u', password: 'QUIET-15-password' }],
  ['rotateInventorySourceAdapterCredentials', { sourceId: 's', type: 'springserve', apiToken: 'QUIET-16-api-token' }],
  ['patchInventorySourceAdServer', { sourceId: 's', type: 'adswizz', apiKey: 'QUIET-17-api-key', agencyId: 1, defaultCurrency: 'ZAR' }],
  ['createModularInventorySourceModuleCredential', { sourceId: 's', moduleInstanceId: 'm', credentialKind: 'OAUTH', auth: { any: { deep: ['QUIET-18-deep'] } } }],
];

/** What the checks say about an input. */
function said({ operation, input }) {
  const { schema, validate } = globalThis.web;
  const { issues } = schema(operation)['~standard'].validate(input);
  return JSON.stringify([validate(operation, input), issues, schema(operation).fieldsFor(input)]);
}

/** Everything that a page can show of a call. */
async function shown({ operation, input, token, fault }) {
  const { Interchange, prepare } = globalThis.web;
  const shown = [];
  const events = [];
  const show = (what) => shown.push(typeof what === 'string' ? what : JSON.stringify(what));
  try {
    const prepared = prepare(operation, input, { token, headers: { 'X-Api-Key': 'QUIET-19-header' } });
    show(prepared);
    show(prepared.toCurl());
    show({ ...prepared });
    console.log(prepared);
  } catch (error) {
    show(error);
    show(`${error}\n${error.stack}`);
  }
  const echoing = async (request) => {
    const body = await request.clone().text();
    const echo = `<html>${request.headers.get('Authorization')} ${body}</html>`;
    if (fault === 'html') return new Response(echo, { status: 502 });
    const error = { code: 'VALIDATION_ERROR', message: `refused: ${body}`, details: { echo, issues: [{ path: ['x'], message: echo }] } };
    return new Response(JSON.stringify({ data: null, error }), { status: 400 });
  };
  const client = new Interchange({
    token,
    retries: 0,
    validation: 'off',
    fetch: echoing,
    onRequest: (event) => events.push(event),
    onResponse: (event) => events.push(event),
  });
  const { error } = await globalThis.outcome(client.call(operation, input));
  console.log(client, error);
  show(error);
  show(error.shown);
  show(client);
  show(events);
  return shown.join('\n');
}

for (const [index, [operation, input]] of INPUTS.entries()) {
  test(`${operation} ${index + 1} shows no credential`, async () => {
    assert.doesNotMatch(await page.evaluate(said, { operation, input }), /QUIET|UNSAID/);
    for (const fault of ['refusal', 'html']) {
      const text = await page.evaluate(shown, { operation, input, token: 'scope3_QUIET-20_token', fault });
      assert.ok(text.length > 100);
      const at = text.search(/QUIET/);
      assert.equal(at, -1, text.slice(Math.max(0, at - 200), at + 80));
    }
  });
}

test('the console saw none either', () => {
  assert.ok(page.log.length > 0);
  assert.ok(!page.log.some((line) => line.includes('QUIET')), page.log.find((line) => line.includes('QUIET')));
});

test('the service gets every one of them', async () => {
  const world = new World();
  await world.settings({ activationDelayMs: 0 });
  const [, input] = INPUTS[0];
  const status = await page.evaluate(async ({ token, input }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const { sourceId } = await client.inventorySources.create(input);
    return (await client.inventorySources.get({ sourceId })).status;
  }, { token: world.token, input });
  assert.equal(status, 'ACTIVE');
});
