// Runs the measurements in headless Chromium and prints them as a table. Takes the folder of the bundle, and the names of jobs
// where not all are wanted.

import { CALL, COLD, JOBS, TASK, UNDER_LIMIT } from './jobs.js';
import { Times } from './measure.js';
import { openBrowser, serve } from './serve.mjs';
import { print, row } from './table.mjs';
import { longestTask } from './tasks.mjs';

const OURS = 'interchange-web';
const COLD_ROUNDS = 7;
const started = Date.now();
const [folder, ...wanted] = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
const rows = [];
const notes = [];

const server = await serve(folder);
const browser = await openBrowser(server.url);
try {
  const jobs = Object.keys(JOBS).filter(isWanted);
  for (const name of jobs) await measured(JOBS[name].name, () => warm(name));
  if (isWanted('cold')) await measured('the first call in a fresh page', cold);
  if (isWanted('form')) await measured('forms', forms);
  if (isWanted('calls')) await measured('calls', calls);
  if (isWanted('tasks')) for (const name of Object.keys(JOBS)) await measured(`tasks of ${JOBS[name].name}`, () => tasks(name));
  print(rows, browser.version, notes);
} finally {
  await browser.close();
  server.close();
}

/** Measures something, says so, and goes on where it cannot be measured. */
async function measured(what, measure) {
  try {
    rows.push(...(await measure()));
  } catch (error) {
    notes.push(`${what}: not measured. ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
  console.error(`  ${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}

async function warm(name) {
  const { name: job, peers } = JOBS[name];
  const result = await browser.inPage((page) => page.evaluate((name) => bench.warm(name), name));
  notes.push(...result.differences.map((difference) => `${job}: other results. ${difference}`));
  return compared(job, result, peers);
}

function compared(job, { micros, ratios }, peers) {
  return peers.map(({ name, bar }) => (
    row({ job, ours: micros[OURS] / 1000, name, peer: micros[name] / 1000, ratio: ratios[name], bar })
  ));
}

async function cold() {
  const { job, peer } = COLD;
  const times = new Times([OURS, peer.name]);
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (const name of [OURS, peer.name]) {
      const first = ([job, name]) => bench.cold(job, name);
      times.add(name, await browser.inPage((page) => page.evaluate(first, [job, name])));
    }
  }
  return compared(`${JOBS[job].name}, first call in a fresh page`, times.result(), [peer]);
}

async function forms() {
  const results = await browser.inPage((page) => page.evaluate(() => bench.forms()));
  return results.flatMap(({ job, ...result }) => {
    return compared(job, result, Object.keys(result.ratios).map((name) => ({ name, bar: 1 })));
  });
}

/** Calls to the emulator. A bare `fetch` and the limit itself are what nobody can beat, so the bars are below 1. */
async function calls() {
  const url = process.env.EMULATOR_URL;
  const here = (name, ...args) => browser.inPage((page) => page.evaluate(([name, ...args]) => bench.calls(name, ...args), [name, url, ...args]));
  const single = await here('latency');
  const { took, ideal, refused } = await here('underLimit', UNDER_LIMIT);
  if (refused > 0) notes.push(`${refused} calls were refused under the limit.`);
  const { calls, rateLimit, rateWindowMs } = UNDER_LIMIT;
  const job = `${calls} calls under a limit of ${rateLimit} in ${rateWindowMs / 1000} s`;
  return [
    ...compared('one call', single, [{ name: '`fetch`', bar: CALL }]),
    row({ job, ours: took, name: 'nobody could be faster', peer: ideal, ratio: ideal / took, bar: CALL }),
  ];
}

async function tasks(name) {
  const rows = [];
  for (const state of ['warm', 'cold']) {
    const ours = await longestTask(browser, name, state === 'warm');
    rows.push(row({ job: `longest task of ${JOBS[name].name}, ${state}`, ours, bar: TASK[state] }));
  }
  return rows;
}
