//! How the sellers of a discovery have answered.
//!
//! Source: the debug response under "Discovery" of the buyer document; the OpenAPI for slow and unconnected sellers.

use crate::api::{Json, JsonObject, Open};
use crate::shape::{choice, response};

/// A seller that was too slow, or answered in part.
#[response]
pub struct IncompleteAgent {
    /// The sales agent.
    pub agent_id: String,
    /// Its name.
    pub agent_name: String,
    /// The storefronts behind which it stands.
    pub storefronts: Option<Vec<AgentStorefront>>,
    /// Why it is listed.
    pub reason: Open<IncompleteReason>,
    /// How long it was waited for, in milliseconds.
    pub response_time_ms: Option<i64>,
    /// How long it might have taken, in seconds.
    pub wait_seconds: i64,
    /// What is missing of its answer.
    pub incomplete_scopes: Option<Vec<IncompleteScope>>,
}

/// A storefront behind which a seller stands.
#[response]
pub struct AgentStorefront {
    /// The storefront.
    pub storefront_id: String,
    /// Its name.
    pub storefront_name: String,
}

/// Why a seller's answer is not complete.
#[choice("snake_case")]
pub enum IncompleteReason {
    Timeout,
    UpstreamIncomplete,
}

/// A part of a seller's answer that is missing.
#[response]
pub struct IncompleteScope {
    /// Which part.
    pub scope: Open<AnswerScope>,
    /// The seller's own words; clean them before they become HTML.
    pub description: String,
    /// How much longer it would take, in seconds.
    pub estimated_wait_seconds: Option<i64>,
}

/// The parts of a seller's answer.
#[choice("snake_case")]
pub enum AnswerScope {
    Products,
    Pricing,
    Forecast,
    Proposals,
    WholesaleFeed,
}

/// A connection that has to be authorized again before its seller can be asked.
#[response]
pub struct DiscoveryConnectionIssue {
    /// The platform, such as `meta`.
    pub provider_type: String,
    /// The storefront.
    pub storefront_id: Option<String>,
    /// Its name.
    pub storefront_name: Option<String>,
}

/// A seller that is still answering.
#[response]
pub struct PendingAgent {
    /// The sales agent.
    pub agent_id: String,
    /// Its name.
    pub agent_name: String,
    /// The storefronts behind which it stands.
    pub storefronts: Option<Vec<AgentStorefront>>,
}

/// How a seller was asked and what it said.
#[response]
pub struct AgentDiscovery {
    /// The sales agent.
    pub agent_id: String,
    /// Its name.
    pub agent_name: String,
    /// How long it took, in milliseconds.
    pub response_time_ms: Option<i64>,
    /// Whether it was too slow.
    pub timed_out: Option<bool>,
    /// The storefronts behind which it stands.
    pub storefronts: Option<Vec<AgentStorefront>>,
    /// Whether it answered.
    pub success: bool,
    /// How many products it offered.
    pub product_count: i64,
    /// What went wrong.
    pub error: Option<String>,
    /// Why it was not asked or did not answer, for people; better to show than `error`.
    pub skip_reason: Option<String>,
    /// What is missing of its answer.
    pub incomplete: Option<Vec<JsonObject>>,
    /// What it said.
    pub raw_response_data: Option<Json>,
    /// What was sent to it and came back, without credentials.
    pub debug_logs: Option<Vec<AgentExchange>>,
}

/// Something that was sent to a seller or came back.
#[response]
pub struct AgentExchange {
    /// When.
    pub timestamp: Option<String>,
    /// What it is, such as `request`.
    pub r#type: Option<String>,
    /// What it says.
    pub message: Option<String>,
    /// What was sent.
    pub request: Option<JsonObject>,
    /// What came back.
    pub response: Option<JsonObject>,
}

/// For the service's own support.
#[response]
pub struct DiscoveryDiagnostics {
    /// By what the service finds the request in its records.
    pub trace: Option<DiscoveryTrace>,
}

/// By what the service finds a request in its records.
#[response]
pub struct DiscoveryTrace {
    /// The trace.
    pub trace_id: String,
    /// The part of the trace.
    pub span_id: String,
    /// Both as a header.
    pub traceparent: String,
}
