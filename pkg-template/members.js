// Audience members in bulk: read from objects or a table, normalised, hashed, cut into batches.

import { bulk } from './bulk.js';
import { core } from './core.js';
import { invalid } from './errors.js';
import { writeRows } from './members-list.js';
import { MembersReport } from './members-report.js';
import { inSlices } from './slices.js';

/** How many bytes of a table are read in a step: well below a millisecond. */
const PIECE = 32 * 1024;
/** How many rows of a list are read in a step. */
const ROWS = 400;
/** What an `add` holds by the documents, and the most that a call holds. */
const BATCH = 10_000;
const MOST = 100_000;

const UNCLEAR = {
  2: 'The table has no column for externalId. Its first row must name the columns; the option columns tells which one it is.',
  3: 'The table has no column with an identifier, such as email or phone; the option columns tells which one it is.',
  4: 'The option columns names a column that the table does not have.',
};

/** Hashes members; see `index.d.ts`. */
export async function hashMembers(rows, options = {}) {
  core();
  const settings = settingsOf(options ?? {});
  const source = sourceOf(rows, settings.signal);
  const engine = await bulk();
  const code = callingCode(settings, engine);
  return new MembersReport(await inSlices(hash(engine, source, { ...settings, code }), settings, source.total));
}

/**
 * The whole job as steps: from a source to plain data. A source is `{ rows }` or `{ pieces, total }`, an iterable or async
 * iterable of bytes and texts.
 */
export async function* hash(engine, source, { batchSize, code, columns }) {
  const job = new engine.MemberJob(batchSize, code, columns);
  const batches = [];
  const take = () => {
    const [at, size, length] = job.batch();
    if (length > 0) batches.push({ length, bytes: new Uint8Array(engine.memory.buffer, at, size).slice() });
    job.nextBatch();
  };
  try {
    yield* source.rows ? readRows(engine, job, source.rows, take) : readTable(engine, job, source.pieces, take);
    take();
    return { batches, counts: job.counts(), refused: job.refused(), incomplete: job.incomplete(), isTable: !source.rows };
  } finally {
    // Wipes what it holds of addresses and numbers.
    job.free();
  }
}

function* readRows(engine, job, rows, take) {
  for (let next = 0; next < rows.length; ) {
    const [texts, size, lengths, count] = job.listRoom();
    const { buffer } = engine.memory;
    const end = writeRows(rows, next, Math.min(rows.length, next + ROWS), new Uint8Array(buffer, texts, size), new Uint32Array(buffer, lengths, count));
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
    while (state === 1) {
      take();
      state = job.readTable(0, last);
    }
    if (state > 1) throw invalid(['columns'], 'required', UNCLEAR[state]);
  };
  for await (const piece of pieces) {
    yield done;
    for (let at = 0; at < piece.length; ) {
      const [place, size] = job.tableRoom();
      const room = new Uint8Array(engine.memory.buffer, place, Math.min(size, PIECE));
      const [taken, written] = write(piece, at, room);
      at += taken;
      done += taken;
      read(written, false);
      yield done;
    }
  }
  read(0, true);
}

const encoder = new TextEncoder();

/** Copies bytes or text from `at` on, as much as there is room for; gives how much was taken and written. */
function write(piece, at, room) {
  if (typeof piece !== 'string') {
    const part = piece.subarray(at, at + room.length);
    room.set(part);
    return [part.length, part.length];
  }
  let end = Math.min(piece.length, at + room.length);
  // Both halves of a character beyond the first plane go together.
  if (end < piece.length && (piece.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
  const { read, written } = encoder.encodeInto(piece.slice(at, end), room);
  return [read, written];
}

/** What rows are read from. */
function sourceOf(rows, signal) {
  if (Array.isArray(rows)) return { rows, total: rows.length };
  if (typeof rows === 'string') return { pieces: [rows], total: rows.length };
  if (rows instanceof ArrayBuffer || ArrayBuffer.isView(rows)) return { pieces: [bytesOf(rows)], total: rows.byteLength };
  if (typeof Blob === 'function' && rows instanceof Blob) return { pieces: chunks(rows.stream(), signal), total: rows.size };
  if (typeof rows?.getReader === 'function') return { pieces: chunks(rows, signal) };
  throw invalid(['rows'], 'wrong_type', 'rows must be an array of objects, a table as text or bytes, a Blob or a ReadableStream.');
}

function bytesOf(view) {
  return view instanceof ArrayBuffer ? new Uint8Array(view) : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** The chunks of a stream, which is cancelled when nobody reads on, or when the job is stopped while it waits. */
async function* chunks(stream, signal) {
  const reader = stream.getReader();
  const cancel = () => reader.cancel().catch(() => {});
  signal?.addEventListener('abort', cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield chunk(value);
    }
    // A last chance to notice that the end has come by stopping.
    yield '';
  } finally {
    signal?.removeEventListener('abort', cancel);
    cancel();
    reader.releaseLock();
  }
}

function chunk(value) {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return bytesOf(value);
  throw invalid(['rows'], 'wrong_type', 'The stream must give bytes or text.');
}

function settingsOf(options) {
  if (typeof options !== 'object') throw invalid(['options'], 'wrong_type', 'options must be an object.');
  const { batchSize = BATCH, columns = {}, country, callingCode, signal, onProgress } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > MOST) {
    throw invalid(['batchSize'], 'out_of_range', 'batchSize must be a whole number from 1 to 100,000.');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalid(['onProgress'], 'wrong_type', 'onProgress must be a function.');
  }
  return { batchSize, columns: wishes(columns), country, callingCode, signal, onProgress };
}

/** The columns that the caller names, as `wishes` in `columns.rs` reads them. */
function wishes(columns) {
  const { uids = {}, ...fields } = columns ?? {};
  const all = Object.entries({ ...fields, ...uids }).filter(([, column]) => column !== undefined);
  for (const [, column] of all) {
    const named = typeof column === 'string' && column !== '' && !/[\0\x01]/.test(column);
    if (!named && !(Number.isInteger(column) && column >= 0)) {
      throw invalid(['columns'], 'wrong_type', 'columns must tell the name of each column, or its place counted from 0.');
    }
  }
  return all.flatMap(([field, column]) => [field, typeof column === 'number' ? `\x01${column}` : column]).join('\0');
}

/** The calling code for national numbers; 0 where none is given. */
function callingCode({ country, callingCode }, engine) {
  if (callingCode !== undefined) {
    const digits = /^\+?([1-9]\d{0,2})$/.exec(String(callingCode))?.[1];
    if (!digits) throw invalid(['callingCode'], 'invalid', 'callingCode must have one to three digits, such as 49 or +49.');
    return Number(digits);
  }
  if (country === undefined) return 0;
  const code = typeof country === 'string' ? engine.callingCodeOf(country.toUpperCase()) : 0;
  if (!code) throw invalid(['country'], 'not_in_list', 'country must be a country of ISO 3166 in two letters, such as DE.');
  return code;
}
