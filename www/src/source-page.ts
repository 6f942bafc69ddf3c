// One source: how it stands, followed until it is settled, what is known of it, and what can be done with it.

import type { InventorySource } from 'interchange-web';
import { fill, h, moment, webAddress, type Child } from './dom.js';
import { follow } from './follow.js';
import { icon } from './icons.js';
import { buttonLink, card, facts, go, header, type Page } from './page.js';
import { problem } from './problem.js';
import { actionsFor, hasCredential } from './source-actions.js';
import { chip } from './status.js';
import { word } from './words.js';

/** After this long a pending source is offered help. */
const PATIENCE = 6_000;

/** The view of a source. */
export function sourceView(page: Page, sourceId: string): void {
  const { connection, main, signal } = page;
  const status = h('span');
  const head = header({ title: sourceId, back: { label: 'Inventory sources', to: ['sources'] }, beside: status });
  const panel = h('div', { role: 'status' });
  const outage = h('div', { class: 'trouble' });
  const trouble = h('div', { class: 'trouble' });
  const rest = h('div', { class: 'stack' });
  let shown = '';
  let isLate = false;
  let round = new AbortController();
  let patience: ReturnType<typeof setTimeout> | undefined;
  fill(
    panel,
    h(
      'div',
      { class: 'card skeleton' },
      h('p', null, 'Loading the source…'),
      h('span', { class: 'bar long' }),
      h('span', { class: 'bar short' }),
    ),
  );
  fill(main, head, h('div', { class: 'stack' }, outage, trouble, panel, rest));
  signal.addEventListener('abort', stop);
  start();

  function stop(): void {
    round.abort();
    clearTimeout(patience);
  }

  function start(): void {
    stop();
    round = new AbortController();
    isLate = false;
    shown = '';
    void follow(connection.client, sourceId, round.signal, { seen, failed });
  }

  function seen(source: InventorySource): void {
    fill(outage);
    // What is as it was stays on the screen, with the focus somewhere in it.
    const now = JSON.stringify(source);
    if (now === shown) return;
    if (source.status === 'PENDING' && !source.oauth) wait(source);
    shown = now;
    const title = head.querySelector('h1');
    if (title && title.textContent !== source.name) title.textContent = source.name;
    document.title = `${source.name} · Storefront onboarding`;
    fill(status, chip(source.status));
    fill(panel, standing(source, isLate));
    fill(rest, details(source), manage(page, source, trouble, start));
  }

  function wait(source: InventorySource): void {
    clearTimeout(patience);
    patience = setTimeout(() => {
      isLate = true;
      if (shown === JSON.stringify(source)) fill(panel, standing(source, isLate));
    }, PATIENCE);
  }

  function failed(error: unknown, goesOn: boolean): void {
    if (shown === '') fill(panel);
    const also = goesOn && h('p', { class: 'small' }, 'Asking again by itself.');
    fill(outage, problem(error, goesOn ? { also } : { retry: start }));
  }
}

function standing(source: InventorySource, isLate: boolean): Child {
  switch (source.status) {
    case 'ACTIVE':
      return state('good', 'Active', 'Interchange reaches the agent, and buyers’ requests are sent to it.');
    case 'DISABLED':
      return state('off', 'Disabled', 'No requests are sent to it. It can be enabled again below.');
    case 'PENDING':
      return source.oauth ? consent(source) : checking(source, isLate);
    default:
      return state('off', word(source.status), 'This status is newer than this page.');
  }
}

function state(tone: string, title: string, text: Child, actions?: Child): HTMLElement {
  const mark = tone === 'good' ? icon('check') : tone === 'off' ? icon('pause') : h('span', { class: 'spinner' });
  return h(
    'section',
    { class: `card standing ${tone}` },
    h('span', { class: 'verdict-mark' }, mark),
    h('div', null, h('h2', null, title), h('p', null, text), actions && h('div', { class: 'actions' }, actions)),
  );
}

function consent({ oauth, name }: InventorySource): Child {
  const address = webAddress(oauth?.authorizationUrl);
  if (!address)
    return state('wait', 'Waiting for your consent', 'The agent’s sign-in has no address that can be opened.');
  return state(
    'wait',
    'Waiting for your consent',
    `${oauth?.agentName || name} asks you to sign in and to let Interchange call it. This page notices when you have.`,
    h(
      'a',
      { class: 'button primary', href: address, target: '_blank', rel: 'noopener noreferrer' },
      'Continue at the agent’s sign-in',
      icon('out'),
      newTab(),
    ),
  );
}

function newTab(): Child {
  return h('span', { class: 'visually-hidden' }, ' (opens a new tab)');
}

function checking(source: InventorySource, isLate: boolean): Child {
  if (!isLate)
    return state(
      'wait',
      'Connecting to the agent',
      'Interchange tries to reach it with the credential. This takes a moment.',
    );
  const { sourceId } = source;
  return state(
    'wait',
    'Still pending',
    'This takes longer than usual. The diagnosis tells whether the agent is reached and accepts the credential.',
    [
      buttonLink('Diagnose', ['sources', 'of', sourceId, 'diagnose'], 'primary', 'pulse'),
      hasCredential(source) &&
        buttonLink('Rotate credential', ['sources', 'of', sourceId, 'credential'], 'secondary', 'key'),
    ],
  );
}

function details(source: InventorySource): HTMLElement {
  const { authConfigured, authenticationType, description, endpointUrl, protocol, sourceId, type } = source;
  return card(
    'Details',
    facts([
      ['Source ID', h('code', null, sourceId)],
      ['Kind', word(source.executionType)],
      ['Type', word(type)],
      ['Endpoint', endpointUrl ? h('code', null, endpointUrl) : '—'],
      ['Protocol', protocol ?? '—'],
      ['Authentication', `${word(authenticationType)}${authConfigured ? ', configured' : ''}`],
      ['Created', moment(source.createdAt)],
      ['Changed', moment(source.updatedAt)],
      ['Description', description || '—'],
    ]),
  );
}

const NOTES: Record<string, string> = {
  Diagnose: 'Health, recent calls, and what to do about failures.',
  'Rotate credential': 'Replace the key, password or private key.',
  Disable: 'Stop sending requests; everything is kept.',
  'Re-enable': 'Send requests to it again.',
  'Delete…': 'Remove the source for good.',
};

function manage(page: Page, source: InventorySource, trouble: HTMLElement, again: () => void): HTMLElement {
  const items = actionsFor(page, source, { changed: again, deleted: () => go('sources'), trouble });
  return card(
    'Manage',
    h(
      'ul',
      { class: 'manage' },
      items.map(({ label, icon: symbol, isDangerous, run }) =>
        h(
          'li',
          null,
          h('p', null, NOTES[label]),
          h(
            'button',
            { type: 'button', class: `button ${isDangerous ? 'danger-quiet' : 'secondary'}`, on: { click: run } },
            icon(symbol),
            label,
          ),
        ),
      ),
    ),
  );
}
