// What both entries export, beside `init`.

export { Interchange } from './client.js';
export { validate } from './validate.js';
export { disconnectedSources, enrichedBrand, launchFailures, linkOf, propertyListOf, selectionOf } from './workflows.js';
export { hashMembers } from './members.js';
export { prepare } from './prepare.js';
export { operations, schema } from './schema.js';
export { normalizeIdentifiers } from './identifiers.js';
export { explain } from './explain.js';
export {
  AbandonedError,
  InterchangeError,
  InvalidInputError,
  MalformedError,
  RefusedError,
  UnreachableError,
  isInterchangeError,
} from './errors.js';
