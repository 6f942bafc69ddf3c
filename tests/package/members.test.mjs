// Audience members in Node: every kind of input, every reason, and the hashes themselves, compared with Node's.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { load } from '../../pkg/members-module.js';
import { AbandonedError, InvalidInputError, hashMembers, init, validate } from 'interchange-web';

const sha = (text) => createHash('sha256').update(text).digest('hex');
const HASH = sha('jane@example.com');
const all = (report) => report.batches().flatMap((batch) => batch.toJSON());
const codes = (notes) => notes.map(({ row, reasons }) => [row, ...reasons.map(({ field, code }) => `${field}: ${code}`)]);

test('what is called too early says so', async () => {
  await assert.rejects(hashMembers([]), /await init\(\) first/);
  await init();
});

test('members are written as the service takes them', async () => {
  const report = await hashMembers([
    { externalId: 'u1', email: ' Jane@Example.COM ' },
    { externalId: 2, phone: '+1 (206) 555-1234', uids: [{ type: 'uid2', value: 'a"b\\c\n' }, { type: 'maid', value: 'ü' }] },
    { externalId: 'ü"3', hashedEmail: HASH.toUpperCase(), phone: HASH },
  ]);
  assert.deepEqual(all(report), [
    { externalId: 'u1', hashedEmail: HASH },
    { externalId: '2', hashedPhone: sha('+12065551234'), uids: [{ type: 'uid2', value: 'a"b\\c' }, { type: 'maid', value: 'ü' }] },
    { externalId: 'ü"3', hashedEmail: HASH, hashedPhone: HASH },
  ]);
  const [batch] = report.batches();
  assert.equal(batch.length, 3);
  assert.equal(new TextDecoder().decode([...batch[Symbol.for('interchange-web.json')].parts()][0]), JSON.stringify(batch));
  const input = { accountId: '25', audiences: [{ audienceId: 'a', add: batch }] };
  assert.deepEqual(validate('syncAudiences', input), { ok: true, issues: [], warnings: [], total: 0 });
});

test('addresses are trimmed and lowered and nothing else', async () => {
  const addresses = ['a.b+c@gmail.com', 'A.B+C@GMAIL.COM', '\u00a0JÜRGEN@Müller.example\ufeff', 'ΟΔΟΣ@example.gr', 'İ@example.com',
    `${'x'.repeat(43)}@example.com`, `${'x'.repeat(44)}@example.com`, `${'Y'.repeat(52)}@example.com`, `${'z'.repeat(200)}@example.com`];
  const report = await hashMembers(addresses.map((email, index) => ({ externalId: index, email })));
  assert.deepEqual(all(report).map(({ hashedEmail }) => hashedEmail), addresses.map((email) => sha(email.trim().toLowerCase())));
});

test('telephone numbers become E.164', async () => {
  const numbers = [['+49 (0)151 234-567.89', '+4915123456789'], ['0049 151 23456789', '+4915123456789'], ['0151/23456789', '+4915123456789']];
  const rows = numbers.map(([phone], index) => ({ externalId: index, phone }));
  for (const options of [{ country: 'de' }, { callingCode: 49 }, { callingCode: '+49' }]) {
    const report = await hashMembers(rows, options);
    assert.deepEqual(all(report).map(({ hashedPhone }) => hashedPhone), numbers.map(([, number]) => sha(number)));
  }
  assert.deepEqual(codes((await hashMembers(rows)).refused()), [[3, 'phone: calling_code_missing']]);
});

test('the vectors hold, in objects and in tables', async () => {
  const vectors = JSON.parse(await readFile(new URL('../vectors/members.json', import.meta.url)));
  for (const [field, hashedField] of [['email', 'hashedEmail'], ['phone', 'hashedPhone']]) {
    assert.ok(vectors[field].length >= 20);
    for (const { given, hashed, code, ...options } of vectors[field]) {
      const table = `id\t${field}\n1\t${given.replace('\t', ' ')}`;
      for (const rows of [[{ externalId: 1, [field]: given }], table, table.replaceAll('\t', ';').replace(given, `"${given}"`)]) {
        const report = await hashMembers(rows, options);
        assert.deepEqual(all(report)[0]?.[hashedField], hashed && sha(hashed), given);
        assert.equal(report.refused()[0]?.code, code, given);
      }
    }
  }
});

