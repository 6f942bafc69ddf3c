// Whether the storefront can go live, and what stands in the way.

import { RefusedError, type ReadinessCheck, type SourceDiagnosis, type StorefrontReadiness } from 'interchange-web';
import { fill, h, webAddress, type Child } from './dom.js';
import { icon } from './icons.js';
import { buttonLink, card, empty, header, load, type Page } from './page.js';
import { count, sentence } from './words.js';

/** The overview. */
export function readinessView(page: Page): void {
  const body = h('div', { class: 'stack' });
  const again = h(
    'button',
    { type: 'button', class: 'button secondary', on: { click: () => void reload() } },
    icon('refresh'),
    'Check again',
  );
  fill(
    page.main,
    header({ title: 'Readiness', lead: 'What buyers need before they can buy from you.', actions: again }),
    body,
  );
  const fetch = async (signal: AbortSignal): Promise<StorefrontReadiness | null> => {
    try {
      return await page.connection.client.storefront.readiness({}, { signal });
    } catch (error) {
      if (error instanceof RefusedError && error.status === 404) return null;
      throw error;
    }
  };
  const reload = load(page, body, 'the readiness', fetch, (report) => (report ? overview(report) : nothing()));
}

function nothing(): HTMLElement {
  const action = buttonLink('Create the storefront', ['storefront'], 'primary');
  return empty('gauge', 'There is no storefront yet', 'Its readiness is checked once it has been created.', action);
}

function overview(report: StorefrontReadiness): Child {
  const blocking = report.checks.filter(({ isBlocker, status }) => isBlocker && status !== 'complete');
  const others = report.checks.filter((check) => !blocking.includes(check));
  const mine = report.diagnoses.filter(({ owner }) => owner === 'seller');
  const theirs = report.diagnoses.filter(({ owner }) => owner !== 'seller');
  return [
    verdict(report, blocking.length),
    blocking.length > 0 && card('What to do', h('ul', { class: 'checks' }, blocking.map(toDo))),
    report.diagnoses.length > 0 &&
      card('Sources that need attention', h('ul', { class: 'checks' }, [...mine, ...theirs].map(diagnosis))),
    card(blocking.length > 0 ? 'All other checks' : 'Checks', h('ul', { class: 'checks' }, others.map(other))),
  ];
}

function verdict(report: StorefrontReadiness, open: number): HTMLElement {
  const { status, canTransact, isPaused, liveness, checks, availabilityGuidance } = report;
  const isReady = status === 'ready';
  const required = checks.filter(({ isBlocker }) => isBlocker).length;
  const title = isReady ? (canTransact ? 'Live' : isPaused ? 'Ready, but paused' : 'Ready') : 'Not ready yet';
  const whyNot = liveness?.reason ?? availabilityGuidance?.why ?? `${count(open, 'check')} left.`;
  const reason = isReady && canTransact ? 'Buyers can find your storefront and buy from it.' : whyNot;
  const done = required - open;
  return h(
    'section',
    { class: `card verdict ${isReady ? 'good' : 'wait'}` },
    h('span', { class: 'verdict-mark' }, icon(isReady ? 'check' : 'clock')),
    h(
      'div',
      null,
      h('h2', null, title),
      h('p', null, reason),
      h('p', { class: 'small', id: 'progress-label' }, `${done} of ${required} required checks complete`),
      h('progress', { max: required, value: done, 'aria-labelledby': 'progress-label' }),
    ),
  );
}

function toDo(check: ReadinessCheck): HTMLElement {
  const { name, description, guidance, details, status } = check;
  const fix = guidance?.fix ?? details;
  return h(
    'li',
    null,
    h('span', { class: 'check-mark wait' }, icon(status === 'partial' ? 'clock' : 'alert')),
    h(
      'div',
      null,
      h('h3', null, name),
      h('p', null, description),
      fix && h('p', { class: 'fix' }, h('strong', null, 'What to do: '), fix),
      guidance?.effect && h('p', { class: 'small' }, guidance.effect),
    ),
    way(check),
  );
}

/** Where a check is met: in this page if it can be, else where the service says. */
function way({ category, action, actionLabel, actionUrl }: ReadinessCheck): Child {
  const elsewhere = webAddress(actionUrl);
  if (elsewhere)
    return h(
      'a',
      { class: 'button secondary', href: elsewhere, target: '_blank', rel: 'noopener noreferrer' },
      actionLabel ?? 'Open',
      icon('out'),
    );
  if (category === 'inventory') return buttonLink('Go to inventory', ['sources']);
  const isOurs =
    action === 'inline_currency' ||
    action === 'inline_operator_domain' ||
    category === 'identity' ||
    category === 'billing';
  return isOurs && buttonLink('Go to the storefront', ['storefront']);
}

function diagnosis({ sourceId, sourceName, summary, detail, action, owner, severity }: SourceDiagnosis): HTMLElement {
  return h(
    'li',
    null,
    h('span', { class: `check-mark ${severity === 'blocking' ? 'bad' : 'wait'}` }, icon('alert')),
    h(
      'div',
      null,
      h('h3', null, sourceName),
      h('p', null, summary),
      detail && h('p', { class: 'small' }, detail),
      owner === 'seller'
        ? action.label && h('p', { class: 'fix' }, h('strong', null, 'What to do: '), action.label)
        : h('p', { class: 'small' }, `For ${sentence(owner).toLowerCase()} to put right.`),
    ),
    sourceId && buttonLink('Diagnose', ['sources', 'of', sourceId, 'diagnose']),
  );
}

function other({ name, description, status }: ReadinessCheck): HTMLElement {
  const isComplete = status === 'complete';
  return h(
    'li',
    null,
    h('span', { class: `check-mark ${isComplete ? 'good' : 'off'}` }, icon(isComplete ? 'check' : 'more')),
    h('div', null, h('h3', null, name), h('p', { class: 'small' }, description)),
    h('span', { class: `chip ${isComplete ? 'good' : 'off'}` }, isComplete ? 'Complete' : sentence(status)),
  );
}
