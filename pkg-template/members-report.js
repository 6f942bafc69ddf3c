// What has become of the members: batches to send, and reasons why others are not sent.

import { CHECKED } from './checked.js';
import { bounds } from './range.js';

/** The fields in the order of `Field` in `reason.rs`. */
const FIELDS = ['row', 'externalId', 'email', 'phone', 'hashedEmail', 'hashedPhone', 'uids'];

/** Codes and sentences in the order of `Reason` in `reason.rs`. `$` stands for the field. */
const REASONS = [
  undefined,
  ['required', '$ is missing.'],
  ['wrong_type', '$ is not of the type that it must be.'],
  ['not_text', '$ is not valid text.'],
  ['plain_email', '$ holds an e-mail address; it would be sent as it is.'],
  ['plain_phone', '$ holds a telephone number; it would be sent as it is.'],
  ['duplicate', 'The same externalId is in an earlier row, which is sent.'],
  ['not_an_email', '$ is not an e-mail address.'],
  ['not_a_phone', '$ is not a telephone number.'],
  ['calling_code_missing', '$ is a national number: begin it with + or 00, or give the option country or callingCode.'],
  ['phone_length', '$ has too few or too many digits for a telephone number.'],
  ['ambiguous_phone', '$ may begin with the calling code or not: begin it with + or 00.'],
  ['not_a_hash', '$ is not a SHA-256 hash of 64 hexadecimal digits.'],
  ['hash_differs', '$ is not the hash of the plain value beside it, which is used instead.'],
  ['too_long', '$ is too long.'],
  ['no_identifier', 'The row has no identifier: it needs an e-mail address, a telephone number or a universal id.'],
];

/** What is missing of a universal id is not the list. */
const MISSING = 1;
const UID_MISSING = ['required', 'An entry of uids has no type or no value.'];

const [OPEN, COMMA, CLOSE] = ['[', ',', ']'].map((sign) => Uint8Array.of(sign.charCodeAt(0)));

/** What `hashMembers` resolves to. It holds hashes and reasons, and nothing plain but the ids. */
export class MembersReport {
  #batches;
  #refused;
  #incomplete;
  #shift;

  constructor({ batches, counts, refused, incomplete, isTable }) {
    const [total, members, refusedRows, duplicates, blank, ignoredColumns, header] = counts;
    this.summary = { total, members, refused: refusedRows, duplicates, blank, incomplete: incomplete.length / 3, batches: batches.length, ignoredColumns };
    this.#batches = batches.map((batch) => new MembersBatch(batch));
    this.#refused = refused;
    this.#incomplete = incomplete;
    // Rows are counted as a spreadsheet does.
    this.#shift = 1 + (isTable ? header : 0);
  }

  /** The batches, each for the `add` of one call. */
  batches() {
    return [...this.#batches];
  }

  /** How many members there are in all batches. */
  get length() {
    return this.summary.members;
  }

  /** All of them as objects. */
  toJSON() {
    return this.#batches.flatMap((batch) => batch.toJSON());
  }

  /** Which list of an input it may stand for, and its JSON in bytes. */
  get [CHECKED]() {
    const size = this.#batches.reduce((size, batch) => size + batch[CHECKED].size, 2);
    return { list: 'add', size, parts: () => inOne(this.#batches) };
  }

  /** The rows that are not sent, and why. */
  refused(page) {
    return notes(this.#refused, this.#shift, page);
  }

  /** The rows that are sent without some of their values, and why. */
  incomplete(page) {
    return notes(this.#incomplete, this.#shift, page);
  }
}

/** Members as JSON. It may stand where an operation takes `add`. */
class MembersBatch {
  #bytes;

  constructor({ length, bytes }) {
    this.length = length;
    this.#bytes = bytes;
  }

  /** Which list of an input it may stand for, and its JSON in bytes. */
  get [CHECKED]() {
    return { list: 'add', size: this.#bytes.length, parts: () => [this.#bytes] };
  }

  /** The members as objects. */
  toJSON() {
    return JSON.parse(new TextDecoder().decode(this.#bytes));
  }
}

/** Arrays of JSON as one, by parts. Each brings brackets of its own. */
function* inOne(batches) {
  yield OPEN;
  for (const [nth, batch] of batches.entries()) {
    if (nth > 0) yield COMMA;
    for (const part of batch[CHECKED].parts()) yield part.subarray(1, -1);
  }
  yield CLOSE;
}

function notes(numbers, shift, page) {
  const { start, end: last } = bounds(page);
  const end = Math.min(numbers.length / 3, last);
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => note(numbers, (start + index) * 3, shift));
}

function note(numbers, at, shift) {
  const reasons = FIELDS.flatMap((field, index) => reason(field, (numbers[at + 1] >>> (4 * index)) & 15));
  const duplicate = reasons[0]?.code === 'duplicate' && { duplicateOf: numbers[at + 2] + shift };
  return { index: numbers[at], row: numbers[at] + shift, ...reasons[0], ...duplicate, reasons };
}

function reason(field, number) {
  if (!number) return [];
  const [code, sentence] = field === 'uids' && number === MISSING ? UID_MISSING : REASONS[number];
  return [{ field, code, message: sentence.replace('$', field === 'row' ? 'The row' : field) }];
}
