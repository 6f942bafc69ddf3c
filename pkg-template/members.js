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
  return { batchSize, columns: wishes(columns ?? {}), country, callingCode: codeOf(callingCode), signal, onProgress, worker };
}

/** The columns that the caller names, as `wishes` in `columns.rs` reads them. */
function wishes({ uids, ...fields }) {
  const all = Object.entries({ ...fields, ...uids }).filter(([, column]) => column !== undefined);
  for (const [, column] of all) {
    const isName = typeof column === 'string' && column !== '' && !/[\0\x01]/.test(column);
    if (!isName && !(Number.isSafeInteger(column) && column >= 0)) {
      throw invalid(['columns'], 'wrong_type', 'columns must tell the name of each column, or its place counted from 0.');
    }
  }
  return all.flatMap(([field, column]) => [field, typeof column === 'number' ? `\x01${column}` : column]).join('\0');
}

/** A calling code as a number; 0 where none is given. */
function codeOf(callingCode) {
  if (callingCode === undefined) return 0;
  const digits = /^\+?([1-9]\d{0,2})$/.exec(String(callingCode))?.[1];
  if (!digits) throw invalid(['callingCode'], 'bad_format', 'callingCode must have one to three digits, such as 49 or +49.');
  return Number(digits);
}
