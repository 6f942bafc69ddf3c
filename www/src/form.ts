// A form made from the package's description of an operation. It has no rules of its own: which fields there are, what
// is wrong with them and how that is said comes from `schema` and `validate`, or from the service.

import {
  InvalidInputError,
  RefusedError,
  validate,
  type FieldInfo,
  type InputOf,
  type Issue,
  type OperationName,
} from 'interchange-web';
import { fill, h, type Child } from './dom.js';
import { fieldFor, signatureOf, type Field } from './field.js';
import { draftOf, place, questionsOf, type Draft, type Placed, type Question } from './fields.js';
import { problem, isAborted } from './problem.js';
import { labelOf } from './words.js';

/** Fields under a heading. */
export interface Group {
  title?: string;
  /** Paths of fields; a path takes the fields inside with it. */
  keys: readonly string[];
}

export interface FormOptions<Name extends OperationName> {
  operation: Name;
  /** The fields that apply to a draft. */
  fieldsFor: (draft: Draft) => readonly FieldInfo[];
  groups: readonly Group[];
  /** Whether fields of no group are offered behind "More options"; left out, they are not asked for. */
  hasMore?: boolean;
  /** Answers to begin with, by path. */
  initial?: Readonly<Record<string, string>>;
  /** What the input holds that is not asked for. */
  fixed?: Draft;
  /** Whether the answers stay once they were sent. Secrets must not. */
  keepsAnswers?: boolean;
  /** Whether only what differs from the beginning is sent. */
  onlyChanges?: boolean;
  submit: string;
  busy: string;
  /** What stands beside the button. */
  beside?: Child;
  /** Told of every change. */
  onDraft?: (draft: Draft, issues: readonly Issue[]) => void;
  /** What a mistake without an answer may leave behind, and where to look. */
  afterDoubt?: Child;
  send: (input: InputOf<Name>) => Promise<void>;
}

export interface Form {
  readonly element: HTMLFormElement;
  /** Drops every answer, out of memory and out of the fields. */
  forget(): void;
}

let isPressing = false;
document.addEventListener('pointerdown', () => (isPressing = true), true);
for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => (isPressing = false), true);

/** A message that appears between pressing and releasing would move what is being clicked from under the pointer. */
function afterPress(action: () => void): void {
  if (isPressing) document.addEventListener('pointerup', () => setTimeout(action), { once: true, capture: true });
  else action();
}

