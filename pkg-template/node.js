// The entry for Node, where `fetch` does not read files.

import { load } from './core.js';

export * from './api.js';

/** Loads the WebAssembly, once. Without a source, the file beside this one is read. */
export function init(source) {
  return load(source, async (name) => {
    const { readFile } = await import('node:fs/promises');
    return readFile(new URL(name, import.meta.url));
  });
}
