//! `POST /campaigns/{campaignId}/execute`: sends what is staged to the sellers. Not atomic: some may fail.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional};
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::super::State;
use super::super::market::Manner;
use super::MediaBuy;
use super::update::insufficient;

const BODY: &[Rule] = &[optional("debug", Kind::Flag)];

/// Launches a campaign, or sends what has been staged since the launch.
pub fn execute(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let id = call.param("campaignId");
    let State { campaigns, sessions, activity, .. } = &mut world.buyer;
    let campaign = campaigns.iter_mut().find(|campaign| campaign.id == id);
    let campaign = campaign.ok_or_else(|| Refusal::not_found("There is no such campaign."))?;
    let body = call.optional_body()?;
    let mut check = Checker::default();
    check.fields(&body, BODY);
    check.no_others(&body, BODY, &[]);
    check.finish()?;
    let previous = campaign.status;
    if !["DRAFT", "ACTIVE", "PAUSED"].contains(&previous) {
        return Err(Refusal::invalid_state("The campaign has ended."));
    }
    if let Some(session) =
        campaign.discovery_id.as_ref().and_then(|id| sessions.iter().find(|session| session.id == *id))
    {
        campaign.reconcile(session, call.now);
    }
    if campaign.allocated() > campaign.media_budget() + 0.005 {
        return Err(insufficient());
    }
    let outcome = |new: &str, success: bool| json!({ "campaignId": id, "previousStatus": previous, "newStatus": new, "success": success });
    if campaign.media_buys.iter().all(|buy| buy.status != "DRAFT") {
        // A launched campaign with nothing new is as launched as before; a draft without products cannot be launched.
        let mut payload = outcome(previous, previous != "DRAFT");
        payload["mediaBuysExecuted"] = 0.into();
        payload["reason"] = "no_media_buys_to_execute".into();
        return Ok(Reply::ok(payload).unchanged());
    }
    let (periods, due) = (campaign.periods(), call.now + call.settings.activation_delay);
    let (mut executed, mut errors) = (0, Vec::new());
    for buy in campaign.media_buys.iter_mut().filter(|buy| buy.status == "DRAFT") {
        buy.attempts += 1;
        if buy.agent.manner == Manner::Forgetful && buy.attempts == 1 {
            errors.push(failure(buy, body.flag("debug") == Some(true), call));
        } else {
            buy.submit(&periods, due, call.now);
            executed += 1;
        }
    }
    campaign.status = "ACTIVE";
    campaign.touch(call.now);
    activity.add(campaign.deed("EXECUTE"), call.now);
    let mut payload = outcome("ACTIVE", errors.is_empty());
    payload["mediaBuysExecuted"] = executed.into();
    if !errors.is_empty() {
        payload["errors"] = errors.into();
    }
    Ok(Reply::ok(payload))
}

fn failure(buy: &MediaBuy, debug: bool, call: &Call) -> Value {
    let message = "The sales agent closed the connection";
    let mut failure = json!({
        "mediaBuyId": buy.id,
        "salesAgentId": buy.agent.id,
        "message": format!("Failed to submit media buy to publisher: {message}"),
    });
    if debug {
        failure["debug"] = json!({
            "request": { "tool": "create_media_buy", "buyer_ref": buy.id },
            "response": null,
            "debugLogs": [{ "timestamp": iso(call.now), "type": "request", "request": { "headers": { "authorization": "[REDACTED]" } } }],
            "error": message,
        });
    }
    failure
}
