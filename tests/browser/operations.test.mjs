// Every operation of the table once, from the page to the emulator and back: the request that arrives is the one that
// `prepare` shows, and the answer comes out of its envelope.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { World, call, openBrowser } from './harness.mjs';
import * as buyer from './steps/buyer.mjs';
import * as data from './steps/buyer-data.mjs';
import * as storefront from './steps/storefront.mjs';

const STEPS = [...storefront.STEPS, ...buyer.STEPS, ...data.STEPS];

let browser;
let page;
const world = new World();

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
  await world.settings({ activationDelayMs: 0, rateLimit: 0 });
  await storefront.plant(world);
});
after(() => browser.close());

test('every operation is called', async () => {
  const operations = await page.evaluate(() => globalThis.web.operations().map(({ id }) => id));
  assert.deepEqual(STEPS.map(([operation]) => operation).sort(), operations.sort());
});

for (const [operation, input, check, bearer = () => world.token] of STEPS) {
  test(operation, async () => {
    const given = await input(world);
    const { value, error } = await call(page, world, operation, given, { client: { token: bearer() } });
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

/** The emulator writes *** where the package writes $NAME; of credentials it hides more than the package has to. */
function withoutSecrets(body) {
  const hidden = (value) => (/^(\*\*\*|\$[A-Z_]+)$/.test(value) ? 'hidden' : value);
  return JSON.parse(JSON.stringify(body), (key, value) => (key === 'auth' ? 'hidden' : hidden(value)));
}
