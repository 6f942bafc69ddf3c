// What a job has made: texts, records, lists. They stay where they were made, in the module's memory, until the next job comes.
// Most are looked at, sent and forgotten; copying them took a fifth of the job.

import { InterchangeError } from './errors.js';

/** How many bytes are copied in a step, so that it takes less than a millisecond. */
const PART = 1024 * 1024;

/** The products of the job before, as long as somebody has them. */
let latest;

/** Lets the job before leave the memory, as far as it is still wanted: a page that keeps many reports keeps them elsewhere. */
export function* makeRoom(done) {
  yield* latest?.deref()?.leave(done) ?? [];
}

/** The products of a job, by their numbers. */
export class Products {
  #copies;
  #job;
  #memory;
  #places = [];
  #views = [];

  /** Copies that a worker has handed over; none where they are elsewhere. */
  constructor(copies = []) {
    this.#copies = copies;
  }

  /** So many of a job, which is over, in the memory of its module. */
  static of(job, count, memory) {
    const products = new Products();
    products.#job = job;
    products.#memory = memory;
    products.#places = Array.from({ length: count }, (_, which) => [job.product(which), job.size(which)]);
    latest = new WeakRef(products);
    return products;
  }

  /** The bytes of a product, for whoever reads them at once: later they may be elsewhere. */
  bytes(which) {
    if (this.#copies[which]) return this.#copies[which];
    if (!this.#job) throw new InterchangeError('The report has been freed.');
    // When the memory grows, it is another buffer, and views of the old one are empty.
    if (!this.#views[which]?.length) this.#views[which] = new Uint8Array(this.#memory.buffer, ...this.#places[which]);
    return this.#views[which];
  }

  /** Leaves the memory, in steps that yield `done`, and gives the copies. */
  *leave(done) {
    for (const [which, [, size]] of this.#places.entries()) {
      const copy = new Uint8Array(size);
      for (let at = 0; at < size && this.#job; at += PART) {
        copy.set(this.bytes(which).subarray(at, at + PART), at);
        yield done;
      }
      if (this.#job) this.#copies[which] ??= copy;
    }
    this.#giveBack();
    return this.#copies;
  }

  /** Lets go of everything. */
  free() {
    this.#copies = [];
    this.#giveBack();
  }

  #giveBack() {
    this.#job?.free();
    this.#job = undefined;
  }
}
