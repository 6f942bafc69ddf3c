//! The traffic with a source: the numbers and single exchanges within its diagnosis.
//!
//! Source: the OpenAPI. An exchange is a request to the source together with its answer; rates lie between 0 and 1;
//! latencies are in milliseconds.

use crate::api::{JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

/// The time that was looked at.
#[response]
pub struct DiagnosticsWindow {
    /// How many hours.
    pub hours: i64,
    /// When it begins.
    pub started_at: Timestamp,
    /// When it ends.
    pub ended_at: Timestamp,
    /// How many records were looked at.
    pub sampled_activity_count: i64,
    /// Whether there were more records than were looked at.
    pub activity_truncated: bool,
    /// How many test runs were looked at.
    pub sampled_test_run_count: i64,
}

/// How the exchanges with a source went.
#[response]
pub struct ExchangeStatistics {
    /// Requests sent.
    pub request_count: i64,
    /// Answers received.
    pub response_count: i64,
    /// Exchanges.
    pub exchange_count: i64,
    /// Those that were completed.
    pub completed_count: i64,
    /// Those that failed.
    pub failed_count: i64,
    /// Those that wait for somebody's input.
    pub input_required_count: i64,
    /// Those that are not yet done.
    pub pending_count: i64,
    /// Those that the source refused.
    pub rejected_count: i64,
    /// Those that took too long.
    pub timeout_count: i64,
    /// The share that took too long.
    pub timeout_rate: f64,
    /// The share that failed.
    pub error_rate: f64,
    /// The share that waits for somebody's input.
    pub input_required_rate: f64,
    /// The share that was completed.
    pub completed_rate: f64,
    /// Whether the source is fast enough.
    pub latency_status: Open<LatencyStatus>,
    /// What counts as fast enough, in milliseconds.
    pub latency_threshold_ms: i64,
    /// How many exchanges were slower.
    pub over_threshold_count: i64,
    /// How many late answers never came.
    pub stale_async_response_count: i64,
    /// Half of the exchanges were at least this fast; null when nothing was measured.
    pub p50_latency_ms: Option<i64>,
    /// 95 of 100 were at least this fast.
    pub p95_latency_ms: Option<i64>,
    /// 99 of 100 were at least this fast.
    pub p99_latency_ms: Option<i64>,
    /// How many exchanges could not be measured.
    pub unknown_latency_count: i64,
}

/// Whether a source is fast enough.
#[choice("snake_case")]
pub enum LatencyStatus {
    WithinThreshold,
    OverThreshold,
    Unknown,
}

/// The numbers against those of the time before.
#[response]
pub struct DiagnosticsComparison {
    /// The time before, of the same length.
    pub previous_window: PreviousWindow,
    /// How many issues more, or fewer when negative.
    pub issue_delta: i64,
    /// How many timeouts more, or fewer when negative.
    pub timeout_delta: i64,
    /// By how much the error rate rose, or fell when negative.
    pub error_rate_delta: f64,
    /// How much slower 95 of 100 exchanges were, or faster when negative; null when one of the two is not known.
    pub p95_latency_delta_ms: Option<i64>,
    /// Where it goes.
    pub trend: Open<DiagnosticsTrend>,
    /// In a sentence.
    pub summary: String,
}

/// Where a source's numbers go.
#[choice("snake_case")]
pub enum DiagnosticsTrend {
    NewIssue,
    Worse,
    Improved,
    Recovered,
    Unchanged,
    NotEnoughData,
}

/// The numbers of the time before.
#[response]
pub struct PreviousWindow {
    /// When it begins.
    pub started_at: Timestamp,
    /// When it ends.
    pub ended_at: Timestamp,
    /// Exchanges.
    pub exchange_count: i64,
    /// Exchanges with an issue.
    pub issue_count: i64,
    /// Exchanges that took too long.
    pub timeout_count: i64,
    /// The share that failed.
    pub error_rate: f64,
    /// 95 of 100 were at least this fast; null when nothing was measured.
    pub p95_latency_ms: Option<i64>,
    /// How many records were looked at.
    pub sampled_activity_count: i64,
    /// Whether there were more records than were looked at.
    pub activity_truncated: bool,
}

/// The numbers of a slice of the time.
#[response]
pub struct TimelineSlice {
    /// When it begins.
    pub started_at: Timestamp,
    /// When it ends.
    pub ended_at: Timestamp,
    /// Exchanges.
    pub exchange_count: i64,
    /// Exchanges with an issue.
    pub issue_count: i64,
    /// Exchanges that failed.
    pub failed_count: i64,
    /// Exchanges that the source refused.
    pub rejected_count: i64,
    /// Exchanges that took too long.
    pub timeout_count: i64,
    /// The share that failed.
    pub error_rate: f64,
    /// 95 of 100 were at least this fast; null when nothing was measured.
    pub p95_latency_ms: Option<i64>,
}

/// The numbers of a tool.
#[response]
pub struct ToolStatistics {
    /// The tool, such as `get_products`.
    pub tool: String,
    /// Exchanges.
    pub exchange_count: i64,
    /// Those that were completed.
    pub completed_count: i64,
    /// Those that failed.
    pub failed_count: i64,
    /// Those that wait for somebody's input.
    pub input_required_count: i64,
    /// Those that the source refused.
    pub rejected_count: i64,
    /// Those that took too long.
    pub timeout_count: i64,
    /// 95 of 100 were at least this fast; null when nothing was measured.
    pub p95_latency_ms: Option<i64>,
}

/// The calls to a source for a type of task.
#[response]
pub struct CallLane {
    /// The type of task.
    pub task_type: String,
    /// The numbers.
    #[serde(flatten)]
    pub counts: CallCounts,
    /// The same in the time before.
    pub previous: CallCounts,
}

/// How calls to a source went.
#[response]
pub struct CallCounts {
    /// Calls.
    pub call_count: i64,
    /// Those that worked.
    pub success_count: i64,
    /// Those that failed.
    pub error_count: i64,
    /// Those that took too long.
    pub timeout_count: i64,
    /// 95 of 100 were at least this fast; null when nothing was measured.
    pub p95_latency_ms: Option<i64>,
}

/// Whether a source took part in discovery.
#[response]
pub struct DiscoveryParticipation {
    /// How often it was called.
    pub called_count: i64,
    /// How often it was skipped.
    pub skipped_count: i64,
    /// How often it was excluded.
    pub excluded_count: i64,
    /// How often it took too long.
    pub timed_out_count: i64,
    /// Why it was skipped.
    pub skip_reasons: Vec<SkipReason>,
}

/// Why a source was skipped.
#[response]
pub struct SkipReason {
    /// The reason.
    pub reason: String,
    /// How often, from 1.
    pub count: i64,
}

/// What came of asking a source.
#[response]
pub struct OutcomeMix {
    /// It gave products.
    pub returned_products_count: i64,
    /// It gave none.
    pub returned_no_products_count: i64,
    /// It failed.
    pub failed_count: i64,
    /// It refused.
    pub business_rejected_count: i64,
    /// It is not yet done.
    pub pending_count: i64,
    /// It waits for somebody's input.
    pub input_required_count: i64,
    /// It took too long.
    pub timed_out_count: i64,
    /// It was not asked.
    pub skipped_count: i64,
}

/// What buyers missed.
#[response]
pub struct DemandImpact {
    /// How many of their requests were affected.
    pub buyer_requests_affected: i64,
    /// How many chances to offer a product were missed; null when that is not known.
    pub missed_product_opportunity_count: Option<i64>,
    /// More about it.
    pub notes: Vec<String>,
}

/// A single exchange.
#[response]
pub struct ExchangeRecord {
    /// The record's id.
    pub id: i64,
    /// When it was.
    pub timestamp: Timestamp,
    /// The tool that was called.
    pub tool: Option<String>,
    /// How the task stands.
    pub task_status: String,
    /// What kind of record it is.
    pub activity_type: String,
    /// The task.
    pub task_id: Option<String>,
    /// The operation.
    pub operation_id: Option<String>,
    /// The context.
    pub context_id: Option<String>,
    /// The idempotency key.
    pub idempotency_key: Option<String>,
    /// The debug id.
    pub debug_id: Option<String>,
    /// The `traceparent` header (W3C Trace Context).
    pub traceparent: Option<String>,
    /// The request's id.
    pub request_id: Option<String>,
    /// The correlation id.
    pub correlation_id: Option<String>,
    /// Who set it off.
    pub initiator_email: Option<String>,
    /// Whether it was a test.
    pub origin: ExchangeOrigin,
    /// Whether something is wrong with it.
    pub is_issue: bool,
    /// In a sentence.
    pub summary: Option<String>,
    /// What was said; null when it was not kept.
    pub details: Option<ExchangeDetails>,
}

/// Whether an exchange was a test.
#[response]
pub struct ExchangeOrigin {
    /// A test or a buyer.
    pub kind: Open<ExchangeOriginKind>,
    /// The test run.
    pub test_run_uid: Option<String>,
    /// How the test run went.
    pub test_run_status: Option<Open<TestRunStatus>>,
    /// The tool that it tested.
    pub test_run_tool_name: Option<String>,
    /// When it was made.
    pub test_run_created_at: Option<Timestamp>,
}

/// From where an exchange comes.
#[choice("snake_case")]
pub enum ExchangeOriginKind {
    SandboxTest,
    LiveDemand,
}

/// How a test run went.
#[choice("lowercase")]
pub enum TestRunStatus {
    Passed,
    Partial,
    Failed,
    Planned,
}

/// What was said in an exchange.
#[response]
pub struct ExchangeDetails {
    /// What was sent or received.
    pub payload: JsonObject,
    /// The request to which it is the answer; null when it is not one.
    pub related_request: Option<RelatedRequest>,
}

/// The request to which a record is the answer.
#[response]
pub struct RelatedRequest {
    /// When it was sent.
    pub timestamp: Timestamp,
    /// What was sent.
    pub payload: JsonObject,
}
