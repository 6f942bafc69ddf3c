// Property identifiers in Node: every kind of input, the report, and what the service says about it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { AbandonedError, InvalidInputError, explain, init, normalizeIdentifiers } from 'interchange-web';

await init();

const vectors = JSON.parse(await readFile(new URL('../vectors/identifiers.json', import.meta.url), 'utf8'));
const TEXT = '\ufeffnytimes.com\r\nWWW.CNN.com\rbücher.de\n\n# ours\nios_bundle,com.a.b\nlocalhost\nhttps://nytimes.com/x';
const LIST = [
  { type: 'domain', value: 'nytimes.com' },
  { type: 'domain', value: 'cnn.com' },
  { type: 'domain', value: 'xn--bcher-kva.de' },
  { type: 'ios_bundle', value: 'com.a.b' },
];
const SUMMARY = { total: 8, kept: 2, changed: 2, duplicates: 1, invalid: 1, blank: 2 };

const bytesOf = (text) => new TextEncoder().encode(text);
const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** A stream of pieces of so many bytes or characters. */
function streamOf(content, length) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= content.length) return controller.close();
      controller.enqueue(content.slice(at, (at += length)));
    },
  });
}

test('the vectors hold', async () => {
  for (const { input, bucket, canonical, code, notes, type, suggestion, defaultType } of vectors) {
    const report = await normalizeIdentifiers(`${input}\n`, defaultType ? { defaultType } : {});
    const [row] = report.entries(bucket);
    assert.ok(row, `${input}: ${JSON.stringify(report.summary)}`);
    assert.equal(row.canonical, canonical, input);
    assert.equal(row.input, input);
    assert.equal(row.suggestion, suggestion, input);
    assert.equal(row.code, code ?? notes?.[0], input);
    if (notes) assert.deepEqual(row.notes, notes);
    if (canonical !== undefined) assert.deepEqual(report.identifiers(), [{ type, value: canonical }]);
  }
});

test('every kind of input gives the same report', async () => {
  const bytes = bytesOf(TEXT);
  const utf16 = Uint8Array.from(Buffer.from(TEXT, 'utf16le'));
  const inputs = {
    text: TEXT, bytes, buffer: bytes.buffer, view: new DataView(bytes.buffer), blob: new Blob([TEXT]), file: new File([TEXT], 'list.csv'),
    stream: new Blob([TEXT]).stream(), 'by bytes': streamOf(bytes, 1), 'by characters': streamOf(TEXT, 1), utf16,
    'UTF-16 by bytes': streamOf(utf16, 1), 'in a worker that is not there': TEXT,
  };
  for (const [name, input] of Object.entries(inputs)) {
    const report = await normalizeIdentifiers(input, { worker: true });
    assert.deepEqual(report.summary, SUMMARY, name);
    assert.deepEqual(report.identifiers(), LIST, name);
  }
  assert.equal(bytes.length, bytesOf(TEXT).length, 'the caller keeps the bytes');
});

test('lists hold rows and identifiers', async () => {
  const report = await normalizeIdentifiers([
    'nytimes.com', 'ROKU,12', '', { type: 'domain', value: ' www.nytimes.com ' }, { type: 'venue_id', value: 'a "b" \\' },
    { type: 'what', value: 'a.com' }, { type: 'domain', value: 7 }, null, { type: 'domain', value: '' }, { value: 'a.com' },
    { type: 'domain', value: 'bücher.de' }, { type: 'domain', get value() { throw new Error('hidden'); } }, 'a.com\nb.com',
  ]);
  assert.deepEqual(report.summary, { total: 13, kept: 4, changed: 1, duplicates: 1, invalid: 5, blank: 2 });
  assert.deepEqual(report.identifiers(), [
    { type: 'domain', value: 'nytimes.com' }, { type: 'roku_store_id', value: '12' }, { type: 'venue_id', value: 'a "b" \\' },
    { type: 'domain', value: 'a.com' }, { type: 'domain', value: 'xn--bcher-kva.de' },
  ]);
  const codes = report.entries('invalid').map(({ index, code }) => [index, code]);
  assert.deepEqual(codes, [[5, 'unknown_type'], [6, 'not_text'], [7, 'not_text'], [11, 'not_text'], [12, 'several_values']]);
  assert.match(report.entries('duplicates')[0].message, /entry 1\.$/);
});

