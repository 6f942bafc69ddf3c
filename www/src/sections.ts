// The sections of the page, in the order of the navigation. One more section is one more row.

import type { IconName } from './icons.js';
import { inventoryView } from './inventory.js';
import type { Page } from './page.js';
import { readinessView } from './readiness.js';
import { sourcesSection } from './sources.js';
import { storefrontView } from './storefront.js';

export interface Section {
  /** The first segment of the address. */
  name: string;
  label: string;
  icon: IconName;
  /** Shows the section; the rest of the address says what of it. */
  open: (page: Page, rest: readonly string[]) => void;
}

export const SECTIONS: readonly [Section, ...Section[]] = [
  { name: 'storefront', label: 'Storefront', icon: 'store', open: storefrontView },
  { name: 'sources', label: 'Inventory', icon: 'layers', open: sourcesSection },
  { name: 'clean-up', label: 'Clean-up', icon: 'list', open: inventoryView },
  { name: 'readiness', label: 'Readiness', icon: 'gauge', open: readinessView },
];
