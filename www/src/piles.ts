// A list that was sorted into piles: how many are on each, and the lines of the one that is chosen.

import { fill, h, uid, type Child } from './dom.js';
import { icon, type IconName } from './icons.js';
import { longTable } from './long-table.js';
import { number, percent } from './words.js';

export interface Pile {
  label: string;
  count: number;
  /** Whether its lines are on another pile too, so that it is no share of all. */
  isAlso?: boolean;
  tone: 'good' | 'changed' | 'wait' | 'bad' | 'off';
  symbol: IconName;
  /** What is said where there is nothing on it. */
  none: string;
  rows: (offset: number, limit: number) => Child[][];
}

/** The piles as a bar chart whose bars can be chosen, and the lines below. The first that holds something begins. */
export function pilesOf(legend: string, columns: readonly string[], piles: readonly Pile[]): HTMLElement {
  const name = uid('pile');
  const total = piles.reduce((sum, { count, isAlso }) => sum + (isAlso ? 0 : count), 0);
  const lines = h('div', { class: 'pile-lines' });
  const begin = Math.max(
    0,
    piles.findIndex(({ count }) => count > 0),
  );
  const choose = (pile: Pile): void => fill(lines, linesOf(pile, columns));
  const bars = piles.map((pile, index) => {
    const on = { change: () => choose(pile) };
    const input = h('input', { type: 'radio', name, checked: index === begin, on });
    const bar = !pile.isAlso && barOf(pile.count / total);
    return h('label', { class: `pile ${pile.tone}` }, input, wordsOf(pile, total), bar);
  });
  const chosen = piles[begin];
  if (chosen) choose(chosen);
  return h(
    'div',
    { class: 'piles' },
    h('fieldset', { class: 'pile-bars' }, h('legend', { class: 'visually-hidden' }, legend), bars),
    lines,
  );
}

function wordsOf({ label, count, symbol, isAlso }: Pile, total: number): HTMLElement {
  const share = total > 0 ? percent(count / total) : '—';
  return h(
    'span',
    { class: 'pile-words' },
    icon(symbol),
    h('span', { class: 'pile-label' }, label),
    ' ',
    h('span', { class: 'pile-count' }, number(count)),
    !isAlso && [' ', h('span', { class: 'pile-share' }, share)],
  );
}

/** The bar repeats what the words say, so screen readers pass over it. */
function barOf(share: number): HTMLElement {
  const bar = h('span', { class: 'pile-fill', hidden: !share });
  bar.style.width = `${(share || 0) * 100}%`;
  return h('span', { class: 'pile-bar', 'aria-hidden': 'true' }, bar);
}

function linesOf({ label, count, none, rows }: Pile, columns: readonly string[]): HTMLElement {
  return count > 0 ? longTable({ label, columns, count, rows }) : h('p', { class: 'pile-none' }, none);
}