test('an object without a type is of the default one, and no row', async () => {
  const values = ['com.a.b', 'a"b', "'q'", 'roku,12'];
  const list = values.map((value, index) => (index % 2 ? { value } : { type: index ? null : undefined, value }));
  const of = async (defaultType) => (await normalizeIdentifiers(list, { defaultType })).identifiers();
  assert.deepEqual(await of('venue_id'), values.map((value) => ({ type: 'venue_id', value })));
  assert.deepEqual(await of('ios_bundle'), [{ type: 'ios_bundle', value: 'com.a.b' }]);
  const app = (await normalizeIdentifiers([{ value: 'com.facebook.katana' }])).line(0);
  assert.deepEqual([app.code, app.suggestion], ['other_type', 'bundle_id'], 'nobody has said that it is a site');
});

test('a surrogate that stands alone is one bad line, wherever it is', async () => {
  for (const text of ['a.com\n\ud800.com\nb.com', 'a.com\nb.com\nc.com\ud800', '\udc00.com\na.com\nb.com']) {
    const { summary } = await normalizeIdentifiers(text);
    assert.equal(summary.invalid, 1);
    assert.equal(summary.kept, 2);
  }
  // At the end of a piece that is encoded: pairs stay together.
  for (const before of [16_382, 16_383, 16_384]) {
    const report = await normalizeIdentifiers(`${'#'.repeat(before - 1)}\n\u{20bb7}.com\n`);
    assert.deepEqual(report.identifiers(), [{ type: 'domain', value: 'xn--rt7l.com' }].map(() => report.identifiers()[0]));
    assert.equal(report.summary.changed, 1);
    assert.equal(report.entries('changed')[0].input, '\u{20bb7}.com');
  }
});

test('the report gives rows, bodies, CSV and JSON', async () => {
  const report = await normalizeIdentifiers(TEXT);
  assert.equal(report.length, 4);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), LIST);
  assert.deepEqual(parsed([...report[Symbol.for('interchange-web.json')].parts()][0]), LIST);
  assert.deepEqual(parsed(report.body({ name: 'a "b"', purpose: 'include' })), { name: 'a "b"', purpose: 'include', identifiers: LIST });
  assert.deepEqual(parsed(report.body()), { identifiers: LIST });
  assert.deepEqual(report.entries('duplicates'), [{
    index: 7, input: 'https://nytimes.com/x', type: 'domain', canonical: 'nytimes.com', code: 'duplicate', severity: 'warning',
    message: 'The same as line 1.', first: 0,
  }]);
  assert.deepEqual(report.entries('noted').map(({ index, code }) => [index, code]), [[1, 'www_stripped'], [2, 'idn']]);
  assert.equal(report.noted, 2);
  assert.equal(report.line(6).code, 'no_dot');
  assert.equal(report.line(8), undefined);
  assert.deepEqual(report.entries('blank', { offset: 1, limit: 5 }).map(({ index }) => index), [4]);
  assert.throws(() => report.entries('other'), InvalidInputError);
  assert.deepEqual(report.entries('kept', null), report.entries('kept'));
  assert.throws(() => report.body({ identifiers: [] }), InvalidInputError);
  assert.throws(() => report.body('name'), InvalidInputError);
  const again = await normalizeIdentifiers(report.toCsv());
  assert.deepEqual(again.identifiers(), LIST);
  report.free();
  assert.throws(() => report.identifiers(), /has been freed/);
  assert.throws(() => report.toCsv(), /has been freed/);
});

test('titles lose nothing, and a column of domains may hold apps', async () => {
  const read = async (text, bucket) => (await normalizeIdentifiers(text)).entries(bucket)[0];
  assert.equal((await read('domain\nx.com,y.com', 'invalid')).code, 'several_values');
  assert.equal((await read('domain\ncom.facebook.katana', 'invalid')).suggestion, 'bundle_id');
  assert.equal((await read('domain,com.example.my-app', 'kept')).suggestion, 'ios_bundle');
  const rows = await normalizeIdentifiers('id,platform,name\n284882215,APPLE_APP_STORE,Facebook\ncom.x.y,GOOGLE_PLAY_STORE,X');
  assert.deepEqual(rows.identifiers().map(({ type }) => type), ['apple_app_store_id', 'android_package']);
});

