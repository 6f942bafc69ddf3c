// Text that was pasted, as the bytes that the WebAssembly has read. The page has the text anyway, so nothing of it is kept
// twice: a part is encoded again where somebody looks.

import { joined } from './bytes.js';

const encoder = new TextEncoder();

/** Pieces of a text, read like an array of its bytes. */
export class Pasted {
  #pieces = [];
  /** Where each piece begins, in bytes, and where the last one ends. */
  #starts = [0];
  #latest = { at: -1, bytes: undefined };

  /** Adds a piece, which has so many bytes. */
  add(piece, bytes) {
    this.#pieces.push(piece);
    this.#starts.push(this.#starts.at(-1) + bytes);
  }

  /** The bytes from one place to another. */
  subarray(start, end) {
    const parts = [];
    let at = this.#starts.findLastIndex((first) => first <= start);
    for (; at < this.#pieces.length && this.#starts[at] < end; at += 1) {
      const first = this.#starts[at];
      parts.push(this.#encoded(at).subarray(Math.max(start - first, 0), end - first));
    }
    return parts.length === 1 ? parts[0] : joined(parts);
  }

  /** The bytes of a piece. Who asks for a line usually asks for the next one, too. */
  #encoded(at) {
    if (this.#latest.at !== at) this.#latest = { at, bytes: encoder.encode(this.#pieces[at]) };
    return this.#latest.bytes;
  }
}
