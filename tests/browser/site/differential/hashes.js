// The hashes of members against `crypto.subtle`.

import { Random } from '../random.js';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+_-', 'ü', 'É', 'Σ', 'İ', 'ß', 'Ж', '名', '😀'];
const PLAIN = LETTERS.slice(0, 66);
const SEPARATORS = ['', '', '', ' ', '-', '.', '/'];

/** One address in five has letters that are not ASCII. The lengths cross the ends of the blocks of SHA-256. */
function email(random) {
  const letters = random.below(5) === 0 ? LETTERS : PLAIN;
  const local = random.word(letters, random.below(6) === 0 ? 30 + random.below(90) : 1 + random.below(20));
  return random.of(['', '', ' ', '\t', '\u00a0']) + `${local}@${random.word(PLAIN.slice(0, 26), 1 + random.below(12))}.${random.of(['com', 'DE', 'org'])}`;
}

function phone(random) {
  // Of Italian numbers, any length and any zero are right.
  let written = '+39';
  for (let more = 5 + random.below(8); more > 0; more -= 1) written += random.of(SEPARATORS) + random.below(10);
  return written;
}

async function hash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function differencesOfHashes(seed, count) {
  const random = new Random(seed);
  const rows = Array.from({ length: count }, (_, index) => ({ externalId: `m${index}`, email: email(random), phone: phone(random) }));
  const report = await web.hashMembers(rows);
  const members = report.batches().flatMap((batch) => batch.toJSON());
  const differences = [];
  if (members.length !== rows.length) differences.push(`${members.length} members; ${JSON.stringify(report.refused({ limit: 5 }))}`);
  if (report.summary.incomplete) differences.push(`incomplete: ${JSON.stringify(report.incomplete({ limit: 5 }))}`);
  const given = new Map(rows.map((row) => [row.externalId, row]));
  for (let at = 0; at < members.length; at += 1000) {
    const judged = await Promise.all(members.slice(at, at + 1000).map((member) => judge(member, given.get(member.externalId))));
    differences.push(...judged.flat());
  }
  return { total: members.length * 2, differences: differences.slice(0, 20) };
}

async function judge({ hashedEmail, hashedPhone }, { externalId, email, phone }) {
  const expected = await Promise.all([hash(email.trim().toLowerCase()), hash(phone.replace(/[^+\d]/g, ''))]);
  const found = [hashedEmail, hashedPhone];
  const texts = [email, phone];
  return texts.filter((_, at) => expected[at] !== found[at]).map((text) => `${externalId}: ${JSON.stringify(text)}`);
}
