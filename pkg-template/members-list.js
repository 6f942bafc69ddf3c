// Objects as `list.rs` reads them: their texts one behind the other, and the lengths beside them.

const WRONG = 0xffffffff;
const LONG = 0xfffffffe;
const NO_ROW = 0xfffffffd;
const LONG_ROW = 0xfffffffc;

/** The longest text, in UTF-16 units: longer than any identifier. */
const LONGEST = 8_192;

const encoder = new TextEncoder();

/**
 * Writes rows from `start` to `end`, or up to the one that no longer fits, and gives the index of the first that was not
 * written. A row that does not fit into the room alone is marked as too long.
 */
export function writeRows(rows, start, end, texts, numbers) {
  const writer = new Writer(texts, numbers);
  for (let index = start; index < end; index += 1) {
    const { at, place } = writer;
    if (!writer.row(rows[index])) {
      writer.at = at;
      writer.place = place;
      if (index > start) return index;
      writer.length(LONG_ROW);
    }
  }
  return end;
}

class Writer {
  /** Where the next text and the next length go. */
  at = 0;
  place = 0;
  #bytes;
  #lengths;

  constructor(bytes, lengths) {
    this.#bytes = bytes;
    this.#lengths = lengths;
  }

  /** Writes a row; false when it does not fit. */
  row(row) {
    const { at, place } = this;
    if (place + 6 > this.#lengths.length) return false;
    try {
      if (typeof row !== 'object' || row === null) throw new TypeError();
      const fits = this.#text(row.externalId) && this.#text(row.email) && this.#text(row.phone)
        && this.#text(row.hashedEmail) && this.#text(row.hashedPhone);
      return fits && this.#uids(row.uids);
    } catch {
      // No object, or one that cannot be read.
      this.at = at;
      this.place = place;
      return this.length(NO_ROW);
    }
  }

  /** Writes a length, or what stands for one. */
  length(length) {
    this.#lengths[this.place] = length;
    this.place += 1;
    return true;
  }

  #uids(uids) {
    if (uids === undefined || uids === null) return this.length(0);
    if (!Array.isArray(uids)) return this.length(WRONG);
    if (this.place + 1 + 2 * uids.length > this.#lengths.length) return false;
    this.length(uids.length);
    for (const uid of uids) {
      if (!this.#text(uid?.type) || !this.#text(uid?.value)) return false;
    }
    return true;
  }

  /** Writes a text and its length; false when it does not fit. */
  #text(value) {
    if (value === undefined || value === null) return this.length(0);
    if (typeof value !== 'string') return this.#other(value);
    const { length } = value;
    if (length > LONGEST) return this.length(LONG);
    if (this.at + 3 * length > this.#bytes.length) return false;
    if (!writeAscii(value, length, this.#bytes, this.at)) return this.#unicode(value);
    this.at += length;
    return this.length(length);
  }

  /** Half a character becomes U+FFFD, which `as_text` in `row.rs` refuses. */
  #unicode(value) {
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.at));
    this.at += written;
    return this.length(written);
  }

  /** Whole numbers are taken as their digits; nothing else that is no text. */
  #other(value) {
    const isNumber = Number.isSafeInteger(value) || typeof value === 'bigint';
    return isNumber ? this.#text(String(value)) : this.length(WRONG);
  }
}

/** Writes the characters of a text as bytes; false when one of them is not ASCII. What the loop needs is in its own variables. */
function writeAscii(value, length, into, start) {
  let all = 0;
  for (let i = 0; i < length; i += 1) {
    const code = value.charCodeAt(i);
    into[start + i] = code;
    all |= code;
  }
  return all <= 0x7f;
}
