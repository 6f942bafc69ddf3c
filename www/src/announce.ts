// Short confirmations, shown and read out.

import { h } from './dom.js';
import { icon } from './icons.js';

const STAYS = 6_000;

/**
 * Shows a confirmation in place of the one before. The region is in the page from the beginning, else screen readers
 * would not watch it.
 */
export function announce(text: string): void {
  const region = document.getElementById('toasts');
  const toast = h('p', { class: 'toast' }, icon('check'), text);
  region?.replaceChildren(toast);
  setTimeout(() => toast.remove(), STAYS);
}

/** Takes all confirmations away. */
export function silence(): void {
  document.getElementById('toasts')?.replaceChildren();
}
