//! Catalogs: the products, offers and places that advertisements are made from.
//!
//! Source: document 004, "Catalogs"; the OpenAPI for bounds, the type `app` and three feed formats. There is no call for a
//! single catalog. The document and the OpenAPI show different answers to a sync, so either is read.

use crate::api::{JsonObject, Open, operations};
use crate::format::{HttpUrl, Id, Timestamp};
use crate::shape::{Rule, choice, request, response};

use super::catalog::{CatalogChanges, CatalogHealth, CatalogPage};
use super::sync::{ACCOUNT, SyncAccount, SyncAction, account_is_the_advertiser};

operations! {
    "catalogs";

    /// Lists an advertiser's catalogs.
    list = listCatalogs as "list_catalogs": Get "/api/v2/buyer/advertisers/{advertiserId}/catalogs" Safe,
        ListCatalogs => CatalogPage, each "catalogs";

    /// Creates and updates catalogs by their ids, from feeds or from items.
    sync = syncCatalogs as "sync_catalogs": Post "/api/v2/buyer/advertisers/{advertiserId}/catalogs/sync" Idempotent,
        SyncCatalogs => CatalogsSynced;
}

/// Lists an advertiser's catalogs.
#[request]
pub struct ListCatalogs {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Only catalogs of this type.
    pub r#type: Option<CatalogType>,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(default = "0")]
    pub skip: Option<u64>,
}

/// Creates and updates catalogs.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::custom(ACCOUNT, account_is_the_advertiser))]
pub struct SyncCatalogs {
    /// The advertiser.
    #[serde(rename = "advertiserId")]
    pub advertiser_id: Id,
    /// The advertiser once more; the same as `advertiserId`.
    pub account: SyncAccount,
    /// The catalogs to create or update; 1 to 50.
    #[shape(items = 1..=50)]
    pub catalogs: Vec<CatalogToSync>,
    /// Only these of `catalogs`; all of them when left out.
    pub catalog_ids: Option<Vec<String>>,
    /// Whether catalogs that are not in this call are archived.
    #[shape(default = "false")]
    pub delete_missing: Option<bool>,
    /// Whether to show what would change and change nothing.
    #[shape(default = "false")]
    pub dry_run: Option<bool>,
    /// How strictly items are looked at.
    #[shape(default = "strict")]
    pub validation_mode: Option<CatalogValidation>,
}

/// A catalog to create or update, from a feed or from items.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::ExactlyOneOf(&["url", "items"]))]
pub struct CatalogToSync {
    /// Your id for the catalog.
    #[shape(length = 1..)]
    pub catalog_id: String,
    /// What it holds.
    pub r#type: CatalogType,
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// The address of the feed; or `items`.
    pub url: Option<HttpUrl>,
    /// The items themselves; at most 10,000; their fields depend on the type; or `url`.
    #[shape(items = ..=10_000, bulk)]
    pub items: Option<Vec<JsonObject>>,
    /// How the feed is written.
    pub feed_format: Option<FeedFormat>,
    /// How often the feed is fetched.
    pub update_frequency: Option<FeedFrequency>,
    /// The conversion events that belong to it.
    pub conversion_events: Option<Vec<String>>,
}

/// What a catalog holds.
#[choice("snake_case")]
pub enum CatalogType {
    Offering,
    Product,
    Inventory,
    Store,
    Promotion,
    Hotel,
    Flight,
    Job,
    Vehicle,
    RealEstate,
    Education,
    Destination,
    App,
}

/// How a feed is written.
#[choice("snake_case")]
pub enum FeedFormat {
    GoogleMerchantCenter,
    FacebookCatalog,
    Shopify,
    LinkedinJobs,
    TiktokShop,
    PinterestCatalog,
    OpenaiProductFeed,
    Custom,
}

/// How often a feed is fetched.
#[choice("snake_case")]
pub enum FeedFrequency {
    Realtime,
    Hourly,
    Daily,
    Weekly,
}

/// How strictly items are looked at.
#[choice("snake_case")]
pub enum CatalogValidation {
    Strict,
    Lenient,
}

/// What became of each catalog.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CatalogsSynced {
    /// The catalogs of the call, and those that were archived.
    pub catalogs: Option<Vec<CatalogSyncResult>>,
    /// The same under the name of the older documents.
    pub results: Option<Vec<CatalogSyncResult>>,
    /// Whether nothing was changed.
    pub dry_run: Option<bool>,
}

/// What became of a catalog.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CatalogSyncResult {
    /// Your id of the catalog.
    pub catalog_id: String,
    /// What was done.
    pub action: Open<SyncAction>,
    /// Display name.
    pub name: Option<String>,
    /// What it holds.
    pub r#type: Option<Open<CatalogType>>,
    /// The service's id of the catalog.
    pub platform_id: Option<String>,
    /// The version that this sync made.
    pub catalog_version_id: Option<String>,
    /// That version's number, from 1.
    pub catalog_version_number: Option<u64>,
    /// A hash of what is in it.
    pub content_hash: Option<String>,
    /// How many items there are.
    pub item_count: Option<u64>,
    /// How many of them may be used.
    pub items_approved: Option<u64>,
    /// How many of them wait.
    pub items_pending: Option<u64>,
    /// How many of them may not be used.
    pub items_rejected: Option<u64>,
    /// What changed.
    pub item_changes: Option<CatalogChanges>,
    /// Whether it is in order.
    pub health_status: Option<Open<CatalogHealth>>,
    /// What will be made of it.
    pub activation_plan_id: Option<String>,
    /// What is wrong with single items.
    pub item_issues: Option<Vec<CatalogItemIssue>>,
    /// When it was last synced.
    pub last_synced_at: Option<Timestamp>,
    /// When the feed is fetched next.
    pub next_fetch_at: Option<Timestamp>,
    /// Why it failed.
    pub error: Option<String>,
}

/// What is wrong with an item.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CatalogItemIssue {
    /// The item.
    pub item_id: Option<String>,
    /// The field.
    pub field: Option<String>,
    /// What is wrong.
    pub issue: String,
    /// Whether it keeps the item from being used.
    pub severity: Option<Open<ItemSeverity>>,
}

/// How grave a mistake in an item is.
#[choice("snake_case")]
pub enum ItemSeverity {
    Error,
    Warning,
}
