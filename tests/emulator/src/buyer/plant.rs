//! What the control plane can put into a buyer's world: creatives, which people make elsewhere, and tasks.

use serde_json::{Value, json};

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

use super::State;
use super::tasks::Task;

const CREATIVE: &[Rule] = &[required("campaignId", Kind::Text(1, 255)), optional("name", Kind::Text(1, 255))];
const TASK: &[Rule] = &[optional("fails", Kind::Flag), optional("durationMs", Kind::Whole(0, 600_000))];

/// Plants what is the buyer's; `None` if it is something else.
pub fn plant(state: &mut State, body: &Object, now: Millis) -> Option<Result<Value, Refusal>> {
    match body.text("what") {
        Some("creative") => Some(creative(state, body, now)),
        Some("task") => Some(task(state, body, now)),
        _ => None,
    }
}

fn check(body: &Object, rules: &[Rule]) -> Result<(), Refusal> {
    let mut check = Checker::default();
    check.fields(body, rules);
    check.no_others(body, rules, &["token", "what"]);
    check.finish()
}

fn creative(state: &mut State, body: &Object, now: Millis) -> Result<Value, Refusal> {
    check(body, CREATIVE)?;
    let id = state.upload(body.text("campaignId").unwrap_or_default(), body.text("name").unwrap_or("Banner"), now)?;
    Ok(json!({ "creativeId": id }))
}

fn task(state: &mut State, body: &Object, now: Millis) -> Result<Value, Refusal> {
    check(body, TASK)?;
    let error = json!({
        "code": "VALIDATION_ERROR",
        "message": "Invalid budget value",
        "field": "packages[0].budget",
        "suggestion": "Budget must be positive",
        "recovery": "correctable",
    });
    let outcome =
        if body.flag("fails") == Some(true) { Err(error) } else { Ok(json!({ "creative_id": "creative_1" })) };
    let task = Task::new("creative_sync", ("creative", "creative_1"), outcome);
    let id = state.begin(task, now, body.whole("durationMs").unwrap_or(2000));
    Ok(json!({ "taskId": id }))
}
