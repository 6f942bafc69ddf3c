// A request that somebody else sends.

import { core, find } from './core.js';
import { rethrow } from './errors.js';
import { listsApart } from './lists.js';
import { inSlices, turn } from './slices.js';
import { toText } from './text.js';
import { describeFile, form } from './upload.js';
import { checkSignal } from './watch.js';

const DEFAULT_BASE_URL = 'https://api.interchange.io';

/** Builds a request without sending it. */
export function prepare(operation, input, options = {}) {
  const row = find(operation);
  checkOptions(2, options);
  return new PreparedRequest(row, input, options);
}

/** Throws when an option is wrong: of a client (0), of a call (1), of `prepare` (2). */
export function checkOptions(of, options) {
  rethrow(undefined, () => core().checkOptions(of, toText(options)));
  checkSignal(options.signal);
}

/** What a call sends, from an input that has been checked. */
export function compile(row, input, lenient) {
  return compileAround(row, input, lenient, listsApart(row, input, false));
}

/** The same for a call, which can wait: a promise where an input is too long for one go. */
export function compileInSlices(row, input, lenient, signal) {
  const lists = listsApart(row, input, true);
  return lists?.long ? compileLong(row, lenient, lists, signal) : compileAround(row, input, lenient, lists);
}

function compileAround(row, input, lenient, lists) {
  if (!lists) {
    const file = describeFile(row, input);
    const text = toText(file.described);
    const [target, body, field, ...rest] = rethrow(row, () => core().compile(row.index, text, lenient));
    return compiled(target, field ? form(field, file) : body, body !== undefined, rest, () => text);
  }
  try {
    lists.read();
    return compileLists(row, lenient, lists);
  } finally {
    lists.end();
  }
}

async function compileLong(row, lenient, lists, signal) {
  try {
    await lists.load();
    await inSlices(lists.steps(), { signal });
    // A long body takes a task of its own to become a request.
    await turn();
    return compileLists(row, lenient, lists);
  } finally {
    lists.end();
  }
}

function compileLists(row, lenient, lists) {
  const [target, body, , ...rest] = rethrow(row, () => lists.compile(lenient));
  return compiled(target, body, true, rest, () => lists.whole(), () => lists.free());
}

/**
 * `write` gives the input as text, seldom asked for. With long lists there is a `free`, which leaves the memory of the body to
 * others; then it is of no use any more.
 */
function compiled(target, body, isJson, [secrets, sentences], write, free) {
  return { target, body, isJson, secrets, sentences, free, get text() { return write(); } };
}

/** Joins a base URL and a path. */
export function join(baseUrl = DEFAULT_BASE_URL, target) {
  return baseUrl.replace(/\/+$/, '') + target;
}

/** The address for a terminal, which has no origin that would complete a path. */
function absolute(url) {
  const { origin = '' } = globalThis.location ?? {};
  return url.startsWith('/') && origin.startsWith('http') ? origin + url : url;
}

/**
 * What `prepare` answers. Headers and body hold credentials, so they are there for whoever asks for them, and are shown by
 * nothing that shows objects: `JSON.stringify`, `console.log` and `util.inspect` see what may be seen.
 */
class PreparedRequest {
  #headers;
  #body;
  #show;
  #curl;

  constructor(row, input, options) {
    const compiled = compile(row, input, false);
    const { target, body, isJson } = compiled;
    this.operation = row.id;
    this.method = row.method;
    this.url = join(options.baseUrl, target);
    this.#headers = { ...options.headers, Accept: 'application/json' };
    if (options.token) this.#headers.Authorization = `Bearer ${options.token}`;
    if (isJson) this.#headers['Content-Type'] = 'application/json';
    // The caller's own bytes: the memory of long ones is used again.
    this.#body = compiled.free ? body.slice() : isJson ? new TextDecoder().decode(body) : body;
    const headers = toText(options.headers);
    // Seldom asked for, and long where the input is.
    this.#show = () => core().shownBody(row.index, compiled.text);
    this.#curl = () => core().curl(row.index, compiled.text, absolute(this.url), headers, !!options.token);
  }

  get headers() {
    return this.#headers;
  }

  get body() {
    return this.#body;
  }

  /** The command that sends the same, with `$TOKEN` and the like in place of credentials. */
  toCurl() {
    return this.#curl();
  }

  /** What may be seen of the request. */
  toJSON() {
    const { operation, method, url } = this;
    const shown = this.#show();
    return { operation, method, url, body: shown && JSON.parse(shown) };
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toJSON();
  }
}
