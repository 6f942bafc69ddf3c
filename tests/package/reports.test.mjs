// Reports that live beside others: what one of them says, and where it lies, is nobody else's business.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Interchange, InterchangeError, InvalidInputError, hashMembers, init, normalizeIdentifiers } from 'interchange-web';

import { load } from '../../pkg/identifiers-module.js';

await init();
const { memory } = await load();

/** Lines of every bucket, which name their list, so that no two lists are alike. */
function linesOf(name, count) {
  const lines = [`# ${name}`, 'localhost', `www.first-of-${name}.com`];
  while (lines.length < count - 1) lines.push(`site${lines.length}.${name}.com`);
  return [...lines, lines[3]].join('\n');
}

/** All that a report says. */
function told(report) {
  return JSON.stringify([report.summary, report.identifiers(), report.toCsv(), report.noted, report.suggested, report.line(3)]);
}

test('a report stays what it is while others are made, kept and freed', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const alone = new Map();
  for (const name of names) {
    const report = await normalizeIdentifiers(linesOf(name, 700));
    alone.set(name, told(report));
    report.free();
  }
  const bytes = (name) => new TextEncoder().encode(linesOf(name, 700));
  const [a, b] = await Promise.all([normalizeIdentifiers(linesOf('a', 700)), normalizeIdentifiers(new Blob([bytes('b')]))]);
  const check = (reports) => Object.entries(reports).forEach(([name, report]) => assert.equal(told(report), alone.get(name), name));
  check({ a, b });
  const c = await normalizeIdentifiers(bytes('c'));
  check({ a, b, c });
  a.free();
  const d = await normalizeIdentifiers(linesOf('d', 700).split('\n'));
  check({ b, c });
  d.free();
  c.free();
  const e = await normalizeIdentifiers(linesOf('e', 700));
  check({ b, e });
  assert.throws(() => a.identifiers(), InterchangeError);
});

test('a report stays what it is while the memory grows', async () => {
  const before = memory.buffer.byteLength;
  const larger = normalizeIdentifiers(new Blob([linesOf('larger', 300_000)]).stream());
  const report = await normalizeIdentifiers(linesOf('x', 700));
  const said = told(report);
  const long = await larger;
  assert.equal(long.summary.total, 300_000);
  assert.ok(memory.buffer.byteLength > before);
  assert.equal(told(report), said);
  // What is longer than a step copies comes out whole.
  const whole = () => [JSON.stringify(long.identifiers()), ...[2, 150_000, 299_999].map((index) => JSON.stringify(long.line(index)))];
  const there = whole();
  await normalizeIdentifiers('a.com');
  assert.ok(whole().every((part, index) => part === there[index]));
});

test('a list is looked at by parts while others are made', async () => {
  const report = await normalizeIdentifiers(linesOf('x', 5_000));
  const [listed, csv] = [report.listed(), report.csvParts()];
  const [found, parts] = [[], []];
  for (const _ of Array(12)) {
    found.push(...(listed.next().value ?? []));
    parts.push(csv.next().value ?? '');
    await normalizeIdentifiers(linesOf('y', 3_000));
  }
  found.push(...[...listed].flat());
  assert.deepEqual(found.map(({ type, value }) => ({ type, value })), report.identifiers());
  assert.equal(parts.join('') + [...csv].join(''), report.toCsv());
});

test('a list that is sent again is the same list', async () => {
  const bodies = [];
  const fetch = async (request) => {
    bodies.push(await request.json());
    await normalizeIdentifiers(linesOf('other', 3_000));
    return bodies.length < 3 ? Response.json({}, { status: 503 }) : Response.json({ data: { listId: '1', name: 'x' } });
  };
  const interchange = new Interchange({ baseUrl: 'https://example.com', token: 'scope3_x', fetch });
  const identifiers = await normalizeIdentifiers(linesOf('mine', 2_000));
  await interchange.propertyLists.update({ advertiserId: '25', listId: '1', name: 'x', identifiers });
  assert.equal(bodies.length, 3);
  for (const body of bodies) assert.deepEqual(body.identifiers, identifiers.identifiers());
});

test('reports take no more memory than one, wherever they go', async () => {
  const text = linesOf('x', 20_000);
  const kept = [await normalizeIdentifiers(text), await normalizeIdentifiers(text)];
  const before = memory.buffer.byteLength;
  while (kept.length < 40) kept.push(await normalizeIdentifiers(text));
  assert.ok(memory.buffer.byteLength <= before, 'kept');
  for (let round = 0; round < 40; round += 1) (await normalizeIdentifiers(text)).free();
  assert.ok(memory.buffer.byteLength <= before, 'freed');
  assert.deepEqual(kept[0].identifiers(), kept.at(-1).identifiers());
});

/** People who name their list. */
function peopleOf(name, count) {
  return Array.from({ length: count }, (_, index) => ({ externalId: `${name}-${index}`, email: `${name}${index}@example.com` }));
}

test('members that are sent again are the same members', async () => {
  const bodies = [];
  const fetch = async (request) => {
    bodies.push((await request.json()).audiences[0].add);
    await hashMembers(peopleOf('other', 3_000));
    return bodies.length % 2 ? new Response('', { status: 429, headers: { 'Retry-After': '0' } }) : Response.json({ data: { success: true, operationId: '5' } });
  };
  const interchange = new Interchange({ baseUrl: 'https://example.com', token: 'scope3_x', fetch, validation: 'off' });
  const report = await hashMembers(peopleOf('mine', 2_000), { batchSize: 1_000 });
  for (const add of [...report.batches(), report]) {
    await interchange.audiences.sync({ accountId: '25', audiences: [{ audienceId: 'vip', add }] });
    assert.deepEqual(bodies.at(-2), JSON.parse(JSON.stringify(add)));
    assert.deepEqual(bodies.at(-1), bodies.at(-2));
  }
  assert.equal(bodies.length, 6);
});

test('what is taken away while it is read is an error, not half a list', async () => {
  const lines = linesOf('x', 60_000);
  for (const work of [normalizeIdentifiers, (input) => hashMembers(input, { columns: { externalId: 0, email: 1 } })]) {
    const bytes = new TextEncoder().encode(lines);
    const made = work(bytes);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    await assert.rejects(made, InvalidInputError);
  }
  const list = lines.split('\n');
  const made = normalizeIdentifiers(list);
  list.length = 1;
  await assert.rejects(made, InvalidInputError);
});

test('a list of bytes that is taken away while it is checked is not sent', async () => {
  const fetch = async () => assert.fail('sent');
  const interchange = new Interchange({ baseUrl: 'https://example.com', token: 'scope3_x', fetch, validation: 'off' });
  const domains = new TextEncoder().encode(JSON.stringify(Array.from({ length: 60_000 }, (_, index) => `site${index}.com`)));
  const sent = interchange.propertyLists.update({ advertiserId: '25', listId: '1', name: 'x', domains });
  structuredClone(domains.buffer, { transfer: [domains.buffer] });
  await assert.rejects(sent, InvalidInputError);
});
