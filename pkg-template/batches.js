// Lists that are longer than one request may hold: cut at the documented limits, sent one after the other.

import { tell } from './call.js';
import { CHECKED } from './checked.js';
import { find } from './core.js';
import { InterchangeError, InvalidInputError, invalid } from './errors.js';
import { checkOptions } from './prepare.js';
import { validateInSlices } from './validate.js';

/** No more mistakes are kept than an error of a single call keeps. */
const MAX_ISSUES = 100;

/**
 * Sends an input whose list is too long for one request. All of it is checked before anything is sent. Resolves when all of
 * it has been accepted; when a request fails, the error's `progress` says what became of the items, and `from` of a second
 * call goes on where the first one stopped.
 */
export async function sendAll(client, operation, input, { from = 0, onProgress, signal, lenient, ...options }) {
  const row = find(operation);
  checkOptions(1, { ...options, signal });
  const cut = cutter(row, input);
  checkStart(from, cut.total);
  if (!lenient) await check(row, cut, signal);
  const progress = { total: cut.total, accepted: from, unknown: 0, refused: [], answers: [] };
  while (progress.accepted < progress.total) {
    const { accepted } = progress;
    const part = cut.from(accepted);
    const count = part.length;
    try {
      const answer = await client.call(row.id, cut.put(part), { ...options, signal });
      progress.answers.push({ from: accepted, count, answer });
      progress.refused.push(...refused(answer, part, accepted));
    } catch (error) {
      if (error instanceof InterchangeError) error.progress = { ...progress, unknown: mayHaveActed(error) ? count : 0 };
      throw error;
    }
    progress.accepted += count;
    tell(onProgress, { done: progress.accepted, total: progress.total });
  }
  return progress;
}

/** Throws where there is nothing to begin with: what is left out silently would seem to have been accepted. */
function checkStart(from, total) {
  if (Number.isInteger(from) && from >= 0 && from <= total) return;
  throw invalid(['from'], 'wrong_type', `from must be a whole number from 0 to ${total}.`);
}

/** Whether the service may have taken the items although the call failed. */
function mayHaveActed(error) {
  if (error.attempts === 0 || error.name === 'InvalidInputError') return false;
  return error.name !== 'RefusedError' || error.status >= 500 || error.status === 408;
}

/** The items of a part that the service did not take, by their places in the whole: it names them by id or by place. */
function refused({ partial_failures: byId, measurements: byPlace } = {}, part, from) {
  const places = new Map(byId?.length && Array.isArray(part) ? part.map((item, index) => [item.event_id, index]) : []);
  const named = (byId ?? []).map(({ event_id: id, code, message }) => ({ index: from + (places.get(id) ?? NaN), id, code, message }));
  const placed = (byPlace ?? []).filter(({ error }) => error).map(({ index, error }) => ({ index: from + index, message: error }));
  return [...named, ...placed];
}

/** Where the list is, how it is cut, and how a part takes its place. */
function cutter(row, input) {
  if (!row.list) throw invalid(['operation'], 'not_in_list', `${row.id} takes no list that is sent in parts.`);
  const [, outer, field] = /^(?:(\w+)\[\]\.)?(\w+)$/.exec(row.list);
  const holder = outer ? only(input, outer, field) : input;
  const list = holder?.[field];
  const cut = Array.isArray(list) ? ofArray(list, row.most) : ofBatches(batchesOf(list));
  const path = outer ? [outer, 0, field] : [field];
  if (!cut) throw invalid(path, 'wrong_type', `${field} must be an array to be cut; parse the text of one first.`);
  const put = (part) => (outer ? { ...input, [outer]: [{ ...holder, [field]: part }] } : { ...input, [field]: part });
  return { ...cut, path, put };
}

function ofArray(items, most) {
  return { total: items.length, from: (start) => items.slice(start, start + most) };
}

/** What `hashMembers` has made, as a list of its batches; undefined for anything else. */
function batchesOf(list) {
  if (typeof list?.batches === 'function') return list.batches();
  return list?.[CHECKED] && [list];
}

/** A bulk job has cut its list already. */
function ofBatches(batches) {
  if (!batches) return undefined;
  const starts = new Map();
  let total = 0;
  for (const batch of batches) {
    starts.set(total, batch);
    total += batch.length;
  }
  const from = (start) => {
    const batch = starts.get(start) ?? (total === 0 ? [] : undefined);
    if (!batch) throw invalid(['from'], 'not_in_list', 'from must be where one of the batches begins.');
    return batch;
  };
  return { total, from };
}

/** The one object whose list is cut: what stands beside it is sent with every part. */
function only(input, outer, field) {
  const [holder, ...others] = Array.isArray(input?.[outer]) ? input[outer] : [];
  if (others.length > 0) throw invalid([outer], 'too_long', `${outer} must have one item: its ${field} is sent in parts.`);
  if (field === 'add' && holder?.remove?.length > 0) {
    throw invalid([outer, 0, 'remove'], 'conflict', 'remove must be left out: it would be sent with every part of add.');
  }
  return holder;
}

/** Checks every part before the first one is sent. */
async function check(row, { total: length, path, from, put }, signal) {
  const issues = [];
  let [start, total] = [0, 0];
  do {
    const [first, part] = [start, from(start)];
    const report = await validateInSlices(row, put(part), signal);
    const isNew = ({ path: where }) => first === 0 || path.every((step, index) => where[index] === step);
    const found = report.issues.filter(isNew).map((issue) => moved(issue, path.length, first));
    total += report.total - (report.issues.length - found.length);
    issues.push(...found.slice(0, MAX_ISSUES - issues.length));
    start += part.length;
  } while (start < length);
  if (total === 0) return;
  const [{ message }] = issues;
  throw new InvalidInputError(`${row.id} was not sent. ${message}`, { operation: row.id, method: row.method, issues, total });
}

/** An issue of a part as one of the whole. */
function moved(issue, depth, start) {
  const index = issue.path[depth];
  if (typeof index !== 'number' || start === 0) return issue;
  const path = [...issue.path];
  path[depth] += start;
  return { ...issue, path, message: issue.message.replace(written(issue.path, depth), written(path, depth)) };
}

/** The beginning of a path as sentences write it: `audiences[0].add[3]`. */
function written(path, depth) {
  const steps = path.slice(0, depth + 1).map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').slice(1);
}