test('suggestions can be counted, shown and taken', async () => {
  const text = 'name,domain\nx,com.facebook.katana\ny,nytimes.com\nz,nothing\nz,284882215\nz,com.facebook.katana';
  const before = await normalizeIdentifiers(text);
  assert.equal(before.suggested, 3);
  assert.deepEqual(before.entries('suggested').map(({ index, suggestion }) => [index, suggestion]), [
    [1, 'bundle_id'], [4, 'apple_app_store_id'], [5, 'bundle_id'],
  ]);
  for (const input of [text, bytesOf(text), new Blob([text])]) {
    const after = await normalizeIdentifiers(input, { corrections: true });
    assert.deepEqual(after.summary, { total: 6, kept: 1, changed: 2, duplicates: 1, invalid: 1, blank: 1 });
    assert.equal(after.suggested, 0);
    const { input: line, type, code, severity, message } = after.entries('changed')[0];
    assert.deepEqual([line, type, code, severity], ['x,com.facebook.katana', 'bundle_id', 'type_corrected', 'note']);
    assert.equal(message, 'It was taken as the type that it looks like.');
  }
  const typed = await normalizeIdentifiers([{ type: 'domain', value: 'com.facebook.katana' }], { corrections: true });
  assert.deepEqual(typed.identifiers(), [{ type: 'bundle_id', value: 'com.facebook.katana' }]);
  assert.equal((await normalizeIdentifiers('domain,com.facebook.katana')).suggested, 1, 'the warning has a suggestion, too');
});

test('what is suggested would be taken, and what would not be stays what it was', async () => {
  const lines = ['com.x.yyy.', 'com.a..bbb', 'https://com.facebook.katana/', 'com.facebook.katana:80', 'com.übung.appp', 'www.com.x.yyy'];
  const list = [...lines, ...lines.map((value) => ({ type: 'domain', value })), 'ios_bundle,com.a/b', `com.a_${'b'.repeat(300)}`];
  const before = await normalizeIdentifiers(list);
  const after = await normalizeIdentifiers(list, { corrections: true });
  assert.equal(before.suggested, 0);
  const rows = (report) => list.map((_, index) => report.line(index));
  assert.deepEqual(rows(after), rows(before));
  assert.equal(rows(before)[0].message, 'This looks like an app and not like a site.');
  for (const { input, suggestion, index } of (await normalizeIdentifiers(vectors.map(({ input }) => input))).entries('suggested', { limit: Infinity })) {
    const [type, value] = /^\w+,/.test(input) ? input.split(',') : ['domain', input];
    const row = (await normalizeIdentifiers([{ type, value }], { corrections: true })).line(0);
    assert.ok(row.type === suggestion && row.notes.includes('type_corrected'), `${index}: ${input}`);
  }
});

test('the character that cannot stand in a value is named, and nothing else of it', async () => {
  const said = async (line) => (await normalizeIdentifiers(line)).entries('invalid')[0].message;
  assert.equal(await said('not a domain'), 'It has a space in it, which cannot stand there.');
  assert.equal(await said('cnn.com|x'), 'It has “|” in it, which cannot stand there.');
  assert.equal(await said('a\u0007b.com'), 'It has the invisible character U+0007 in it, which cannot stand there.');
  assert.equal(await said('https://u:p$w@ex_ample.com/'), 'It has “_” in it, which cannot stand there.');
});

test('sentences say what is wrong with this type', async () => {
  const said = async (type, value) => (await normalizeIdentifiers([{ type, value }])).line(0).message;
  assert.equal(await said('subdomain', '*.x.com'), 'A subdomain is one exact host and takes no star; a domain does, as in *.example.com.');
  assert.match(await said('domain', 'a.*.com'), /^A star can only stand at the beginning/);
  assert.match(await said('ios_bundle', 'com.x.'), /^There is nothing between two dots, before the first, or after the last/);
  assert.match(await said('domain', '*.com'), /^Names are sold under what follows the star/);
  assert.match(await said('domain', 'http://https://x.com'), /^The beginning of the address is broken/);
  assert.match(await said('domain', 'ftp://x.com'), /^Only web addresses/);
  assert.equal(await said('roku_store_id', 'abc'), 'The id of a channel of Roku is a number, such as 12.');
  assert.match(await said('apple_app_store_id', 'abc'), /such as 284882215\.$/);
  assert.equal(await said('android_package', `com.${'a'.repeat(220)}`), 'An Android package has at most 223 characters.');
  assert.match(await said('google_play_id', 'https://play.google.com/store/apps/details?id=com.my-app.game'), /^This is a page of a store/);
});

test('warnings can be told from what is only good to know', async () => {
  const report = await normalizeIdentifiers('co.uk\nwww.cnn.com\nnytimes.com\nwww.com.au\nco.uk\nx');
  assert.deepEqual(report.entries('noted').map(({ index }) => index), [0, 1, 3]);
  assert.deepEqual(report.entries('warned').map(({ index, severity }) => [index, severity]), [[0, 'warning'], [3, 'warning']]);
  assert.deepEqual([report.noted, report.warned], [3, 2]);
});

