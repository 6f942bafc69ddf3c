// What a domain is according to the browser's own parser of addresses, made strict where that is no validator.

import { decode } from './punycode.js';

const SITE = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** White space and what has no width; around a name it means nothing. */
const AROUND = /^[\s\u0085\u00ad\u200b-\u200f\u2060]+|[\s\u0085\u00ad\u200b-\u200f\u2060]+$/g;

/** The domain that is meant by a name, or undefined. */
export function domainByUrl(given) {
  const name = given.replace(AROUND, '');
  const found = URL.parse(`https://${name}/`)?.hostname;
  if (!found) return undefined;
  const host = found.endsWith('.') ? found.slice(0, -1) : found;
  if (!SITE.test(host) || /\.[0-9]+$/.test(host)) return undefined;
  if (!host.split('.').every(isSound)) return undefined;
  const prefix = host.startsWith('www.') ? 4 : host.startsWith('m.') ? 2 : 0;
  return prefix > 0 && host.includes('.', prefix) ? host.slice(prefix) : host;
}

/**
 * Chromium takes every A-label in ASCII; one that is sound comes out again when what it stands for is encoded. Nor does it look
 * at hyphens (`CheckHyphens` of UTS 46 is off), which stand at no end of a label, and not third and fourth in it (RFC 5891, 4.2.3.1).
 */
export function isSound(label) {
  if (!label.startsWith('xn--')) return true;
  const decoded = decode(label.slice(4));
  if (decoded === undefined || /^-|^..--|-$/u.test(decoded)) return false;
  return URL.parse(`https://${decoded}.com/`)?.hostname === `${label}.com`;
}
