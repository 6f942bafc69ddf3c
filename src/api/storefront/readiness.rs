//! Whether a storefront can go live, and what stands in the way.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::shape::{choice, response};

use super::coverage::{DemandCoverage, PublisherDomainReadiness};
use super::onboarding::{OnboardingPhase, OnboardingPlan};
use super::source_health::SourceDiagnosis;
use super::source_readiness::SourceReadiness;

/// Whether a storefront can go live, and what stands in the way.
#[response]
pub struct StorefrontReadiness {
    /// The storefront's public id.
    pub platform_id: String,
    /// Whether every requirement is met.
    pub status: Open<ReadinessStatus>,
    /// Whether products are hidden and new media buys held; running delivery goes on.
    pub is_paused: bool,
    /// Whether it can sell now: nothing is missing, and it is neither paused nor archived.
    pub can_transact: bool,
    /// What that makes of it.
    pub effective_status: Open<EffectiveStatus>,
    /// Why it is paused or archived; absent when it is neither. What blocks it otherwise stands in `checks`.
    pub availability_guidance: Option<BlockingGuidance>,
    /// The requirements one by one.
    pub checks: Vec<ReadinessCheck>,
    /// The publisher domains, and whether you may sell for them.
    pub publisher_domains: Vec<PublisherDomainReadiness>,
    /// Which of the usual briefs you could answer.
    pub demand_coverage: DemandCoverage,
    /// The sources one by one.
    pub source_diagnostics: Vec<SourceReadiness>,
    /// What is wrong with the sources, who has to act, and how. Only what `seller` owns is yours to do.
    pub diagnoses: Vec<SourceDiagnosis>,
    /// How far the set-up is.
    pub phase: Open<OnboardingPhase>,
    /// What you plan to sell, and what is done of it.
    pub onboarding_plan: Option<OnboardingPlan>,
    /// Whether it is live, in one word and one line; where it is there, it counts.
    pub liveness: Option<StorefrontLiveness>,
}

/// Whether every requirement is met.
#[choice("lowercase")]
pub enum ReadinessStatus {
    Ready,
    Blocked,
}

/// What a storefront's readiness and switches make of it.
#[choice("lowercase")]
pub enum EffectiveStatus {
    Archived,
    Paused,
    Blocked,
    Live,
}

/// Why something stands in the way, and what to do.
#[response]
pub struct BlockingGuidance {
    /// Whether the service knows a remedy.
    pub coverage: Open<GuidanceCoverage>,
    /// Where the work for buyers stops.
    pub stage: Open<GuidanceStage>,
    /// The cause.
    pub why: String,
    /// What buyers notice.
    pub effect: String,
    /// What to do.
    pub fix: String,
    /// What it is about.
    pub subjects: Vec<GuidanceSubject>,
    /// What shows it.
    pub evidence: Option<GuidanceEvidence>,
}

/// Whether the service knows a remedy.
#[choice("lowercase")]
pub enum GuidanceCoverage {
    Complete,
    Missing,
}

/// Where the work for buyers stops.
#[choice("snake_case")]
pub enum GuidanceStage {
    /// Before any source is asked.
    BeforeSourceDispatch,
}

/// What stands in the way.
#[response]
pub struct GuidanceSubject {
    /// What kind of thing.
    pub kind: Open<GuidanceSubjectKind>,
    /// Its id.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
}

/// The kinds of things that stand in the way.
#[choice("snake_case")]
pub enum GuidanceSubjectKind {
    InventorySource,
}

/// What shows that something stands in the way; `kind` tells which fields are there.
#[response]
pub struct GuidanceEvidence {
    /// What kind of evidence.
    pub kind: Open<GuidanceEvidenceKind>,
    /// `billing_compatibility`: the way of billing that sources must offer.
    pub required_supported_billing: Option<Open<SupportedBilling>>,
    /// `billing_compatibility`: the sources that do not.
    pub incompatible_sources: Option<Vec<IncompatibleSource>>,
}

/// The kinds of evidence.
#[choice("snake_case")]
pub enum GuidanceEvidenceKind {
    BillingCompatibility,
}

/// The ways of billing.
#[choice("lowercase")]
pub enum SupportedBilling {
    Agent,
}

/// A source that does not bill as it must.
#[response]
pub struct IncompatibleSource {
    /// Your id of the source.
    pub source_id: Option<String>,
    /// The source's name.
    pub source_name: String,
    /// The ways of billing that it offers.
    pub advertised_supported_billings: Vec<String>,
}

