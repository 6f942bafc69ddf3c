// What can be done with a source, from the list and from its own view.

import type { InventorySource } from 'interchange-web';
import { announce } from './announce.js';
import { fill, h } from './dom.js';
import type { MenuItem } from './menu.js';
import { go, type Page } from './page.js';
import { isAborted, problem } from './problem.js';
import { word } from './words.js';

/** What follows an action. */
export interface After {
  changed: () => void;
  deleted: () => void;
  /** Where an error is shown. */
  trouble: HTMLElement;
}

/** What can be done, as the source is now. */
export function actionsFor(page: Page, source: InventorySource, after: After): MenuItem[] {
  const { sourceId, status } = source;
  const items: MenuItem[] = [
    { label: 'Diagnose', icon: 'pulse', run: () => go('sources', 'of', sourceId, 'diagnose') },
  ];
  if (hasCredential(source)) {
    items.push({ label: 'Rotate credential', icon: 'key', run: () => go('sources', 'of', sourceId, 'credential') });
  }
  if (source.executionType === 'AGENT') {
    items.push(
      status === 'DISABLED'
        ? { label: 'Re-enable', icon: 'power', run: () => void setStatus(page, source, 'ACTIVE', after) }
        : { label: 'Disable', icon: 'pause', run: () => void setStatus(page, source, 'DISABLED', after) },
    );
  }
  items.push({ label: 'Delete…', icon: 'trash', isDangerous: true, run: () => confirmDeletion(page, source, after) });
  return items;
}

/** Whether there is a credential to rotate. Only external agents are changed by this API. */
export function hasCredential({
  executionType,
  authenticationType,
}: Pick<InventorySource, 'executionType' | 'authenticationType'>): boolean {
  return executionType === 'AGENT' && ['API_KEY', 'BASIC_AUTH', 'JWT'].includes(authenticationType ?? '');
}

async function setStatus(
  page: Page,
  { sourceId, name }: InventorySource,
  status: 'ACTIVE' | 'DISABLED',
  after: After,
): Promise<void> {
  fill(after.trouble);
  try {
    const changed = await page.connection.client.inventorySources.update({ sourceId, status }, { signal: page.signal });
    announce(`${name} is now ${word(changed.status).toLowerCase()}.`);
    after.changed();
  } catch (error) {
    if (isAborted(error)) return;
    const notice = problem(error);
    fill(after.trouble, notice);
    notice.focus();
  }
}

/** Asks before a source is deleted, and stays open to say why it was not. */
function confirmDeletion(page: Page, source: InventorySource, after: After): void {
  const { sourceId, name } = source;
  const trouble = h('div', { class: 'trouble' });
  const before = document.activeElement;
  const confirm = h(
    'button',
    { type: 'button', class: 'button danger', on: { click: () => void remove() } },
    'Delete source',
  );
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'delete-title', 'aria-describedby': 'delete-text', on: { close: gone } },
    h('h2', { id: 'delete-title' }, `Delete ${name}?`),
    h(
      'div',
      { id: 'delete-text' },
      h('p', null, 'Its agent is disabled first, then the source is removed. This cannot be undone.'),
      h('ul', null, [
        h('li', null, 'Buyers no longer get products from it.'),
        h('li', null, 'Its credential is dropped; to come back, the source has to be added again.'),
        h('li', null, 'While media buys run on it, it cannot be deleted. Disable it until they have ended.'),
      ]),
    ),
    trouble,
    h(
      'div',
      { class: 'actions end' },
      h('button', { type: 'button', class: 'button secondary', on: { click: () => dialog.close() } }, 'Cancel'),
      confirm,
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  let isBusy = false;

  async function remove(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    confirm.setAttribute('aria-disabled', 'true');
    fill(confirm, h('span', { class: 'spinner' }), 'Deleting…');
    try {
      await page.connection.client.inventorySources.delete({ sourceId }, { signal: page.signal });
      dialog.close();
      announce(`${name} was deleted.`);
      after.deleted();
    } catch (error) {
      if (!isAborted(error)) fill(trouble, problem(error));
    } finally {
      isBusy = false;
      confirm.removeAttribute('aria-disabled');
      fill(confirm, 'Delete source');
    }
  }

  function gone(): void {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  }
}
