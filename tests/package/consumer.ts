// What TypeScript must accept, and what it must refuse. Compiled strictly, never run.

import {
  AbandonedError,
  type CreateInventorySource,
  type FieldInfo,
  Interchange,
  InterchangeError,
  type InventorySource,
  InvalidInputError,
  type Issue,
  MalformedError,
  type OperationInfo,
  RefusedError,
  type Report,
  UnreachableError,
  type MembersReport,
  enrichedBrand,
  hashMembers,
  init,
  isInterchangeError,
  launchFailures,
  linkOf,
  operations,
  prepare,
  schema,
  selectionOf,
  validate,
} from 'interchange-web';

const agent = { name: 'A', type: 'SALES', endpointUrl: 'https://agent.example.com', protocol: 'MCP' } as const;
const jwt = {
  type: 'jwt',
  privateKey: 'p',
  issuer: 'i',
  subject: 's',
  keyId: 'k',
  scope: 's',
  tokenEndpointUrl: 'https://auth.example.com',
  audienceUrl: 'https://agent.example.com',
} as const;

export async function client(signal: AbortSignal) {
  await init();
  await init(new URL('https://example.com/x.wasm'));
  const interchange = new Interchange({ token: async () => 'token', baseUrl: '/proxy', onRequest: ({ attempt }) => attempt.toFixed() });
  // @ts-expect-error there is no such option
  new Interchange({ baseURL: '/proxy' });

  const created: InventorySource = await interchange.inventorySources.create({ ...agent, authenticationType: 'NO_AUTH' }, { signal });
  const status: string = created.status;
  const sources: InventorySource[] = await interchange.inventorySources.list();
  const nothing: void = await interchange.inventorySources.delete({ sourceId: 's' });
  // @ts-expect-error the id is missing
  await interchange.inventorySources.get({});
  // @ts-expect-error there is no such method
  await interchange.inventorySources.destroy({ sourceId: 's' });

  const read = await interchange.call('getInventorySource', { sourceId: 's' });
  const name: string = read.name;
  await interchange.call({ operation: 'getInventorySource', pathParams: { sourceId: 's' } }, { signal });
  // @ts-expect-error there is no such operation
  await interchange.call('getNothing', {});
  // @ts-expect-error the input belongs to another operation
  await interchange.call('getInventorySource', { windowHours: 5 });
  return [status, sources, nothing, name];
}

export const apiKey: CreateInventorySource = { ...agent, authenticationType: 'API_KEY', auth: { type: 'bearer', token: 't' } };
export const basic: CreateInventorySource = { ...agent, authenticationType: 'BASIC_AUTH', auth: { type: 'basic', username: 'u', password: '' } };
export const signed: CreateInventorySource = { ...agent, authenticationType: 'JWT', auth: { ...jwt, algorithm: 'ES256' } };
export const oauth: CreateInventorySource = { ...agent, authenticationType: 'OAUTH' };
// @ts-expect-error a JWT source with a bearer token
export const mixed: CreateInventorySource = { ...agent, authenticationType: 'JWT', auth: { type: 'bearer', token: 't' } };
// @ts-expect-error a key is required
export const keyless: CreateInventorySource = { ...agent, authenticationType: 'API_KEY' };
// @ts-expect-error nothing goes with OAUTH
export const overdone: CreateInventorySource = { ...agent, authenticationType: 'OAUTH', auth: { type: 'bearer', token: 't' } };
// @ts-expect-error another algorithm
export const weak: CreateInventorySource = { ...agent, authenticationType: 'JWT', auth: { ...jwt, algorithm: 'HS256' } };
// @ts-expect-error only agents can be created
export const modular: CreateInventorySource = { ...agent, authenticationType: 'NO_AUTH', executionType: 'MODULAR_SOURCE' };

