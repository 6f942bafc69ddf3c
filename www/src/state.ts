// What the page knows between two views. All of it is in memory: closing or reloading the tab forgets it.

import { Interchange, type ClientOptions, type Storefront } from 'interchange-web';

/** Where requests go. The token is inside the client and nowhere else. */
export interface Connection {
  readonly client: Interchange;
  readonly isEmulator: boolean;
  /** The address as the operator knows it. */
  readonly place: string;
  /** The address for commands that run outside the page. */
  readonly previewBase: string;
  /** Whether requests carry a token, or a proxy adds it. */
  readonly hasToken: boolean;
  /** The storefront that the first request brought, until it is shown; null when there is none. */
  storefront: Storefront | null | undefined;
}

/** Where to connect to, as entered. */
export interface Target {
  isEmulator: boolean;
  baseUrl: string;
  token: string;
}

/** A client for a target; throws an `InvalidInputError` about `baseUrl` and `token`. */
export function clientFor({ baseUrl, token }: Target): Interchange {
  const options: ClientOptions = { baseUrl, timeout: 20_000 };
  if (token) options.token = token;
  return new Interchange(options);
}

let current: Connection | undefined;

/** The connection, once there is one. */
export function connection(): Connection | undefined {
  return current;
}

/** Remembers a connection that has answered. */
export function connect(target: Target, client: Interchange, storefront: Storefront | null): Connection {
  const { isEmulator, baseUrl, token } = target;
  // A terminal has no origin to complete a path with; the package takes http only for this machine.
  const complete = /^(\/|$)/.test(baseUrl) && window.isSecureContext;
  const previewBase = complete ? location.origin + baseUrl : baseUrl;
  current = { client, isEmulator, place: placeOf(baseUrl), previewBase, hasToken: token !== '', storefront };
  return current;
}

/** Forgets everything. */
export function disconnect(): void {
  current = undefined;
}

function placeOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl || '/', location.origin);
  return host + pathname.replace(/\/$/, '');
}
