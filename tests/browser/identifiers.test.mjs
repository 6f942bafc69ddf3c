// Property identifiers in a browser: the vectors, the worker, SIMD against the plain module, and the page that stays alive.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { openBrowser } from './harness.mjs';

const vectors = JSON.parse(await readFile(new URL('../vectors/identifiers.json', import.meta.url), 'utf8'));

let browser;
let page;
before(async () => {
  browser = await openBrowser();
  page = await browser.page();
  await page.evaluate(() => {
    /** Messy lines that are the same for the same seed. */
    globalThis.messyLines = (count, seed) => {
      let state = seed;
      const next = (below) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % 65_521 % below;
      const pick = (list) => list[next(list.length)];
      const words = ['news', 'Daily', 'sport', 'my-city', 'a', 'xn--', 'über', '例え', 'www', 'm', '-x', '_', '1', 'com', 'quite-a-long-name-for-a-label'];
      const around = [['', ''], ['', ''], ['www.', ''], ['https://', '/path?x=1'], ['HTTPS://m.', '#y'], [' ', ' '], ['', '.'], ['', ':80'], ['u@', ''], ['*.', ''],
        ['domain,', ''], ['', '\tdomain'], ['"', '"'], ['ios_bundle,com.', ''], ['# ', '']];
      return Array.from({ length: count }, () => {
        const [open, close] = pick(around);
        return `${open}${pick(words)}${next(400)}${pick(['', '.', '-', '.'])}${pick(words)}.${pick(['com', 'de', 'co.uk', 'COM', 'рф', '1', 'c0m'])}${close}`;
      });
    };
    globalThis.plain = (report) => ({ summary: report.summary, csv: report.toCsv(), list: JSON.stringify(report) });
  });
});
after(() => browser.close());

test('the vectors hold', async () => {
  const found = await page.evaluate((vectors) => Promise.all(vectors.map(async ({ input, bucket, defaultType }) => {
    const report = await web.normalizeIdentifiers(`${input}\n`, defaultType ? { defaultType } : {});
    const { canonical, code, notes, suggestion } = report.entries(bucket)[0] ?? {};
    return { canonical, code, notes, suggestion };
  })), vectors);
  vectors.forEach(({ input, canonical, code, notes, suggestion }, at) => {
    const expected = { canonical, code: code ?? notes?.[0], suggestion };
    const { canonical: value, code: said, suggestion: meant } = found[at];
    assert.deepEqual({ canonical: value, code: said, suggestion: meant }, expected, input);
    if (notes) assert.deepEqual(found[at].notes, notes, input);
  });
});

test('text, bytes, a file, a stream and a worker give the same report', async () => {
  const reports = await page.evaluate(async () => {
    const text = messyLines(20_000, 7).join('\r\n');
    const bytes = new TextEncoder().encode(text);
    const own = new Worker('/pkg/worker.js', { type: 'module' });
    const inputs = [
      [text], [bytes], [new File([text], 'list.csv')], [new Blob([text]).stream()], [text.split('\r\n')],
      [text, { worker: true }], [bytes, { worker: true }], [new Blob([bytes]), { worker: own }], [text, { worker: own }],
    ];
    const found = [];
    for (const [input, options] of inputs) found.push(plain(await web.normalizeIdentifiers(input, options)));
    own.terminate();
    return { found, kept: bytes.length };
  });
  const [first, ...others] = reports.found;
  assert.equal(first.summary.total, 20_000);
  assert.ok(first.summary.invalid > 1_000 && first.summary.changed > 1_000 && first.summary.kept > 100);
  others.forEach((other, at) => {
    // In a list the entries have no lines.
    const csv = at === 3 ? other.csv.replaceAll('same as entry', 'same as line') : other.csv;
    assert.deepEqual({ ...other, csv }, first, `input ${at + 1}`);
  });
  assert.ok(reports.kept > 0, 'the bytes stay with the caller');
});

