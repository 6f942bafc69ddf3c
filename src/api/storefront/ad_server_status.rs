//! What a managed source is doing: its adapter, syncs, workflows, packages, creatives, set-up tasks.
//!
//! Source: the OpenAPI.

use std::collections::BTreeMap;

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::catalog_freshness::CatalogFreshness;
use super::connection::{AdServerType, SyncRun};
use super::source_health::SourceDiagnosis;

/// What a managed source is doing.
#[response]
pub struct AdServerStatus {
    /// Whether it works for buyers.
    pub operational: OperationalStatus,
    /// An older setting; `syncs.pricingAvailability.coverageSummary` tells the prices product by product.
    pub wholesale_pricing_mode: Option<Open<WholesalePricingMode>>,
    /// Whether the ad server can be reached.
    pub adapter: AdapterStatus,
    /// How its syncs stand.
    pub syncs: AdServerSyncs,
    /// What waits for people.
    pub workflows: WorkflowCounts,
    /// The packages of running media buys.
    pub packages: PackageCounts,
    /// The creatives.
    pub creatives: CreativeCounts,
    /// The wholesale products. Absent from older sources.
    pub products: Option<WholesaleProductCounts>,
    /// The inventory profiles out of which products are made.
    pub inventory_profiles: Option<InventoryProfileCounts>,
    /// How webhooks arrive.
    pub webhooks: Option<WebhookDelivery>,
    /// How fresh the copies are that buyers discover from.
    pub catalog: Option<CatalogFreshness>,
    /// What is still to be set up.
    pub setup_tasks: Option<SetupTasks>,
    /// What the vendor has to allow separately.
    pub capabilities: Option<VendorCapabilities>,
    /// What is wrong, who has to act, and how. Only what `seller` owns is yours to do.
    pub diagnoses: Option<Vec<SourceDiagnosis>>,
    /// When this was read.
    pub fetched_at: Timestamp,
}

/// Whether a managed source works for buyers.
#[response]
pub struct OperationalStatus {
    /// Whether it is set up and has products that buyers see.
    pub is_live: bool,
    /// Whether discovery suffers; false until the source is live.
    pub discovery_degraded: bool,
    /// Whether delivery or reporting suffers.
    pub delivery_degraded: bool,
    /// In a sentence.
    pub summary: String,
    /// What is wrong.
    pub issues: Vec<OperationalIssue>,
}

/// Something that is wrong with a managed source.
#[response]
pub struct OperationalIssue {
    /// What it is, as a code.
    pub code: String,
    /// How bad it is: `warning` or `critical`.
    pub severity: Open<SyncSeverity>,
    /// What it is, in words.
    pub message: String,
    /// What suffers.
    pub affects: Vec<Open<AffectedArea>>,
    /// Where it is put right, as a path; null when there is no such page.
    pub configure_path: Option<String>,
}

/// What suffers from an issue.
#[choice("lowercase")]
pub enum AffectedArea {
    Discovery,
    Delivery,
    Setup,
}

/// Where wholesale prices come from.
#[choice("snake_case")]
pub enum WholesalePricingMode {
    AdServerSync,
    ManualUpload,
}

/// Whether the ad server can be reached.
#[response]
pub struct AdapterStatus {
    /// Which ad server.
    pub r#type: Open<AdServerType>,
    /// Whether it is connected.
    pub connected: bool,
    /// When it was last tested.
    pub last_tested_at: Option<Timestamp>,
    /// Why the last test failed; null when it did not.
    pub last_test_error: Option<String>,
}

/// How the syncs of a managed source stand; those that it does not have are absent.
#[response]
pub struct AdServerSyncs {
    /// What can be sold.
    pub inventory: SyncStatus,
    /// The keys and values of custom targeting.
    pub custom_targeting: Option<SyncStatus>,
    /// The advertisers.
    pub advertisers: Option<SyncStatus>,
    /// The reports.
    pub reporting: Option<SyncStatus>,
    /// How far signals reach.
    pub signal_coverage: Option<SyncStatus>,
    /// The prices.
    pub pricing_availability: Option<SyncStatus>,
    /// Syncs that were added since, by name.
    #[serde(flatten)]
    #[tsify(type = "Record<string, SyncStatus | null | undefined>")]
    pub others: BTreeMap<String, Option<SyncStatus>>,
}

/// How a sync stands.
#[response]
pub struct SyncStatus {
    /// How the last run stands or ended.
    pub status: String,
    /// How bad it is.
    pub severity: Open<SyncSeverity>,
    /// When it last worked.
    pub last_success_at: Option<Timestamp>,
    /// What is wrong; null when nothing is.
    pub issue: Option<SyncIssue>,
    /// When it last ran.
    pub last_run_at: Option<Timestamp>,
    /// When it last began.
    pub last_started_at: Option<Timestamp>,
    /// How many items it brought.
    pub item_count: Option<i64>,
    /// Why it failed; null when it did not.
    pub error: Option<String>,
    /// How the last runs went.
    pub history: SyncRunCounts,
    /// `pricingAvailability` only: how many products have a price.
    pub coverage_summary: Option<PricingCoverage>,
}

/// How bad something is.
#[choice("lowercase")]
pub enum SyncSeverity {
    Ok,
    Warning,
    Critical,
}

/// What is wrong with a sync, or with what a vendor has to allow.
#[response]
pub struct SyncIssue {
    /// What it is, as a code.
    pub code: String,
    /// What kind of thing it is.
    pub category: String,
    /// What it is, in words.
    pub message: String,
    /// Whether trying again may help.
    pub retryable: bool,
    /// What to do about it.
    pub action: Option<String>,
    /// The capability that it is about.
    pub capability: Option<String>,
}

