// Every operation of the table once, from the page to the emulator and back: the request that arrives is the one that
// `prepare` shows, and the answer comes out of its envelope.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { AGENT, World, call, openBrowser } from './harness.mjs';

let browser;
let page;
const world = new World();

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
  await world.settings({ activationDelayMs: 0, rateLimit: 0 });
  await world.plant('ad-server-source', { adServer: 'freewheel', sourceId: 'ads', syncRuns: 12 });
  await world.plant('modular-source', { sourceId: 'mod' });
  await world.plant('work-item', { sourceId: 'mod', kind: 'GENERAL', title: 'Call the station' });
});
after(() => browser.close());

/** What has been learnt from earlier answers and later inputs need. */
const known = {};

const FREEWHEEL = { sourceId: 'ads', type: 'freewheel', clientId: 'client', clientSecret: 'fw-secret-1' };

/** Operation, input, and what the answer must show. Later ones rely on earlier ones. */
const STEPS = [
  ['resolveBrand', () => ({ domain: 'unknown-brand.example' }), (brand) => assert.equal(brand.resolved, false)],
  ['discoverAgents', () => ({ domain: 'example.com', refresh: true }), (found) => assert.equal(typeof found, 'object')],
  ['createOwnStorefront', () => ({ name: 'Acme Media', publisherDomain: 'acme.example' }), is('name', 'Acme Media')],
  ['getOwnStorefront', () => ({}), is('name', 'Acme Media')],
  ['updateOwnStorefront', () => ({ name: 'Acme', defaultCurrency: 'USD' }), is('defaultCurrency', 'USD')],
  ['updateOwnStorefrontCapabilities', () => ({ setupIntent: 'third_party_connect' }), is('name', 'Acme')],
  ['getStorefrontReadiness', () => ({}), (readiness) => assert.ok(Array.isArray(readiness.checks))],
  ['createInventorySource', () => ({ ...AGENT, sourceId: 'open agent/1' }), is('status', 'ACTIVE')],
  ['listInventorySources', () => ({}), (sources) => assert.equal(sources.length, 3)],
  ['getInventorySource', () => ({ sourceId: 'open agent/1' }), is('sourceId', 'open agent/1')],
  ['updateInventorySource', () => ({ sourceId: 'open agent/1', status: 'DISABLED' }), is('status', 'DISABLED')],
  ['getInventorySourceDiagnostics', () => ({ sourceId: 'open agent/1', windowHours: 24 }), (found) => assert.ok(found.window)],
  ['deleteInventorySource', () => ({ sourceId: 'open agent/1' }), (nothing) => assert.equal(nothing, undefined)],
  ['getInventorySourceEsa', () => ({ sourceId: 'ads' }), (connection) => assert.ok(connection.adServer)],
  ['getInventorySourceEsaStatus', () => ({ sourceId: 'ads', includeSyncHistory: true, syncHistoryLimit: 2 }), (status) => assert.ok(status.adapter)],
  ['listInventorySourceEsaSyncHistory', () => ({ sourceId: 'ads', limit: 5 }), (history) => assert.equal(history.runs.length, 5)],
  ['launchInventorySourceEsa', () => ({ sourceId: 'ads', path: '/products' }), (launch) => assert.match(launch.url, /^http/)],
  ['putInventorySourceAdServer', () => FREEWHEEL, (connection) => assert.equal(connection.adServer.type, 'freewheel')],
  ['patchInventorySourceAdServer', () => FREEWHEEL, (connection) => assert.equal(connection.adServer.type, 'freewheel')],
  ['rotateInventorySourceAdapterCredentials', () => FREEWHEEL, (connection) => assert.equal(connection.adServer.type, 'freewheel')],
  ['testInventorySourceEsaConnection', () => ({ sourceId: 'ads' }), is('success', true)],
  ['refreshInventorySourceEsa', () => ({ sourceId: 'ads' }), is('status', 'started')],
  ['deactivateInventorySourceEsa', () => ({ sourceId: 'ads' }), (connection) => assert.ok(connection.deactivatedAt)],
  ['reactivateInventorySourceEsa', () => ({ sourceId: 'ads' }), is('deactivatedAt', null)],
  ['getModularInventorySourceReadiness', () => ({ sourceId: 'mod' }), learn('module', (found) => found.modules[0].moduleInstanceId)],
  ['previewModularInventorySourceAvailsUpload', () => ({ sourceId: 'mod', file: CSV }), (preview) => assert.equal(typeof preview, 'object')],
  ['ingestModularInventorySourceAvailsFeed', () => ({ sourceId: 'mod', confirmed: true, avails: [AVAIL] }), (found) => assert.equal(typeof found, 'object')],
  ['listModularInventorySourceProducts', () => ({ sourceId: 'mod' }), (found) => assert.ok(JSON.stringify(found).includes('avail-1'))],
  ['getModularInventoryCapabilities', () => ({ sourceId: 'mod' }), (found) => assert.equal(typeof found, 'object')],
  ['searchModularInventorySelectors', () => ({ sourceId: 'mod', selectorType: 'site', limit: 2 }), (found) => assert.equal(typeof found, 'object')],
  ['listModularInventorySourceWorkItems', () => ({ sourceId: 'mod', status: ['OPEN', 'BLOCKED'] }), learn('item', (found) => found.items[0].id)],
  ['getModularInventorySourceWorkItem', () => ({ sourceId: 'mod', workItemId: known.item }), (found) => assert.ok(JSON.stringify(found).includes(known.item))],
  ['updateModularInventorySourceWorkItem', () => ({ sourceId: 'mod', workItemId: known.item, status: 'IN_PROGRESS', assignedTo: null }), is('ok', true)],
  ['completeModularInventorySourceWorkItem', () => ({ sourceId: 'mod', workItemId: known.item, notes: 'done' }), is('ok', true)],
  ['reserveModularInventoryProduct', () => ({ ...BOOKING, requestedImpressions: 100, holdMinutes: 5 }), (found) => assert.equal(typeof found, 'object')],
  ['finalizeModularInventoryBooking', () => BOOKING, (found) => assert.equal(typeof found, 'object')],
  ['releaseModularInventoryBooking', () => BOOKING, (found) => assert.equal(typeof found, 'object')],
  ['updateModularInventorySourceModuleConfig', () => ({ ...MODULE(), config: { label: 'Feed' } }), (found) => assert.ok(found.modules)],
  ['createModularInventorySourceModuleCredential', () => CREDENTIAL('mc-secret-1'), (found) => assert.equal(typeof found, 'object')],
  ['rotateModularInventorySourceModuleCredential', () => CREDENTIAL('mc-secret-2'), (found) => assert.equal(typeof found, 'object')],
  ['revokeModularInventorySourceModuleCredential', () => ({ ...MODULE(), credentialKind: 'API_KEY' }), (found) => assert.equal(typeof found, 'object')],
];

