// The WebAssembly: loading it once, and the table of operations whose rows it numbers.

import instantiate, * as glue from './interchange_web.js';
import { InterchangeError, invalid } from './errors.js';
import { rows } from './operations.js';

let loading;
let memory;
let finds;
let byName;
let fast;

/** Loads the WebAssembly. A second call gives the first one's promise; a failed load may be tried again. */
export function load(source, find) {
  finds = find;
  loading ??= start(source, find).catch((cause) => {
    loading = undefined;
    throw new InterchangeError('The WebAssembly of interchange-web could not be loaded.', {}, cause);
  });
  return loading;
}

async function start(source, find) {
  try {
    ({ memory } = await instantiate({ module_or_path: source ?? (await find('interchange_web_bg.wasm')) }));
  } catch (cause) {
    // Some bundlers do not copy the file beside the module; a copy in text form travels with the code.
    if (source !== undefined) throw cause;
    const { bytes } = await import('./wasm-base64.js');
    ({ memory } = await instantiate({ module_or_path: bytes() }));
  }
}

/** The exports of the WebAssembly. */
export function core() {
  if (!memory) throw new InterchangeError('interchange-web is not loaded yet: await init() first.');
  return glue;
}

/** A place in the memory of the WebAssembly. Its next call may move the memory: take a place again behind it. */
export function place(start, length) {
  return new Uint8Array(memory.buffer, start, length);
}

/** What reads long lists fast says that it is there. */
export function offer(module) {
  fast = module;
}

/** What reads long lists fast, once something has loaded it. */
export function offered() {
  return fast;
}

/** What finds a file of the package where `import.meta.url` alone does not do. */
export function finder() {
  core();
  return finds;
}

/**
 * The table of operations. The WebAssembly knows a row by its index. `each` is the member of an answer that holds what a list
 * operation lists; `list` is the list of an input that may be sent in parts of `most` items; `lists` are those that may be
 * given as text; of the members `signs` the answer to a write has at least one.
 */
export const table = rows.map(([id, resource, name, method, documented, file, each, list, most, lists, signs], index) => (
  { id, resource, name, method, documented, file: file || undefined, each: each ?? undefined, list, most, lists, signs, index }
));

/** The row of an operation, by its id or by its documented name. */
export function find(name) {
  const row = known(name);
  if (row) return row;
  throw invalid(['operation'], 'not_in_list', 'There is no operation of this name; operations() lists those that there are.');
}

/** The row, or undefined. */
export function known(name) {
  byName ??= new Map(table.flatMap((row) => [[row.id, row], [row.documented, row]]));
  return name ? byName.get(name) : undefined;
}
