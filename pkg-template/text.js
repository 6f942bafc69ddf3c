// Inputs as JSON text. `JSON.stringify` decides what would be sent; where it throws, the places that have no JSON form are
// looked for by hand, left out, and listed.

/** How deep arrays and objects may be nested; the checker's own bound. */
const MAX_DEPTH = 64;

/** Why something has no JSON form; `check/unwritable.rs` words the numbers. */
const BIGINT = 0;
const CYCLE = 1;
const TOO_DEEP = 2;
const THROWS = 3;

/**
 * The text of an input. Places that could not be written stand before it, between zero bytes. No input at all is one without
 * fields.
 */
export function toText(input) {
  if (typeof input === 'string') return input;
  if (input === undefined) return '{}';
  try {
    return JSON.stringify(input) ?? 'null';
  } catch {
    const places = [];
    const copy = clean(input, [], [], places);
    return `\0${JSON.stringify(places)}\0${JSON.stringify(copy) ?? 'null'}`;
  }
}

/** A copy without what has no JSON form. */
function clean(value, path, ancestors, places) {
  const refuse = (why) => void places.push({ path, why });
  if (typeof value === 'bigint') return refuse(BIGINT);
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) return refuse(CYCLE);
  if (ancestors.length > MAX_DEPTH) return refuse(TOO_DEEP);
  try {
    const plain = typeof value.toJSON === 'function' ? value.toJSON() : value;
    if (plain !== value) return clean(plain, path, [...ancestors, value], places);
    const isList = Array.isArray(value);
    const copy = isList ? [] : {};
    for (const key of Object.keys(value)) {
      copy[key] = member(value, key, [...path, isList ? Number(key) : key], [...ancestors, value], places);
    }
    return copy;
  } catch {
    return refuse(THROWS);
  }
}

function member(object, key, path, ancestors, places) {
  try {
    return clean(object[key], path, ancestors, places);
  } catch {
    places.push({ path, why: THROWS });
  }
}
