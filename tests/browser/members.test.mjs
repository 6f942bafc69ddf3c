// Audience members in Chromium: both builds of the WebAssembly against `crypto.subtle`, files, short tasks, nothing left behind.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser } from './harness.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A page that has loaded the package, in an engine with SIMD or one that says it has none. */
async function pageWith({ simd }) {
  const page = await browser.page();
  if (!simd) await page.evaluate(() => void (WebAssembly.validate = () => false));
  return page;
}

/** The name of the file that the bulk jobs came from. */
const loaded = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /members_(plain_)?bg/.test(name)));

/** Hashes values of every length and of several scripts, and compares each with what the browser makes of it. */
async function compare({ count, seed }) {
  let state = seed;
  const random = (bound) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % bound;
  const from = (letters, length) => Array.from({ length }, () => letters[random(letters.length)]).join('');
  const latin = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+_-{}^`!#$%&*=?~|\'/'];
  const foreign = [...latin, ...'ÄÖÜßéÉŁłΣσςİıЖжÑ漢字😀ǅẞ'];
  const address = (index) => `${from(index % 50 ? latin : foreign, 1 + random(index % 7 ? 30 : 190))}@${from(latin.slice(0, 52), 1 + random(20))}.com`;
  // Behind the code of Italy a zero stays, and any length is taken.
  const number = () => `+39${from([...'0123456789'], 5 + random(9))}`;
  const rows = Array.from({ length: count }, (_, index) => ({ externalId: `${index}`, email: address(index), phone: number() }));
  const report = await globalThis.web.hashMembers(rows);
  const members = report.batches().flatMap((batch) => batch.toJSON());
  const encoder = new TextEncoder();
  const hex = (digest) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const expected = async (text) => hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  const wrong = [];
  for (let start = 0; start < count; start += 1_000) {
    await Promise.all(rows.slice(start, start + 1_000).map(async ({ externalId, email, phone }, offset) => {
      const [member, ofEmail, ofPhone] = [members[start + offset], await expected(email.toLowerCase()), await expected(phone)];
      if (member?.externalId !== externalId || member.hashedEmail !== ofEmail || member.hashedPhone !== ofPhone) wrong.push(email);
    }));
  }
  const text = encoder.encode(JSON.stringify(members));
  return { wrong: wrong.slice(0, 3), summary: report.summary, digest: hex(await crypto.subtle.digest('SHA-256', text)) };
}

test('both builds hash as crypto.subtle does', async () => {
  const digests = [];
  for (const simd of [true, false]) {
    const page = await pageWith({ simd });
    const { wrong, summary, digest } = await page.evaluate(compare, { count: 52_000, seed: 7 });
    assert.deepEqual(wrong, []);
    assert.deepEqual([summary.members, summary.incomplete, summary.batches], [52_000, 0, 6]);
    const [name] = await loaded(page);
    assert.match(name, simd ? /members_bg\.wasm$/ : /members_plain_bg\.wasm$/);
    assert.deepEqual(page.log, []);
    digests.push(digest);
    await page.close();
  }
  assert.equal(digests[0], digests[1]);
});

test('a file of 100,000 members is read in short tasks, and leaves nothing in memory', async () => {
  const page = await pageWith({ simd: true });
  const outcome = await page.evaluate(async () => {
    const line = (index) => `${index}\tPlanted.${index}@Example.com\t+1 (206) 555-${1000 + (index % 9000)}`;
    const file = new File([`external_id\temail\tphone\n${Array.from({ length: 100_000 }, (_, index) => line(index)).join('\n')}`], 'members.tsv');
    // A slice lasts from the end of one pause to the beginning of the next.
    const slices = [];
    let begun;
    const pause = scheduler.yield.bind(scheduler);
    scheduler.yield = async () => {
      slices.push(performance.now() - begun);
      await pause();
      begun = performance.now();
    };
    await globalThis.web.hashMembers('id,email\n1,jane@example.com');
    const heard = [];
    begun = performance.now();
    const report = await globalThis.web.hashMembers(file, { onProgress: ({ done, total }) => heard.push(done / total) });
    slices.sort((a, b) => a - b);
    const { memory } = await (await import('/pkg/members-module.js')).load();
    const text = new TextDecoder('latin1').decode(memory.buffer);
    const batches = report.batches();
    return {
      median: slices[slices.length >> 1], longest: slices.at(-1), heard: heard.length, ascending: heard.every((part, index) => part <= 1 && part >= (heard[index - 1] ?? 0)),
      sizes: batches.map(({ length }) => length), first: batches[0].toJSON()[0], last: batches[9].toJSON()[9_999], summary: report.summary,
      found: [/planted/i, /\+1206555\d/, /206\) 555/].filter((trace) => trace.test(text)).map(String), size: memory.buffer.byteLength,
    };
  });
  assert.deepEqual(outcome.sizes, Array(10).fill(10_000));
  assert.equal(outcome.first.externalId, '0');
  assert.match(outcome.last.hashedPhone, /^[0-9a-f]{64}$/);
  assert.deepEqual(outcome.found, []);
  assert.ok(outcome.ascending && outcome.heard > 3, 'progress is heard');
  assert.ok(outcome.size < 20e6, `${outcome.size} bytes`);
  // The machine may be busy, so one slice may take longer.
  assert.ok(outcome.median < 8, `slices of ${outcome.median} ms`);
  console.log(`slices: median ${outcome.median.toFixed(1)} ms, longest ${outcome.longest.toFixed(1)} ms; memory ${(outcome.size / 1e6).toFixed(1)} MB`);
  assert.deepEqual(page.log, []);
  await page.close();
});

test('a worker gives the same report, and can be stopped', async () => {
  const page = await pageWith({ simd: true });
  const outcome = await page.evaluate(async () => {
    const { hashMembers } = globalThis.web;
    const table = `id,email,phone\n${Array.from({ length: 30_000 }, (_, index) => `${index},Jane${index}@example.com,0151 ${1e6 + index}`).join('\n')}\nx,no`;
    const shown = (report) => JSON.stringify([report.summary, report.batches(), report.refused(), report.incomplete()]);
    const expected = shown(await hashMembers(table, { country: 'DE' }));
    const started = [];
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(...parts) {
        started.push(String(parts[0]));
        super(...parts);
      }
    };
    const same = [];
    for (const input of [table, new TextEncoder().encode(table), new Blob([table])]) {
      same.push(shown(await hashMembers(input, { country: 'DE', worker: true })) === expected);
    }
    const controller = new AbortController();
    const stopped = globalThis.outcome(hashMembers(table, { worker: true, signal: controller.signal, onProgress: () => controller.abort() }));
    const wrong = globalThis.outcome(hashMembers('name\nx', { worker: true }));
    return { same, started: started.length, stopped: (await stopped).error?.name, wrong: (await wrong).error?.name };
  });
  assert.deepEqual(outcome, { same: [true, true, true], started: 5, stopped: 'AbandonedError', wrong: 'InvalidInputError' });
  await page.close();
});

test('a batch goes to the service in a call', async () => {
  const page = await pageWith({ simd: true });
  const outcome = await page.evaluate(async () => {
    const report = await globalThis.web.hashMembers(Array.from({ length: 10_001 }, (_, index) => ({ externalId: index, email: `jane${index}@example.com` })));
    return report.batches().map((add) => globalThis.web.validate('syncAudiences', { accountId: '25', audiences: [{ audienceId: 'a', add }] }));
  });
  assert.deepEqual(outcome, Array(2).fill({ ok: true, issues: [], warnings: [], total: 0 }));
  await page.close();
});
