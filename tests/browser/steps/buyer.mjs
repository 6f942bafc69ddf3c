// The buyer's operations from browsing to the report, once each. Operation, input, and what the answer must show; later ones
// rely on earlier ones. An input may be made of what has to be planted first.

import assert from 'node:assert/strict';

import { all, is, known, learn, nothing } from './checks.mjs';

/** Two sellers, each of which gets a media buy: one suggestion to approve and one to reject. */
const SELLERS = ['Bramble Games', 'Quince Audio'];
/** A flight that has begun, so that there is something to report. */
const FLIGHT = { startDate: '2025-11-01T00:00:00Z', endDate: '2099-12-31T23:59:59Z' };
const ACCOUNT = { storefrontId: 16, sourceId: 'copperbeech-source' };
const KEY = { accountIdentifier: 'Arcade one', auth: { type: 'bearer', token: 'arcade-secret-1' } };

const advertiser = (more = {}) => ({ advertiserId: known.advertiser, ...more });
const discovery = (more = {}) => ({ discoveryId: known.discovery.discoveryId, ...more });
const campaign = (more = {}) => ({ campaignId: known.campaign, ...more });
const creative = (more = {}) => campaign({ creativeId: known.creative, ...more });
const suggestion = (index, more = {}) => ({ suggestionId: known.suggestions[index].suggestionId, ...more });

/** A product of a discovery, as `addProducts` takes it. */
function choice(group, index, more = {}) {
  const { groupId, groupName, products } = known.discovery.productGroups[group];
  const { productId, salesAgentId } = products[index];
  return { productId, salesAgentId, groupId, groupName, ...more };
}

async function withCreative(world) {
  const { creativeId } = await world.plant('creative', { campaignId: known.campaign, name: 'Winter' });
  known.creative = creativeId;
  return campaign({ search: 'winter', take: 5, skip: 0 });
}

const PEOPLE = [
  ['getCurrentAccount', () => ({}), is('role', 'ADMIN')],
  ['listCustomerAccounts', () => ({}), ({ accounts }) => assert.equal(accounts.length, 2)],
];

const SELLING = [
  ['listStorefronts', () => ({ name: 'bramble', limit: 20, offset: 0 }), ({ items }) => assert.equal(items[0].name, 'Bramble Games')],
  ['getStorefront', () => ({ storefrontId: 22 }), ({ sources }) => assert.equal(sources[1].connected, false)],
  ['registerSourceCredentials', () => ({ storefrontId: 22, sourceId: 'bramble-arcade', ...KEY }), is('status', 'ACTIVE')],
  ['listStorefrontCredentials', () => ({}), (held) => assert.equal(held.at(-1).accountIdentifier, 'Arcade one')],
];

const ADVERTISING = [
  ['createAdvertiser', () => ({ name: 'Larkspur', brand: 'larkspur.example', primaryCurrency: 'USD' }), learn('advertiser', ({ id }) => id)],
  ['listAdvertisers', () => ({ name: 'lark', limit: 10, offset: 0, includeBrand: true }), ({ items }) => assert.equal(items[0].linkedBrand.name, 'Larkspur Tea')],
  ['listAvailableAccounts', () => advertiser({ ...ACCOUNT, take: 10 }), learn('account', ({ accounts }) => accounts[0].accountId)],
  ['updateAdvertiser', () => advertiser({ description: 'Teas', linkedAccounts: [{ ...ACCOUNT, accountId: known.account }] }), all(is('description', 'Teas'), is('name', 'Larkspur'))],
  ['getAdvertiser', () => advertiser(), ({ linkedAccounts }) => assert.equal(linkedAccounts[0].accountId, known.account)],
];

const CHOOSING = [
  ['discoverProducts', () => advertiser({ storefrontNames: SELLERS, brief: 'Tea for the evening', budget: 50_000 }), learn('discovery', (found) => found.totalGroups === 2 && found)],
  ['browseProducts', () => discovery({ groupLimit: 1, productsPerGroup: 1 }), ({ productGroups, hasMoreGroups }) => assert.deepEqual([productGroups[0].products.length, hasMoreGroups], [1, true])],
  ['addProducts', () => discovery({ products: [choice(0, 0, { budget: 9000 }), choice(1, 1, { bidPrice: 40 })] }), is('totalProducts', 2)],
  ['getProducts', () => discovery(), ({ budgetContext }) => assert.equal(budgetContext.allocatedBudget, 9000)],
  ['removeProducts', () => discovery({ productIds: [choice(1, 1).productId] }), is('totalProducts', 1)],
];

