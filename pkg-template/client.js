// The client: the operations as methods, and what their calls share.

import { sendAll } from './batches.js';
import { Call } from './call.js';
import { Coalescing } from './coalesce.js';
import { find, known, table } from './core.js';
import { InterchangeError } from './errors.js';
import { Gate } from './gate.js';
import { paged } from './pages.js';
import { checkOptions } from './prepare.js';
import { Tokens } from './tokens.js';
import { wait, waitForTask } from './waiting.js';

export class Interchange {
  #shared;

  constructor(options = {}) {
    checkOptions(0, options);
    this.#shared = {
      ...options,
      tokens: new Tokens(options.token),
      gate: new Gate(options),
      // Addresses of requests that have not been answered yet.
      underWay: new Set(),
      coalescing: options.coalesce && new Coalescing(),
    };
    for (const { id, resource, name } of table) {
      this[resource] ??= {};
      this[resource][name] = (input, options) => this.call(id, input, options);
    }
    this.tasks.wait = (taskId, options) => waitForTask(this, taskId, options);
  }

  /** Sends a call. The input is read before this returns. */
  call(operation, input, options = {}) {
    if (typeof operation === 'object' && operation !== null) {
      return this.call(operation.operation, flat(operation), input);
    }
    const stack = callSite();
    const first = this.#send(operation, input, options, stack);
    const row = known(operation);
    if (row?.each === undefined) return first.then(({ payload }) => payload);
    return paged(first, row, (next) => this.#send(row.id, next, options, stack));
  }

  /** Sends a call again and again until its answer is the one that is waited for. */
  wait(operation, input, options) {
    return wait(this, operation, input, options);
  }

  /** Sends a list that is longer than one request may hold. */
  sendAll(operation, input, options) {
    return sendAll(this, operation, input, { ...options, lenient: (this.#shared.validation ?? 'error') !== 'error' });
  }

  /** A call, and the payload that it came to. */
  async #send(operation, input, options, stack) {
    try {
      const row = find(operation);
      const call = new Call(this.#shared, row, input, options);
      const send = async (signal) => ({ call, payload: await call.run(signal) });
      const { coalescing } = this.#shared;
      return await (coalescing && row.method === 'GET' ? coalescing.run(call, options.signal, send) : send(options.signal));
    } catch (error) {
      if (error instanceof InterchangeError) error.stack = `${error.name}: ${error.message}\n${stack}`;
      throw error;
    }
  }
}

/**
 * The structured form of a call as one flat input. Where a name occurs twice it is written as text, so that it stays there
 * twice, for the check to see.
 */
function flat({ pathParams, params, body }) {
  try {
    const parts = [pathParams, params, body].map((part) => part ?? {});
    const names = parts.flatMap(Object.keys);
    const plain = ({ toJSON, constructor }) => toJSON === undefined && constructor === Object;
    if (parts.every(plain) && new Set(names).size === names.length) return Object.assign({}, ...parts);
    const members = parts.map((part) => JSON.stringify(part).slice(1, -1));
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