test('rows that cannot be sent are listed with every reason, and without a value', async () => {
  const throwing = { get externalId() { throw new Error('SECRET'); } };
  const report = await hashMembers([
    { email: 'jane@example.com' }, { externalId: ' ', email: 'jane@example.com' }, { externalId: 'jane@example.com', email: 'jane@example.com' },
    { externalId: '+1 206 555 1234', email: 'jane@example.com' }, { externalId: {}, email: 'jane@example.com' }, { externalId: '\ud800', email: 'jane@example.com' },
    { externalId: 'a' }, { externalId: 'a', email: 'SECRET', phone: 'SECRET' }, { externalId: 'a', email: 7.5, hashedEmail: 'SECRET', uids: 'SECRET' },
    null, 'SECRET', throwing, { externalId: 'a', uids: [{ type: 'uid2' }, null] }, { externalId: 'a', uids: [{ type: 'x', value: 'secret@example.com' }] },
    { externalId: 'x'.repeat(9_000), email: 'jane@example.com' }, { externalId: 'a', uids: Array(20_000).fill({ type: 'x', value: 'y' }) },
    { externalId: 'a', email: '' , phone: null, uids: [] }, { externalId: 'a', phone: '+1 555' }, { externalId: 'a', phone: '+49 1 ext 2' },
  ]);
  assert.equal(report.summary.refused, 19);
  assert.equal(report.summary.members, 0);
  assert.deepEqual(report.batches(), []);
  assert.deepEqual(codes(report.refused()), [
    [1, 'externalId: required'], [2, 'externalId: required'], [3, 'externalId: plain_email'], [4, 'externalId: plain_phone'],
    [5, 'externalId: wrong_type'], [6, 'externalId: not_text'], [7, 'row: no_identifier'], [8, 'email: not_an_email', 'phone: not_a_phone'],
    [9, 'email: wrong_type', 'hashedEmail: not_a_hash', 'uids: wrong_type'], [10, 'row: wrong_type'], [11, 'row: wrong_type'], [12, 'row: wrong_type'],
    [13, 'uids: required'], [14, 'uids: plain_email'], [15, 'externalId: too_long'], [16, 'row: too_long'], [17, 'row: no_identifier'],
    [18, 'phone: phone_length'], [19, 'phone: not_a_phone'],
  ]);
  const shown = inspect(report, { depth: 9 }) + JSON.stringify(report) + JSON.stringify(report.refused());
  assert.ok(!/secret/i.test(shown));
  assert.deepEqual(report.refused({ offset: 17, limit: 5 }).map(({ index }) => index), [17, 18]);
  assert.deepEqual(report.refused({ offset: 99 }), []);
  const [first] = report.refused({ limit: 1 });
  assert.equal(first.message, 'externalId is missing.');
  assert.equal(report.refused()[12].message, 'An entry of uids has no type or no value.');
});

test('a telephone number is no id, and numbers of customers and orders are', async () => {
  const phone = '0151 23456789';
  const plain = ['+4915123456789', phone, '(206) 555-1234', '206-555-1234', '0049 151 23456789', '004915123456789', '\u202a+49\u00a0151\u201123456789'];
  const own = ['015123456789', '15123456789', 4915123456789, 'tel:015123456789'];
  const fine = ['1234-5678', 15123456780, '015123456780', '0000123456', '2024-000123', '1234 5678 9012 3456', 'crm-15123456780'];
  const rows = [...plain.map((externalId) => ({ externalId, email: 'jane@example.com' })), ...own.map((externalId) => ({ externalId, phone, email: 'jane@example.com' }))];
  const table = (rows) => `id\tphone\temail\n${rows.map(({ externalId, phone = '', email }) => `${externalId}\t${phone}\t${email}`).join('\n')}`;
  for (const input of [rows, table(rows)]) {
    for (const options of [{ country: 'DE' }, {}]) {
      const report = await hashMembers(input, options);
      assert.deepEqual(report.refused().map(({ field, code }) => `${field} ${code}`), rows.map(() => 'externalId plain_phone'));
      assert.equal(report.length, 0);
    }
  }
  const good = fine.map((externalId) => ({ externalId, phone, email: 'jane@example.com' }));
  for (const input of [good, table(good)]) assert.deepEqual(all(await hashMembers(input, { country: 'DE' })).map(({ externalId }) => externalId), fine.map(String));
  const hashed = [{ externalId: sha('+4915123456789'), phone: sha('+4915123456789') }];
  assert.equal((await hashMembers(hashed)).length, 1, 'a hash may be an id');
  const uids = [{ externalId: 1, phone, uids: [{ type: 'phoneNumber', value: '015123456789' }, { type: 'id5', value: 'ID5*x' }] }];
  const report = await hashMembers(uids, { country: 'DE' });
  assert.deepEqual(codes(report.incomplete()), [[1, 'uids: plain_phone']]);
  assert.deepEqual(all(report)[0].uids, [{ type: 'id5', value: 'ID5*x' }]);
});

