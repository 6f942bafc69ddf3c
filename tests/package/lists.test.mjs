// Long lists: however they are given and however they are cut, what is found and what is sent is the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AbandonedError, Interchange, InvalidInputError, init, prepare, validate } from 'interchange-web';

await init();

const CHECKED = Symbol.for('interchange-web.json');
const encoder = new TextEncoder();

/** The same numbers for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const event = (index) => ({
  event_id: `é${index}`,
  event_type: 'purchase',
  event_time: '2026-03-15T14:30:00-05:00',
  action_source: 'website',
  event_source_url: 'https://shop.example.com/a',
  user_match: { hashed_email: 'a'.repeat(64), uids: [{ type: 'rampid', value: 'x"\\y' }] },
  custom_data: { value: 1.5, currency: 'EUR', contents: [{ id: 'a', quantity: 1 }] },
});

const SPOILS = [
  (item) => ({ ...item, event_id: '' }),
  (item) => ({ ...item, event_time: 'yesterday' }),
  (item) => ({ ...item, event_type: undefined }),
  (item) => ({ ...item, eventType: 'purchase' }),
  (item) => ({ ...item, action_source: 'web' }),
  (item) => ({ ...item, custom_data: { value: 1, api_token: 'secret-value' } }),
  (item) => ({ ...item, user_match: { email: 'a@example.com', click_id: 'c' } }),
  (item) => ({ ...item, user_match: null }),
  (item) => ({ ...item, event_type: 'custom' }),
  (item) => ({ ...item, event_source_url: undefined }),
  (item) => ({ ...item, custom_data: { value: 5n } }),
  (item) => ({ ...item, event_id: '\ud800' }),
  () => null,
  () => undefined,
  () => 5,
  () => [],
  (item) => ({ ...item, get event_id() { throw new Error('hidden'); } }),
  (item) => ({ ...item, extra: deep(70) }),
];

function deep(levels) {
  let value = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** What a call finds and sends: the lists are checked in slices. */
async function called(operation, input, options) {
  let body;
  const fetch = async (request) => {
    body = await request.text();
    return Response.json({});
  };
  const client = new Interchange({ baseUrl: 'https://example.com', fetch, retries: 0, ...options });
  const error = await client.call(operation, input).then(() => undefined, (error) => error);
  return { body, issues: error?.issues, total: error?.total, error };
}

/** What one go finds and sends. */
function atOnce(operation, input) {
  const { ok, issues } = validate(operation, input);
  return { issues: ok ? undefined : issues, body: ok ? prepare(operation, input).body : undefined };
}

test('slices find and send what one go finds and sends', async () => {
  const next = random(1);
  for (let round = 0; round < 60; round += 1) {
    const length = 257 + Math.floor(next() * 900);
    const spoil = [0, 0.001, 0.02, 0.5][round % 4];
    const spoiled = round % 8 < 4 ? SPOILS.slice(0, 10) : SPOILS;
    const events = Array.from({ length }, (_, index) => {
      const item = event(index);
      return next() < spoil ? spoiled[Math.floor(next() * spoiled.length)](item) : item;
    });
    const input = round % 3 ? { advertiserId: '25', event_source_id: 's', events } : { events, advertiserId: {}, surprise: 1 };
    const [sliced, whole] = [await called('logEvent', input), atOnce('logEvent', input)];
    assert.deepEqual(sliced.issues, whole.issues, `round ${round}`);
    assert.deepEqual(sliced.body, whole.body, `round ${round}`);
  }
});

test('errors are counted beyond those that are kept', async () => {
  const events = Array.from({ length: 10_001 }, (_, index) => ({ ...event(index), event_id: '' }));
  const { issues, total } = await called('logEvent', { advertiserId: '25', event_source_id: 's', events });
  assert.deepEqual([issues.length, total], [100, 10_002]);
  assert.deepEqual(issues[99].path, ['events', 99, 'event_id']);
  assert.equal(validate('logEvent', { advertiserId: '25', event_source_id: 's', events }).total, 10_002);
});

/** A text in each of the ways in which a list may be given. */
const ways = (text) => ({
  text,
  bytes: encoder.encode(text),
  buffer: encoder.encode(text).buffer,
  'bytes with a mark': encoder.encode(`\ufeff${text}`),
  view: new DataView(encoder.encode(`##${text}`).buffer, 2),
  file: new Blob([text]),
});

