// Adding an inventory source.

import { schema } from 'interchange-web';
import { announce } from './announce.js';
import { fill, h } from './dom.js';
import { form } from './form.js';
import { buttonLink, go, header, type Page } from './page.js';
import { requestPreview } from './request-preview.js';

/** The form, with the request that it makes beside it. */
export function newSourceView(page: Page): void {
  const { client } = page.connection;
  const source = schema('createInventorySource');
  const preview = requestPreview('createInventorySource', page.connection);
  const add = form({
    operation: 'createInventorySource',
    fieldsFor: (draft) => source.fieldsFor(draft),
    groups: [
      { title: 'The agent', keys: ['name', 'type', 'endpointUrl', 'protocol'] },
      { title: 'Authentication', keys: ['authenticationType', 'auth'] },
    ],
    hasMore: true,
    initial: { 'auth.type': 'bearer' },
    submit: 'Add source',
    busy: 'Adding…',
    beside: buttonLink('Cancel', ['sources'], 'quiet'),
    onDraft: preview.show,
    afterDoubt: h('p', null, 'The source may have been added all the same: look at the list before you try again.'),
    send: async (input) => {
      const { sourceId, name } = await client.inventorySources.create(input, { signal: page.signal });
      announce(`${name} was added.`);
      go('sources', 'of', sourceId);
    },
  });
  page.signal.addEventListener('abort', add.forget);
  add.element.classList.add('card');
  const back = { label: 'Inventory sources', to: ['sources'] };
  const lead =
    'Register the agent that answers for you. It becomes active once Interchange reaches it with its credential.';
  fill(
    page.main,
    header({ title: 'Add an inventory source', lead, back }),
    h('div', { class: 'with-preview' }, add.element, preview.element),
  );
}
