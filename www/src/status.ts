// The status of a source, as a chip.

import type { InventorySource } from 'interchange-web';
import { h } from './dom.js';
import { icon, type IconName } from './icons.js';
import { word } from './words.js';

const LOOKS: Record<string, readonly [tone: string, symbol: IconName]> = {
  ACTIVE: ['good', 'check'],
  PENDING: ['wait', 'clock'],
  DISABLED: ['off', 'pause'],
};

/** A chip with the status, in words as well as in colour. */
export function chip(status: InventorySource['status']): HTMLElement {
  const [tone, symbol] = LOOKS[status] ?? ['off', 'clock'];
  return h('span', { class: `chip ${tone}` }, icon(symbol), word(status));
}