const GOAL = { kind: 'metric', metric: 'clicks', target: { kind: 'cost_per', value: 0.5 }, priority: 1 };
const CAMPAIGN = { name: 'Winter Tea', mode: 'performance', flightDates: FLIGHT, budget: { total: 50_000, currency: 'USD' } };

const PLANNING = [
  ['createCampaign', () => advertiser({ ...CAMPAIGN, discoveryId: known.discovery.discoveryId, performanceConfig: { optimizationGoals: [GOAL] } }), learn('campaign', ({ campaign }) => campaign.status === 'DRAFT' && campaign.campaignId)],
  ['listCampaigns', () => advertiser({ status: ['DRAFT', 'ACTIVE'], take: 10 }), ({ campaigns }) => assert.equal(campaigns[0].campaignId, known.campaign)],
  ['updateCampaign', () => campaign({ name: 'Winter Teas', budget: { total: 60_000 } }), ({ campaign }) => assert.deepEqual([campaign.name, campaign.budget.total], ['Winter Teas', 60_000])],
  ['autoSelectProducts', () => campaign({ maxProducts: 5 }), is('productCount', 5)],
  ['getCampaignProducts', () => campaign(), ({ summary }) => assert.equal(summary.totalProducts, 5)],
];

const SHOWING = [
  ['listCreatives', withCreative, ({ manifests }) => assert.equal(manifests[0].name, 'Winter')],
  ['getCreativeManifest', () => creative({ preview: true }), ({ assets }) => assert.equal(assets.length, 1)],
  ['updateCreativeManifest', () => creative({ name: 'Warm', url_asset: { url: 'https://larkspur.example/', url_type: 'clickthrough' } }), all(is('name', 'Warm'), ({ assets }) => assert.equal(assets[1].asset_type, 'URL'))],
  ['deleteCreativeManifest', () => creative(), nothing],
  ['getCreativeDashboardUrl', () => advertiser(campaign()), ({ url }) => assert.match(url, /^https:/)],
];

const RUNNING = [
  ['executeCampaign', () => campaign({ debug: true }), all(is('success', true), is('newStatus', 'ACTIVE'))],
  ['getMediaBuyAdcpStatus', () => campaign(), all(is('operational_status', 'active'), ({ media_buys }) => assert.equal(media_buys.length, 2))],
  ['getCampaign', () => campaign({ fresh: true, includePropertyLists: true }), ({ campaign }) => assert.equal(campaign.mediaBuyRefs.length, 2)],
  ['getReportingMetrics', () => campaign({ view: 'summary', breakdown: 'campaign', days: 7 }), ({ totals }) => assert.ok(totals.impressions > 0)],
  ['listOptimizationSuggestions', () => ({ status: 'HIL_WAITING', limit: 20, offset: 0 }), learn('suggestions', ({ suggestions }) => suggestions.length === 2 && suggestions)],
  ['getOptimizationSuggestion', () => suggestion(0), ({ campaignSummary }) => assert.equal(campaignSummary.name, 'Winter Teas')],
  ['approveOptimizationSuggestion', () => suggestion(0), is('status', 'HIL_APPROVED')],
  ['rejectOptimizationSuggestion', () => suggestion(1, { reason: 'Too dear' }), is('status', 'HIL_REJECTED')],
  ['pauseCampaign', () => campaign(), all(is('newStatus', 'PAUSED'), is('successCount', 2))],
  ['deleteCampaign', () => campaign(), nothing],
  ['listBuyerAuditLogs', () => campaign({ resourceTypes: ['CAMPAIGN', 'MEDIA_BUY'], take: 5, skip: 0 }), ({ logs }) => assert.equal(logs[0].action, 'ARCHIVE')],
];

export const STEPS = [PEOPLE, SELLING, ADVERTISING, CHOOSING, PLANNING, SHOWING, RUNNING].flat();
