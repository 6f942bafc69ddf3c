//! What the control plane can put into a buyer's world next to what its operations make.

use serde_json::{Value, json};

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

use super::State;
use super::notifications::{Notification, STATUS};

const ID: Kind = Kind::Text(1, 255);
const NOTIFICATION: &[Rule] = &[
    required("type", ID),
    optional("status", STATUS),
    optional("message", Kind::Text(0, 10_000)),
    optional("campaignId", ID),
    optional("creativeId", ID),
    optional("brandAgentId", Kind::Whole(0, i64::MAX)),
];
const LIST_TOKEN: &[Rule] = &[required("listId", ID)];

/// Plants a notification or a token for a list; `None` if it is something else.
pub fn plant_data(state: &mut State, body: &Object, now: Millis) -> Option<Result<Value, Refusal>> {
    match body.text("what") {
        Some("notification") => Some(notification(state, body, now)),
        Some("property-list-token") => Some(list_token(state, body)),
        _ => None,
    }
}

fn check(body: &Object, rules: &[Rule]) -> Result<(), Refusal> {
    let mut check = Checker::default();
    check.fields(body, rules);
    check.no_others(body, rules, &["token", "what"]);
    check.finish()
}

fn notification(state: &mut State, body: &Object, now: Millis) -> Result<Value, Refusal> {
    check(body, NOTIFICATION)?;
    let text = |key: &str| body.text(key).map(str::to_owned);
    let kind = body.text("type").unwrap_or_default();
    let mut notification =
        Notification::new(kind, body.text("status").unwrap_or("info"), text("message").unwrap_or_default());
    notification.campaign = text("campaignId");
    notification.creative = text("creativeId");
    notification.brand_agent = body.whole("brandAgentId");
    Ok(json!({ "notificationId": state.notifications.add(notification, now) }))
}

/// The service hands these tokens to sales agents during discovery; no operation gives them to a buyer.
fn list_token(state: &mut State, body: &Object) -> Result<Value, Refusal> {
    check(body, LIST_TOKEN)?;
    let token = state.property_lists.reader_token(body.text("listId").unwrap_or_default())?;
    Ok(json!({ "authToken": token }))
}
