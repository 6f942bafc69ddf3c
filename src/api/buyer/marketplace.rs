//! Storefronts as buyers see them.
//!
//! Source: document 004 for the counts and for a storefront's `sources[]`; the OpenAPI for the rest, in which the
//! connection of all sources is rolled up instead.

use std::collections::BTreeMap;

use crate::api::Open;
use crate::api::storefront::discovery_card::DiscoveryCard;
use crate::api::storefront::inventory_sources::AgentProtocol;
use crate::api::storefront::own_storefront::LogoBackground;
use crate::api::storefront::readiness::EffectiveStatus;
use crate::api::storefront::storefront_profile::{AdapterSourceKind, DisplayStatus};
use crate::shape::{choice, response};

use super::adapter_connection::{AdapterConnection, CreativeAdapter};
use super::agent_capabilities::StorefrontAgentCapabilities;

/// A page of the marketplace.
#[response]
pub struct BuyerStorefrontPage {
    /// The storefronts.
    pub items: Vec<BuyerStorefrontSummary>,
    /// How many storefronts there are on all pages.
    pub total: Option<i64>,
    /// Whether there are more.
    pub has_more: bool,
    /// The `offset` of the next page; null on the last.
    pub next_offset: Option<i64>,
}

/// A storefront in summary.
#[response]
pub struct BuyerStorefrontSummary {
    #[serde(flatten)]
    pub profile: BuyerStorefrontProfile,
    /// Who it is and what it covers.
    pub discovery_card: Option<DiscoveryCardSummary>,
    /// How many sources it has.
    pub source_count: i64,
    /// How many of them you can use already.
    pub connected_source_count: i64,
}

/// A storefront, with what it still needs from you.
#[response]
pub struct BuyerStorefront {
    #[serde(flatten)]
    pub profile: BuyerStorefrontProfile,
    /// Who it is and what it covers.
    pub discovery_card: Option<DiscoveryCard>,
    /// Whose inventory it sells; null when it declares nothing.
    pub publishers: Option<RepresentedPublishers>,
    /// Whether every source that needs a credential of yours has one.
    pub connected: Option<bool>,
    /// Whether you must register a credential before you can buy.
    pub requires_credentials: Option<bool>,
    /// Your accounts at its sources.
    pub customer_accounts: Option<Vec<BuyerAccount>>,
    /// What the agents behind it can do; null for adapters, and before it was read.
    pub adcp_capabilities: Option<StorefrontAgentCapabilities>,
    /// Its sources one by one. Absent in newer answers.
    pub sources: Option<Vec<BuyerSource>>,
}

/// What is known of a storefront in a list and by itself.
#[response]
pub struct BuyerStorefrontProfile {
    /// The storefront's id.
    pub id: i64,
    /// Its public id.
    pub platform_id: String,
    /// Display name.
    pub name: String,
    /// The publisher's domain.
    pub publisher_domain: Option<String>,
    /// The brand's name.
    pub brand_name: Option<String>,
    /// The address of the logo.
    pub logo_url: Option<String>,
    /// The background that the logo is made for.
    pub logo_background: Option<Open<LogoBackground>>,
    /// The description.
    pub description: Option<String>,
    /// The website.
    pub website: Option<String>,
    /// The brand's colors by name.
    pub brand_colors: Option<BTreeMap<String, String>>,
    /// An older label; `readiness` tells whether it can sell.
    pub display_status: Option<Open<DisplayStatus>>,
    /// Whether it can sell.
    pub readiness: Option<BuyerStorefrontReadiness>,
    /// Its channels.
    pub channels: Option<Vec<String>>,
    /// The regions that it covers: countries, or groups such as `EMEA`.
    pub regions: Option<Vec<String>>,
    /// The platform that it adapts, such as `meta`; null for others.
    pub adapter_provider_type: Option<String>,
    /// What the adapter is for; null for others.
    pub adapter_source_kind: Option<Open<AdapterSourceKind>>,
    /// What a creative adapter can make; null for others.
    pub creative_capabilities: Option<CreativeAdapter>,
    /// How you are connected with an adapter; null for others.
    pub adapter_connection: Option<AdapterConnection>,
    /// Retired: always both of the former campaign types.
    pub supported_routing_types: Option<Vec<String>>,
    /// Who is invoiced for what is bought here.
    pub supported_billing: Option<Vec<Open<BillingParty>>>,
    /// How quickly it answers when products are looked for.
    pub discovery_performance: Option<DiscoveryPerformance>,
}

/// Whether a storefront can sell.
#[response]
pub struct BuyerStorefrontReadiness {
    /// Whether it can sell now.
    pub can_transact: bool,
    /// What its switches and its readiness come to.
    pub effective_status: Open<EffectiveStatus>,
    /// What stands in the way, as codes.
    pub blocker_ids: Vec<String>,
}

/// Who is invoiced.
#[choice("lowercase")]
pub enum BillingParty {
    /// The account's operator, by the seller.
    Operator,
    /// You, by Interchange.
    Agent,
    /// The advertiser, by the seller.
    Advertiser,
}

/// How quickly a storefront answers when products are looked for.
#[response]
pub struct DiscoveryPerformance {
    /// How many answers were timed.
    pub sample_count: i64,
    /// How many of them were good.
    pub success_count: i64,
    /// How many came too late.
    pub timeout_count: i64,
    /// The average in milliseconds; null without samples.
    pub avg_response_time_ms: Option<i64>,
    /// The slowest in milliseconds.
    pub max_response_time_ms: Option<i64>,
    /// The latest in milliseconds.
    pub last_response_time_ms: Option<i64>,
    /// When it was last asked.
    pub last_discovery_at: Option<String>,
}

/// What buyers see of a storefront in a list.
#[response]
pub struct DiscoveryCardSummary {
    #[serde(flatten)]
    pub card: DiscoveryCard,
    /// Whether the storefront itself has advertising policies to read.
    pub has_advertising_policies: Option<bool>,
    /// The beginning of them; at most 500 characters.
    pub advertising_policies_excerpt: Option<String>,
}

/// Whose inventory a storefront sells.
#[response]
pub struct RepresentedPublishers {
    /// How many publishers.
    pub total: i64,
    /// How many of them confirm it.
    pub verified: i64,
    /// Some of their domains.
    pub sample: Vec<String>,
}

/// Your account at a source.
#[response]
pub struct BuyerAccount {
    /// Your name for it.
    pub account_identifier: String,
    /// How it stands.
    pub status: String,
}

/// A storefront's source.
#[response]
pub struct BuyerSource {
    /// The source's id within the storefront.
    pub source_id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// How its agent is spoken to.
    pub protocol: Option<Open<AgentProtocol>>,
    /// Whether you must register a credential; otherwise Scope3 acts for you.
    pub requires_credentials: Option<bool>,
    /// Whether you can use it.
    pub connected: Option<bool>,
    /// Your accounts there.
    pub customer_accounts: Option<Vec<BuyerAccount>>,
}
