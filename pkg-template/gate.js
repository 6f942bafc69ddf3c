// Where the requests of a client wait for their turn: the WebAssembly says when, this waits.

import { core } from './core.js';
import { wholeSeconds } from './seconds.js';

const CONCURRENCY = 6;
/** The service's limit, where it cannot be read from its answers. */
const PER_MINUTE = 100;

/** Lets requests leave in the order in which they came. */
export class Gate {
  #pacer;
  #waiting = [];
  #timer;

  constructor({ concurrency = CONCURRENCY, requestsPerMinute = PER_MINUTE }) {
    this.#pacer = new (core().Pacer)(concurrency, requestsPerMinute);
  }

  /** Resolves when a request may leave; rejects when the watch ends first. Whoever came in goes out by `leave`. */
  async enter(watch) {
    // What has been given up before it began takes nobody's turn.
    if (watch.ended) throw new Error(watch.ended);
    const turn = {};
    const come = new Promise((resolve) => (turn.come = resolve));
    this.#waiting.push(turn);
    this.#advance();
    try {
      await watch.orEnd(come);
    } catch (cause) {
      if (turn.has) this.leave();
      else this.#drop(turn);
      throw cause;
    }
  }

  /** A request has ended; with the answer's status and headers, where one came. */
  leave(answer) {
    const { status, headers } = answer ?? {};
    const said = (name) => wholeSeconds(headers?.get(name));
    const [limit, remaining, reset] = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map(said);
    const pause = status === 429 ? (answer.retryAfter ?? reset ?? 1) : undefined;
    this.#pacer.ended(performance.now(), !!answer, limit, remaining, reset, pause);
    this.#advance();
  }

  #advance() {
    clearTimeout(this.#timer);
    while (this.#waiting.length > 0) {
      const wait = this.#pacer.leave(performance.now());
      // Where it is infinite, the end of another request will call.
      if (wait > 0) {
        if (wait < Infinity) this.#timer = setTimeout(() => this.#advance(), Math.ceil(wait));
        return;
      }
      const turn = this.#waiting.shift();
      turn.has = true;
      turn.come();
    }
  }

  #drop(turn) {
    this.#waiting.splice(this.#waiting.indexOf(turn), 1);
    if (this.#waiting.length === 0) clearTimeout(this.#timer);
  }
}
