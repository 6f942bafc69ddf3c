// Long lists inside an input: given as objects, as the text or the bytes of a JSON array, as a file, or as what a bulk job has
// made. They are checked piece by piece, apart from the rest; the rest is checked around them, and the body is put together
// from their bytes.

import { bytesOf } from './bytes.js';
import { CHECKED } from './checked.js';
import { offered } from './core.js';
import { Room } from './room.js';
import { checker } from './sift.js';
import { NOT_THERE_YET, THROWS, clean, toText } from './text.js';

/** How many items are written and checked in one step; as many as take less than a millisecond. */
const STEP = 256;
/** How many bytes of a text are checked in one step. */
const PIECE = 131_072;
/** From how many items or bytes on it is worth while to load first what reads them fast. */
const [MANY, MUCH] = [2_000, 1_000_000];

/**
 * The lists of an input that are checked apart; none where there are none. `slices` tells whether the caller can wait: only
 * then are lists of objects among them.
 */
export function listsApart(row, input, slices) {
  if (!row.lists || typeof input !== 'object' || input === null) return undefined;
  try {
    if (Array.isArray(input) || hasForm(input)) return undefined;
    const around = { ...input };
    const found = [...listsIn(around, tree(row.lists), [], [input], slices)];
    return found.length > 0 ? new Lists(row, around, found) : undefined;
  } catch {
    // Something in it throws when it is read; the check of the whole says what.
    return undefined;
  }
}

/** The names of the lists by where they stand: `a.b` is the list `b` of every item of the list `a`. */
function tree(paths) {
  const root = {};
  for (const path of paths.split(' ')) {
    path.split('.').reduce((branch, name) => (branch[name] ??= {}), root);
  }
  return root;
}

/** Whether it decides itself how it looks in JSON. */
function hasForm(value) {
  return typeof value?.toJSON === 'function';
}

/** Finds lists in the order of the text. What holds one is copied, so that the list can be taken out. */
function* listsIn(holder, names, path, ancestors, slices) {
  for (const name of Object.keys(holder)) {
    const value = holder[name];
    const here = [...path, name];
    const inner = Object.hasOwn(names, name) ? names[name] : undefined;
    if (!inner || value === undefined || value === null) continue;
    if (Object.keys(inner).length === 0) {
      const read = wayToRead(value, name, slices);
      if (read) yield { holder, name, path: here, ancestors, value, read, places: [] };
    } else if (Array.isArray(value) && !hasForm(value)) {
      const items = (holder[name] = [...value]);
      for (const [index, item] of value.entries()) {
        if (typeof item !== 'object' || item === null || hasForm(item)) continue;
        items[index] = { ...item };
        yield* listsIn(items[index], inner, [...here, index], [...ancestors, value, item], slices);
      }
    }
  }
}

function wayToRead(value, name, slices) {
  if (Array.isArray(value)) return slices && value.length > STEP && !hasForm(value) ? readItems : undefined;
  if (typeof value === 'string') return readText;
  if (value instanceof Blob) return readLater;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return readBytes;
  return value[CHECKED]?.list === name ? readChecked : undefined;
}

/** The lists of one input. */
class Lists {
  #row;
  #around;
  #lists;
  #check;
  /** Where the body is, if it is nowhere else. */
  #room;

  constructor(row, around, lists) {
    this.#row = row;
    this.#around = around;
    this.#lists = lists;
    for (const list of lists) {
      // What the caller does with his list while others run is his business.
      if (list.read === readItems) list.value = list.value.slice();
      if (list.read === readBytes) list.value = unmarked(list.value);
      if (list.read === readText) list.value = withoutHalves(list.value);
      list.size = list.value.length;
    }
  }

  /** Whether it takes longer than a page should stand still. */
  get long() {
    return this.#lists.some(({ read, value }) => read === readItems || read === readLater || value.length > PIECE);
  }

