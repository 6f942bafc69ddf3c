// The written list: where ours and the browser's parser differ, and why.

const KNOWN = [];

/** Why a name is judged differently, or undefined where nobody knows. */
export function reasonFor(difference) {
  return KNOWN.find(({ applies }) => applies(difference))?.reason;
}
