// The list of identifiers on its way through the WebAssembly. It runs in a page or in a worker, and depends on neither.

import { bytesOf } from './bytes.js';
import { pieces } from './chunks.js';
import { KINDS, NOT_TEXT, PRODUCTS, UNTYPED, kindOf } from './identifier-words.js';
import { Products, makeRoom } from './products.js';

export { load } from './identifiers-module.js';

/** Characters, bytes and values of a step, so that it takes less than a millisecond. */
const CHARACTERS = 32_768;
const BYTES = 65_536;
const VALUES = 1024;
/** Lines of a call: more than a piece usually has. */
const LINES = 2048;
/** Room for the values of a step; one that is longer gets its own. */
const ROOM = 65_536;
/** What is set aside at the beginning, at most; a larger list grows. */
const FIRST_ROOM = 64 * 1024 * 1024;

const encoder = new TextEncoder();

/**
 * Steps through an input and returns what `IdentifierReport` takes. `bulk` are the exports of the module; `isAway` says that
 * the report will not be where the input is, so that everything has to go there.
 */
export function steps(bulk, input, nature, options = {}, size = 0) {
  const isLater = nature === 'file' || nature === 'stream';
  return (isLater ? later : now)(() => new Job(bulk, nature, options, size), input, nature, options);
}

function* now(begin, input, nature) {
  yield* makeRoom(0);
  const job = begin();
  try {
    if (nature === 'text') yield* job.text(String(input), 0);
    if (nature === 'bytes') yield* job.bytes(bytesOf(input), 0);
    if (nature === 'list') yield* job.list(input);
    else yield* job.end();
    return yield* job.products();
  } finally {
    job.free();
  }
}

async function* later(begin, input, nature, { signal }) {
  yield* makeRoom(0);
  const job = begin();
  let done = 0;
  try {
    for await (const piece of withBeginning(pieces(input, nature, signal))) {
      yield* typeof piece === 'string' ? job.text(piece, done) : job.bytes(piece, done);
      done += piece.length;
    }
    yield* job.end();
    return yield* job.products();
  } finally {
    job.free();
  }
}

/** The pieces, the first of which shows how the text is encoded: it has two bytes, if there are so many. */
export async function* withBeginning(pieces) {
  let first = new Uint8Array(0);
  for await (const piece of pieces) {
    if (!first) yield piece;
    else if (typeof piece !== 'string' && first.length + piece.length < 2) first = Uint8Array.of(...first, ...piece);
    else {
      if (first.length) yield typeof piece === 'string' ? first : Uint8Array.of(...first, piece[0]);
      yield typeof piece === 'string' || !first.length ? piece : piece.subarray(1);
      first = undefined;
    }
  }
  if (first?.length) yield first;
}

class Job {
  #bulk;
  /** Undefined as soon as its products are somebody else's. */
  #job;
  #isText;
  #isAway;
  #done = 0;
  /** Decodes text that is not UTF-8 but says so at its beginning. */
  #decoder;
  /** The first half of a character that the last piece of a stream ended with. */
  #half = '';

  constructor(bulk, nature, { defaultType = 'domain', corrections = false, isAway }, size) {
    const expected = Math.min(nature === 'list' ? size * 20 : size + CHARACTERS * 3, FIRST_ROOM);
    this.#bulk = bulk;
    this.#job = new bulk.IdentifierJob(kindOf(defaultType), expected, (Math.random() * 2 ** 32) >>> 0, corrections);
    this.#isText = nature !== 'list';
    this.#isAway = isAway;
  }

  free() {
    this.#job?.free();
  }

  /** Reads text. A pair of surrogates stays together. */
  *text(given, before) {
    const text = this.#half + given;
    this.#half = '';
    for (let at = 0; at < text.length; ) {
      let end = Math.min(at + CHARACTERS, text.length);
      if (isFirstHalf(text.charCodeAt(end - 1))) {
        if (end === text.length) this.#half = text.slice(--end);
        else end -= 1;
      }
      this.#encode(text.slice(at, end));
      at = this.#half ? text.length : end;
      yield* this.#lines(before + at, false);
    }
  }

