// The first view: where the service is, and with which token.

import { InvalidInputError, RefusedError, type Interchange, type Issue, type Storefront } from 'interchange-web';
import { captioned } from './controls.js';
import { fill, h, uid } from './dom.js';
import { fieldFor, type Field } from './field.js';
import { icon } from './icons.js';
import { isAborted, problem } from './problem.js';
import { clientFor, connect, type Target } from './state.js';

const WHY_PROXY =
  'The real service does not answer requests that a browser sends from another site, so this must be the address ' +
  'of a proxy that passes them on to api.interchange.io.';

const POLICY =
  'This page is served under a content security policy that lets it call its own site only. ' +
  'Give a path on this site instead.';

/** Shows the view; calls back once the service has answered. */
export function connectView(host: HTMLElement, signal: AbortSignal, onConnected: () => void): void {
  document.title = 'Connect · Storefront onboarding';
  const demoToken = field('demoToken', 'Made for this visit. Every token owns a world of its own', true);
  const baseUrl = field(
    'baseUrl',
    'An https address, or a path on this site such as `/proxy`. Empty for this site itself',
  );
  const token = field('token', 'Leave it empty where the proxy adds it', true);
  const emulator = option(
    'Emulator on this site',
    'A stand-in for the service to try everything with. Nothing real happens.',
    [demoToken],
  );
  const own = option('Your own address and token', WHY_PROXY, [baseUrl, token]);
  const trouble = h('div', { class: 'trouble' });
  const button = h('button', { type: 'submit', class: 'button primary wide' }, 'Connect');
  const form = h(
    'form',
    { class: 'card connect-card', novalidate: true, autocomplete: 'off', on: { submit, input } },
    h('fieldset', { class: 'targets' }, h('legend', null, 'Where to connect'), emulator.element, own.element),
    trouble,
    button,
    h(
      'p',
      { class: 'small' },
      'The token stays in the memory of this tab. Reloading the page or disconnecting forgets it.',
    ),
  );
  let isBusy = false;
  emulator.radio.checked = true;
  // One for each visit, so that visitors do not meet in the same world.
  demoToken.set(`scope3_demo-${crypto.randomUUID().slice(0, 8)}_secret`);
  arrange();
  fill(host, frame(form));

  function target(): Target {
    return emulator.radio.checked
      ? { isEmulator: true, baseUrl: '', token: demoToken.get() }
      : { isEmulator: false, baseUrl: baseUrl.get().trim(), token: token.get() };
  }

  function arrange(): void {
    emulator.panel.hidden = !emulator.radio.checked;
    own.panel.hidden = !own.radio.checked;
  }

  function input(): void {
    arrange();
    check();
  }

  /** The client itself says what is wrong with its options, and sends nothing to find out. */
  function check(): Interchange | undefined {
    let issues: readonly Issue[] = [];
    try {
      return clientFor(target());
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      issues = error.issues;
      return undefined;
    } finally {
      const about = (name: string) => issues.find(({ path }) => path[0] === name);
      baseUrl.show(about('baseUrl'));
      for (const one of [token, demoToken]) one.show(about('token'));
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (isBusy) return;
    const client = check();
    if (client) void attempt(client);
    else form.querySelector<HTMLElement>('.target-panel:not([hidden]) [aria-invalid="true"]')?.focus();
  }

  async function attempt(client: Interchange): Promise<void> {
    setBusy(true);
    let isBlocked = false;
    const blocked = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
      isBlocked ||= effectiveDirective === 'connect-src';
    };
    document.addEventListener('securitypolicyviolation', blocked);
    try {
      connect(target(), client, await storefrontOf(client, signal));
      for (const one of [token, demoToken]) one.set('');
      onConnected();
    } catch (error) {
      if (!isAborted(error)) explain(error, isBlocked);
    } finally {
      document.removeEventListener('securitypolicyviolation', blocked);
      setBusy(false);
    }
  }

  function explain(error: unknown, isBlocked: boolean): void {
    const retry = () => form.requestSubmit();
    const notice = problem(error, { retry, also: isBlocked && h('p', null, POLICY) });
    fill(trouble, notice);
    if (!(error instanceof RefusedError && error.status === 401)) return notice.focus();
    const asked = emulator.radio.checked ? demoToken : token;
    asked.show({
      path: ['token'],
      code: 'conflict',
      severity: 'error',
      message: 'The service does not accept this token.',
    });
    asked.focus();
  }

  function setBusy(busy: boolean): void {
    isBusy = busy;
    if (busy) fill(trouble);
    button.setAttribute('aria-disabled', String(busy));
    fill(button, busy && h('span', { class: 'spinner' }), busy ? 'Connecting…' : 'Connect');
  }
}

/** The storefront, or null when there is none yet: that is an answer too, and shows that the token is accepted. */
export async function storefrontOf(client: Interchange, signal: AbortSignal): Promise<Storefront | null> {
  try {
    return await client.storefront.get({}, { signal });
  } catch (error) {
    if (error instanceof RefusedError && error.status === 404) return null;
    throw error;
  }
}

function field(name: string, doc: string, secret = false): Field {
  const info = { name, doc, secret, kind: 'text', required: false } as const;
  return fieldFor({ key: name, info, isRequired: true, isSettled: false });
}

function option(name: string, note: string, fields: readonly Field[]) {
  const radio = h('input', { type: 'radio', name: 'target', id: uid('target') });
  const panel = h(
    'div',
    { class: 'target-panel fields' },
    fields.map(({ element }) => element),
  );
  const caption = h('label', { class: 'target-caption' }, radio, captioned(radio, name, note));
  return { radio, panel, element: h('div', { class: 'target' }, caption, panel) };
}

function frame(form: HTMLElement): HTMLElement {
  return h(
    'main',
    { class: 'connect' },
    h('p', { class: 'brand' }, h('span', { class: 'brand-mark' }, icon('swap')), 'Interchange'),
    h('h1', { tabindex: '-1' }, 'Set up your storefront'),
    h(
      'p',
      { class: 'lead' },
      'Find your brand, connect your inventory, and see what is left to do before buyers can buy.',
    ),
    form,
  );
}
