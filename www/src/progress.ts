// How far a long job is, and a way to stop it.

import { fill, h } from './dom.js';
import { percent } from './words.js';

export interface ProgressLine {
  readonly element: HTMLElement;
  show: (progress: { done: number; total?: number }) => void;
}

/** A bar without a value until the job says how far it is. */
export function progressOf(what: string, cancel: () => void): ProgressLine {
  const bar = h('progress', { max: 1, 'aria-label': what });
  const share = h('span', { class: 'progress-share' });
  const button = h('button', { type: 'button', class: 'button secondary', on: { click: cancel } }, 'Cancel');
  const element = h(
    'div',
    { class: 'progress-line' },
    h('p', { role: 'status' }, `${what}…`),
    share,
    bar,
    button,
  );
  let words = '';
  return {
    element,
    show: ({ done, total }) => {
      if (!total) return;
      bar.value = done / total;
      const now = percent(Math.floor((done / total) * 100) / 100);
      // Told many times a second, it is painted when it reads differently.
      if (now !== words) fill(share, (words = now));
    },
  };
}
