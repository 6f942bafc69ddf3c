// What the rows of operations have in common.

import assert from 'node:assert/strict';

/** What has been learnt from earlier answers and later inputs need. */
export const known = {};

/** A check that a field of the answer has a value. */
export function is(name, value) {
  return (answer) => assert.deepEqual(answer[name], value);
}

/** A check that there is something to learn from the answer, and learns it. */
export function learn(name, look) {
  return (answer) => {
    known[name] = look(answer);
    assert.ok(known[name], name);
  };
}

/** All of several checks. */
export function all(...checks) {
  return (answer) => checks.forEach((check) => check(answer));
}

/** A check that nothing comes back. */
export function nothing(answer) {
  assert.equal(answer, undefined);
}
