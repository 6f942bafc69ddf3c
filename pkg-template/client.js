// The client. It waits; what it waits for, and what comes next, the WebAssembly decides.

import { core, find, table } from './core.js';
import { InterchangeError, toError } from './errors.js';
import { checkOptions, compile, join } from './prepare.js';
import { Watch, sleep } from './watch.js';

/** The default of `timeout`, in milliseconds; the service is slow at times, but not that slow. */
const TIMEOUT = 60_000;
const RETRIES = 2;

export class Interchange {
  #options;

  constructor(options = {}) {
    checkOptions(0, options);
    this.#options = { ...options, tokens: new Tokens(options.token) };
    for (const { id, resource, name } of table) {
      this[resource] ??= {};
      this[resource][name] = (input, options) => this.call(id, input, options);
    }
  }

  /** Sends a call. The input is read before this returns. */
  async call(operation, input, options = {}) {
    if (typeof operation === 'object' && operation !== null) {
      return this.call(operation.operation, flat(operation), input);
    }
    const stack = callSite();
    try {
      return await new Call(this.#options, find(operation), input, options).run();
    } catch (error) {
      if (error instanceof InterchangeError) error.stack = `${error.name}: ${error.message}\n${stack}`;
      throw error;
    }
  }
}

/**
 * The structured form of a call as one flat input. It is written as text, so that a name that occurs twice stays there
 * twice, for the check to see.
 */
function flat({ pathParams, params, body }) {
  try {
    const members = [pathParams, params, body].map((part) => JSON.stringify(part ?? {}).slice(1, -1));
    return `{${members.filter(Boolean).join(',')}}`;
  } catch {
    // Something in it has no JSON form; the check says what and where.
    return { ...params, ...body, ...pathParams };
  }
}

/** Where the caller stands, before the first `await` loses it. */
function callSite() {
  const holder = {};
  Error.captureStackTrace?.(holder, Interchange.prototype.call);
  return (holder.stack ?? new Error().stack ?? '').replace(/^\w*Error.*\n/, '');
}

/** The client's token, or the function that gives it. */
class Tokens {
  #token;
  #asked;
  #last;

  constructor(token) {
    this.#token = token;
  }

  /** Asks once for all calls that need a token at the same time, and once for all whose token has failed. */
  get(failed) {
    if (!this.renews) return this.#token;
    if (failed !== undefined && failed !== this.#last) return this.#last;
    this.#asked ??= this.#ask(failed).finally(() => (this.#asked = undefined));
    return this.#asked;
  }

  async #ask(failed) {
    this.#last = await this.#token(failed);
    return this.#last;
  }

  /** Whether asking again may give another token. */
  get renews() {
    return typeof this.#token === 'function';
  }
}

/** One call: an input that has been checked, sent as often as it takes. */
class Call {
  #client;
  #row;
  #options;
  #compiled;
  #url;
  #attempts = 0;
  /** The token that the service refused. */
  #failed;

  constructor(client, row, input, options) {
    checkOptions(1, options);
    this.#compiled = compile(row, input, (client.validation ?? 'error') !== 'error');
    this.#client = client;
    this.#row = row;
    this.#options = options;
    this.#url = join(client.baseUrl, this.#compiled.target);
    const { sentences } = this.#compiled;
    if (client.validation === 'warn' && sentences) console.warn(`${row.id}: ${sentences}`);
  }

