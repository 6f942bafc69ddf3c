//! What the calls on a source's ad server answer with: connection, test, launch, refresh, sync history.
//!
//! Source: the OpenAPI; document 000 for `provisioningStatus`, which the OpenAPI does not show.

use std::collections::BTreeMap;

use crate::api::{JsonObject, Open};
use crate::format::{CurrencyCode, Email, Timestamp};
use crate::shape::{choice, response};

/// The connection between a source and its ad server.
#[response]
pub struct AdServerConnection {
    /// The connection's id; a customer can have several.
    pub id: String,
    /// The customer whose storefront it is.
    pub customer_id: i64,
    /// How far the set-up of the managed source is. Absent in newer answers.
    pub provisioning_status: Option<Open<ProvisioningStatus>>,
    /// The managed source's id upstream; null until it is set up.
    pub tenant_id: Option<String>,
    /// Its MCP address, absolute or relative such as `/mcp/`; null until it is set up.
    pub mcp_url: Option<String>,
    /// Its A2A address, absolute or relative such as `/a2a`; null until it is set up.
    pub a2a_url: Option<String>,
    /// The configuration without credentials; null until there is one.
    pub ad_server: Option<AdServerView>,
    /// Whom the publisher lets in at the ad server; null until the configuration is saved.
    pub service_account_email: Option<Email>,
    /// Why the last set-up or test failed; null when it did not.
    pub last_error: Option<String>,
    /// The same as a code.
    pub last_error_code: Option<Open<ProvisioningErrorCode>>,
    /// When the connection was last tested.
    pub last_tested_at: Option<Timestamp>,
    /// When the managed source was set up; null until then.
    pub provisioned_at: Option<Timestamp>,
    /// When it was switched off; null while it is on.
    pub deactivated_at: Option<Timestamp>,
    /// When the connection was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// The last known state of the inventory sync; null until the first signal.
    pub inventory_sync: Option<InventorySync>,
}

/// How far the set-up of a managed source is.
#[choice("lowercase")]
pub enum ProvisioningStatus {
    Pending,
    Provisioning,
    Active,
    Failed,
    Deactivated,
}

/// Why the set-up of a managed source failed.
#[choice]
pub enum ProvisioningErrorCode {
    AdapterNetworkNotFound,
    AdapterPermissionDenied,
    AdapterInvalidCredentials,
    AdapterInvalidConfig,
    AdapterConnectionFailed,
    InternalError,
}

/// An ad server's configuration without its credentials; `type` tells which fields are there.
#[response]
pub struct AdServerView {
    /// Which ad server.
    pub r#type: Open<AdServerType>,
    /// `google_ad_manager`: the network code.
    pub network_code: Option<String>,
    /// `freewheel`: the client id.
    pub client_id: Option<String>,
    /// `freewheel`: the user name of the older password grant.
    pub username: Option<String>,
    /// `springserve`: the address of the login.
    pub email: Option<String>,
    /// All but `google_ad_manager`: the environment.
    pub environment: Option<Open<AdServerEnvironment>>,
    /// `freewheel` and `adswizz`: the advertiser to book for when nothing else says.
    pub default_advertiser_id: Option<String>,
    /// `springserve`: the demand partner to book for when nothing else says.
    pub default_demand_partner_id: Option<i64>,
    /// `freewheel`: the currency in which it books.
    pub execution_currency: Option<CurrencyCode>,
    /// `springserve`: the currency of rates.
    pub rate_currency: Option<CurrencyCode>,
    /// `adswizz`: the currency in which the agency bills.
    pub default_currency: Option<CurrencyCode>,
    /// `adswizz`: the agency's id.
    pub agency_id: Option<i64>,
    /// `adswizz`: the address of the Domain API.
    pub base_url: Option<String>,
    /// `adswizz`: the address of the Forecasting API.
    pub forecasting_base_url: Option<String>,
    /// `adswizz`: the highest price per thousand impressions; null for none.
    pub cpm_limit: Option<f64>,
}

