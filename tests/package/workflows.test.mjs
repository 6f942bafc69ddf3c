// What lies between two calls: pure functions, so Node is enough.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { InvalidInputError, RefusedError, disconnectedSources, enrichedBrand, init, launchFailures, linkOf, propertyListOf, selectionOf, validate } from 'interchange-web';

await init();

const SOURCE = { storefrontId: 7, storefrontName: 'Snap', sourceId: 'snap', sourceName: 'Snap' };
const GROUP = { groupId: 'ctx-group-0', groupName: 'Publisher' };
const FIXED = { productId: 'p1', name: 'Fixed', salesAgentId: 'agent', pricingOptions: [{ pricingOptionId: 'cpm', isFixed: true, rate: 12 }] };
const AUCTION = { ...FIXED, productId: 'p2', pricingOptions: [{ pricingOptionId: 'bid', isFixed: false, floorPrice: 5 }] };

function refuses(path, call) {
  assert.throws(call, (error) => error instanceof InvalidInputError && error.issues[0].path[0] === path && /\.$/.test(error.message));
}

test('a brand that is not registered yet can be shown', () => {
  const brand = { domain: 'acme.com', name: 'Acme' };
  assert.equal(enrichedBrand(new RefusedError('…', { status: 400, details: { enrichedBrand: brand } })), brand);
  assert.equal(enrichedBrand(new RefusedError('…', { status: 404 })), undefined);
  assert.equal(enrichedBrand(new Error('…')), undefined);
});

test('an account is linked as it was discovered', () => {
  const account = { accountId: 'a', credentialId: 'c', sources: [SOURCE], billingOptions: { supported: ['agent'], default: null } };
  assert.deepEqual(linkOf(account), { storefrontId: 7, sourceId: 'snap', accountId: 'a', credentialId: 'c' });
  assert.ok(validate('updateAdvertiser', { advertiserId: '1', linkedAccounts: [linkOf(account)] }).ok);
  assert.deepEqual(linkOf({ accountId: 'a', partnerId: 'snap_1' }), { partnerId: 'snap_1', accountId: 'a' });
});

test('a choice that is left open is demanded', () => {
  const account = { accountId: 'a', sources: [SOURCE, { ...SOURCE, sourceId: 'other' }] };
  refuses('source', () => linkOf(account));
  assert.equal(linkOf(account, { source: account.sources[1] }).sourceId, 'other');
  const billed = { accountId: 'a', sources: [SOURCE], billingOptions: { supported: ['agent', 'operator'], default: null } };
  refuses('billingType', () => linkOf(billed));
  assert.equal(linkOf(billed, { billingType: 'operator' }).billingType, 'operator');
});

test('sources that wait for a credential are told apart', () => {
  const sources = [{ requiresCredentials: true, connected: false }, { requiresCredentials: true, connected: true }, { requiresCredentials: false }];
  assert.deepEqual(disconnectedSources({ sources }), [sources[0]]);
  assert.deepEqual(disconnectedSources({}), []);
});

test('a property list is read in both forms', () => {
  const list = { listId: '42', name: 'Sites' };
  assert.equal(propertyListOf(list), list);
  assert.equal(propertyListOf({ propertyList: list }), list);
});

test('a launch that failed in part does not pass for a success', () => {
  const errors = [{ mediaBuyId: 'mb', salesAgentId: 'agent', message: 'Failed to submit' }];
  assert.deepEqual(launchFailures({ success: true }), []);
  assert.equal(launchFailures({ success: false, errors }), errors);
  assert.equal(launchFailures({ success: false, reason: 'No drafts.' })[0].message, 'No drafts.');
  assert.match(launchFailures({ success: false })[0].message, /failed/);
});

test('a product is selected with the bid that its price wants', () => {
  const selection = selectionOf(GROUP, AUCTION, { bidPrice: 6, budget: 100 });
  assert.deepEqual(selection, { productId: 'p2', salesAgentId: 'agent', ...GROUP, pricingOptionId: 'bid', bidPrice: 6, budget: 100 });
  assert.ok(validate('addProducts', { discoveryId: 'd', products: [selection, selectionOf(GROUP, FIXED)] }).ok);
  refuses('bidPrice', () => selectionOf(GROUP, AUCTION));
  refuses('bidPrice', () => selectionOf(GROUP, AUCTION, { bidPrice: 4 }));
  refuses('bidPrice', () => selectionOf(GROUP, FIXED, { bidPrice: 4 }));
  refuses('pricingOptionId', () => selectionOf(GROUP, FIXED, { pricingOptionId: 'other' }));
});
