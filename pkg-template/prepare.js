// A request that somebody else sends.

import { core, find } from './core.js';
import { rethrow } from './errors.js';
import { toText } from './text.js';
import { describeFile, form } from './upload.js';

export const DEFAULT_BASE_URL = 'https://api.interchange.io';

/** Builds a request without sending it. */
export function prepare(operation, input, options = {}) {
  const row = find(operation);
  checkOptions(2, options);
  return new PreparedRequest(row, input, options);
}

/** Throws when an option is wrong: of a client (0), of a call (1), of `prepare` (2). */
export function checkOptions(of, options) {
  rethrow(undefined, () => core().checkOptions(of, toText(options)));
}

/** What a call sends, from an input that has been checked. */
export function compile(row, input, lenient) {
  const file = describeFile(row, input);
  const text = toText(file.described);
  const [target, body, field, secrets, sentences] = rethrow(row, () => core().compile(row.index, text, lenient));
  return { text, target, secrets, sentences, isJson: body !== undefined, body: field ? form(field, file) : body };
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
  #shown;
  #curl;

  constructor(row, input, options) {
    const { text, target, body, isJson } = compile(row, input, false);
    this.operation = row.id;
    this.method = row.method;
    this.url = join(options.baseUrl, target);
    this.#headers = { ...options.headers, Accept: 'application/json' };
    if (options.token) this.#headers.Authorization = `Bearer ${options.token}`;
    if (isJson) this.#headers['Content-Type'] = 'application/json';
    this.#body = isJson ? new TextDecoder().decode(body) : body;
    this.#shown = core().shownBody(row.index, text);
    this.#curl = core().curl(row.index, text, absolute(this.url), toText(options.headers), !!options.token);
  }

  get headers() {
    return this.#headers;
  }

  get body() {
    return this.#body;
  }

  /** The command that sends the same, with `$TOKEN` and the like in place of credentials. */
  toCurl() {
    return this.#curl;
  }

  /** What may be seen of the request. */
  toJSON() {
    const { operation, method, url } = this;
    return { operation, method, url, body: this.#shown && JSON.parse(this.#shown) };
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toJSON();
  }
}
