// What stays around the views: navigation, and where the page is connected to.

import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { path } from './page.js';
import { SECTIONS } from './sections.js';
import type { Connection } from './state.js';

/** Builds the frame and returns the place for the view. */
export function shell(app: HTMLElement, connection: Connection, current: string, leave: () => void): HTMLElement {
  const main = h('main', { id: 'main', tabindex: '-1' });
  const skip = (event: MouseEvent): void => {
    // The address names the view, so the link must not change it.
    event.preventDefault();
    main.focus();
  };
  fill(
    app,
    h('a', { class: 'skip', href: '#main', on: { click: skip } }, 'Skip to content'),
    h(
      'div',
      { class: 'shell' },
      h(
        'header',
        { class: 'side' },
        h('p', { class: 'brand' }, h('span', { class: 'brand-mark' }, icon('swap')), 'Interchange'),
        navigation(current),
        footing(connection, leave),
      ),
      main,
    ),
  );
  return main;
}

function navigation(current: string): HTMLElement {
  const items = SECTIONS.map(({ name, label, icon: symbol }) => {
    const here = name === current && 'page';
    return h('li', null, h('a', { href: path(name), 'aria-current': here }, icon(symbol), label));
  });
  return h('nav', { 'aria-label': 'Sections' }, h('ul', null, items));
}

function footing({ isEmulator, place }: Connection, leave: () => void): HTMLElement {
  return h(
    'div',
    { class: 'footing' },
    h(
      'p',
      { class: 'place' },
      h('span', { class: 'place-kind' }, isEmulator ? 'Emulator' : 'Connected'),
      h('span', { class: 'place-host' }, place),
    ),
    h('button', { type: 'button', class: 'button leave', on: { click: leave } }, icon('exit'), 'Disconnect'),
  );
}