/// How the last runs of a sync went.
#[response]
pub struct SyncRunCounts {
    /// How many runs were looked at.
    pub recent_run_count: i64,
    /// How many of them failed.
    pub recent_failure_count: i64,
    /// How many of the very last failed in a row.
    pub consecutive_failure_count: i64,
    /// When the last failure was.
    pub latest_failure_at: Option<Timestamp>,
    /// What it was.
    pub latest_error: Option<String>,
    /// The runs themselves; with `includeSyncHistory` only.
    pub recent_runs: Option<Vec<SyncRun>>,
}

/// How many products have a price, and from where.
#[response]
pub struct PricingCoverage {
    /// All products.
    pub total_products: i64,
    /// Those that are on sale.
    pub active_products: i64,
    /// Those that the ad server prices.
    pub ad_server_priced: i64,
    /// Those that were priced by hand.
    pub manually_priced: i64,
    /// Active ones without a price; buyers do not see them.
    pub unresolved: i64,
    /// Drafts, which are not counted.
    pub draft_ignored: i64,
    /// The unresolved ones by reason.
    pub by_unresolved_reason: BTreeMap<String, i64>,
}

/// What waits for people.
#[response]
pub struct WorkflowCounts {
    /// How many are open.
    pub open_count: i64,
    /// Since when the oldest is open; null when none is.
    pub oldest_opened_at: Option<Timestamp>,
    /// The open ones by kind.
    pub by_kind: BTreeMap<String, i64>,
}

/// The packages of running media buys.
#[response]
pub struct PackageCounts {
    /// How many deliver.
    pub active_count: i64,
    /// How many are paused.
    pub paused_count: i64,
    /// The impressions of the last 24 hours.
    pub last24h_impressions: i64,
}

/// The creatives of a managed source.
#[response]
pub struct CreativeCounts {
    /// How many are in use.
    pub active_count: i64,
    /// How many wait for review.
    pub pending_review_count: i64,
    /// How many were rejected in the last 24 hours.
    pub rejected_last24h_count: i64,
}

/// The wholesale products of a managed source.
#[response]
pub struct WholesaleProductCounts {
    /// How many are on sale.
    pub active_count: i64,
    /// How many are drafts.
    pub draft_count: i64,
    /// How many are archived.
    pub archived_count: i64,
}

/// The inventory profiles of a managed source.
#[response]
pub struct InventoryProfileCounts {
    /// All of them.
    pub total_count: i64,
    /// How many are complete.
    pub complete_count: i64,
    /// How many are not.
    pub incomplete_count: i64,
    /// How many belong to wholesale.
    pub wholesale_owned_count: i64,
}

/// How a managed source's webhooks arrive.
#[response]
pub struct WebhookDelivery {
    /// The last 24 hours.
    pub last24h: WebhookCounts,
    /// When one last failed; null when none did.
    pub last_failure_at: Option<Timestamp>,
}

/// Webhooks of the last 24 hours.
#[response]
pub struct WebhookCounts {
    /// How many arrived.
    pub delivered: i64,
    /// How many failed.
    pub failed: i64,
    /// The share that arrived.
    pub success_rate: f64,
}

/// What is still to be set up.
#[response]
pub struct SetupTasks {
    /// How many tasks keep the source from working.
    pub blocker_count: i64,
    /// How many tasks should be done.
    pub warning_count: i64,
    /// The tasks.
    pub items: Vec<SetupTask>,
}

/// A thing to set up.
#[response]
pub struct SetupTask {
    /// The task's id.
    pub id: String,
    /// The task's name.
    pub name: String,
    /// How much depends on it.
    pub severity: Open<SetupSeverity>,
    /// Whose task it is.
    pub scope: Open<SetupScope>,
    /// What is to be done.
    pub description: String,
    /// Whether it is done.
    pub is_complete: bool,
    /// Where it is done, as a path within the managed source's pages; null when there is no such page.
    pub configure_path: Option<String>,
}

/// How much depends on a set-up task.
#[choice("lowercase")]
pub enum SetupSeverity {
    Blocker,
    Warning,
    Info,
}

/// Whose set-up task it is.
#[choice("lowercase")]
pub enum SetupScope {
    Platform,
    Publisher,
}

/// What the ad server's vendor has to allow separately; what it does not have is absent.
#[response]
pub struct VendorCapabilities {
    /// Reading reports.
    pub reporting: Option<VendorCapability>,
    /// Asking for forecasts.
    pub forecasting: Option<VendorCapability>,
    /// What was added since, by name.
    #[serde(flatten)]
    #[tsify(type = "Record<string, VendorCapability | null | undefined>")]
    pub others: BTreeMap<String, Option<VendorCapability>>,
}

/// Something that the ad server's vendor has to allow separately.
#[response]
pub struct VendorCapability {
    /// Whether it is allowed.
    pub state: Open<VendorCapabilityState>,
    /// When that was last asked; null for never.
    pub checked_at: Option<Timestamp>,
    /// What stands in the way; null when nothing does.
    pub issue: Option<SyncIssue>,
}

/// Whether a vendor allows something. Once it waits for permission, it is not asked again by itself.
#[choice("snake_case")]
pub enum VendorCapabilityState {
    Unknown,
    Available,
    AwaitingVendorPermission,
}