test('a list may be text, bytes or a file', async () => {
  const text = ` [ ${Array.from({ length: 800 }, (_, index) => JSON.stringify(event(index))).join(' ,\n')} ]\n`;
  const around = { advertiserId: '25', event_source_id: 's' };
  for (const [way, events] of Object.entries(ways(text))) {
    const { body, error } = await called('logEvent', { ...around, events });
    assert.equal(body, `{"event_source_id":"s","events":${text}}`, `${way}: ${error}`);
    if (way === 'file') continue;
    assert.ok(validate('logEvent', { ...around, events }).ok);
    const prepared = prepare('logEvent', { ...around, events });
    assert.equal(new TextDecoder().decode(prepared.body), body);
    assert.ok(prepared.toCurl().includes('é799'));
    assert.equal(prepared.toJSON().body.events.length, 800);
  }
});

test('mistakes in a text are told by their places', async () => {
  const next = random(2);
  for (let round = 0; round < 20; round += 1) {
    const events = Array.from({ length: 1000 }, (_, index) => {
      const item = event(index);
      return next() < 0.01 ? SPOILS[Math.floor(next() * 10)](item) : item;
    });
    const around = { advertiserId: '25', event_source_id: 's', test_event_code: round % 2 ? 5 : undefined };
    const expected = validate('logEvent', { ...around, events });
    for (const [way, given] of Object.entries(ways(JSON.stringify(events)))) {
      if (way !== 'file') assert.deepEqual(validate('logEvent', { ...around, events: given }), expected, way);
      const { issues = [] } = await called('logEvent', { ...around, events: given });
      assert.deepEqual(issues, expected.issues, way);
    }
  }
});

test('an item may be longer than a piece, and a character may stand where pieces meet', async () => {
  for (const shift of [0, 1, 2, 3]) {
    const records = [`${'x'.repeat(shift)}${'😀é'.repeat(60_000)}`, 'short', '😀'.repeat(100_000)];
    const text = JSON.stringify(records);
    for (const domains of Object.values(ways(text))) {
      const { body, issues } = await called('createPropertyList', { advertiserId: '25', name: 'n', purpose: 'include', domains }, { validation: 'off' });
      assert.equal(issues, undefined);
      assert.equal(body, `{"name":"n","purpose":"include","domains":${text}}`);
    }
  }
});

test('a string ends where JSON says, wherever that is', () => {
  const { event_id, ...rest } = event(0);
  const filler = (index) => `${JSON.stringify(rest).slice(0, -1)},"event_id":"${index}"}`;
  for (const before of ['x', 'é', '😀']) {
    for (let length = 0; length < 36; length += 1) {
      for (const special of ['\\n', '\\"', '\\\\', '\\x', '\n', '\u0001', '\u001f', '"', '\u007f', ' ', '']) {
        const odd = filler(`${before.repeat(length)}${special}tail`);
        const events = `[${filler('a')},${odd},${filler('b')}]`;
        const { ok } = validate('logEvent', { advertiserId: '25', event_source_id: 's', events });
        assert.equal(ok, isJson(events), odd);
      }
    }
  }
});

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('what is no list is told at its place, once', async () => {
  const cases = [
    ['', 'events must be JSON, nested at most 64 levels deep.'],
    ['[', 'events must be JSON, nested at most 64 levels deep.'],
    ['[{}', undefined],
    ['[1,]', undefined],
    ['{"a":1}', 'events must be a list.'],
    ['[] []', 'events must be JSON, nested at most 64 levels deep.'],
    ['[]', 'events must have at least 1 item.'],
  ];
  for (const [text, message] of cases) {
    for (const [way, events] of Object.entries(ways(text))) {
      if (way === 'file') continue;
      const { issues } = validate('logEvent', { advertiserId: '25', event_source_id: 's', events });
      const about = issues.filter(({ path }) => path.length === 1);
      assert.equal(about.length, 1, text);
      if (message) assert.deepEqual([about[0].path, about[0].message], [['events'], message]);
    }
  }
  const broken = Uint8Array.of(0x5b, 0x22, 0xc3, 0x28, 0x22, 0x5d);
  assert.equal(validate('logEvent', { advertiserId: '25', event_source_id: 's', events: broken }).issues.length, 1);
  const cut = Uint8Array.of(0x5b, 0x5d, 0xc3);
  assert.equal(validate('logEvent', { advertiserId: '25', event_source_id: 's', events: cut }).issues.length, 1);
  const { issues } = validate('logEvent', { advertiserId: '25', event_source_id: 's', events: new Blob(['[]']) });
  assert.deepEqual(issues.map(({ path, message }) => [path, message.includes('await')]), [[['events'], true]]);
});