export async function changes({ inventorySources, modularSources, storefront }: Interchange) {
  await inventorySources.update({ sourceId: 's', status: 'DISABLED' });
  await inventorySources.update({ sourceId: 's', auth: { type: 'basic', username: 'u', password: 'p' } });
  // @ts-expect-error no way back
  await inventorySources.update({ sourceId: 's', status: 'PENDING' });
  // @ts-expect-error a JWT source with a bearer token
  await inventorySources.update({ sourceId: 's', authenticationType: 'JWT', auth: { type: 'bearer', token: 't' } });
  await inventorySources.replaceAdServer({ sourceId: 's', type: 'google_ad_manager', networkCode: '1' });
  // @ts-expect-error a field of another ad server
  await inventorySources.replaceAdServer({ sourceId: 's', type: 'google_ad_manager', agencyId: 1 });
  await modularSources.createCredential({ sourceId: 's', moduleInstanceId: 'm', credentialKind: 'API_KEY', auth: {}, expiresAt: new Date() });
  await modularSources.previewAvails({ sourceId: 's', file: new Uint8Array() });
  await storefront.update({ acceptedCountries: null, logoBackground: null });
  // @ts-expect-error null means nothing here
  await storefront.update({ name: null });
}

export async function buys({ advertisers, campaigns, discovery }: Interchange) {
  const advertiser = await advertisers.create({ name: 'Acme', brand: 'acme.com', primaryCurrency: 'USD' });
  const { accounts } = await advertisers.listAvailableAccounts({ advertiserId: advertiser.id, storefrontId: 7, sourceId: 'snap' });
  const [account] = accounts;
  if (account) await advertisers.update({ advertiserId: advertiser.id, linkedAccounts: [linkOf(account)] });
  const found = await discovery.discover({ advertiserId: advertiser.id, brief: 'Tea' });
  for (const group of found.productGroups) {
    const products = group.products.map((product) => selectionOf(group, product, { bidPrice: 5 }));
    await discovery.addProducts({ discoveryId: found.discoveryId, products });
  }
  const flightDates = { startDate: '2026-12-01T00:00:00Z', endDate: '2026-12-31T00:00:00Z' };
  const draft = { advertiserId: advertiser.id, name: 'Tea', flightDates, budget: { total: 1000 } };
  await campaigns.create({ ...draft, mode: 'discovery', discoveryId: found.discoveryId });
  // @ts-expect-error a budget is an object
  await campaigns.create({ ...draft, mode: 'discovery', budget: 1000 });
  await campaigns.update({ campaignId: 'c', catalogId: null, performanceConfig: null, frequencyCaps: [] });
  const launch = await campaigns.execute({ campaignId: 'c' });
  return launchFailures(launch).map(({ message }) => message);
}

export async function manyThings(interchange: Interchange) {
  const { advertisers, campaigns, inventorySources, tasks } = interchange;
  const names: string[] = [];
  for await (const advertiser of advertisers.list({ status: 'ACTIVE' })) names.push(advertiser.name);
  for await (const source of inventorySources.list()) names.push(source.name);
  const first = await advertisers.list({ limit: 10 });
  for await (const { items, answer, next } of campaigns.list({ advertiserId: '1' }).pages()) {
    names.push(...items.map(({ name }) => name), String(answer.total), String(next?.cursor));
  }
  // @ts-expect-error a single thing is no list
  for await (const nothing of advertisers.get({ advertiserId: '1' })) names.push(nothing);
  for await (const { name } of interchange.call('list_advertisers', {})) names.push(name);
  const task = await tasks.wait('id', { onProgress: ({ status }) => names.push(status), deadline: 60_000 });
  const source = await interchange.wait('getInventorySource', { sourceId: 's' });
  // @ts-expect-error only the caller knows when this is done
  await interchange.wait('getCampaign', { campaignId: 'c' });
  await interchange.wait('getCampaign', { campaignId: 'c' }, { until: ({ campaign }) => campaign.status === 'ACTIVE' });
  const { accepted, answers } = await interchange.sendAll('log_event', { advertiserId: '1', event_source_id: 's', events: [] }, { from: 10_000 });
  // @ts-expect-error there is no list in it
  await interchange.sendAll('createCampaign', {});
  return [first.items.length, task.status, source.status, accepted, answers[0]?.answer, names];
}

