// Customers as a shop knows them: everybody has an id, nine in ten an address, two in three a number; of one in five hundred
// nothing is known that could be hashed.

import { Random } from '../../browser/site/random.js';

const FIRST = ['anna', 'ben', 'carla', 'david', 'emma', 'felix', 'gina', 'hugo', 'ines', 'jonas', 'lea', 'max', 'nora', 'paul'];
const LAST = ['smith', 'mueller', 'garcia', 'rossi', 'dubois', 'jansen', 'novak', 'silva', 'kowalski', 'tanaka', 'lopez'];
const HOSTS = ['gmail.com', 'example.com', 'outlook.com', 'mail.example.org', 'web.example.de', 'icloud.com'];
const CODES = ['1206', '4915', '4479', '336', '3934', '8190'];

export function members(count, seed = 2) {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => member(random, index));
}

function member(random, index) {
  const person = { externalId: `crm-${1_000_000 + index * 7}` };
  if (random.below(500) === 0) return { ...person, email: 'n/a' };
  const [hasEmail, hasPhone] = [random.below(100) < 90, random.below(100) < 67];
  if (hasEmail) person.email = email(random, index);
  if (hasPhone || !hasEmail) person.phone = phone(random);
  return person;
}

/** One in ten has capital letters, one in fifty stands between blanks. */
function email(random, index) {
  const local = `${random.of(FIRST)}.${random.of(LAST)}${index}`;
  const address = `${random.below(10) === 0 ? local.toUpperCase() : local}@${random.of(HOSTS)}`;
  return random.below(50) === 0 ? ` ${address} ` : address;
}

/** International; three in ten are written with separators. */
function phone(random) {
  const [code, digits] = [random.of(CODES), random.word('0123456789', 7)];
  if (random.below(10) < 7) return `+${code}${digits}`;
  return `+${code.slice(0, 2)} (${code.slice(2)}) ${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/** The same as a table. */
export function tsv(people) {
  const rows = people.map(({ externalId, email = '', phone = '' }) => `${externalId}\t${email}\t${phone}\n`);
  return `external_id\temail\tphone\n${rows.join('')}`;
}
