// What became of a list: how many lines of each kind, the lines, and what can be done next.

import type { IdentifierBucket, IdentifierEntry, IdentifierReport } from 'interchange-web';
import { h, type Child } from './dom.js';
import { icon, type IconName } from './icons.js';
import type { Page } from './page.js';
import { pilesOf, type Pile } from './piles.js';
import { propertyListCards } from './property-list.js';
import { turns } from './turns.js';
import { count, number, typeWord } from './words.js';

type Look = Pick<Pile, 'label' | 'tone' | 'symbol' | 'none'>;

const BUCKETS: Record<IdentifierBucket, Look> = {
  kept: { label: 'Kept as they were', tone: 'good', symbol: 'check', none: 'No line was clean already.' },
  changed: { label: 'Changed', tone: 'changed', symbol: 'refresh', none: 'No line had to be changed.' },
  duplicates: { label: 'Duplicates', tone: 'off', symbol: 'copy', none: 'No line repeats another.' },
  invalid: { label: 'Invalid', tone: 'bad', symbol: 'alert', none: 'Nothing is wrong with any line.' },
  blank: { label: 'Blank', tone: 'off', symbol: 'more', none: 'No line is empty or a comment.' },
};

/** Lines of the list that something may be wrong with; they are on the piles of the list as well. */
const WARNED: Look = { label: 'Worth a look', tone: 'wait', symbol: 'eye', none: '' };

const COLUMNS = ['Line', 'You wrote', 'In the list', 'Remark'];

/** The report of a list. `name` is for the file; `take` reads the list again with the suggestions. */
export function cleanedView(page: Page, report: IdentifierReport, name: string, take: () => void): Child {
  const { total } = report.summary;
  const piles = Object.entries(BUCKETS).map(([bucket, look]) => pileOf(report, bucket as IdentifierBucket, look));
  if (report.warned > 0) piles.push({ ...WARNED, count: report.warned, isAlso: true, rows: rowsOf(report, 'warned') });
  const save = h(
    'button',
    { type: 'button', class: 'button secondary', on: { click: () => void download(report, name, page.signal) } },
    icon('down'),
    'Download as CSV',
  );
  const overview = h(
    'section',
    { class: 'card' },
    h(
      'div',
      { class: 'cleaned-head' },
      h('h2', { tabindex: '-1' }, `The list has ${number(report.length)} of ${count(total, 'line')}`),
      save,
    ),
    report.suggested > 0 && suggestions(report.suggested, take),
    pilesOf('Lines of the list to show', COLUMNS, piles),
  );
  return [overview, propertyListCards(page, report)];
}

function pileOf(report: IdentifierReport, bucket: IdentifierBucket, look: Look): Pile {
  return { ...look, count: report.summary[bucket], rows: rowsOf(report, bucket) };
}

function rowsOf(report: IdentifierReport, bucket: IdentifierBucket | 'warned'): Pile['rows'] {
  return (offset, limit) => report.entries(bucket, { offset, limit }).map(cellsOf);
}

function cellsOf({ index, input, type, canonical, message, severity }: IdentifierEntry): Child[] {
  const isListed = canonical !== undefined;
  return [
    number(index + 1),
    h('code', { class: 'clip', title: input }, input),
    isListed && listed(canonical, type),
    message && remark(message, severity),
  ];
}

/** What stands in the list for a line. */
export function listed(canonical: string | undefined, type: string | undefined): Child {
  return [h('code', { class: 'clip', title: canonical }, canonical), h('small', null, type && typeWord(type))];
}

const SEVERITIES: Record<string, IconName> = { error: 'alert', warning: 'alert', note: 'check' };

function remark(message: string, severity: IdentifierEntry['severity']): Child {
  const symbol = severity && SEVERITIES[severity];
  const words = h('span', null, message);
  return h('span', { class: `remark ${severity ?? ''}`, title: message }, symbol && icon(symbol), words);
}

/** Offers to take the suggestions. */
function suggestions(found: number, take: () => void): Child {
  const text = `${count(found, 'entry is', 'entries are')} plainly of another type than the list says.`;
  const button = h(
    'button',
    { type: 'button', class: 'button secondary', on: { click: take } },
    icon('check'),
    found === 1 ? 'Take it as what it is' : `Take all ${number(found)} as what they are`,
  );
  return h('div', { class: 'suggestions' }, h('p', null, text), button);
}

async function download(report: IdentifierReport, name: string, signal: AbortSignal): Promise<void> {
  const parts: string[] = [];
  const turn = turns(signal);
  try {
    for (const part of report.csvParts()) {
      parts.push(part);
      await turn();
    }
  } catch {
    // The view was left, or another list has come.
    return;
  }
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  h('a', { href: address, download: `${name}-clean.csv` }).click();
  // Some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