export function form<Name extends OperationName>(options: FormOptions<Name>): Form {
  const { operation, groups, initial = {}, fixed = {} } = options;
  const answers = new Map(Object.entries(initial));
  const touched = new Set<string>();
  let isBusy = false;
  let questions: Question[] = [];
  let fields: Field[] = [];
  let draft: Draft = {};
  let issues: Issue[] = [];
  let warnings: Issue[] = [];
  let answered: Issue[] = [];

  const summary = h('div', { class: 'summary', role: 'alert' });
  const trouble = h('div', { class: 'trouble' });
  const sections = groups.map(({ title }) => section(title));
  const more = h('details', { class: 'more' }, h('summary', null, 'More options'), h('div', { class: 'fields' }));
  const button = h('button', { type: 'submit', class: 'button primary' }, options.submit);
  const element = h(
    'form',
    { novalidate: true, autocomplete: 'off', on: { submit } },
    summary,
    sections.map(({ element }) => element),
    options.hasMore && more,
    trouble,
    h('div', { class: 'form-actions' }, button, options.beside),
  );

  function section(title: string | undefined): { element: HTMLElement; body: HTMLElement } {
    const body = h('div', { class: 'fields' });
    return { element: h('section', { class: 'group' }, title && h('h2', null, title), body), body };
  }

  /** The place of a question on the screen: a group's number, or -1 for "More options". */
  function homeOf(key: string): number {
    return groups.findIndex(({ keys }) => keys.some((one) => key === one || key.startsWith(`${one}.`)));
  }

  function refresh(): void {
    settleQuestions();
    ({ issues, warnings } = validate(operation, draft));
    const order = (issue: Issue) => fields.findIndex(({ key }) => place([issue], questions).at.has(key));
    issues.sort((a, b) => order(a) - order(b));
    options.onDraft?.(draft, issues);
    tidySummary(showMessages().at);
  }

  /** Which fields apply depends on the answers, and which answers count on the fields: a few rounds settle it. */
  function settleQuestions(): void {
    for (let round = 0; round < 4; round += 1) {
      draft = { ...fixed, ...draftOf(questions, answers, initial, options.onlyChanges) };
      const wanted = questionsOf(options.fieldsFor(draft)).filter(({ key }) => options.hasMore || homeOf(key) >= 0);
      if (JSON.stringify(wanted) === JSON.stringify(questions)) return;
      questions = wanted;
      arrange();
    }
  }

  /** Takes out of the summary what is no longer wrong. What was added would be read out while somebody types. */
  function tidySummary(at: Placed['at']): void {
    for (const line of summary.querySelectorAll('li')) if (!at.has(line.dataset['key'] ?? '')) line.remove();
    if (!summary.querySelector('li')) fill(summary);
  }

  function arrange(): void {
    const kept = new Map(fields.map((field) => [field.signature, field]));
    fields = questions
      .filter(({ isSettled }) => !isSettled)
      .map((question) => kept.get(signatureOf(question)) ?? add(question));
    const keys = new Set(fields.map(({ key }) => key));
    for (const key of answers.keys()) if (!keys.has(key)) answers.delete(key);
    const bodies = [...sections.map(({ body }) => body), more.querySelector('.fields') ?? more];
    bodies.forEach((body, index) => {
      const here = fields.filter(({ key }) => (homeOf(key) + bodies.length) % bodies.length === index);
      // Moving a field would take the focus from it.
      here.forEach((field, position) => {
        if (body.children[position] !== field.element)
          body.insertBefore(field.element, body.children[position] ?? null);
      });
      while (body.children.length > here.length) body.lastElementChild?.remove();
    });
    fields.sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  function add(question: Question): Field {
    const { key } = question;
    const field = options.onlyChanges ? fieldFor(question, false) : fieldFor(question);
    const before = answers.get(key) ?? initial[key] ?? '';
    field.set(before);
    answers.set(key, before);
    touched.delete(key);
    field.element.addEventListener('input', () => {
      answers.set(key, field.get());
      answered = answered.filter((issue) => !place([issue], questions).at.has(key));
      refresh();
    });
    field.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && (field.element.contains(relatedTarget) || relatedTarget === button)) return;
      afterPress(() => {
        touched.add(key);
        showMessages();
      });
    });
    return field;
  }

  function showMessages(): Placed {
    const answeredAt = place(answered, questions);
    const errors = place(issues, questions);
    const doubts = place(warnings, questions).at;
    for (const field of fields) {
      const own = touched.has(field.key) ? (errors.at.get(field.key) ?? doubts.get(field.key)) : undefined;
      field.show(own ?? answeredAt.at.get(field.key));
    }
    return answered.length > 0 ? answeredAt : errors;
  }

  /** Says what is wrong, and goes to the first mistake in the order of the screen. */
  function point({ at, elsewhere }: Placed, what = 'Nothing was sent.'): void {
    const wrong = fields.filter(({ key }) => at.has(key));
    const lines = wrong.map(({ key, focus }) => h('li', { 'data-key': key }, link(key, focus)));
    const others = elsewhere.map(({ message }) => h('li', null, message));
    fill(summary, h('p', null, `${what} Please look at:`), h('ul', null, lines, others));
    if (wrong.some(({ element }) => more.contains(element))) more.open = true;
    wrong[0]?.focus();
  }

  function link(key: string, focus: () => void): HTMLElement {
    return h('button', { type: 'button', class: 'link', on: { click: focus } }, labelOf(key));
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!isBusy) void send();
  }

  async function send(): Promise<void> {
    for (const { key } of fields) touched.add(key);
    answered = [];
    fill(trouble);
    refresh();
    if (issues.length > 0) return point(showMessages());
    fill(summary);
    setBusy(true);
    try {
      // The report above says that the draft is an input of this operation, which TypeScript cannot see.
      await options.send(draft as InputOf<Name>);
      if (!options.keepsAnswers) forget();
    } catch (error) {
      explain(error);
    } finally {
      setBusy(false);
    }
  }

  function explain(error: unknown): void {
    if (isAborted(error)) return;
    answered = error instanceof RefusedError || error instanceof InvalidInputError ? error.issues : [];
    const placed = showMessages();
    if (placed.at.size > 0 && error instanceof RefusedError) return point(placed, 'The service refused this.');
    if (placed.at.size > 0) return point(placed);
    const isDoubtful = !(error instanceof RefusedError || error instanceof InvalidInputError);
    const notice = problem(error, { retry: () => element.requestSubmit(), also: isDoubtful && options.afterDoubt });
    fill(trouble, notice);
    notice.focus();
  }

  function setBusy(busy: boolean): void {
    isBusy = busy;
    element.setAttribute('aria-busy', String(busy));
    button.setAttribute('aria-disabled', String(busy));
    fill(button, busy && h('span', { class: 'spinner' }), busy ? options.busy : options.submit);
  }

  function forget(): void {
    answers.clear();
    draft = {};
    answered = [];
    for (const field of fields) field.set('');
  }

  refresh();
  return { element, forget };
}
