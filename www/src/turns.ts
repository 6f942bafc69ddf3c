// Long work of the page itself, in short tasks.

/** For how many milliseconds it may go on. */
const SLICE = 5;

/** A function to await between steps: it gives the page its turn when it is time, and throws once the signal aborts. */
export function turns(signal: AbortSignal): () => Promise<void> {
  let until = performance.now() + SLICE;
  return async () => {
    if (performance.now() < until) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    until = performance.now() + SLICE;
  };
}
