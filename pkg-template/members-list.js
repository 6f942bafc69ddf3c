// Objects as `list.rs` reads them: their texts one behind the other, and the lengths beside them.

const WRONG = 0xffffffff;
const LONG = 0xfffffffe;
const NO_ROW = 0xfffffffd;
const LONG_ROW = 0xfffffffc;

/** The longest text, in UTF-16 units: longer than any identifier. */
const LONGEST = 8_192;

const encoder = new TextEncoder();

/** Where the next text and the next length go. */
let bytes;
let lengths;
let at;
let place;

/**
 * Writes rows from `start` to `end`, or up to the one that no longer fits, and gives the index of the first that was not
 * written. A row that does not fit into the room alone is marked as too long.
 */
export function writeRows(rows, start, end, texts, numbers) {
  [bytes, lengths, at, place] = [texts, numbers, 0, 0];
  for (let index = start; index < end; index += 1) {
    const atBefore = at;
    const placeBefore = place;
    if (!writeRow(rows[index])) {
      at = atBefore;
      place = placeBefore;
      if (index > start) return index;
      lengths[place++] = LONG_ROW;
    }
  }
  return end;
}

/** Writes a row; false when it does not fit. */
function writeRow(row) {
  const atBefore = at;
  const placeBefore = place;
  if (place + 6 > lengths.length) return false;
  try {
    if (typeof row !== 'object' || row === null) throw new TypeError();
    const fits = write(row.externalId) && write(row.email) && write(row.phone) && write(row.hashedEmail) && write(row.hashedPhone);
    return fits && writeUids(row.uids);
  } catch {
    // No object, or one that cannot be read.
    at = atBefore;
    place = placeBefore;
    lengths[place++] = NO_ROW;
    return true;
  }
}

function writeUids(uids) {
  if (uids === undefined || uids === null) {
    lengths[place++] = 0;
    return true;
  }
  if (!Array.isArray(uids)) {
    lengths[place++] = WRONG;
    return true;
  }
  if (place + 1 + 2 * uids.length > lengths.length) return false;
  lengths[place++] = uids.length;
  for (const uid of uids) {
    if (!write(uid?.type) || !write(uid?.value)) return false;
  }
  return true;
}

/** Writes a text and its length; false when it does not fit. */
function write(value) {
  if (value === undefined || value === null) {
    lengths[place++] = 0;
    return true;
  }
  if (typeof value !== 'string') return writeOther(value);
  const { length } = value;
  if (length > LONGEST) {
    lengths[place++] = LONG;
    return true;
  }
  if (at + 3 * length > bytes.length) return false;
  if (!writeAscii(value, length, bytes, at)) return writeUnicode(value);
  at += length;
  lengths[place++] = length;
  return true;
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

/** Half a character becomes U+FFFD, which `as_text` in `row.rs` refuses. */
function writeUnicode(value) {
  const { written } = encoder.encodeInto(value, bytes.subarray(at));
  at += written;
  lengths[place++] = written;
  return true;
}

/** Whole numbers are taken as their digits; nothing else that is no text. */
function writeOther(value) {
  if (Number.isSafeInteger(value) || typeof value === 'bigint') return write(String(value));
  lengths[place++] = WRONG;
  return true;
}
