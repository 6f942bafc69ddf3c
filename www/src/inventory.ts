// The section that cleans a list of sites and apps up: the list comes in, and its report is shown.

import {
  normalizeIdentifiers,
  schema,
  type IdentifierReport,
  type PropertyIdentifierType,
} from 'interchange-web';
import { announce } from './announce.js';
import { cleanedView } from './cleaned.js';
import { fill, h, uid } from './dom.js';
import { listInput, type Source } from './list-input.js';
import { card, empty, header, type Page } from './page.js';
import { problem } from './problem.js';
import { progressOf } from './progress.js';
import { count, typeWord } from './words.js';

const LEAD =
  'Paste the sites and apps that a campaign should run on, or avoid. They are put in order here, in your browser; ' +
  'nothing is sent before you say so.';

/** The section. */
export function inventoryView(page: Page): void {
  const result = h('div', { class: 'stack' });
  const trouble = h('div', { class: 'trouble' });
  const working = h('div');
  const input = listInput(page.signal, () => void clean());
  const types = typeChoice(() => report && void clean());
  const button = h('button', { type: 'submit', class: 'button primary' }, 'Clean up');
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off', on: { submit } },
    h('div', { class: 'fields' }, input.element, types.element),
    trouble,
    h('div', { class: 'form-actions' }, button),
  );
  let job: AbortController | undefined;
  let report: IdentifierReport | undefined;
  const head = header({ title: 'Clean up your inventory list', lead: LEAD });
  fill(page.main, head, card('The list', form, working), result);
  fill(result, nothing());
  page.signal.addEventListener('abort', () => {
    job?.abort();
    report?.free();
  });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!job) void clean();
  }

  async function clean(): Promise<void> {
    const source = input.get();
    if (typeof source === 'string' && source.trim() === '') {
      return input.complain('There is no list yet. Paste one, or choose a file.');
    }
    await read(source, false);
  }

  /** Reads a list, with the suggestions taken or not, and shows what came of it. One that is under way already is given up. */
  async function read(source: Source, corrections: boolean): Promise<void> {
    job?.abort();
    const mine = (job = new AbortController());
    const { signal } = mine;
    const progress = progressOf('Reading the list', cancel);
    begin(progress.element);
    try {
      const worker = source instanceof File;
      const options = { defaultType: types.get(), corrections, worker, signal, onProgress: progress.show };
      const made = await normalizeIdentifiers(source, options);
      if (signal.aborted) return made.free();
      show(made, source);
    } catch (error) {
      if (signal.aborted) return;
      fill(trouble, problem(error, { retry: () => void read(source, corrections) }));
    }
    end();
  }

  function begin(progress: HTMLElement): void {
    fill(trouble);
    fill(working, progress);
    result.setAttribute('aria-busy', 'true');
    button.setAttribute('aria-disabled', 'true');
  }

  function end(): void {
    job = undefined;
    fill(working);
    result.removeAttribute('aria-busy');
    button.removeAttribute('aria-disabled');
  }

  function cancel(): void {
    job?.abort();
    end();
    announce('Stopped. The list is as it was.');
    button.focus();
  }

  function show(made: IdentifierReport, source: Source): void {
    // What is still being sent or saved of the one before may need it.
    report = made;
    fill(result, cleanedView(page, made, nameOf(source), () => void take(made, source)));
    result.querySelector<HTMLElement>('h2')?.focus();
  }

  async function take(from: IdentifierReport, source: Source): Promise<void> {
    const before = from.length;
    await read(source, true);
    if (report && report !== from) announce(`${count(report.length - before, 'entry', 'entries')} more in the list.`);
  }
}

function nothing(): HTMLElement {
  const text = 'You will see what can go into a list, what was changed, what is there twice, and what is wrong.';
  return empty('list', 'No list yet', text);
}

function nameOf(source: Source): string {
  return source instanceof File && source.name.includes('.') ? source.name.replace(/\.[^.]*$/, '') : 'inventory';
}

/** The type of entries that name none. */
function typeChoice(changed: () => void) {
  const [id, hint] = [uid('type'), uid('hint')];
  const fields = schema('checkPropertyList').fields.find(({ name }) => name === 'identifiers')?.item?.fields;
  const allowed = fields?.find(({ name }) => name === 'type')?.allowed ?? ['domain'];
  const options = allowed.map((type) => h('option', { value: type }, typeWord(type)));
  const native = h('select', { id, 'aria-describedby': hint, on: { change: changed } }, options);
  const element = h(
    'div',
    { class: 'field' },
    h('label', { class: 'caption', for: id }, 'Type of entries without one'),
    h('p', { class: 'hint', id: hint }, 'What plainly is something else is not taken; you can correct it below.'),
    native,
  );
  return { element, get: () => native.value as PropertyIdentifierType };
}
