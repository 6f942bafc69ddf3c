// The five ways in which a call ends badly, and their common root.

const BRAND = Symbol.for('interchange-web.error');

/** Whatever this package throws. */
export class InterchangeError extends Error {
  constructor(message, facts = {}, cause) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { attempts: 0, retryable: false }, facts);
    // Issues and details can be long; what logs an error shows its message, which quotes the first ones.
    for (const name of ['issues', 'details']) {
      if (name in facts) Object.defineProperty(this, name, { value: facts[name], enumerable: false });
    }
  }

  get [BRAND]() {
    return true;
  }

  toJSON() {
    const { name, message, issues, details } = this;
    return { name, message, ...this, issues, details };
  }
}

/** Nothing was sent: `issues` tells why. */
export class InvalidInputError extends InterchangeError {}
/** The service answered and said no. */
export class RefusedError extends InterchangeError {}
/** No answer came. */
export class UnreachableError extends InterchangeError {}
/** The caller aborted, or the time ran out. */
export class AbandonedError extends InterchangeError {}
/** An answer came that is not what this API sends. */
export class MalformedError extends InterchangeError {}

const CLASSES = { InterchangeError, InvalidInputError, RefusedError, UnreachableError, AbandonedError, MalformedError };

// Minifiers shorten the names of classes.
for (const [name, { prototype }] of Object.entries(CLASSES)) {
  Object.defineProperty(prototype, 'name', { value: name, configurable: true, writable: true });
}

/** Whether something is an error of this package, even of another copy of it or of another realm. */
export function isInterchangeError(error) {
  return typeof error === 'object' && error !== null && error[BRAND] === true;
}

/** The error of a failure as the WebAssembly throws it: JSON text. What it says is about an operation, if any. */
export function toError(thrown, row, context, cause) {
  if (typeof thrown !== 'string') return thrown;
  const { name, message, ...facts } = JSON.parse(thrown);
  const about = row && { operation: row.id, method: row.method };
  return new CLASSES[name](row ? `${row.id} ${message}` : message, { ...about, ...facts, ...context }, cause);
}

/** The error of a single mistake that is found without the WebAssembly. */
export function invalid(path, code, message) {
  return new InvalidInputError(message, { issues: [{ path, code, message, severity: 'error' }], total: 1 });
}

/** Calls a function of the WebAssembly, and throws errors where it throws text. */
export function rethrow(row, call) {
  try {
    return call();
  } catch (thrown) {
    throw toError(thrown, row);
  }
}
