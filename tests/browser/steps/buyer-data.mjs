// The buyer's operations on what an advertiser knows: places, people, events, measurements, goods. They follow `buyer.mjs`.

import assert from 'node:assert/strict';

import { all, is, known, learn, nothing } from './checks.mjs';

const HASH = 'a'.repeat(64);
const TIME = '2026-03-15T14:30:00-05:00';
const WEEK = { geo: 'Atlanta', timeWindowStart: '2026-01-06', timeWindowEnd: '2026-01-12' };
const APP = { type: 'apple_tv_bundle', value: 'com.netflix.Netflix' };

const advertiser = (more = {}) => ({ advertiserId: known.advertiser, ...more });
/** Operations that want the advertiser a second time, in the body. */
const twice = (more) => advertiser({ account: { account_id: known.advertiser }, ...more });
/** The audiences' name for the advertiser. */
const account = (more = {}) => ({ accountId: known.advertiser, ...more });
const list = (more = {}) => advertiser({ listId: known.list, ...more });
const notification = () => ({ notificationId: known.notification });

const actions = (rows) => rows.map(({ action }) => action);

/** Only a sales agent reads a list at this address, with a token of its own, which the service gives it during discovery. */
async function withReader(world) {
  const { authToken } = await world.plant('property-list-token', { listId: known.list });
  known.reader = authToken;
  return { listId: known.list };
}

async function withNotification(world) {
  const { notificationId } = await world.plant('notification', { type: 'campaign.unhealthy', status: 'warning', brandAgentId: 7 });
  known.notification = notificationId;
  return { types: ['campaign.unhealthy', 'creative.sync_failed'], brandAgentId: 7, limit: 10 };
}

const PLACES = [
  ['checkPropertyList', () => ({ domains: ['nytimes.com', 'www.cnn.com', 'doubleclick.net'] }), all(({ summary }) => assert.equal(summary.remove, 1), learn('report', ({ reportId }) => reportId))],
  ['getPropertyListCheckReport', () => ({ reportId: known.report }), ({ summary }) => assert.equal(summary.total, 3)],
  ['createPropertyList', () => advertiser({ name: 'News', purpose: 'include', domains: ['nytimes.com'], identifiers: [APP] }), learn('list', ({ listId }) => listId)],
  ['listPropertyLists', () => advertiser({ purpose: 'include', take: 10 }), ({ propertyLists }) => assert.equal(propertyLists[0].name, 'News')],
  ['getPropertyList', () => list(), ({ identifiers }) => assert.deepEqual(identifiers[1], { ...APP, type: 'ios_bundle' })],
  ['updatePropertyList', () => list({ domains: ['a.example'] }), is('domains', ['a.example'])],
  ['resolvePropertyList', withReader, ({ identifiers }) => assert.deepEqual(identifiers, [{ type: 'domain', value: 'a.example' }]), () => known.reader],
  ['deletePropertyList', () => list(), nothing],
];

const MEMBERS = ['u-1', 'u-2', 'u-3', 'u-4'].map((externalId) => ({ externalId, hashedEmail: HASH }));

const PEOPLE = [
  ['syncAudiences', () => account({ audiences: [{ audienceId: 'crm', name: 'CRM', add: MEMBERS, consentBasis: 'consent' }] }), learn('task', ({ taskId }) => taskId)],
  ['getTask', () => ({ taskId: known.task }), ({ task }) => assert.deepEqual([task.status, task.response.member_count], ['completed', 4])],
  ['getAudience', () => account({ audienceId: 'crm' }), is('uploadedCount', 4)],
  ['listAudiences', () => account({ take: 10 }), ({ audiences }) => assert.equal(audiences[0].name, 'CRM')],
];

const EVENT = { event_id: 'e-1', event_type: 'purchase', event_time: TIME, user_match: { hashed_email: HASH }, custom_data: { value: 12.5, currency: 'USD' } };

