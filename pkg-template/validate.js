// Reports on inputs, without the network.

import { core, find } from './core.js';
import { rethrow } from './errors.js';
import { listsApart } from './lists.js';
import { toText } from './text.js';
import { describeFile } from './upload.js';

/** Checks an input and reports every mistake; never throws on an input, whatever it is. */
export function validate(operation, input) {
  const row = find(operation);
  const report = rethrow(row, () => check(row, input));
  return report ? JSON.parse(report) : { ok: true, issues: [], warnings: [], total: 0 };
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
