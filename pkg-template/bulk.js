// The WebAssembly of the bulk jobs: a module of its own, loaded by the first job.

import instantiate, * as glue from './interchange_web_bulk.js';
import { finder, offer } from './core.js';
import { InterchangeError } from './errors.js';

/** A module that holds one SIMD instruction: an engine that knows none refuses it. */
const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

let loading;

/**
 * The exports of the module and its `memory`, loaded once. A failed load may be tried again. Where the client is not loaded,
 * in a worker, `find` says what finds a file of the package.
 */
export function bulk(find = finder()) {
  loading ??= start(find).catch((cause) => {
    loading = undefined;
    throw new InterchangeError('The WebAssembly of the bulk jobs could not be loaded.', {}, cause);
  });
  return loading;
}

async function start(find) {
  const { memory } = await instance(find);
  const module = { ...glue, memory };
  offer(module);
  return module;
}

async function instance(find) {
  try {
    return await instantiate({ module_or_path: await locate(find, WebAssembly.validate(new Uint8Array(PROBE))) });
  } catch {
    // Some bundlers do not copy the file beside the module; a copy in text form travels with the code.
    const { bytes } = await import('./bulk-base64.js');
    return instantiate({ module_or_path: bytes() });
  }
}

/** Where the module is. Bundlers know the pattern, and copy both files. */
function locate(find, simd) {
  const found = find?.(simd ? 'interchange_web_bulk_bg.wasm' : 'interchange_web_bulk_plain_bg.wasm');
  if (found) return found;
  return simd
    ? new URL('interchange_web_bulk_bg.wasm', import.meta.url)
    : new URL('interchange_web_bulk_plain_bg.wasm', import.meta.url);
}
