// The client as an application uses it: tokens, base URLs, injected fetch, observers, validation modes, forms of calls.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { AGENT, HERE, World, call, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

test('init may be called again and again', async () => {
  const same = await page.evaluate(async () => {
    const { init } = globalThis.web;
    await Promise.all([init(), init(), init('ignored once it is loaded')]);
    return init() === init();
  });
  assert.equal(same, true);
});

test('the command names the origin of the page, which a terminal does not know', async () => {
  const curl = (baseUrl) => page.evaluate((baseUrl) => globalThis.web.prepare('listInventorySources', {}, { baseUrl }).toCurl(), baseUrl);
  const path = '/api/v2/storefront/inventory-sources';
  assert.equal(await curl(''), `curl -X GET '${HERE}${path}'`);
  assert.equal(await curl('/proxy/'), `curl -X GET '${HERE}/proxy${path}'`);
  assert.equal(await curl('https://api.example.com'), `curl -X GET 'https://api.example.com${path}'`);
});

test('what is called too early says what to do, and a failed load may be tried again', async () => {
  const fresh = await browser.emptyPage();
  const [early, failed, then] = await fresh.evaluate(async () => {
    const { init, validate, Interchange } = await import('/pkg/index.js');
    const message = (call) => {
      try {
        call();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const early = [message(() => validate('listInventorySources')), message(() => new Interchange())];
    const failed = await init('/nothing-here.wasm').catch((error) => `${error.name}: ${error.message}`);
    await init();
    return [early, failed, validate('listInventorySources').ok];
  });
  assert.deepEqual(early, Array(2).fill('InterchangeError: interchange-web is not loaded yet: await init() first.'));
  assert.equal(failed, 'InterchangeError: The WebAssembly of interchange-web could not be loaded.');
  assert.equal(then, true);
});

const SOURCES = {
  'an address': (url) => url.href,
  'a URL': (url) => url,
  'a response': (url) => fetch(url),
  'bytes': async (url) => (await fetch(url)).arrayBuffer(),
  'a view of bytes': async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer()),
  'a module': async (url) => WebAssembly.compile(await (await fetch(url)).arrayBuffer()),
};

for (const [kind, source] of Object.entries(SOURCES)) {
  test(`the WebAssembly may be given as ${kind}`, async () => {
    const fresh = await browser.emptyPage();
    const ok = await fresh.evaluate(`(async () => {
      const { init, validate } = await import('/pkg/index.js');
      await init(await (${source})(new URL('/pkg/interchange_web_bg.wasm', location.href)));
      return validate('listInventorySources').ok;
    })()`);
    assert.equal(ok, true);
    await fresh.close();
  });
}

test('a token comes from a function, for every call', async () => {
  const world = new World();
  const asked = await page.evaluate(async ({ token }) => {
    let asked = 0;
    const provider = async () => {
      asked += 1;
      return token;
    };
    const client = new globalThis.web.Interchange({ token: provider, baseUrl: '' });
    await client.inventorySources.list();
    await client.inventorySources.list();
    return asked;
  }, world);
  assert.equal(asked, 2);
});

test('a token function that fails, or gives nonsense, sends nothing', async () => {
  const errors = await page.evaluate(async () => {
    const providers = [() => Promise.reject(new Error('signed out')), () => undefined, () => 'line\nbreak', () => 5];
    const clients = providers.map((token) => new globalThis.web.Interchange({ token, baseUrl: '' }));
    return Promise.all(clients.map(async (client) => (await globalThis.outcome(client.inventorySources.list())).error));
  });
  for (const error of errors) {
    assert.deepEqual([error.name, error.attempts, error.issues[0].path], ['InvalidInputError', 0, ['token']]);
    assert.ok(!error.shown.includes('line'));
  }
  assert.equal(errors[0].cause, 'signed out');
});

test('behind a proxy no token is needed, and a prefix is kept', async () => {
  const { value } = await call(page, new World(), 'listInventorySources', {}, { client: { baseUrl: '/proxy/', token: undefined } });
  assert.ok(Array.isArray(value));
});

test('wrong options are all named, and none of them is repeated', async () => {
  const error = await page.evaluate(() => {
    try {
      new globalThis.web.Interchange({ token: 'has space-s3cret', baseURL: 'x', baseUrl: 'http://example.com', timeout: 'soon', onRequest: true });
    } catch (error) {
      return { name: error.name, message: error.message, paths: error.issues.map(({ path }) => path.join('.')).sort() };
    }
  });
  assert.equal(error.name, 'InvalidInputError');
  assert.deepEqual(error.paths, ['baseURL', 'baseUrl', 'onRequest', 'timeout', 'token']);
  assert.ok(!error.message.includes('s3cret'));
});

test('an injected fetch is given a Request, without cookies and without redirects', async () => {
  const seen = await page.evaluate(async () => {
    let seen;
    const fetch = async (request) => {
      seen = request;
      return new Response('{"data":{"id":"1"}}');
    };
    const client = new globalThis.web.Interchange({ token: 'tok', baseUrl: 'https://api.example.com/v', fetch, headers: { 'X-Trace': '7' } });
    const value = await client.inventorySources.update({ sourceId: 's', name: 'n' }, { headers: { 'X-Trace': '8' } });
    const { url, method, credentials, redirect, headers } = seen;
    return { url, method, credentials, redirect, headers: Object.fromEntries(headers), body: await seen.text(), value };
  });
  assert.deepEqual(seen, {
    url: 'https://api.example.com/v/api/v2/storefront/inventory-sources/s',
    method: 'PUT',
    credentials: 'omit',
    redirect: 'error',
    headers: { accept: 'application/json', authorization: 'Bearer tok', 'content-type': 'application/json', 'x-trace': '8' },
    body: '{"name":"n"}',
    value: { id: '1' },
  });
});

test('an injected fetch may do what it likes', async () => {
  const names = await page.evaluate(async () => {
    const fetches = [
      () => { throw new Error('sync'); },
      () => Promise.reject('not an Error'),
      () => Promise.reject(undefined),
      () => undefined,
      () => new Response('{"data":1}'),
      () => ({ status: 200, headers: new Headers(), arrayBuffer: async () => new TextEncoder().encode('{"data":[]}') }),
    ];
    const clients = fetches.map((fetch) => new globalThis.web.Interchange({ fetch, retries: 0, baseUrl: '' }));
    const outcomes = await Promise.all(clients.map((client) => globalThis.outcome(client.inventorySources.list())));
    return outcomes.map(({ error, value }) => error?.name ?? value);
  });
  assert.deepEqual(names, ['UnreachableError', 'UnreachableError', 'UnreachableError', 'UnreachableError', 'MalformedError', []]);
});

test('observers see every attempt, and cannot break a call', async () => {
  const world = new World();
  await world.fault({ kind: 'status', status: 503 });
  const events = await page.evaluate(async ({ token }) => {
    const events = [];
    globalThis.reportError = () => {};
    const onRequest = (event) => {
      events.push(event);
      throw new Error('the observer failed');
    };
    const client = new globalThis.web.Interchange({ token, baseUrl: '', onRequest, onResponse: (event) => events.push(event) });
    await client.inventorySources.list();
    return events;
  }, world);
  const url = '/api/v2/storefront/inventory-sources';
  assert.deepEqual(
    events.map(({ duration, ...event }) => event),
    [
      { operation: 'listInventorySources', method: 'GET', url, attempt: 1 },
      { operation: 'listInventorySources', method: 'GET', url, attempt: 1, status: 503 },
      { operation: 'listInventorySources', method: 'GET', url, attempt: 2 },
      { operation: 'listInventorySources', method: 'GET', url, attempt: 2, status: 200 },
    ],
  );
  assert.ok(events[1].duration > 0);
});

test('validation may warn, or be off; a path without its id is never sent', async () => {
  const world = new World();
  const wrong = { ...AGENT, name: '' };
  const fresh = await browser.page();
  const warned = await call(fresh, world, 'createInventorySource', wrong, { client: { validation: 'warn' } });
  assert.equal(warned.error.name, 'RefusedError');
  assert.ok(fresh.log.some((line) => line.includes('createInventorySource: name must not be empty.')), fresh.log.join());
  const silent = await call(page, world, 'createInventorySource', wrong, { client: { validation: 'off' } });
  assert.equal(silent.error.name, 'RefusedError');
  const pathless = await call(page, world, 'getInventorySource', { sourceId: '..' }, { client: { validation: 'off' } });
  assert.equal(pathless.error.name, 'InvalidInputError');
});

test('a call may be written in the structured form of the documents', async () => {
  const world = new World();
  const outcome = await page.evaluate(async ({ token, agent }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    await client.call({ operation: 'createInventorySource', body: { ...agent, sourceId: 's' } });
    const diagnosed = await client.call({ operation: 'getInventorySourceDiagnostics', pathParams: { sourceId: 's' }, params: { windowHours: 2 } });
    const twice = await globalThis.outcome(client.call({ operation: 'updateInventorySource', pathParams: { sourceId: 's' }, body: { sourceId: 't', name: 'n' } }));
    return { diagnosed, twice };
  }, { token: world.token, agent: AGENT });
  assert.ok(outcome.diagnosed.window);
  assert.match(outcome.twice.error.message, /sourceId is given twice/);
});

test('what is changed after the call is not sent', async () => {
  const world = new World();
  const name = await page.evaluate(async ({ token, agent }) => {
    const client = new globalThis.web.Interchange({ token: async () => token, baseUrl: '' });
    const input = { ...agent };
    const call = client.inventorySources.create(input);
    input.name = 'changed meanwhile';
    return (await call).name;
  }, { token: world.token, agent: AGENT });
  assert.equal(name, AGENT.name);
});

test('an error shows the line of the caller', async () => {
  const stack = await page.evaluate(async () => {
    async function hereInTheApplication() {
      await new globalThis.web.Interchange({ baseUrl: '' }).inventorySources.get({ sourceId: '' });
    }
    return hereInTheApplication().catch((error) => error.stack);
  });
  assert.match(stack, /^InvalidInputError: getInventorySource was not sent/);
  assert.match(stack, /hereInTheApplication/);
});

test('nothing outlives a call: no timer, no listener', async () => {
  const world = new World();
  const left = await page.evaluate(async ({ token }) => {
    const timers = new Set();
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    globalThis.setTimeout = (run, ms, ...rest) => {
      const id = set((...given) => (timers.delete(id), run(...given)), ms, ...rest);
      timers.add(id);
      return id;
    };
    globalThis.clearTimeout = (id) => (timers.delete(id), clear(id));
    let listeners = 0;
    const { signal } = new AbortController();
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...given) => ((listeners += 1), addEventListener.apply(signal, given));
    signal.removeEventListener = (...given) => ((listeners -= 1), removeEventListener.apply(signal, given));
    const client = new globalThis.web.Interchange({ token, baseUrl: '', retries: 1 });
    await client.inventorySources.list({}, { signal });
    await client.inventorySources.get({ sourceId: 'none' }, { signal }).catch(() => {});
    await new globalThis.web.Interchange({ token, baseUrl: 'http://127.0.0.1:9', retries: 1 }).inventorySources.list({}, { signal }).catch(() => {});
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    return { timers: timers.size, listeners };
  }, world);
  assert.deepEqual(left, { timers: 0, listeners: 0 });
});
