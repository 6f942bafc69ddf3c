// What a bulk job has made may stand in an input without being checked again.

/** The property that says so: `list` is the list of an input that it may stand for, and `bytes` gives its JSON. */
export const CHECKED = Symbol.for('interchange-web.json');
