//! What the operator says about the business.

use crate::format::{Domain, HttpUrl, RegionCode};
use crate::shape::request;

use super::own_storefront::StorefrontChannel;

/// What the operator says about the business; replaces the present profile as a whole.
#[request]
pub struct BusinessProfile {
    /// The business in one paragraph; at most 2000 characters.
    #[shape(length = ..=2000)]
    pub summary: Option<String>,
    /// An older name for the agent; 1 to 80 characters; the storefront's name is preferred.
    #[shape(length = 1..=80)]
    pub agent_name: Option<String>,
    /// An older field without effect; 1 to 1000 characters.
    #[shape(length = 1..=1000)]
    pub agent_personality: Option<String>,
    /// About how many properties there are; 0 to 10,000.
    #[shape(range = 0..=10_000)]
    pub property_count: Option<i64>,
    /// The channels you sell; at most 16.
    #[shape(items = ..=16)]
    pub channels: Option<Vec<StorefrontChannel>>,
    /// The regions you work in; at most 64.
    #[shape(items = ..=64)]
    pub regions: Option<Vec<RegionCode>>,
    /// What the properties are about; at most 32 of 1 to 80 characters each.
    #[shape(items = ..=32, each(length = 1..=80))]
    pub verticals: Option<Vec<String>>,
    /// The domains that may be sold through this storefront; at most 128. Leaving it out does not mean all.
    #[shape(items = ..=128)]
    pub publisher_domains: Option<Vec<Domain>>,
    /// Addresses of media kits and other evidence; at most 16.
    #[shape(items = ..=16, each(length = ..=2048))]
    pub evidence_urls: Option<Vec<HttpUrl>>,
    /// Anything else that buyers should know; at most 4000 characters.
    #[shape(length = ..=4000)]
    pub notes: Option<String>,
    /// Who wrote this last; at most 120 characters.
    #[shape(length = ..=120)]
    pub updated_by: Option<String>,
}