export const preview = (error: unknown) => enrichedBrand(error);

export function unknownWordsAreTexts({ status }: InventorySource) {
  // Known words are offered, and a new one is no error.
  return status === 'ACTIVE' ? 'active' : status === 'SOMETHING_NEW' ? 'new' : status;
}

export function withoutNetwork() {
  const report: Report = validate('createInventorySource', { anything: true });
  const issue: Issue | undefined = report.issues[0];
  const path: (string | number)[] | undefined = issue?.path;
  const prepared = prepare('getInventorySource', { sourceId: 's' }, { baseUrl: '' });
  const curl: string = prepared.toCurl();
  const sent: Promise<Response> = fetch(prepared.url, prepared);
  const standard = schema('createInventorySource');
  const result = standard['~standard'].validate({});
  const fields: FieldInfo[] = standard.fieldsFor({ authenticationType: 'JWT' });
  const rows: OperationInfo[] = operations();
  // @ts-expect-error prepare does not wait for a function
  prepare('getInventorySource', { sourceId: 's' }, { token: () => 't' });
  return [path, curl, sent, 'issues' in result, fields, rows];
}

export async function members(file: File, interchange: Interchange, signal: AbortSignal) {
  const report: MembersReport = await hashMembers(file, { columns: { externalId: 'Nr', uids: { id5: 3 } }, country: 'DE', signal });
  for (const batch of report.batches()) {
    await interchange.audiences.sync({ accountId: '25', audiences: [{ audienceId: 'a', add: batch.toJSON() }] });
  }
  await interchange.sendAll('sync_audiences', { accountId: '25', audiences: [{ audienceId: 'a', add: report }] }, { signal });
  for (const { row, field, code, message } of report.refused({ limit: 10 })) console.log(row, field, code === 'duplicate', message);
  await hashMembers([{ externalId: 1, email: 'jane@example.com', uids: [{ type: 'uid2', value: 'v' }] }] as const, { worker: true });
  // @ts-expect-error a row needs an id
  await hashMembers([{ email: 'jane@example.com' }]);
  return report.summary.members;
}

export function madeForATest(): RefusedError {
  return new RefusedError('getInventorySource was refused', { status: 404, code: 'NOT_FOUND' }, new Error('cause'));
}

export function errors(error: unknown): string | undefined {
  if (error instanceof InvalidInputError) return error.issues.map(({ message }) => message).join();
  if (error instanceof RefusedError) return error.serviceMessage ?? `${error.status} ${error.code ?? ''} ${error.retryAfter ?? 0}`;
  if (error instanceof AbandonedError) return error.reason satisfies 'aborted' | 'timeout';
  if (error instanceof MalformedError) return error.excerpt;
  if (error instanceof UnreachableError) return String(error.cause);
  if (error instanceof InterchangeError) return error.operation;
  if (isInterchangeError(error)) return error.url;
  return undefined;
}

/** A long list may be given in every form that can be read. */
export async function lists(interchange: Interchange, file: File, bytes: Uint8Array) {
  const around = { advertiserId: '25', event_source_id: 's' };
  const event = { event_id: 'e', event_type: 'purchase', event_time: new Date() } as const;
  for (const events of [[event], '[]', bytes, new ArrayBuffer(2), file]) await interchange.events.log({ ...around, events });
  const batch = { length: 1, toJSON: () => [{ externalId: 'x' }] };
  await interchange.audiences.sync({ accountId: '25', audiences: [{ audienceId: 'a', add: batch, remove: bytes }] });
  const body: string | Uint8Array | FormData | undefined = prepare('createPropertyList', {
    advertiserId: '25', name: 'n', purpose: 'include', domains: '["example.com"]', identifiers: file,
  }).body;
  // @ts-expect-error a number is no list
  await interchange.events.log({ ...around, events: 5 });
  // @ts-expect-error an event without an id
  await interchange.events.log({ ...around, events: [{ event_type: 'purchase', event_time: new Date() }] });
  return body;
}
