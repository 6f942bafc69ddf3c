//! `GET /inventory-sources/{sourceId}/diagnostics`

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional};
use crate::clock::{HOUR, Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::calls::Calls;
use super::{Condition, Source};

const QUERY: &[Rule] = &[optional("windowHours", Kind::Whole(1, 720))];
const DEFAULT_HOURS: i64 = 24;

/// Reports how the calls to a source went.
pub fn diagnose(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let source = world.storefront.source(call.param("sourceId"))?;
    let hours = query.whole("windowHours").unwrap_or(DEFAULT_HOURS);
    Ok(Reply::ok(report(source, hours, call)))
}

fn report(source: &Source, hours: i64, call: &Call) -> Value {
    let condition = source.condition();
    let calls = Calls::of(condition, hours);
    let window = (call.now - hours * HOUR, call.now);
    json!({
        "source": source.diagnosed(call.now),
        "window": {
            "hours": hours,
            "startedAt": iso(window.0),
            "endedAt": iso(window.1),
            "sampledActivityCount": calls.total(),
            "activityTruncated": false,
            "sampledTestRunCount": 0,
        },
        "performance": calls.performance(),
        "comparison": calls.comparison(window),
        "timeline": [calls.in_window(window)],
        "toolBreakdown": calls.tools(),
        "externalCallLanes": calls.lanes(),
        "discoveryParticipation": {
            "calledCount": calls.total(), "skippedCount": 0, "excludedCount": 0, "timedOutCount": calls.timed_out, "skipReasons": [],
        },
        "outcomeMix": calls.outcomes(),
        "demandImpact": { "buyerRequestsAffected": calls.issues(), "missedProductOpportunityCount": null, "notes": [] },
        "recentActivity": calls.recent(condition, call.now),
        "diagnosis": source.diagnosis(condition, &calls),
        "docs": [{ "label": "About this emulator", "url": call.link("/emulator") }],
    })
}

impl Source {
    fn diagnosed(&self, now: Millis) -> Value {
        let (agent, mode, reasons) = (self.agent(), self.product_mode(), self.product_mode_reasons());
        json!({
            "id": self.id,
            "sourceId": self.source_id,
            "name": self.name,
            "executionType": self.execution_type(),
            "status": self.status.name(),
            "agentId": agent.map(|agent| &agent.agent_id),
            "endpointUrl": agent.map(|agent| &agent.endpoint_url),
            "protocol": agent.map(|agent| &agent.protocol),
            "auth": self.auth_state(),
            "capabilities": {
                "tools": ["get_products", "create_media_buy", "update_media_buy"],
                "products": "supported", "createMediaBuy": "supported", "updateMediaBuy": "supported", "signals": "unknown",
            },
            "productMode": {
                "agentCapabilityUid": agent.map(|agent| &agent.capability_uid),
                "declaredAgentMode": mode,
                "bindingSelection": null,
                "effectiveMode": reasons.is_empty().then_some(mode),
                "reasons": reasons,
                "paths": [{ "path": mode, "ready": reasons.is_empty(), "reasons": reasons }],
            },
            "health": self.health(now),
            "capabilityHealth": capability_health(),
        })
    }

    /// Whether the source needs authentication, and has it.
    pub fn auth_state(&self) -> Value {
        let agent = self.agent();
        json!({
            "type": agent.map(|agent| &agent.authentication),
            "required": agent.is_some_and(|agent| agent.needs_authentication()),
            "configured": agent.is_some_and(|agent| agent.is_configured()),
        })
    }

    /// The `health` block of a source.
    pub fn health(&self, now: Millis) -> Value {
        let condition = self.condition();
        let failed = condition.error_code().is_some();
        let healthy = condition == Condition::Healthy;
        json!({
            "status": condition.health(),
            "lastError": failed.then_some(condition.explanation()),
            "lastErrorCode": condition.error_code(),
            "lastErrorAt": failed.then(|| iso(now)),
            "lastSuccessAt": healthy.then(|| iso(now)),
            "lastCheckedAt": (failed || healthy).then(|| iso(now)),
        })
    }

    fn diagnosis(&self, condition: Condition, calls: &Calls) -> Value {
        let failing = condition.is_failing();
        let issue = |mode| json!({ "mode": mode, "severity": if failing { "critical" } else { "warning" }, "count": calls.issues().max(1), "summary": condition.explanation() });
        json!({
            "severity": match condition { Condition::Healthy => "ok", Condition::Waiting => "unknown", Condition::Disabled => "warning", _ => "critical" },
            "owner": "seller",
            "topCause": condition.explanation(),
            "issues": condition.issue_mode().map(issue).into_iter().collect::<Vec<_>>(),
            "nextSteps": if failing { vec![condition.remedy()] } else { Vec::new() },
            "developerHandoff": {
                "sourceId": self.source_id,
                "sourceName": self.name,
                "agentId": self.agent().map(|agent| &agent.agent_id),
                "endpointUrl": self.agent().map(|agent| &agent.endpoint_url),
                "latestTaskId": null,
                "latestOperationId": null,
                "latestContextId": null,
                "latestIdempotencyKey": null,
                "latestDebugId": null,
                "latestCorrelationId": null,
                "correlationHeaders": null,
                "latestError": condition.error_code().map(|_| condition.explanation()),
            },
        })
    }
}

/// The `capabilityHealth` block of a source: nothing was observed.
pub fn capability_health() -> Value {
    json!({
        "inventory": { "status": null, "observations": [] },
        "reporting": { "status": null, "observations": [] },
    })
}
