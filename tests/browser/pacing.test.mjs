// Pacing, concurrency, deadlines, shared requests: many calls at a time.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { World, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

test('1,000 calls at once go out in order, under the limit, six at a time, and none is refused', async () => {
  const world = new World();
  await world.settings({ rateLimit: 400, rateWindowMs: 2_000 });
  const seen = await page.evaluate(async (token) => {
    const [order, statuses] = [[], new Set()];
    let [underWay, most] = [0, 0];
    const onRequest = ({ url }) => {
      order.push(Number(new URL(url, location).searchParams.get('offset')));
      most = Math.max(most, (underWay += 1));
    };
    const onResponse = ({ status }) => {
      statuses.add(status);
      underWay -= 1;
    };
    const client = new globalThis.web.Interchange({ token, baseUrl: '', onRequest, onResponse });
    const calls = Array.from({ length: 1_000 }, (_, offset) => client.advertisers.list({ offset }));
    await Promise.all(calls);
    return { inOrder: order.every((offset, index) => offset === index), most, sent: order.length, statuses: [...statuses] };
  }, world.token);
  assert.deepEqual(seen, { inOrder: true, most: 6, sent: 1_000, statuses: [200] });
});

test('a refusal by the limiter slows the whole client down, and nothing is lost', async () => {
  const world = new World();
  await world.fault({ kind: 'retry-after', status: 429, seconds: 1 }, { times: 2 });
  const seen = await page.evaluate(async (token) => {
    const statuses = [];
    const began = performance.now();
    const onResponse = ({ status }) => statuses.push([status, performance.now() - began > 900]);
    const client = new globalThis.web.Interchange({ token, baseUrl: '', concurrency: 2, onResponse });
    await Promise.all(Array.from({ length: 8 }, () => client.inventorySources.list()));
    return statuses;
  }, world.token);
  assert.deepEqual(seen.filter(([status]) => status === 429).length, 2);
  assert.ok(seen.slice(2).every(([status, later]) => status === 200 && later), JSON.stringify(seen));
});

test('a call that waits for its turn can be given up, and lets the others pass', async () => {
  const world = new World();
  await world.settings({ rateLimit: 2, rateWindowMs: 1_500 });
  const seen = await page.evaluate(async (token) => {
    const { outcome, web } = globalThis;
    const client = new web.Interchange({ token, baseUrl: '', concurrency: 1 });
    await client.inventorySources.list();
    await client.inventorySources.list();
    const controller = new AbortController();
    const given = outcome(client.inventorySources.list({}, { signal: controller.signal }));
    const late = outcome(client.inventorySources.list({}, { deadline: 200 }));
    const patient = outcome(client.inventorySources.list());
    controller.abort('changed my mind');
    return Promise.all([given, late, patient]);
  }, world.token);
  const [given, late, patient] = seen;
  assert.deepEqual([given.error.name, given.error.reason, given.error.attempts, given.error.cause], ['AbandonedError', 'aborted', 0, 'changed my mind']);
  assert.deepEqual([late.error.name, late.error.reason, late.error.attempts], ['AbandonedError', 'timeout', 0]);
  assert.match(late.error.message, /within 200 ms/);
  assert.deepEqual(patient.value, []);
});

test('a deadline bounds a call with all its attempts', async () => {
  const world = new World();
  await world.fault({ kind: 'hang' }, { times: 9 });
  const { error } = await page.evaluate((token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    return globalThis.outcome(client.inventorySources.list({}, { timeout: 120, retries: 9, deadline: 500 }));
  }, world.token);
  assert.deepEqual([error.name, error.reason], ['AbandonedError', 'timeout']);
  assert.ok(error.attempts > 1 && error.attempts < 6, `${error.attempts} attempts`);
});

