// Long work in short tasks: the page stays alive, the caller hears of the progress, and can stop it.

import { AbandonedError } from './errors.js';

/** Milliseconds that a slice may take; with the step that ends it, a task stays below 8. */
const SLICE = 4;

/**
 * Runs a generator to its end and gives what it returns. It yields how many items are done, after steps of a millisecond at
 * most; between slices the event loop gets its turn. It may be an async one, where it waits for data.
 *
 * `options`: `signal`, and `onProgress`, which is told `{ done, total }`; `total` is undefined where it is not known.
 */
export async function inSlices(steps, { signal, onProgress } = {}, total) {
  let until = performance.now() + SLICE;
  try {
    for (;;) {
      if (signal?.aborted) throw abandoned(signal.reason);
      const next = steps.next();
      const { done, value } = next instanceof Promise ? await next : next;
      if (done) return value;
      if (performance.now() < until) continue;
      onProgress?.({ done: value, total });
      await turn();
      until = performance.now() + SLICE;
    }
  } finally {
    // Where the work was stopped, it lets go of its buffers.
    await steps.return?.();
  }
}

function abandoned(cause) {
  return new AbandonedError('The job was aborted.', { reason: 'aborted' }, cause);
}

/** Lets the event loop run what waits: input, painting, other tasks. */
export function turn() {
  if (globalThis.scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
