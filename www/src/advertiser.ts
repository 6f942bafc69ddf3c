// Whose list it is: an advertiser that is there, or a new one.

import { enrichedBrand, schema, type Advertiser, type AdvertiserSummary } from 'interchange-web';
import { announce } from './announce.js';
import { fill, h, uid, type Child } from './dom.js';
import { form } from './form.js';
import { load, type Page } from './page.js';

type Choice = Pick<AdvertiserSummary, 'id' | 'name'>;

/** How many are offered. */
const OFFERED = 200;

/** Asks for the advertiser, and tells which it is; none while a new one is being described. */
export function advertiserChoice(page: Page, chosen: (advertiserId: string | undefined) => void): HTMLElement {
  const host = h('div', { class: 'advertiser' });
  const known: Choice[] = [];
  load(page, host, 'the advertisers', fetch, () => (known.length > 0 ? picker() : creation()));

  async function fetch(signal: AbortSignal): Promise<void> {
    known.length = 0;
    for await (const advertiser of page.connection.client.advertisers.list({}, { signal })) {
      if (known.push(advertiser) === OFFERED) return;
    }
  }

  function picker(selected = known[0]): Child {
    const id = uid('advertiser');
    const options = known.map((one) => h('option', { value: one.id, selected: one === selected }, one.name));
    const native = h('select', { id, on: { change: () => chosen(native.value) } }, options);
    const add = { type: 'button', class: 'link', on: { click: () => show(creation()) } };
    const other = h('button', add, 'Add another advertiser');
    chosen(selected?.id);
    return [h('div', { class: 'field' }, h('label', { class: 'caption', for: id }, 'Advertiser'), native), other];
  }

  function show(view: Child): void {
    fill(host, view);
    host.querySelector<HTMLElement>('select, input')?.focus();
  }

  function creation(): Child {
    chosen(undefined);
    const back = h('button', { type: 'button', class: 'button quiet', on: { click: () => show(picker()) } }, 'Back');
    const text = known.length > 0 ? 'A new advertiser' : 'There is no advertiser yet. Add the one whose list this is.';
    return [h('h3', null, text), creationForm(page, added, known.length > 0 && back)];
  }

  function added(advertiser: Advertiser): void {
    const { id, name } = advertiser;
    const one = { id, name };
    known.unshift(one);
    announce(`${name} was added.`);
    show(picker(one));
  }

  return host;
}

/** A brand that is found and not registered is refused once: then the person decides whether it is the right one. */
function creationForm(page: Page, added: (advertiser: Advertiser) => void, beside: Child): HTMLElement {
  const found = h('div', { class: 'small', role: 'status' });
  const fixed: Record<string, unknown> = {};
  const create = form({
    operation: 'createAdvertiser',
    fieldsFor: (draft) => schema('createAdvertiser').fieldsFor(draft),
    groups: [{ keys: ['name', 'brand', 'primaryCurrency'] }],
    initial: { primaryCurrency: 'USD' },
    fixed,
    keepsAnswers: true,
    submit: 'Add advertiser',
    busy: 'Adding…',
    beside,
    send: async (input) => {
      try {
        added(await page.connection.client.advertisers.create(input, { signal: page.signal }));
      } catch (error) {
        const brand = enrichedBrand(error);
        if (!brand) throw error;
        fixed['saveBrand'] = true;
        fill(found, h('p', null, 'The brand was found, and is not registered yet: ', h('strong', null, nameOf(brand))));
        fill(found, found.firstChild, h('p', null, 'Add the advertiser again to register it.'));
      }
    },
  });
  create.element.append(found);
  create.element.addEventListener('input', () => {
    delete fixed['saveBrand'];
    fill(found);
  });
  return create.element;
}

function nameOf({ name, domain }: Record<string, unknown>): string {
  return [name, domain && `(${String(domain)})`].filter(Boolean).join(' ');
}
