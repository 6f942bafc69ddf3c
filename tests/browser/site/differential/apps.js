// The grammars of apps against regular expressions.

import { Random } from '../random.js';

const ALPHABET = ['a', 'b', 'Z', 'G', 'B', '0', '1', '9', '.', '.', '-', '_', 'é', '٣', '/', '*', ' ', ':', 'id', 'com'];

const GRAMMARS = {
  ios_bundle: /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/,
  apple_tv_bundle: /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/,
  android_package: /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+$/,
  google_play_id: /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+$/,
  bundle_id: /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/,
  apple_app_store_id: /^(?:id)?[0-9]+$/,
  roku_store_id: /^[0-9]+$/,
  fire_tv_asin: /^[A-Za-z0-9]{10}$/,
};

/** Half of the values are as long as ids of stores are. */
function value(random) {
  const count = random.below(2) === 0 ? 1 + random.below(8) : 8 + random.below(4);
  return random.word(random.below(2) === 0 ? ALPHABET : ALPHABET.slice(0, 8), count);
}

export async function differencesOfApps(seed, count) {
  const random = new Random(seed);
  const types = Object.keys(GRAMMARS);
  const list = Array.from({ length: count }, () => ({ type: random.of(types), value: value(random) }));
  const report = await web.normalizeIdentifiers(list);
  const accepted = list.map((_, index) => report.line(index).canonical !== undefined);
  const differs = ({ type, value }, index) => accepted[index] !== GRAMMARS[type].test(value.trim());
  const differences = list.filter(differs).map(({ type, value }) => `${type} ${JSON.stringify(value)}`);
  return { total: count, accepted: accepted.filter(Boolean).length, differences: differences.slice(0, 20) };
}
