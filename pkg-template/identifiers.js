// Property identifiers in bulk: the entry.

import { checkJobOptions, work } from './bulk-job.js';
import { natureOf } from './chunks.js';
import { core } from './core.js';
import { invalid } from './errors.js';
import * as job from './identify.js';
import { IdentifierReport } from './report.js';

/** Reads, normalises and de-duplicates identifiers. */
export async function normalizeIdentifiers(input, options) {
  core();
  const nature = natureOf(input);
  check(nature, options ?? {});
  return new IdentifierReport(await work('identifiers', job, input, nature, options ?? {}));
}

function check(nature, { defaultType = 'domain', corrections, ...others }) {
  if (!nature) {
    throw invalid(['input'], 'wrong_type', 'The input must be text, bytes, a file, a stream, or a list of strings or identifiers.');
  }
  if (!job.isKind(defaultType)) {
    throw invalid(['defaultType'], 'not_in_list', 'defaultType must be a type of identifier, such as domain.');
  }
  if (corrections !== undefined && typeof corrections !== 'boolean') {
    throw invalid(['corrections'], 'wrong_type', 'corrections must be true or false.');
  }
  checkJobOptions(others);
}
