// A list with types, as a program keeps it: four in five are sites, the others are apps.

import { lines } from './lines.js';
import { Random } from '../../browser/site/random.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Kinds of apps; one app in fifty is not of its kind. */
const APPS = {
  ios_bundle: (random) => `com.${random.word(LETTERS, 8)}.${random.word(LETTERS, 5)}`,
  android_package: (random) => `com.${random.word(LETTERS, 7)}.${random.word(LETTERS, 6)}_${random.below(10)}`,
  apple_app_store_id: (random) => `${1 + random.below(9)}${random.word(DIGITS, 8)}`,
  roku_store_id: (random) => `${1 + random.below(9)}${random.word(DIGITS, 5)}`,
  fire_tv_asin: (random) => `B0${random.word(LETTERS.toUpperCase() + DIGITS, 8)}`,
};

export function identifiers(count, seed = 4) {
  const random = new Random(seed);
  const sites = lines(count, seed + 1).filter((line) => line !== '');
  return Array.from({ length: count }, (_, at) => {
    return at < sites.length && random.below(5) > 0 ? { type: 'domain', value: sites[at] } : app(random);
  });
}

function app(random) {
  const type = random.of(Object.keys(APPS));
  return { type, value: random.below(50) === 0 ? 'not an app' : APPS[type](random) };
}
