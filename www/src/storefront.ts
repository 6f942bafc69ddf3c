// The storefront: find the brand, create it, see it, change it.

import { schema, type ResolvedBrand, type Storefront } from 'interchange-web';
import { announce } from './announce.js';
import { storefrontOf } from './connect.js';
import { fill, h, webAddress, type Child } from './dom.js';
import { form } from './form.js';
import { icon } from './icons.js';
import { card, facts, header, load, type Page } from './page.js';
import { requestPreview } from './request-preview.js';
import { setUp } from './set-up.js';

/** The storefront, or the way to one. */
export function storefrontView(page: Page): void {
  const { connection } = page;
  const body = h('div', { class: 'stack' });
  const title = 'Storefront';
  fill(page.main, header({ title, lead: 'How buyers find you on Interchange.' }), body);
  const show = (storefront: Storefront | null): Child => (storefront ? existing(page, storefront) : beginning(page));
  const known = connection.storefront;
  connection.storefront = undefined;
  if (known !== undefined) fill(body, show(known));
  else load(page, body, 'the storefront', (signal) => storefrontOf(connection.client, signal), show);
}

function beginning(page: Page): Child {
  const result = h('div', { class: 'stack' });
  const ask = form({
    operation: 'resolveBrand',
    fieldsFor: (draft) => schema('resolveBrand').fieldsFor(draft),
    groups: [{ keys: ['domain'] }],
    keepsAnswers: true,
    submit: 'Find brand',
    busy: 'Looking it up…',
    send: async (input) => {
      const brand = await page.connection.client.storefront.resolveBrand(input, { signal: page.signal });
      fill(result, found(page, brand));
      result.querySelector<HTMLElement>('h2')?.focus();
    },
  });
  ask.element.classList.add('one-line');
  const skip = h(
    'button',
    { type: 'button', class: 'link', on: { click: () => fill(result, creation(page)) } },
    'Create the storefront without a brand',
  );
  const question = card(
    'Find your brand',
    h(
      'p',
      null,
      'Interchange looks your brand up at agenticadvertising.org by its domain, so that buyers see its name and logo.',
    ),
    ask.element,
    h('p', { class: 'small' }, skip),
  );
  return [setUp(null), question, result];
}

function found(page: Page, brand: ResolvedBrand): Child {
  const { resolved, domain, brandName, warning, error } = brand;
  const builder = webAddress(brand.builderUrl);
  const name = brandName ?? domain;
  const about = resolved
    ? h('p', { class: 'small' }, domain)
    : h('p', null, error ?? 'There is no profile for this domain.', ' You can create the storefront all the same.');
  const panel = h(
    'section',
    { class: 'card brand-card' },
    mark(name, brand.logoUrl),
    h(
      'div',
      null,
      h('h2', { tabindex: '-1' }, resolved ? name : `No profile for ${domain}`),
      about,
      warning && h('p', { class: 'small' }, warning),
      builder &&
        h(
          'p',
          null,
          h('a', { href: builder, target: '_blank', rel: 'noopener noreferrer' }, 'Make a profile', icon('out')),
        ),
    ),
    resolved && h('span', { class: 'chip good' }, icon('check'), 'Found'),
  );
  return [panel, creation(page, brand)];
}

function creation(page: Page, brand?: ResolvedBrand): Child {
  const { connection } = page;
  const preview = requestPreview('createOwnStorefront', connection);
  const initial: Record<string, string> = brand ? { name: brand.brandName ?? '', publisherDomain: brand.domain } : {};
  const create = form({
    operation: 'createOwnStorefront',
    fieldsFor: (draft) => schema('createOwnStorefront').fieldsFor(draft),
    groups: [{ title: 'Create the storefront', keys: ['name', 'publisherDomain', 'defaultCurrency'] }],
    hasMore: true,
    initial,
    submit: 'Create storefront',
    busy: 'Creating…',
    onDraft: preview.show,
    send: async (input) => {
      await connection.client.storefront.create(input, { signal: page.signal });
      announce('The storefront was created.');
      storefrontView(page);
      page.main.querySelector<HTMLElement>('h1')?.focus();
    },
  });
  create.element.classList.add('card');
  return h('div', { class: 'with-preview' }, create.element, preview.element);
}

function existing(page: Page, storefront: Storefront): Child {
  const { name, platformId, publisherDomain, defaultCurrency, demandContactName, demandContactEmail } = storefront;
  const steps = h('div');
  const readiness = (signal: AbortSignal) => page.connection.client.storefront.readiness({}, { signal });
  load(page, steps, 'the next steps', readiness, (report) => setUp(report));
  const summary = h(
    'section',
    { class: 'card' },
    h(
      'div',
      { class: 'brand-card' },
      mark(storefront.brandName ?? name, storefront.logoUrl),
      h('div', null, h('h2', null, name), h('p', { class: 'small' }, publisherDomain ?? platformId)),
    ),
    facts([
      ['Public ID', h('code', null, platformId)],
      ['Publisher domain', publisherDomain ?? 'Not set'],
      ['Settlement currency', defaultCurrency ?? 'Not set'],
      ['Contact for buyers', demandContactName ? `${demandContactName}, ${demandContactEmail ?? ''}` : 'Not set'],
    ]),
  );
  return [steps, summary, change(page, storefront)];
}

const CHANGEABLE = ['name', 'publisherDomain', 'defaultCurrency', 'demandContactName', 'demandContactEmail'] as const;

function change(page: Page, storefront: Storefront): Child {
  const { connection } = page;
  const preview = requestPreview('updateOwnStorefront', connection);
  const initial = Object.fromEntries(CHANGEABLE.map((key) => [key, storefront[key] ?? '']));
  const update = form({
    operation: 'updateOwnStorefront',
    fieldsFor: (draft) => schema('updateOwnStorefront').fieldsFor(draft),
    groups: [{ keys: CHANGEABLE }],
    initial,
    onlyChanges: true,
    submit: 'Save changes',
    busy: 'Saving…',
    onDraft: preview.show,
    send: async (input) => {
      await connection.client.storefront.update(input, { signal: page.signal });
      announce('The storefront was changed.');
      storefrontView(page);
      page.main.querySelector<HTMLElement>('h1')?.focus();
    },
  });
  return h(
    'details',
    { class: 'card disclosure' },
    h('summary', null, 'Change details'),
    h('div', { class: 'with-preview' }, update.element, preview.element),
  );
}

function mark(name: string, logoUrl: string | null | undefined): HTMLElement {
  const address = webAddress(logoUrl);
  // Pictures from elsewhere are outside the content security policy: the initial stands in for them.
  const isOurs = address !== undefined && new URL(address).origin === location.origin;
  return h(
    'span',
    { class: 'logo' },
    isOurs ? h('img', { src: address, alt: '', width: 48, height: 48 }) : name.charAt(0).toUpperCase(),
  );
}
