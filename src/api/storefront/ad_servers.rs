//! Sources that stand on an ad server: connection, configuration, lifecycle.
//!
//! Source: document 000 for the tasks; the OpenAPI for their calls, with the pages "Replace ad-server config", "Rotate
//! credentials" and "Launch" for what it says in prose only. The calls answer 404 for sources of another kind.

use crate::api::OrNull;
use crate::api::operations;
use crate::format::{CurrencyCode, Digits, Email, HttpUrl, RelativePath, Secret};
use crate::shape::{Rule, choice, request};

use super::ad_server_status::AdServerStatus;
use super::connection::{AdServerConnection, ConnectionTest, LaunchUrl, RefreshStarted, SyncHistory};
use super::inventory_sources::ConnectionContract;

operations! {
    "inventorySources";

    /// Reads the connection of a source that stands on an ad server.
    get_connection = getInventorySourceEsa: Get "/api/v2/storefront/inventory-sources/{sourceId}/esa" Safe,
        GetConnection => AdServerConnection;

    /// Reads what the managed source is doing: adapter, syncs, workflows, packages, creatives, set-up tasks.
    get_status = getInventorySourceEsaStatus: Get "/api/v2/storefront/inventory-sources/{sourceId}/status" Safe,
        GetStatus => AdServerStatus;

    /// Lists past sync runs, newest first.
    ///
    /// Pass `nextCursor` back as `cursor` until it is null.
    list_sync_history = listInventorySourceEsaSyncHistory:
        Get "/api/v2/storefront/inventory-sources/{sourceId}/sync-history" Safe,
        ListSyncHistory => SyncHistory, each "runs";

    /// Makes a URL that opens the managed source's own pages once.
    ///
    /// Never store or share it.
    launch = launchInventorySourceEsa: Post "/api/v2/storefront/inventory-sources/{sourceId}/launch" Once,
        LaunchSource => LaunchUrl;

    /// Replaces the ad server's configuration as a whole.
    replace_ad_server = putInventorySourceAdServer: Put "/api/v2/storefront/inventory-sources/{sourceId}/ad-server" Idempotent,
        ReplaceAdServer => AdServerConnection;

    /// The same as `replaceAdServer`: the service replaces the whole configuration here, too.
    patch_ad_server = patchInventorySourceAdServer: Patch "/api/v2/storefront/inventory-sources/{sourceId}/ad-server" Once,
        ReplaceAdServer => AdServerConnection;

    /// Rotates the credentials in place; products, principals and sync history stay.
    ///
    /// For FreeWheel and SpringServe: Google Ad Manager rotates through `replaceAdServer`.
    rotate_credentials = rotateInventorySourceAdapterCredentials:
        Put "/api/v2/storefront/inventory-sources/{sourceId}/adapter-config" Idempotent,
        ReplaceAdServer => AdServerConnection;

    /// Asks the ad server whether it can be reached with the credentials.
    ///
    /// A failed test is an answer, not an error.
    test_connection = testInventorySourceEsaConnection:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/test-connection" Idempotent,
        TestConnection => ConnectionTest;

    /// Starts fresh sync runs.
    ///
    /// `already_running` is information, not failure.
    refresh = refreshInventorySourceEsa: Post "/api/v2/storefront/inventory-sources/{sourceId}/refresh" Idempotent,
        RefreshSource => RefreshStarted;

    /// Switches the managed source off; the row stays and can be reactivated.
    deactivate = deactivateInventorySourceEsa: Post "/api/v2/storefront/inventory-sources/{sourceId}/deactivate" Once,
        DeactivateSource => AdServerConnection;

    /// Switches a deactivated source on again.
    ///
    /// Refused with `TENANT_NOT_FOUND` when it is gone upstream.
    reactivate = reactivateInventorySourceEsa: Post "/api/v2/storefront/inventory-sources/{sourceId}/reactivate" Once,
        ReactivateSource => AdServerConnection;
}

/// Reads the connection of a source that stands on an ad server.
#[request]
pub struct GetConnection {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Reads what the managed source is doing.
#[request]
pub struct GetStatus {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// Whether past sync runs are wanted as well.
    pub include_sync_history: Option<bool>,
    /// How many past sync runs are wanted; 1 to 10.
    #[shape(range = 1..=10, default = "5")]
    pub sync_history_limit: Option<i64>,
}

/// Lists past sync runs.
#[request]
pub struct ListSyncHistory {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// Only runs of this type.
    pub sync_type: Option<String>,
    /// Only runs with this status.
    pub status: Option<String>,
    /// How many runs a page holds; 1 to 500.
    #[shape(range = 1..=500)]
    pub limit: Option<i64>,
    /// The `nextCursor` of the page before.
    pub cursor: Option<String>,
}

/// Makes a URL that opens the managed source's own pages once.
#[request]
pub struct LaunchSource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// Where to land, such as `/products`; at most 2048 characters, without a scheme and without `..`.
    #[shape(length = ..=2048)]
    pub path: Option<RelativePath>,
}

/// Replaces the ad server's configuration as a whole.
#[request]
pub struct ReplaceAdServer {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    #[serde(flatten)]
    pub config: AdServerConfig,
}

