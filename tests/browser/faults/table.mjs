// Every fault there is, as data, and what the laws say of each: how often a call is sent, and how it ends.
//
// A row is: name, the emulator's fault, and what is particular about it.
//   status    what the client sees; 0 where no complete answer comes
//   ends      the error's class; of a status, `RefusedError` unless `foreign`
//   acts      false where the service certainly did not get to act: struck `before` only
//   during    the fault strikes while the answer is being written
//   always    it strikes every attempt, and not the first alone
//   asks      the service asks for a pause longer than any that a call waits
//   abort     when the caller gives up: `before`, `waiting`, `reading` or `pausing`
//   renews    the token comes from a function
//   to        calls go elsewhere: `nobody`, `withheld` or `forbidden`

const LOST = { status: 0, ends: 'UnreachableError' };
const LATE = { status: 0, ends: 'AbandonedError', timeout: 2_500 };
const FOREIGN = { status: 200, ends: 'MalformedError' };
const REFUSED = { acts: false };

const status = (status, more = {}) => [{ kind: 'status', status }, { status, ...more }];
const later = (status, wait, more = {}) => [{ kind: 'retry-after', status, ...wait }, { status, ...more }];

export const FAULTS = [
  ['dropped without an answer', { kind: 'drop' }, LOST],
  ['dropped without an answer, always', { kind: 'drop' }, { ...LOST, always: true }],
  ['dropped in the middle of the body', { kind: 'drop-mid-body' }, { ...LOST, during: true }],
  ['hangs beyond the timeout', { kind: 'hang' }, LATE],
  ['delayed beyond the timeout', { kind: 'delay', ms: 4_000 }, LATE],
  ['stalled body', { kind: 'stall-body' }, { ...LATE, during: true }],
  ['slow body, within the timeout', { kind: 'slow-body', ms: 300 }, { value: true, during: true, phases: ['during'] }],
  ['delayed within the timeout', { kind: 'delay', ms: 300 }, { value: true, phases: ['before', 'after'] }],
  ['JSON that is cut off', { kind: 'truncate' }, { ...FOREIGN, during: true }],
  ['empty 200', { kind: 'empty' }, FOREIGN],
  ['sign-in page with 200', { kind: 'html', status: 200 }, FOREIGN],
  ['not UTF-8', { kind: 'not-utf8' }, FOREIGN],
  ['JSON that is no object', { kind: 'wrong-envelope', body: 'ok' }, FOREIGN],
  ['an object of another service', { kind: 'wrong-envelope', body: { result: 1 } }, FOREIGN],
  ['data: null', { kind: 'wrong-envelope', body: { data: null, error: null } }, FOREIGN],
  ['redirect', { kind: 'redirect', to: 'https://example.com/' }, LOST],
  ['headers beyond any measure', { kind: 'huge-headers' }, { ...LOST, during: true }],
  ['proxy page with 502', { kind: 'html', status: 502 }, { ...FOREIGN, status: 502 }],
  ['proxy page with 403', { kind: 'html', status: 403 }, { ...FOREIGN, status: 403, ...REFUSED }],
  ['proxy page with 429, always', { kind: 'html', status: 429 }, { ...FOREIGN, status: 429, ...REFUSED, always: true }],
  ['problem+json 500', { kind: 'problem-json', status: 500 }, { status: 500 }],
  ['problem+json 503', { kind: 'problem-json', status: 503 }, { status: 503 }],
  ['408', ...status(408)],
  ['425', ...status(425, REFUSED)],
  ['429 with seconds', ...later(429, { seconds: 1 }, REFUSED)],
  ['429 with a date', ...later(429, { httpDateOffsetSeconds: 1 }, REFUSED)],
  ['429 without Retry-After', ...status(429, REFUSED)],
  ['429 for an hour', ...later(429, { seconds: 3_600 }, { ...REFUSED, asks: true })],
  ['429, always', ...later(429, { seconds: 0 }, { ...REFUSED, always: true })],
  ['500', ...status(500)],
  ['500, always', ...status(500, { always: true })],
  ['502', ...status(502)],
  ['503', ...status(503)],
  ['503 with seconds', ...later(503, { seconds: 1 })],
  ['503 for an hour', ...later(503, { seconds: 3_600 }, { asks: true })],
  ['504', ...status(504)],
  ['401, the token can be renewed', ...status(401, { ...REFUSED, renews: true })],
  ['401, always, the token can be renewed', ...status(401, { ...REFUSED, renews: true, always: true })],
  ['401', ...status(401, REFUSED)],
  ['403', ...status(403, REFUSED)],
  ['404', ...status(404, REFUSED)],
  ['409', ...status(409, REFUSED)],
  ['nobody listens', undefined, { ...LOST, to: 'nobody', always: true, phases: ['before'] }],
  ['answer withheld by CORS', undefined, { ...LOST, to: 'withheld', always: true, phases: ['before'] }],
  ['forbidden by the page\'s policy', undefined, { ...LOST, to: 'forbidden', always: true, phases: ['before'] }],
  ['aborted before it begins', undefined, { ...LATE, abort: 'before', phases: ['before'] }],
  ['aborted while it waits', { kind: 'hang' }, { ...LATE, abort: 'waiting' }],
  ['aborted while the body is read', { kind: 'stall-body' }, { ...LATE, abort: 'reading', during: true }],
  ['aborted in the pause after a 429', ...later(429, { seconds: 30 }, { ...REFUSED, ends: 'AbandonedError', abort: 'pausing' })],
];

export const REPEATS = ['safe', 'idempotent', 'once'];

/** How often a call is sent again at most. */
export const RETRIES = 2;

/** When a fault strikes: before the service acts, while its answer is written, or after it has acted. */
export function phases({ acts, during, phases }) {
  return phases ?? (acts === false ? ['before'] : ['before', during ? 'during' : 'after']);
}

/** What the laws say of a cell: attempts, how it ends, whether the outcome is unknown, and how often the service acts. */
export function expected(particulars, phase, repeat) {
  const attempts = attemptsOf(particulars, repeat);
  const { status, ends = 'RefusedError', always, value, abort } = particulars;
  const succeeds = value || (!always && !abort && attempts > 1);
  const unknown = !succeeds && repeat === 'once' && attempts > 0 && abort !== 'pausing' && mayHaveActed(status);
  const acted = phase === 'before' ? Number(!!succeeds) : attempts;
  return { attempts, ends: succeeds ? 'value' : ends, unknown, effects: repeat === 'safe' ? 0 : acted };
}

function attemptsOf({ status, always, asks, value, abort, renews }, repeat) {
  if (abort === 'before') return 0;
  if (renews) return 2;
  if (value || asks || abort || !isRepeated(status, repeat)) return 1;
  // A failure inside may be a matter of chance; twice is none.
  return always && status !== 500 ? 1 + RETRIES : 2;
}

/** The written rule: what comes to nothing is sent again, and a write that must not come twice only after a 429. */
function isRepeated(status, repeat) {
  return status === 429 || (repeat !== 'once' && [0, 408, 425, 500, 502, 503, 504].includes(status));
}

function mayHaveActed(status) {
  return status < 400 || status >= 500 || status === 408;
}

/** Every cell of the matrix. */
export const CELLS = FAULTS.flatMap(([name, fault, particulars]) =>
  phases(particulars).flatMap((phase) =>
    REPEATS.map((repeat) => ({ name, fault, particulars, phase, repeat, ...expected(particulars, phase, repeat) }))));
