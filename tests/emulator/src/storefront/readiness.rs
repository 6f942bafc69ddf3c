//! `GET /readiness`: what is still missing before the storefront can go live.

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::State;
use super::inventory::{Condition, Source, Status, capability_health};
use super::own::OwnStorefront;

/// Reports which checks pass and how each source is doing.
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let state = &world.storefront;
    let own = state.own()?;
    let checks: Vec<(&Check, bool)> = CHECKS.iter().map(|check| (check, (check.holds)(state, own))).collect();
    let open = checks.iter().filter(|(check, holds)| check.hard && !holds).count();
    let ready = open == 0;
    Ok(Reply::ok(json!({
        "platformId": own.platform_id,
        "status": if ready { "ready" } else { "blocked" },
        "isPaused": own.is_paused(),
        "canTransact": ready && !own.is_paused(),
        "effectiveStatus": match (own.is_paused(), ready) { (true, _) => "paused", (_, true) => "live", _ => "blocked" },
        "checks": checks.iter().map(|(check, holds)| check.view(*holds)).collect::<Vec<_>>(),
        "publisherDomains": own.written.text("publisherDomain").map(publisher_domain).into_iter().collect::<Vec<_>>(),
        "demandCoverage": demand_coverage(own),
        "sourceDiagnostics": state.sources.iter().map(|source| source.card(call)).collect::<Vec<_>>(),
        "diagnoses": state.sources.iter().filter_map(|source| source.readiness_diagnosis(call)).collect::<Vec<_>>(),
        "phase": if state.sources.iter().all(|source| source.agent().is_some()) { "pass_through" } else { "crawl" },
        "liveness": liveness(open, own.is_paused()),
    })))
}

/// One thing that ought to be so before the storefront goes live.
struct Check {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    category: &'static str,
    /// Whether the storefront cannot go live without it.
    hard: bool,
    fix: &'static str,
    holds: fn(&State, &OwnStorefront) -> bool,
}

const CHECKS: &[Check] = &[
    Check {
        id: "inventory_sources",
        name: "Inventory sources",
        description: "At least one inventory source is connected.",
        category: "inventory",
        hard: true,
        fix: "Connect an inventory source.",
        holds: |state, _| !state.sources.is_empty(),
    },
    Check {
        id: "agent_status",
        name: "Agent status",
        description: "At least one inventory source is active.",
        category: "inventory",
        hard: true,
        fix: "Bring an inventory source to ACTIVE.",
        holds: |state, _| state.sources.iter().any(|source| source.status == Status::Active),
    },
    Check {
        id: "agent_auth",
        name: "Agent authentication",
        description: "Every inventory source is authenticated.",
        category: "inventory",
        hard: true,
        fix: "Save a working credential on every source, or authorize it.",
        holds: |state, _| {
            !state.sources.is_empty()
                && !state.sources.iter().any(|source| source.condition().concerns_authentication())
        },
    },
    Check {
        id: "publisher_domain",
        name: "Publisher domain",
        description: "Buyers can look the storefront up by a publisher domain.",
        category: "identity",
        hard: true,
        fix: "Set publisherDomain on the storefront.",
        holds: |_, own| {
            own.written.has("publisherDomain") || own.written.value("businessProfile")["publisherDomains"].is_array()
        },
    },
    Check {
        id: "settlement_currency",
        name: "Settlement currency",
        description: "The currency of settlement is confirmed.",
        category: "billing",
        hard: true,
        fix: "Set defaultCurrency on the storefront.",
        holds: |_, own| own.written.has("defaultCurrency"),
    },
    Check {
        id: "demand_contact",
        name: "Demand contact",
        description: "Buyers know whom to write to.",
        category: "identity",
        hard: false,
        fix: "Set a demand contact on the storefront.",
        holds: |_, own| own.written.has("demandContactEmail"),
    },
];

