// A button that opens a menu, after the pattern of the ARIA Authoring Practices.

import { h, uid } from './dom.js';
import { icon, type IconName } from './icons.js';

export interface MenuItem {
  label: string;
  icon: IconName;
  /** Whether it takes something away for good. */
  isDangerous?: boolean;
  run: () => void;
}

/** A button with three dots; its label says whose menu it is. */
export function menuButton(label: string, items: readonly MenuItem[]): HTMLElement {
  const menuId = uid('menu');
  const entries = items.map((item) => entry(item, close));
  const menu = h(
    'div',
    { class: 'menu', id: menuId, role: 'menu', 'aria-label': label, hidden: true, on: { keydown: move } },
    entries,
  );
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button quiet only-icon',
      'aria-label': label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': menuId,
      on: { click: () => (menu.hidden ? open(0) : close()), keydown: openByArrow },
    },
    icon('more'),
  );
  const element = h('div', { class: 'menu-place', on: { focusout: leave } }, button, menu);

  function open(index: number): void {
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    focus(index);
    document.addEventListener('pointerdown', outside, true);
  }

  function close(): void {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    // What runs next may move the focus on, or come back here after a dialog.
    button.focus();
  }

  function outside({ target }: PointerEvent): void {
    if (!(target instanceof Node && element.contains(target))) close();
  }

  function leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget) && !menu.hidden) close();
  }

  function focus(index: number): void {
    entries[(index + entries.length) % entries.length]?.focus();
  }

  function openByArrow(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 0 : -1);
  }

  function move(event: KeyboardEvent): void {
    const at = entries.findIndex((one) => one === document.activeElement);
    const steps: Record<string, () => void> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: close,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  return element;
}

function entry({ label, icon: symbol, isDangerous, run }: MenuItem, close: () => void): HTMLButtonElement {
  const click = (): void => {
    close();
    run();
  };
  return h(
    'button',
    { type: 'button', role: 'menuitem', tabindex: '-1', class: isDangerous && 'dangerous', on: { click } },
    icon(symbol),
    label,
  );
}
