// The bulk jobs against what the browser itself knows: its parser of addresses, its regular expressions, its hashes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser } from './harness.mjs';

/** The same inputs each time; another seed is another million. */
const SEED = Number(process.env.SEED ?? 20261121);
const HOSTS = 820_000;
const APPS = 100_000;
const MEMBERS = 60_000;

let browser;
let page;
before(async () => {
  browser = await openBrowser();
  page = await browser.page();
  await page.evaluate(() => import('/tests/differential/index.js'));
});
after(() => browser.close());

/** Says which seed shows a difference. */
function same({ differences }) {
  assert.deepEqual(differences, [], `SEED=${SEED}`);
}

/** Of the names at most one in a thousand may be judged differently for a known reason. */
const KNOWN_SHARE = 0.001;

test('hosts are those that URL makes of generated names', async (t) => {
  const result = await page.evaluate(([seed, count]) => differential.hosts(seed, count), [SEED, HOSTS]);
  same(result);
  assert.equal(result.total, HOSTS);
  for (const [reason, count] of Object.entries(result.known)) t.diagnostic(`${count} known: ${reason}`);
  const known = Object.values(result.known).reduce((sum, count) => sum + count, 0);
  assert.ok(known < HOSTS * KNOWN_SHARE, `${known} known differences`);
});

test('hosts are those that URL makes of every character', async () => {
  const result = await page.evaluate(() => differential.hosts());
  same(result);
  assert.ok(result.total > 180_000, `${result.total} lines`);
});

test('apps are what regular expressions say', async () => {
  const result = await page.evaluate(([seed, count]) => differential.apps(seed, count), [SEED, APPS]);
  same(result);
  assert.ok(result.accepted > APPS / 20 && result.accepted < APPS - APPS / 20, `${result.accepted} accepted`);
});

test('hashes are those of crypto.subtle', async () => {
  const result = await page.evaluate(([seed, count]) => differential.hashes(seed, count), [SEED, MEMBERS]);
  same(result);
  assert.equal(result.total, MEMBERS * 2);
});
