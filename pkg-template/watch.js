// Abort signals and timers, watched for as long as something lasts. Nothing outlives it.

import { invalid } from './errors.js';

/** Throws where something else was given as a signal. */
export function checkSignal(signal) {
  if (signal === undefined || typeof signal?.addEventListener === 'function') return;
  throw invalid(['signal'], 'wrong_type', 'signal must be an AbortSignal.');
}

/** Ends when a signal aborts, or when the time is over. */
export class Watch {
  /** `aborted`, `timeout`, or undefined while it lasts. */
  ended;
  /** The reason that the signal gives. */
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

  /** Aborts when this ends, so that the runtime lets go of the connection. */
  get signal() {
    return this.#controller.signal;
  }

  /** Waits for a promise, but no longer than this lasts; rejects when this ends first. */
  async orEnd(promise) {
    const value = await Promise.race([this.#over, promise]);
    if (this.ended) throw new Error(this.ended);
    return value;
  }

  /** Waits so many milliseconds; rejects when this ends first. */
  async sleep(ms) {
    let timer;
    try {
      await this.orEnd(new Promise((resolve) => (timer = setTimeout(resolve, ms))));
    } finally {
      clearTimeout(timer);
    }
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
