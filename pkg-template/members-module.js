// The WebAssembly of audience members.

import instantiate, * as glue from './interchange_web_members.js';
import { loader } from './bulk.js';

/** Its exports and its `memory`. */
export const load = loader({
  name: 'interchange_web_members',
  instantiate,
  glue,
  // Bundlers know the pattern, and copy the files.
  simd: () => new URL('interchange_web_members_bg.wasm', import.meta.url),
  plain: () => new URL('interchange_web_members_plain_bg.wasm', import.meta.url),
  text: () => import('./members-base64.js'),
});
