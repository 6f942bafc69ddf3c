// Waiting for something that takes longer than its call: asked again and again, as the service says or the documents pace it.

import { core, find } from './core.js';
import { RefusedError, invalid, toError } from './errors.js';
import { checkOptions } from './prepare.js';
import { wholeSeconds } from './seconds.js';
import { Watch } from './watch.js';

/** When it is done, where the documents say so. */
const DONE = {
  getTask: ({ task }) => !task || task.status === 'completed' || task.status === 'failed',
  browseProducts: ({ pendingAgents }) => !pendingAgents?.length,
  getInventorySource: ({ status }) => status !== 'PENDING',
};

/**
 * Sends a call again and again until `until` says that its answer is the one, and gives that answer. `onProgress` is told the
 * others. `deadline` is about the whole.
 */
export async function wait(client, operation, input, settings) {
  const { until, onProgress, deadline, signal, ...options } = settings ?? {};
  const row = find(operation);
  checkOptions(1, { ...options, deadline, signal });
  const isDone = until ?? DONE[row.id];
  if (typeof isDone !== 'function') throw invalid(['until'], 'required', `until is required: when ${row.id} has the right answer, only you know.`);
  const watch = new Watch(signal, deadline);
  const started = performance.now();
  try {
    for (;;) {
      const answer = await client.call(row.id, input, { ...options, signal: watch.signal });
      if (!until && Object(answer) !== answer) throw toError(core().noList(false), row);
      if (isDone(answer)) return answer;
      onProgress?.(answer);
      const asked = wholeSeconds(String(Math.ceil(answer?.task?.retryAfterSeconds ?? NaN)));
      await watch.sleep(core().askAgain(row.index, performance.now() - started, asked));
    }
  } catch (cause) {
    throw watch.ended ? abandoned(row, watch, deadline) : cause;
  } finally {
    watch.end();
  }
}

/** Waits until a task has completed, and gives it; a task that failed rejects with its own error. */
export async function waitForTask(client, taskId, options) {
  const { onProgress, ...others } = options ?? {};
  const tell = onProgress && (({ task }) => onProgress(task));
  const { task } = await wait(client, 'getTask', { taskId }, { ...others, onProgress: tell });
  if (!task) throw toError(core().noList(false), find('getTask'));
  if (task.status === 'failed') throw failed(task);
  return task;
}

function failed({ taskId, error }) {
  const { code = 'TASK_FAILED', message = 'The service gave no reason.', ...more } = error ?? {};
  const { field, suggestion, recovery, details, retry_after: later, retryAfter = later } = more;
  const facts = { operation: 'getTask', method: 'GET', status: 200, code, serviceMessage: message, field, suggestion };
  const retryable = recovery === 'transient';
  Object.assign(facts, { recovery, details, retryAfter, retryable, taskId, issues: [], attempts: 1 });
  return new RefusedError(`The task failed with ${code}: ${message}`, facts);
}

function abandoned(row, watch, deadline) {
  const aborted = watch.ended === 'aborted';
  const thrown = core().withoutAnswer(row.index, aborted ? 0 : 1, deadline ?? 0, false);
  return toError(thrown, row, {}, aborted ? watch.reason : undefined);
}
