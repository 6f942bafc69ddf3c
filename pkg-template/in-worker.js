// Bulk jobs in a worker: asked for here, done in `worker.js`.

import { bytesOf } from './bytes.js';
import { AbandonedError, InterchangeError, InvalidInputError } from './errors.js';

let count = 0;

/**
 * Has a list read in a worker: the caller's, or one of its own when `worker` is true. Resolves to undefined where there are no
 * workers, or where it does not start; the caller then does the work itself.
 */
export async function elsewhere(worker, input, nature, { signal, onProgress, ...options }, job) {
  if (signal?.aborted) throw abandoned(signal.reason);
  const own = worker === true;
  const target = own ? start() : worker;
  if (!target) return undefined;
  // The caller's bytes stay with the caller: a copy costs far less than reading them.
  const data = nature === 'bytes' ? bytesOf(input).slice() : nature === 'text' ? String(input) : input;
  try {
    return await ask(target, { interchangeWeb: job, data, nature, options }, signal, onProgress);
  } finally {
    if (own) target.terminate();
  }
}

function start() {
  try {
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

function ask(worker, message, signal, onProgress) {
  const id = (count += 1);
  const { promise, resolve, reject } = deferred();
  const answered = ({ data }) => {
    if (data?.job !== id) return;
    if (data.progress) onProgress?.(data.progress);
    if (data.made) resolve(data.made);
    if (data.failure) reject(rebuilt(data.failure));
  };
  // What does not start says so with an event without details.
  const failed = () => resolve(undefined);
  const aborted = () => {
    worker.postMessage({ interchangeWeb: 'abort', job: id });
    reject(abandoned(signal.reason));
  };
  worker.addEventListener('message', answered);
  worker.addEventListener('error', failed);
  signal?.addEventListener('abort', aborted);
  const transfer = message.nature === 'bytes' ? [message.data.buffer] : [];
  worker.postMessage({ job: id, progress: !!onProgress, ...message }, transfer);
  return promise.finally(() => {
    worker.removeEventListener('message', answered);
    worker.removeEventListener('error', failed);
    signal?.removeEventListener('abort', aborted);
  });
}

function deferred() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}

function rebuilt({ name, message, issues, total }) {
  return name === 'InvalidInputError' ? new InvalidInputError(message, { issues, total }) : new InterchangeError(message);
}

function abandoned(cause) {
  return new AbandonedError('The job was aborted.', { reason: 'aborted' }, cause);
}
