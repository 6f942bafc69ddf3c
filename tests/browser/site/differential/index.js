// What `differential.test.mjs` calls in the page. Each function gives the differences, as few sentences as can be read.

import { domainByUrl } from './by-url.js';
import { differencesOfApps } from './apps.js';
import { Hosts, everyCharacter } from './hosts.js';
import { differencesOfHashes } from './hashes.js';
import { reasonFor } from './known.js';

/** Lines of one call. */
const LINES = 50_000;
const SHOWN = 20;

function* count(hosts, count) {
  for (let left = count; left > 0; left -= 1) yield hosts.next();
}

/** Generated names, or every character: how many there were, differences, and how many of them have a known reason. */
async function differencesOfHosts(seed, most) {
  const names = seed === undefined ? everyCharacter() : count(new Hosts(seed), most);
  const result = { total: 0, known: {}, differences: [] };
  for (let more = true; more; ) {
    const lines = [];
    while (lines.length < LINES && (more = !addTo(lines, names))) ;
    await compare(lines, result);
  }
  return result;
}

/** Adds the next name; true where there is none. */
function addTo(lines, names) {
  const { value, done } = names.next();
  if (!done) lines.push(value);
  return done;
}

async function compare(lines, result) {
  // The first row with something in it may hold titles.
  const report = await web.normalizeIdentifiers(`first.example\n${lines.join('\n')}`);
  for (const [index, line] of lines.entries()) {
    const { canonical, code } = report.line(index + 1);
    const expected = domainByUrl(line);
    if (canonical === expected) continue;
    const reason = reasonFor({ line, ours: canonical, code, expected });
    if (reason) result.known[reason] = (result.known[reason] ?? 0) + 1;
    else if (result.differences.length < SHOWN) result.differences.push(`${escaped(line)}: ours ${canonical ?? code}, expected ${expected}`);
  }
  result.total += lines.length;
  report.free();
}

function escaped(text) {
  const codes = Array.from(text, (c) => (c > '~' ? `U+${c.codePointAt(0).toString(16)}` : c));
  return `${JSON.stringify(text)} [${codes.join(' ')}]`;
}

globalThis.differential = { hosts: differencesOfHosts, apps: differencesOfApps, hashes: differencesOfHashes };
