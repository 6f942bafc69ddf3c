// Punycode (RFC 3492, 6.2), straight from the document: a second opinion.

const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700];

/** What an A-label stands for, without its `xn--`; undefined where it stands for nothing. */
export function decode(text) {
  const last = text.lastIndexOf('-');
  const output = last > 0 ? Array.from(text.slice(0, last), (c) => c.codePointAt(0)) : [];
  let [n, bias, i] = [128, 72, 0];
  for (let at = last > 0 ? last + 1 : 0; at < text.length; ) {
    const before = i;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = at < text.length ? '0123456789'.indexOf(text[at]) + 26 : -1;
      const value = digit >= 26 ? digit : at < text.length ? 'abcdefghijklmnopqrstuvwxyz'.indexOf(text[at]) : -1;
      at += 1;
      if (value < 0) return undefined;
      i += value * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined;
    i %= length;
    output.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...output);
}

function adapt(delta, length, first) {
  let left = Math.floor(delta / (first ? DAMP : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
