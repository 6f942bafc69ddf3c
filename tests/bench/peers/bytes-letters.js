// What a byte of a host is, and the few hosts that are not ASCII.

import punycode from 'punycode/punycode.es6.js';

export const [FOREIGN, LETTER, DIGIT, HYPHEN, DOT] = [0, 1, 2, 3, 4];

/** The class of each byte. */
export const CLASS = new Uint8Array(256);
for (let code = 97; code <= 122; code += 1) CLASS[code] = CLASS[code - 32] = LETTER;
for (let code = 48; code <= 57; code += 1) CLASS[code] = DIGIT;
CLASS[45] = HYPHEN;
CLASS[46] = DOT;

const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** A host in other scripts as it travels; undefined where it cannot. */
export function encodeForeign(bytes) {
  try {
    return encoder.encode(punycode.toASCII(decoder.decode(bytes).toLowerCase().normalize()));
  } catch {
    return undefined;
  }
}
