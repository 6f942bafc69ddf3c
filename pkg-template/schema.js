// Without the network: the table, reports, and schemas for form libraries.

import { core, find, table } from './core.js';
import { rethrow } from './errors.js';
import { toText } from './text.js';
import { describeFile } from './upload.js';

/** The table of operations. */
export function operations() {
  return [...new Set(table().values())].map(({ index, file, ...row }) => row);
}

/** Checks an input and reports every mistake; never throws on an input, whatever it is. */
export function validate(operation, input) {
  const row = find(operation);
  const { text, places } = toText(describeFile(row, input).described);
  const report = rethrow(() => core().validate(row.index, text, places));
  return report ? JSON.parse(report) : { ok: true, issues: [], warnings: [], total: 0 };
}

/** A Standard Schema (version 1) of an operation's input, and the description of its fields. */
export function schema(operation) {
  const { id, index } = find(operation);
  const fields = (draft) => rethrow(() => JSON.parse(core().fields(index, draft)));
  return {
    '~standard': {
      version: 1,
      vendor: 'interchange-web',
      validate(value) {
        const { ok, issues } = validate(id, value);
        return ok ? { value } : { issues };
      },
    },
    get fields() {
      return fields();
    },
    fieldsFor: (draft) => fields(toText(draft).text),
  };
}
