// Calls with a `fetch` of the test's own: what the client makes of answers and of options.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AbandonedError, Interchange, InvalidInputError, MalformedError, init } from 'interchange-web';

await init();

/** A client whose requests are answered one after the other, the last answer again and again. */
function answered(answers, options) {
  const sent = [];
  const fetch = async (request) => {
    sent.push(request);
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  return Object.assign(new Interchange({ baseUrl: 'https://example.com', token: 'scope3_x', fetch, ...options }), { sent });
}

const event = (index) => ({ event_id: `e${index}`, event_type: 'purchase', event_time: '2026-03-15T14:30:00-05:00', event_source_url: 'https://a.com' });
const events = Array.from({ length: 10_001 }, (_, index) => event(index));
const log = (list) => ({ advertiserId: '25', event_source_id: 's', events: list });
const TASK = '550e8400-e29b-41d4-a716-446655440000';
const taken = { data: { events_received: 1, events_processed: 1 } };

test('an observer of the progress that throws stops nothing', async () => {
  const client = answered([taken]);
  const reported = [];
  globalThis.reportError = (error) => reported.push(error.message);
  const { accepted } = await client.sendAll('log_event', log(events), { onProgress: () => { throw new Error('no bar'); } });
  delete globalThis.reportError;
  assert.deepEqual([accepted, client.sent.length, reported], [10_001, 2, ['no bar', 'no bar']]);
});

test('a list in parts is checked as the client is told, and says what it must be', async () => {
  const wrong = log([{ event_id: 5 }]);
  await assert.rejects(answered([taken]).sendAll('logEvent', wrong), InvalidInputError);
  const lenient = answered([taken], { validation: 'off' });
  assert.equal((await lenient.sendAll('logEvent', wrong)).accepted, 1);
  for (const other of ['[]', new Uint8Array(2), undefined]) {
    await assert.rejects(answered([taken]).sendAll('logEvent', log(other)), /events must be an array/);
  }
  const { signal } = new AbortController();
  for (const options of [{ signal: {} }, { timeout: -1 }, { form: 3 }]) {
    await assert.rejects(answered([taken]).sendAll('logEvent', log(events), options), InvalidInputError);
  }
  await answered([taken]).sendAll('logEvent', log([event(0)]), { signal });
  const given = await answered([taken]).sendAll('logEvent', log(events), { signal: AbortSignal.abort() }).catch((error) => error);
  assert.deepEqual([given.name, given.operation], ['AbandonedError', 'logEvent']);
});

test('a service that gives the same page again is found out, and the page is not lost', async () => {
  for (const page of [{ campaigns: [{ id: '1' }], nextCursor: 'x', hasMore: true }, { campaigns: [{ id: '1' }], hasMore: true, nextOffset: 0 }]) {
    const seen = [];
    await assert.rejects(async () => {
      for await (const campaign of answered([{ data: page }]).campaigns.list({})) seen.push(campaign.id);
    }, MalformedError);
    assert.ok(seen.length > 0);
  }
  const last = { data: { campaigns: [], nextCursor: 'x' } };
  const ended = answered([{ data: { campaigns: [{ id: '1' }], nextCursor: 'x' } }, last]);
  const all = [];
  for await (const campaign of ended.campaigns.list({})) all.push(campaign.id);
  assert.deepEqual(all, ['1']);
});

test('an answer to a question that says nothing is none', async () => {
  const nothing = new Response(null, { status: 204 });
  await assert.rejects(answered([nothing]).inventorySources.get({ sourceId: 's' }), MalformedError);
  await assert.rejects(answered([nothing]).tasks.wait(TASK), MalformedError);
  await assert.rejects(answered([[]]).wait('getInventorySource', { sourceId: 's' }), MalformedError);
  await assert.rejects(answered([{}]).tasks.wait(TASK, { deadline: -1 }), InvalidInputError);
  await assert.rejects(answered([{}]).tasks.wait(TASK, { signal: {} }), InvalidInputError);
  assert.equal(await answered([nothing]).inventorySources.delete({ sourceId: 's' }), undefined);
});

test('a deadline bounds the check of a long list, too; no time is longer than a timer can tell', async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({ type: 'domain', value: `site${index}.example.com`, about: { x: 'y'.repeat(50) } }));
  const client = answered([{ data: { listId: '1', name: 'n' } }]);
  const input = { advertiserId: '25', name: 'n', purpose: 'include', identifiers: many };
  const error = await client.propertyLists.create(input, { deadline: 5 }).catch((error) => error);
  assert.ok(error instanceof AbandonedError, String(error));
  assert.deepEqual([error.reason, error.operation, client.sent.length], ['timeout', 'createPropertyList', 0]);
  await assert.rejects(client.inventorySources.get({ sourceId: 's' }, { timeout: 1e12 }), /timeout must be at most 2,?000,?000,?000/);
});
