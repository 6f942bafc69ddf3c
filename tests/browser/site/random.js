// Numbers that look like chance and are the same each time: mulberry32.

export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `end`. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  of(list) {
    return list[this.below(list.length)];
  }

  /** `count` letters out of `letters`. */
  word(letters, count) {
    let word = '';
    for (let at = 0; at < count; at += 1) word += this.of(letters);
    return word;
  }
}