const EVENTS = [
  ['syncEventSources', () => twice({ event_sources: [{ event_source_id: 'pixel', event_types: ['purchase'] }] }), ({ event_sources }) => assert.deepEqual(actions(event_sources), ['created'])],
  ['logEvent', () => advertiser({ event_source_id: 'pixel', events: [EVENT] }), is('events_processed', 1)],
  ['listEventSources', () => advertiser({ take: 10 }), ({ eventSources }) => assert.equal(eventSources[0].health.status, 'receiving')],
  ['getEventSummary', () => advertiser({ startHour: '2026-03-15T19:00:00Z', endHour: '2026-03-15T20:00:00Z' }), is('totalEventCount', 1)],
];

const MEASUREMENT = { start_time: '2026-03-01T00:00:00Z', end_time: '2026-03-08T00:00:00Z', metric_id: 'revenue', metric_value: 8450.75, unit: 'currency', currency: 'USD', campaign_id: 'camp_456', source: 'advertiser' };
const SOURCE = { sourceKey: 'mmm', name: 'Mix model', outcomeType: 'sales_volume', granularity: 'dma_week', cadence: 'weekly', provider: 'analysts' };
const RECORD = { ...WEEK, outcomeType: 'sales_volume', value: 1250, source: 'mmm' };

const MEASURING = [
  ['syncMeasurementData', () => advertiser({ measurements: [MEASUREMENT] }), ({ measurements }) => assert.deepEqual(actions(measurements), ['created'])],
  ['createMeasurementSource', () => advertiser(SOURCE), is('status', 'pending')],
  ['listMeasurementSources', () => advertiser({ status: 'pending' }), ({ sources }) => assert.equal(sources[0].sourceKey, 'mmm')],
  ['uploadMeasurementRecords', () => advertiser({ records: [RECORD] }), is('created', 1)],
  ['listMeasurementRecords', () => advertiser({ geos: ['Atlanta', 'Richmond'], startDate: '2026-01-06' }), ({ records }) => assert.equal(records[0].value, 1250)],
  ['uploadContextRecords', () => advertiser({ records: [{ ...WEEK, promoActive: true }] }), is('created', 1)],
  ['getMeasurementFreshness', () => advertiser({ flightStart: '2026-01-06', flightEnd: '2026-01-19', geos: ['Atlanta'] }), ({ sources }) => assert.equal(sources[0].geos[0].missing, 1)],
  ['createTestCohort', () => advertiser({ name: 'Q1', cohortType: 'geo', role: 'CONTROL', definition: { type: 'geo', geos: ['US'] } }), ({ cohort }) => assert.equal(cohort.role, 'CONTROL')],
  ['listTestCohorts', () => advertiser({ role: 'CONTROL', isActive: true }), ({ cohorts }) => assert.equal(cohorts[0].name, 'Q1')],
];

const CATALOG = { catalog_id: 'goods', type: 'product', name: 'Goods', items: [{ item_id: 'sku-1', title: 'Tea' }] };
const ORDER = { resourceType: 'CATALOG', resourceId: 'goods', adcpAgentIds: ['agent_bramble'], enabled: true };

const GOODS = [
  ['syncCatalogs', () => twice({ catalogs: [CATALOG] }), ({ results }) => assert.deepEqual(actions(results), ['created'])],
  ['listCatalogs', () => advertiser({ type: 'product' }), ({ catalogs }) => assert.equal(catalogs[0].itemCount, 1)],
  ['syndicate', () => advertiser(ORDER), ([order]) => assert.equal(order.catalogId, 'goods')],
  ['getSyndicationStatus', () => advertiser({ resourceType: 'CATALOG', enabled: true }), ({ items }) => assert.equal(items[0].status, 'COMPLETED')],
];

const NEWS = [
  ['listNotifications', withNotification, ({ notifications }) => assert.equal(notifications[0].id, known.notification)],
  ['readNotification', notification, is('success', true)],
  ['acknowledgeNotification', notification, ({ notificationId }) => assert.equal(notificationId, known.notification)],
  ['readAllNotifications', () => ({ brandAgentId: 7 }), nothing],
];

export const STEPS = [PLACES, PEOPLE, EVENTS, MEASURING, GOODS, NEWS].flat();
