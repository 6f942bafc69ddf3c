// What somebody writes who has the time to make strings fast: character codes, one look at each, a set, a join.

import punycode from 'punycode/punycode.es6.js';

import { FIELDS } from '../fields.js';
import { SITE, withoutPrefix } from './site.js';

export { read } from './lines-read.js';

const [TAB, CR, SPACE, HASH, DOT, SLASH, COLON, QUESTION, AT] = Array.from('\t\r #./:?@', (c) => c.charCodeAt(0));

export function run(text) {
  const sites = new Set();
  const refused = [];
  for (let start = 0, index = 0; start <= text.length; index += 1) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const site = clean(text, start, end);
    if (site === undefined) refused.push(index);
    else if (site !== '') sites.add(site);
    start = end + 1;
  }
  const list = sites.size > 0 ? `{"type":"domain","value":"${[...sites].join('"},{"type":"domain","value":"')}"}` : '';
  return { body: `${JSON.stringify(FIELDS).slice(0, -1)},"identifiers":[${list}]}`, refused };
}

/** The site between two places of the text, an empty string where nothing stands there, undefined where no site does. */
function clean(text, start, end) {
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return '';
  const [from, to, capitals, foreign] = hostIn(text, afterScheme(text, start, end), end);
  let host = text.slice(from, to);
  if (capitals || foreign) host = host.toLowerCase();
  if (foreign) host = punycode.toASCII(host.normalize());
  host = withoutPrefix(host);
  return isSite(host) ? host : undefined;
}

function isBlank(code) {
  return code === SPACE || code === TAB || code === CR;
}

function afterScheme(text, start, end) {
  const first = text.charCodeAt(start) | 32;
  if (first !== 104 || end - start < 7) return start;
  const scheme = text.slice(start, start + 8).toLowerCase();
  if (scheme === 'https://') return start + 8;
  return scheme.startsWith('http://') ? start + 7 : start;
}

/** Where the host begins and ends, whether it has capital letters, and whether it has others than those of ASCII. */
function hostIn(text, start, end) {
  let [from, to, capitals, foreign] = [start, end, false, false];
  let colon = -1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SLASH || code === QUESTION || code === HASH) {
      to = at;
      break;
    }
    if (code === AT) [from, colon] = [at + 1, -1];
    else if (code === COLON) colon = at;
    else if (code > 127) foreign = true;
    else if (code >= 65 && code <= 90) capitals = true;
  }
  if (colon >= 0 && isPort(text, colon + 1, to)) to = colon;
  if (to > from && text.charCodeAt(to - 1) === DOT) to -= 1;
  return [from, to, capitals, foreign];
}

function isPort(text, start, end) {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** As the pattern says, without the pattern; only an odd last label is left to it. */
function isSite(host) {
  if (host.length > 253) return false;
  let [length, dots, letters, previous] = [0, 0, true, DOT];
  for (let at = 0; at < host.length; at += 1) {
    const code = host.charCodeAt(at);
    if (code === DOT) {
      if (length === 0 || length > 63 || previous === 45) return false;
      [length, letters] = [0, true];
      dots += 1;
    } else {
      const letter = code >= 97 && code <= 122;
      if (!letter && !(code >= 48 && code <= 57) && (code !== 45 || length === 0)) return false;
      letters &&= letter;
      length += 1;
    }
    previous = code;
  }
  return dots > 0 && ((letters && length > 1 && length < 64) || SITE.test(host));
}
