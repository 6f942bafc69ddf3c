// Which rows of many are wanted.

/** The first row and the one behind the last; of what is no number of rows, the nearest that is one. */
export function bounds(range) {
  const { offset = 0, limit = 100 } = range ?? {};
  const start = Math.max(0, Math.trunc(offset) || 0);
  return { start, end: start + Math.max(0, limit === Infinity ? limit : Math.trunc(limit) || 0) };
}
