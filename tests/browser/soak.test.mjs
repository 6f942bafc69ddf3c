// Ten thousand calls through random faults: every promise settles, and nothing stays behind, neither memory nor timers nor
// listeners. Then one call of each kind that ends before its time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { World, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.emptyPage();
  await page.addScriptTag({ url: '/tests/counted.js' });
  await page.addScriptTag({ url: '/tests/page.js', type: 'module' });
  await page.waitForFunction(() => globalThis.ready);
  await page.evaluate(() => globalThis.ready);
});
after(() => browser.close());

/** Faults that strike quickly. */
const FAULTS = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'retry-after', status: 429, seconds: 0 },
  { kind: 'status', status: 404 },
  { kind: 'html', status: 502 },
  { kind: 'drop' },
  { kind: 'drop-mid-body' },
  { kind: 'truncate' },
  { kind: 'empty' },
  { kind: 'not-utf8' },
];
/** No fault at all. */
const WELL = { kind: 'delay', ms: 0 };

/** Numbers below a bound that are the same every time. */
function seeded(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** Plants faults for so many requests, one to three of a kind in a row, with good answers in between. */
async function plant(world, requests, random) {
  for (let planted = 0; planted < requests; ) {
    const [strikes, well] = [1 + random(3), 2 + random(8)];
    await world.fault(FAULTS[random(FAULTS.length)], { times: strikes });
    await world.fault(WELL, { times: well });
    planted += strikes + well;
  }
}

/** So many calls, several at a time, some of which their callers give up. */
function run(world, calls) {
  return page.evaluate(async ({ origin, token, calls }) => {
    globalThis.client ??= new globalThis.web.Interchange({
      baseUrl: origin, token, requestsPerMinute: 0, concurrency: 12, coalesce: true,
    });
    const ends = {};
    let begun = 0;
    const caller = async () => {
      while (begun < calls) {
        const number = (begun += 1);
        const controller = new AbortController();
        const given = number % 7 === 0 ? setTimeout(() => controller.abort(), number % 13) : undefined;
        const input = number % 3 === 0 ? {} : { limit: (number % 50) + 1 };
        const call = number % 3 === 0
          ? globalThis.client.inventorySources.list({}, { signal: controller.signal })
          : globalThis.client.advertisers.list(input, { signal: controller.signal, timeout: 20_000, retries: number % 3 });
        const how = await call.then(() => 'value', (error) => error.name);
        clearTimeout(given);
        ends[how] = (ends[how] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: 64 }, caller));
    return ends;
  }, { origin: world.origin, token: world.token, calls });
}

/** Bytes in use after the garbage is gone. */
async function heap(session) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

const outstanding = () => page.evaluate(() => globalThis.counted());
const wasm = () => page.evaluate(() => globalThis.wasmBytes());
const total = (ends) => Object.values(ends).reduce((sum, count) => sum + count, 0);

test('ten thousand calls through random faults leave nothing behind', async (t) => {
  const world = new World();
  const session = await page.context().newCDPSession(page);
  const random = seeded(20_261_121);
  await plant(world, 2_000, random);
  const early = await run(world, 2_000);
  const [heapEarly, wasmEarly] = [await heap(session), await wasm()];
  await plant(world, 8_000, random);
  const late = await run(world, 8_000);
  const [heapLate, wasmLate] = [await heap(session), await wasm()];
  t.diagnostic(JSON.stringify({ early, late, heapEarly, heapLate, wasmEarly, wasmLate }));
  assert.equal(total(early) + total(late), 10_000);
  for (const name of ['RefusedError', 'UnreachableError', 'AbandonedError', 'MalformedError']) {
    assert.ok((early[name] ?? 0) + (late[name] ?? 0) > 0, `${name} did not occur`);
  }
  assert.ok(heapLate < heapEarly * 1.1 + 200_000, `the heap grew from ${heapEarly} to ${heapLate} bytes`);
  assert.ok(wasmEarly > 0, 'the memory was seen');
  assert.equal(wasmLate, wasmEarly, 'the memory of the WebAssembly grew');
  assert.deepEqual(await outstanding(), { timers: 0, listeners: 0 });
  assert.deepEqual(page.log.filter((line) => line.startsWith('uncaught')), []);
});

/** Ways in which a call can end: options of a client, a fault, and what the page does with it. */
const ENDS = {
  'a success': [{}, undefined, (client) => client.inventorySources.list()],
  'aborted before it begins': [{}, undefined, (client) => client.inventorySources.list({}, { signal: AbortSignal.abort() })],
  'aborted while it waits for its turn': [{ concurrency: 1 }, { kind: 'delay', ms: 300 }, (client) => {
    const [first, second] = [client.inventorySources.list(), new AbortController()];
    setTimeout(() => second.abort(), 50);
    return Promise.allSettled([first, client.inventorySources.list({}, { signal: second.signal })]);
  }],
  'aborted in a pause': [{}, { kind: 'retry-after', status: 503, seconds: 30 }, (client) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    return client.inventorySources.list({}, { signal: controller.signal });
  }],
  'past its deadline': [{ deadline: 200 }, { kind: 'hang' }, (client) => client.inventorySources.list()],
  'past its timeout': [{ timeout: 200, retries: 0 }, { kind: 'stall-body' }, (client) => client.inventorySources.list()],
  'one of two that share a request gives up': [{ coalesce: true }, { kind: 'delay', ms: 300 }, (client) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    return Promise.allSettled([
      client.inventorySources.list({}, { signal: controller.signal }), client.inventorySources.list(),
    ]);
  }],
  'an iteration that is broken off': [{}, undefined, async (client) => {
    for await (const page of client.advertisers.list({ limit: 1 }).pages()) return page;
    return undefined;
  }],
  'waiting that is broken off': [{}, undefined, (client) => {
    const signal = new AbortController();
    setTimeout(() => signal.abort(), 300);
    return client.wait('listInventorySources', {}, { until: () => false, signal: signal.signal });
  }],
  'waiting past its deadline': [{}, undefined, (client) => {
    return client.wait('listInventorySources', {}, { until: () => false, deadline: 300 });
  }],
};

for (const [name, [options, fault, act]] of Object.entries(ENDS)) {
  test(`nothing is left of ${name}`, async () => {
    const world = new World();
    if (fault) await world.fault(fault, { times: 1 });
    const facts = { options: { ...options, baseUrl: world.origin, token: world.token }, act: act.toString() };
    await page.evaluate(({ options, act }) => {
      return globalThis.acts[act](new globalThis.web.Interchange(options)).then(() => 'value', (error) => error.name);
    }, { ...facts, act: await teach(act) });
    assert.deepEqual(await outstanding(), { timers: 0, listeners: 0 });
    assert.deepEqual(page.log.filter((line) => line.startsWith('uncaught')), []);
  });
}

/** Brings a function into the page, whose policy forbids it to make one of text. */
async function teach(act) {
  const name = `act${Math.random()}`;
  await page.evaluate(`(globalThis.acts ??= {})[${JSON.stringify(name)}] = ${act}; undefined`);
  return name;
}
