//! `PUT /campaigns/{campaignId}`: changes the campaign, its session and its media buys, all or nothing.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::call::Call;
use crate::check::Checker;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::super::{State, caps};
use super::create::same_currency;
use super::{Campaign, MediaBuy, media_buy_changes, rules};

/// Changes what is given.
pub fn update(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let state = &mut world.buyer;
    let campaign = state.campaign(call.param("campaignId"))?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, rules::UPDATE);
    rules::check_together(&mut check, &body);
    media_buy_changes::check(&mut check, &body);
    let kept = |key: &str, now: &str| body.text(key).is_none_or(|given| given == now);
    check.require(kept("campaignType", &campaign.campaign_type), "campaignType", "Cannot be changed.");
    check.require(kept("mode", &campaign.mode), "mode", "Cannot be changed.");
    check.finish()?;
    rules::moderate(&body)?;
    if campaign.status == "ARCHIVED" {
        return Err(Refusal::invalid_state("The campaign is archived."));
    }
    same_currency(&body, campaign.currency())?;
    let appended = check_periods(campaign, &body)?;
    check_session(state, campaign, &body)?;
    let buys = media_buy_changes::carry_out(campaign, &body, call)?;
    sufficient(campaign, &body, &buys)?;

    let id = campaign.id.clone();
    let changed: Vec<String> =
        body.items("mediaBuys").iter().filter_map(|change| change["mediaBuyId"].as_str()).map(str::to_owned).collect();
    // The session is found before the campaign is borrowed for good: both live in the same state.
    let State { campaigns, sessions, activity, .. } = state;
    let Some(campaign) = campaigns.iter_mut().find(|campaign| campaign.id == id) else {
        return Err(Refusal::not_found("There is no such campaign."));
    };
    campaign.media_buys = buys;
    campaign.apply(&body, call);
    if let Some(session) = body.text("discoveryId").and_then(|id| sessions.iter_mut().find(|session| session.id == id))
    {
        campaign.attach(session, call.now);
    }
    activity.add(campaign.deed("UPDATE"), call.now);
    for buy in campaign.media_buys.iter().filter(|buy| changed.contains(&buy.id) && buy.updated == call.now) {
        activity.add(campaign.done("UPDATE", "MEDIA_BUY", &buy.id, &buy.name), call.now);
    }
    let mut answer = state.campaign(&id)?.answer(state, &[], call.now);
    if let Some(outcome) = appended {
        answer["pacingCascadeResult"] = outcome;
    }
    Ok(Reply::ok(answer))
}

/// Periods are set while the campaign is a draft; later they are only appended. Says what came of that.
fn check_periods(campaign: &Campaign, body: &Object) -> Result<Option<Value>, Refusal> {
    let Some(given) = body.inner("pacingPeriods").filter(|_| campaign.status != "DRAFT") else { return Ok(None) };
    let known = campaign.written.inner("pacingPeriods").map(|pacing| pacing.items("periods")).unwrap_or_default();
    if known.is_empty() || !given.items("periods").starts_with(known) {
        return Err(Refusal::invalid_state("Pacing periods can only be appended once the campaign is launched."));
    }
    let running = campaign.media_buys.iter().filter(|buy| buy.status == "ACTIVE");
    let outcome = |id: &str| json!({ "mediaBuyId": id, "outcome": "unsupported" });
    let outcomes: Vec<Value> = running.map(|buy| outcome(&buy.id)).collect();
    Ok(Some(json!({ "mediaBuys": outcomes })))
}

fn check_session(state: &State, campaign: &Campaign, body: &Object) -> Result<(), Refusal> {
    let Some(id) = body.text("discoveryId") else { return Ok(()) };
    if state.session(id)?.advertiser_id == campaign.advertiser_id {
        return Ok(());
    }
    Err(Refusal::invalid("discoveryId", "The session belongs to another advertiser."))
}

/// The media buys may not spend more than there is.
fn sufficient(campaign: &Campaign, body: &Object, buys: &[MediaBuy]) -> Result<(), Refusal> {
    if !body.has("budget") && !body.has("mediaBuys") {
        return Ok(());
    }
    let total = body.inner("budget").and_then(|budget| budget.number("total"));
    let media = total.unwrap_or(campaign.total()) * (100.0 - campaign.fee_percent()) / 100.0;
    // A pending version that asks for more counts instead of the one that it will replace.
    let newest = |buy: &&MediaBuy| !buys.iter().any(|other| other.id == buy.id && other.version > buy.version);
    let gone = ["CANCELED", "ARCHIVED", "REJECTED"];
    let wanted: f64 = buys.iter().filter(newest).filter(|buy| !gone.contains(&buy.status)).map(MediaBuy::budget).sum();
    if wanted <= media + 0.005 {
        return Ok(());
    }
    Err(insufficient())
}

/// 409 for media buys that together would spend more than there is.
pub fn insufficient() -> Refusal {
    let message = "The media buys need more than the media budget of the campaign.";
    Refusal::new(StatusCode::CONFLICT, "INSUFFICIENT_MEDIA_BUDGET", message)
}

impl Campaign {
    fn apply(&mut self, body: &Object, call: &Call) {
        for key in rules::KEPT {
            match (key, body.get(key)) {
                (_, None) => {}
                (_, Some(Value::Null)) => drop(self.written.remove(key)),
                // A new total leaves cap and pacing as they were.
                ("budget", Some(Value::Object(given))) => {
                    let mut budget = self.written.inner("budget").cloned().unwrap_or_default();
                    budget.extend(given.clone());
                    self.written.insert(key.to_owned(), budget.into());
                }
                (_, Some(value)) => drop(self.written.insert(key.to_owned(), value.clone())),
            }
        }
        self.hear(body, call);
        caps::replace(&mut self.caps, body, "CAMPAIGN", &self.id, call.now);
        self.touch(call.now);
    }
}
