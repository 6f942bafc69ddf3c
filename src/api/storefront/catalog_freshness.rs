//! How fresh the copies of products and signals are: a part of what a managed source's status answers with.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

/// How fresh the copies are that buyers discover from.
#[response]
pub struct CatalogFreshness {
    /// How many sources there are.
    pub source_count: i64,
    /// The sources.
    pub sources: Vec<CatalogSource>,
    /// The copy of the wholesale products.
    pub products: CatalogBucket,
    /// The copy of the signals.
    pub signals: CatalogBucket,
}

/// A source whose products and signals are kept as a copy.
#[response]
pub struct CatalogSource {
    /// The storefront.
    pub storefront_id: String,
    /// The storefront's public id.
    pub storefront_platform_id: Option<String>,
    /// The storefront's name.
    pub storefront_name: Option<String>,
    /// Your id of the source.
    pub source_id: String,
    /// The source's name.
    pub source_name: Option<String>,
}

/// A copy of products or signals.
#[response]
pub struct CatalogBucket {
    /// What is copied.
    pub bucket: Open<CatalogBucketKind>,
    /// How the copy stands.
    pub status: Open<CatalogBucketStatus>,
    /// How many items it holds.
    pub cached_item_count: i64,
    /// How many sources feed it.
    pub source_count: i64,
    /// How many of them are fine.
    pub ok_source_count: i64,
    /// How many failed.
    pub error_source_count: i64,
    /// How many have nothing of the kind.
    pub unsupported_source_count: i64,
    /// How many were never fetched.
    pub missing_source_count: i64,
    /// For how many accounts there is a copy.
    pub account_key_count: i64,
    /// When it was last fetched.
    pub last_fetched_at: Option<Timestamp>,
    /// When a webhook last announced a change.
    pub last_webhook_at: Option<Timestamp>,
    /// How old its oldest part is.
    pub oldest_fetched_at: Option<Timestamp>,
    /// Whether it is due to be fetched again.
    pub soft_expired: bool,
    /// Whether it is too old to be used.
    pub hard_expired: bool,
    /// Why fetching failed, as a code.
    pub error_code: Option<String>,
    /// Why fetching failed, in words.
    pub error_message: Option<String>,
    /// Whether it is the same for every account.
    pub cache_scope: Option<Open<CatalogCacheScope>>,
    /// The version of the feed.
    pub wholesale_feed_version: Option<String>,
    /// The version of the prices.
    pub pricing_version: Option<String>,
}

/// What is copied.
#[choice]
pub enum CatalogBucketKind {
    WholesaleProducts,
    Signals,
}

/// How a copy stands.
#[choice("snake_case")]
pub enum CatalogBucketStatus {
    Ok,
    Error,
    Unsupported,
    Missing,
    Mixed,
    NoSource,
}

/// For whom a copy is good.
#[choice("lowercase")]
pub enum CatalogCacheScope {
    Public,
    Account,
}
