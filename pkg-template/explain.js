// What the service says about a list, line by line of what the user gave.

import { checkJobOptions } from './bulk-job.js';
import { invalid } from './errors.js';
import { bounds } from './range.js';
import { IdentifierReport } from './report.js';
import { inSlices } from './slices.js';

/** How many entries of an answer are read in one step. */
const STEP = 256;

/** What may become of an identifier, the most telling first: the registry names some twice. */
const OUTCOMES = ['removed', 'modified', 'unresolved', 'registered', 'assess', 'ok', 'resolved', 'unmentioned'];

/** The same by what counts of an identifier that comes back as several types: what is known counts before what is not. */
const BEST_LAST = ['unmentioned', 'assess', 'unresolved', 'modified', 'removed', 'registered', 'ok', 'resolved'];

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
  assess: 'The registry does not know it, or does not know of its kind: it knows websites only.',
  ok: 'The registry knows it.',
  resolved: 'It was resolved, and will target.',
  unmentioned: 'The answer does not mention it.',
};

/**
 * Maps an answer of the service (of a check, or of creating, updating or reading a list) back to the lines of a report.
 */
export async function explain(report, response, options) {
  if (!(report instanceof IdentifierReport)) throw invalid(['report'], 'wrong_type', 'report must come from normalizeIdentifiers.');
  checkJobOptions(options ?? {});
  const said = new Said();
  const answer = unwrapped(response);
  const lists = Object.entries({ ...CHECKED, ...LISTED }).filter(([member]) => Array.isArray(answer[member]));
  const piles = lists.map(([member, outcome]) => ({ entries: answer[member], outcome: OUTCOMES.indexOf(outcome) }));
  const total = piles.reduce((sum, { entries }) => sum + entries.length, report.length);
  return inSlices(steps(report, piles, said), options ?? {}, total);
}

function* steps(report, piles, said) {
  let done = 0;
  for (const { entries, outcome } of piles) {
    for (const entry of entries) {
      said.add(entry, outcome);
      done += 1;
      if (done % STEP === 0) yield done;
    }
  }
  const explanation = new Explanation(report, said);
  for (const part of report.listed()) {
    explanation.add(part);
    yield done + explanation.summary.total;
  }
  return explanation;
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

  /** Of what became of it elsewhere, the best: another line may be of the type that was not resolved. */
  #elsewhere(type, key) {
    let best = -1;
    for (const name of READ_BACK[type] ?? []) {
      const place = this.#places.get(name)?.get(key) ?? -1;
      if (rank(this.outcome(place)) > rank(this.outcome(best))) best = place;
    }
    return best;
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

/** How well an outcome goes, where an identifier is found as several types. */
function rank(outcome) {
  return BEST_LAST.indexOf(OUTCOMES[outcome]);
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
  summary = Object.fromEntries(['total', ...OUTCOMES].map((name) => [name, 0]));

  constructor(report, said) {
    this.#report = report;
    this.#said = said;
  }

  /** Looks up what is said of identifiers. */
  add(identifiers) {
    for (const { index, type, value } of identifiers) {
      const place = this.#said.find(type, value);
      const outcome = this.#said.outcome(place);
      this.#rows[outcome].push(index, place);
      this.summary[OUTCOMES[outcome]] += 1;
    }
    this.summary.total += identifiers.length;
  }

  /** The lines with an outcome, each with what was given and what the service says. */
  entries(outcome, range) {
    const { start, end } = bounds(range);
    const rows = this.#rows[OUTCOMES.indexOf(outcome)];
    if (!rows) throw invalid(['outcome'], 'not_in_list', `outcome must be one of ${OUTCOMES.join(', ')}.`);
    const entries = [];
    for (let at = start * 2; at < Math.min(rows.length, end * 2); at += 2) {
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
