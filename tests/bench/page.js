// What happens in the page; `run.mjs` calls it.

import { JOBS } from './jobs.js';
import { measureJobs } from './measure.js';

const OURS = 'interchange-web';
const corpora = new Map();

/** The bytes of a corpus, fetched once. */
async function corpus(name) {
  if (!corpora.has(name)) corpora.set(name, new Uint8Array(await (await fetch(name)).arrayBuffer()));
  return corpora.get(name);
}

async function initialised() {
  const { init } = await import('interchange-web');
  // Mistakes are told to the console, and a console that writes them down would be measured with them.
  console.warn = () => {};
  await init();
}

/** Who does a job: modules with `run` and `read`, by name. `only` names one of them, so that nothing else is loaded. */
async function contenders({ ours, peers }, only) {
  const all = [[OURS, ours], ...peers.map(({ name, load }) => [name, load])];
  const chosen = all.filter(([name]) => only === undefined || name === only);
  if (chosen.some(([name]) => name === OURS)) await initialised();
  return Promise.all(chosen.map(async ([name, load]) => [name, await load()]));
}

/** Measures a job, after comparing what comes out of it. */
async function warm(name, rounds) {
  const job = JOBS[name];
  const bytes = await corpus(job.corpus);
  const input = () => job.input(bytes);
  const all = await contenders(job);
  const differences = await compare(all, input);
  const runs = Object.fromEntries(all.map(([name, { run, free = () => {} }]) => [name, async (given) => free(await run(given))]));
  return { ...(await measureJobs(runs, input, rounds)), differences };
}

/** Where the product of a peer differs from ours: one sentence each. */
async function compare(all, input) {
  const differences = [];
  let expected;
  for (const [name, { run, read }] of all) {
    const { list, refused } = await read(await run(input()));
    const found = { list: list.map((item) => JSON.stringify(sorted(item))), refused: refused.map(String) };
    expected ??= found;
    for (const what of ['list', 'refused']) {
      const [ours, theirs] = [expected[what], found[what]];
      const at = ours.findIndex((item, index) => item !== theirs[index]);
      if (at >= 0 || ours.length !== theirs.length) {
        const place = at < 0 ? ours.length : at;
        differences.push(`${name}: ${what} of ${theirs.length}, ours of ${ours.length}; item ${place} is ${theirs[place]}, ours ${ours[place]}`);
      }
    }
  }
  return differences;
}

/** The same object with its members in one order. */
function sorted(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** Milliseconds of the first run in this page. */
async function cold(name, contender) {
  const run = await ready(name, contender);
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** A function that does a job once; what it needs is loaded, and nothing has been run. */
async function ready(name, contender = OURS) {
  const job = JOBS[name];
  const given = job.input(await corpus(job.corpus));
  const [[, { run }]] = await contenders(job, contender);
  return () => run(given);
}

/** Does a job of ours between two marks, for whoever records the tasks of this page. */
async function marked(name) {
  const run = await ready(name);
  await new Promise((resolve) => setTimeout(resolve, 100));
  performance.mark('job-begins');
  await run();
  performance.mark('job-ends');
}

async function forms() {
  await initialised();
  const [{ forms }, { measure }] = await Promise.all([import('./form.js'), import('./measure.js')]);
  return forms(measure);
}

/** One of the measurements of calls. */
async function calls(name, ...args) {
  await initialised();
  const measurements = await import('./transport.js');
  return measurements[name](...args);
}

globalThis.bench = { warm, cold, marked, forms, calls };
