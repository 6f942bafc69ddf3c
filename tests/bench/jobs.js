// The jobs, who does them, and how many times faster ours has to be.

const OURS = {
  lines: () => import('./ours/lines.js'),
  members: () => import('./ours/members.js'),
  events: () => import('./ours/events.js'),
};
const TLDTS = () => import('./peers/lines-tldts.js');
const SUBTLE = () => import('./peers/members-subtle.js');
const EVENTS_AJV = () => import('./peers/events-ajv.js');

/** Inputs come out of a file anew for each run, so that nobody finds what the run before has left behind. */
const asBytes = (bytes) => bytes.slice();
const asText = (bytes) => new TextDecoder().decode(bytes);
const asObjects = (bytes) => JSON.parse(asText(bytes));

const job = (name, ours, corpus, input, peers) => ({ name, ours: OURS[ours], corpus, input, peers });
const peer = (name, bar, load) => ({ name, bar, load });

export const JOBS = {
  text: job('100,000 pasted lines, text', 'lines', 'lines.txt', asText, [
    peer('tldts + punycode', 9, TLDTS),
    peer('zod 4 + `new URL()`', 20, () => import('./peers/lines-zod.js')),
    peer('JavaScript by hand, on strings', 5, () => import('./peers/lines-strings.js')),
    peer('JavaScript by hand, on bytes', 2, () => import('./peers/lines-bytes.js')),
  ]),
  bytes: job('100,000 lines, bytes of a file', 'lines', 'lines.txt', asBytes, [peer('tldts + punycode', 13, TLDTS)]),
  objects: job('100,000 `{type, value}` objects', 'lines', 'identifiers.json', asObjects, [
    peer('ajv + `new URL()`', 10, () => import('./peers/identifiers-ajv.js')),
  ]),
  members: job('100,000 members, objects', 'members', 'members.json', asObjects, [
    peer('`crypto.subtle`', 18, SUBTLE),
    peer('hash-wasm', 9, () => import('./peers/members-hash-wasm.js')),
  ]),
  table: job('100,000 members, bytes of a TSV file', 'members', 'members.tsv', asBytes, [peer('`crypto.subtle`', 25, SUBTLE)]),
  events: job('10,000 events, objects', 'events', 'events.json', asObjects, [
    peer('ajv + `JSON.stringify`', 1.1, EVENTS_AJV),
    peer('zod 4 + `JSON.stringify`', 2, () => import('./peers/events-zod.js')),
  ]),
  json: job('10,000 events, JSON text', 'events', 'events.json', asText, [peer('`JSON.parse` + ajv + `JSON.stringify`', 4, EVENTS_AJV)]),
  file: job('10,000 events, bytes of a JSON file', 'events', 'events.json', asBytes, [
    peer('`JSON.parse` + ajv + `JSON.stringify`', 6, EVENTS_AJV),
  ]),
};

/** The first call in a page that has done nothing yet. */
export const COLD = { job: 'text', peer: peer('tldts + punycode', 4, TLDTS) };

/** The longest task that ours may put into the main thread, in milliseconds. */
export const TASK = { warm: 8, cold: 16 };

/** How near a call has to come to what nobody could do faster. */
export const CALL = 0.8;

/** Calls that begin all at once, and what the service lets through. */
export const UNDER_LIMIT = { calls: 300, rateLimit: 100, rateWindowMs: 2_000 };
