// The body while it grows, and a hash table of what stands in it.

const BETWEEN = new TextEncoder().encode('{"type":"domain","value":"');
const AFTER = new TextEncoder().encode('"},');

export class Sites {
  #bytes;
  /** Where the next site begins. */
  end;
  /** Beginning and end of each site, and the number of a site, counted from 1, where its hash leads. */
  #places = new Uint32Array(1 << 18);
  #count = 0;
  #slots = new Uint32Array(1 << 18);

  /** `size` is that of the text. */
  constructor(head, size) {
    this.#bytes = new Uint8Array(head.length + size * 4 + (1 << 16));
    this.end = new TextEncoder().encodeInto(head, this.#bytes).written;
    this.#put(BETWEEN);
  }

  /** The bytes to write the next site to, from `end` on; what was written and not kept is written over. */
  open() {
    if (this.#bytes.length - this.end < 1024) this.#grow();
    return this.#bytes;
  }

  #put(bytes) {
    for (let at = 0; at < bytes.length; at += 1) this.#bytes[this.end++] = bytes[at];
  }

  #grow() {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** Keeps the site that ends at a place, unless it is there already. */
  close(end) {
    const [bytes, start, slots] = [this.#bytes, this.end, this.#slots];
    let slot = hash(bytes, start, end) & (slots.length - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      if (this.#same(slots[slot] - 1, start, end)) return;
    }
    this.#places[this.#count * 2] = start;
    this.#places[this.#count * 2 + 1] = end;
    slots[slot] = ++this.#count;
    this.end = end;
    this.#put(AFTER);
    this.#put(BETWEEN);
    if (this.#count * 2 >= this.#places.length) this.#widen();
  }

  #same(site, start, end) {
    const [from, to, bytes] = [this.#places[site * 2], this.#places[site * 2 + 1], this.#bytes];
    if (to - from !== end - start) return false;
    for (let at = 0; at < end - start; at += 1) {
      if (bytes[from + at] !== bytes[start + at]) return false;
    }
    return true;
  }

  /** Twice the room for places and slots. */
  #widen() {
    const places = new Uint32Array(this.#places.length * 2);
    places.set(this.#places);
    this.#places = places;
    const slots = (this.#slots = new Uint32Array(this.#slots.length * 2));
    for (let site = 0; site < this.#count; site += 1) {
      let slot = hash(this.#bytes, places[site * 2], places[site * 2 + 1]) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = site + 1;
    }
  }

  /** The whole body. */
  finish() {
    // Behind the last site stands the beginning of another one.
    const end = this.end - BETWEEN.length - (this.#count > 0 ? 1 : 0);
    this.#bytes[end] = 93;
    this.#bytes[end + 1] = 125;
    return this.#bytes.subarray(0, end + 2);
  }
}

/** FNV-1a. */
function hash(bytes, start, end) {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return hash ^ (hash >>> 15);
}