/// The ad servers.
#[choice("lowercase")]
pub enum AdServerType {
    #[serde(rename = "google_ad_manager")]
    GoogleAdManager,
    FreeWheel,
    SpringServe,
    AdsWizz,
}

/// The environments of the ad servers.
#[choice("lowercase")]
pub enum AdServerEnvironment {
    Production,
    Staging,
    Sandbox,
    #[serde(rename = "AUDIOSERVE")]
    AudioServe,
}

/// The last known state of the inventory sync.
#[response]
pub struct InventorySync {
    /// How it stands.
    pub status: Option<Open<InventorySyncStatus>>,
    /// When it last ran.
    pub last_run_at: Option<Timestamp>,
    /// When it last came to an end.
    pub completed_at: Option<Timestamp>,
    /// How many items it brought.
    pub item_count: Option<i64>,
    /// Why it failed; null when it did not.
    pub error: Option<String>,
    /// When this state was learned.
    pub updated_at: Option<Timestamp>,
}

/// How the inventory sync stands; `unknown` until the first signal.
#[choice("snake_case")]
pub enum InventorySyncStatus {
    Unknown,
    NeverRun,
    Running,
    Success,
    Failed,
}

/// Whether the ad server could be reached.
#[response]
pub struct ConnectionTest {
    /// Whether the test passed.
    pub success: bool,
    /// Why it did not; null when it passed.
    pub error: Option<String>,
    /// The same as a code.
    pub error_code: Option<Open<ProvisioningErrorCode>>,
    /// What to do about it.
    pub remediation: Option<String>,
    /// Whatever else the ad server said.
    pub details: Option<JsonObject>,
    /// What was tried one by one.
    pub capability_checks: Option<Vec<CapabilityCheck>>,
    /// When the test was made.
    pub tested_at: Timestamp,
}

/// One thing that the test tried.
#[response]
pub struct CapabilityCheck {
    /// What was tried.
    pub capability: String,
    /// How it went.
    pub status: Open<CapabilityCheckStatus>,
    /// In words.
    pub message: Option<String>,
    /// Why it failed, as a code.
    pub error_code: Option<String>,
    /// What to do about it.
    pub remediation: Option<String>,
    /// Whatever else the ad server said.
    pub details: Option<JsonObject>,
}

/// How a check went; `not_checked` when trying it would change something.
#[choice("snake_case")]
pub enum CapabilityCheckStatus {
    Passed,
    Failed,
    NotChecked,
}

/// A URL that opens the managed source's own pages.
#[response]
pub struct LaunchUrl {
    /// Works once and soon expires: send the browser there at once, and neither store nor share it.
    pub url: String,
}

/// What the refresh set off.
#[response]
pub struct RefreshStarted {
    /// Whether runs were started, or were under way already.
    pub status: Open<RefreshStatus>,
    /// The runs' ids by type of sync.
    pub sync_run_ids: BTreeMap<String, String>,
    /// When they were started.
    pub started_at: Option<Timestamp>,
    /// The types of sync that were under way already.
    pub running_sync_types: Option<Vec<String>>,
}

/// What became of a refresh.
#[choice("snake_case")]
pub enum RefreshStatus {
    Started,
    AlreadyRunning,
}

/// A page of past sync runs.
#[response]
pub struct SyncHistory {
    /// The runs, newest first.
    pub runs: Vec<SyncRun>,
    /// How many runs are on this page.
    pub count: i64,
    /// The `cursor` of the next page; null on the last.
    pub next_cursor: Option<String>,
}

/// A past sync run.
#[response]
pub struct SyncRun {
    /// The run's id.
    pub sync_id: String,
    /// What was synced.
    pub sync_type: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; null while it runs.
    pub completed_at: Option<Timestamp>,
    /// How it stands or ended.
    pub status: String,
    /// How long it took, in seconds.
    pub duration_seconds: Option<i64>,
    /// How many items were dealt with.
    pub items_processed: i64,
    /// How many of them failed.
    pub items_failed: i64,
    /// What went wrong, in short.
    pub error_summary: Option<String>,
    /// What kind of thing went wrong.
    pub error_category: Option<String>,
}