test('a CSV comes by parts, so that nobody has to stand still for it', async () => {
  const report = await normalizeIdentifiers(Array.from({ length: 1000 }, (_, index) => `site-${index}.example`));
  const parts = [...report.csvParts()];
  assert.equal(parts.length, 11);
  assert.equal(parts.join(''), report.toCsv());
});

test('a CSV of the report gives the same list, whatever is in it', async () => {
  const values = ['"', "''", "'q'", '“typo”', '„x“', '‘y’', '"x"', 'a""b', "it's", '=1+1', "'=1+1", '#1', 'a\\"b'];
  // Of two prefixes, each reading takes off one.
  const single = vectors.filter(({ notes = [] }) => !notes.includes('prefix_kept'));
  const report = await normalizeIdentifiers(
    single.map(({ input }) => input).concat('venue_id,"a ""b"", c"', values.map((value) => ({ type: 'screen_id', value }))),
  );
  const list = report.identifiers();
  assert.deepEqual(list.filter(({ type }) => type === 'screen_id').map(({ value }) => value), values, 'objects have no quotes to take away');
  const again = await normalizeIdentifiers(report.toCsv());
  assert.deepEqual(again.identifiers(), list);
  assert.deepEqual([again.summary.invalid, again.summary.duplicates], [0, 0]);
});

test('every line is in one bucket', async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => vectors[(at * 7) % vectors.length].input);
  const report = await normalizeIdentifiers(lines);
  const found = ['kept', 'changed', 'duplicates', 'invalid', 'blank'].flatMap((bucket) => (
    report.entries(bucket, { limit: Infinity }).map(({ index, input }) => [index, input])
  ));
  assert.deepEqual(found.sort(([a], [b]) => a - b), lines.map((line, index) => [index, line]));
});

test('bodies have at least one identifier and at most 100,000', async () => {
  const empty = await normalizeIdentifiers('');
  assert.throws(() => empty.body(), { name: 'InvalidInputError' });
  assert.deepEqual(empty.identifiers(), []);
  assert.deepEqual(empty.summary, { total: 0, kept: 0, changed: 0, duplicates: 0, invalid: 0, blank: 0 });
  const many = await normalizeIdentifiers(Array.from({ length: 100_001 }, (_, at) => `site${at}.com`));
  assert.equal(many.length, 100_001);
  assert.throws(() => many.body(), { name: 'InvalidInputError' });
});

test('options that make no sense are refused, and nothing else', async () => {
  for (const input of [undefined, null, 7, {}, new Map(), Symbol('s'), () => {}]) {
    await assert.rejects(normalizeIdentifiers(input), { name: 'InvalidInputError' });
  }
  for (const options of [{ defaultType: 'what' }, { corrections: 'yes' }, { signal: 1 }, { onProgress: 1 }, { worker: 'yes' }]) {
    await assert.rejects(normalizeIdentifiers('a.com', options), { name: 'InvalidInputError' });
  }
  const bad = new ReadableStream({ start: (controller) => controller.enqueue({}) });
  await assert.rejects(normalizeIdentifiers(bad), { name: 'InvalidInputError' });
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
  await assert.rejects(normalizeIdentifiers(broken), { name: 'InvalidInputError' });
});

test('the work can be watched and stopped', async () => {
  const text = Array.from({ length: 300_000 }, (_, at) => `https://www.site${at}.com/path`).join('\n');
  const seen = [];
  await normalizeIdentifiers(text, { onProgress: (progress) => seen.push(progress) });
  assert.ok(seen.length > 2 && seen.every(({ done, total }) => done <= total && total === text.length));
  assert.deepEqual(seen.map(({ done }) => done), seen.map(({ done }) => done).sort((a, b) => a - b));
  const controller = new AbortController();
  const stopped = normalizeIdentifiers(text, { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) });
  await assert.rejects(stopped, (error) => error instanceof AbandonedError && error.reason === 'aborted' && error.cause.message === 'enough');
  // A stream that gives nothing more does not hold the caller, and its writer hears of it.
  let cancelled;
  const silent = new ReadableStream({ start: (c) => c.enqueue(bytesOf('a.com\n')), cancel: (reason) => { cancelled = reason; } });
  const late = new AbortController();
  const waiting = normalizeIdentifiers(silent, { signal: late.signal });
  setTimeout(() => late.abort('too late'), 30);
  await assert.rejects(waiting, AbandonedError);
  assert.equal(cancelled, 'too late');
});

