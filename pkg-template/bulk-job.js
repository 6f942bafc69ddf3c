// What the entries of the bulk jobs share: the options that each of them takes, and where a job is done.

import { sizeOf, unreadable } from './chunks.js';
import { invalid } from './errors.js';
import { elsewhere } from './in-worker.js';
import { inSlices } from './slices.js';
import { checkSignal } from './watch.js';

/** Throws when an option that every job takes is wrong. */
export function checkJobOptions({ signal, onProgress, worker }) {
  checkSignal(signal);
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalid(['onProgress'], 'wrong_type', 'onProgress must be a function.');
  }
  if (worker !== undefined && typeof worker !== 'boolean' && typeof worker?.postMessage !== 'function') {
    throw invalid(['worker'], 'wrong_type', 'worker must be true, false or a Worker.');
  }
}

/**
 * Does a job, told by its name, what loads its WebAssembly and how it steps through an input: in a worker where the caller wants
 * that, in slices here otherwise. A list stays here: copying its objects to a worker costs more than reading them. So does a
 * stream, which not every browser hands over.
 */
export async function work(name, { load, steps }, input, nature, { worker, ...options }) {
  const size = sizeOf(input, nature);
  const goes = worker && (nature === 'text' || nature === 'bytes' || nature === 'file');
  const away = goes && (await elsewhere(worker, input, nature, options, name));
  if (away) return away;
  // Bytes can be handed to somebody else meanwhile, and lists be cut: what is left is not what was meant.
  const isWhole = () => sizeOf(input, nature) === size;
  try {
    const made = await inSlices(steps(await load(), input, nature, options, size), options, size);
    if (isWhole()) return made;
  } catch (error) {
    if (isWhole()) throw error;
  }
  throw unreadable();
}
