// Audience members in bulk: the entry.

import { checkJobOptions, work } from './bulk-job.js';
import { natureOf } from './chunks.js';
import { core } from './core.js';
import { invalid } from './errors.js';
import * as job from './hash-members.js';
import { MembersReport } from './members-report.js';

/** What an `add` holds by the documents, and the most that a call holds. */
const BATCH = 10_000;
const MOST = 100_000;

/** The fields of a row, and how many columns of universal ids a table may have, as in `columns.rs`. */
const FIELDS = ['externalId', 'email', 'phone', 'hashedEmail', 'hashedPhone'];
const UIDS = 12;

/** Normalises and hashes members, and cuts them into batches. */
export async function hashMembers(rows, options) {
  core();
  const nature = natureOf(rows);
  if (!nature) {
    throw invalid(['rows'], 'wrong_type', 'rows must be an array of objects, or a table as text, bytes, a file or a stream.');
  }
  return new MembersReport(await work('members', job, rows, nature, settingsOf(options ?? {})));
}

function settingsOf(options) {
  if (typeof options !== 'object') throw invalid(['options'], 'wrong_type', 'options must be an object.');
  const { batchSize = BATCH, columns, country, callingCode, signal, onProgress, worker } = options;
  const misfit = !Number.isInteger(batchSize) ? 'wrong_type' : batchSize < 1 ? 'too_small' : batchSize > MOST && 'too_large';
  if (misfit) throw invalid(['batchSize'], misfit, 'batchSize must be a whole number from 1 to 100,000.');
  if (country !== undefined && typeof country !== 'string') {
    throw invalid(['country'], 'wrong_type', 'country must be a country of ISO 3166 in two letters, such as DE.');
  }
  checkJobOptions({ signal, onProgress, worker });
  return { batchSize, columns: wishes(columns), country, callingCode: codeOf(callingCode), signal, onProgress, worker };
}

/** The columns that the caller names, as `wishes` in `columns.rs` reads them. */
function wishes(columns) {
  const { uids, ...fields } = entriesOf(columns, ['columns'], 'columns must be an object of fields and columns.');
  const unknown = Object.keys(fields).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) {
    throw invalid(['columns', unknown], 'unknown_field', `columns.${unknown} is no field; there are ${FIELDS.join(', ')} and uids.`);
  }
  const types = Object.entries(entriesOf(uids, ['columns', 'uids'], 'columns.uids must be an object of types and columns.'));
  if (types.length > UIDS) throw invalid(['columns', 'uids'], 'too_long', `columns.uids must have at most ${UIDS} types.`);
  const told = [
    ...Object.entries(fields).map(([field, column]) => wish([field], field, column)),
    // In `columns.rs`, types are told from fields by a byte.
    ...types.map(([type, column]) => wish(['uids', type], `\x01${type}`, column)),
  ];
  return told.flat().join('\0');
}

/** What stands in an object; nothing where there is none. Lists, maps and texts have no fields that could be meant. */
function entriesOf(value, path, message) {
  if (value === undefined || value === null) return {};
  if (Object.prototype.toString.call(value) !== '[object Object]') throw invalid(path, 'wrong_type', message);
  return value;
}

/** A field and its column; nothing where none is told. */
function wish(path, field, column) {
  if (column === undefined) return [];
  const isName = isWord(column);
  if (!isWord(path.at(-1)) || (!isName && !(Number.isSafeInteger(column) && column >= 0))) {
    const message = `${['columns', ...path].join('.')} must tell the name of a column, or its place counted from 0.`;
    throw invalid(['columns', ...path], 'wrong_type', message);
  }
  return [field, isName ? column : `\x01${column}`];
}

function isWord(text) {
  return typeof text === 'string' && text.trim() !== '' && !/[\0\x01]/.test(text);
}

/** A calling code as a number; 0 where none is given. */
function codeOf(callingCode) {
  if (callingCode === undefined) return 0;
  const digits = /^\+?([1-9]\d{0,2})$/.exec(String(callingCode))?.[1];
  if (!digits) throw invalid(['callingCode'], 'bad_format', 'callingCode must have one to three digits, such as 49 or +49.');
  return Number(digits);
}
