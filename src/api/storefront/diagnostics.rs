//! What the diagnosis of a source answers with: its health, its recent traffic, and the time before.
//!
//! Source: the OpenAPI. An exchange is a request to the source together with its answer; rates lie between 0 and 1;
//! latencies are in milliseconds.

use std::collections::BTreeMap;

use crate::api::Open;
use crate::shape::{choice, response};

use super::inventory_source::{ExecutionType, ProductMode, ProductModeReason, ProductPath, SourceStatus};
use super::inventory_sources::AgentProtocol;
use super::source_health::{CapabilityHealth, DiagnosisOwner, SourceAuth, SourceHealth, Support};
use super::source_traffic::{
    CallLane, DemandImpact, DiagnosticsComparison, DiagnosticsWindow, DiscoveryParticipation, ExchangeRecord,
    ExchangeStatistics, OutcomeMix, TimelineSlice, ToolStatistics,
};

/// A source's health and its recent traffic.
#[response]
pub struct InventorySourceDiagnostics {
    /// The source.
    pub source: DiagnosedSource,
    /// The time that was looked at.
    pub window: DiagnosticsWindow,
    /// How the exchanges went.
    pub performance: ExchangeStatistics,
    /// The same against the time before.
    pub comparison: DiagnosticsComparison,
    /// The same slice by slice.
    pub timeline: Vec<TimelineSlice>,
    /// The same tool by tool.
    pub tool_breakdown: Vec<ToolStatistics>,
    /// The calls to the source by type of task.
    pub external_call_lanes: Vec<CallLane>,
    /// Whether the source took part in discovery.
    pub discovery_participation: DiscoveryParticipation,
    /// What came of asking it.
    pub outcome_mix: OutcomeMix,
    /// What buyers missed.
    pub demand_impact: DemandImpact,
    /// Single exchanges.
    pub recent_activity: Vec<ExchangeRecord>,
    /// What is wrong, and what to do.
    pub diagnosis: DiagnosticsVerdict,
    /// Where to read on.
    pub docs: Vec<DocsLink>,
}

/// The source of a diagnosis.
#[response]
pub struct DiagnosedSource {
    /// An id that is unique across all customers.
    pub id: String,
    /// Your id of the source.
    pub source_id: String,
    /// Display name.
    pub name: String,
    /// What backs the source.
    pub execution_type: Open<ExecutionType>,
    /// Where the source is in its life.
    pub status: Open<SourceStatus>,
    /// The agent behind the source; null when there is none.
    pub agent_id: Option<String>,
    /// Where the agent answers.
    pub endpoint_url: Option<String>,
    /// How the agent is spoken to.
    pub protocol: Option<Open<AgentProtocol>>,
    /// Whether it wants a credential, and has one.
    pub auth: SourceAuth,
    /// What it can do.
    pub capabilities: DiagnosedCapabilities,
    /// What it sells.
    pub product_mode: DiagnosedProductMode,
    /// How it has answered lately.
    pub health: SourceHealth,
    /// How healthy it is in what it does.
    pub capability_health: CapabilityHealth,
}

/// What a source can do.
#[response]
pub struct DiagnosedCapabilities {
    /// The tools that it names.
    pub tools: Vec<String>,
    /// Giving products.
    pub products: Open<Support>,
    /// Taking media buys.
    pub create_media_buy: Open<Support>,
    /// Changing media buys.
    pub update_media_buy: Open<Support>,
    /// Giving signals.
    pub signals: Open<Support>,
}

/// What a source sells.
#[response]
pub struct DiagnosedProductMode {
    /// The reusable sales agent that the source is tied to, as a UUID; null when the tie has to be made again.
    pub agent_capability_uid: Option<String>,
    /// What the agent says it sells.
    pub declared_agent_mode: Option<Open<ProductMode>>,
    /// With `BOTH`: what was picked; null otherwise.
    pub binding_selection: Option<Open<ProductMode>>,
    /// What counts for new discovery; null while it is unsettled.
    pub effective_mode: Option<Open<ProductMode>>,
    /// Why it is unsettled.
    pub reasons: Vec<Open<ProductModeReason>>,
    /// Whether each way of making products is ready.
    pub paths: Vec<ProductPath>,
}

/// What is wrong with a source, and what to do.
#[response]
pub struct DiagnosticsVerdict {
    /// How bad it is.
    pub severity: Open<VerdictSeverity>,
    /// Who has to act: `seller`, or `scope3` when an adapter fails that Scope3 hosts.
    pub owner: Open<DiagnosisOwner>,
    /// The main cause.
    pub top_cause: String,
    /// Everything that is wrong.
    pub issues: Vec<VerdictIssue>,
    /// What to do.
    pub next_steps: Vec<String>,
    /// What the agent's developers need to look into it.
    pub developer_handoff: DeveloperHandoff,
}

/// How bad the state of a source is.
#[choice("lowercase")]
pub enum VerdictSeverity {
    Ok,
    Warning,
    Critical,
    Unknown,
}

/// Something that is wrong with a source.
#[response]
pub struct VerdictIssue {
    /// What it is.
    pub mode: Open<VerdictMode>,
    /// How bad it is: `warning` or `critical`.
    pub severity: Open<VerdictSeverity>,
    /// How often it was seen, from 1.
    pub count: i64,
    /// What it is, in words.
    pub summary: String,
}

/// What a diagnosis can find.
#[choice("snake_case")]
pub enum VerdictMode {
    DisabledRetired,
    AuthMissing,
    AdServerConnectionBlocked,
    ManualPricingUploadRequired,
    StaleAsync,
    AsyncPollExhausted,
    TimeoutDegraded,
    SourceRuntimeError,
    InputRequired,
    BusinessRejected,
    ReadinessBlocker,
}

/// What an agent's developers need to look into a problem.
#[response]
pub struct DeveloperHandoff {
    /// Your id of the source.
    pub source_id: String,
    /// The source's name.
    pub source_name: String,
    /// The agent.
    pub agent_id: Option<String>,
    /// Where the agent answers.
    pub endpoint_url: Option<String>,
    /// The last exchange's task.
    pub latest_task_id: Option<String>,
    /// The last exchange's operation.
    pub latest_operation_id: Option<String>,
    /// The last exchange's context.
    pub latest_context_id: Option<String>,
    /// The last exchange's idempotency key.
    pub latest_idempotency_key: Option<String>,
    /// The last exchange's debug id.
    pub latest_debug_id: Option<String>,
    /// The last exchange's correlation id.
    pub latest_correlation_id: Option<String>,
    /// The headers by which both sides find an exchange in their logs.
    pub correlation_headers: Option<BTreeMap<String, String>>,
    /// The last error.
    pub latest_error: Option<String>,
}

/// Where to read on.
#[response]
pub struct DocsLink {
    /// The page's title.
    pub label: String,
    /// The page.
    pub url: String,
}
