// Audience members on their way through the WebAssembly. It runs in a page or in a worker, and depends on neither.

import { bytesOf } from './bytes.js';
import { pieces } from './chunks.js';
import { invalid } from './errors.js';
import { decoderOf, withBeginning } from './identify.js';
import { writeRows } from './members-list.js';

export { load } from './members-module.js';

/** How many bytes of a table are read in a step, and how many rows of a list: about half a millisecond. */
const PIECE = 32 * 1024;
const ROWS = 1_000;

/** What `readTable` answers beside 0, that it wants more, and 1, that the batch is full. */
const FULL = 1;
const UNCLEAR = {
  2: 'The table has no column for externalId. Its first row must name the columns; the option columns tells which one it is.',
  3: 'The table has no column with an identifier, such as email or phone; the option columns tells which one it is.',
  4: 'The option columns names a column that the table does not have.',
};

const encoder = new TextEncoder();

/** Steps through members and returns what `MembersReport` takes: bytes and numbers. `engine` are the exports of the module. */
export async function* steps(engine, input, nature, { batchSize, callingCode, country, columns, signal }) {
  const job = new engine.MemberJob(batchSize, callingCode || codeOf(country, engine), columns);
  const batches = [];
  const take = () => {
    const [at, size, length] = job.batch();
    if (length > 0) batches.push({ length, bytes: new Uint8Array(engine.memory.buffer, at, size).slice() });
    job.nextBatch();
  };
  try {
    if (nature === 'list') yield* readRows(engine, job, input, take);
    else yield* readTable(engine, job, piecesOf(input, nature, signal), take);
    take();
    return { batches, counts: job.counts(), refused: job.refused(), incomplete: job.incomplete(), isTable: nature !== 'list' };
  } finally {
    // Wipes what it holds of addresses and numbers.
    job.free();
  }
}

/** What a worker hands over instead of copying it. */
export function buffersOf({ batches, refused, incomplete }) {
  return [...batches.map(({ bytes }) => bytes), refused, incomplete].map(({ buffer }) => buffer);
}

/** The calling code for national numbers; 0 where no country is given. */
function codeOf(country, engine) {
  if (country === undefined) return 0;
  const code = engine.callingCodeOf(country.toUpperCase());
  if (!code) throw invalid(['country'], 'not_in_list', 'country must be a country of ISO 3166 in two letters, such as DE.');
  return code;
}

function* readRows(engine, job, rows, take) {
  for (let next = 0; next < rows.length; ) {
    const [texts, size, lengths, count] = job.listRoom();
    const room = new Uint8Array(engine.memory.buffer, texts, size);
    const numbers = new Uint32Array(engine.memory.buffer, lengths, count);
    const end = writeRows(rows, next, Math.min(rows.length, next + ROWS), room, numbers);
    job.listFilled(end - next);
    while (job.readList()) take();
    next = end;
    yield next;
  }
}

async function* readTable(engine, job, pieces, take) {
  let done = 0;
  const read = (written, last) => {
    let state = job.readTable(written, last);
    while (state === FULL) {
      take();
      state = job.readTable(0, last);
    }
    if (state) throw invalid(['columns'], 'required', UNCLEAR[state]);
  };
  for await (const { piece, size } of pieces) {
    for (let at = 0; at < piece.length; ) {
      const [start, room] = job.tableRoom();
      const [taken, written] = write(piece, at, new Uint8Array(engine.memory.buffer, start, Math.min(room, PIECE)));
      at += taken;
      read(written, false);
      yield Math.floor(done + (size * at) / piece.length);
    }
    done += size;
    // A pause in which it is noticed that a stream has ended because the job was stopped.
    yield done;
  }
  read(0, true);
}

/**
 * Copies bytes or text from `at` on, as much as there is room for; gives how much was taken and written. Half a character
 * becomes U+FFFD, which `as_text` in `row.rs` refuses.
 */
function write(piece, at, room) {
  if (typeof piece !== 'string') {
    const part = piece.subarray(at, at + room.length);
    room.set(part);
    return [part.length, part.length];
  }
  const end = Math.min(piece.length, at + room.length);
  const { read, written } = encoder.encodeInto(piece.slice(at, wholeTo(piece, end)), room);
  return [read, written];
}

/** Where to cut a text so that both halves of a character stay together. */
function wholeTo(text, end) {
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && end < text.length ? end - 1 : end;
}

/** The pieces of a table, as text or as bytes of UTF-8, and how large each was before. */
async function* piecesOf(input, nature, signal) {
  if (nature === 'text') return yield { piece: String(input), size: input.length };
  const all = nature === 'bytes' ? [bytesOf(input)] : withEnd(pieces(input, nature, signal));
  let decoder;
  let half = '';
  let begun = false;
  for await (const piece of withBeginning(all)) {
    if (typeof piece === 'string') {
      const text = half + piece;
      const whole = (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800 ? text.length - 1 : text.length;
      half = text.slice(whole);
      yield { piece: text.slice(0, whole), size: piece.length };
      continue;
    }
    if (!begun) decoder = decoderOf(piece);
    begun = true;
    if (decoder) yield* decoded(decoder, piece);
    else yield { piece, size: piece.length };
  }
  // Half a character at the very end is no text, and must not vanish.
  yield { piece: half + (decoder?.decode() ?? ''), size: 0 };
}

function* decoded(decoder, piece) {
  for (let at = 0; at < piece.length; at += PIECE) {
    const part = piece.subarray(at, at + PIECE);
    yield { piece: decoder.decode(part, { stream: true }), size: part.length };
  }
}

/** The pieces and an empty one, so that there is a step after the last. */
async function* withEnd(pieces) {
  yield* pieces;
  yield '';
}
