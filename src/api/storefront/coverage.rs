//! For whom and for which briefs a storefront can sell: a part of what its readiness answers with.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

/// A publisher domain, and whether you may sell for it.
#[response]
pub struct PublisherDomainReadiness {
    /// The domain.
    pub publisher_domain: String,
    /// Whether you may sell for it.
    pub status: Open<PublisherDomainStatus>,
    /// What became of reading its `adagents.json`; null until it was tried.
    pub adagents_status: Option<Open<AdagentsStatus>>,
    /// Whether the file authorizes you; null until it was read.
    pub authorization_status: Option<Open<AuthorizationStatus>>,
    /// Why it does or does not.
    pub authorization_reason: Option<Open<AuthorizationReason>>,
    /// How many properties were found.
    pub resolved_property_count: Option<i64>,
    /// When the file was last read.
    pub last_synced_at: Option<Timestamp>,
    /// When the result last went to the managed source.
    pub last_pushed_at: Option<Timestamp>,
}

/// Whether you may sell for a publisher domain.
#[choice("lowercase")]
pub enum PublisherDomainStatus {
    Pending,
    Authorized,
    Unauthorized,
    Unknown,
    Error,
}

/// What became of reading a domain's `adagents.json`.
#[choice("snake_case")]
pub enum AdagentsStatus {
    Resolved,
    NoAdagents,
    Invalid,
    Error,
    Pending,
}

/// Whether a domain's `adagents.json` authorizes you.
#[choice("lowercase")]
pub enum AuthorizationStatus {
    Authorized,
    Unauthorized,
    Unknown,
}

/// Why a domain's `adagents.json` does or does not authorize you.
#[choice("snake_case")]
pub enum AuthorizationReason {
    NoFile,
    FileInvalid,
    AgentNotListed,
    AgentUntyped,
    AgentNotPropertyBound,
    Authorized,
}

/// Which of the usual briefs a storefront could answer.
#[response]
pub struct DemandCoverage {
    /// How many combinations of category, market and channel concern you.
    pub eligible_combinations: i64,
    /// How many of them you could answer.
    pub covered_combinations: i64,
    /// The categories.
    pub categories: Vec<String>,
    /// The markets.
    pub markets: Vec<String>,
    /// The channels.
    pub channels: Vec<String>,
    /// What is not known about you, so that briefs cannot be matched.
    pub missing_dimensions: Vec<Open<DemandDimension>>,
    /// Some of the combinations.
    pub sample_briefs: Vec<SampleBrief>,
}

/// What a brief is matched by.
#[choice("lowercase")]
pub enum DemandDimension {
    Category,
    Market,
    Channel,
    Inventory,
}

/// A usual brief.
#[response]
pub struct SampleBrief {
    /// The category.
    pub category: String,
    /// The market.
    pub market: String,
    /// The channel.
    pub channel: String,
    /// Whether you could answer it.
    pub status: Open<SampleBriefStatus>,
    /// Why.
    pub rationale: String,
}

/// Whether a storefront could answer a brief.
#[choice("snake_case")]
pub enum SampleBriefStatus {
    Covered,
    NeedsInventory,
}
