// The client's token, or the function that gives it.

/** Asks for a token as rarely as possible. */
export class Tokens {
  #token;
  /** The question that is open, and whether it says that a token has failed. */
  #asked;
  #last;

  constructor(token) {
    this.#token = token;
  }

  /** Asks once for all calls that need a token at the same time, and once for all whose token has failed. */
  get(failed) {
    if (!this.renews) return this.#token;
    if (failed !== undefined && failed !== this.#last) return this.#last;
    // Who does not know that the token has failed may give it once more.
    const joins = this.#asked && (failed === undefined || this.#asked.renews);
    return joins ? this.#asked.given : this.#ask(failed);
  }

  #ask(failed) {
    const question = { renews: failed !== undefined };
    this.#asked = question;
    question.given = this.#answer(question, failed);
    return question.given;
  }

  async #answer(question, failed) {
    try {
      const given = await this.#token(failed);
      // An answer that a renewal has overtaken is not the latest.
      if (this.#asked === question) this.#last = given;
      return given;
    } finally {
      if (this.#asked === question) this.#asked = undefined;
    }
  }

  /** Whether asking again may give another token. */
  get renews() {
    return typeof this.#token === 'function';
  }
}
