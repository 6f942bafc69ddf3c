// What is around a library that judges one line: the loop, the list without duplicates, the body.

import { FIELDS } from '../fields.js';

/** `clean` gives the site of a line, or undefined where it has none. */
export function byLine(text, clean) {
  const sites = new Set();
  const refused = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const site = clean(trimmed);
    if (site === undefined) refused.push(index);
    else sites.add(site);
  }
  const identifiers = Array.from(sites, (value) => ({ type: 'domain', value }));
  return { body: JSON.stringify({ ...FIELDS, identifiers }), refused };
}
