// The way from nothing to a storefront that sells, in three steps.

import type { StorefrontReadiness } from 'interchange-web';
import { h, type Child } from './dom.js';
import { icon } from './icons.js';
import { buttonLink } from './page.js';
import { count } from './words.js';

interface Step {
  title: string;
  text: string;
  isDone: boolean;
  action?: Child;
}

/** The steps; without a report there is no storefront yet. */
export function setUp(report: StorefrontReadiness | null): HTMLElement {
  const sources = report?.sourceDiagnostics ?? [];
  const active = sources.filter(({ sourceStatus }) => sourceStatus === 'ACTIVE').length;
  const open = report?.checks.filter(({ isBlocker, status }) => isBlocker && status !== 'complete').length ?? 0;
  const steps: Step[] = [
    {
      title: 'Create your storefront',
      text: report ? 'Done.' : 'Begin with your brand’s domain, below.',
      isDone: report !== null,
    },
    {
      title: 'Connect your inventory',
      text: sourcesText(sources.length, active),
      isDone: active > 0,
      action:
        report &&
        (sources.length === 0
          ? buttonLink('Add a source', ['sources', 'new'], 'primary', 'plus')
          : buttonLink('See sources', ['sources'])),
    },
    {
      title: 'Go live',
      text: !report
        ? 'Once everything required is there.'
        : open > 0
          ? `${count(open, 'check')} left.`
          : 'Every required check is complete.',
      isDone: report?.status === 'ready',
      action: report && open > 0 && buttonLink('See what is left', ['readiness']),
    },
  ];
  const next = steps.findIndex(({ isDone }) => !isDone);
  return h(
    'ol',
    { class: 'steps', 'aria-label': 'Set-up' },
    steps.map((step, index) => item(step, index, index === next)),
  );
}

function sourcesText(all: number, active: number): string {
  if (all === 0) return 'Add the agent that answers buyers’ requests.';
  return `${count(active, 'source')} active${all > active ? ` of ${all}` : ''}.`;
}

function item({ title, text, isDone, action }: Step, index: number, isNext: boolean): HTMLElement {
  const state = isDone ? 'done' : isNext ? 'next' : 'later';
  return h(
    'li',
    { class: `step ${state}`, 'aria-current': isNext && 'step' },
    h('span', { class: 'step-mark', 'aria-hidden': 'true' }, isDone ? icon('check') : index + 1),
    h(
      'div',
      null,
      h('p', { class: 'step-title' }, title, isDone && h('span', { class: 'visually-hidden' }, ' (done)')),
      h('p', { class: 'small' }, text),
      action,
    ),
  );
}
