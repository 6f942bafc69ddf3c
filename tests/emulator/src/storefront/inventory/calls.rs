//! The calls that diagnostics report: made up, but in agreement with one another and with the condition of the source.

use serde_json::{Value, json};

use crate::clock::{HOUR, Millis, iso};

use super::Condition;

const LATENCY_THRESHOLD: u64 = 5000;

/// The calls of one window.
pub struct Calls {
    completed: u64,
    failed: u64,
    /// Calls without an answer.
    pub timed_out: u64,
}

impl Calls {
    /// The calls that a source in some condition has in so many hours.
    pub fn of(condition: Condition, hours: i64) -> Self {
        let count = u64::try_from(hours).unwrap_or_default();
        let (completed, failed, timed_out) = match condition {
            Condition::Healthy => (count, 0, 0),
            Condition::CredentialRefused => (0, count, 0),
            Condition::Unreachable => (0, 0, count),
            _ => (0, 0, 0),
        };
        Self { completed, failed, timed_out }
    }

    /// All of them.
    pub fn total(&self) -> u64 {
        self.completed + self.failed + self.timed_out
    }

    /// The ones that went wrong.
    pub fn issues(&self) -> u64 {
        self.failed + self.timed_out
    }

    fn share(&self, part: u64) -> f64 {
        if self.total() == 0 { 0.0 } else { part as f64 / self.total() as f64 }
    }

    fn latency(&self, millis: u64) -> Option<u64> {
        (self.completed > 0).then_some(millis)
    }

    /// `performance`
    pub fn performance(&self) -> Value {
        json!({
            "requestCount": self.total(),
            "responseCount": self.completed + self.failed,
            "exchangeCount": self.total(),
            "completedCount": self.completed,
            "failedCount": self.failed,
            "inputRequiredCount": 0,
            "pendingCount": 0,
            "rejectedCount": 0,
            "timeoutCount": self.timed_out,
            "timeoutRate": self.share(self.timed_out),
            "errorRate": self.share(self.issues()),
            "inputRequiredRate": 0,
            "completedRate": self.share(self.completed),
            "latencyStatus": if self.completed > 0 { "within_threshold" } else { "unknown" },
            "latencyThresholdMs": LATENCY_THRESHOLD,
            "overThresholdCount": 0,
            "staleAsyncResponseCount": 0,
            "p50LatencyMs": self.latency(180),
            "p95LatencyMs": self.latency(420),
            "p99LatencyMs": self.latency(610),
            "unknownLatencyCount": self.issues(),
        })
    }

    /// One entry of `timeline`.
    pub fn in_window(&self, (start, end): (Millis, Millis)) -> Value {
        json!({
            "startedAt": iso(start),
            "endedAt": iso(end),
            "exchangeCount": self.total(),
            "issueCount": self.issues(),
            "failedCount": self.failed,
            "rejectedCount": 0,
            "timeoutCount": self.timed_out,
            "errorRate": self.share(self.issues()),
            "p95LatencyMs": self.latency(420),
        })
    }

    /// `toolBreakdown`
    pub fn tools(&self) -> Value {
        let tool = json!({
            "tool": "get_products",
            "exchangeCount": self.total(),
            "completedCount": self.completed,
            "failedCount": self.failed,
            "inputRequiredCount": 0,
            "rejectedCount": 0,
            "timeoutCount": self.timed_out,
            "p95LatencyMs": self.latency(420),
        });
        if self.total() > 0 { json!([tool]) } else { json!([]) }
    }

    /// `externalCallLanes`
    pub fn lanes(&self) -> Value {
        let lane = json!({
            "taskType": "get_products",
            "callCount": self.total(),
            "successCount": self.completed,
            "errorCount": self.failed,
            "timeoutCount": self.timed_out,
            "p95LatencyMs": self.latency(420),
            "previous": { "callCount": 0, "successCount": 0, "errorCount": 0, "timeoutCount": 0, "p95LatencyMs": null },
        });
        if self.total() > 0 { json!([lane]) } else { json!([]) }
    }

    /// `outcomeMix`
    pub fn outcomes(&self) -> Value {
        json!({
            "returnedProductsCount": self.completed,
            "returnedNoProductsCount": 0,
            "failedCount": self.failed,
            "businessRejectedCount": 0,
            "pendingCount": 0,
            "inputRequiredCount": 0,
            "timedOutCount": self.timed_out,
            "skippedCount": 0,
        })
    }

    /// `recentActivity`
    pub fn recent(&self, condition: Condition, now: Millis) -> Value {
        let entry = json!({
            "id": 1,
            "timestamp": iso(now - HOUR / 4),
            "tool": "get_products",
            "taskStatus": if self.issues() > 0 { "failed" } else { "completed" },
            "activityType": "response",
            "taskId": null,
            "operationId": null,
            "contextId": null,
            "idempotencyKey": null,
            "debugId": null,
            "traceparent": null,
            "requestId": null,
            "correlationId": null,
            "initiatorEmail": null,
            "origin": {
                "kind": "live_demand", "testRunUid": null, "testRunStatus": null, "testRunToolName": null, "testRunCreatedAt": null,
            },
            "isIssue": self.issues() > 0,
            "summary": condition.explanation(),
            "details": null,
        });
        if self.total() > 0 { json!([entry]) } else { json!([]) }
    }

    /// `comparison`, with an empty window before: the emulator has no past.
    pub fn comparison(&self, (start, end): (Millis, Millis)) -> Value {
        json!({
            "previousWindow": {
                "startedAt": iso(start - (end - start)),
                "endedAt": iso(start),
                "exchangeCount": 0,
                "issueCount": 0,
                "timeoutCount": 0,
                "errorRate": 0,
                "p95LatencyMs": null,
                "sampledActivityCount": 0,
                "activityTruncated": false,
            },
            "issueDelta": self.issues(),
            "timeoutDelta": self.timed_out,
            "errorRateDelta": self.share(self.issues()),
            "p95LatencyDeltaMs": null,
            "trend": if self.issues() > 0 { "new_issue" } else { "not_enough_data" },
            "summary": if self.issues() > 0 { "Calls fail that did not fail before." } else { "There is no earlier window to compare with." },
        })
    }
}
