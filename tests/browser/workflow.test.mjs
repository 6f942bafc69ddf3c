// The buyer's workflows of the documents, as an application goes through them: every call needs the answers before it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { World, openBrowser } from './harness.mjs';

let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await browser.page();
});
after(() => browser.close());

/** Runs a workflow in the page, in a world of its own, and gives what its steps have seen. */
async function go(workflow) {
  const world = new World();
  // Long enough that polling has something to wait for.
  await world.settings({ activationDelayMs: 300, rateLimit: 0 });
  await page.evaluate(() => {
    globalThis.caught = (promise) => promise.then(() => undefined, (error) => error);
    /** Asks again and again until it is done, as a page does; gives every answer. */
    globalThis.poll = async (ask, isDone) => {
      const answers = [await ask()];
      while (!isDone(answers.at(-1)) && answers.length < 100) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        answers.push(await ask());
      }
      return answers;
    };
  });
  return page.evaluate(workflow, world.token);
}

/** From nothing to a paused campaign. Runs in the page. */
async function fromBrowsingToTheReport(token) {
  const { caught, poll, web } = globalThis;
  const client = new web.Interchange({ token, baseUrl: '' });
  const seen = {};

  const company = { name: 'Blue Heron', brand: 'blue-heron.example', primaryCurrency: 'USD' };
  const unknown = await caught(client.advertisers.create(company));
  seen.unknown = { name: unknown.name, status: unknown.status, field: unknown.field, details: unknown.details };
  seen.proposed = web.enrichedBrand(unknown);
  seen.advertiser = await client.advertisers.create({ ...company, saveBrand: true });
  const advertiserId = seen.advertiser.id;

  const { items } = await client.storefronts.list({ name: 'fieldfare' });
  const storefront = await client.storefronts.get({ storefrontId: items[0].id });
  const at = { advertiserId, storefrontId: storefront.id, sourceId: storefront.sources[0].sourceId };
  const ambiguous = await caught(client.advertisers.listAvailableAccounts(at));
  seen.credentials = ambiguous.details.availableCredentialIds;
  const { accounts } = await client.advertisers.listAvailableAccounts({ ...at, credentialId: seen.credentials[1] });
  seen.account = accounts[0];
  await client.advertisers.update({ advertiserId, linkedAccounts: [web.linkOf(seen.account)] });
  seen.linked = (await client.advertisers.get({ advertiserId })).linkedAccounts;

  seen.nothing = await client.discovery.discover({ advertiserId, brief: 'Tea for Lighthouse Keepers' });
  const brief = 'Tea for the evening';
  const found = await client.discovery.discover({ advertiserId, channels: ['ctv', 'display'], countries: ['US'], brief });
  const { discoveryId } = found;
  seen.groups = found.productGroups.map(({ groupName }) => groupName);

  const select = (seller, index, choice) => {
    const group = found.productGroups.find(({ groupName }) => groupName.startsWith(seller));
    return web.selectionOf(group, group.products[index], choice);
  };
  const fixed = select('Nightjar', 0, { budget: 20_000 });
  const bidless = { ...select('Saltmarsh', 1, { bidPrice: 6.5, budget: 10_000 }), bidPrice: undefined };
  seen.bidless = (await caught(client.discovery.addProducts({ discoveryId, products: [fixed, bidless] }))).issues;
  const auction = { ...bidless, bidPrice: 6.5 };
  seen.selected = await client.discovery.addProducts({ discoveryId, products: [fixed, auction] });

  const flightDates = { startDate: '2025-11-01T00:00:00Z', endDate: '2099-12-31T23:59:59Z' };
  const plan = { advertiserId, name: 'Winter Tea', mode: 'discovery', discoveryId, brief, flightDates, budget: { total: 50_000, currency: 'USD' } };
  seen.draft = (await client.campaigns.create(plan)).campaign;
  const { campaignId } = seen.draft;

  seen.launch = await client.campaigns.execute({ campaignId });
  seen.failures = web.launchFailures(seen.launch);
  seen.between = (await client.campaigns.get({ campaignId })).campaign.mediaBuyRefs;
  seen.relaunch = await client.campaigns.execute({ campaignId });
  seen.idle = await client.campaigns.execute({ campaignId });
  const isRunning = ({ media_buys }) => media_buys.every(({ internal_status }) => internal_status === 'ACTIVE');
  seen.polls = await poll(() => client.campaigns.mediaBuyStatus({ campaignId }), isRunning);

  seen.summary = await client.reporting.metrics({ campaignId, view: 'summary', breakdown: 'campaign', days: 7 });
  seen.series = await client.reporting.metrics({ campaignId, view: 'timeseries', days: 7 });
  seen.paused = await client.campaigns.pause({ campaignId });
  seen.after = (await client.campaigns.get({ campaignId })).campaign;
  seen.log = (await client.activity.list({ campaignId, resourceTypes: ['CAMPAIGN'] })).logs;
  return seen;
}

