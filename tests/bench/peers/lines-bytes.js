// The algorithm of the WebAssembly in JavaScript: bytes in, bytes out, no string on the way. Nobody writes this; it shows what
// JavaScript itself can do.

import { FIELDS } from '../fields.js';
import { Sites } from './bytes-sites.js';
import { CLASS, DIGIT, DOT, FOREIGN, HYPHEN, LETTER, encodeForeign } from './bytes-letters.js';

export { read } from './lines-read.js';

const LINE_FEED = 10;
const encoder = new TextEncoder();

export function run(text) {
  const room = new Uint8Array(text.length * 3);
  const { written } = encoder.encodeInto(text, room);
  const bytes = room.subarray(0, written);
  const sites = new Sites(`${JSON.stringify(FIELDS).slice(0, -1)},"identifiers":[`, written);
  const refused = [];
  for (let start = 0, index = 0; start <= written; index += 1) {
    let end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) end = written;
    if (!line(bytes, start, end, sites)) refused.push(index);
    start = end + 1;
  }
  return { body: sites.finish(), refused };
}

/** Takes in a line; false where it holds no site. */
function line(bytes, start, end, sites) {
  while (start < end && bytes[start] <= 32) start += 1;
  while (end > start && bytes[end - 1] <= 32) end -= 1;
  if (start === end) return true;
  start = afterScheme(bytes, start, end);
  let [colon, foreign] = [-1, false];
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 47 || byte === 63 || byte === 35) {
      end = at;
    } else if (byte === 64) {
      [start, colon] = [at + 1, -1];
    } else if (byte === 58) {
      colon = at;
    } else if (byte > 127) {
      foreign = true;
    }
  }
  if (colon >= 0 && isPort(bytes, colon + 1, end)) end = colon;
  if (end > start && bytes[end - 1] === 46) end -= 1;
  if (!foreign) return host(bytes, start, end, sites);
  const encoded = encodeForeign(bytes.subarray(start, end));
  return encoded !== undefined && host(encoded, 0, encoded.length, sites);
}

function afterScheme(bytes, start, end) {
  const is = (at, letter) => (bytes[at] | 32) === letter;
  const http = end - start >= 7 && is(start, 104) && is(start + 1, 116) && is(start + 2, 116) && is(start + 3, 112);
  if (!http) return start;
  const colon = is(start + 4, 115) ? start + 5 : start + 4;
  return bytes[colon] === 58 && bytes[colon + 1] === 47 && bytes[colon + 2] === 47 ? colon + 3 : start;
}

function isPort(bytes, start, end) {
  for (let at = start; at < end; at += 1) {
    if (CLASS[bytes[at]] !== DIGIT) return false;
  }
  return true;
}

/** Writes a host in lower case while it is checked, and keeps it where it is one. */
function host(bytes, start, end, sites) {
  start += prefix(bytes, start, end);
  if (start >= end || end - start > 253) return false;
  const out = sites.open();
  let [to, length, dots, odd, last] = [sites.end, 0, 0, false, DOT];
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    const kind = CLASS[byte];
    if (kind === DOT) {
      if (length === 0 || length > 63 || last === HYPHEN) return false;
      [length, odd] = [0, false];
      dots += 1;
    } else {
      if (kind === FOREIGN || (kind === HYPHEN && length === 0)) return false;
      odd ||= kind !== LETTER;
      length += 1;
    }
    last = kind;
    out[to++] = kind === LETTER ? byte | 32 : byte;
  }
  if (dots === 0 || length === 0 || length > 63 || last === HYPHEN) return false;
  if ((odd || length < 2) && !isEncoded(out, to - length, to)) return false;
  sites.close(to);
  return true;
}

/** How long the `www.` or `m.` is that goes, where a dot is left behind it. */
function prefix(bytes, start, end) {
  const w = (at) => (bytes[at] | 32) === 119;
  let length = 0;
  if (w(start) && w(start + 1) && w(start + 2) && bytes[start + 3] === 46) length = 4;
  else if ((bytes[start] | 32) === 109 && bytes[start + 1] === 46) length = 2;
  if (length === 0) return 0;
  const dot = bytes.indexOf(46, start + length);
  return dot >= 0 && dot < end ? length : 0;
}

function isEncoded(bytes, start, end) {
  return end - start > 4 && bytes[start] === 120 && bytes[start + 1] === 110 && bytes[start + 2] === 45 && bytes[start + 3] === 45;
}
