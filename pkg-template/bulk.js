// The WebAssembly of the bulk jobs: each job has a module of its own, loaded by the first one.

import { finder } from './core.js';
import { InterchangeError } from './errors.js';

/** A module that holds one SIMD instruction: an engine that knows none refuses it. */
const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

/**
 * A function that gives the exports of a module and its `memory`, loaded once. A failed load may be tried again. Where the client
 * is not loaded, in a worker, `find` says what finds a file of the package.
 *
 * `instantiate` and `glue` are what wasm-bindgen has made; `simd` and `plain` tell where the two builds are, and `text` loads the
 * copy in text form.
 */
export function loader(module) {
  let loading;
  return (find = finder()) => {
    loading ??= start(module, find).catch((cause) => {
      loading = undefined;
      throw new InterchangeError('The WebAssembly of the bulk jobs could not be loaded.', {}, cause);
    });
    return loading;
  };
}

async function start(module, find) {
  const { memory } = await instance(module, find);
  return { ...module.glue, memory };
}

async function instance({ name, instantiate, simd, plain, text }, find) {
  try {
    const hasSimd = WebAssembly.validate(new Uint8Array(PROBE));
    const found = find?.(`${name}${hasSimd ? '' : '_plain'}_bg.wasm`) || (hasSimd ? simd() : plain());
    return await instantiate({ module_or_path: await found });
  } catch {
    // Some bundlers do not copy the file beside the module; a copy in text form travels with the code.
    const { bytes } = await text();
    return instantiate({ module_or_path: bytes() });
  }
}
