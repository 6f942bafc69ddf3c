// The longest task that a job puts into the page's main thread, as the browser itself records tasks.

import { median } from './measure.js';

/** What the scheduler of the renderer calls a task. */
const TASK = 'RunTask';
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/**
 * Milliseconds of processor time of the longest task; on a machine that does other things, the time on the wall is mostly theirs.
 * It is the median of some runs in pages that have done the job before, or in fresh ones.
 */
export async function longestTask(browser, job, warm) {
  const found = [];
  const runs = warm ? 1 : 5;
  for (let run = 0; run < runs; run += 1) {
    await browser.inPage(async (page, chromium) => {
      const go = () => page.evaluate((name) => bench.marked(name), job);
      if (warm) for (let before = 0; before < 4; before += 1) await go();
      for (let again = 0; again < (warm ? 7 : 1); again += 1) found.push(longest(await traced(chromium, page, go)));
    });
  }
  return median(found);
}

async function traced(chromium, page, go) {
  await chromium.startTracing(page, { categories: CATEGORIES });
  await go();
  return JSON.parse((await chromium.stopTracing()).toString()).traceEvents;
}

/** The longest task of the thread on which the marks were set, between them. */
function longest(events) {
  const marked = (name) => events.find((event) => event.name === name && event.cat.includes('user_timing'));
  const [from, to] = [marked('job-begins'), marked('job-ends')];
  const within = events.filter(({ name, ph, pid, tid, ts, dur }) => (
    name === TASK && ph === 'X' && pid === from.pid && tid === from.tid && ts + dur > from.ts && ts < to.ts
  ));
  return Math.max(...within.map(({ dur, tdur }) => tdur ?? dur)) / 1000;
}
