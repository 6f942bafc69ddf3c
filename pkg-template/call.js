// One call: an input that has been checked, sent as often as it takes.

import { core } from './core.js';
import { InterchangeError, toError } from './errors.js';
import { checkOptions, compileInSlices, join } from './prepare.js';
import { retryAfter } from './seconds.js';
import { Watch } from './watch.js';

/** The default of `timeout`, in milliseconds; the service is slow at times, but not that slow. */
const TIMEOUT = 60_000;
const RETRIES = 2;

export class Call {
  #client;
  #row;
  #options;
  #compiled;
  #url;
  #attempts = 0;
  /** Whether the attempt under way has left the page. */
  #sent = false;
  /** When the first attempt began. */
  #began;
  /** The token that the service refused. */
  #failed;
  /** Ends the check of a long input. */
  #checking = new AbortController();
  /** The text of the answer, where something has to be read from it. */
  #answer;

  constructor(client, row, input, options) {
    checkOptions(1, options);
    this.#client = client;
    this.#row = row;
    this.#options = options;
    // The input is read here; only of a long one the rest is read while others run.
    this.#compiled = compileInSlices(row, input, (client.validation ?? 'error') !== 'error', this.#checking.signal);
    if (!(this.#compiled instanceof Promise)) this.#use(this.#compiled);
  }

  #use(compiled) {
    const { baseUrl, validation } = this.#client;
    this.#compiled = compiled;
    this.#url = join(baseUrl, compiled.target);
    if (validation === 'warn' && compiled.sentences) console.warn(`${this.#row.id}: ${compiled.sentences}`);
  }

  /** What makes two calls equal, where they change nothing. */
  get key() {
    const { signal, headers, ...options } = this.#options;
    return JSON.stringify([this.#row.id, this.#url, options, [...new Headers(headers)]]);
  }

  /** Sends it; gives the payload. */
  async run(signal = this.#options.signal) {
    const deadline = this.#options.deadline ?? this.#client.deadline ?? 0;
    const whole = new Watch(signal, deadline);
    const started = performance.now();
    try {
      if (this.#compiled instanceof Promise) this.#use(await whole.orEnd(this.#compiled));
      return await this.#repeat(whole, () => deadline && Math.max(1, deadline - (this.#began - started)));
    } catch (cause) {
      if (!whole.ended || cause instanceof InterchangeError) throw cause;
      throw this.#ended(whole, deadline, false);
    } finally {
      this.#checking.abort();
      this.#compiled.free?.();
      whole.end();
    }
  }

  /** The input of the next page; undefined after the last one, and empty where the service comes back to this one. */
  next(listed) {
    const next = core().nextPage(this.#row.index, this.#compiled.text, this.#answer, listed);
    return next && { ...JSON.parse(this.#compiled.text), ...JSON.parse(next) };
  }

  /** The error of a list that does not end, or that is none. */
  noList(endless) {
    return this.#error(core().noList(endless));
  }

  /** The error of a caller who gives up a request that others wait for, too. */
  abandoned(reason) {
    return this.#withoutAnswer(0, reason, 0, false);
  }

  /** Sends it until it succeeds, or there is no sense in sending it again. */
  async #repeat(whole, budget) {
    const retries = this.#options.retries ?? this.#client.retries ?? RETRIES;
    for (;;) {
      const { payload, error, again, token } = await this.#attempt(whole);
      if (!error) return payload;
      if (error.status === 401 && this.#client.tokens.renews && this.#failed === undefined) {
        this.#failed = token;
        continue;
      }
      const chance = Math.random() * 1000;
      const elapsed = performance.now() - this.#began;
      const wait = error.name === 'InvalidInputError' || whole.ended ? undefined : core().waitBeforeNext(
        this.#row.index, this.#attempts, retries, chance, error.status ?? 0, again, elapsed, budget(),
      );
      if (wait === undefined) throw error;
      tell(this.#client.onRetry, { ...this.#event(), wait, error });
      await whole.sleep(wait);
    }
  }

  /** One attempt: a payload, or an error and what the service said about coming back. */
  async #attempt(whole) {
    const timeout = this.#options.timeout ?? this.#client.timeout ?? TIMEOUT;
    const { gate } = this.#client;
    await gate.enter(whole);
    const watch = new Watch(whole.signal, timeout);
    this.#sent = false;
    this.#began ??= performance.now();
    let answer;
    const cache = this.#cache();
    try {
      const token = await this.#token(watch);
      const request = this.#request(token, watch.signal, cache);
      answer = await this.#exchange(request, watch);
      return this.#read(answer, token);
    } catch (cause) {
      if (whole.ended) return { error: this.#ended(whole, this.#options.deadline ?? this.#client.deadline) };
      if (watch.ended) return { error: this.#withoutAnswer(1, undefined, timeout) };
      if (cause instanceof InterchangeError) return { error: cause };
      return { error: this.#withoutAnswer(whyLost(this.#url), cause) };
    } finally {
      watch.end();
      if (cache === 'default') this.#client.underWay.delete(this.#url);
      gate.leave(answer);
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

  /**
   * What the browser's cache is told. Past it, each request to another origin would ask that origin's leave again, in a request
   * of its own; through it, Chromium lets equal requests wait for each other.
   */
  #cache() {
    const { underWay } = this.#client;
    if (!isForeign(this.#url) || underWay.has(this.#url)) return 'no-store';
    underWay.add(this.#url);
    return 'default';
  }

  #request(token, signal, cache) {
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
    try {
      // No cookies; no redirect, which would carry the token to wherever it points.
      return new Request(this.#url, {
        method, headers, body: this.#compiled.body, signal, credentials: 'omit', redirect: 'error', cache,
      });
    } catch (cause) {
      throw this.#notSent(4, cause);
    }
  }

  async #exchange(request, watch) {
    const { fetch = globalThis.fetch, onRequest, onResponse, measure } = this.#client;
    this.#attempts += 1;
    this.#sent = true;
    const event = this.#event();
    tell(onRequest, event);
    const start = performance.now();
    const response = await watch.orEnd(fetch(request));
    const { status, headers } = response;
    const text = decode(await watch.orEnd(response.arrayBuffer()));
    const duration = performance.now() - start;
    tell(onResponse, { ...event, status, duration });
    if (measure) performance.measure(`interchange ${event.operation}`, { start, duration, detail: { ...event, status } });
    return { status, headers, text, retryAfter: retryAfter(headers) };
  }

  /** What observers are told of an attempt. */
  #event() {
    const { id: operation, method } = this.#row;
    return { operation, method, url: this.#url, attempt: this.#attempts };
  }

  #read({ status, headers, text, retryAfter: again }, token) {
    const secrets = [token, this.#compiled.secrets].filter(Boolean).join('\0');
    try {
      const where = core().read(this.#row.index, status, text, secrets, this.#row.signs ?? '');
      const answer = where ? JSON.parse(text) : undefined;
      if (this.#row.each !== undefined) this.#answer = text;
      return { payload: where === 2 ? answer.data : answer };
    } catch (thrown) {
      const requestId = headers.get('X-Request-Id') ?? undefined;
      return { error: this.#error(thrown, { requestId, retryAfter: again }), again, token };
    }
  }

  #ended(watch, deadline, sent) {
    return watch.ended === 'aborted'
      ? this.#withoutAnswer(0, watch.reason, 0, sent)
      : this.#withoutAnswer(1, undefined, deadline, sent);
  }

  #withoutAnswer(why, cause, timeout = 0, sent = this.#sent) {
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
  return isForeign(url) ? 3 : 4;
}

/** Whether an address is of another origin than the page. */
function isForeign(url) {
  const origin = globalThis.location?.origin;
  return !!origin && !url.startsWith('/') && !url.startsWith(`${origin}/`);
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

/** Tells an observer. What it throws is the application's business and not the call's. */
export function tell(observer, event) {
  try {
    observer?.(event);
  } catch (error) {
    (globalThis.reportError ?? console.error)(error);
  }
}
