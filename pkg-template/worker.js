// A worker that does bulk jobs: `new Worker(new URL('interchange-web/worker', import.meta.url), { type: 'module' })`, or
// whatever a bundler makes of it. It loads the WebAssembly of the bulk jobs by itself, and nothing else.

import { sizeOf } from './chunks.js';
import * as members from './hash-members.js';
import * as identifiers from './identify.js';
import { inSlices } from './slices.js';

/** The jobs that there are: what loads the WebAssembly of each, how it steps through its input, and what it hands over. */
const JOBS = { identifiers, members };

/** What stops the jobs that run. */
const running = new Map();

globalThis.addEventListener?.('message', ({ data }) => {
  if (data?.interchangeWeb === 'abort') running.get(data.job)?.abort();
  const what = JOBS[data?.interchangeWeb];
  if (what) run(what, data);
});

async function run({ load, steps, buffersOf }, { job, data, nature, options, progress }) {
  const controller = new AbortController();
  running.set(job, controller);
  const { signal } = controller;
  const onProgress = progress ? (progress) => postMessage({ job, progress }) : undefined;
  try {
    const size = sizeOf(data, nature);
    const module = await load(() => undefined);
    const made = await inSlices(steps(module, data, nature, { ...options, signal, isAway: true }, size), { signal, onProgress }, size);
    postMessage({ job, made }, buffersOf(made));
  } catch ({ name, message, issues, total }) {
    postMessage({ job, failure: { name, message, issues, total } });
  } finally {
    running.delete(job);
  }
}
