// What all ways to clean a line agree on, as far as they are made of strings.

/** Labels of RFC 1123, at least two, at most 253 characters; the last is a word or an encoded name. */
export const SITE = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z]{2,63})$/;

/** A domain stands for its `www.` and `m.`; one of them goes where a dot is left. */
export function withoutPrefix(host) {
  const length = host.startsWith('www.') ? 4 : host.startsWith('m.') ? 2 : 0;
  return length > 0 && host.includes('.', length) ? host.slice(length) : host;
}
