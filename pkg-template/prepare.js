// A request that somebody else sends.

import { core, find } from './core.js';
import { rethrow } from './errors.js';
import { describeFile, form } from './upload.js';

export const DEFAULT_BASE_URL = 'https://api.interchange.io';

/** Builds a request without sending it. */
export function prepare(operation, input, options = {}) {
  const row = find(operation);
  rethrow(() => core().checkOptions(2, options));
  return new PreparedRequest(row, input, options);
}

/** Joins a base URL and a path. */
export function join(baseUrl = DEFAULT_BASE_URL, target) {
  return baseUrl.replace(/\/+$/, '') + target;
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
    const file = describeFile(row, input);
    const compiled = rethrow(() => core().compile(row.index, file.described, false));
    this.operation = row.id;
    this.method = row.method;
    this.url = join(options.baseUrl, compiled.target);
    this.#headers = { ...options.headers, Accept: 'application/json' };
    if (options.token) this.#headers.Authorization = `Bearer ${options.token}`;
    if (compiled.form) {
      this.#body = form(compiled.form, file);
    } else if (compiled.body) {
      this.#headers['Content-Type'] = 'application/json';
      this.#body = new TextDecoder().decode(compiled.body);
    }
    this.#shown = core().shownBody(row.index, file.described);
    this.#curl = core().curl(row.index, file.described, this.url, options.headers);
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