test('a row keeps its good identifiers, and tells of the others', async () => {
  const report = await hashMembers([
    { externalId: 'a', email: 'jane@example.com', phone: 'none' },
    { externalId: 'b', email: 'jane@', hashedEmail: HASH },
    { externalId: 'c', email: 'jane@example.com', hashedEmail: sha('Jane@example.com') },
    { externalId: 'd', email: 'jane@example.com', hashedEmail: HASH },
    { externalId: 'e', email: 'jane@example.com', uids: [{ type: 'uid2', value: 'ok' }, { type: '', value: 'x' }] },
  ]);
  assert.equal(report.summary.members, 5);
  assert.equal(report.summary.incomplete, 4);
  assert.deepEqual(codes(report.incomplete()), [
    [1, 'phone: not_a_phone'], [2, 'email: not_an_email'], [3, 'hashedEmail: hash_differs'], [5, 'uids: required'],
  ]);
  assert.ok(all(report).every(({ hashedEmail }) => hashedEmail === HASH));
  assert.deepEqual(all(report)[4].uids, [{ type: 'uid2', value: 'ok' }]);
});

test('the first of several rows with an id is sent, the first that can be', async () => {
  const report = await hashMembers([
    { externalId: 'a', email: 'bad' }, { externalId: 'a', email: 'jane@example.com' }, { externalId: ' a ', email: 'john@example.com' },
  ]);
  assert.deepEqual(all(report), [{ externalId: 'a', hashedEmail: HASH }]);
  assert.deepEqual(all(await hashMembers([{ externalId: ' 2 3\t', email: 'jane@example.com' }])), [{ externalId: '2 3', hashedEmail: HASH }]);
  assert.deepEqual({ ...report.summary }, { total: 3, members: 1, refused: 1, duplicates: 1, blank: 0, incomplete: 0, batches: 1, ignoredColumns: 0 });
  assert.equal(report.refused()[1].duplicateOf, 2);
});

const TABLE = '\ufeffExternal ID,E-Mail,Phone Number,UID2,Remark,email_sha256\r\n'
  + 'u1,Jane@Example.com,,,x,\r\n'
  + '"u ""2""","jane@example.com","+1 206 555 1234",tok,"a,b\nc",\r\n'
  + ',,,,,\r\n'
  + `u3,,0151 23456789,,,${HASH.toUpperCase()}\n`
  + 'u4,nobody\r'
  + 'ü5,JÜRGEN@müller.de';

const EXPECTED = [
  { externalId: 'u1', hashedEmail: HASH },
  { externalId: 'u "2"', hashedEmail: HASH, hashedPhone: sha('+12065551234'), uids: [{ type: 'uid2', value: 'tok' }] },
  { externalId: 'u3', hashedEmail: HASH },
  { externalId: 'ü5', hashedEmail: sha('jürgen@müller.de') },
];

function checkTable(report) {
  assert.deepEqual(all(report), EXPECTED);
  assert.deepEqual(codes(report.refused()), [[6, 'email: not_an_email']]);
  assert.deepEqual(codes(report.incomplete()), [[5, 'phone: calling_code_missing']]);
  assert.deepEqual({ ...report.summary }, { total: 6, members: 4, refused: 1, duplicates: 0, blank: 1, incomplete: 1, batches: 1, ignoredColumns: 1 });
}

const streamOf = (chunks) => new ReadableStream({
  start(controller) {
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
  },
});

