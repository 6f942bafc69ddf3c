// Loads the package, then shows the view that the address names.

import { init } from 'interchange-web';
import { silence } from './announce.js';
import { connectView } from './connect.js';
import { fill, h } from './dom.js';
import type { Page } from './page.js';
import { problem } from './problem.js';
import { SECTIONS, type Section } from './sections.js';
import { shell } from './shell.js';
import { connection, disconnect } from './state.js';

const app = document.getElementById('app') ?? document.body;
let view = new AbortController();

async function start(): Promise<void> {
  try {
    await init();
  } catch (error) {
    return fill(app, h('main', { class: 'connect' }, problem(error, { retry: () => void start() })));
  }
  window.addEventListener('hashchange', show);
  show();
}

function show(): void {
  view.abort();
  view = new AbortController();
  const { signal } = view;
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
  const current = connection();
  if (!current) return connectView(app, signal, () => (show(), focusHeading()));
  const [name = '', ...rest] = segments();
  const section: Section = SECTIONS.find((one) => one.name === name) ?? SECTIONS[0];
  const main = shell(app, current, section.name, leave);
  const page: Page = { connection: current, main, signal };
  section.open(page, rest);
  window.scrollTo(0, 0);
  focusHeading();
}

function segments(): string[] {
  try {
    return location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

function focusHeading(): void {
  app.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

function leave(): void {
  disconnect();
  silence();
  // Without an event: the view is shown below, whether the address changes or not.
  history.replaceState(null, '', location.pathname);
  show();
  focusHeading();
}

void start();
