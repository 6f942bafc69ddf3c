// The fault matrix: every fault, before, during and after the service acts, on calls that change nothing, that may come twice,
// and that must not. The table says what the laws demand; the emulator counts effects.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';

import { DOCUMENT, documented } from './faults/document.mjs';
import { CELLS, RETRIES } from './faults/table.mjs';
import { AGENT, ELSEWHERE, HERE, World, call, openBrowser } from './harness.mjs';

let browser;
let page;
let policed;
let nobody;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
  policed = await browser.page();
  await policed.evaluate((here) => {
    const policy = document.createElement('meta');
    Object.assign(policy, { httpEquiv: 'Content-Security-Policy', content: `connect-src ${here}` });
    document.head.append(policy);
  }, HERE);
  nobody = await freePort();
});
after(() => browser.close());

const CALLS = {
  safe: ['listInventorySources', {}],
  idempotent: ['updateInventorySource', { sourceId: 'known', name: 'Renamed' }],
  once: ['createInventorySource', { ...AGENT, sourceId: 'made' }],
};
const EFFECT = { idempotent: 'updateInventorySource', once: 'createInventorySource' };

describe('every cell of the matrix', { concurrency: 8 }, () => {
  for (const cell of CELLS) {
    test(`${cell.name}, ${cell.phase}, ${cell.repeat}`, async () => judge(cell, await play(cell)));
  }
});

test('nothing was left unhandled', () => {
  const uncaught = [...page.log, ...policed.log].filter((line) => line.startsWith('uncaught'));
  assert.deepEqual(uncaught, []);
});

test('the document shows the matrix', async () => {
  const message = 'docs/faults.md is old: write it anew with `node tests/browser/faults/document.mjs`.';
  assert.equal(await readFile(DOCUMENT, 'utf8'), documented(), message);
});

/** Plays a cell; gives what the client said and what the service did. */
async function play({ fault, particulars, phase, repeat }) {
  const { always, to, timeout = 30_000, renews, abort } = particulars;
  const world = new World(to && to !== 'nobody' ? ELSEWHERE : HERE);
  await world.settings({ activationDelayMs: 0 });
  await call(page, new Neighbour(world), 'createInventorySource', { ...AGENT, sourceId: 'known' });
  const earlier = (await world.requests()).length;
  if (fault) await world.fault(fault, { times: always ? 0 : 1, when: phase === 'before' ? 'before' : 'after' });
  const baseUrl = { nobody: `http://127.0.0.1:${nobody}`, withheld: `${ELSEWHERE}/no-cors` }[to] ?? world.origin;
  const [operation, input] = CALLS[repeat];
  const client = { baseUrl, retries: RETRIES, timeout: abort ? 30_000 : timeout };
  const facts = { operation, input, client, abort, renews, token: world.token };
  const came = await (to === 'forbidden' ? policed : page).evaluate(inPage, facts);
  const effects = (await world.effects())[EFFECT[repeat]] ?? 0;
  return { ...came, sent: (await world.requests()).length - earlier, effects: effects - Number(repeat === 'once') };
}

/** The same world, reached from where calls are allowed. */
class Neighbour {
  constructor({ token, origin }) {
    Object.assign(this, { token, origin });
  }
}

/** One call in the page, with the caller who may give it up. */
async function inPage({ operation, input, client, abort, renews, token }) {
  const controller = new AbortController();
  if (abort === 'before') controller.abort();
  let attempts = 0;
  const soon = () => setTimeout(() => controller.abort(), 400);
  const onRequest = () => {
    attempts += 1;
    if (abort === 'waiting' || abort === 'reading') soon();
  };
  const onRetry = () => abort === 'pausing' && controller.abort();
  const given = renews ? async () => token : token;
  const sender = new globalThis.web.Interchange({ ...client, token: given, onRequest, onRetry });
  const { value, error } = await globalThis.outcome(sender.call(operation, input, { signal: controller.signal }));
  return { value, error, attempts };
}

/** What the table expects, and the laws that hold whatever it expects. */
function judge(cell, { value, error, attempts, sent, effects }) {
  const { to, abort } = cell.particulars;
  const ends = error?.name ?? 'value';
  assert.deepEqual(
    { attempts, ends, outcome: error?.outcome },
    { attempts: cell.attempts, ends: cell.ends, outcome: cell.unknown ? 'unknown' : undefined },
    error?.message,
  );
  if (error) assert.deepEqual([error.attempts, error.isClass, error.cause === error.message], [attempts, true, false]);
  else assert.ok(value, 'a value');
  if (!to) assert.equal(sent, attempts, 'the service was asked as often as the client says');
  if (cell.repeat === 'safe') return;
  const acted = to || abort === 'before' ? 0 : cell.effects;
  if (cell.repeat === 'once') assert.equal(effects, acted, 'how often the service acted');
  if (!error) assert.ok(effects > 0, 'nothing is reported as done that was not');
  if (cell.repeat === 'once') assert.ok(effects <= 1, 'nothing is done twice');
  if (cell.repeat === 'once' && error && effects > 0) assert.equal(error.outcome, 'unknown', 'it is not called failed');
  if (error?.outcome === 'unknown') assert.equal(error.retryable, false);
}

/** A port on which nobody listens. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