const CSV = 'availId,name,collectionId,collectionName,startTime,endTime,impressionsCapacity\n';
const AVAIL = {
  collectionId: 'c',
  collectionName: 'Evening',
  formatOptions: [{ format_kind: 'video_vast', params: {} }],
  publisherProperties: [{ selection_type: 'all', publisher_domain: 'acme.example' }],
  availId: 'avail-1',
  name: 'Evening spot',
  startTime: '2027-02-05T00:00:00Z',
  endTime: '2027-02-06T00:00:00Z',
  impressionsCapacity: 1000,
};
const BOOKING = { sourceId: 'mod', availId: 'avail-1', mediaBuyId: 'mb-1', buyerCustomerId: '7' };
const MODULE = () => ({ sourceId: 'mod', moduleInstanceId: known.module });
const CREDENTIAL = (key) => ({ ...MODULE(), credentialKind: 'API_KEY', auth: { key } });

function is(name, value) {
  return (answer) => assert.equal(answer[name], value);
}

function learn(name, look) {
  return (answer) => {
    known[name] = look(answer);
    assert.ok(known[name], name);
  };
}

test('every operation is called', async () => {
  const operations = await page.evaluate(() => globalThis.web.operations().map(({ id }) => id));
  assert.deepEqual(STEPS.map(([operation]) => operation).sort(), operations.sort());
});

for (const [operation, input, check] of STEPS) {
  test(operation, async () => {
    const given = input();
    const { value, error } = await call(page, world, operation, given);
    assert.equal(error?.message, undefined);
    check(value);

    const prepared = await page.evaluate(
      ({ operation, given, token }) => {
        const request = globalThis.web.prepare(operation, given, { baseUrl: '', token });
        return { ...request.toJSON(), names: Object.keys(request.headers).map((name) => name.toLowerCase()) };
      },
      { operation, given, token: world.token },
    );
    const arrived = (await world.requests()).at(-1);
    assert.equal(arrived.method, prepared.method);
    const [path, query] = prepared.url.split('?');
    assert.equal(arrived.path, path);
    assert.deepEqual(arrived.query, Object.fromEntries(new URLSearchParams(query)));
    for (const name of prepared.names) assert.ok(arrived.headers.includes(name), name);
    if (prepared.body === undefined) {
      const isForm = operation === 'previewModularInventorySourceAvailsUpload';
      assert.match(arrived.contentType ?? '', isForm ? /^multipart\/form-data; boundary=/ : /^$/);
    } else {
      assert.equal(arrived.contentType, 'application/json');
      assert.deepEqual(withoutSecrets(arrived.body), withoutSecrets(prepared.body));
    }
  });
}

test('nothing was logged and nothing went wrong unseen', () => assert.deepEqual(page.log, []));

/** The emulator writes *** where the package writes $NAME; of an object of credentials it shows the names. */
function withoutSecrets(body) {
  const hidden = JSON.stringify(body).replace(/"(\*\*\*|\$[A-Z_]+)"/g, '"hidden"');
  return JSON.parse(hidden.replace('"auth":{"key":"hidden"}', '"auth":"hidden"'));
}
