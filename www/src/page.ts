// What every view is given, and the parts that views have in common.

import { h, fill, type Child } from './dom.js';
import { icon, type IconName } from './icons.js';
import { problem } from './problem.js';
import type { Connection } from './state.js';

/** A view while it is on the screen. */
export interface Page {
  readonly connection: Connection;
  /** Where the view goes. */
  readonly main: HTMLElement;
  /** Aborts when the view is left. */
  readonly signal: AbortSignal;
}

/** The address of a view, from its segments. */
export function path(...segments: string[]): string {
  return `#/${segments.map(encodeURIComponent).join('/')}`;
}

/** Goes to a view. */
export function go(...segments: string[]): void {
  location.hash = path(...segments);
}

interface Header {
  title: string;
  lead?: Child;
  back?: { label: string; to: string[] };
  beside?: Child;
  actions?: Child;
}

/** The head of a view. Its heading takes the focus when the view opens, so that screen readers begin there. */
export function header({ title, lead, back, beside, actions }: Header): HTMLElement {
  document.title = `${title} · Storefront onboarding`;
  return h(
    'header',
    { class: 'page-header' },
    back && h('a', { class: 'back', href: path(...back.to) }, icon('back'), back.label),
    h(
      'div',
      { class: 'page-title' },
      h(
        'div',
        null,
        h('div', { class: 'title-line' }, h('h1', { tabindex: '-1' }, title), beside),
        lead && h('p', { class: 'lead' }, lead),
      ),
      actions && h('div', { class: 'actions' }, actions),
    ),
  );
}

/** A link that looks like a button. */
export function buttonLink(label: string, to: string[], kind = 'secondary', symbol?: IconName): HTMLAnchorElement {
  return h('a', { class: `button ${kind}`, href: path(...to) }, symbol && icon(symbol), label);
}

/** A card with a heading. */
export function card(title: string, ...children: Child[]): HTMLElement {
  return h('section', { class: 'card' }, h('h2', null, title), ...children);
}

/** A list of facts. */
export function facts(rows: readonly (readonly [string, Child])[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    rows.map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value))),
  );
}

/** A hint where there is nothing to show. */
export function empty(symbol: IconName, title: string, text: Child, action?: Child): HTMLElement {
  return h(
    'div',
    { class: 'empty' },
    h('span', { class: 'empty-icon' }, icon(symbol)),
    h('h2', null, title),
    h('p', null, text),
    action,
  );
}

/**
 * Shows what is loading, then what came, or why nothing came and a way to try again. Returns a function that loads
 * anew.
 */
export function load<T>(
  page: Page,
  host: HTMLElement,
  what: string,
  fetch: (signal: AbortSignal) => Promise<T>,
  render: (value: T) => Child,
): () => Promise<void> {
  let round = 0;
  const again = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const isCurrent = () => mine === round && !page.signal.aborted;
    host.setAttribute('aria-busy', 'true');
    fill(host, skeleton(what));
    try {
      const value = await fetch(page.signal);
      if (isCurrent()) fill(host, render(value));
    } catch (error) {
      if (isCurrent()) fill(host, problem(error, { retry: () => void again() }));
    }
    if (isCurrent()) host.removeAttribute('aria-busy');
  };
  void again();
  return again;
}

function skeleton(what: string): HTMLElement {
  const bars = ['long', 'short', 'middle'].map((length) => h('span', { class: `bar ${length}` }));
  return h('div', { class: 'card skeleton', role: 'status' }, h('p', null, `Loading ${what}…`), bars);
}