  /** Reads bytes. */
  *bytes(bytes, before) {
    if (before === 0) this.#decoder = decoderOf(bytes);
    for (let at = 0; at < bytes.length; at += BYTES) {
      const piece = bytes.subarray(at, at + BYTES);
      if (this.#decoder) {
        yield* this.text(this.#decoder.decode(piece, { stream: true }), before + at);
        continue;
      }
      this.#view(piece.length).set(piece);
      this.#job.fill(piece.length);
      yield* this.#lines(before + at + piece.length, false);
    }
  }

  /** Reads what is left when nothing more comes. */
  *end() {
    const rest = this.#half + (this.#decoder?.decode() ?? '');
    if (rest) this.#encode(rest);
    yield* this.#lines(this.#done, true);
  }

  /** Reads strings and objects. */
  *list(list) {
    for (let at = 0; at < list.length; ) {
      at = this.#batch(list, at);
      yield at;
    }
  }

  /** What is left behind. */
  *products() {
    const counts = [0, 1, 2, 3, 4].map((bucket) => this.#job.count(bucket));
    yield* makeRoom(this.#done);
    const products = Products.of(this.#job, PRODUCTS, this.#bulk.memory);
    this.#job = undefined;
    const made = this.#isAway ? { copies: yield* products.leave(this.#done) } : { products };
    return { ...made, counts, isText: this.#isText };
  }

  #encode(text) {
    const { written } = encoder.encodeInto(text, this.#view(text.length * 3));
    this.#job.fill(written);
  }

  *#lines(done, last) {
    this.#done = done;
    while (this.#job.lines(LINES, last)) yield done;
    yield done;
  }

  /** The module's memory where the next bytes go. Whatever allocates there makes older views useless. */
  #view(bytes) {
    const start = this.#job.room(bytes);
    return new Uint8Array(this.#bulk.memory.buffer, start, bytes);
  }

  /** Reads some values, and gives the index of the next one. */
  #batch(list, first) {
    const most = Math.min(VALUES, list.length - first);
    const lengthsAt = this.#job.lengths(most);
    const kindsAt = this.#job.kinds(most);
    const needed = Math.max(ROOM, wanted(list[first]) * 3);
    const bytes = this.#view(needed);
    const lengths = new Uint32Array(bytes.buffer, lengthsAt, most);
    const kinds = new Uint8Array(bytes.buffer, kindsAt, most);
    const count = fill(list, first, most, bytes, lengths, kinds);
    let used = 0;
    for (let at = 0; at < count; at += 1) used += lengths[at];
    this.#job.fill(used);
    this.#job.values(count);
    return first + count;
  }
}

/** Writes values into the module's memory, as many as there is room for, and gives how many. */
function fill(list, first, most, bytes, lengths, kinds) {
  let at = 0;
  for (let index = 0; index < most; index += 1) {
    let kind = NOT_TEXT;
    let value;
    try {
      const item = list[first + index];
      if (typeof item === 'string') {
        value = item;
        kind = UNTYPED;
      } else if (typeof item.value === 'string') {
        value = item.value;
        kind = kindOf(item.type);
      }
    } catch {
      // What cannot be looked at is no text.
    }
    const length = value === undefined ? 0 : value.length;
    if (at + length * 3 > bytes.length) return index;
    kinds[index] = kind;
    lengths[index] = length && write(value, length, bytes, at);
    at += lengths[index];
  }
  return most;
}

/** Writes a value, and gives how many bytes it has. Most are ASCII, and short: a loop is faster than a call. */
function write(value, length, bytes, start) {
  for (let at = 0; at < length; at += 1) {
    const code = value.charCodeAt(at);
    if (code > 127) return encoder.encodeInto(value, bytes.subarray(start)).written;
    bytes[start + at] = code;
  }
  return length;
}

function wanted(item) {
  try {
    const value = typeof item === 'string' ? item : item.value;
    return typeof value === 'string' ? value.length : 0;
  } catch {
    return 0;
  }
}

function isFirstHalf(code) {
  return code >= 0xd800 && code < 0xdc00;
}

/** Spreadsheets save "Unicode text" as UTF-16, with a mark at its beginning. */
export function decoderOf([first, second]) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}

/** Whether there is such a type. */
export function isKind(type) {
  return KINDS.includes(type);
}

/** What a worker hands over instead of copying it. */
export function buffersOf({ copies }) {
  return copies.map(({ buffer }) => buffer);
}
