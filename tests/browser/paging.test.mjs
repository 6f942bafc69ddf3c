// Lists, page by page, in each of the ways in which the API pages.

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

/** Iterates a list in the page; gives what a name of each item says, and how many requests it took. */
function iterate(world, method, input, name) {
  return page.evaluate(async ({ token, method, input, name }) => {
    let requests = 0;
    const client = new globalThis.web.Interchange({ token, baseUrl: '', onRequest: () => (requests += 1) });
    const [resource, list] = method.split('.');
    const names = [];
    for await (const item of client[resource][list](input)) names.push(item[name]);
    return { names, requests };
  }, { token: world.token, method, input, name });
}

/** A world with so many advertisers. */
async function worldWith(advertisers) {
  const world = new World();
  await page.evaluate(async ({ token, advertisers }) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    for (let index = 0; index < advertisers; index += 1) {
      await client.advertisers.create({ name: `Brand ${index}`, brand: 'nike.com', primaryCurrency: 'USD' });
    }
  }, { token: world.token, advertisers });
  return world;
}

test('offset and nextOffset', async () => {
  const world = await worldWith(7);
  const { names, requests } = await iterate(world, 'advertisers.list', { limit: 3 }, 'name');
  assert.deepEqual([new Set(names).size, names.length, requests], [7, 7, 3]);
});

test('cursor and nextCursor', async () => {
  const world = new World();
  const { sourceId } = await world.plant('ad-server-source', { adServer: 'google_ad_manager', syncRuns: 23 });
  const { names, requests } = await iterate(world, 'inventorySources.listSyncHistory', { sourceId, limit: 10 }, 'syncId');
  assert.deepEqual([new Set(names).size, names.length, requests], [23, 23, 3]);
});

test('take, skip and the pagination of the envelope', async () => {
  const world = new World();
  const { names, requests } = await page.evaluate(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const { id: advertiserId } = await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    for (let index = 0; index < 5; index += 1) {
      await client.propertyLists.create({ advertiserId, name: `List ${index}`, purpose: 'include', domains: ['nytimes.com'] });
    }
    const names = [];
    let requests = 0;
    const counting = new globalThis.web.Interchange({ token, baseUrl: '', onRequest: () => (requests += 1) });
    for await (const { name } of counting.propertyLists.list({ advertiserId, take: 2 })) names.push(name);
    return { names, requests };
  }, world.token);
  assert.deepEqual([new Set(names).size, names.length, requests], [5, 5, 3]);
});

test('groups, each with pages of products', async () => {
  const world = new World();
  const { all, seen, requests } = await page.evaluate(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const { id: advertiserId } = await client.advertisers.create({ name: 'Brand', brand: 'nike.com', primaryCurrency: 'USD' });
    const discover = { advertiserId, channels: ['ctv', 'display'], countries: ['US'], brief: 'Tea', productsPerGroup: 15 };
    const { discoveryId, productGroups } = await client.discovery.discover(discover);
    const all = productGroups.flatMap(({ products }) => products.map(({ productId }) => productId));
    const seen = [];
    let requests = 0;
    const counting = new globalThis.web.Interchange({ token, baseUrl: '', onRequest: () => (requests += 1) });
    for await (const { products } of counting.discovery.browse({ discoveryId, groupLimit: 2, productsPerGroup: 1 })) {
      seen.push(...products.map(({ productId }) => productId));
    }
    return { all, seen, requests };
  }, world.token);
  assert.ok(all.length > 4, 'there is something to page through');
  assert.deepEqual([...seen].sort(), [...all].sort());
  assert.ok(requests > 2);
});

test('an answer that is the whole list', async () => {
  const world = new World();
  await page.evaluate(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const agent = { type: 'SALES', endpointUrl: 'https://agent.example.com', protocol: 'MCP', authenticationType: 'NO_AUTH' };
    for (const name of ['One', 'Two']) await client.inventorySources.create({ name, ...agent });
  }, world.token);
  const { names, requests } = await iterate(world, 'inventorySources.list', {}, 'name');
  assert.deepEqual([names, requests], [['One', 'Two'], 1]);
});

test('awaited, it is the first page; a page says where to go on', async () => {
  const world = await worldWith(5);
  const seen = await page.evaluate(async (token) => {
    let requests = 0;
    const client = new globalThis.web.Interchange({ token, baseUrl: '', onRequest: () => (requests += 1) });
    const first = await client.advertisers.list({ limit: 2 });
    const afterFirst = requests;
    const pages = client.advertisers.list({ limit: 2 }).pages();
    const { value: page } = await pages.next();
    await pages.return();
    const rest = [];
    for await (const item of client.call('list_advertisers', page.next)) rest.push(item);
    const documented = await client.call({ operation: 'list_advertisers', params: { limit: 2 } });
    return { first: first.items.length, afterFirst, next: page.next, rest: rest.length, requests, total: page.answer.total, documented };
  }, world.token);
  assert.deepEqual([seen.first, seen.afterFirst, seen.next, seen.total], [2, 1, { limit: 2, offset: 2 }, 5]);
  assert.deepEqual([seen.rest, seen.requests], [3, 5]);
  assert.equal(seen.documented.items.length, 2);
});

test('no page is asked for that nobody reads', async () => {
  const world = await worldWith(5);
  const requests = await page.evaluate(async (token) => {
    let requests = 0;
    const client = new globalThis.web.Interchange({ token, baseUrl: '', onRequest: () => (requests += 1) });
    for await (const advertiser of client.advertisers.list({ limit: 2 })) {
      if (advertiser) break;
    }
    return requests;
  }, world.token);
  assert.equal(requests, 1);
});

/** A service that never ends: what it answers is written in the page. */
function endless(answer) {
  return page.evaluate(async (answer) => {
    let requests = 0;
    const fetch = async () => {
      requests += 1;
      return new Response(answer.replaceAll('#', requests % 3));
    };
    const client = new globalThis.web.Interchange({ fetch, requestsPerMinute: 0, baseUrl: '/x' });
    const drain = async () => {
      for await (const item of client.campaigns.list({ advertiserId: '1' })) globalThis.last = item;
    };
    return { ...(await globalThis.outcome(drain())), requests };
  }, answer);
}

test('a service that leads in a circle comes to an end', async () => {
  const { error, requests } = await endless('{"data":{"campaigns":[{}],"nextCursor":"c#","hasMore":true}}');
  assert.equal(error.name, 'MalformedError');
  assert.match(error.message, /^listCampaigns was answered with 200 and a list that does not end/);
  assert.ok(requests < 6, `${requests} requests`);
});

test('a page that holds no list is no page', async () => {
  const { error } = await endless('{"data":{"nextCursor":"c#","hasMore":true}}');
  assert.deepEqual([error.name, error.operation], ['MalformedError', 'listCampaigns']);
});

test('an error on a later page reaches the one who iterates, and nobody else', async () => {
  const world = await worldWith(5);
  await world.fault({ kind: 'status', status: 403, code: 'FORBIDDEN', message: 'No.' }, { match: { method: 'GET' }, times: 1 });
  const { error } = await page.evaluate(async (token) => {
    const client = new globalThis.web.Interchange({ token, baseUrl: '' });
    const drain = async () => {
      for await (const item of client.advertisers.list({ limit: 2 })) globalThis.last = item;
    };
    return globalThis.outcome(drain());
  }, world.token);
  assert.deepEqual([error.name, error.status], ['RefusedError', 403]);
  assert.deepEqual(page.log.filter((line) => line.startsWith('uncaught')), []);
});
