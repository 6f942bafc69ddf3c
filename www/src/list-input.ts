// Where a list comes from: typed, pasted, dropped or chosen.

import { fill, h, uid } from './dom.js';
import { icon } from './icons.js';
import { count, number } from './words.js';

/** A list as it is given: text, or a file. */
export type Source = string | File;

export interface ListInput {
  readonly element: HTMLElement;
  /** The list; empty text where there is none. */
  get(): Source;
  /** Says what is wrong, or nothing. */
  complain(text: string): void;
}

/** A text area slows down with more characters: a longer paste is kept beside it, as a file is. */
const LONG = 200_000;
const ACCEPTED = '.txt,.csv,.tsv,text/plain,text/csv,text/tab-separated-values';
const HINT = 'One site or app on each line, or rows of CSV with the type beside the value.';
const EXAMPLE = 'nytimes.com\nhttps://www.cnn.com/politics\nios_bundle,com.facebook.katana\nROKU,12';

const SPREADSHEET = /\.(xlsx?|xlsm|ods|numbers)$/i;

/** The input; tells when a whole list has come at once. Until the signal aborts, a file may be dropped anywhere. */
export function listInput(signal: AbortSignal, arrived: () => void): ListInput {
  const [hintId, messageId] = [uid('hint'), uid('message')];
  const area = h('textarea', {
    id: uid('list'),
    class: 'list-area',
    rows: 8,
    'aria-describedby': `${hintId} ${messageId}`,
    spellcheck: 'false',
    autocapitalize: 'none',
    autocomplete: 'off',
    placeholder: EXAMPLE,
    on: { paste: pasted, input: () => complain('') },
  });
  const chosen = h('div', { class: 'list-chosen', hidden: true });
  const message = h('p', { class: 'message', id: messageId, 'aria-live': 'polite' });
  const picker = h('input', { type: 'file', accept: ACCEPTED, class: 'visually-hidden', on: { change: picked } });
  const pick = h('label', { class: 'button secondary list-pick' }, picker, 'Choose a file');
  const drop = h('p', { class: 'small' }, pick, h('span', null, 'or drop one here: .txt, .csv or .tsv'));
  const element = h(
    'div',
    { class: 'field list-input' },
    h('label', { class: 'caption', for: area.id }, 'Your list'),
    h('p', { class: 'hint', id: hintId }, HINT),
    area,
    chosen,
    message,
    h('div', { class: 'list-file' }, drop),
  );
  let kept: File | undefined;
  // Beside the input the browser would open the file, and leave this page with all it knows.
  document.addEventListener('dragover', dragover, { signal });
  document.addEventListener('dragleave', dragleave, { signal });
  document.addEventListener('drop', dropped, { signal });

  function keep(file: File, what: string): void {
    kept = file;
    area.hidden = true;
    chosen.hidden = false;
    const about = [h('strong', null, file.name), h('small', null, what)];
    const drop = h('button', { type: 'button', class: 'button quiet', on: { click: letGo } }, icon('close'), 'Remove');
    fill(chosen, icon('layers'), h('p', null, about), drop);
    complain('');
    arrived();
  }

  function letGo(): void {
    kept = undefined;
    picker.value = '';
    area.hidden = false;
    chosen.hidden = true;
    area.focus();
  }

  function pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < LONG || area.value !== '') return;
    event.preventDefault();
    keep(new File([text], 'Pasted text', { type: 'text/plain' }), `${number(text.length)} characters`);
  }

  function picked(): void {
    const file = picker.files?.[0];
    if (file) take(file);
  }

  function dragover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    element.classList.add('over');
  }

  function dragleave({ relatedTarget }: DragEvent): void {
    // Only what leaves the window goes nowhere.
    if (!relatedTarget) element.classList.remove('over');
  }

  function dropped(event: DragEvent): void {
    element.classList.remove('over');
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  }

  function take(file: File): void {
    if (!SPREADSHEET.test(file.name)) return keep(file, sizeOf(file));
    letGo();
    complain(`${file.name} is a spreadsheet. Save it as CSV there, and choose that file.`);
  }

  function complain(text: string): void {
    element.classList.toggle('wrong', text !== '');
    area.setAttribute('aria-invalid', String(text !== ''));
    fill(message, text && [icon('alert'), h('span', null, text)]);
    if (text) area.focus();
  }

  return { element, get: () => kept ?? area.value, complain };
}

function sizeOf({ size }: File): string {
  if (size < 1_000) return count(size, 'byte');
  return size < 1_000_000 ? `${Math.round(size / 1_000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
