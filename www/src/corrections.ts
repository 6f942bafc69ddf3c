// The entries of a report that look like another type than they were read as, taken as that type.

import type { IdentifierEntry, IdentifierReport } from 'interchange-web';
import { turns } from './turns.js';

type Entry = string | { type: string; value: string };

/** How many lines are looked at together. */
const STEP = 100;

/** How many invalid entries can be taken as another type. */
export async function suggestionsIn(report: IdentifierReport, signal: AbortSignal): Promise<number> {
  let found = 0;
  const turn = turns(signal);
  for (let offset = 0; offset < report.summary.invalid; offset += STEP) {
    found += report.entries('invalid', { offset, limit: STEP }).filter(meant).length;
    await turn();
  }
  return found;
}

/** The lines of a report for another reading, in which the suggestions are taken. Each keeps its place. */
export async function corrected(report: IdentifierReport, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  const turn = turns(signal);
  const hasTitles = report.entries('blank').some(({ code }) => code === 'header');
  for (let index = 0; index < report.summary.total; index += 1) {
    const line = report.line(index);
    entries.push(line ? entryOf(line, hasTitles) : '');
    if (index % STEP === 0) await turn();
  }
  return entries;
}

/** The type that a line is to be taken as. Of a row of several cells nobody knows which of them is meant. */
function meant({ suggestion, input }: IdentifierEntry): string | undefined {
  return /[,;\t]/.test(input) ? undefined : suggestion;
}

/** In a list of entries there are no titles: what they said of the columns is said of each line. */
function entryOf(line: IdentifierEntry, hasTitles: boolean): Entry {
  const { input, canonical, type, code } = line;
  const suggestion = meant(line);
  if (suggestion) return { type: suggestion, value: input };
  if (!hasTitles) return input;
  if (code === 'header') return '';
  return type && canonical !== undefined ? { type, value: canonical } : input;
}
