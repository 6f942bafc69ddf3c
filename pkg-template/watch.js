// Abort signals and timers, watched for as long as an attempt lasts. Nothing outlives its attempt.

/** Ends when the caller's signal aborts, or when the time is over. */
export class Watch {
  /** `aborted`, `timeout`, or undefined while it lasts. */
  ended;
  /** The reason that the caller's signal gives. */
  reason;
  #controller = new AbortController();
  #over;
  #release;
  #stop;

  constructor(signal, timeout) {
    // Resolves, and never rejects: so nobody has to handle it.
    this.#over = new Promise((resolve) => (this.#release = resolve));
    const abort = () => this.#finish('aborted', signal.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    const timer = timeout > 0 ? setTimeout(() => this.#finish('timeout'), timeout) : undefined;
    this.#stop = () => {
      signal?.removeEventListener('abort', abort);
      clearTimeout(timer);
    };
  }

  /** For `fetch`: aborts when this ends, so that the runtime lets go of the connection. */
  get signal() {
    return this.#controller.signal;
  }

  /** Waits for a promise, but no longer than this lasts; rejects when this ends first. */
  async orEnd(promise) {
    const value = await Promise.race([this.#over, promise]);
    if (this.ended) throw new Error(this.ended);
    return value;
  }

  /** Takes timer and listener away. */
  end() {
    this.#stop();
    this.#release();
  }

  #finish(how, reason) {
    this.ended ??= how;
    this.reason = reason;
    this.#release();
    this.#controller.abort();
  }
}

/** Waits so many milliseconds; true when the caller aborts meanwhile. */
export async function sleep(ms, signal) {
  const watch = new Watch(signal, 0);
  let timer;
  try {
    await watch.orEnd(new Promise((resolve) => (timer = setTimeout(resolve, ms))));
    return false;
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
    watch.end();
  }
}
