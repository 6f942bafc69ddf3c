// The entry for browsers, workers and bundlers.

import { load } from './core.js';

export * from './api.js';

/**
 * Loads the WebAssembly, once. Without a source, the file beside this one is found; bundlers know the pattern in the
 * generated glue and copy the file.
 */
export function init(source) {
  return load(source, () => undefined);
}
