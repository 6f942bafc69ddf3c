// What became of a list: the products of the job as the WebAssembly has left them, read where somebody looks.

import { CHECKED } from './checked.js';
import { invalid } from './errors.js';
import { BLANKS, BUCKETS, FIRST_NOTE, KINDS, LIST, NOTES, PROBLEMS, RECORDS, TEXT, TIDIED } from './identifier-words.js';
import { Products } from './products.js';
import { bounds } from './range.js';
import { toText } from './text.js';

/** How many identifiers one call may carry. */
const LIMIT = 100_000;
/** The numbers of a record; `bulk/src/identifiers/record.rs` says what they are. */
const RECORD = 4;
/** The lines of a part of the CSV, and the identifiers of a part of the list: as many as take less than a millisecond. */
const CSV_PART = 100;
const LIST_PART = 256;
const QUOTE = 34;
const BACKSLASH = 92;

/** In the records of invalid lines: the type that is meant, below the character that cannot stand there. */
const MEANT = 31;
const LIKE_AN_APP = noted('looks_like_app');
/** What stands around a site and around no app: what was written so would not be taken as one. */
const AROUND_A_SITE = noted('authority_removed', 'www_stripped', 'm_stripped', 'address_stripped', 'final_dot', 'idn');

/** Lines that are selected by more than their bucket: something is said of them, or should be looked at, or would be corrected. */
const SELECTIONS = new Map([
  ['noted', (state) => (state & 7) < 2 && state >>> 8],
  ['warned', (state) => (state & 7) < 2 && (state >>> 8) & ((1 << FIRST_NOTE) - 1)],
  ['suggested', (state, reference) => (
    (state & 7) === 3 ? (reference & MEANT) < KINDS.length : (state & 7) < 2 && isLikeAnApp(state >>> 8)
  )],
]);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The report of `normalizeIdentifiers`. */
export class IdentifierReport {
  #products;
  #word;
  /** The records as bytes, and as numbers. */
  #seen = { bytes: undefined, numbers: undefined };
  #indexes = new Map();

  /** How many lines there are in each bucket; each line is in one. */
  summary;

