// Where the lines of a bulk job come from: text, bytes, files and streams, by pieces.

import { bytesOf } from './bytes.js';
import { InvalidInputError, invalid } from './errors.js';

/** How many bytes one job takes: far more than any service does, and what fits into a page's memory. */
const MOST = 256 * 1024 * 1024;
/** How much of a file is read at once. */
const FILE_PIECE = 1024 * 1024;

/** What an input is: `text`, `bytes`, `file`, `stream`, `list`, or undefined. Objects of other realms are recognised, too. */
export function natureOf(input) {
  if (typeof input === 'string' || input instanceof String) return 'text';
  if (Array.isArray(input)) return 'list';
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) return 'bytes';
  const tag = Object.prototype.toString.call(input);
  if (tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]') return 'bytes';
  if (typeof input?.arrayBuffer === 'function' && typeof input.size === 'number') return 'file';
  return typeof input?.getReader === 'function' ? 'stream' : undefined;
}

/** How large an input is, in characters or bytes; undefined where nobody knows. */
export function sizeOf(input, nature) {
  const size = { text: input.length, bytes: input.byteLength, file: input.size, list: input.length }[nature];
  if (nature !== 'list' && size > MOST) throw tooLarge();
  return size;
}

function tooLarge() {
  return invalid(['input'], 'too_long', 'The input must have at most 256 MB.');
}

/** The pieces of a file or of a stream: bytes, or text where a stream gives text. */
export async function* pieces(input, nature, signal) {
  try {
    yield* nature === 'file' ? ofFile(input) : ofStream(input, signal);
  } catch (cause) {
    if (cause instanceof InvalidInputError || signal?.aborted) throw cause;
    throw unreadable(cause);
  }
}

/** The error of an input that cannot be read, or not to its end. */
export function unreadable(cause) {
  return new InvalidInputError('The input could not be read.', { issues: [], total: 0 }, cause);
}

async function* ofFile(file) {
  for (let at = 0; at < file.size; at += FILE_PIECE) {
    yield new Uint8Array(await file.slice(at, at + FILE_PIECE).arrayBuffer());
  }
}

async function* ofStream(stream, signal) {
  const reader = stream.getReader();
  const cancel = () => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener('abort', cancel);
  let size = 0;
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      if (done) return;
      const nature = natureOf(value);
      if (nature !== 'text' && nature !== 'bytes') {
        throw invalid(['input'], 'wrong_type', 'The stream must give bytes or text.');
      }
      size += value.length ?? value.byteLength;
      if (size > MOST) throw tooLarge();
      yield nature === 'text' ? String(value) : bytesOf(value);
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    // Where nobody reads on, whoever writes hears of it.
    if (!ended) cancel();
    reader.releaseLock();
  }
}