impl Check {
    fn view(&self, holds: bool) -> Value {
        let status = match (holds, self.hard) {
            (true, _) => "complete",
            (false, true) => "missing",
            (false, false) => "optional",
        };
        let mut view = json!({
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "category": self.category,
            "status": status,
            "isBlocker": self.hard,
            "requirement": if self.hard { "hard" } else { "soft" },
        });
        if status == "missing" {
            view["details"] = self.fix.into();
            view["guidance"] = guidance(self.description, self.fix);
        }
        view
    }
}

fn guidance(why: &str, fix: &str) -> Value {
    json!({
        "coverage": "complete",
        "stage": "before_source_dispatch",
        "why": format!("Not so yet: {why}"),
        "effect": "Buyers cannot transact with the storefront.",
        "fix": fix,
        "subjects": [],
    })
}

fn publisher_domain(domain: &str) -> Value {
    json!({
        "publisherDomain": domain,
        "status": "pending",
        "adagentsStatus": "pending",
        "authorizationStatus": null,
        "authorizationReason": null,
        "resolvedPropertyCount": null,
        "lastSyncedAt": null,
        "lastPushedAt": null,
    })
}

fn demand_coverage(own: &OwnStorefront) -> Value {
    json!({
        "eligibleCombinations": 0,
        "coveredCombinations": 0,
        "categories": [],
        "markets": [],
        "channels": own.channels(),
        "missingDimensions": ["category", "market"],
        "sampleBriefs": [],
    })
}

fn liveness(open: usize, paused: bool) -> Value {
    let (state, code, reason) = match (paused, open) {
        (true, _) => ("setup", "paused_before_live", "Paused by the seller.".to_owned()),
        (false, 0) => ("live", "healthy", "Live.".to_owned()),
        (false, open) => ("setup", "setup_incomplete", format!("Not live: {open} steps remain.")),
    };
    json!({
        "state": state,
        "reasonCode": code,
        "reason": reason,
        "remainingSteps": (state == "setup").then_some(open),
        "actionPath": (open > 0).then_some("/inventory-sources"),
    })
}

impl Source {
    /// The source in the readiness report.
    fn card(&self, call: &Call) -> Value {
        let (agent, auth) = (self.agent(), self.auth_state());
        json!({
            "id": self.id,
            "sourceId": self.source_id,
            "name": self.name,
            "executionType": self.execution_type(),
            "cardPosture": self.posture(),
            "sourceStatus": self.status.name(),
            "agentId": agent.map(|agent| &agent.agent_id),
            "agentStatus": agent.map(|_| self.status.name()),
            "endpointUrl": agent.map(|agent| &agent.endpoint_url),
            "protocol": agent.map(|agent| &agent.protocol),
            "auth": auth,
            "capabilities": {
                "products": "supported", "createMediaBuy": "supported", "updateMediaBuy": "supported",
                "signals": "unknown", "wholesaleProducts": "unknown",
            },
            "productBuilder": null,
            "compliance": null,
            "debug": {
                "version": null, "syntheticCapabilities": null, "tools": [], "supportedBillings": [], "channels": [],
                "countries": [], "publisherDomains": [], "requireOperatorAuth": null,
            },
            "lastActivity": null,
            "health": self.health(call.now),
            "capabilityHealth": capability_health(),
        })
    }

    fn posture(&self) -> Value {
        let condition = self.condition();
        let (state, code) = match condition {
            Condition::Healthy => ("connected", "connected"),
            Condition::Unreachable => ("needs_attention", "health_degraded"),
            condition if condition.concerns_authentication() => ("needs_setup", "authentication_required"),
            _ => ("needs_setup", "source_not_active"),
        };
        json!({ "state": state, "reasonCode": code, "explanation": condition.explanation() })
    }

    fn readiness_diagnosis(&self, call: &Call) -> Option<Value> {
        let condition = self.condition();
        let mode = condition.failure_mode()?;
        Some(json!({
            "diagnosisId": format!("{}:{mode}", self.source_id),
            "sourceId": self.source_id,
            "sourceName": self.name,
            "failureMode": mode,
            "owner": "seller",
            "severity": "blocking",
            "summary": condition.explanation(),
            "detail": null,
            "action": { "kind": "open", "label": condition.remedy() },
            "docsAnchor": null,
            "observedAt": iso(call.now),
        }))
    }
}
