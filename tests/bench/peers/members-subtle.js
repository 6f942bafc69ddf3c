// `crypto.subtle`, a thousand members at a time.

import { BATCH, people, plain } from './person.js';

export { read } from './person.js';

const TOGETHER = 1000;
const encoder = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export async function run(input) {
  const list = Array.isArray(input) ? input : people(input);
  const [hashed, refused, bodies] = [[], [], []];
  for (let at = 0; at < list.length; at += TOGETHER) {
    const members = await Promise.all(list.slice(at, at + TOGETHER).map(member));
    for (const [index, made] of members.entries()) {
      if (made) hashed.push(made);
      else refused.push(at + index);
    }
  }
  for (let at = 0; at < hashed.length; at += BATCH) bodies.push(JSON.stringify(hashed.slice(at, at + BATCH)));
  return { bodies, refused };
}

async function member(person) {
  const { email, phone } = plain(person);
  if (!email && !phone) return undefined;
  const [hashedEmail, hashedPhone] = await Promise.all([email && hash(email), phone && hash(phone)]);
  return { externalId: person.externalId, hashedEmail, hashedPhone };
}

async function hash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  let hex = '';
  for (let at = 0; at < bytes.length; at += 1) hex += HEX[bytes[at]];
  return hex;
}
