//! How healthy a source is: the parts that readiness, diagnostics and ad-server status share.
//!
//! Source: the OpenAPI.

use crate::api::{JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

/// Whether a source wants a credential, and has one.
#[response]
pub struct SourceAuth {
    /// Whether the source wants a credential.
    pub required: bool,
    /// Whether there is one.
    pub configured: bool,
    /// How the source is authenticated; null when that is not known.
    pub r#type: Option<String>,
}

/// Whether a source can do something.
#[choice("lowercase")]
pub enum Support {
    Supported,
    Unsupported,
    Unknown,
}

/// How healthy something is.
#[choice("lowercase")]
pub enum HealthStatus {
    Healthy,
    Degraded,
    Unhealthy,
    Unknown,
}

/// How a source has answered lately.
#[response]
pub struct SourceHealth {
    /// How healthy it is.
    pub status: Open<HealthStatus>,
    /// The last error; null when there was none.
    pub last_error: Option<String>,
    /// The same as a code.
    pub last_error_code: Option<String>,
    /// When it was.
    pub last_error_at: Option<Timestamp>,
    /// When the source last answered well.
    pub last_success_at: Option<Timestamp>,
    /// When it was last checked.
    pub last_checked_at: Option<Timestamp>,
}

/// How healthy a source is in what it does.
#[response]
pub struct CapabilityHealth {
    /// Giving products.
    pub inventory: ObservedHealth,
    /// Reporting delivery.
    pub reporting: ObservedHealth,
}

/// How healthy one thing is that a source does.
#[response]
pub struct ObservedHealth {
    /// How healthy it is; null while nobody has looked.
    pub status: Option<Open<HealthStatus>>,
    /// What was seen.
    pub observations: Vec<HealthObservation>,
}

/// What one observer has seen.
#[response]
pub struct HealthObservation {
    /// Who looked.
    pub observer: String,
    /// How healthy it was.
    pub status: Open<HealthStatus>,
    /// How healthy it was the time before.
    pub previous_status: Option<Open<HealthStatus>>,
    /// Why, as a code.
    pub cause: Option<String>,
    /// Why, in words.
    pub detail: Option<String>,
    /// Who has to act.
    pub owner: Option<String>,
    /// When it was seen.
    pub observed_at: Timestamp,
    /// When it was last fine.
    pub last_ok_at: Option<Timestamp>,
}

/// Something that is wrong with a source, who has to act, and how.
#[response]
pub struct SourceDiagnosis {
    /// Stays the same as long as the same thing is wrong with the same source.
    pub diagnosis_id: String,
    /// Your id of the source; null when it concerns the whole storefront.
    pub source_id: Option<String>,
    /// The source's name.
    pub source_name: String,
    /// What is wrong.
    pub failure_mode: Open<FailureMode>,
    /// Who has to act. Only what `seller` owns is yours to do.
    pub owner: Open<DiagnosisOwner>,
    /// What it means for this storefront.
    pub severity: Open<DiagnosisSeverity>,
    /// In a sentence, with what it costs you.
    pub summary: String,
    /// Evidence in numbers and codes; null when there is none.
    pub detail: Option<String>,
    /// What can be done at once.
    pub action: DiagnosisAction,
    /// The place in the vendor's troubleshooting page; null when there is none.
    pub docs_anchor: Option<String>,
    /// When it was seen.
    pub observed_at: Timestamp,
}

/// What can be wrong with a source.
#[choice("snake_case")]
pub enum FailureMode {
    CatalogProductsStale,
    CatalogProductsEmpty,
    CatalogProductsHidden,
    CatalogSignalsStale,
    CatalogFetchError,
    AdapterCredentialsInvalid,
    AdServerSyncFailed,
    ReportingAccessMissing,
    ForecastingAccessMissing,
    SourceUnreachable,
    SourceDegraded,
    ReportingUnreachable,
    ReportingPayloadRejected,
    AgentAuthMissing,
    TraffickingError,
    WholesalePricingStale,
    MediaBuyStatusStale,
}

/// Who has to act.
#[choice("lowercase")]
pub enum DiagnosisOwner {
    Seller,
    Scope3,
    Vendor,
}

/// What a diagnosis means for a storefront.
#[choice("lowercase")]
pub enum DiagnosisSeverity {
    /// It stops selling or setting up.
    Blocking,
    /// It makes them worse.
    Attention,
    /// It will matter later.
    Advisory,
}

/// What can be done about a diagnosis; `kind` tells which fields are there.
#[response]
pub struct DiagnosisAction {
    /// What kind of action.
    pub kind: Open<DiagnosisActionKind>,
    /// What to write on the button; absent with `none`.
    pub label: Option<String>,
    /// `recheck`: the call that checks again, by its documented name.
    pub operation: Option<Open<RecheckOperation>>,
    /// `recheck`: what the call's path needs.
    pub path_params: Option<ActionTarget>,
    /// `recheck`: what the call's body holds, where it has one.
    pub body: Option<JsonObject>,
    /// `recheck`: the call's method; `operation` is preferred.
    pub method: Option<String>,
    /// `recheck`: the call's path; `operation` is preferred.
    pub path: Option<String>,
}

/// The kinds of actions about a diagnosis.
#[choice("lowercase")]
pub enum DiagnosisActionKind {
    /// Check again.
    Recheck,
    /// Connect the ad server again.
    Reconnect,
    /// Open the page where it is put right.
    Open,
    /// Nothing to do for you.
    None,
}

/// The calls that check a source again.
#[choice("snake_case")]
pub enum RecheckOperation {
    RefreshEsa,
    RecheckEsaCapability,
    RunInventorySourceDiscoveryTest,
}

/// What an action is about; which fields are there depends on its operation.
#[response]
pub struct ActionTarget {
    /// Your id of the source.
    pub source_id: Option<String>,
    /// The source's name.
    pub source_name: Option<String>,
    /// The ad-server connection.
    pub esa_id: Option<String>,
    /// What the vendor has to allow.
    pub capability: Option<Open<RecheckCapability>>,
}

/// What can be checked again on its own.
#[choice("lowercase")]
pub enum RecheckCapability {
    Reporting,
    Forecasting,
}
