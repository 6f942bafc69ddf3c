// Every operation of the seller once. Operation, input, and what the answer must show; later ones rely on earlier ones.

import assert from 'node:assert/strict';

import { AGENT } from '../harness.mjs';
import { is, known, learn } from './checks.mjs';

/** What no operation makes. */
export async function plant(world) {
  await world.plant('ad-server-source', { adServer: 'freewheel', sourceId: 'ads', syncRuns: 12 });
  await world.plant('modular-source', { sourceId: 'mod' });
  await world.plant('work-item', { sourceId: 'mod', kind: 'GENERAL', title: 'Call the station' });
}

const FREEWHEEL = { sourceId: 'ads', type: 'freewheel', clientId: 'client', clientSecret: 'fw-secret-1' };

export const STEPS = [
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
