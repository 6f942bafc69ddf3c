// The WebAssembly of property identifiers.

import instantiate, * as glue from './interchange_web_identifiers.js';
import { loader } from './bulk.js';

/** Its exports and its `memory`. */
export const load = loader({
  name: 'interchange_web_identifiers',
  instantiate,
  glue,
  // Bundlers know the pattern, and copy the files.
  simd: () => new URL('interchange_web_identifiers_bg.wasm', import.meta.url),
  plain: () => new URL('interchange_web_identifiers_plain_bg.wasm', import.meta.url),
  text: () => import('./identifiers-base64.js'),
});