/// A requirement, and whether it is met.
#[response]
pub struct ReadinessCheck {
    /// The requirement's id, such as `currency_confirmed`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it asks for.
    pub description: String,
    /// The group that it is shown in.
    pub category: String,
    /// Whether it is met.
    pub status: Open<CheckStatus>,
    /// Whether going live waits for it.
    pub is_blocker: bool,
    /// How it was checked.
    pub method: Option<String>,
    /// What was found.
    pub details: Option<String>,
    /// How it is met; absent when the id alone tells.
    pub action: Option<Open<CheckAction>>,
    /// What to write on the button.
    pub action_label: Option<String>,
    /// `link`: the page to open, as an absolute URL.
    pub action_url: Option<String>,
    /// The value that the field begins with.
    pub action_value: Option<String>,
    /// How the agents do in the compliance tests; with `agent_connectivity`.
    pub compliance: Option<Vec<AgentCompliance>>,
    /// How much depends on it.
    pub requirement: Option<Open<CheckRequirement>>,
    /// `platform_default`: the choice that was made for you, and where you make another.
    pub applied_default: Option<String>,
    /// Why it stands in the way, and what to do; absent when it does not.
    pub guidance: Option<BlockingGuidance>,
}

/// Whether a requirement is met; `optional` when it is skipped.
#[choice("lowercase")]
pub enum CheckStatus {
    Complete,
    Partial,
    Missing,
    Optional,
}

/// How a requirement is met.
#[choice("snake_case")]
pub enum CheckAction {
    InlineCurrency,
    InlineOperatorDomain,
    Link,
    Policy,
    Open,
    Chat,
    Recheck,
}

/// How much depends on a requirement.
#[choice("snake_case")]
pub enum CheckRequirement {
    /// Going live waits for it.
    Hard,
    /// It helps.
    Soft,
    /// The service chose for you.
    PlatformDefault,
}

/// How an agent does in the compliance tests.
#[response]
pub struct AgentCompliance {
    /// The agent.
    pub agent_id: String,
    /// Where the agent answers.
    pub agent_url: String,
    /// Whether it passed.
    pub passed: bool,
    /// The tests group by group.
    pub tracks: Vec<ComplianceTrack>,
    /// In a line.
    pub summary: String,
    /// What was noticed besides.
    pub observations: Vec<ComplianceObservation>,
    /// How long it took, in milliseconds.
    pub duration_ms: f64,
    /// Why it could not be tested.
    pub error: Option<String>,
}

/// How an agent does in a group of compliance tests.
#[response]
pub struct ComplianceTrack {
    /// The group.
    pub track: String,
    /// How it went.
    pub status: Open<ComplianceTrackStatus>,
    /// The group's name for people.
    pub label: String,
    /// How long it took, in milliseconds.
    pub duration_ms: f64,
    /// Why it failed, wholly or in part.
    pub failure_reason: Option<String>,
}

/// How a group of compliance tests went; `silent` when there was nothing to observe.
#[choice("lowercase")]
pub enum ComplianceTrackStatus {
    Pass,
    Fail,
    Skip,
    Partial,
    Silent,
}

/// Something noticed in the compliance tests.
#[response]
pub struct ComplianceObservation {
    /// What kind of thing.
    pub category: String,
    /// How much it matters.
    pub severity: Open<ComplianceSeverity>,
    /// What was noticed.
    pub message: String,
}

/// How much an observation matters.
#[choice("lowercase")]
pub enum ComplianceSeverity {
    Info,
    Suggestion,
    Warning,
    Error,
}

/// Whether a storefront is live, in one word and one line.
#[response]
pub struct StorefrontLiveness {
    /// In one word.
    pub state: Open<LivenessState>,
    /// Why.
    pub reason_code: Open<LivenessReason>,
    /// In one line; belongs beside `state`.
    pub reason: String,
    /// How many requirements are left; null unless `setup`.
    pub remaining_steps: Option<i64>,
    /// Where it is put right, as a path within the vendor's application; null for its home page.
    pub action_path: Option<String>,
}

/// Whether a storefront is live.
#[choice("snake_case")]
pub enum LivenessState {
    Setup,
    Live,
    LiveAttention,
    LiveCritical,
}

/// Why a storefront is as live as it is.
#[choice("snake_case")]
pub enum LivenessReason {
    Archived,
    PausedBeforeLive,
    PausedAfterLive,
    SetupIncomplete,
    SettlementIneligible,
    CatalogEmptyLive,
    GoLiveRequirementRegressed,
    DegradedSource,
    TraffickingError,
    Healthy,
}
