// Inputs as JSON text. `JSON.stringify` decides what would be sent; where it throws, the places that have no JSON form are
// looked for by hand, left out, and listed.

/** How deep arrays and objects may be nested; the checker's own bound. */
const MAX_DEPTH = 64;

/** Why something has no JSON form; `check/unwritable.rs` words the numbers. */
const BIGINT = 0;
const CYCLE = 1;
const TOO_DEEP = 2;
export const THROWS = 3;
export const NOT_THERE_YET = 4;

/**
 * The text of an input. Places that could not be written stand before it, between zero bytes. No input at all is one without
 * fields. `known` are values that have been written before, and their places.
 */
export function toText(input, known = new Map()) {
  if (typeof input === 'string') return input;
  if (input === undefined) return '{}';
  try {
    return withPlaces([...known.values()].flat(), JSON.stringify(input) ?? 'null');
  } catch {
    const places = [];
    const copy = clean(input, [], [], places, known);
    return withPlaces(places, JSON.stringify(copy) ?? 'null');
  }
}

function withPlaces(places, text) {
  return places.length > 0 ? `\0${JSON.stringify(places)}\0${text}` : text;
}

/** A copy without what has no JSON form. */
export function clean(value, path, ancestors, places, known) {
  const refuse = (why) => void places.push({ path, why });
  if (known?.has(value)) {
    places.push(...known.get(value));
    return value;
  }
  if (typeof value === 'bigint') return refuse(BIGINT);
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) return refuse(CYCLE);
  if (ancestors.length > MAX_DEPTH) return refuse(TOO_DEEP);
  try {
    const plain = typeof value.toJSON === 'function' ? value.toJSON() : value;
    if (plain !== value) return clean(plain, path, [...ancestors, value], places, known);
    const isList = Array.isArray(value);
    const copy = isList ? new Array(value.length) : {};
    for (const key of Object.keys(value)) {
      copy[key] = member(value, key, [...path, isList ? Number(key) : key], [...ancestors, value], places, known);
    }
    return copy;
  } catch {
    return refuse(THROWS);
  }
}

function member(object, key, path, ancestors, places, known) {
  try {
    return clean(object[key], path, ancestors, places, known);
  } catch {
    places.push({ path, why: THROWS });
  }
}
