// Equal calls that change nothing share one request while it is under way.

import { Watch } from './watch.js';

/** The requests under way that may be shared. */
export class Coalescing {
  #shared = new Map();

  /** What a call comes to, sent now or already under way. It is aborted when everyone who waits for it has given up. */
  async run(call, signal, send) {
    const { key } = call;
    const one = this.#shared.get(key) ?? this.#start(call, send);
    const watch = new Watch(signal, 0);
    one.waiting += 1;
    const isFirst = one.call === call;
    try {
      const { call: sent, payload } = await watch.orEnd(one.sent);
      // Nobody changes what another one reads.
      return { call: sent, payload: isFirst ? payload : structuredClone(payload) };
    } catch (cause) {
      throw watch.ended ? call.abandoned(watch.reason) : cause;
    } finally {
      watch.end();
      one.waiting -= 1;
      if (one.waiting === 0) {
        // Whoever comes now must not join what is being aborted.
        this.#forget(one);
        one.controller.abort();
      }
    }
  }

  #start(call, send) {
    const one = { call, controller: new AbortController(), waiting: 0 };
    one.sent = send(one.controller.signal).finally(() => this.#forget(one));
    // It fails without anyone who waits when all have given up.
    one.sent.catch(() => undefined);
    this.#shared.set(call.key, one);
    return one;
  }

  #forget(one) {
    const { key } = one.call;
    if (this.#shared.get(key) === one) this.#shared.delete(key);
  }
}
