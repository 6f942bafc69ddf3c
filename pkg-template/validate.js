// Reports on inputs, without the network.

import { core, find } from './core.js';
import { rethrow } from './errors.js';
import { listsApart } from './lists.js';
import { inSlices } from './slices.js';
import { toText } from './text.js';
import { describeFile } from './upload.js';

/** Checks an input and reports every mistake; never throws on an input, whatever it is. */
export function validate(operation, input) {
  const row = find(operation);
  return reportOf(rethrow(row, () => check(row, input)));
}

/** The same where the caller can wait: long lists are checked between turns of the event loop. */
export async function validateInSlices(row, input, signal) {
  const lists = listsApart(row, input, true);
  if (!lists) return validate(row.id, input);
  try {
    await lists.load();
    await inSlices(lists.steps(), { signal });
    return reportOf(rethrow(row, () => lists.validate()));
  } catch (error) {
    // Who gives it up wants to know what.
    throw Object.assign(error, { operation: row.id, method: row.method });
  } finally {
    lists.free();
  }
}

function reportOf(text) {
  return text ? JSON.parse(text) : { ok: true, issues: [], warnings: [], total: 0 };
}

function check(row, input) {
  const lists = listsApart(row, input, false);
  if (!lists) return core().validate(row.index, toText(describeFile(row, input).described));
  try {
    lists.read();
    return lists.validate();
  } finally {
    lists.free();
  }
}
