// What lies between two calls of a workflow: reading an answer, and making the next input from it. Nothing here sends.

import { RefusedError, invalid } from './errors.js';

/**
 * The brand that was found but is not registered yet, when that is why an advertiser could not be created: show it, and create
 * again with `saveBrand: true`.
 */
export function enrichedBrand(error) {
  return error instanceof RefusedError ? error.details?.enrichedBrand : undefined;
}

/** What `linkedAccounts` takes for an account that `advertisers.listAvailableAccounts` has found. */
export function linkOf(account, { source, billingType } = {}) {
  const { accountId, credentialId, partnerId, sources = [], billingOptions } = account;
  const through = source ?? sources[0];
  if (!source && sources.length > 1) {
    throw invalid(['source'], 'required', 'source is required: the account is reached through several.');
  }
  const { supported = [], default: usual } = billingOptions ?? {};
  if (!billingType && !usual && supported.length > 1) {
    throw invalid(['billingType'], 'required', `billingType is required: the seller offers ${supported.join(', ')}.`);
  }
  const seller = through ? { storefrontId: through.storefrontId, sourceId: through.sourceId } : { partnerId };
  return { ...seller, accountId, ...(credentialId && { credentialId }), ...(billingType && { billingType }) };
}

/** The sources of a storefront that need a credential of yours and have none. */
export function disconnectedSources({ sources }) {
  return (sources ?? []).filter(({ requiresCredentials, connected }) => requiresCredentials && !connected);
}

/** The property list in an answer, which the service gives bare or as `{ propertyList }`. */
export function propertyListOf(answer) {
  return answer.propertyList ?? answer;
}

/** The media buys that a launch could not send; none when all went well. The campaign is `ACTIVE` all the same. */
export function launchFailures({ success, errors, reason }) {
  if (success) return [];
  return errors?.length ? errors : [{ message: reason ?? 'The launch failed, and the service gave no reason.' }];
}

/**
 * What `discovery.addProducts` takes for a product of a discovery. A price that is not fixed needs a bid; without
 * `pricingOptionId` the product's first price counts.
 */
export function selectionOf(group, product, { pricingOptionId, bidPrice, ...more } = {}) {
  const options = product.pricingOptions ?? [];
  const option = pricingOptionId ? options.find((one) => one.pricingOptionId === pricingOptionId) : options[0];
  if (pricingOptionId && !option) {
    throw invalid(['pricingOptionId'], 'not_in_list', 'pricingOptionId must be one of the product\'s prices.');
  }
  checkBid(option, bidPrice);
  return {
    productId: product.productId,
    salesAgentId: product.salesAgentId,
    groupId: group.groupId,
    groupName: group.groupName,
    ...(product.storefrontId && { storefrontId: product.storefrontId }),
    ...(option?.pricingOptionId && { pricingOptionId: option.pricingOptionId }),
    ...(bidPrice !== undefined && { bidPrice }),
    ...more,
  };
}

function checkBid({ isFixed = true, floorPrice } = {}, bidPrice) {
  if (isFixed && bidPrice !== undefined) throw invalid(['bidPrice'], 'conflict', 'bidPrice must be left out: the price is fixed.');
  if (!isFixed && bidPrice === undefined) throw invalid(['bidPrice'], 'required', 'bidPrice is required: the price is not fixed.');
  if (!isFixed && bidPrice < floorPrice) throw invalid(['bidPrice'], 'too_small', `bidPrice must be at least ${floorPrice}.`);
}