/// Which ad server it is; its configuration follows from that. Credentials are passed on and never come back.
#[request]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum AdServerConfig {
    #[serde(rename = "google_ad_manager")]
    GoogleAdManager(GoogleAdManagerConfig),
    FreeWheel(FreeWheelConfig),
    SpringServe(SpringServeConfig),
    AdsWizz(AdsWizzConfig),
}

/// Google Ad Manager. There is no credential to give: the publisher grants access in Ad Manager itself.
#[request]
pub struct GoogleAdManagerConfig {
    /// The code of your Google Ad Manager network; 1 to 32 digits.
    #[shape(length = 1..=32)]
    pub network_code: Digits,
    /// The connection contract that this set-up was checked against.
    pub connection_contract: Option<ConnectionContract>,
}

/// FreeWheel. Authenticates in one of three ways: client id and secret, user name and password, or a token.
#[request]
#[shape(rule = Rule::OneGroupOf(&[&["clientId", "clientSecret"], &["username", "password"], &["apiToken"]]))]
pub struct FreeWheelConfig {
    /// The client id of the client credentials grant; 1 to 255 characters; the preferred way.
    #[shape(length = 1..=255)]
    pub client_id: Option<String>,
    /// The secret of the client credentials grant; goes with `clientId`.
    pub client_secret: Option<Secret>,
    /// The user name of the older password grant; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub username: Option<String>,
    /// The password; goes with `username`.
    pub password: Option<Secret>,
    /// A token made beforehand; for tests, since nothing renews it.
    pub api_token: Option<Secret>,
    /// The FreeWheel environment.
    #[shape(default = "production")]
    pub environment: Option<FreeWheelEnvironment>,
    /// The advertiser to book for when nothing else says; at most 64 characters.
    #[shape(length = ..=64)]
    pub default_advertiser_id: Option<String>,
    /// The currency in which FreeWheel books. Left out, it is the storefront's, or stays as it is.
    pub execution_currency: Option<CurrencyCode>,
    /// The connection contract that this set-up was checked against.
    pub connection_contract: Option<ConnectionContract>,
}

/// SpringServe. Authenticates with e-mail address and password, or with a token.
#[request]
#[shape(rule = Rule::OneGroupOf(&[&["email", "password"], &["apiToken"]]))]
pub struct SpringServeConfig {
    /// The e-mail address of the SpringServe login; at most 255 characters.
    #[shape(length = ..=255)]
    pub email: Option<Email>,
    /// The password; goes with `email`.
    pub password: Option<Secret>,
    /// A token made beforehand; for tests, since nothing renews it.
    pub api_token: Option<Secret>,
    /// The SpringServe environment; there is one.
    #[shape(default = "production")]
    pub environment: Option<SpringServeEnvironment>,
    /// The demand partner to book for when nothing else says; from 1.
    #[shape(range = 1..)]
    pub default_demand_partner_id: Option<i64>,
    /// The currency of rates. Left out, it is the storefront's, or stays as it is.
    pub rate_currency: Option<CurrencyCode>,
    /// The connection contract that this set-up was checked against.
    pub connection_contract: Option<ConnectionContract>,
}

/// AdsWizz, for streaming audio and podcasts.
#[request]
pub struct AdsWizzConfig {
    /// The static AdsWizz API key.
    pub api_key: Secret,
    /// The agency's id; from 1.
    #[shape(range = 1..)]
    pub agency_id: i64,
    /// The currency in which the agency bills; the prices of products must be in it.
    pub default_currency: CurrencyCode,
    /// The AdsWizz surface; there is one.
    #[shape(default = "AUDIOSERVE")]
    pub environment: Option<AdsWizzEnvironment>,
    /// Another address of the Domain API.
    #[shape(default = "https://api.adswizz.com/domain/v8")]
    pub base_url: Option<HttpUrl>,
    /// Another address of the Forecasting API.
    #[shape(default = "https://api.adswizz.com/forecasting/v3")]
    pub forecasting_base_url: Option<HttpUrl>,
    /// The highest price per thousand impressions; every rate is held against it. Null for none.
    #[shape(above = 0)]
    pub cpm_limit: Option<OrNull<f64>>,
    /// The advertiser to book for when nothing else says; at most 64 characters; null for none.
    #[shape(length = ..=64)]
    pub default_advertiser_id: Option<OrNull<String>>,
    /// The connection contract that this set-up was checked against.
    pub connection_contract: Option<ConnectionContract>,
}

/// The FreeWheel environments; all but `production` are for tests.
#[choice("lowercase")]
pub enum FreeWheelEnvironment {
    Production,
    Staging,
    Sandbox,
}

/// The SpringServe environments.
#[choice("lowercase")]
pub enum SpringServeEnvironment {
    Production,
}

/// The AdsWizz surfaces.
#[choice]
pub enum AdsWizzEnvironment {
    #[serde(rename = "AUDIOSERVE")]
    AudioServe,
}

/// Asks the ad server whether it can be reached.
#[request]
pub struct TestConnection {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Starts fresh sync runs.
#[request]
pub struct RefreshSource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Switches the managed source off.
#[request]
pub struct DeactivateSource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Switches a deactivated source on again.
#[request]
pub struct ReactivateSource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}
