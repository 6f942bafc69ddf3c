// What the tests find in the page: the package, and a way to bring its errors across to Node.

import * as web from '/pkg/index.js';

globalThis.web = web;
globalThis.ready = web.init();

/** What a promise came to, as plain data; of an error everything that a log could show of it. */
globalThis.outcome = async (promise) => {
  try {
    return { value: await promise };
  } catch (error) {
    const { cause } = error;
    return {
      error: {
        ...error,
        name: error.name,
        message: error.message,
        issues: error.issues,
        details: error.details,
        isError: error instanceof Error && error instanceof web.InterchangeError,
        isClass: error instanceof web[error.name],
        isInterchangeError: web.isInterchangeError(error),
        cause: cause === undefined ? undefined : String(cause?.message ?? cause),
        shown: [String(error), error.stack, JSON.stringify(error), JSON.stringify(error.toJSON?.())].join('\n'),
      },
    };
  }
};
