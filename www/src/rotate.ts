// Giving a source another credential of the same kind.

import { schema, type AuthenticationType, type InventorySource } from 'interchange-web';
import { announce } from './announce.js';
import { fill, h, type Child } from './dom.js';
import { form } from './form.js';
import { buttonLink, go, header, load, type Page } from './page.js';
import { requestPreview } from './request-preview.js';
import { hasCredential } from './source-actions.js';
import { word } from './words.js';

/** The form for a new credential. */
export function rotateView(page: Page, sourceId: string): void {
  const body = h('div');
  const back = { label: 'Source', to: ['sources', 'of', sourceId] };
  const lead = 'The new credential takes the place of the present one. The present one cannot be shown.';
  fill(page.main, header({ title: 'Rotate the credential', lead, back }), body);
  const get = (signal: AbortSignal) => page.connection.client.inventorySources.get({ sourceId }, { signal });
  load(page, body, 'the source', get, (source) => (hasCredential(source) ? question(page, source) : nothing(source)));
}

function nothing({ sourceId, name }: InventorySource): Child {
  return h(
    'div',
    { class: 'card' },
    h('p', null, `${name} has no credential that could be rotated.`),
    buttonLink('Back to the source', ['sources', 'of', sourceId]),
  );
}

function question(page: Page, source: InventorySource): Child {
  const { client } = page.connection;
  const { sourceId, name } = source;
  const authenticationType = source.authenticationType as AuthenticationType;
  const preview = requestPreview('updateInventorySource', page.connection);
  // A change may go without `auth`. Here it is the whole point, so its fields are described as for a new source.
  const fields = schema('createInventorySource')
    .fieldsFor({ authenticationType })
    .filter((field) => field.name === 'auth');
  const rotate = form({
    operation: 'updateInventorySource',
    fieldsFor: () => fields,
    groups: [{ title: `New credential: ${word(authenticationType)}`, keys: ['auth'] }],
    fixed: { sourceId },
    initial: { 'auth.type': 'bearer' },
    submit: 'Rotate credential',
    busy: 'Rotating…',
    beside: buttonLink('Cancel', ['sources', 'of', sourceId], 'quiet'),
    onDraft: preview.show,
    send: async (input) => {
      await client.inventorySources.update(input, { signal: page.signal });
      announce(`The credential of ${name} was rotated.`);
      go('sources', 'of', sourceId);
    },
  });
  page.signal.addEventListener('abort', rotate.forget);
  rotate.element.classList.add('card');
  return h('div', { class: 'with-preview' }, rotate.element, preview.element);
}
