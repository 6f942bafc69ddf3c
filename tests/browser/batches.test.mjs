// Lists that are longer than one request may hold.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { World, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

/** Sends measured values in parts, in the page. `spoil` makes one of them wrong. */
function send(world, { count, from, spoil, retries = 0 }) {
  return page.evaluate(async ({ token, count, from, spoil, retries }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '', retries });
    globalThis.advertiser ??= {};
    const own = (globalThis.advertiser[token] ??= await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' }));
    const measurements = Array.from({ length: count }, (_, index) => ({
      start_time: '2026-01-01T00:00:00Z', end_time: '2026-01-08T00:00:00Z', metric_id: 'conversions', metric_value: index,
      unit: 'count', advertiser_id: own.id,
    }));
    if (spoil !== undefined) measurements[spoil].start_time = 'yesterday';
    const steps = [];
    const onProgress = ({ done, total }) => steps.push([done, total]);
    const input = { advertiserId: own.id, measurements };
    return { ...(await globalThis.outcome(client.sendAll('syncMeasurementData', input, { from, onProgress }))), steps };
  }, { token: world.token, count, from, spoil, retries });
}

const sent = async (world) => (await world.requests()).filter(({ path }) => path.endsWith('/measurement-data/sync')).length;

test('is cut at the limit and sent part by part', async () => {
  const world = new World();
  const { value, error, steps } = await send(world, { count: 2_300 });
  assert.equal(error, undefined, error?.shown);
  assert.deepEqual([value.total, value.accepted, value.unknown], [2_300, 2_300, 0]);
  assert.deepEqual(value.answers.map(({ from, count }) => [from, count]), [[0, 1_000], [1_000, 1_000], [2_000, 300]]);
  assert.deepEqual(steps, [[1_000, 2_300], [2_000, 2_300], [2_300, 2_300]]);
  assert.equal(await sent(world), 3);
});

test('nothing is sent when an item of a later part is wrong, and the mistake is named in the whole list', async () => {
  const world = new World();
  const { error } = await send(world, { count: 2_300, spoil: 2_200 });
  assert.deepEqual([error.name, error.total], ['InvalidInputError', 1]);
  assert.deepEqual(error.issues[0].path, ['measurements', 2_200, 'start_time']);
  assert.match(error.message, /^syncMeasurementData was not sent\. measurements\[2200\]\.start_time must be /);
  assert.equal(await sent(world), 0);
});

test('a part that fails says what was accepted and what is unknown; the rest can be sent later', async () => {
  const world = new World();
  await send(world, { count: 1 });
  const before = await sent(world);
  await world.fault({ kind: 'drop' }, { times: 1, when: 'after', match: { pathSuffix: '/measurement-data/sync' } });
  const first = await send(world, { count: 2_300 });
  assert.equal(first.error.name, 'UnreachableError');
  assert.deepEqual([first.error.progress.accepted, first.error.progress.unknown, first.error.progress.total], [0, 1_000, 2_300]);
  const { value } = await send(world, { count: 2_300, from: 1_000 });
  assert.deepEqual([value.accepted, value.answers.map(({ from }) => from)], [2_300, [1_000, 2_000]]);
  assert.equal((await sent(world)) - before, 3);
});

test('an audience goes out in parts of 10,000 members, one audience at a time', async () => {
  const world = new World();
  const seen = await page.evaluate(async (token) => {
    const { outcome, web } = globalThis;
    const client = new web.Interchange({ token, baseUrl: '' });
    const { id: accountId } = await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    const add = Array.from({ length: 10_001 }, (_, index) => ({ externalId: `m${index}`, hashedEmail: 'a'.repeat(64) }));
    const audience = { audienceId: 'loyal', name: 'Loyal', add };
    const done = await client.sendAll('sync_audiences', { accountId, audiences: [audience] });
    const two = await outcome(client.sendAll('syncAudiences', { accountId, audiences: [audience, audience] }));
    const both = await outcome(client.sendAll('syncAudiences', { accountId, audiences: [{ ...audience, remove: [{ externalId: 'x' }] }] }));
    const none = await outcome(client.sendAll('createCampaign', {}));
    return { counts: done.answers.map(({ count }) => count), wrong: [two, both, none].map(({ error }) => error.issues[0].path) };
  }, world.token);
  assert.deepEqual(seen, { counts: [10_000, 1], wrong: [['audiences'], ['audiences', 0, 'remove'], ['operation']] });
});

