// Everything that is measured, in one page.

import { init } from 'interchange-web';

import { forms } from './form.js';
import { measure } from './measure.js';

await init();
globalThis.results = [...forms(measure)];
