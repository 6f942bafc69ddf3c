// The request as it would be sent, with names in place of secrets.

import {
  prepare,
  type InputOf,
  type Issue,
  type OperationName,
  type PrepareOptions,
  type PreparedRequest,
} from 'interchange-web';
import { announce } from './announce.js';
import { fill, h, uid, type Child } from './dom.js';
import { icon } from './icons.js';
import type { Draft } from './fields.js';
import type { Connection } from './state.js';
import { count } from './words.js';

export interface RequestPreview {
  readonly element: HTMLElement;
  /** Shows the request that a draft makes, or what is missing from it. */
  show(draft: Draft, issues: readonly Issue[]): void;
}

const TABS = ['JSON', 'cURL'] as const;

/** How many of the missing things are named. */
const NAMED = 6;

/** A live preview of the requests of an operation. */
export function requestPreview<Name extends OperationName>(
  operation: Name,
  { previewBase: baseUrl, hasToken }: Pick<Connection, 'previewBase' | 'hasToken'>,
): RequestPreview {
  // The token is the client's and stays there; that there is one is what the command has to know.
  const options: PrepareOptions = hasToken ? { baseUrl, token: 'TOKEN' } : { baseUrl };
  let chosen = 0;
  let request: PreparedRequest | undefined;
  let issues: readonly Issue[] = [];
  const panel = h('div', { class: 'preview-panel', id: uid('panel'), role: 'tabpanel', tabindex: '0' });
  const tabs = TABS.map((name, index) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: uid('tab'), 'aria-controls': panel.id, on: { click: () => choose(index) } },
      name,
    ),
  );
  const copyButton = h(
    'button',
    { type: 'button', class: 'button quiet', on: { click: () => void copy() } },
    icon('copy'),
    'Copy',
  );
  const element = h(
    'section',
    { class: 'card preview', 'aria-label': 'Exact request' },
    h('h2', null, 'Exact request'),
    h(
      'div',
      { class: 'preview-bar' },
      h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Form of the request', on: { keydown: step } }, tabs),
      copyButton,
    ),
    panel,
    h('p', { class: 'small' }, 'Secrets are shown as names such as ', h('code', null, '$TOKEN'), '.'),
  );

  function choose(index: number): void {
    chosen = (index + TABS.length) % TABS.length;
    render();
  }

  function step(event: KeyboardEvent): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    choose(chosen + (event.key === 'ArrowRight' ? 1 : -1));
    tabs[chosen]?.focus();
  }

  function text(): string {
    if (!request) return '';
    return chosen === 0 ? JSON.stringify(request.toJSON().body, null, 2) : request.toCurl();
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      announce('Copied.');
    } catch {
      announce('The browser does not let this page copy. Select the text instead.');
    }
  }

  function render(): void {
    tabs.forEach((button, index) => {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', tabs[chosen]?.id ?? '');
    copyButton.disabled = request === undefined;
    if (request) fill(panel, chosen === 0 && line(request), h('pre', null, h('code', null, marked(text()))));
    else fill(panel, missing(issues));
  }

  function show(draft: Draft, found: readonly Issue[]): void {
    issues = found;
    // The caller has checked the draft, which TypeScript cannot see.
    request = issues.length > 0 ? undefined : prepare(operation, draft as InputOf<Name>, options);
    render();
  }

  return { element, show };
}

function line({ method, url }: PreparedRequest): HTMLElement {
  return h('p', { class: 'request-line' }, h('span', { class: 'method' }, method), ' ', h('span', null, url));
}

/** The text with the names that stand for secrets marked. */
function marked(text: string): Child[] {
  return text.split(/(\$[A-Z_]+)/).map((part, index) => (index % 2 === 1 ? h('mark', null, part) : part));
}

function missing(issues: readonly Issue[]): Child {
  const rest = issues.length - NAMED;
  return h(
    'div',
    { class: 'missing' },
    h('p', null, `Not ready to send: ${count(issues.length, 'thing is', 'things are')} missing or wrong.`),
    h(
      'ul',
      null,
      issues.slice(0, NAMED).map(({ message }) => h('li', null, message)),
      rest > 0 && h('li', null, `And ${rest} more.`),
    ),
  );
}
