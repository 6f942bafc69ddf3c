//! Optimization goals: those of a campaign in camel case, those of a media buy in snake case.

use serde_json::Value;

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::fields::{Fields, Object};

const TEXT: Kind = Kind::Text(1, 255);
const TARGET: &[Rule] = &[
    required("kind", Kind::OneOf(&["cost_per", "per_ad_spend", "maximize_value", "threshold_rate"])),
    optional("value", Kind::Positive),
];

const SOURCE: &[Rule] = &[required("eventSourceId", TEXT), required("eventType", TEXT)];
const GOAL: &[Rule] = &[
    required("kind", Kind::OneOf(&["event", "metric"])),
    optional("eventSources", Kind::List(1, 100, &Kind::Object(SOURCE))),
    optional("metric", TEXT),
    optional("target", Kind::Object(TARGET)),
    optional("attributionWindow", Kind::Map),
    optional("priority", Kind::Whole(1, i64::MAX)),
];

/// `performanceConfig`
pub const CONFIG: &[Rule] = &[required("optimizationGoals", Kind::List(1, 100, &Kind::Object(GOAL)))];

const BUY_SOURCE: &[Rule] = &[required("event_source_id", TEXT), required("event_type", TEXT)];
/// One of `mediaBuys[].optimization_goals`.
pub const BUY_GOAL: &[Rule] = &[
    required("kind", Kind::OneOf(&["event", "metric", "vendor_metric"])),
    optional("event_sources", Kind::List(1, 100, &Kind::Object(BUY_SOURCE))),
    optional("metric", TEXT),
    optional("target", Kind::Object(TARGET)),
    optional("priority", Kind::Whole(1, i64::MAX)),
];

/// Adds what depends on the kind of a goal.
pub fn check(check: &mut Checker, body: &Object) {
    let goals = body.inner("performanceConfig").map(|config| config.items("optimizationGoals")).unwrap_or_default();
    for (index, goal) in goals.iter().enumerate() {
        one(check, goal, &format!("performanceConfig.optimizationGoals.{index}"), "eventSources", "valueField");
    }
    for (buy, change) in body.items("mediaBuys").iter().enumerate() {
        let goals = change.get("optimization_goals").and_then(Value::as_array);
        for (index, goal) in goals.into_iter().flatten().enumerate() {
            one(check, goal, &format!("mediaBuys.{buy}.optimization_goals.{index}"), "event_sources", "value_field");
        }
    }
}

fn one(check: &mut Checker, goal: &Value, at: &str, sources: &str, value_field: &str) {
    let target = goal["target"]["kind"].as_str();
    let kinds: &[&str] = match goal["kind"].as_str() {
        Some("event") => {
            check.require(goal.get(sources).is_some(), &format!("{at}.{sources}"), "Required.");
            // The seed states it for `maximize_value` and for the return on ad spend of a media buy.
            let valued =
                goal[sources].as_array().is_some_and(|all| all.iter().any(|one| one.get(value_field).is_some()));
            let needs_value =
                target == Some("maximize_value") || target == Some("per_ad_spend") && sources == "event_sources";
            check.require(!needs_value || valued, &format!("{at}.{sources}"), "One source must name its value field.");
            &["cost_per", "per_ad_spend", "maximize_value"]
        }
        Some("metric") => {
            check.require(goal.get("metric").is_some(), &format!("{at}.metric"), "Required.");
            // The seed allows the return on ad spend for the metric goals of a campaign.
            if sources == "eventSources" {
                &["cost_per", "threshold_rate", "per_ad_spend"]
            } else {
                &["cost_per", "threshold_rate"]
            }
        }
        _ => return,
    };
    if let Some(target) = target {
        check.require(kinds.contains(&target), &format!("{at}.target.kind"), "Not a target for goals of this kind.");
        let has_value = target == "maximize_value" || goal["target"].get("value").is_some();
        check.require(has_value, &format!("{at}.target.value"), "Required.");
    }
}
