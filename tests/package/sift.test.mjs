// The tests of `lists.test.mjs` once more, with the module for long lists loaded: then it reads the lists.

import assert from 'node:assert/strict';

import { init } from 'interchange-web';

import { offered } from '../../pkg/core.js';
import { load } from '../../pkg/lists-module.js';

await init();
await load();
assert.ok(offered().ListSieve);
await import('./lists.test.mjs');
