import { normalizeIdentifiers } from 'interchange-web';

import { FIELDS } from '../fields.js';

/** Text, bytes or a list of identifiers. */
export async function run(input) {
  const report = await normalizeIdentifiers(input);
  return { report, body: report.body(FIELDS) };
}

/** A list that has been sent is not needed any more. */
export function free({ report }) {
  report.free();
}

export function read({ report, body }) {
  const { identifiers } = JSON.parse(new TextDecoder().decode(body));
  return { list: identifiers, refused: report.entries('invalid', { limit: Infinity }).map(({ index }) => index) };
}