test('equal calls that change nothing share a request, and none of them shares the answer', async () => {
  const world = new World();
  const seen = await page.evaluate(async (token) => {
    let requests = 0;
    const client = new globalThis.web.Interchange({ token, baseUrl: '', coalesce: true, onRequest: () => (requests += 1) });
    const [one, two, other] = await Promise.all([
      client.advertisers.list({ limit: 2 }), client.advertisers.list({ limit: 2 }), client.advertisers.list({ limit: 3 }),
    ]);
    one.items.push('mine');
    const together = requests;
    await client.advertisers.list({ limit: 2 });
    return { together, requests, mine: two.items.length, other: other.items.length };
  }, world.token);
  assert.deepEqual(seen, { together: 2, requests: 3, mine: 0, other: 0 });
});

test('one who gives up a shared request takes it from nobody else', async () => {
  const world = new World();
  await world.fault({ kind: 'delay', ms: 300 }, { times: 2 });
  const seen = await page.evaluate(async (token) => {
    const { outcome, web } = globalThis;
    let requests = 0;
    const client = new web.Interchange({ token, baseUrl: '', coalesce: true, onRequest: () => (requests += 1) });
    const controller = new AbortController();
    const impatient = outcome(client.advertisers.list({}, { signal: controller.signal }));
    const patient = outcome(client.advertisers.list({}));
    setTimeout(() => controller.abort(), 50);
    const [given, kept] = await Promise.all([impatient, patient]);
    const alone = new AbortController();
    const last = outcome(client.advertisers.list({}, { signal: alone.signal }));
    setTimeout(() => alone.abort(), 50);
    return { given: given.error?.reason, kept: kept.value?.items, last: (await last).error?.reason, requests };
  }, world.token);
  assert.deepEqual(seen, { given: 'aborted', kept: [], last: 'aborted', requests: 2 });
});

test('measures what it sends where that is asked for, without credentials', async () => {
  const world = new World();
  const entries = await page.evaluate(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '', measure: true });
    await client.inventorySources.list();
    return performance.getEntriesByType('measure').map(({ name, duration, detail }) => ({ name, took: duration > 0, detail }));
  }, world.token);
  assert.equal(entries.length, 1);
  const { detail, ...entry } = entries[0];
  assert.deepEqual(entry, { name: 'interchange listInventorySources', took: true });
  assert.deepEqual(detail, { operation: 'listInventorySources', method: 'GET', url: detail.url, attempt: 1, status: 200 });
  assert.ok(!JSON.stringify(entries).includes(world.token));
});

test('another origin is asked for its leave once and not for each request, and equal reads do not wait for each other', async () => {
  const seen = { OPTIONS: 0, GET: 0, POST: 0 };
  let [underWay, most] = [0, 0];
  const headers = {
    'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization, content-type', 'Access-Control-Max-Age': '600',
  };
  const server = createServer(({ method }, response) => {
    seen[method] += 1;
    if (method === 'OPTIONS') return response.writeHead(204, headers).end();
    most = Math.max(most, (underWay += 1));
    setTimeout(() => {
      underWay -= 1;
      response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end('{"data":{"id":"1","items":[]}}');
    }, 50);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const baseUrl = `http://127.0.0.1:${server.address().port}`;
    await page.evaluate(async (baseUrl) => {
      const client = new globalThis.web.Interchange({ token: 'scope3_x', baseUrl });
      for (let again = 0; again < 5; again += 1) await client.advertisers.get({ advertiserId: '1' });
      for (let again = 0; again < 5; again += 1) await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    }, baseUrl);
    const before = { ...seen };
    await page.evaluate(async (baseUrl) => {
      const client = new globalThis.web.Interchange({ token: 'scope3_x', baseUrl });
      await Promise.all(Array.from({ length: 5 }, () => client.advertisers.get({ advertiserId: '3' })));
    }, baseUrl);
    assert.deepEqual([before, most], [{ OPTIONS: 2, GET: 5, POST: 5 }, 5]);
  } finally {
    server.close();
  }
});
