// What the service makes of a cleaned list: the check, and the property list that is created from it.

import {
  explain,
  propertyListOf,
  schema,
  type IdentifierExplanation,
  type IdentifierOutcome,
  type IdentifierReport,
  type PropertyListAnswer,
  type PropertyListResolution,
} from 'interchange-web';
import { advertiserChoice } from './advertiser.js';
import { announce } from './announce.js';
import { listed } from './cleaned.js';
import { fill, h, type Child } from './dom.js';
import { form } from './form.js';
import { icon } from './icons.js';
import { card, facts, type Page } from './page.js';
import { pilesOf, type Pile } from './piles.js';
import { isAborted, problem } from './problem.js';
import { count, number, percent, word } from './words.js';

type Look = Pick<Pile, 'label' | 'tone' | 'symbol'>;

const OUTCOMES: Record<IdentifierOutcome, Look> = {
  removed: { label: 'To take out', tone: 'bad', symbol: 'trash' },
  modified: { label: 'Written differently', tone: 'wait', symbol: 'refresh' },
  unresolved: { label: 'Not known, will not target', tone: 'bad', symbol: 'alert' },
  registered: { label: 'Known, cannot be targeted yet', tone: 'wait', symbol: 'clock' },
  assess: { label: 'Not in the registry', tone: 'wait', symbol: 'eye' },
  ok: { label: 'Nothing wrong', tone: 'good', symbol: 'check' },
  resolved: { label: 'Will target', tone: 'good', symbol: 'check' },
  unmentioned: { label: 'Not mentioned', tone: 'off', symbol: 'more' },
};

const COLUMNS = ['Line', 'You wrote', 'In the list', 'The service says'];

/** The cards that send the list; or why there is nothing to send. */
export function propertyListCards(page: Page, report: IdentifierReport): Child {
  if (report.length === 0) {
    const text = 'No line can go into a list yet, so there is nothing to check or to create.';
    return card('Next', h('p', null, text));
  }
  return [checkCard(page, report), createCard(page, report)];
}

function checkCard(page: Page, report: IdentifierReport): HTMLElement {
  const result = h('div', { class: 'trouble' });
  const button = h('button', { type: 'button', class: 'button primary', on: { click: () => void check() } });
  let isBusy = false;
  setBusy(false);

  async function check(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    fill(result);
    try {
      const answer = await page.connection.client.propertyLists.check({ identifiers: report }, { signal: page.signal });
      fill(result, await said('Entries by what the registry says', report, answer, page.signal));
      announce('The registry has answered.');
    } catch (error) {
      if (!isAborted(error)) tell(result, problem(error, { retry: () => void check() }));
    } finally {
      setBusy(false);
    }
  }

  function setBusy(busy: boolean): void {
    isBusy = busy;
    button.setAttribute('aria-disabled', String(busy));
    fill(button, busy && h('span', { class: 'spinner' }), busy ? 'Checking…' : 'Check with the service');
  }

  return card(
    'Check with the service',
    h('p', null, 'The service compares the list with the AAO registry. It knows domains only; apps are not in it.'),
    h('div', { class: 'form-actions' }, button),
    result,
  );
}

function createCard(page: Page, report: IdentifierReport): HTMLElement {
  const result = h('div', { class: 'trouble' });
  // The form reads it whenever it looks at the draft, so the advertiser may change.
  const fixed: Record<string, unknown> = { identifiers: report };
  const create = form({
    operation: 'createPropertyList',
    fieldsFor: (draft) => schema('createPropertyList').fieldsFor(draft),
    groups: [{ keys: ['name', 'purpose'] }],
    fixed,
    submit: 'Create list',
    busy: 'Creating…',
    afterDoubt: h('p', null, 'The list may have been created all the same. Look before you create it again.'),
    send: async (input) => {
      const answer = await page.connection.client.propertyLists.create(input, { signal: page.signal });
      fill(result, await created(report, answer, page.signal));
      result.querySelector<HTMLElement>('h3')?.focus();
      announce('The list was created.');
    },
  });
  const choice = advertiserChoice(page, (advertiserId) => {
    fixed['advertiserId'] = advertiserId;
    create.element.hidden = advertiserId === undefined;
  });
  create.element.hidden = true;
  return card(
    'Create list',
    h('p', null, `A property list of an advertiser, with ${count(report.length, 'entry', 'entries')}.`),
    choice,
    create.element,
    result,
  );
}

async function created(report: IdentifierReport, answer: PropertyListAnswer, signal: AbortSignal): Promise<Child> {
  const { name, listId, purpose, resolutionSummary } = propertyListOf(answer);
  return [
    h('h3', { tabindex: '-1', class: 'created' }, icon('check'), `${name} was created`),
    facts([
      ['List ID', h('code', null, listId)],
      ['Purpose', word(purpose)],
      ['Will target', resolutionSummary ? reach(resolutionSummary) : '—'],
    ]),
    await said('Entries by what became of them', report, answer, signal),
  ];
}

function reach({ resolvedCount, totalRequested, resolutionRate }: PropertyListResolution): string {
  return `${number(resolvedCount)} of ${number(totalRequested)} (${percent(resolutionRate)})`;
}

/** The answer of the service, by the lines of the user. */
async function said(
  legend: string,
  report: IdentifierReport,
  answer: Parameters<typeof explain>[1],
  signal: AbortSignal,
): Promise<HTMLElement> {
  const explanation = await explain(report, answer, { signal });
  const outcomes = Object.entries(OUTCOMES) as [IdentifierOutcome, Look][];
  const piles = outcomes.filter(([outcome]) => explanation.summary[outcome] > 0);
  return pilesOf(
    legend,
    COLUMNS,
    piles.map(([outcome, look]) => pileOf(explanation, outcome, look)),
  );
}

function pileOf(explanation: IdentifierExplanation, outcome: IdentifierOutcome, look: Look): Pile {
  const rows = (offset: number, limit: number): Child[][] =>
    explanation
      .entries(outcome, { offset, limit })
      .map(({ index, input, type, canonical, message }) => [
        number(index + 1),
        h('code', { class: 'clip', title: input }, input),
        listed(canonical, type),
        h('span', { class: 'remark', title: message }, h('span', null, message)),
      ]);
  return { ...look, count: explanation.summary[outcome], none: '', rows };
}

function tell(host: HTMLElement, notice: HTMLElement): void {
  fill(host, notice);
  notice.focus();
}
