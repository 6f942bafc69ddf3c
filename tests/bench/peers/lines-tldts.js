// tldts finds the host in an address, punycode encodes it: the best that libraries have.

import punycode from 'punycode/punycode.es6.js';
import { getHostname } from 'tldts';

import { byLine } from './lines-by-line.js';
import { SITE, withoutPrefix } from './site.js';

export { read } from './lines-read.js';

export function run(input) {
  return byLine(typeof input === 'string' ? input : new TextDecoder().decode(input), clean);
}

function clean(line) {
  const host = getHostname(line);
  if (!host) return undefined;
  const site = withoutPrefix(punycode.toASCII(host));
  return SITE.test(site) ? site : undefined;
}
