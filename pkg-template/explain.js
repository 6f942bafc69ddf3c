// What the service says about a list, line by line of what the user gave.

import { invalid } from './errors.js';
import { IdentifierReport } from './report.js';

/** What may become of an identifier, the most telling first: the registry names some twice. */
const OUTCOMES = ['removed', 'modified', 'unresolved', 'registered', 'assess', 'ok', 'resolved', 'unmentioned'];

/** Where the answers keep what: of a check, and of a property list. */
const CHECKED = { remove: 'removed', modify: 'modified', assess: 'assess', ok: 'ok' };
const LISTED = {
  identifiers: 'resolved', registeredIdentifiers: 'registered', unresolvedIdentifiers: 'unresolved',
  domains: 'resolved', registeredDomains: 'registered', unresolvedDomains: 'unresolved',
};

/** What an answer has at least one of; a list that is only named says nothing of its identifiers. */
const MEMBERS = [...Object.keys({ ...CHECKED, ...LISTED }), 'summary', 'listId'];

/** The types as which an identifier comes back: Apple's bundles are kept together, and a bundle of any store becomes one of its. */
const READ_BACK = {
  apple_tv_bundle: ['ios_bundle'],
  bundle_id: ['ios_bundle', 'android_package'],
  subdomain: ['domain'],
};

const SENTENCES = {
  removed: 'The registry says to take it out.',
  modified: 'The registry writes it differently.',
  unresolved: 'The service knows no such property: it will not target.',
  registered: 'The registry knows it, and it cannot be targeted yet.',
  assess: 'The registry does not know it.',
  ok: 'The registry knows it.',
  resolved: 'It was resolved, and will target.',
  unmentioned: 'The answer does not mention it.',
};

/**
 * Maps an answer of the service (of a check, or of creating, updating or reading a list) back to the lines of a report.
 */
export function explain(report, response) {
  if (!(report instanceof IdentifierReport)) throw invalid(['report'], 'wrong_type', 'report must come from normalizeIdentifiers.');
  const answer = unwrapped(response);
  const said = new Said();
  for (const [member, outcome] of Object.entries({ ...CHECKED, ...LISTED })) {
    for (const entry of Array.isArray(answer[member]) ? answer[member] : []) said.add(entry, OUTCOMES.indexOf(outcome));
  }
  return new Explanation(report, said);
}

/** The answer without what stands around it. */
function unwrapped(response) {
  if (typeof response !== 'object' || response === null) {
    throw invalid(['response'], 'wrong_type', 'response must be an answer of the service.');
  }
  const inner = response.data ?? response;
  const answer = inner.propertyList ?? inner;
  if (!MEMBERS.some((member) => Object(answer)[member] !== undefined)) {
    throw invalid(['response'], 'wrong_type', 'response must be what a check or a property list was answered with.');
  }
  return answer;
}

/** The entries of an answer, by type and value. Numbers stand for them: 100,000 objects more would take a page's time. */
class Said {
  #entries = [];
  #outcomes = [];
  /** For each type, the number of the entry that counts for a value. The registry takes no notice of capitals. */
  #places = new Map();

  add(entry, outcome) {
    const { type = 'domain', value } = identifierOf(entry);
    if (typeof value !== 'string') return;
    const places = this.#places.get(type) ?? new Map();
    const key = value.toLowerCase();
    const known = places.get(key);
    // The most telling outcome wins.
    if (known !== undefined && this.#outcomes[known] <= outcome) return;
    places.set(key, this.#entries.length);
    this.#places.set(type, places);
    this.#entries.push(entry);
    this.#outcomes.push(outcome);
  }

  /** The number of what is said of an identifier; -1 for nothing. */
  find(type, value) {
    const key = value.toLowerCase();
    return this.#places.get(type)?.get(key) ?? this.#elsewhere(type, key);
  }

  #elsewhere(type, key) {
    for (const name of READ_BACK[type] ?? []) {
      const place = this.#places.get(name)?.get(key);
      if (place !== undefined) return place;
    }
    return -1;
  }

  outcome(place) {
    return this.#outcomes[place] ?? OUTCOMES.length - 1;
  }

  facts(place) {
    const entry = this.#entries[place];
    if (!entry) return {};
    const { reason, canonical: correction, domain_type: domainType } = entry;
    return { readAs: identifierOf(entry).type ?? 'domain', reason, correction, domainType };
  }
}

/** The identifier in an entry: itself, what it mirrors, or the domain that older answers name. */
function identifierOf(entry) {
  if (typeof entry === 'string') return { value: entry };
  return entry?.identifier ?? (entry?.value === undefined ? { value: entry?.input ?? entry?.domain } : entry);
}

/** What the service says about each identifier of a report. */
class Explanation {
  #report;
  #said;
  /** Of each outcome, pairs: a line, and what is said of it. */
  #rows = OUTCOMES.map(() => []);

  /** How many identifiers there are of each outcome. */
  summary = { total: 0 };

  constructor(report, said) {
    this.#report = report;
    this.#said = said;
    report.eachListed((index, type, value) => {
      const place = said.find(type, value);
      this.#rows[said.outcome(place)].push(index, place);
    });
    OUTCOMES.forEach((outcome, number) => {
      this.summary[outcome] = this.#rows[number].length / 2;
      this.summary.total += this.summary[outcome];
    });
  }

  /** The lines with an outcome, each with what was given and what the service says. */
  entries(outcome, range) {
    const { offset = 0, limit = 100 } = range ?? {};
    const rows = this.#rows[OUTCOMES.indexOf(outcome)];
    if (!rows) throw invalid(['outcome'], 'not_in_list', `outcome must be one of ${OUTCOMES.join(', ')}.`);
    const entries = [];
    for (let at = offset * 2; at < Math.min(rows.length, (offset + limit) * 2); at += 2) {
      const { index, input, type, canonical } = this.#report.line(rows[at]);
      entries.push({ index, input, type, canonical, ...words(outcome, this.#said.facts(rows[at + 1])) });
    }
    return entries;
  }
}

function words(outcome, { readAs, reason, correction, domainType }) {
  const why = outcome === 'removed' && reason ? ` Its reason: ${reason}${domainType ? ` (${domainType})` : ''}.` : '';
  const how = outcome === 'modified' && correction ? ` Its form: ${correction}.` : '';
  return { outcome, message: `${SENTENCES[outcome]}${why}${how}`, readAs, reason, correction, domainType };
}
