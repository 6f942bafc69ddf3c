// Words for what the API writes in capitals. What is not here is shown as the API writes it.

/** Labels of fields, by path. */
export const LABELS: Record<string, string> = {
  name: 'Name',
  type: 'Type of agent',
  endpointUrl: 'Endpoint address',
  protocol: 'Protocol',
  authenticationType: 'How the agent authenticates you',
  sourceId: 'Source ID',
  description: 'Description',
  oauthAudience: 'OAuth audience',
  'auth.type': 'How the key is sent',
  'auth.token': 'Key or token',
  'auth.username': 'User name',
  'auth.password': 'Password',
  'auth.privateKey': 'Private key',
  'auth.issuer': 'Issuer',
  'auth.subject': 'Subject',
  'auth.keyId': 'Key ID',
  'auth.scope': 'Scope',
  'auth.tokenEndpointUrl': 'Token endpoint',
  'auth.audienceUrl': 'Audience',
  'auth.algorithm': 'Algorithm',
  'auth.environment': 'Environment',
  'connectionContract.id': 'Contract ID',
  'connectionContract.version': 'Contract version',
  'connectionContract.authenticationMethod': 'Contract authentication',
  baseUrl: 'Base URL',
  token: 'Token',
  demoToken: 'Demo token',
  domain: 'Brand domain',
  publisherDomain: 'Publisher domain',
  operatorDomain: 'Operator domain',
  defaultCurrency: 'Settlement currency',
  paymentCurrencies: 'Payment currencies',
  acceptedCountries: 'Accepted countries',
  acceptsAllCountries: 'Take briefs from every country',
  demandContactName: 'Contact for buyers',
  demandContactEmail: 'Contact’s e-mail address',
  purpose: 'Purpose',
  brand: 'Brand domain',
  primaryCurrency: 'Currency of its campaigns',
};

/** Names of choices. */
const CHOICES: Record<string, string> = {
  SALES: 'Sales',
  SIGNAL: 'Signal',
  CREATIVE: 'Creative',
  OUTCOME: 'Outcome',
  API_KEY: 'API key',
  BASIC_AUTH: 'User name and password',
  JWT: 'Signed token (JWT)',
  OAUTH: 'OAuth consent',
  NO_AUTH: 'No authentication',
  PENDING: 'Pending',
  ACTIVE: 'Active',
  DISABLED: 'Disabled',
  bearer: 'As a bearer token',
  apikey: 'As “apikey”',
  api_key: 'As “api_key”',
  AGENT: 'External agent',
  MANAGED_SALES_AGENT: 'Ad server',
  LINKED_STOREFRONT: 'Linked storefront',
  MODULAR_SOURCE: 'Modular source',
  include: 'Include',
  exclude: 'Exclude',
};

/** What a choice means, where its name does not tell. */
export const CHOICE_NOTES: Record<string, string> = {
  API_KEY: 'You have a key or token from the agent’s operator.',
  BASIC_AUTH: 'The agent asks for a user name and a password.',
  JWT: 'Interchange signs tokens with a private key of yours.',
  OAUTH: 'You sign in at the agent once the source is there.',
  NO_AUTH: 'The agent is open; the source is active at once.',
  include: 'Run on these sites and apps.',
  exclude: 'Keep away from these sites and apps.',
};

/** The name of a choice or a status. */
export function word(value: string | null | undefined): string {
  return value ? (CHOICES[value] ?? value) : '—';
}

/** Names of types of sites and apps, where the type itself does not read well. */
const TYPES: Record<string, string> = {
  domain: 'Website',
  subdomain: 'Subdomain',
  ios_bundle: 'iOS bundle',
  android_package: 'Android package',
  apple_tv_bundle: 'Apple TV bundle',
  bundle_id: 'Bundle of any store',
  apple_app_store_id: 'App Store ID',
  google_play_id: 'Google Play ID',
  roku_store_id: 'Roku channel ID',
  fire_tv_asin: 'Fire TV ASIN',
  samsung_app_id: 'Samsung app ID',
  network_id: 'Network ID',
  venue_id: 'Venue ID',
  screen_id: 'Screen ID',
  openooh_venue_type: 'OpenOOH venue type',
  rss_url: 'RSS address',
  apple_podcast_id: 'Apple Podcasts ID',
  spotify_collection_id: 'Spotify collection ID',
  podcast_guid: 'Podcast GUID',
  station_id: 'Station ID',
  facility_id: 'Facility ID',
};

/** The name of a type of sites or apps. */
export function typeWord(type: string): string {
  return TYPES[type] ?? sentence(type);
}

/** The label of a field. */
export function labelOf(key: string): string {
  return LABELS[key] ?? sentence(key.split('.').at(-1) ?? key);
}

/** A name such as `source_runtime_error` or `maxLength` as words. */
export function sentence(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number of things. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits.format(number)} ${number === 1 ? one : many}`;
}

const digits = new Intl.NumberFormat('en');

/** A number with its digits in groups. */
export function number(value: number): string {
  return digits.format(value);
}

/** A share of 1 in percent. */
export function percent(share: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