  /** Waits for files, and for what reads long lists fast. */
  async load() {
    for (const list of this.#lists.filter(({ read }) => read === readLater)) {
      try {
        list.value = unmarked(await list.value.arrayBuffer());
        list.size = list.value.length;
        list.read = readBytes;
      } catch {
        list.why = THROWS;
      }
    }
    if (!offered() && this.#lists.some(isVeryLong)) await loadFast();
  }

  /** Checks the lists; a generator for `inSlices`. */
  *steps() {
    this.#check = checker(this.#row);
    for (const list of this.#lists) {
      this.#check.open(JSON.stringify(list.path));
      yield* list.read(list, this.#check);
      list.holder[list.name] = list.stands = new Array(this.#check.count()).fill(0);
    }
  }

  /** Checks them in one go. */
  read() {
    for (const _step of this.steps());
  }

  /** The input as text, with zeros in place of the items. */
  #text() {
    return toText(this.#around, new Map(this.#lists.map(({ stands, places }) => [stands, places])));
  }

  validate() {
    return this.#check.validate(this.#text());
  }

  /** As `compile` of the WebAssembly; the body has the lists in it, and is good until `free`. */
  compile(lenient) {
    // Of what could not be read, nothing can be sent.
    const hasAll = this.#lists.every(({ unread }) => !unread);
    const [target, body, ...rest] = this.#check.compile(this.#text(), lenient && hasAll);
    return [target, body && this.#fill(body), ...rest];
  }

  /** The whole input as text, for whoever shows it. */
  whole() {
    const mark = `list-${Math.random()}`;
    for (const { holder, name } of this.#lists) holder[name] = mark;
    const pieces = toText(this.#around).split(`"${mark}"`);
    const decoder = new TextDecoder();
    const texts = this.#lists.map((list) => decoder.decode(bytesIn(list)));
    return pieces.map((piece, index) => piece + (texts[index] ?? '')).join('');
  }

  /** The body with the lists where zero bytes stand; JSON holds none. */
  #fill(body) {
    const parts = [];
    let from = 0;
    for (const list of this.#lists) {
      const hole = body.indexOf(0, from);
      if (hole < 0) break;
      parts.push(body.subarray(from, hole), bytesIn(list));
      from = hole + 1;
    }
    parts.push(body.subarray(from));
    // A single list mostly has room for what stands around it.
    const around = parts.length === 3 ? this.#lists[0].room?.between(parts[0], parts[2]) : undefined;
    return around ?? this.#joined(parts);
  }

  #joined(parts) {
    this.#room = new Room(parts.reduce((length, part) => length + part.length, 0));
    for (const part of parts) this.#room.add(part);
    return this.#room.bytes;
  }

  /** Ends the check. */
  end() {
    this.#check?.free();
    this.#check = undefined;
  }

  /** Leaves the memory to others. */
  free() {
    this.end();
    for (const { room } of [...this.#lists, { room: this.#room }]) room?.free();
  }
}

/** The bytes of a list that has been read. */
function bytesIn({ room }) {
  return room?.bytes ?? new Uint8Array(0);
}

function isVeryLong({ read, value }) {
  return read === readItems ? value.length > MANY : (value.length ?? 0) > MUCH;
}

/** It only makes things faster: where it cannot be loaded, they go the other way. */
async function loadFast() {
  try {
    const { load } = await import('./lists-module.js');
    await load();
  } catch {
    // Nothing is lost.
  }
}

/** Bytes, without the mark that some programs put before a text. */
function unmarked(value) {
  const bytes = bytesOf(value);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/**
 * Escapes for halves of surrogate pairs, which no encoder keeps, so that the check sees them. Behind a backslash that escapes it
 * a half stays: that is no JSON, and must not become any.
 */
function withoutHalves(text) {
  if (text.isWellFormed?.()) return text;
  return text.replace(/(\\*)(\p{Surrogate})/gu, (all, slashes, half) => (
    slashes.length % 2 ? all : `${slashes}\\u${half.charCodeAt(0).toString(16)}`
  ));
}

const encoder = new TextEncoder();

/** Objects: some of them at a time become text, and bytes. */
function* readItems(list, check) {
  const { value } = list;
  for (let at = 0; at < value.length; at += STEP) {
    const text = textOf(list, at);
    const start = check.room(text.length * 3);
    const { written } = encoder.encodeInto(text, check.place(start, text.length * 3));
    // The others are about as long as the first ones.
    list.room ??= new Room(Math.ceil((written * 1.1 * value.length) / STEP));
    const bytes = list.room.add(check.place(start, written - 1));
    check.slice(written);
    // Each slice has an opening bracket; the first one keeps it.
    if (at > 0) bytes[0] = 0x2c;
    yield at;
  }
  list.room.add(encoder.encode(']'));
}

function textOf({ value, path, ancestors, places }, at) {
  const items = value.slice(at, at + STEP);
  try {
    return JSON.stringify(items);
  } catch {
    const above = [...ancestors, value];
    return JSON.stringify(items.map((item, index) => clean(item, [...path, at + index], above, places)));
  }
}

/** The text of a JSON array. */
function* readText(list, check) {
  const { value } = list;
  let from = 0;
  const source = (view) => {
    const text = value.slice(from, from + view.length);
    // A character outside the basic plane is two units, which must not be parted.
    const cut = from + text.length < value.length && (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800;
    const whole = cut ? text.slice(0, -1) : text;
    const { read, written } = encoder.encodeInto(whole, view);
    from += read;
    return { added: written, last: from === value.length };
  };
  yield* readPieces(list, check, source);
}

/** Its bytes. What is sent is a copy: the caller may use his own again before that. */
function* readBytes(list, check) {
  const { value, size } = list;
  let from = 0;
  const source = (view) => {
    if (value.length !== size) return { added: 0, last: true };
    const piece = value.subarray(from, from + view.length);
    view.set(piece);
    from += piece.length;
    return { added: piece.length, last: from === size };
  };
  yield* readPieces(list, check, source);
  // Somebody else has them now.
  if (value.length !== size) refuse(list, THROWS, check);
}

/** Gives the check what fits into a piece, and again what it has left over, with more behind it. */
function* readPieces(list, check, source) {
  list.room = new Room(list.value.length);
  let [size, left] = [PIECE, 0];
  for (;;) {
    const start = check.room(size);
    const { added, last } = source(check.place(start + left, size - left));
    const length = left + added;
    const read = check.read(length, last);
    const piece = check.place(start, length);
    list.room.add(last ? piece : piece.subarray(0, read));
    if (last) return;
    piece.copyWithin(0, read);
    left = length - read;
    // An item that is longer than the piece.
    if (read === 0) size *= 2;
    yield check.count();
  }
}

/** What has been checked already. Its parts may be elsewhere in the next step. */
function* readChecked(list, check) {
  try {
    const { size, parts } = list.value[CHECKED];
    list.room = new Room(size);
    for (const part of parts()) {
      list.room.add(part);
      yield check.count();
    }
    check.accept(list.value.length);
  } catch {
    refuse(list, THROWS, check);
  }
}

/** A file, where nobody waits for it; or one that could not be read. */
function* readLater(list, check) {
  refuse(list, list.why ?? NOT_THERE_YET, check);
}

function refuse(list, why, check) {
  list.unread = true;
  list.places.push({ path: list.path, why });
  // It is there; how long it is, nobody knows.
  check.accept(1);
}
