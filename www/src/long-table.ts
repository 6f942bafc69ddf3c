// A table of any length: only the rows that can be seen are in the page.

import { h, type Child } from './dom.js';

export interface LongTable {
  /** What the table is, for screen readers. */
  label: string;
  columns: readonly string[];
  count: number;
  /** The cells of some rows, one list for each. */
  rows: (offset: number, limit: number) => Child[][];
}

/** Rows kept ready above and below, so that scrolling shows no gaps. */
const SPARE = 8;
/** Browsers do not lay out much higher elements, in pixels. */
const HIGHEST = 8_000_000;

/** The table in a box that scrolls, by keyboard too. The height of its rows is the style sheet's `--row-height`. */
export function longTable({ label, columns, count, rows }: LongTable): HTMLElement {
  const shown = new Map<number, HTMLElement>();
  const heads = columns.map((name) => h('th', { role: 'columnheader', scope: 'col' }, name));
  const head = h('thead', { role: 'rowgroup' }, h('tr', { role: 'row', 'aria-rowindex': 1 }, heads));
  const body = h('tbody', { role: 'rowgroup' });
  const table = h('table', { role: 'table', 'aria-label': label, 'aria-rowcount': count + 1 }, head, body);
  const element = h('div', { class: 'long', tabindex: '0', role: 'region', 'aria-label': label }, table);
  let rowHeight = 1;
  element.addEventListener('scroll', render, { passive: true });
  new ResizeObserver(measure).observe(element);

  function measure(): void {
    if (element.clientWidth === 0) return;
    rowHeight = parseFloat(getComputedStyle(element).getPropertyValue('--row-height')) || 60;
    body.style.height = `${Math.min(count * rowHeight, HIGHEST)}px`;
    render();
  }

  /** Where the first row that is seen begins, and how far rows have to be moved to be there. */
  function place(view: number): { top: number; shift: number } {
    const [full, height] = [count * rowHeight, Math.min(count * rowHeight, HIGHEST)];
    const at = Math.min(element.scrollTop, Math.max(0, height - view));
    // Of more rows than a box can hold, a pixel of the scroll bar stands for several.
    const top = height > view ? (at / (height - view)) * (full - view) : 0;
    return { top, shift: at - top };
  }

  function render(): void {
    const view = element.clientHeight - head.offsetHeight;
    const { top, shift } = place(view);
    const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
    const last = Math.min(count, Math.ceil((top + view) / rowHeight) + SPARE);
    for (const [index, row] of shown) if (index < first || index >= last) discard(index, row);
    add(first, last);
    for (const [index, row] of shown) row.style.transform = `translateY(${index * rowHeight + shift}px)`;
  }

  function discard(index: number, row: HTMLElement): void {
    shown.delete(index);
    row.remove();
  }

  /** Adds the rows that are missing, each at its place in the order of the page. */
  function add(first: number, last: number): void {
    while (first < last && shown.has(first)) first += 1;
    while (last > first && shown.has(last - 1)) last -= 1;
    rows(first, last - first).forEach((cells, position) => {
      const index = first + position;
      if (shown.has(index)) return;
      const row = rowOf(cells, index);
      shown.set(index, row);
      const next = [...shown.keys()].filter((other) => other > index);
      body.insertBefore(row, next.length > 0 ? (shown.get(Math.min(...next)) ?? null) : null);
    });
  }

  function rowOf(cells: Child[], index: number): HTMLElement {
    // The row of titles is the first.
    return h(
      'tr',
      { role: 'row', 'aria-rowindex': index + 2 },
      cells.map((cell, column) => h('td', { role: 'cell', 'data-label': columns[column] }, cell)),
    );
  }

  return element;
}