test('from browsing to the report', async (context) => {
  const seen = await go(fromBrowsingToTheReport);

  await context.test('a brand that nobody registered is shown, and saved when the user agrees', () => {
    assert.deepEqual([seen.unknown.name, seen.unknown.status, seen.unknown.field], ['RefusedError', 400, 'brand']);
    assert.equal(seen.unknown.details.enrichedBrand.name, 'Blue Heron');
    assert.deepEqual(seen.proposed, seen.unknown.details.enrichedBrand);
    assert.deepEqual([seen.advertiser.brand, seen.advertiser.linkedBrand.name], ['blue-heron.example', 'Blue Heron']);
  });

  await context.test('an account is linked, through the credential that the user chose among several', () => {
    assert.deepEqual(seen.credentials, ['cred_fieldfare_1', 'cred_fieldfare_2']);
    assert.deepEqual(seen.linked.map(({ accountId, status }) => [accountId, status]), [[seen.account.accountId, 'active']]);
  });

  await context.test('a brief that finds nothing is an answer, not an error', () => {
    assert.deepEqual([seen.nothing.productGroups, seen.nothing.totalGroups, seen.nothing.hasMoreGroups], [[], 0, false]);
    assert.ok(seen.nothing.discoveryId);
  });

  await context.test('a price that is not fixed wants a bid, and the service names the product', () => {
    assert.ok(seen.groups.includes('Nightjar Media') && seen.groups.includes('Saltmarsh Exchange'), seen.groups.join());
    assert.deepEqual(seen.bidless.map(({ path }) => path), [['products', 1, 'bidPrice']]);
    assert.deepEqual(seen.selected.products.map(({ bidPrice }) => bidPrice), [undefined, 6.5]);
    assert.equal(seen.selected.budgetContext.allocatedBudget, 30_000);
  });

  await context.test('the draft has a media buy for each seller', () => {
    assert.deepEqual([seen.draft.status, seen.draft.productCount], ['DRAFT', 2]);
    assert.deepEqual(seen.draft.mediaBuyRefs.map(({ status }) => status), ['DRAFT', 'DRAFT']);
  });

  await context.test('a launch that fails in part is no success, says who failed, and goes on the next time', () => {
    assert.deepEqual([seen.launch.success, seen.launch.newStatus, seen.launch.mediaBuysExecuted], [false, 'ACTIVE', 1]);
    assert.deepEqual(seen.failures.map(({ salesAgentId }) => salesAgentId), ['agent_saltmarsh']);
    assert.match(seen.failures[0].message, /\w/);
    const left = seen.between.find(({ status }) => status === 'DRAFT');
    assert.equal(left.mediaBuyId, seen.failures[0].mediaBuyId);
    assert.deepEqual([seen.relaunch.success, seen.relaunch.mediaBuysExecuted], [true, 1]);
    assert.deepEqual([seen.idle.success, seen.idle.reason], [true, 'no_media_buys_to_execute']);
  });

  await context.test('the sellers take their time, and then both run', () => {
    const statuses = seen.polls.map(({ media_buys }) => media_buys.map(({ internal_status }) => internal_status).sort().join());
    assert.equal(statuses[0], 'PENDING_APPROVAL,PENDING_APPROVAL');
    assert.equal(statuses.at(-1), 'ACTIVE,ACTIVE');
    assert.equal(seen.polls.at(-1).operational_status, 'active');
  });

  await context.test('the report adds up, by media buy and by day', () => {
    const [{ mediaBuys }] = seen.summary.advertisers[0].campaigns;
    const impressions = mediaBuys.map(({ metrics }) => metrics.impressions);
    assert.equal(impressions.length, 2);
    assert.equal(impressions[0] + impressions[1], seen.summary.totals.impressions);
    assert.ok(seen.summary.totals.impressions > 0);
    assert.equal(new Set(seen.series.timeseries.map(({ date }) => date)).size, 7);
    assert.deepEqual(seen.series.totals, seen.summary.totals);
  });

  await context.test('a pause reaches every media buy, and the log tells of it', () => {
    assert.deepEqual([seen.paused.newStatus, seen.paused.successCount, seen.paused.failureCount], ['PAUSED', 2, 0]);
    assert.deepEqual(seen.after.mediaBuyRefs.map(({ status }) => status), ['PAUSED', 'PAUSED']);
    assert.deepEqual(seen.log.map(({ action }) => action), ['DEACTIVATE', 'EXECUTE', 'EXECUTE', 'CREATE']);
  });
});

