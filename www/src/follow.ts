// Asking for a source until it is no longer pending.

import { isInterchangeError, type Interchange, type InventorySource } from 'interchange-web';
import { isAborted } from './problem.js';

const FIRST_PAUSE = 1_500;
const LONGEST_PAUSE = 15_000;
const GROWTH = 1.25;

interface Listener {
  /** Told of every answer. */
  seen: (source: InventorySource) => void;
  /** Told of an error, and whether asking goes on all the same. */
  failed: (error: unknown, goesOn: boolean) => void;
}

/**
 * Follows a source. The pauses grow, for the service counts requests. While the tab is hidden nothing is asked; when it
 * comes back, from the agent's sign-in perhaps, the pauses are short again.
 */
export async function follow(
  client: Interchange,
  sourceId: string,
  signal: AbortSignal,
  listener: Listener,
): Promise<void> {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    if (document.hidden) {
      await rest(signal);
      pause = FIRST_PAUSE;
      continue;
    }
    try {
      const source = await client.inventorySources.get({ sourceId }, { signal });
      if (signal.aborted) return;
      listener.seen(source);
      if (source.status !== 'PENDING') return;
    } catch (error) {
      if (isAborted(error)) return;
      const goesOn = isInterchangeError(error) && error.retryable;
      listener.failed(error, goesOn);
      if (!goesOn) return;
    }
    await rest(signal, pause);
    pause = Math.min(pause * GROWTH, LONGEST_PAUSE);
  }
}

/** Waits for the time to pass, the tab to be shown or hidden, or the view to be left. */
function rest(signal: AbortSignal, duration?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = duration === undefined ? undefined : setTimeout(done, duration);
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
