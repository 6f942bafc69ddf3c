// Every way in which a call can end badly, over real HTTP: the class, what it carries, and what it says.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { AGENT, ELSEWHERE, HERE, World, call, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

/** Lists the sources under a fault, without repeating. */
async function under(fault, { operation = 'listInventorySources', input = {}, ...rest } = {}) {
  const world = new World();
  if (fault) await world.fault(fault, rest.fault);
  const outcome = await call(page, world, operation, input, { client: { retries: 0, ...rest.client }, options: rest.options });
  return { ...outcome, world };
}

/** What every error carries. */
function assertIsError(error, name) {
  assert.equal(error.name, name, error.message);
  assert.ok(error.isError && error.isClass && error.isInterchangeError);
  assert.match(error.message, /^\w+ .+[.?]$/s);
  assert.equal(typeof error.retryable, 'boolean');
  assert.equal(typeof error.attempts, 'number');
}

test('an input with mistakes is not sent: InvalidInputError', async () => {
  const { error, world } = await under(undefined, { operation: 'createInventorySource', input: { ...AGENT, name: '', protocol: 'mcp' } });
  assertIsError(error, 'InvalidInputError');
  assert.deepEqual(error.issues.map(({ path }) => path), [['name'], ['protocol']]);
  assert.deepEqual([error.attempts, error.retryable, error.total], [0, false, 2]);
  assert.deepEqual(await world.requests(), []);
});

test('the service says no: RefusedError', async () => {
  const { error } = await under(undefined, { operation: 'getInventorySource', input: { sourceId: 'nowhere' } });
  assertIsError(error, 'RefusedError');
  assert.deepEqual([error.status, error.code, error.operation, error.method], [404, 'NOT_FOUND', 'getInventorySource', 'GET']);
  assert.equal(error.url, `${HERE}/api/v2/storefront/inventory-sources/nowhere`);
  assert.equal(error.message, `getInventorySource was refused with 404 NOT_FOUND: ${error.serviceMessage}`);
  assert.match(error.requestId, /\w/);
  assert.deepEqual([error.attempts, error.retryable], [1, false]);
});

test("the service's own issues have the shape of ours", async () => {
  const input = { ...AGENT, endpointUrl: 'https://unregistered.example.com/mcp' };
  const { error } = await under(undefined, { operation: 'createInventorySource', input });
  assertIsError(error, 'RefusedError');
  assert.equal(error.code, 'VALIDATION_ERROR');
  const [issue] = error.issues;
  assert.deepEqual(issue.path, ['endpointUrl']);
  assert.equal(issue.severity, 'error');
  assert.match(issue.message, /AAO/);
});

test('no answer comes: UnreachableError, with the original error', async () => {
  const { error } = await under({ kind: 'drop' });
  assertIsError(error, 'UnreachableError');
  assert.match(error.cause, /fetch/i);
  assert.deepEqual([error.attempts, error.retryable], [1, true]);
});

test('nobody listens: UnreachableError, and a hint about other origins', async () => {
  const client = { baseUrl: 'http://127.0.0.1:9', retries: 0 };
  const { error } = await call(page, new World(), 'listInventorySources', {}, { client });
  assertIsError(error, 'UnreachableError');
  assert.match(error.message, /CORS.*baseUrl/s);
});

test('the browser is offline: UnreachableError, and it says so', async () => {
  await page.context().setOffline(true);
  const { error } = await call(page, new World(), 'listInventorySources', {}, { client: { retries: 0 } });
  await page.context().setOffline(false);
  assert.equal(error.name, 'UnreachableError');
  assert.equal(error.message, 'listInventorySources got no answer. The browser is offline.');
});

test('a host that does not exist: UnreachableError, and a hint', async () => {
  const client = { baseUrl: 'https://nowhere.invalid', retries: 0 };
  const { error } = await call(page, new World(), 'listInventorySources', {}, { client });
  assert.equal(error.name, 'UnreachableError');
  assert.match(error.message, /^listInventorySources got no answer\. The network failed, or/);
});

test('the browser withholds the answer: UnreachableError, and the same hint', async () => {
  const world = new World(ELSEWHERE);
  const client = { baseUrl: `${ELSEWHERE}/no-cors`, retries: 0 };
  const { error } = await call(page, world, 'listInventorySources', {}, { client });
  assertIsError(error, 'UnreachableError');
  assert.match(error.message, /CORS.*proxy/s);
});

test('a Content-Security-Policy that forbids the address: UnreachableError, and where to look', async () => {
  const strict = await browser.page();
  await strict.evaluate(() => {
    const policy = Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: "connect-src 'self'" });
    document.head.append(policy);
  });
  const { error } = await call(strict, new World(ELSEWHERE), 'listInventorySources', {}, { client: { retries: 0 } });
  assertIsError(error, 'UnreachableError');
  assert.match(error.message, /Content-Security-Policy.*connect-src/);
});

test('another origin that allows it is called like our own', async () => {
  const world = new World(ELSEWHERE);
  assert.deepEqual(await call(page, world, 'listInventorySources'), { value: [] });
});

test('no answer in time: AbandonedError, timeout', async () => {
  const { error } = await under({ kind: 'hang' }, { client: { timeout: 50 } });
  assertIsError(error, 'AbandonedError');
  assert.deepEqual([error.reason, error.retryable, error.attempts], ['timeout', true, 1]);
  assert.match(error.message, /50 ms/);
});

test('half an answer in time: AbandonedError, timeout', async () => {
  const { error } = await under({ kind: 'stall-body' }, { client: { timeout: 80 } });
  assertIsError(error, 'AbandonedError');
  assert.equal(error.reason, 'timeout');
});