test('a worker really does the work, tells of it, and can be stopped', async () => {
  const found = await page.evaluate(async () => {
    const messages = [];
    const own = new Worker('/pkg/worker.js', { type: 'module' });
    own.addEventListener('message', ({ data }) => messages.push(Object.keys(data)));
    const progress = [];
    const text = Array.from({ length: 400_000 }, (_, at) => `https://www.site${at}.com/path`).join('\n');
    await web.normalizeIdentifiers(text, { worker: own, onProgress: (one) => progress.push(one) });
    const controller = new AbortController();
    const stopped = outcome(web.normalizeIdentifiers(text, { worker: own, signal: controller.signal, onProgress: () => controller.abort() }));
    const { error } = await stopped;
    const after = await web.normalizeIdentifiers('a.com', { worker: own });
    own.terminate();
    return { made: messages.filter((keys) => keys.includes('made')).length, progress, total: text.length, error, after: after.summary };
  });
  assert.ok(found.made >= 2);
  assert.ok(found.progress.length > 1 && found.progress.every(({ total }) => total === found.total));
  assert.equal(found.error.name, 'AbandonedError');
  assert.equal(found.after.kept, 1);
});

test('a worker that does not start is no loss', async () => {
  const summary = await page.evaluate(async () => {
    const broken = new Worker('/pkg/no-such-file.js', { type: 'module' });
    return (await web.normalizeIdentifiers('a.com\nb.com', { worker: broken })).summary;
  });
  assert.equal(summary.kept, 2);
});

test('with SIMD and without it the answers are the same', async () => {
  const found = await page.evaluate(async () => {
    const { steps } = await import('/pkg/identify.js');
    const load = async (name) => {
      const glue = await import(`/pkg/interchange_web_identifiers.js?${name}`);
      const { memory } = await glue.default({ module_or_path: `/pkg/${name}.wasm` });
      return { ...glue, memory };
    };
    const modules = [await load('interchange_web_identifiers_bg'), await load('interchange_web_identifiers_plain_bg')];
    const made = modules.map((module) => {
      const generator = steps(module, messyLines(60_000, 11).join('\n'), 'text', { isAway: true }, 0);
      let step = generator.next();
      while (!step.done) step = generator.next();
      return step.value;
    });
    const [a, b] = made.map(({ copies }) => copies);
    const same = a.map((bytes, which) => bytes.length === b[which].length && bytes.every((byte, at) => byte === b[which][at]));
    return { same, counts: made.map(({ counts }) => counts) };
  });
  assert.deepEqual(found.same, [true, true, true]);
  assert.deepEqual(found.counts[0], found.counts[1]);
  assert.ok(found.counts[0].every((count) => count > 100), String(found.counts[0]));
});

test('names in other scripts are encoded as the browser does it', async () => {
  const { wrong, count } = await page.evaluate(async () => {
    const hosts = [];
    for (let code = 0xa1; code < 0xd7a4; code += 1) {
      const letter = String.fromCharCode(code);
      // Dots of other scripts and what is not seen are another matter.
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      hosts.push(`${letter}a.com`, `a${letter}.com`, `é${letter}ж.com`);
    }
    const report = await web.normalizeIdentifiers(hosts);
    const wrong = [];
    hosts.forEach((host, index) => {
      const expected = URL.parse(`http://${host}/`)?.hostname;
      const { canonical } = report.line(index);
      // What becomes ASCII follows the rules of host names, which are stricter than those of addresses.
      const isHost = /^[a-z0-9.-]*$/.test(expected ?? '') && expected?.includes('xn--');
      if (canonical !== expected && (canonical !== undefined || isHost)) wrong.push([host, canonical, expected]);
    });
    return { wrong: wrong.slice(0, 10), count: report.length };
  });
  assert.deepEqual(wrong, []);
  assert.ok(count > 50_000, String(count));
});

test('a hundred thousand lines are read in many short tasks', async (t) => {
  const { progress, total, longest } = await page.evaluate(async () => {
    const text = messyLines(100_000, 13).join('\n');
    let longest = 0;
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))));
    observer.observe({ type: 'longtask' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    longest = 0;
    const progress = [];
    const report = await web.normalizeIdentifiers(text, { onProgress: ({ done }) => progress.push(done) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    return { progress, total: report.summary.total, longest };
  });
  assert.equal(total, 100_000);
  assert.ok(progress.length > 2, 'the event loop had its turn between');
  t.diagnostic(`longest task: ${longest || 'below 50'} ms`);
});
