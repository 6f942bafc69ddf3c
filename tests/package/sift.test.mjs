// The tests of `lists.test.mjs` once more, with the module of the bulk jobs loaded: then it reads the lists.

import { init, normalizeIdentifiers } from 'interchange-web';

await init();
await normalizeIdentifiers('example.com');
await import('./lists.test.mjs');
