// The tests of `lists.test.mjs` once more, with the module of the bulk jobs loaded: then it reads the lists.

import assert from 'node:assert/strict';

import { init, normalizeIdentifiers } from 'interchange-web';

import { offered } from '../../pkg/core.js';

await init();
await normalizeIdentifiers('example.com');
assert.ok(offered().ListSieve);
await import('./lists.test.mjs');
