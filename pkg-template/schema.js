// For programs that build forms and lists: what operations and fields are called, and what they mean.

import { find } from './core.js';
import * as described from './descriptions.js';
import { validate } from './validate.js';

/** The table of operations. */
export function operations() {
  return JSON.parse(described.operations);
}

/** A Standard Schema (version 1) of an operation's input, and the description of its fields. */
export function schema(operation) {
  const { id, index } = find(operation);
  const fields = () => JSON.parse(described.fields[index]);
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
    fieldsFor: (draft) => applying(fields(), draft),
  };
}

/** The fields that apply to a draft. As long as the field that decides is open, only what can do without it applies. */
function applying(fields, draft) {
  const applies = ({ field, is, absent }, value = draft?.[field]) => (value === undefined ? absent : is.includes(value));
  const apply = fields.filter(({ when }) => !when || applies(when));
  return apply.map((field) => (field.fields ? { ...field, fields: applying(field.fields, draft?.[field.name]) } : field));
}
