// What somebody pastes who has collected 100,000 sites: most are clean, some are addresses, some are no sites at all.

import { Random } from '../../browser/site/random.js';

const SYLLABLES = 'ba be bi co da de di fa ga go ha hi jo ka ko la le li lo ma me mi mo na ne no pa po ra re ri ro sa se si so ta te ti to va vi wa xi zo'.split(' ');
const ENDINGS = ['com', 'com', 'com', 'com', 'net', 'org', 'de', 'co.uk', 'fr', 'io', 'com.br', 'it', 'es', 'nl', 'info', 'co.jp'];
const FOREIGN = ['müller', 'bücher', 'café', 'señor', 'straße', 'новости', 'пример', 'ελλάδα', '日本語', '新闻', '뉴스', 'zürich', 'łódź'];
const PATHS = ['/', '/news/2026/11/some-article.html', '/?utm_source=mail', '/a/b?c=d&e=f#g', '#top', '/index.php?id=42'];
const JUNK = ['n/a', '-', 'localhost', 'unknown', 'tbd', '192.168.0.1', 'two words.com', 'foo_bar.com', '-dash.com', 'dash-.com', 'a..b.com', '.com', 'sum: 17', 'x@', 'http://'];

/** Ways to write a site, by how many of a thousand lines are written so. */
const SHAPES = [
  [560, (site) => site],
  [90, (site) => `www.${site}`],
  [20, (site) => `m.${site}`],
  [110, (site, random) => `https://${site}${random.of(PATHS)}`],
  [60, (site, random) => `http://www.${site}${random.of(PATHS)}`],
  [40, (site) => site.toUpperCase()],
  [20, (site) => `Www.${site[0].toUpperCase()}${site.slice(1)}`],
  [30, (site, random) => `${site}:${random.of([80, 443, 8080])}`],
  [25, (site) => `  ${site}\t`],
  [15, (site) => `${site}.`],
  [10, (site, random) => `${random.of(FOREIGN)}-${site}`],
  [15, (_, random) => random.of(JUNK)],
  [5, () => ''],
];

/** One line in a hundred is in another script; one in sixteen is a site that was there before. */
export function lines(count, seed = 1) {
  const random = new Random(seed);
  const sites = [];
  const made = [];
  while (made.length < count) {
    const again = sites.length > 0 && random.below(16) === 0;
    const site = again ? random.of(sites) : name(random);
    if (!again) sites.push(site);
    made.push(shape(random)(site, random));
  }
  return made;
}

function name(random) {
  let name = random.of(SYLLABLES);
  for (let more = 2 + random.below(4); more > 0; more -= 1) name += random.of(SYLLABLES);
  if (random.below(8) === 0) name += `-${random.of(SYLLABLES)}${random.of(SYLLABLES)}`;
  if (random.below(20) === 0) name = `${random.of(['news', 'blog', 'shop', 'edition'])}.${name}`;
  if (random.below(25) === 0) name += random.below(100);
  return `${name}.${random.of(ENDINGS)}`;
}

function shape(random) {
  let at = random.below(1000);
  for (const [share, make] of SHAPES) {
    if (at < share) return make;
    at -= share;
  }
  return SHAPES[0][1];
}