test('what the service says comes back to the lines', async () => {
  const report = await normalizeIdentifiers('nytimes.com\nwww.cnn.com\napple_tv_bundle,com.Netflix.app\nbundle_id,com.a.b\nunknown.com\nads.net\nleft.com');
  const list = await explain(report, { data: { propertyList: {
    listId: '1',
    identifiers: [{ type: 'domain', value: 'nytimes.com' }, { type: 'ios_bundle', value: 'com.netflix.app' }, { type: 'android_package', value: 'com.a.b' }],
    registeredIdentifiers: [{ type: 'domain', value: 'cnn.com' }],
    unresolvedDomains: ['unknown.com'],
  } } });
  assert.deepEqual(list.summary, {
    total: 7, removed: 0, modified: 0, unresolved: 1, registered: 1, assess: 0, ok: 0, resolved: 3, unmentioned: 2,
  });
  assert.deepEqual(list.entries('resolved').map(({ index, readAs }) => [index, readAs]), [[0, 'domain'], [2, 'ios_bundle'], [3, 'android_package']]);
  assert.equal(list.entries('registered')[0].input, 'www.cnn.com');
  const check = await explain(report, {
    summary: {},
    remove: [{ input: 'ads.net', canonical: 'ads.net', reason: 'blocked', domain_type: 'ad_server', identifier: { type: 'domain', value: 'ads.net' } }],
    modify: [{ input: 'cnn.com', canonical: 'edition.cnn.com', reason: 'x' }],
    assess: [{ domain: 'unknown.com' }, { domain: 'com.a.b', identifier: { type: 'bundle_id', value: 'com.a.b' } }],
    ok: [{ domain: 'nytimes.com', source: 'registry' }, { domain: 'cnn.com', source: 'registry' }],
  });
  assert.deepEqual(
    Object.fromEntries(Object.entries(check.summary).filter(([, count]) => count)),
    { total: 7, removed: 1, modified: 1, assess: 2, ok: 1, unmentioned: 2 },
  );
  const [removed] = check.entries('removed');
  assert.equal(removed.index, 5);
  assert.equal(removed.domainType, 'ad_server');
  assert.match(removed.message, /blocked \(ad_server\)/);
  assert.equal(check.entries('modified')[0].correction, 'edition.cnn.com');
  await assert.rejects(explain({}, {}), InvalidInputError);
  for (const other of [null, {}, { error: { code: 'NOT_FOUND' } }, { data: null }, { data: 'x' }]) {
    await assert.rejects(explain(report, other), InvalidInputError);
  }
  assert.equal((await explain(report, { data: { listId: '1', name: 'Spring' } })).summary.unmentioned, 7);
  assert.equal(check.entries('ok', null).length, 1);
});

test('of several types that an identifier comes back as, the one that was resolved counts', async () => {
  const report = await normalizeIdentifiers('ios_bundle,com.a.bcd\nbundle_id,com.a.bcd\nandroid_package,com.E.f\nbundle_id,com.e.F\nbundle_id,com.g.h');
  const of = (type, value) => ({ type, value });
  const explanation = await explain(report, {
    identifiers: [of('android_package', 'com.a.bcd'), of('ios_bundle', 'com.e.f')],
    unresolvedIdentifiers: [of('ios_bundle', 'com.a.bcd'), of('android_package', 'com.e.f'), of('ios_bundle', 'com.g.h'), of('bundle_id', 'com.g.h')],
  });
  const found = (outcome) => explanation.entries(outcome).map(({ index, readAs }) => [index, readAs]);
  assert.deepEqual(found('resolved'), [[1, 'android_package'], [3, 'ios_bundle']]);
  assert.deepEqual(found('unresolved'), [[0, 'ios_bundle'], [2, 'android_package'], [4, 'bundle_id']]);
});

test('a long answer is read between turns of the event loop, and can be given up', async () => {
  const lines = ['apple_app_store_id,284882215', 'android_package,com.a.b', 'ios_bundle,com.Netflix.App', 'roku_store_id,12'];
  for (let index = 0; index < 20_000; index += 1) lines.push(index % 3 ? `www.site${index}.com` : `site${index}.co.uk`);
  const report = await normalizeIdentifiers(lines);
  const heard = [];
  const answer = { listId: '1', identifiers: report.identifiers() };
  const { summary } = await explain(report, answer, { onProgress: (progress) => heard.push(progress) });
  assert.deepEqual([summary.total, summary.resolved], [report.length, report.length]);
  assert.ok(heard.length > 2 && heard.every(({ done, total }) => done <= total && total === 2 * report.length), JSON.stringify(heard));
  await assert.rejects(explain(report, answer, { signal: AbortSignal.abort() }), AbandonedError);
  await assert.rejects(explain(report, answer, { onProgress: 1 }), InvalidInputError);
});
