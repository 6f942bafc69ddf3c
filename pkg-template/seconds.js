// Seconds in headers.

/** A number of seconds, or of requests, or undefined. */
export function wholeSeconds(value) {
  return value && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

/** No wait that a service asks for is taken to be longer, in seconds: what crosses to the WebAssembly has 32 bits. */
const LONGEST = 999_999_999;

/**
 * `Retry-After`: a number of seconds or a date (RFC 9110, 10.2.3). A date is told by the service's clock, which `Date` shows
 * where it can be read; the clock of this machine may be wrong.
 */
export function retryAfter(headers) {
  const value = headers.get('Retry-After') ?? '';
  if (/^\s*\d+\s*$/.test(value)) return Math.min(Number(value), LONGEST);
  // Runtimes read dates into much that is none, such as -1 or 1.5.
  if (!/^\s*[A-Z][a-z]{2}/.test(value)) return undefined;
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  const wait = (Date.parse(value) - now) / 1000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, Math.ceil(wait)), LONGEST);
}
