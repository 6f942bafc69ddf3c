// Reports on inputs, without the network.

import { core, find } from './core.js';
import { rethrow } from './errors.js';
import { toText } from './text.js';
import { describeFile } from './upload.js';

/** Checks an input and reports every mistake; never throws on an input, whatever it is. */
export function validate(operation, input) {
  const row = find(operation);
  const text = toText(describeFile(row, input).described);
  const report = rethrow(row, () => core().validate(row.index, text));
  return report ? JSON.parse(report) : { ok: true, issues: [], warnings: [], total: 0 };
}