/** What a bulk job has made. */
const checked = (items, list = 'identifiers') => ({
  length: items.length,
  toJSON: () => items,
  [CHECKED]: { list, size: 0, parts: () => [encoder.encode(JSON.stringify(items))] },
});

test('what has been checked already is passed on', async () => {
  const identifiers = checked([{ type: 'domain', value: 'example.com' }]);
  const input = { advertiserId: '25', name: 'n', purpose: 'include', identifiers };
  const { body } = await called('createPropertyList', input);
  assert.deepEqual(JSON.parse(body).identifiers, identifiers.toJSON());
  assert.ok(validate('createPropertyList', input).ok);
  assert.equal(new TextDecoder().decode(prepare('createPropertyList', input).body), body);

  const many = { ...input, identifiers: { ...identifiers, length: 60_000 }, domains: new Array(50_000).fill('example.com') };
  assert.deepEqual((await called('createPropertyList', many)).issues, validate('createPropertyList', many).issues);
  assert.equal(validate('createPropertyList', many).issues.length, 1, 'the counts of both lists are added');
  const none = validate('createPropertyList', { ...input, identifiers: checked([]) });
  assert.equal(none.issues.length, 1, 'a list of none is none');
});

test('members stand in audiences', async () => {
  const member = (index) => ({ externalId: `m${index}`, hashedEmail: 'b'.repeat(64) });
  const members = Array.from({ length: 600 }, (_, index) => member(index));
  members[599] = { externalId: 'm', email: 'a@example.com' };
  const audiences = (given) => [
    { audienceId: 'a', remove: [{ externalId: 'x' }] },
    { audienceId: 'b', remove: given, add: given, name: 5 },
  ];
  const input = (given) => ({ accountId: '25', audiences: audiences(given) });
  const expected = validate('syncAudiences', input(members));
  assert.ok(expected.issues.some(({ path }) => path.join('.') === 'audiences.1.add.599.email'));
  assert.deepEqual((await called('syncAudiences', input(members))).issues, expected.issues);
  for (const given of [JSON.stringify(members), encoder.encode(JSON.stringify(members))]) {
    assert.deepEqual(validate('syncAudiences', input(given)), expected);
  }
  const add = members.slice(0, 500);
  const sent = { accountId: '25', audiences: [{ audienceId: 'a', add, remove: add }, { audienceId: 'b', add: checked(add, 'add') }] };
  const { body } = await called('syncAudiences', sent);
  assert.deepEqual(JSON.parse(body), JSON.parse(JSON.stringify({ audiences: sent.audiences })));
  const tooMany = { accountId: '25', audiences: [{ audienceId: 'a', add: { ...checked([], 'add'), length: 100_000 } }, { audienceId: 'b', add }] };
  assert.deepEqual(validate('syncAudiences', tooMany).issues.map(({ limit }) => limit), [100_000]);
});

test('the structured form takes them, too', async () => {
  const events = Array.from({ length: 300 }, (_, index) => event(index));
  const parts = { pathParams: { advertiserId: '25' }, body: { event_source_id: 's', events: encoder.encode(JSON.stringify(events)) } };
  let body;
  const fetch = async (request) => {
    body = await request.text();
    return Response.json({});
  };
  await new Interchange({ baseUrl: 'https://example.com', fetch }).call({ operation: 'log_event', ...parts });
  assert.deepEqual(JSON.parse(body).events, events);
});

