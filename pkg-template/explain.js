// What the service says about a list, line by line of what the user gave.

import { invalid } from './errors.js';
import { IdentifierReport } from './report.js';

/** What may become of an identifier, the most telling first: the registry names some twice. */
export const OUTCOMES = ['removed', 'modified', 'unresolved', 'registered', 'assess', 'ok', 'resolved', 'unmentioned'];

/** Where the answers keep what: of a check, and of a property list. */
const CHECKED = { remove: 'removed', modify: 'modified', assess: 'assess', ok: 'ok' };
const LISTED = {
  identifiers: 'resolved', registeredIdentifiers: 'registered', unresolvedIdentifiers: 'unresolved',
  domains: 'resolved', registeredDomains: 'registered', unresolvedDomains: 'unresolved',
};

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
  const said = new Map();
  for (const [member, outcome] of Object.entries({ ...CHECKED, ...LISTED })) {
    for (const entry of Array.isArray(answer[member]) ? answer[member] : []) remember(said, entry, outcome);
  }
  return new Explanation(report, said);
}

/** The answer without what stands around it. */
function unwrapped(response) {
  if (typeof response !== 'object' || response === null) {
    throw invalid(['response'], 'wrong_type', 'response must be an answer of the service.');
  }
  const inner = response.data ?? response;
  return inner.propertyList ?? inner;
}

function remember(said, entry, outcome) {
  const { type = 'domain', value } = identifierOf(entry);
  if (typeof value !== 'string') return;
  const key = keyOf(type, value);
  const known = said.get(key);
  // The most telling outcome wins; details are kept of whichever has some.
  if (known && OUTCOMES.indexOf(known.outcome) <= OUTCOMES.indexOf(outcome)) return;
  said.set(key, { outcome, type, value, reason: entry?.reason, correction: entry?.canonical, domainType: entry?.domain_type });
}

/** The identifier in an entry: itself, what it mirrors, or the domain that older answers name. */
function identifierOf(entry) {
  if (typeof entry === 'string') return { value: entry };
  return entry?.identifier ?? (entry?.value === undefined ? { value: entry?.input ?? entry?.domain } : entry);
}

/** The registry takes no notice of capitals. */
function keyOf(type, value) {
  return `${type} ${value.toLowerCase()}`;
}

/** What the service says about each identifier of a report. */
class Explanation {
  #rows = {};
  #report;

  /** How many identifiers there are of each outcome. */
  summary = { total: 0 };

  constructor(report, said) {
    for (const outcome of OUTCOMES) {
      this.#rows[outcome] = [];
      this.summary[outcome] = 0;
    }
    this.#report = report;
    report.eachListed((index, type, value) => {
      const found = lookUp(said, type, value);
      const outcome = found?.outcome ?? 'unmentioned';
      this.#rows[outcome].push({ index, found });
      this.summary[outcome] += 1;
      this.summary.total += 1;
    });
  }

  /** The lines with an outcome, each with what was given and what the service says. */
  entries(outcome, { offset = 0, limit = 100 } = {}) {
    const rows = this.#rows[outcome];
    if (!rows) throw invalid(['outcome'], 'not_in_list', `outcome must be one of ${OUTCOMES.join(', ')}.`);
    return rows.slice(offset, offset + limit).map(({ index, found }) => {
      const { input, type, canonical } = this.#report.line(index);
      return { index, input, type, canonical, ...words(outcome, found) };
    });
  }
}

function lookUp(said, type, value) {
  for (const name of [type, ...(READ_BACK[type] ?? [])]) {
    const found = said.get(keyOf(name, value));
    if (found) return found;
  }
  return undefined;
}

function words(outcome, found = {}) {
  const { type: readAs, reason, correction, domainType } = found;
  const why = outcome === 'removed' && reason ? ` Its reason: ${reason}${domainType ? ` (${domainType})` : ''}.` : '';
  const how = outcome === 'modified' && correction ? ` Its form: ${correction}.` : '';
  return { outcome, message: `${SENTENCES[outcome]}${why}${how}`, readAs, reason, correction, domainType };
}