test('a table comes as text, bytes, a Blob or a stream whose chunks end anywhere', async () => {
  const bytes = new TextEncoder().encode(TABLE);
  const [before, rest] = [new Uint8Array(bytes.length + 9), bytes.slice(0)];
  before.set(bytes, 5);
  for (const input of [TABLE, bytes, rest.buffer, before.subarray(5, 5 + bytes.length), new DataView(rest.buffer), new Blob([TABLE])]) {
    checkTable(await hashMembers(input));
  }
  for (let size = 1; size < bytes.length; size += size < 9 ? 1 : 17) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size));
    checkTable(await hashMembers(streamOf(chunks)));
  }
  checkTable(await hashMembers(streamOf([TABLE.slice(0, 99), TABLE.slice(99)])));
});

test('columns are told by name or place, and cells stand between tabs and semicolons, too', async () => {
  const rows = (separator) => [['Nr', 'Adresse', 'Netz'], ['7', 'jane@example.com', 'n'], ['8', '', 'm']].map((row) => row.join(separator)).join('\n');
  const columns = { externalId: 'nr', email: 'Adresse', uids: { id5: 'Netz' } };
  const expected = [{ externalId: '7', hashedEmail: HASH, uids: [{ type: 'id5', value: 'n' }] }, { externalId: '8', uids: [{ type: 'id5', value: 'm' }] }];
  for (const separator of [',', ';', '\t']) assert.deepEqual(all(await hashMembers(rows(separator), { columns })), expected);
  const bare = await hashMembers('jane@example.com,7\nnope,8', { columns: { email: 0, externalId: 1 } });
  assert.deepEqual(all(bare), [{ externalId: '7', hashedEmail: HASH }]);
  assert.equal(bare.refused()[0].row, 2);
});

test('columns that are not clear are not guessed', async () => {
  const table = 'id,Tel,email\n1,0151 23456789,jane@example.com';
  const message = async (columns) => {
    const error = await hashMembers(table, { columns }).then(() => assert.fail(inspect(columns)), (error) => error);
    assert.ok(error instanceof InvalidInputError, inspect(error));
    return [error.issues[0].path.join('.'), error.issues[0].code, error.message];
  };
  const [path, code, sentence] = await message({ phoneNumber: 'Tel' });
  assert.deepEqual([path, code], ['columns.phoneNumber', 'unknown_field']);
  for (const name of ['phoneNumber', 'externalId', 'email', 'phone', 'hashedEmail', 'hashedPhone', 'uids']) assert.ok(sentence.includes(name), name);
  for (const wrong of [5, 'x', true, [], ['Tel'], new Map([['phone', 'Tel']]), () => {}]) assert.deepEqual((await message(wrong)).slice(0, 2), ['columns', 'wrong_type']);
  for (const wrong of ['Tel', 1, ['Tel'], new Set()]) assert.deepEqual((await message({ uids: wrong })).slice(0, 2), ['columns.uids', 'wrong_type']);
  for (const wrong of [null, '', ' ', -1, 1.5, true, {}, ['Tel'], 'a\0b', '\x011']) {
    assert.deepEqual((await message({ phone: wrong })).slice(0, 2), ['columns.phone', 'wrong_type']);
    assert.deepEqual((await message({ uids: { id5: wrong } })).slice(0, 2), ['columns.uids.id5', 'wrong_type']);
  }
  assert.deepEqual((await message({ uids: { ' ': 'Tel' } })).slice(0, 2), ['columns.uids. ', 'wrong_type']);
  assert.match((await message({ uids: Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`t${index}`, index])) }))[2], /at most 12/);
  for (const columns of [undefined, null, {}, { phone: undefined, uids: undefined }]) assert.equal((await hashMembers(table, { columns })).length, 1);
});

test('a universal id may be called as a field is, and there may be twelve', async () => {
  const types = ['email', 'phone', 'externalId', ...Array.from({ length: 9 }, (_, index) => `t${index}`)];
  const table = `id,${types.map((type) => `c-${type}`).join(',')}\n1,${types.map((type) => `v-${type}`).join(',')}`;
  const report = await hashMembers(table, { columns: { uids: Object.fromEntries(types.map((type) => [type, `c-${type}`])) } });
  assert.deepEqual(all(report), [{ externalId: '1', uids: types.map((type) => ({ type, value: `v-${type}` })) }]);
});

