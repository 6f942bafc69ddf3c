// What a job has made: the text, the records, the list. They stay where they were made, in the module's memory, until the next
// job comes or somebody wants bytes that last. Most lists are looked at, sent and forgotten; copying them took a fifth of the job.

/** The numbers of the products, and how many there are. */
export const [TEXT, RECORDS, LIST, PRODUCTS] = [0, 1, 2, 3];

/** The products of the job before, as long as somebody has them. */
let latest = new WeakRef({});

/** Lets the job before leave the memory, as far as it is still wanted: a page that keeps many reports keeps them elsewhere. */
export function* makeRoom(done) {
  yield* latest.deref()?.leave?.(done) ?? [];
}

/** The products of a job, by their numbers. */
export class Products {
  #copies;
  #job;
  #memory;
  #places;
  #views = [];

  /** Copies that a worker has handed over; none where they are elsewhere. */
  constructor(copies = []) {
    this.#copies = copies;
  }

  /** Those of a job, which is over, in the memory of its module. */
  static of(job, memory) {
    const products = new Products();
    products.#job = job;
    products.#memory = memory;
    products.#places = Array.from({ length: PRODUCTS }, (_, which) => [job.product(which), job.size(which)]);
    latest = new WeakRef(products);
    return products;
  }

  /** The bytes of a product, for whoever reads them at once: later they may be elsewhere. */
  bytes(which) {
    if (this.#copies[which]) return this.#copies[which];
    // When the memory grows, it is another buffer, and views of the old one are empty.
    if (!this.#views[which]?.length) this.#views[which] = new Uint8Array(this.#memory.buffer, ...this.#places[which]);
    return this.#views[which];
  }

  /** The bytes of a product, to keep. */
  copy(which) {
    return (this.#copies[which] ??= this.bytes(which).slice());
  }

  /** Leaves the memory, in steps that yield `done`, and gives the copies. */
  *leave(done) {
    for (let which = 0; which < PRODUCTS && this.#job; which += 1) {
      this.copy(which);
      yield done;
    }
    this.free();
    return this.#copies;
  }

  /** Gives the memory back. */
  free() {
    this.#job?.free();
    this.#job = undefined;
  }
}
