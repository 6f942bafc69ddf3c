// The bulk jobs against what the browser itself knows: its parser of addresses, its regular expressions, its hashes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser } from './harness.mjs';

/** The same inputs each time; another seed is another million. */
const SEED = Number(process.env.SEED ?? 20261121);
const HOSTS = 900_000;
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

test('hosts are those that URL makes of generated names', async () => {
  const result = await page.evaluate(([seed, count]) => differential.hosts(seed, count), [SEED, HOSTS]);
  same(result);
  assert.equal(result.total, HOSTS);
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