test('a quote that is never closed, and a row without end, take nothing with them', async () => {
  const open = await hashMembers(`id,email\n1,jane@example.com\n"2,jane@example.com\n3,jane@example.com\n`);
  assert.equal(open.summary.total, 3);
  assert.deepEqual(all(open).map(({ externalId }) => externalId), ['1', '"2', '3']);
  const many = Array.from({ length: 5_000 }, (_, index) => `${index},jane@example.com`).join('\n');
  const long = await hashMembers(`id,email\n"x,jane@example.com\n${many}\ny,${'z'.repeat(300_000)}\nlast,jane@example.com`);
  assert.equal(long.summary.members, 5_002);
  assert.deepEqual(codes(long.refused()), [[5_003, 'row: too_long']]);
});

test('no rows are no mistake', async () => {
  for (const rows of [[], '', 'id,email', new Uint8Array()]) {
    const { summary, ...report } = await hashMembers(rows);
    assert.deepEqual([summary.total, summary.batches, Object.keys(report)], [0, 0, []]);
  }
});

test('batches hold what an add may hold', async () => {
  const rows = Array.from({ length: 10_001 }, (_, index) => ({ externalId: index, email: `jane${index}@example.com` }));
  const report = await hashMembers(rows);
  assert.deepEqual(report.batches().map(({ length }) => length), [10_000, 1]);
  assert.deepEqual(all(report), rows.map(({ externalId, email }) => ({ externalId: String(externalId), hashedEmail: sha(email) })));
  const table = `id,email\n${rows.map(({ externalId, email }) => `${externalId},${email}`).join('\n')}`;
  const small = await hashMembers(table, { batchSize: 2_500 });
  assert.deepEqual(small.batches().map(({ length }) => length), [2_500, 2_500, 2_500, 2_500, 1]);
  assert.deepEqual(all(small), all(report));
  const whole = await hashMembers(table, { batchSize: 100_000 });
  assert.equal(JSON.stringify(whole.batches()[0]), JSON.stringify(all(report)));
});

test('misuse is an InvalidInputError, and quotes nothing', async () => {
  const wrong = [
    [undefined], [7], [{}], [[], 7], [[], { batchSize: 0 }], [[], { batchSize: 100_001 }], [[], { country: 'XX' }], [[], { country: 49 }],
    [[], { callingCode: 'x' }], [[], { onProgress: 1 }], ['SECRET@example.com\n'], ['id,name\n1,SECRET'], ['id,email\n', { columns: { phone: 'SECRET' } }],
    [[], { columns: { email: {} } }], [streamOf([7])],
  ];
  for (const [rows, options] of wrong) {
    const error = await hashMembers(rows, options).then(() => assert.fail(inspect(rows)), (error) => error);
    assert.ok(error instanceof InvalidInputError, inspect(error));
    assert.ok(!inspect(error).includes('SECRET') && error.issues.length === 1);
  }
});

test('a job tells how far it is and can be stopped', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => ({ externalId: index, email: `jane${index}@example.com` }));
  const heard = [];
  await hashMembers(rows, { onProgress: ({ done, total }) => heard.push([done, total]) });
  assert.ok(heard.length > 0);
  assert.ok(heard.every(([done, total], index) => total === 60_000 && done <= total && (index === 0 || done > heard[index - 1][0])));
  const controller = new AbortController();
  const stopped = hashMembers(rows, { signal: controller.signal, onProgress: () => controller.abort() });
  await assert.rejects(stopped, (error) => error instanceof AbandonedError && error.reason === 'aborted');
  await assert.rejects(hashMembers(rows, { signal: AbortSignal.abort() }), AbandonedError);
  let cancelled = false;
  const endless = new ReadableStream({ pull: (c) => c.enqueue(new TextEncoder().encode('id,email\n')), cancel: () => void (cancelled = true) });
  await assert.rejects(hashMembers(endless, { signal: AbortSignal.timeout(50) }), AbandonedError);
  assert.ok(cancelled);
  const silent = new ReadableStream({ cancel: () => void (cancelled = 'silent') });
  const later = new AbortController();
  setTimeout(() => later.abort(), 20);
  await assert.rejects(hashMembers(silent, { signal: later.signal }), AbandonedError);
  assert.equal(cancelled, 'silent');
});

