// The written list: where ours and the browser's parser differ, and why.

import { isSound } from './by-url.js';

const KNOWN = [
  {
    reason: 'The parser looks at A-labels only beside other scripts, and then at all labels together (RFC 5893); ours looks at each of them alone.',
    applies: ({ ours, expected }) => expected === undefined && isHost(ours) && /xn--/.test(ours) && ours.split('.').every(isSound),
  },
  {
    reason: 'Hyphens in third and fourth place: ours refuses them where a letter was not ASCII, also one that is mapped to ASCII.',
    applies: ({ code, expected }) => code === 'idn_invalid' && /(?:^|\.)..--/.test(expected),
  },
];

/** Whether the parser takes the ASCII form of a host. */
function isHost(ours) {
  return ours !== undefined && URL.parse(`https://${ours}/`)?.hostname === ours;
}

/** Why a name is judged differently, or undefined where nobody knows. */
export function reasonFor(difference) {
  return KNOWN.find(({ applies }) => applies(difference))?.reason;
}
