// The controls of a form, each made for one kind of field.

import { h, uid } from './dom.js';
import { icon } from './icons.js';
import { CHOICE_NOTES, word } from './words.js';
import type { Question } from './fields.js';

/** A control as the form uses it. */
export interface Control {
  readonly element: HTMLElement;
  /** What a label points at; undefined for a group, which is named by its caption. */
  readonly labelled?: string;
  get(): string;
  set(value: string): void;
  focus(): void;
  /** Tells assistive technology whether the value is wrong. */
  mark(isInvalid: boolean): void;
}

/** What surrounds the control. */
export interface Surroundings {
  /** The ids of what describes it. */
  describedBy: string;
  /** The id of its caption. */
  captionId: string;
}

/** A choice of few is shown at once; this many still count as few. */
const FEW = 5;

/** The control for a question. */
export function controlFor(question: Question, around: Surroundings): Control {
  const { info, isRequired } = question;
  if (info.kind === 'boolean') return checkbox(around);
  if (info.kind !== 'choice') return textBox(question, around);
  const allowed = info.allowed ?? [];
  return isRequired && allowed.length <= FEW && !question.key.includes('.')
    ? radios(question, allowed, around)
    : dropDown(question, allowed, around);
}

type Native = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function common(native: Native): Pick<Control, 'labelled' | 'get' | 'set' | 'focus' | 'mark'> {
  return {
    labelled: native.id,
    get: () => native.value,
    set: (value) => {
      native.value = value;
    },
    focus: () => native.focus(),
    mark: (isInvalid) => native.setAttribute('aria-invalid', String(isInvalid)),
  };
}

function textBox({ key, info, isRequired }: Question, { describedBy }: Surroundings): Control {
  const id = uid('input');
  const isNumber = info.kind === 'integer' || info.kind === 'number';
  const attributes = {
    id,
    name: key,
    'aria-describedby': describedBy,
    'aria-required': isRequired && 'true',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    placeholder: !info.secret && info.example,
    inputmode: isNumber ? 'numeric' : info.format === 'uri' && 'url',
  };
  const isLong = key.endsWith('privateKey') || (info.maxLength ?? 0) === 2000;
  const native: HTMLInputElement | HTMLTextAreaElement = isLong
    ? h('textarea', { ...attributes, rows: 4, class: info.secret && 'secret masked' })
    : h('input', { ...attributes, type: info.secret ? 'password' : 'text' });
  const control = common(native);
  return { ...control, element: info.secret ? withReveal(native) : native };
}

function withReveal(native: HTMLInputElement | HTMLTextAreaElement): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'reveal', 'aria-pressed': 'false', 'aria-label': 'Show what is typed', title: 'Show' },
    icon('eye'),
  );
  button.addEventListener('click', () => {
    const isShown = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isShown));
    button.title = isShown ? 'Hide' : 'Show';
    button.replaceChildren(icon(isShown ? 'eye-off' : 'eye'));
    if (native instanceof HTMLInputElement) native.type = isShown ? 'text' : 'password';
    else native.classList.toggle('masked', !isShown);
  });
  return h('div', { class: 'with-reveal' }, native, button);
}

function dropDown({ key, isRequired }: Question, allowed: readonly string[], { describedBy }: Surroundings): Control {
  const options = allowed.map((value) => h('option', { value }, word(value)));
  const none = h('option', { value: '' }, isRequired ? 'Choose…' : 'Not set');
  const native = h(
    'select',
    { id: uid('input'), name: key, 'aria-describedby': describedBy, 'aria-required': isRequired && 'true' },
    none,
    options,
  );
  return { ...common(native), element: native };
}

function checkbox({ describedBy }: Surroundings): Control {
  const native = h('input', { type: 'checkbox', id: uid('input'), 'aria-describedby': describedBy });
  return {
    ...common(native),
    element: native,
    get: () => (native.checked ? 'true' : ''),
    set: (value) => {
      native.checked = value === 'true';
    },
  };
}

/** Words beside a radio button. The note describes it, and is no part of its name. */
export function captioned(input: HTMLInputElement, name: string, note?: string): HTMLElement {
  const words = h('span', { id: uid('name') }, name);
  const more = note ? h('small', { id: uid('note') }, note) : undefined;
  input.setAttribute('aria-labelledby', words.id);
  if (more) input.setAttribute('aria-describedby', more.id);
  return h('span', { class: 'choice-words' }, words, more);
}

function radios({ key, isRequired }: Question, allowed: readonly string[], around: Surroundings): Control {
  const name = uid(key);
  const inputs = allowed.map((value) => h('input', { type: 'radio', name, value, id: uid('input') }));
  const isRich = allowed.some((value) => value in CHOICE_NOTES);
  const group = h(
    'div',
    {
      class: isRich ? 'choices rich' : 'choices',
      role: 'radiogroup',
      'aria-labelledby': around.captionId,
      'aria-describedby': around.describedBy,
      'aria-required': isRequired && 'true',
    },
    inputs.map((input) => {
      return h('label', { class: 'choice' }, input, captioned(input, word(input.value), CHOICE_NOTES[input.value]));
    }),
  );
  const chosen = () => inputs.find((input) => input.checked);
  return {
    element: group,
    get: () => chosen()?.value ?? '',
    set: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
    focus: () => (chosen() ?? inputs[0])?.focus(),
    mark: (isInvalid) => group.setAttribute('aria-invalid', String(isInvalid)),
  };
}
