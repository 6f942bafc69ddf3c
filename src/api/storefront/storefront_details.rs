//! The parts of a storefront: what it offers, what it asks for it, and what the operator says about the business.
//!
//! Source: the OpenAPI. The requests have the same parts with other things optional.

use crate::api::Open;
use crate::format::{CurrencyCode, Domain, FactId, RegionCode};
use crate::shape::response;

use super::own_storefront::StorefrontChannel;
use super::pricing::{FactPricingModel, PriceStrength, TargetPercentile};

/// What a storefront offers to buyers.
#[response]
pub struct StorefrontCapabilities {
    /// Whether buyers see how their creatives are reviewed.
    pub offers_creative_review: bool,
    /// Whether a media buy may wait for your approval.
    pub offers_campaign_approval: bool,
    /// Whether products are built out of the sources' wholesale products; follows from the sources.
    pub offers_product_composition: bool,
}

/// The prices of composed products.
#[response]
pub struct StorefrontPricing {
    /// An older setting, kept for explanation only.
    pub target_percentile: Open<TargetPercentile>,
    /// What you ask for what.
    pub rate_card: StorefrontRateCard,
}

/// What you ask for what.
#[response]
pub struct StorefrontRateCard {
    /// The currency of facts that name none.
    pub currency: Option<CurrencyCode>,
    /// The prices.
    pub facts: Vec<StorefrontPricingFact>,
}

/// A price, and when it applies.
#[response]
pub struct StorefrontPricingFact {
    /// Your id.
    pub id: FactId,
    /// A short label.
    pub label: String,
    /// When the price applies, in plain words.
    pub applies_when: String,
    /// Hints for matching; empty when there are none.
    pub hints: StorefrontPricingHints,
    /// The price.
    pub pricing: StorefrontFactPrice,
    /// How binding it is.
    pub strength: Open<PriceStrength>,
    /// Where it comes from.
    pub provenance: Option<String>,
    /// For people.
    pub notes: Option<String>,
}

/// Hints for matching a price to a product; every kind that is there has to match.
#[response]
pub struct StorefrontPricingHints {
    /// Channels by their exact codes.
    pub channels: Option<Vec<String>>,
    /// Words about the creative.
    pub creative_terms: Option<Vec<String>>,
    /// Publishers.
    pub publisher_domains: Option<Vec<Domain>>,
    /// Countries or regions.
    pub countries: Option<Vec<RegionCode>>,
    /// The advertiser's business.
    pub advertiser_verticals: Option<Vec<String>>,
    /// The season.
    pub seasonality: Option<Vec<String>>,
    /// Tags of signals.
    pub signal_tags: Option<Vec<String>>,
    /// Tags of placements.
    pub placement_tags: Option<Vec<String>>,
}

/// A price.
#[response]
pub struct StorefrontFactPrice {
    /// What is paid for.
    pub pricing_model: Open<FactPricingModel>,
    /// The currency, when it is another than the rate card's.
    pub currency: Option<CurrencyCode>,
    /// What you would like.
    pub target_price: Option<f64>,
    /// The least.
    pub floor_price: Option<f64>,
    /// The most.
    pub ceiling_price: Option<f64>,
}

/// What the operator says about the business.
#[response]
pub struct StorefrontBusiness {
    /// One paragraph.
    pub summary: Option<String>,
    /// An older name for the agent; the storefront's name is preferred.
    pub agent_name: Option<String>,
    /// An older field without effect.
    pub agent_personality: Option<String>,
    /// About how many properties there are.
    pub property_count: Option<i64>,
    /// The channels you sell.
    pub channels: Option<Vec<Open<StorefrontChannel>>>,
    /// The regions you work in.
    pub regions: Option<Vec<RegionCode>>,
    /// What the properties are about.
    pub verticals: Option<Vec<String>>,
    /// The domains that may be sold through this storefront. Absent does not mean all.
    pub publisher_domains: Option<Vec<Domain>>,
    /// Media kits and the like.
    pub evidence_urls: Option<Vec<String>>,
    /// Anything else.
    pub notes: Option<String>,
    /// Who wrote this last.
    pub updated_by: Option<String>,
}