test('half a character is refused, and changes no value into another', async () => {
  const rows = [['ü\udc00x', 'jane@example.com', ''], ['ü\udc01x', 'jane@example.com', ''], ['3', 'a\ud800@example.com', ''], ['4', '', '+49 151 \ud800 23456789']];
  const expected = [[1, 'externalId: not_text'], [2, 'externalId: not_text'], [3, 'email: not_text'], [4, 'phone: not_text']];
  const objects = await hashMembers(rows.map(([externalId, email, phone]) => ({ externalId, email, phone })));
  assert.deepEqual(codes(objects.refused()), expected);
  assert.equal(objects.refused()[0].message, 'externalId is not valid text.');
  const table = `id,email,phone\n${rows.map((row) => row.join(',')).join('\n')}`;
  const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${table}`, (c) => c.charCodeAt(0)).buffer);
  const shifted = expected.map(([row, reason]) => [row + 1, reason]);
  for (const input of [table, utf16, streamOf([table]), streamOf([...table.match(/[^]/g)]), streamOf([utf16.subarray(0, 51), utf16.subarray(51)])]) {
    const report = await hashMembers(input);
    assert.deepEqual([report.length, codes(report.refused())], [0, shifted]);
  }
  const ends = 'phone,id,email\n,1,jane@example.com';
  for (const input of [`${ends}\ud800`, streamOf([`${ends}\ud800`]), streamOf([ends, '\ud800']), Buffer.from(`\ufeff${ends}x`, 'utf16le').subarray(0, -1)]) {
    const report = await hashMembers(input);
    assert.deepEqual([report.length, codes(report.refused())], [0, [[2, 'email: not_text']]]);
  }
  const uids = await hashMembers([{ externalId: 1, uids: [{ type: 'id5', value: 'a\udfff' }, { type: 'b\ud800', value: 'x' }] }]);
  assert.deepEqual(codes(uids.refused()), [[1, 'uids: not_text']]);
  const whole = streamOf(['id,email\n1,a\ud83d', '\ude00@example.com']);
  assert.deepEqual(all(await hashMembers(whole)), [{ externalId: '1', hashedEmail: sha('a😀@example.com') }]);
});

test('jobs do not disturb each other', async () => {
  const rows = (name) => Array.from({ length: 3_000 }, (_, index) => ({ externalId: index, email: `${name}${index}@example.com` }));
  const names = ['jane', 'john', 'olga'];
  const reports = await Promise.all(names.map((name) => hashMembers(rows(name))));
  reports.forEach((report, index) => assert.equal(all(report)[2_999].hashedEmail, sha(`${names[index]}2999@example.com`)));
});

test('plain values do not stay in the memory of the WebAssembly', async () => {
  const planted = ['planted.first@example.com', 'PLANTED.second@example.com', '+12065550199', 'plänted.third@example.com', 'planted.fourth@'];
  const rows = Array.from({ length: 9_000 }, (_, index) => ({ externalId: index, email: planted[(index % 3) * 2 % 5], phone: planted[2] }));
  const quoted = `id,email,phone\n${rows.map(({ email, phone }, index) => `"${index} ""x""","${email}",${phone}`).join('\n')}`;
  const long = `id,email\n1,${'l'.repeat(150)}planted.fifth@example.com`;
  const stop = new AbortController();
  await hashMembers(rows);
  await hashMembers(quoted);
  await hashMembers(long);
  await hashMembers(quoted, { signal: AbortSignal.abort() }).catch(() => {});
  await hashMembers([...rows, ...rows, ...rows, ...rows], { signal: stop.signal, onProgress: () => stop.abort() }).catch(() => {});
  await hashMembers(`id,email\n${planted[0]}`, { columns: { phone: 'none' } }).catch(() => {});
  await assert.rejects(hashMembers('Jane.Planted@planted.example,12065550199\nx,y'), InvalidInputError, 'a table without names');
  const memory = Buffer.from((await load()).memory.buffer).toString('latin1').toLowerCase();
  for (const trace of ['planted', 'nted.third', '2065550199', 'tnalp', 'lllllllllll']) {
    assert.ok(!memory.includes(trace), trace);
  }
});
