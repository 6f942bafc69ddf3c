// Where long bodies are put together: in memory that was used before, while nobody needs it. New memory takes longer to get than
// to fill.

/** What stays free before and behind the bytes, for what is to stand around them. */
const MARGIN = 4096;

/** The memory that is free; it goes where the page needs it for something else. */
let spare = new WeakRef(new Uint8Array(0));

/** At least so many bytes of memory, with anything in them. */
function borrow(length) {
  const bytes = spare.deref();
  if (!(bytes?.length >= length)) return new Uint8Array(length);
  spare = new WeakRef(new Uint8Array(0));
  return bytes;
}

function giveBack(bytes) {
  if (!(spare.deref()?.length > bytes.length)) spare = new WeakRef(bytes);
}

/** Bytes that come one after the other. */
export class Room {
  #memory;
  #end = MARGIN;

  /** Room for about so many bytes. */
  constructor(expected) {
    this.#memory = borrow(expected + 2 * MARGIN);
  }

  /** The bytes, until the room is freed. */
  get bytes() {
    return this.#memory.subarray(MARGIN, this.#end);
  }

  /** Puts bytes behind those that are there, and gives them where they are now. */
  add(bytes) {
    const [start, end] = [this.#end, this.#end + bytes.length];
    if (end + MARGIN > this.#memory.length) this.#grow(2 * end + MARGIN);
    this.#memory.set(bytes, start);
    this.#end = end;
    return this.#memory.subarray(start, end);
  }

  /** The bytes between a head and a tail, until the room is freed; undefined where it is too small for those. */
  between(head, tail) {
    if (Math.max(head.length, tail.length) > MARGIN) return undefined;
    const start = MARGIN - head.length;
    this.#memory.set(head, start);
    this.#memory.set(tail, this.#end);
    return this.#memory.subarray(start, this.#end + tail.length);
  }

  /** Leaves the memory to somebody else. */
  free() {
    if (this.#memory) giveBack(this.#memory);
    this.#memory = undefined;
  }

  #grow(length) {
    const smaller = this.#memory;
    this.#memory = borrow(length);
    this.#memory.set(smaller.subarray(0, this.#end));
    giveBack(smaller);
  }
}