  async run() {
    const retries = this.#options.retries ?? this.#client.retries ?? RETRIES;
    const { signal } = this.#options;
    for (;;) {
      const { payload, error, retryAfter, token } = await this.#attempt();
      if (!error) return payload;
      if (error.status === 401 && this.#client.tokens.renews && this.#failed === undefined) {
        this.#failed = token;
        continue;
      }
      const chance = Math.random() * 1000;
      const status = error.status ?? 0;
      const wait = error.name === 'InvalidInputError' || error.reason === 'aborted'
        ? undefined
        : core().waitBeforeNext(this.#row.index, this.#attempts, retries, chance, status, retryAfter);
      if (wait === undefined) throw error;
      tell(this.#client.onRetry, { ...this.#event(), wait, error });
      if (await sleep(wait, signal)) throw this.#abandoned(0, signal.reason, 0, false);
    }
  }

  /** One attempt: a payload, or an error and what the service said about coming back. */
  async #attempt() {
    const timeout = this.#options.timeout ?? this.#client.timeout ?? TIMEOUT;
    const watch = new Watch(this.#options.signal, timeout);
    try {
      const token = await this.#token(watch);
      const request = this.#request(token, watch.signal);
      const { response, text } = await this.#exchange(request, watch);
      return this.#read(response, text, token);
    } catch (cause) {
      if (watch.ended === 'aborted') return { error: this.#abandoned(0, watch.reason) };
      if (watch.ended === 'timeout') return { error: this.#abandoned(1, undefined, timeout) };
      if (cause instanceof InterchangeError) return { error: cause };
      return { error: this.#abandoned(whyLost(this.#url), cause) };
    } finally {
      watch.end();
    }
  }

  /** The token, asked for before every attempt: a provider may renew it. */
  async #token(watch) {
    const { tokens } = this.#client;
    if (!tokens.renews) return watch.orEnd(tokens.get());
    let given;
    try {
      given = await watch.orEnd(tokens.get(this.#failed));
    } catch (cause) {
      throw watch.ended ? cause : this.#notSent(1, cause);
    }
    if (typeof given !== 'string' || !/^[!-~]+$/.test(given)) throw this.#notSent(2);
    return given;
  }

  #request(token, signal) {
    const page = globalThis.location;
    const isPath = /^(\/|$)/.test(this.#client.baseUrl ?? 'https:');
    if (isPath && !page?.origin) throw this.#notSent(0);
    if (isPath && token && page.protocol === 'http:' && !isLocal(page.hostname)) throw this.#notSent(3);
    const headers = new Headers(this.#client.headers);
    new Headers(this.#options.headers).forEach((value, name) => headers.set(name, value));
    headers.set('Accept', 'application/json');
    if (this.#compiled.isJson) headers.set('Content-Type', 'application/json');
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const { method } = this.#row;
    // No cookies; and no redirect, which would carry the token to wherever it points.
    return new Request(this.#url, {
      method, headers, body: this.#compiled.body, signal, credentials: 'omit', redirect: 'error',
    });
  }

  async #exchange(request, watch) {
    const { fetch = globalThis.fetch, onRequest, onResponse } = this.#client;
    this.#attempts += 1;
    const event = this.#event();
    tell(onRequest, event);
    const started = performance.now();
    const response = await watch.orEnd(fetch(request));
    const text = decode(await watch.orEnd(response.arrayBuffer()));
    tell(onResponse, { ...event, status: response.status, duration: performance.now() - started });
    return { response, text };
  }

  /** What observers are told of an attempt. */
  #event() {
    const { id: operation, method } = this.#row;
    return { operation, method, url: this.#url, attempt: this.#attempts };
  }

  #read({ status, headers }, text, token) {
    const secrets = [token, this.#compiled.secrets].filter(Boolean).join('\0');
    try {
      const where = core().read(this.#row.index, status, text, secrets);
      const answer = where ? JSON.parse(text) : undefined;
      return { payload: where === 2 ? answer.data : answer };
    } catch (thrown) {
      const retryAfter = seconds(headers.get('Retry-After'));
      const requestId = headers.get('X-Request-Id') ?? undefined;
      return { error: this.#error(thrown, { requestId, retryAfter }), retryAfter, token };
    }
  }

  #abandoned(why, cause, timeout = 0, sent = this.#attempts > 0) {
    return this.#error(core().withoutAnswer(this.#row.index, why, timeout, sent), undefined, cause);
  }

  #notSent(why, cause) {
    return this.#error(core().notSent(why), undefined, cause);
  }

  #error(thrown, facts, cause) {
    return toError(thrown, this.#row, { ...facts, url: this.#url, attempts: this.#attempts }, cause);
  }
}

/** What the circumstances say about an answer that did not come; the numbers are those of `withoutAnswer`. */
function whyLost(url) {
  if (globalThis.navigator?.onLine === false) return 2;
  const origin = globalThis.location?.origin;
  return origin && !url.startsWith('/') && !url.startsWith(`${origin}/`) ? 3 : 4;
}

function isLocal(host) {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}

/** The text of an answer. Where it is not UTF-8, it begins with a character that no JSON begins with. */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return `\ufffd${new TextDecoder().decode(bytes)}`;
  }
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function seconds(value) {
  if (!value) return undefined;
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, Math.ceil(wait));
}

/** Tells an observer. What it throws is the application's business and not the call's. */
function tell(observer, event) {
  try {
    observer?.(event);
  } catch (error) {
    (globalThis.reportError ?? console.error)(error);
  }
}