test('an app for television reads back under the type of its store', async () => {
  const seen = await go(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const { id: advertiserId } = await client.advertisers.create({ name: 'Larkspur', brand: 'larkspur.example', primaryCurrency: 'USD' });
    const identifiers = [
      { type: 'apple_tv_bundle', value: 'com.netflix.Netflix' },
      { type: 'roku_store_id', value: '12' },
      { type: 'ios_bundle', value: 'com.unknown.App' },
    ];
    const domains = ['www.nytimes.com', 'nytimes.com'];
    const checked = await client.propertyLists.check({ domains });
    const made = await client.propertyLists.create({ advertiserId, name: 'News', purpose: 'include', domains, identifiers });
    const read = await client.propertyLists.get({ advertiserId, listId: made.listId });
    await client.propertyLists.delete({ advertiserId, listId: made.listId });
    const gone = await client.propertyLists.get({ advertiserId, listId: made.listId }).catch((error) => error);
    const left = await client.propertyLists.list({ advertiserId });
    return { checked, made, read, gone: { name: gone.name, status: gone.status }, left };
  });
  assert.deepEqual(seen.checked.modify.map(({ input, canonical }) => [input, canonical]), [['www.nytimes.com', 'nytimes.com']]);
  const kept = [
    { type: 'domain', value: 'nytimes.com' },
    { type: 'ios_bundle', value: 'com.netflix.Netflix' },
    { type: 'roku_store_id', value: '12' },
  ];
  assert.deepEqual(seen.made.identifiers, kept);
  assert.deepEqual(seen.read.identifiers, kept);
  // What nobody knows is told once, when the list is made.
  assert.deepEqual(seen.made.unresolvedIdentifiers, [{ type: 'ios_bundle', value: 'com.unknown.App' }]);
  assert.deepEqual(seen.read.unresolvedIdentifiers, []);
  assert.deepEqual(seen.gone, { name: 'RefusedError', status: 404 });
  assert.deepEqual(seen.left.propertyLists, []);
});

/** Sends an audience and waits for its task. Runs in the page. */
async function sendAudience(token) {
  const { poll, web } = globalThis;
  const client = new web.Interchange({ token, baseUrl: '' });
  const { id: accountId } = await client.advertisers.create({ name: 'Larkspur', brand: 'larkspur.example', primaryCurrency: 'USD' });
  const add = Array.from({ length: 10 }, (_, index) => ({ externalId: `user-${index}`, hashedEmail: 'a'.repeat(64) }));
  const isOver = ({ task }) => ['completed', 'failed'].includes(task.status);
  const send = async (audienceId) => {
    const begun = await client.audiences.sync({ accountId, audiences: [{ audienceId, add, consentBasis: 'consent' }] });
    const early = await client.audiences.get({ accountId, audienceId });
    const tasks = await poll(() => client.tasks.get({ taskId: begun.taskId }), isOver);
    return { begun, early, tasks: tasks.map(({ task }) => task), late: await client.audiences.get({ accountId, audienceId }) };
  };
  // The emulator cannot process what is called wrong.
  return { good: await send('crm'), bad: await send('wrong') };
}

test('an audience is followed by its task until it is ready, or has failed', async () => {
  const { good, bad } = await go(sendAudience);
  assert.equal(good.begun.success, true);
  assert.deepEqual([good.early.status, good.early.matchedCount], ['PROCESSING', null]);
  assert.deepEqual([...new Set(good.tasks.map(({ status }) => status))], ['submitted', 'working', 'completed']);
  // As long as it is not done, the answer says when to ask again.
  assert.ok(good.tasks.slice(0, -1).every(({ retryAfterSeconds }) => retryAfterSeconds === 1));
  assert.deepEqual([good.tasks.at(-1).retryAfterSeconds, good.tasks.at(-1).response.member_count], [null, 10]);
  assert.deepEqual([good.late.status, good.late.uploadedCount, good.late.matchedCount], ['READY', 10, 8]);

  const { status, error } = bad.tasks.at(-1);
  assert.deepEqual([status, error.recovery, bad.late.status], ['failed', 'correctable', 'ERROR']);
  assert.match(error.message, /\w/);
});
