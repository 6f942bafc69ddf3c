// What surrounds a repetition: tokens, observers, turns. What is repeated, `faults.test.mjs` has.

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

test('a token function is asked once for simultaneous calls, and again after a 401', async () => {
  const world = new World();
  const asked = await page.evaluate(async ({ origin, good }) => {
    const asked = [];
    const token = async (failed) => {
      asked.push(failed ?? 'none');
      return failed ? good : 'scope3_x_expired';
    };
    const client = new globalThis.web.Interchange({ token, baseUrl: origin });
    await Promise.all([1, 2, 3].map(() => client.inventorySources.list()));
    return asked;
  }, { origin: world.origin, good: world.token });
  assert.deepEqual(asked, ['none', 'scope3_x_expired']);
});

test('observers are told of repetitions', async () => {
  const world = new World();
  await world.fault({ kind: 'status', status: 503 }, { times: 1 });
  const told = await page.evaluate(async ({ origin, token }) => {
    const told = [];
    const onRetry = ({ operation, attempt, wait, error }) => told.push([operation, attempt, typeof wait, error.status]);
    await new globalThis.web.Interchange({ token, baseUrl: origin, onRetry }).inventorySources.list();
    return told;
  }, { origin: world.origin, token: world.token });
  assert.deepEqual(told, [['listInventorySources', 1, 'number', 503]]);
});

test('a call whose token failed does not take the answer to a question asked before', async () => {
  const world = new World();
  const asked = await page.evaluate(async ({ origin, good }) => {
    const asked = [];
    const answers = [];
    const token = (failed) => {
      asked.push(failed ?? 'none');
      if (failed) return good;
      // The second question is open until the first call has been refused.
      return asked.length === 1 ? 'scope3_x_expired' : new Promise((resolve) => answers.push(resolve));
    };
    const onResponse = ({ status }) => status === 401 && setTimeout(() => answers[0]('scope3_x_expired'), 300);
    const client = new globalThis.web.Interchange({ token, baseUrl: origin, onResponse });
    const first = client.inventorySources.list();
    await null;
    await Promise.all([first, new Promise((resolve) => setTimeout(resolve)).then(() => client.inventorySources.list())]);
    return asked;
  }, { origin: world.origin, good: world.token });
  assert.deepEqual(asked.slice(0, 3), ['none', 'none', 'scope3_x_expired']);
});

test('the outcome of a write is not unknown when the attempt that was given up was never sent', async () => {
  const world = new World();
  await world.fault({ kind: 'retry-after', status: 429, seconds: 0 }, { times: 1 });
  const [name, attempts, outcome] = await page.evaluate(async ({ origin, good, agent }) => {
    let asked = 0;
    const token = () => ((asked += 1) === 1 ? good : new Promise(() => undefined));
    const client = new globalThis.web.Interchange({ token, baseUrl: origin, timeout: 1_000, retries: 1 });
    const { error } = await globalThis.outcome(client.inventorySources.create(agent));
    return [error.name, error.attempts, error.outcome];
  }, { origin: world.origin, good: world.token, agent: { ...AGENT, sourceId: 'made' } });
  assert.deepEqual([name, attempts, outcome], ['AbandonedError', 1, undefined]);
});

test('what the runtime makes no request of is refused at once', async () => {
  const came = await page.evaluate(async () => {
    const client = new globalThis.web.Interchange({ token: 'scope3_x_y', baseUrl: 'https://example.com:99999' });
    const started = performance.now();
    const { error } = await globalThis.outcome(client.inventorySources.list());
    return { name: error.name, attempts: error.attempts, soon: performance.now() - started < 5_000 };
  });
  assert.deepEqual(came, { name: 'InvalidInputError', attempts: 0, soon: true });
});

test('calls that were aborted before they began take no turn from others', async () => {
  const world = new World();
  const value = await page.evaluate(async ({ baseUrl, token }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl, requestsPerMinute: 2 });
    const signal = AbortSignal.abort();
    await Promise.allSettled([1, 2, 3].map(() => client.inventorySources.list({}, { signal })));
    return client.inventorySources.list({}, { deadline: 10_000 });
  }, { baseUrl: world.origin, token: world.token });
  assert.ok(value);
});

test('a call does not join a shared request that everybody has given up', async () => {
  const world = new World();
  await world.fault({ kind: 'delay', ms: 50 }, { times: 0 });
  const ends = await page.evaluate(async ({ baseUrl, token }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl, coalesce: true });
    const ends = [];
    for (let steps = 0; steps < 24; steps += 1) {
      const controller = new AbortController();
      const first = client.inventorySources.list({}, { signal: controller.signal }).catch(() => 'given up');
      controller.abort();
      for (let step = 0; step < steps; step += 1) await null;
      ends.push(await client.inventorySources.list().then(() => 'value', ({ name }) => name));
      await first;
    }
    return ends;
  }, { baseUrl: world.origin, token: world.token });
  assert.deepEqual([...new Set(ends)], ['value']);
});

test('a list is not sent from a place that it has not', async () => {
  const ends = await page.evaluate(async () => {
    const client = new globalThis.web.Interchange({ token: 'scope3_x_y', baseUrl: location.origin });
    const send = (from) => client.sendAll('logEvent', { advertiserId: '1', events: [] }, { from });
    return Promise.all([NaN, '1', -1, 1, 0.5].map((from) => send(from).then(() => 'value', ({ issues }) => issues[0].path[0])));
  });
  assert.deepEqual([...new Set(ends)], ['from']);
});

test('a pause that is none, or that has no bounds, is no reason to come back at once', async () => {
  const world = new World();
  const attempts = [];
  for (const pause of ['99999999999', 'Fri, 31 Dec 9999 23:59:59 GMT', '4294967296']) {
    await world.fault({ kind: 'status', status: 503, headers: { 'Retry-After': pause } }, { times: 1 });
    attempts.push(await page.evaluate(async ({ baseUrl, token }) => {
      const client = new globalThis.web.Interchange({ token, baseUrl });
      return globalThis.outcome(client.inventorySources.list()).then(({ error }) => error?.attempts);
    }, { baseUrl: world.origin, token: world.token }));
  }
  assert.deepEqual(attempts, [1, 1, 1]);
});
