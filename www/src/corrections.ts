// The entries of a report that look like another type than they were read as, taken as that type.

import type { IdentifierReport } from 'interchange-web';
import { turns } from './turns.js';

type Entry = string | { type: string; value: string };

/** How many lines are looked at together. */
const STEP = 100;

/** How many invalid entries look like another type. */
export async function suggestionsIn(report: IdentifierReport, signal: AbortSignal): Promise<number> {
  let found = 0;
  const turn = turns(signal);
  for (let offset = 0; offset < report.summary.invalid; offset += STEP) {
    found += report.entries('invalid', { offset, limit: STEP }).filter(({ suggestion }) => suggestion).length;
    await turn();
  }
  return found;
}

/** The lines of a report for another reading, in which the suggestions are taken. Each keeps its place. */
export async function corrected(report: IdentifierReport, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  const turn = turns(signal);
  for (let index = 0; index < report.summary.total; index += 1) {
    entries.push(entryOf(report, index));
    if (index % STEP === 0) await turn();
  }
  return entries;
}

function entryOf(report: IdentifierReport, index: number): Entry {
  const { input = '', suggestion, code } = report.line(index) ?? {};
  if (suggestion) return { type: suggestion, value: input };
  // In a list of entries there are no titles.
  return code === 'header' ? '' : input;
}
