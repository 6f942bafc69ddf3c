// Property identifiers in bulk: the entry.

import { bulk } from './bulk.js';
import { natureOf, sizeOf } from './chunks.js';
import { core } from './core.js';
import { invalid } from './errors.js';
import { isKind, steps } from './identify.js';
import { elsewhere } from './in-worker.js';
import { IdentifierReport } from './report.js';
import { inSlices } from './slices.js';

/** Reads, normalises and de-duplicates identifiers. */
export async function normalizeIdentifiers(input, options = {}) {
  core();
  const nature = natureOf(input);
  check(nature, options ?? {});
  const size = sizeOf(input, nature);
  const { worker, ...rest } = options ?? {};
  // A list stays here: copying its objects to a worker costs more than reading them. So does a stream, which not every
  // browser hands over.
  const goes = worker && (nature === 'text' || nature === 'bytes' || nature === 'file');
  const made = (goes && (await elsewhere(worker, input, nature, rest))) || (await here(input, nature, rest, size));
  return new IdentifierReport(made);
}

async function here(input, nature, options, size) {
  return inSlices(steps(await bulk(), input, nature, options, size), options, size);
}

function check(nature, { defaultType = 'domain', corrections, signal, onProgress, worker }) {
  if (!nature) {
    throw invalid(['input'], 'wrong_type', 'The input must be text, bytes, a file, a stream, or a list of strings or identifiers.');
  }
  if (!isKind(defaultType)) {
    throw invalid(['defaultType'], 'not_in_list', 'defaultType must be a type of identifier, such as domain.');
  }
  if (corrections !== undefined && typeof corrections !== 'boolean') {
    throw invalid(['corrections'], 'wrong_type', 'corrections must be true or false.');
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw invalid(['signal'], 'wrong_type', 'signal must be an AbortSignal.');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalid(['onProgress'], 'wrong_type', 'onProgress must be a function.');
  }
  if (worker !== undefined && typeof worker !== 'boolean' && typeof worker?.postMessage !== 'function') {
    throw invalid(['worker'], 'wrong_type', 'worker must be true, false or a Worker.');
  }
}
