// What the client costs beside a bare `fetch`, and how near it comes to the service's limit. Needs an emulator.

import { Interchange } from 'interchange-web';

const PATH = '/api/v2/storefront/inventory-sources';

/**
 * One call after the other, by the client and by `fetch` in turn: the median milliseconds of each, and the median of the ratios of
 * neighbours.
 */
export async function latency({ baseUrl, token, path = PATH, rounds = 200 }) {
  const client = new Interchange({ baseUrl, token, requestsPerMinute: 0 });
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const bare = async () => (await fetch(baseUrl + path, { headers, credentials: 'omit' })).json();
  const times = { ours: [], bare: [] };
  for (let round = -10; round < rounds; round += 1) {
    const ours = await timed(() => client.inventorySources.list());
    const theirs = await timed(bare);
    if (round < 0) continue;
    times.ours.push(ours);
    times.bare.push(theirs);
  }
  const ratios = times.ours.map((time, round) => time / times.bare[round]);
  return { ours: median(times.ours), bare: median(times.bare), ratio: median(ratios) };
}

/**
 * So many calls at once under a limit: the milliseconds that they take, how many were refused, and the milliseconds that nobody
 * could stay below: every window but the last has to pass.
 */
export async function underLimit({ baseUrl, token, calls, limit, windowMs }) {
  let refused = 0;
  const onResponse = ({ status }) => (refused += Number(status === 429));
  const client = new Interchange({ baseUrl, token, onResponse });
  const took = await timed(() => Promise.all(Array.from({ length: calls }, () => client.inventorySources.list())));
  return { took, refused, ideal: (Math.ceil(calls / limit) - 1) * windowMs };
}

async function timed(act) {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
