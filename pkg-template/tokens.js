// The client's token, or the function that gives it.

/** Asks for a token as rarely as possible. */
export class Tokens {
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