  /** `copies` are products that a worker has made. */
  constructor({ products, copies, counts, isText }) {
    this.#products = products ?? new Products(copies);
    this.#word = isText ? 'line' : 'entry';
    const [kept, changed, duplicates, invalid, blank] = counts;
    this.summary = { total: this.#records.length / RECORD, kept, changed, duplicates, invalid, blank };
  }

  /** How many identifiers the list has. */
  get length() {
    return this.summary.kept + this.summary.changed;
  }

  /** How many of them there is something to say about. */
  get noted() {
    return this.#in('noted').length;
  }

  /** How many of them should be looked at. */
  get warned() {
    return this.#in('warned').length;
  }

  /** How many lines look like another type, and would be taken as that with `corrections`. */
  get suggested() {
    return this.#in('suggested').length;
  }

  /** The list. */
  identifiers() {
    return JSON.parse(decoder.decode(this.#list));
  }

  toJSON() {
    return this.identifiers();
  }

  /** Which list of an input it may stand for, and its JSON in bytes. */
  get [CHECKED]() {
    return { list: 'identifiers', size: this.#list.length, parts: () => [this.#list] };
  }

  /** The lines of a bucket; `noted` are those in the list that there is something to say about, `warned` those to look at. */
  entries(bucket, range) {
    const { start, end } = bounds(range);
    return Array.from(this.#in(bucket).subarray(start, end), (index) => this.#row(index));
  }

  /** One line, by its number. */
  line(index) {
    return index >= 0 && index < this.summary.total ? this.#row(index) : undefined;
  }

  /** The identifiers in the list, some at a time, with the number of the line of each. */
  *listed() {
    const indexes = this.#listed();
    for (let at = 0; at < indexes.length; at += LIST_PART) {
      const part = indexes.subarray(at, at + LIST_PART);
      const end = at + LIST_PART < indexes.length ? this.#begin(indexes[at + LIST_PART]) : this.#list.length;
      // What is behind the last one, a comma or the bracket of the list, is none of theirs.
      const text = decoder.decode(this.#list.subarray(this.#begin(part[0]), end - 1));
      yield JSON.parse(`[${text}]`).map(({ type, value }, nth) => ({ index: part[nth], type, value }));
    }
  }

  /** The body of a request that creates or updates a property list, with these other fields. */
  body(fields = {}) {
    const others = toText(fields);
    if (!others.startsWith('{')) throw invalid(['fields'], 'wrong_type', 'fields must be an object that has a form in JSON.');
    if ('identifiers' in fields) {
      throw invalid(['identifiers'], 'conflict', 'identifiers must be left out: they come from the report.');
    }
    if (this.length < 1 || this.length > LIMIT) throw wrongNumber(this.length);
    const head = new TextEncoder().encode(`${others.slice(0, -1)}${others === '{}' ? '' : ','}"identifiers":`);
    const list = this.#list;
    const body = new Uint8Array(head.length + list.length + 1);
    body.set(head);
    body.set(list, head.length);
    body[body.length - 1] = '}'.charCodeAt(0);
    return body;
  }

  /** All lines but the blank ones, as CSV: what goes into the list, and what became of it. It can be read again. */
  toCsv() {
    return [...this.csvParts()].join('');
  }

  /** The same by parts that take less than a millisecond each. */
  *csvParts() {
    yield 'type,value,result,reason,line,input\r\n';
    const { total } = this.summary;
    for (let first = 0; first < total; first += CSV_PART) {
      let part = '';
      for (let index = first; index < Math.min(first + CSV_PART, total); index += 1) {
        const bucket = BUCKETS[this.#field(index, 2) & 7];
        if (bucket !== 'blank') part += `${this.#csv(index, bucket)}\r\n`;
      }
      yield part;
    }
  }

  /** Gives the memory back; the report is of no use afterwards. */
  free() {
    this.#products.free();
    this.#indexes.clear();
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.free();
  }

  get #list() {
    return this.#products.bytes(LIST);
  }

  get #records() {
    const bytes = this.#products.bytes(RECORDS);
    if (bytes !== this.#seen.bytes) {
      this.#seen = { bytes, numbers: new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4) };
    }
    return this.#seen.numbers;
  }

  #field(index, field) {
    return this.#records[index * RECORD + field];
  }

  /** The numbers of the lines in a bucket. */
  #in(bucket) {
    const number = BUCKETS.indexOf(bucket);
    const selects = SELECTIONS.get(bucket);
    if (number < 0 && !selects) {
      throw invalid(['bucket'], 'not_in_list', `bucket must be one of ${[...BUCKETS, ...SELECTIONS.keys()].join(', ')}.`);
    }
    let indexes = this.#indexes.get(bucket);
    if (!indexes) {
      indexes = this.#select(selects ?? ((state) => (state & 7) === number));
      this.#indexes.set(bucket, indexes);
    }
    return indexes;
  }

  /** The numbers of the lines of the list, in its order. */
  #listed() {
    let indexes = this.#indexes.get('listed');
    if (!indexes) this.#indexes.set('listed', (indexes = this.#select((state) => (state & 7) < 2)));
    return indexes;
  }

  #select(holds) {
    const found = new Uint32Array(this.summary.total);
    const records = this.#records;
    let count = 0;
    for (let index = 0; index < found.length; index += 1) {
      const at = index * RECORD;
      if (holds(records[at + 2], records[at + 3])) found[count++] = index;
    }
    return found.slice(0, count);
  }

  #row(index) {
    const state = this.#field(index, 2);
    const reference = this.#field(index, 3);
    const row = { index, input: this.#input(index), type: KINDS[(state >> 3) & 31], canonical: undefined };
    switch (state & 7) {
      case 0:
      case 1:
        return listed({ ...row, canonical: this.#canonical(index) }, state);
      case 2:
        return { ...row, canonical: this.#canonical(reference), ...this.#repeats(reference), first: reference };
      case 3:
        return { ...row, ...problem(state >>> 8, KINDS[reference & MEANT], reference >>> 8) };
      default:
        return { ...row, ...named(BLANKS[state >>> 8]) };
    }
  }

  #repeats(first) {
    return { code: 'duplicate', severity: 'warning', message: `The same as ${this.#word} ${first + 1}.` };
  }

  #input(index) {
    const start = this.#field(index, 0);
    return decoder.decode(this.#products.bytes(TEXT).subarray(start, start + this.#field(index, 1)));
  }

  /** Where a line's identifier begins in the list. */
  #begin(index) {
    const type = KINDS[(this.#field(index, 2) >> 3) & 31];
    return this.#field(index, 3) - `{"type":"${type}","value":"`.length;
  }

  /** The value in the list: JSON text up to its quote. */
  #canonical(index) {
    const start = this.#field(index, 3);
    const list = this.#list;
    let end = start;
    while (list[end] !== QUOTE) end += list[end] === BACKSLASH ? 2 : 1;
    return JSON.parse(`"${decoder.decode(list.subarray(start, end))}"`);
  }

  #csv(index, bucket) {
    const { input, type, canonical, message = '' } = this.#row(index);
    // What is not in the list has no value here, so that the file can be read again and gives the same list.
    const listed = bucket === 'kept' || bucket === 'changed';
    const cells = [listed ? type : '', listed ? canonical : '', bucket, message, index + 1, visible(input)];
    return cells.map(cell).join(',');
  }
}

function wrongNumber(length) {
  const message = length ? `identifiers must have at most 100,000 items.` : 'identifiers must have at least 1 item.';
  return invalid(['identifiers'], length ? 'too_long' : 'too_short', message);
}

/** The bits of notes. */
function noted(...codes) {
  return codes.reduce((bits, code) => bits | (1 << NOTES.findIndex(([name]) => name === code)), 0);
}

/** Whether a site would be taken as an app. */
function isLikeAnApp(bits) {
  return (bits & (LIKE_AN_APP | AROUND_A_SITE)) === LIKE_AN_APP;
}

/** An identifier in the list. A site that looks like an app looks like the bundle of one. */
function listed(row, state) {
  const about = { ...row, ...said(state >>> 8, state & 7) };
  if (!isLikeAnApp(state >>> 8)) return about;
  return { ...about, suggestion: row.canonical.includes('-') ? 'ios_bundle' : 'bundle_id' };
}

/** What is said of an identifier in the list. */
function said(bits, changed) {
  const notes = NOTES.filter((_, bit) => (bits >> bit) & 1);
  if (!notes.length) return changed ? named(TIDIED) : { code: undefined, message: undefined };
  const severity = bits & ((1 << FIRST_NOTE) - 1) ? 'warning' : 'note';
  return { code: notes[0][0], severity, message: notes.map(([, text]) => text).join(' '), notes: notes.map(([code]) => code) };
}

function problem(number, suggestion, character) {
  const [code, sentence] = PROBLEMS[number];
  const message = character ? strange(character) : sentence;
  const facts = { code, severity: 'error', message };
  return suggestion ? { ...facts, message: `${message} It looks like the type ${suggestion}.`, suggestion } : facts;
}

/** The sentence about a character that cannot stand in a value. */
function strange(code) {
  if (code === 0x20) return 'It has a space in it, which cannot stand there.';
  const character = String.fromCodePoint(code);
  const isVisible = /[^\p{C}\p{Z}]/u.test(character);
  const name = isVisible ? `“${character}”` : `the invisible character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `It has ${name} in it, which cannot stand there.`;
}

function named([code, message]) {
  return { code, message };
}

/** Line breaks would end a row where the file is read again; a leading sign of a formula would be run by a spreadsheet. */
function visible(input) {
  const flat = input.replace(/[\r\n]+/g, ' ');
  return /^[=+\-@\t]/.test(flat) ? `'${flat}` : flat;
}

/**
 * A cell that begins with any quotation mark stands in quotes, so that it comes back as it is. A value stands here exactly,
 * also where it begins like a formula: an apostrophe before it could not be told from one of its own when it is read again.
 */
function cell(value) {
  const text = String(value);
  return /[",;\t]|^['“„‘]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
