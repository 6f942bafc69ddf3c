// The section of inventory sources: which of its views the address names, and the list.

import type { InventorySource } from 'interchange-web';
import { diagnoseView } from './diagnose.js';
import { fill, h, moment } from './dom.js';
import { menuButton } from './menu.js';
import { buttonLink, empty, header, load, path, type Page } from './page.js';
import { rotateView } from './rotate.js';
import { actionsFor } from './source-actions.js';
import { newSourceView } from './source-form.js';
import { sourceView } from './source-page.js';
import { chip } from './status.js';
import { word } from './words.js';

/** `new`; or `of`, the id of a source, and what of it; or nothing for the list. */
export function sourcesSection(page: Page, [first, sourceId, what]: readonly string[]): void {
  if (first === 'new') return newSourceView(page);
  // The word between keeps a source that is called "new" apart.
  if (first !== 'of' || sourceId === undefined) return listView(page);
  if (what === 'diagnose') return diagnoseView(page, sourceId);
  if (what === 'credential') return rotateView(page, sourceId);
  return sourceView(page, sourceId);
}

function listView(page: Page): void {
  const body = h('div');
  const trouble = h('div', { class: 'trouble' });
  const actions = buttonLink('Add source', ['sources', 'new'], 'primary', 'plus');
  fill(
    page.main,
    header({
      title: 'Inventory sources',
      lead: 'The agents that answer buyers’ requests for your storefront.',
      actions,
    }),
    trouble,
    body,
  );
  const list = (signal: AbortSignal) => page.connection.client.inventorySources.list({}, { signal });
  const again = load(page, body, 'the inventory sources', list, (sources) => {
    if (sources.length === 0) return nothing();
    return table(sources.map((source) => row(source, page, trouble, () => void again())));
  });
}

function nothing(): HTMLElement {
  return empty(
    'layers',
    'No inventory source yet',
    'Add the sales, signal, creative or outcome agent that answers for you.',
    buttonLink('Add your first source', ['sources', 'new'], 'primary', 'plus'),
  );
}

const COLUMNS = ['Source', 'Status', 'Type', 'Protocol', 'Authentication', 'Created', 'Changed'];

/** On a phone its parts are laid out as cards; the roles keep it a table for screen readers then. */
function table(rows: HTMLElement[]): HTMLElement {
  const heads = [...COLUMNS, 'Actions'].map((name) => h('th', { role: 'columnheader', scope: 'col' }, name));
  return h(
    'div',
    { class: 'card table-card' },
    h(
      'table',
      { role: 'table', 'aria-label': 'Inventory sources' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads)),
      h('tbody', { role: 'rowgroup' }, rows),
    ),
  );
}

function row(source: InventorySource, page: Page, trouble: HTMLElement, again: () => void): HTMLElement {
  const { sourceId, name, status, type, protocol, authenticationType, createdAt, updatedAt } = source;
  const title = [
    h('a', { class: 'row-title', href: path('sources', 'of', sourceId) }, name),
    h('small', null, sourceId),
  ];
  const cells = [
    title,
    chip(status),
    type ? word(type) : word(source.executionType),
    protocol ?? '—',
    word(authenticationType),
    moment(createdAt, true),
    moment(updatedAt, true),
    menuButton(`Actions for ${name}`, actionsFor(page, source, { changed: again, deleted: again, trouble })),
  ];
  return h(
    'tr',
    { role: 'row' },
    cells.map((cell, index) => {
      const label = COLUMNS[index];
      return h(
        'td',
        { role: 'cell', class: label ? `cell-${label.toLowerCase()}` : 'cell-actions', 'data-label': label },
        cell,
      );
    }),
  );
}
