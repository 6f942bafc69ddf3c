// The WebAssembly that reads long lists in ordinary calls.

import instantiate, * as glue from './interchange_web_lists.js';
import { loader } from './bulk.js';
import { offer } from './core.js';

const exports = loader({
  name: 'interchange_web_lists',
  instantiate,
  glue,
  // Bundlers know the pattern, and copy the files.
  simd: () => new URL('interchange_web_lists_bg.wasm', import.meta.url),
  plain: () => new URL('interchange_web_lists_plain_bg.wasm', import.meta.url),
  text: () => import('./lists-base64.js'),
});

/** Loads it, and has the calls use it. */
export async function load() {
  offer(await exports());
}
