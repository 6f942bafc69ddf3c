// Code compiled by ajv judges the shape, and `new URL()` makes a host of a site.

import { identifier } from 'compiled-schemas';

import { FIELDS } from '../fields.js';
import { SITE, withoutPrefix } from './site.js';

export { read } from './lines-read.js';

export function run(list) {
  const known = new Map();
  const refused = [];
  for (const [index, entry] of list.entries()) {
    const value = identifier(entry) ? clean(entry) : undefined;
    if (value === undefined) refused.push(index);
    else if (!known.has(`${entry.type} ${value}`)) known.set(`${entry.type} ${value}`, { type: entry.type, value });
  }
  return { body: JSON.stringify({ ...FIELDS, identifiers: [...known.values()] }), refused };
}

function clean({ type, value }) {
  if (type !== 'domain') return value;
  const line = value.trim();
  try {
    const { hostname } = new URL(line.includes('://') ? line : `https://${line}`);
    const site = withoutPrefix(hostname.endsWith('.') ? hostname.slice(0, -1) : hostname);
    return SITE.test(site) ? site : undefined;
  } catch {
    return undefined;
  }
}