for (const when of ['before', 'while waiting', 'while reading']) {
  test(`the caller aborts ${when}: AbandonedError, aborted`, async () => {
    const world = new World();
    await world.fault({ kind: when === 'while reading' ? 'stall-body' : 'hang' });
    const error = await page.evaluate(
      async ({ token, when }) => {
        const controller = new AbortController();
        if (when === 'before') controller.abort('no longer wanted');
        else setTimeout(() => controller.abort('no longer wanted'), 60);
        const client = new globalThis.web.Interchange({ token, baseUrl: '' });
        const outcome = await globalThis.outcome(client.inventorySources.list({}, { signal: controller.signal }));
        return outcome.error;
      },
      { token: world.token, when },
    );
    assertIsError(error, 'AbandonedError');
    assert.deepEqual([error.reason, error.retryable], ['aborted', false]);
    assert.equal(error.cause, 'no longer wanted');
    assert.equal(error.attempts, when === 'before' ? 0 : 1);
  });
}

for (const [fault, what, status] of [
  [{ kind: 'html', status: 502 }, /an HTML page/, 502],
  [{ kind: 'html', status: 200 }, /an HTML page/, 200],
  [{ kind: 'truncate' }, /cut off/, 200],
  [{ kind: 'empty' }, /an empty body/, 200],
  [{ kind: 'not-utf8' }, /which is not what this API sends/, 200],
  [{ kind: 'wrong-envelope', body: 'hello' }, /JSON of another shape/, 200],
  [{ kind: 'wrong-envelope', body: { result: 1 } }, /JSON of another shape/, 200],
  [{ kind: 'wrong-envelope', body: { data: { result: 1 } } }, /JSON of another shape/, 200],
  [{ kind: 'wrong-envelope', body: { data: null } }, /JSON of another shape/, 200],
]) {
  test(`${JSON.stringify(fault)}: MalformedError`, async () => {
    const { error } = await under(fault);
    assertIsError(error, 'MalformedError');
    assert.match(error.message, what);
    assert.equal(error.status, status);
    assert.ok(error.excerpt.length <= 201);
  });
}

test('the connection breaks in the middle of an answer: UnreachableError', async () => {
  const { error } = await under({ kind: 'drop-mid-body' });
  assertIsError(error, 'UnreachableError');
});

test('a problem document is a refusal', async () => {
  const { error } = await under({ kind: 'problem-json', status: 500 });
  assertIsError(error, 'RefusedError');
  assert.equal(error.status, 500);
});

test('a refusal without a word has a sentence of ours, and none of the service', async () => {
  const silent = await page.evaluate(() => {
    const client = new globalThis.web.Interchange({ baseUrl: '', fetch: async () => new Response('', { status: 403 }) });
    return globalThis.outcome(client.inventorySources.list());
  });
  assertIsError(silent.error, 'RefusedError');
  assert.equal(silent.error.serviceMessage, undefined);
  assert.match(silent.error.message, /403: the token does not allow this/);
});

test('a refusal says when to come again, in seconds or as a date', async () => {
  const inSeconds = await under({ kind: 'retry-after', status: 429, seconds: 40 });
  assert.deepEqual([inSeconds.error.retryAfter, inSeconds.error.status, inSeconds.error.retryable], [40, 429, true]);
  const asDate = await under({ kind: 'retry-after', status: 503, httpDateOffsetSeconds: 90 });
  assert.ok(Math.abs(asDate.error.retryAfter - 90) <= 2, String(asDate.error.retryAfter));
});

test('a redirect is not followed, and nothing arrives where it points', async () => {
  const mark = `m${Math.random().toString(36).slice(2)}`;
  const { error } = await under({ kind: 'redirect', to: `/emulator/echo?mark=${mark}` });
  assertIsError(error, 'UnreachableError');
  const echoes = await (await fetch(`${HERE}/emulator/echoes?mark=${mark}`)).json();
  assert.deepEqual(echoes, []);
});

test('slow answers and huge headers are only slow and huge', async () => {
  for (const fault of [{ kind: 'delay', ms: 50 }, { kind: 'slow-body', ms: 50 }]) {
    const { value, error } = await under(fault);
    assert.deepEqual([value, error], [[], undefined]);
  }
});

test('a token that the service does not know', async () => {
  const { error } = await under(undefined, { client: { token: 'scope3_x_expired' } });
  assertIsError(error, 'RefusedError');
  assert.deepEqual([error.status, error.code], [401, 'UNAUTHORIZED']);
});

test('a token that may not write', async () => {
  const { error } = await under(undefined, { operation: 'createInventorySource', input: AGENT, client: { token: 'scope3_readonly_x' } });
  assert.deepEqual([error.status, error.code], [403, 'FORBIDDEN']);
});

test('a read is repeated, a write is not', async () => {
  const read = await under({ kind: 'status', status: 503 }, { client: { retries: 2 } });
  assert.deepEqual(read.value, []);
  assert.equal((await read.world.requests()).length, 2);
  const write = await under({ kind: 'drop' }, { operation: 'createInventorySource', input: AGENT, client: { retries: 2 } });
  assertIsError(write.error, 'UnreachableError');
  assert.equal((await write.world.requests()).length, 1);
});

test('a payload without an envelope is the same payload', async () => {
  const world = new World();
  await world.settings({ bareBodies: true });
  await call(page, world, 'createInventorySource', { ...AGENT, sourceId: 'bare' });
  const { value } = await call(page, world, 'listInventorySources');
  assert.equal(value[0].sourceId, 'bare');
});