test('members that were hashed go out in their batches', async () => {
  const world = new World();
  const seen = await page.evaluate(async (token) => {
    const { outcome, web } = globalThis;
    const client = new web.Interchange({ token, baseUrl: '' });
    const { id: accountId } = await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    const rows = (count) => Array.from({ length: count }, (_, index) => ({ externalId: `m${index}`, email: `m${index}@example.com` }));
    const report = await web.hashMembers(rows(10_001), { batchSize: 4_000 });
    const input = { accountId, audiences: [{ audienceId: 'loyal', name: 'Loyal', add: report }] };
    const done = await client.sendAll('sync_audiences', input);
    const rest = await client.sendAll('sync_audiences', input, { from: 8_000 });
    const between = await outcome(client.sendAll('sync_audiences', input, { from: 1 }));
    const none = { ...input, audiences: [{ audienceId: 'loyal', name: 'Loyal', add: await web.hashMembers([]) }] };
    const [empty, one] = [await client.sendAll('sync_audiences', none), { ...input, audiences: [{ audienceId: 'loyal', add: await web.hashMembers(rows(3), { batchSize: 2 }) }] }];
    return {
      counts: [done, rest, empty].map(({ answers }) => answers.map(({ count }) => count)),
      wrong: between.error.issues[0].message,
      body: JSON.parse(new TextDecoder().decode(web.prepare('syncAudiences', one).body)).audiences[0].add.map(({ externalId }) => externalId),
    };
  }, world.token);
  assert.deepEqual(seen, {
    counts: [[4_000, 4_000, 2_001], [2_001], []],
    wrong: 'from must be where one of the batches begins.',
    body: ['m0', 'm1', 'm2'],
  });
});

test('events that the service does not take are named by their places in the whole list', async () => {
  const world = new World();
  const seen = await page.evaluate(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const { id: advertiserId } = await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    const source = { event_source_id: 'shop', event_types: ['purchase'] };
    await client.eventSources.sync({ advertiserId, account: { account_id: advertiserId }, event_sources: [source] });
    const events = Array.from({ length: 10_002 }, (_, index) => ({
      event_id: `e${index}`, event_type: index === 10_001 ? 'lead' : 'purchase', event_time: '2026-03-15T14:30:00-05:00',
    }));
    return client.sendAll('log_event', { advertiserId, event_source_id: 'shop', events });
  }, world.token);
  assert.deepEqual([seen.accepted, seen.answers.length], [10_002, 2]);
  assert.deepEqual(seen.refused.map(({ index, id, code }) => [index, id, code]), [[10_001, 'e10001', 'EVENT_TYPE_NOT_ALLOWED']]);
});

test('the page gets its turn while a long list is checked', async () => {
  const world = new World();
  const turns = await page.evaluate(async (token) => {
    let [turns, sent] = [0, 0];
    const client = new globalThis.web.Interchange({ token, baseUrl: '', onRequest: ({ operation }) => (sent += operation === 'logEvent') });
    const { id: advertiserId } = await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    const events = Array.from({ length: 40_000 }, (_, index) => ({
      event_id: `e${index}`, event_type: 'purchase', event_time: '2026-03-15T14:30:00-05:00', event_source_url: `https://shop.example.com/${index}`,
    }));
    // Tasks of the priority of input: what the page's user does comes between the slices.
    const count = () => sent === 0 && scheduler.postTask(() => count((turns += 1)), { priority: 'user-blocking', delay: 1 });
    count();
    await globalThis.outcome(client.sendAll('log_event', { advertiserId, event_source_id: 'none', events }));
    return turns;
  }, world.token);
  assert.ok(turns > 5, `${turns} turns`);
});
