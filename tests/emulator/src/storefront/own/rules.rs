//! What the bodies of the storefront operations may hold.

use serde_json::{Value, json};

use crate::check::{COUNTRY, CURRENCY, DOMAIN, EMAIL, FACT_ID, Kind, REGION, Rule, URL, optional, required};

const NAME: Kind = Kind::Text(1, 255);
const HOST: Kind = Kind::Text(1, 255);
const LINK: Kind = Kind::Form(&URL, 2048);
const MONEY: Kind = Kind::Form(&CURRENCY, 3);
const LOOSE_MONEY: Kind = Kind::Text(3, 3);
const COUNTRIES: Kind = Kind::List(1, 249, &Kind::Form(&COUNTRY, 2));
const REGIONS: Kind = Kind::List(0, 64, &Kind::Form(&REGION, 32));
const CHANNELS: Kind = Kind::List(0, 16, &Kind::OneOf(&["display", "olv", "ctv", "social", "audio", "dooh"]));
const PLAN: Kind = Kind::OneOf(&["basic"]);
const INTENT: Kind = Kind::OneOf(&["third_party_connect", "sell_through_scope3"]);
const APPROVAL: Kind = Kind::OneOf(&["auto", "manual"]);

/// `POST /storefront`
pub const CREATE: &[Rule] = &[
    required("name", NAME),
    optional("publisherDomain", HOST),
    optional("operatorDomain", HOST),
    optional("defaultCurrency", MONEY),
    optional("paymentCurrencies", Kind::List(0, 25, &MONEY)),
    optional("acceptedCountries", COUNTRIES),
    optional("acceptsAllCountries", Kind::Flag),
    optional("plan", PLAN),
];

/// `PUT /storefront`
pub const UPDATE: &[Rule] = &[
    optional("name", NAME),
    optional("publisherDomain", HOST),
    optional("plan", PLAN),
    optional("transacting", Kind::Flag),
    optional("isPaused", Kind::Flag),
    optional("sellsThirdPartyInventory", Kind::Flag),
    optional("defaultCurrency", MONEY),
    optional("paymentCurrencies", Kind::List(0, 25, &MONEY)),
    optional("acceptedCountries", Kind::Nullable(&COUNTRIES)),
    optional("acceptsAllCountries", Kind::Flag),
    optional("advertisingPolicyDisclosure", Kind::List(0, 2, &Kind::OneOf(&["brief_acceptance", "creative_policy"]))),
    optional("supportedLanguages", Kind::List(0, usize::MAX, &Kind::Text(2, 35))),
    optional("operatorDomain", HOST),
    optional("confirmOperatorDomainProfileReset", Kind::Flag),
    optional("brandName", Kind::Text(0, 255)),
    optional("logoUrl", LINK),
    optional("logoBackground", Kind::Nullable(&Kind::OneOf(&["dark-bg", "light-bg", "transparent-bg"]))),
    optional("membershipStatus", Kind::OneOf(&["AAO_FOUNDING_MEMBER", "AAO_MEMBER", "NONE"])),
    optional("regions", REGIONS),
    optional("description", Kind::Nullable(&Kind::Text(0, 2000))),
    optional("channels", CHANNELS),
    optional("website", LINK),
    optional("demandContactName", Kind::Nullable(&NAME)),
    optional("demandContactEmail", Kind::Nullable(&Kind::Form(&EMAIL, 320))),
    optional("capabilities", Kind::Object(CAPABILITIES)),
    optional("setupIntent", INTENT),
    optional("compositionPricing", Kind::Object(PRICING)),
    optional("creativeApproval", APPROVAL),
    optional("mediaBuyApproval", APPROVAL),
    optional("businessProfile", Kind::Nullable(&Kind::Object(PROFILE))),
    optional("confirmCurrencyCatalogImpact", Kind::Flag),
    optional("acknowledgeNoHumanReview", Kind::Flag),
];

/// `PATCH /storefront`
pub const CAPABILITIES_PATCH: &[Rule] =
    &[optional("capabilities", Kind::Object(CAPABILITIES)), optional("setupIntent", INTENT)];

const CAPABILITIES: &[Rule] = &[
    optional("offersCreativeReview", Kind::Flag),
    optional("offersCampaignApproval", Kind::Flag),
    optional("offersProductComposition", Kind::Flag),
];

const PROFILE: &[Rule] = &[
    optional("summary", Kind::Text(0, 2000)),
    optional("agentName", Kind::Text(1, 80)),
    optional("propertyCount", Kind::Whole(0, 10_000)),
    optional("channels", CHANNELS),
    optional("regions", REGIONS),
    optional("verticals", Kind::List(0, 32, &Kind::Text(1, 80))),
    optional("publisherDomains", Kind::List(0, 128, &Kind::Form(&DOMAIN, 253))),
    optional("evidenceUrls", Kind::List(0, 16, &LINK)),
    optional("notes", Kind::Text(0, 4000)),
    optional("updatedBy", Kind::Text(0, 120)),
];

const PRICING: &[Rule] =
    &[optional("targetPercentile", Kind::OneOf(&["p50", "p75", "p90"])), optional("rateCard", Kind::Object(RATE_CARD))];

const RATE_CARD: &[Rule] =
    &[optional("currency", LOOSE_MONEY), optional("facts", Kind::List(0, 500, &Kind::Object(FACT)))];

const FACT: &[Rule] = &[
    required("id", Kind::Form(&FACT_ID, 120)),
    required("label", Kind::Text(1, 160)),
    required("appliesWhen", Kind::Text(1, 2000)),
    optional("hints", Kind::Map),
    required("pricing", Kind::Object(PRICE)),
    optional("strength", Kind::OneOf(&["hard_floor", "default", "guidance"])),
    optional("provenance", Kind::Text(0, 500)),
    optional("notes", Kind::Text(0, 2000)),
];

const PRICE: &[Rule] = &[
    optional("pricingModel", Kind::OneOf(&["cpm", "vcpm", "cpc", "cpcv", "cpv", "cpp", "cpa", "flat_rate", "time"])),
    optional("currency", LOOSE_MONEY),
    optional("targetPrice", Kind::Positive),
    optional("floorPrice", Kind::AtLeast(0.0)),
    optional("ceilingPrice", Kind::Positive),
];

/// Whether a key is one that a storefront can hold; unknown keys are tolerated and not kept.
pub fn is_known(key: &str) -> bool {
    UPDATE.iter().any(|rule| rule.key() == key)
}

/// Composition pricing with its defaults filled in.
pub fn priced(mut pricing: Value) -> Value {
    default(&mut pricing, "targetPercentile", json!("p75"));
    default(&mut pricing, "rateCard", json!({}));
    default(&mut pricing["rateCard"], "facts", json!([]));
    for fact in pricing["rateCard"]["facts"].as_array_mut().into_iter().flatten() {
        default(fact, "hints", json!({}));
        default(fact, "strength", json!("default"));
        default(&mut fact["pricing"], "pricingModel", json!("cpm"));
    }
    pricing
}

fn default(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.entry(key).or_insert(value);
    }
}
