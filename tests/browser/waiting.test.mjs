// Waiting for tasks and other things that take longer than their call.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { World, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

/** Waits for a task in the page; gives what it came to, and the statuses that were seen on the way. */
function waitFor(world, taskId, options = {}) {
  return page.evaluate(async ({ token, taskId, options }) => {
    const statuses = [];
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const onProgress = ({ status }) => statuses.push(status);
    return { ...(await globalThis.outcome(client.tasks.wait(taskId, { ...options, onProgress }))), statuses };
  }, { token: world.token, taskId, options });
}

test('a task that completes', async () => {
  const world = new World();
  const { taskId } = await world.plant('task', { durationMs: 2_500 });
  const { value, statuses } = await waitFor(world, taskId);
  assert.deepEqual([value.taskId, value.status], [taskId, 'completed']);
  assert.ok(statuses.length >= 1 && statuses.every((status) => ['submitted', 'working'].includes(status)), statuses.join());
});

test('a task that fails rejects with its own error', async () => {
  const world = new World();
  const { taskId } = await world.plant('task', { durationMs: 10, fails: true });
  const { error } = await waitFor(world, taskId);
  assert.deepEqual([error.name, error.operation, error.taskId], ['RefusedError', 'getTask', taskId]);
  const { code, serviceMessage, field, suggestion, recovery, message } = error;
  assert.ok(code && serviceMessage && suggestion && recovery, JSON.stringify(error));
  assert.equal(message, `The task failed with ${code}: ${serviceMessage}`);
  assert.equal(typeof field, 'string');
});

test('the waiting has an end of its own', async () => {
  const world = new World();
  const { taskId } = await world.plant('task', { durationMs: 60_000 });
  const { error } = await waitFor(world, taskId, { deadline: 300 });
  assert.deepEqual([error.name, error.reason, error.operation], ['AbandonedError', 'timeout', 'getTask']);
});

test('the caller can stop waiting, for a reason that is no error', async () => {
  const world = new World();
  const { taskId } = await world.plant('task', { durationMs: 60_000 });
  const { error } = await page.evaluate(({ token, taskId }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 100);
    return globalThis.outcome(client.tasks.wait(taskId, { signal: controller.signal }));
  }, { token: world.token, taskId });
  assert.deepEqual([error.name, error.reason, error.cause], ['AbandonedError', 'aborted', 'enough']);
});

test('a task that nobody knows, and an id that is none', async () => {
  const world = new World();
  const unknown = await waitFor(world, '00000000-0000-4000-8000-000000000000');
  assert.deepEqual([unknown.error.name, unknown.error.status], ['RefusedError', 404]);
  const wrong = await waitFor(world, 'task-1');
  assert.deepEqual([wrong.error.name, wrong.error.issues[0].path], ['InvalidInputError', ['taskId']]);
});

test('a source is waited for until it is not pending any more; other operations say when', async () => {
  const world = new World();
  await world.settings({ activationDelayMs: 500, rateLimit: 0 });
  const seen = await page.evaluate(async (token) => {
    const { outcome, web } = globalThis;
    const client = new web.Interchange({ token, baseUrl: '' });
    const { sourceId } = await client.inventorySources.create({
      name: 'Agent', type: 'SALES', endpointUrl: 'https://agent.example.com/mcp', protocol: 'MCP',
      authenticationType: 'API_KEY', auth: { type: 'bearer', token: 'good' },
    });
    const pending = [];
    const source = await client.wait('getInventorySource', { sourceId }, { onProgress: ({ status }) => pending.push(status) });
    const none = await outcome(client.wait('listInventorySources', {}));
    const all = await client.wait('listInventorySources', {}, { until: (sources) => sources.length === 1 });
    return { status: source.status, pending, none: none.error.issues, all: all.length };
  }, world.token);
  assert.deepEqual([seen.status, seen.pending, seen.all], ['ACTIVE', ['PENDING'], 1]);
  assert.deepEqual(seen.none.map(({ path, code }) => [path, code]), [[['until'], 'required']]);
});
