//! A catalog as the service keeps it: its versions, how its feed was fetched, and what was made of it.
//!
//! Source: the OpenAPI; of these fields document 004 shows the first four.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::catalogs::{CatalogType, FeedFormat, FeedFrequency};

/// A page of catalogs.
#[response]
pub struct CatalogPage {
    /// The catalogs of this page.
    pub catalogs: Vec<Catalog>,
    /// The advertiser that they belong to.
    pub account: Option<CatalogAccount>,
    /// How many there are on all pages.
    pub total: Option<u64>,
}

/// The advertiser that catalogs belong to.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CatalogAccount {
    /// The advertiser.
    pub account_id: String,
}

/// A catalog.
#[response]
pub struct Catalog {
    /// Your id of the catalog.
    pub catalog_id: String,
    /// What it holds.
    pub r#type: Open<CatalogType>,
    /// Display name.
    pub name: Option<String>,
    /// The address of the feed; null without one.
    pub url: Option<String>,
    /// The service's id of the catalog.
    pub platform_id: Option<String>,
    /// Where its items come from.
    pub source_type: Option<Open<CatalogOrigin>>,
    /// How the feed is written.
    pub feed_format: Option<Open<FeedFormat>>,
    /// How often the feed is fetched.
    pub update_frequency: Option<Open<FeedFrequency>>,
    /// How many items there are.
    pub item_count: Option<u64>,
    /// How the last sync went.
    pub sync_status: Option<Open<CatalogSyncStatus>>,
    /// Whether it is in order.
    pub health_status: Option<Open<CatalogHealth>>,
    /// The newest version.
    pub latest_version_id: Option<String>,
    /// That version's number, from 1.
    pub latest_version_number: Option<u64>,
    /// A hash of what is in it.
    pub latest_content_hash: Option<String>,
    /// The transformation that is applied.
    pub active_transform_id: Option<String>,
    /// What will be made of it.
    pub latest_activation_plan_id: Option<String>,
    /// What the newest version changed.
    pub last_change_summary: Option<CatalogChanges>,
    /// When a sync was last tried.
    pub last_sync_attempt_at: Option<Timestamp>,
    /// When a sync last succeeded.
    pub last_synced_at: Option<Timestamp>,
    /// When the feed is fetched next.
    pub next_sync_at: Option<Timestamp>,
    /// From when on it counts as stale.
    pub stale_after_at: Option<Timestamp>,
    /// Its versions.
    pub versions: Option<Vec<CatalogVersion>>,
    /// How the feed was fetched lately.
    pub recent_refresh_runs: Option<Vec<CatalogRefresh>>,
    /// What was made of it lately.
    pub recent_activation_executions: Option<Vec<CatalogActivation>>,
    /// The advertiser that it belongs to.
    pub advertiser_id: Option<String>,
}

/// Where a catalog's items come from.
#[choice("snake_case")]
pub enum CatalogOrigin {
    Inline,
    Url,
    Selector,
}

/// How a sync of a catalog went.
#[choice("snake_case")]
pub enum CatalogSyncStatus {
    Pending,
    Syncing,
    Synced,
    Failed,
    NotSynced,
}

/// Whether a catalog is in order.
#[choice("snake_case")]
pub enum CatalogHealth {
    NotSynced,
    Healthy,
    Stale,
    Warning,
    Failed,
}

/// How many items changed.
#[response]
pub struct CatalogChanges {
    pub added: Option<u64>,
    pub updated: Option<u64>,
    pub unchanged: Option<u64>,
    pub removed: Option<u64>,
}

/// A version of a catalog.
#[response]
pub struct CatalogVersion {
    /// The version.
    pub version_id: String,
    /// Its number, from 1.
    pub version_number: Option<u64>,
    /// How many items it has.
    pub item_count: Option<u64>,
    /// A hash of what is in it.
    pub content_hash: Option<String>,
    /// What it changed.
    pub change_summary: Option<CatalogChanges>,
    /// How its sync went.
    pub sync_status: Option<Open<CatalogSyncStatus>>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When its sync was done.
    pub completed_at: Option<Timestamp>,
}

/// How a feed was fetched.
#[response]
pub struct CatalogRefresh {
    /// The run.
    pub refresh_run_id: String,
    /// How it went.
    pub status: Open<CatalogRefreshStatus>,
    /// The status with which the feed's server answered.
    pub http_status: Option<i64>,
    /// How many items there were.
    pub item_count: Option<u64>,
    /// Why nothing was made of it.
    pub activation_skipped_reason: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// When it began.
    pub started_at: Option<Timestamp>,
    /// When it was done.
    pub completed_at: Option<Timestamp>,
}

/// How fetching a feed went.
#[choice("snake_case")]
pub enum CatalogRefreshStatus {
    Syncing,
    Synced,
    Unchanged,
    Failed,
}

/// What was made of a catalog.
#[response]
pub struct CatalogActivation {
    /// The run.
    pub execution_id: String,
    /// The plan that it followed.
    pub plan_id: Option<String>,
    /// The version that it took.
    pub catalog_version_id: Option<String>,
    /// How it went.
    pub status: Open<CatalogActivationStatus>,
    /// What began it.
    pub trigger: Option<Open<CatalogActivationTrigger>>,
    /// How many campaign groups it concerned.
    pub campaign_group_count: Option<u64>,
    /// How many creative assets it made.
    pub creative_asset_count: Option<u64>,
    /// How many partners it was passed on to.
    pub syndication_target_count: Option<u64>,
    /// Why it failed.
    pub error: Option<String>,
    /// When it began.
    pub started_at: Option<Timestamp>,
    /// When it was done.
    pub completed_at: Option<Timestamp>,
}

/// How an activation went.
#[choice("snake_case")]
pub enum CatalogActivationStatus {
    Pending,
    Completed,
    Failed,
}

/// What began an activation.
#[choice("snake_case")]
pub enum CatalogActivationTrigger {
    Manual,
    FeedRefresh,
    Scheduled,
}
