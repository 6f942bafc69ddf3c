//! The prices of composed products.

use crate::format::{CurrencyCode, Domain, FactId, RegionCode};
use crate::shape::{choice, request};

/// The prices of composed products.
#[request]
pub struct CompositionPricing {
    /// An older setting, kept for explanation only.
    #[shape(default = "p75")]
    pub target_percentile: Option<TargetPercentile>,
    /// Your prices, each with what it is for.
    pub rate_card: Option<RateCard>,
}

/// What you ask for what.
#[request]
pub struct RateCard {
    /// The currency of prices that name none.
    pub currency: Option<CurrencyCode>,
    /// The prices; at most 500.
    #[shape(items = ..=500)]
    pub facts: Option<Vec<PricingFact>>,
}

/// A price, and when it applies.
#[request]
pub struct PricingFact {
    /// Your id for the price; 1 to 120 characters; keep it when the fact stays the same in substance.
    #[shape(length = 1..=120)]
    pub id: FactId,
    /// A short label for the price; 1 to 160 characters.
    #[shape(length = 1..=160)]
    pub label: String,
    /// When the price applies, in plain words; 1 to 2000 characters.
    #[shape(length = 1..=2000)]
    pub applies_when: String,
    /// Hints for matching the price to a product.
    pub hints: Option<PricingHints>,
    /// The price.
    pub pricing: FactPrice,
    /// How binding the price is.
    #[shape(default = "default")]
    pub strength: Option<PriceStrength>,
    /// Where the price comes from; at most 500 characters.
    #[shape(length = ..=500)]
    pub provenance: Option<String>,
    /// Notes about the price; at most 2000 characters.
    #[shape(length = ..=2000)]
    pub notes: Option<String>,
}

/// Hints for matching a price to a product; none is fine.
#[request]
pub struct PricingHints {
    /// Channels by their exact codes; at most 32.
    #[shape(items = ..=32, each(length = 1..=80))]
    pub channels: Option<Vec<String>>,
    /// Words about the creative; at most 64.
    #[shape(items = ..=64, each(length = 1..=120))]
    pub creative_terms: Option<Vec<String>>,
    /// Domains of publishers; at most 128.
    #[shape(items = ..=128)]
    pub publisher_domains: Option<Vec<Domain>>,
    /// Countries or regions; at most 64.
    #[shape(items = ..=64)]
    pub countries: Option<Vec<RegionCode>>,
    /// Kinds of business that advertisers are in; at most 64.
    #[shape(items = ..=64, each(length = 1..=120))]
    pub advertiser_verticals: Option<Vec<String>>,
    /// Seasons of the year; at most 32.
    #[shape(items = ..=32, each(length = 1..=120))]
    pub seasonality: Option<Vec<String>>,
    /// Tags of signals; at most 64.
    #[shape(items = ..=64, each(length = 1..=120))]
    pub signal_tags: Option<Vec<String>>,
    /// Tags of placements; at most 64.
    #[shape(items = ..=64, each(length = 1..=120))]
    pub placement_tags: Option<Vec<String>>,
}

/// A price.
#[request]
pub struct FactPrice {
    /// What is paid for, such as a thousand impressions or a click.
    #[shape(default = "cpm")]
    pub pricing_model: Option<FactPricingModel>,
    /// The currency, when it is another than the rate card's.
    pub currency: Option<CurrencyCode>,
    /// The price that you would like; greater than 0.
    #[shape(above = 0)]
    pub target_price: Option<f64>,
    /// The least that you take; from 0.
    #[shape(range = 0..)]
    pub floor_price: Option<f64>,
    /// The most that you ask; greater than 0.
    #[shape(above = 0)]
    pub ceiling_price: Option<f64>,
}

/// What is paid for.
#[choice("snake_case")]
pub enum FactPricingModel {
    Cpm,
    Vcpm,
    Cpc,
    Cpcv,
    Cpv,
    Cpp,
    Cpa,
    FlatRate,
    Time,
}

/// How binding a price is.
#[choice("snake_case")]
pub enum PriceStrength {
    HardFloor,
    Default,
    Guidance,
}

/// A percentile of past prices.
#[choice("lowercase")]
pub enum TargetPercentile {
    P50,
    P75,
    P90,
}
