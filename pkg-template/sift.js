// Long lists, read by a WebAssembly that is compiled for speed, where it is loaded: it finds most items right, and leaves the
// others to the client's, which alone knows what is wrong with them.

import { core, offered, place } from './core.js';

/** Numbers that tell a run of items in doubt: where it begins and ends, the index of its first, and how many they are. */
const RUN = 4;

/** What checks the lists of an input: as the client's `Lists`, and where its room is. */
export function checker(row) {
  const lists = new (core().Lists)(row.index);
  const module = offered();
  return module ? new Sifter(row, lists, module) : Object.assign(lists, { place });
}

class Sifter {
  #row;
  #lists;
  #module;
  #sieve;

  constructor(row, lists, module) {
    this.#row = row;
    this.#lists = lists;
    this.#module = module;
  }

  /** Begins the list at a path. Of some lists the bulk module knows nothing. */
  open(path) {
    this.#sieve?.free();
    this.#sieve = this.#module.ListSieve.open(this.#row.id, JSON.parse(path).at(-1));
    return this.#lists.open(path);
  }

  room(bytes) {
    return (this.#sieve ?? this.#lists).room(bytes);
  }

  place(start, length) {
    return this.#sieve ? new Uint8Array(this.#module.memory.buffer, start, length) : place(start, length);
  }

  /** Checks a piece that is a list of some of the items. */
  slice(bytes) {
    if (!this.#sieve) return this.#lists.slice(bytes);
    const before = this.#lists.count();
    this.#sieve.begin(before);
    if (this.#sieve.read(bytes) === bytes && this.#sieve.ended()) return this.#settle();
    this.#lists.slice(this.#hand(0, bytes));
  }

  /** Checks a piece of the list's own text; gives how many bytes of whole items there were. */
  read(bytes, last) {
    if (!this.#sieve) return this.#lists.read(bytes, last);
    const read = this.#sieve.read(bytes);
    if (this.#sieve.begun()) this.#settle();
    if (!last || read === bytes && this.#sieve.ended()) return read;
    // What is no JSON, or nested too deep: the client says what it is.
    if (this.#sieve.begun()) this.#lists.resume(this.#sieve.count(), this.#sieve.ended());
    return read + this.#lists.read(this.#hand(read, bytes), true);
  }

  accept(count) {
    this.#lists.accept(count);
  }

  count() {
    return this.#lists.count();
  }

  validate(text) {
    return this.#lists.validate(text);
  }

  compile(text, lenient) {
    return this.#lists.compile(text, lenient);
  }

  free() {
    this.#sieve?.free();
    this.#lists.free();
  }

  /** Has the items in doubt checked, each run of them as a list of its own. */
  #settle() {
    const sieve = this.#sieve;
    const runs = new Uint32Array(this.#module.memory.buffer, sieve.doubts(), sieve.runs() * RUN);
    for (let at = 0; at < runs.length; at += RUN) {
      const [start, end, index] = runs.subarray(at, at + RUN);
      this.#lists.accept(index);
      this.#lists.slice(this.#hand(start, end, true));
    }
    this.#lists.accept(sieve.count());
  }

  /** Copies a part of the piece to the client's WebAssembly, in brackets where it is to be a list; gives the length. */
  #hand(start, end, brackets = false) {
    const length = end - start + (brackets ? 2 : 0);
    const bytes = place(this.#lists.room(length), length);
    bytes.set(new Uint8Array(this.#module.memory.buffer, this.#sieve.room(0) + start, end - start), brackets ? 1 : 0);
    if (brackets) [bytes[0], bytes[length - 1]] = [0x5b, 0x5d];
    return length;
  }
}