test('a call can be stopped while its list is checked; a file that cannot be read is told', async () => {
  const events = Array.from({ length: 20_000 }, (_, index) => event(index));
  const client = new Interchange({ baseUrl: 'https://example.com', fetch: () => assert.fail('nothing is sent') });
  const stop = new AbortController();
  const call = client.events.log({ advertiserId: '25', event_source_id: 's', events }, { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')));
  await assert.rejects(call, (error) => error instanceof AbandonedError && error.attempts === 0 && error.operation === 'logEvent');

  const lost = new Blob(['[]']);
  lost.arrayBuffer = () => Promise.reject(new Error('gone'));
  await assert.rejects(client.events.log({ advertiserId: '25', event_source_id: 's', events: lost }), (error) => (
    error instanceof InvalidInputError && error.issues.length === 1 && error.issues[0].path[0] === 'events'
  ));
});

test('what a bulk job has made is checked where it stands for another list than its own', async () => {
  const input = { advertiserId: '25', name: 'n', purpose: 'include', domains: checked([{ type: 'domain', value: 'example.com' }]) };
  assert.deepEqual(validate('createPropertyList', input).issues.map(({ path }) => path), [['domains', 0]]);
});

test('halves of surrogate pairs are found in text as in objects, and never replaced', async () => {
  const items = [event(0), { ...event(1), event_id: 'x\ud800' }];
  const text = JSON.stringify(items).replace('\\ud800', '\ud800');
  const input = (events) => ({ advertiserId: '25', event_source_id: 's', events });
  assert.ok(text.includes('\ud800'));
  assert.deepEqual(validate('logEvent', input(text)), validate('logEvent', input(items)));
  assert.equal(validate('logEvent', input(text)).issues[0].path.join('.'), 'events.1.event_id');
  for (const [slashes, path] of [['\\', 'events'], ['\\\\', 'events.0']]) {
    assert.equal(validate('logEvent', input(`["${slashes}\ud800"]`)).issues[0].path.join('.'), path, 'an escape that is none stays one');
  }
});

test('what would make no JSON of the body is not sent, even where nothing is to be checked', async () => {
  const send = async (input) => {
    const client = new Interchange({ baseUrl: 'https://example.com', validation: 'off', fetch: () => assert.fail('sent') });
    await assert.rejects(client.propertyLists.create({ advertiserId: '25', name: 'n', purpose: 'include', ...input }), InvalidInputError);
  };
  const gone = { length: 1, toJSON: () => [], [CHECKED]: { list: 'identifiers', size: 9, parts: () => { throw new Error('gone'); } } };
  await send({ identifiers: gone });
  await send({ domains: 'example.com' });
  await send({ domains: '["example.com"] x' });
  await send({ domains: { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')), __proto__: Blob.prototype } });
});

test('calls that run at once, and are repeated, send each its own body', async () => {
  const text = (name, count) => JSON.stringify(Array.from({ length: count }, (_, index) => ({ ...event(index), event_id: `é${name}${index}` })));
  const lists = { text: (json) => json, bytes: (json) => encoder.encode(json), file: (json) => new Blob([json]), objects: JSON.parse };
  const sent = new Map();
  const attempts = new Map();
  const fetch = async (request) => {
    const body = await request.json();
    const [name] = /[a-z]+\d/.exec(body.events[0].event_id);
    attempts.set(name, (attempts.get(name) ?? 0) + 1);
    sent.set(name, body.events);
    return attempts.get(name) < 2 ? new Response('', { status: 429, headers: { 'Retry-After': '0' } }) : Response.json({ data: { events_received: 0 } });
  };
  const client = new Interchange({ baseUrl: 'https://example.com', fetch });
  const calls = Object.entries(lists).flatMap(([way, of], nth) => [300, 2_000].map(async (count, size) => {
    const json = text(`${way}${size}`, count + nth);
    await client.events.log({ advertiserId: '25', event_source_id: 's', events: of(json) });
    return [`${way}${size}`, JSON.parse(json)];
  }));
  for (const [name, events] of await Promise.all(calls)) {
    assert.equal(attempts.get(name), 2, name);
    assert.deepEqual(sent.get(name), events, name);
  }
});

test('what is sent is what was checked, whatever becomes of the bytes meanwhile', async () => {
  const events = Array.from({ length: 2_000 }, (_, index) => event(index));
  const bytes = encoder.encode(JSON.stringify(events));
  const input = { advertiserId: '25', event_source_id: 's', events: bytes };
  const prepared = prepare('logEvent', input);
  let body;
  const fetch = async (request) => {
    bytes.fill(0x20);
    body = await request.json();
    return Response.json({ data: { events_received: 0 } });
  };
  await new Interchange({ baseUrl: 'https://example.com', fetch }).events.log(input);
  assert.deepEqual(body.events, events);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(prepared.body)).events, events);
  assert.equal(prepared.body.buffer.byteLength, prepared.body.length, 'nothing else is in its memory');
});

test('there may be much around a list', async () => {
  const domains = JSON.stringify(['nytimes.com']);
  for (const length of [1, 5_000]) {
    const input = { advertiserId: '25', listId: '7', name: 'n', filters: { channels: Array(length).fill('display') }, domains };
    const { body, issues } = await called('updatePropertyList', input, { validation: 'off' });
    assert.deepEqual(issues, undefined);
    const { domains: sent, ...around } = JSON.parse(body);
    assert.deepEqual(sent, ['nytimes.com']);
    assert.ok(JSON.stringify(around).includes('display'));
  }
});
