// Seconds in headers.

/** A number of seconds, or of requests, or undefined. */
export function wholeSeconds(value) {
  return value && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

/**
 * `Retry-After`: a number of seconds or a date (RFC 9110, 10.2.3). A date is told by the service's clock, which `Date` shows
 * where it can be read; the clock of this machine may be wrong.
 */
export function retryAfter(headers) {
  const value = headers.get('Retry-After');
  const seconds = wholeSeconds(value);
  if (seconds !== undefined || !value) return seconds;
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  const wait = (Date.parse(value) - now) / 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, Math.ceil(wait));
}
