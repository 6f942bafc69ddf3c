// Names of hosts as people and programs write them, and as nobody does.

import { Random } from '../random.js';

const ASCII = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Blocks of letters and signs, from and to. Some are mapped to others, some combine, some are read from the right. */
const BLOCKS = [
  [0xa1, 0xff], [0x100, 0x17f], [0x180, 0x24f], [0x250, 0x2af], [0x300, 0x36f], [0x370, 0x3ff], [0x400, 0x52f], [0x531, 0x587],
  [0x5d0, 0x5ea], [0x600, 0x6ff], [0x904, 0x963], [0x985, 0x9cd], [0xe01, 0xe4e], [0x10a0, 0x10ff], [0x1100, 0x11ff],
  [0x13a0, 0x13f5], [0x1e00, 0x1eff], [0x1f00, 0x1fff], [0x2000, 0x206f], [0x2070, 0x209f], [0x2100, 0x218f], [0x2460, 0x24ff],
  [0x2c00, 0x2c5f], [0x3001, 0x303f], [0x3041, 0x30ff], [0x3131, 0x318e], [0x3200, 0x33ff], [0x4e00, 0x9fff], [0xac00, 0xd7a3],
  [0xf900, 0xfaff], [0xfb00, 0xfdff], [0xfe00, 0xfe6f], [0xff01, 0xffee], [0x10400, 0x1044f], [0x1d400, 0x1d7ff],
  [0x1f300, 0x1f64f], [0x20000, 0x2a6df], [0xe0000, 0xe01ef],
];
const DOTS = ['。', '．', '｡'];
const ENDINGS = ['com', 'COM', 'de', 'co.uk', 'рф', 'xn--p1ai', '中国', 'コム', '123', '0x7f', 'x1', 'c'];

export class Hosts {
  #random;

  constructor(seed) {
    this.#random = new Random(seed);
  }

  next() {
    const random = this.#random;
    let host = '';
    for (let more = 1 + random.below(3); more > 0; more -= 1) host += this.#label() + this.#dot();
    host = (random.below(12) === 0 ? random.of(['www.', 'm.', 'WWW.', 'www.m.', 'ｗww.']) : '') + host;
    return host + (random.below(4) > 0 ? random.of(ENDINGS) : this.#label()) + (random.below(30) === 0 ? this.#dot() : '');
  }

  #dot() {
    return this.#random.below(12) === 0 ? this.#random.of(DOTS) : '.';
  }

  #label() {
    switch (this.#random.below(10)) {
      case 0:
      case 1:
        return this.#word(ASCII + ASCII.toUpperCase() + DIGITS);
      case 2:
        return this.#random.below(8) > 0 ? this.#hyphens(this.#word(ASCII)) : this.#random.word(DIGITS, 1 + this.#random.below(4));
      case 3:
      case 4:
        return this.#encoded();
      case 5:
        return this.#foreign() + this.#word(ASCII + DIGITS);
      case 6:
        return this.#hyphens(this.#word(ASCII) + this.#foreign());
      case 7:
        return this.#foreign() + this.#foreign();
      default:
        return this.#foreign();
    }
  }

  /** Of one block; one in six letters is a capital where the block has some. */
  #foreign() {
    const [from, to] = this.#random.of(BLOCKS);
    let word = '';
    for (let more = 1 + this.#random.below(6); more > 0; more -= 1) {
      const letter = String.fromCodePoint(from + this.#random.below(to - from + 1));
      word += this.#random.below(6) === 0 ? letter.toUpperCase() : letter;
    }
    return word;
  }

  /** One in sixty is longer than a label may be. */
  #word(letters) {
    return this.#random.word(letters, this.#random.below(60) === 0 ? 55 + this.#random.below(15) : 1 + this.#random.below(9));
  }

  #hyphens(word) {
    const at = this.#random.below(word.length + 1);
    return `${word.slice(0, at)}${this.#random.below(4) > 0 ? '-' : '--'}${word.slice(at)}`;
  }

  /** An A-label: a real one, or one that only looks like it. */
  #encoded() {
    const made = this.#random.below(3) > 0 ? URL.parse(`https://${this.#foreign()}.com`)?.hostname.split('.')[0] : undefined;
    const label = made?.startsWith('xn--') ? made : `xn--${this.#word(`${ASCII + DIGITS}-`)}`;
    return this.#random.below(5) === 0 ? label.toUpperCase() : label;
  }
}

/** Each character of the basic plane but surrogates, at the beginning, in the middle and at the end of a label. */
export function* everyCharacter() {
  for (let code = 0xa0; code <= 0xffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const letter = String.fromCharCode(code);
    yield `${letter}yz.com`;
    yield `x${letter}z.com`;
    yield `xy${letter}.com`;
  }
}
