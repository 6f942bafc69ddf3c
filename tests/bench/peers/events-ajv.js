// Code compiled by ajv.

import { event } from 'compiled-schemas';

import { checked, objects } from './events-checked.js';

export { read } from './events-checked.js';

export function run(input) {
  return checked(objects(input), event);
}
