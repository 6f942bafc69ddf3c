// What both entries export, beside `init`.

export { Interchange } from './client.js';
export { operations, schema, validate } from './schema.js';
export { prepare } from './prepare.js';
export {
  AbandonedError,
  InterchangeError,
  InvalidInputError,
  MalformedError,
  RefusedError,
  UnreachableError,
  isInterchangeError,
} from './errors.js';
