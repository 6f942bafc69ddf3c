// Repeating by meaning: every fault, before and after the service has acted, on calls that change nothing, that may come twice,
// and that must not. The emulator counts effects.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { AGENT, World, call, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

const CALLS = {
  safe: ['listInventorySources', {}],
  idempotent: ['updateInventorySource', { sourceId: 'known', name: 'Renamed' }],
  once: ['createInventorySource', { ...AGENT, sourceId: 'made' }],
};

/** The fault, and whether the service may have acted although it seems to have failed. */
const FAULTS = [
  [{ kind: 'status', status: 429 }, 'no'],
  [{ kind: 'status', status: 500 }, 'open'],
  [{ kind: 'status', status: 502 }, 'open'],
  [{ kind: 'status', status: 503 }, 'open'],
  [{ kind: 'status', status: 504 }, 'open'],
  [{ kind: 'drop' }, 'open'],
];

for (const [fault, acted] of FAULTS) {
  for (const when of acted === 'no' ? ['before'] : ['before', 'after']) {
    for (const [repeat, [operation, input]] of Object.entries(CALLS)) {
      const name = `${fault.kind} ${fault.status ?? ''} ${when} the service acts, on a call of the kind ${repeat}`;
      test(name, async () => {
        const world = new World();
        await world.settings({ activationDelayMs: 0 });
        await call(page, world, 'createInventorySource', { ...AGENT, sourceId: 'known' });
        const earlier = (await world.requests()).length;
        await world.fault(fault, { times: 1, when });
        const { value, error } = await call(page, world, operation, input, { client: { retries: 2 } });
        const sent = (await world.requests()).length - earlier;
        const made = (await world.effects()).createInventorySource;
        if (repeat === 'once' && acted === 'open') {
          assert.equal(error.outcome, 'unknown', error.message);
          assert.match(error.message, /unknown: look before/);
          assert.deepEqual([error.retryable, sent], [false, 1]);
          assert.equal(made, when === 'after' ? 2 : 1, 'the service acted as often as it was asked');
        } else {
          assert.equal(error, undefined, error?.message);
          assert.ok(value);
          assert.equal(sent, 2);
          assert.equal(made, repeat === 'once' ? 2 : 1);
        }
      });
    }
  }
}

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
