// What surrounds a repetition: tokens, observers, turns. What is repeated, `faults.test.mjs` has.

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
