// What the client costs beside a bare `fetch`, and how near it comes to the service's limit; against an emulator.

import { Interchange } from 'interchange-web';

import { measureJobs } from './measure.js';

const PATH = '/api/v2/storefront/inventory-sources';

/** One call after the other, by the client and by `fetch` in turn. */
export async function latency(baseUrl) {
  const token = await world(baseUrl, { rateLimit: 0 });
  const client = new Interchange({ baseUrl, token, requestsPerMinute: 0 });
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const contenders = {
    'interchange-web': () => client.inventorySources.list(),
    '`fetch`': async () => (await fetch(baseUrl + PATH, { headers, credentials: 'omit' })).json(),
  };
  return measureJobs(contenders, () => undefined, { rounds: 101, warmUp: 10 });
}

/**
 * So many calls at once under a limit: the milliseconds that they take, how many were refused, and the milliseconds that nobody
 * could stay below: every window but the last has to pass.
 */
export async function underLimit(baseUrl, { calls, rateLimit, rateWindowMs }) {
  const token = await world(baseUrl, { rateLimit, rateWindowMs });
  let refused = 0;
  const onResponse = ({ status }) => (refused += Number(status === 429));
  const client = new Interchange({ baseUrl, token, onResponse });
  const started = performance.now();
  await Promise.all(Array.from({ length: calls }, () => client.inventorySources.list()));
  const took = performance.now() - started;
  return { took, refused, ideal: (Math.ceil(calls / rateLimit) - 1) * rateWindowMs };
}

/** The token of a world of the emulator that nobody else is in. */
async function world(baseUrl, settings) {
  const token = `scope3_bench_${crypto.randomUUID()}`;
  const headers = { 'Content-Type': 'application/json' };
  await fetch(`${baseUrl}/emulator/settings`, { method: 'POST', headers, body: JSON.stringify({ token, ...settings }) });
  return token;
}
