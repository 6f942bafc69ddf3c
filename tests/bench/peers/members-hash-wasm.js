// hash-wasm with one hasher for all, as its documents advise.

import { createSHA256 } from 'hash-wasm';

import { BATCH, people, plain } from './person.js';

export { read } from './person.js';

const hasher = createSHA256();

export async function run(input) {
  const list = Array.isArray(input) ? input : people(input);
  const sha256 = await hasher;
  const hash = (text) => text && sha256.init().update(text).digest('hex');
  const [hashed, refused, bodies] = [[], [], []];
  for (const [index, person] of list.entries()) {
    const { email, phone } = plain(person);
    if (!email && !phone) refused.push(index);
    else hashed.push({ externalId: person.externalId, hashedEmail: hash(email), hashedPhone: hash(phone) });
  }
  for (let at = 0; at < hashed.length; at += BATCH) bodies.push(JSON.stringify(hashed.slice(at, at + BATCH)));
  return { bodies, refused };
}
