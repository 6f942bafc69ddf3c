//! `POST /campaigns`

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::call::Call;
use crate::check::Checker;
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::super::State;
use super::super::caps;
use super::super::discovery::Selection;
use super::{Campaign, rules};

/// Makes a campaign in draft.
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, rules::CREATE);
    rules::check_together(&mut check, &body);
    let kind = body.has("campaignType") || body.has("mode");
    check.require(kind, "campaignType", "Required; the newer documents want mode in its place.");
    let configured = body.text("mode") != Some("performance") || body.has("performanceConfig");
    check.require(configured, "performanceConfig", "Required for performance campaigns.");
    let attached = !body.has("productIds") || body.has("discoveryId");
    check.require(attached, "discoveryId", "Required with productIds.");
    check.finish()?;
    rules::moderate(&body)?;
    let state = &mut world.buyer;
    let advertiser_id = body.reference("advertiserId").unwrap_or_default();
    let currency = state.advertiser(&advertiser_id)?.currency.clone();
    same_currency(&body, &currency)?;
    let preselected = preselect(state, &body, &advertiser_id, call)?;
    let mut campaign = draft(&body, advertiser_id, &currency, call);
    if let Some(id) = body.text("discoveryId") {
        let session = state.session_mut(id)?;
        session.selected.extend(preselected);
        campaign.attach(session, call.now);
    } else if campaign.is_performance() && campaign.looking().has("channels") {
        // The documents call it auto-discovery: a performance campaign with channels finds its products itself.
        let wishes = campaign.looking();
        let session = state.open_session(&campaign.advertiser_id, &wishes, call.now);
        campaign.attach(session, call.now);
    }
    state.advertiser_mut(&campaign.advertiser_id)?.currency_locked = true;
    state.activity.add(campaign.deed("CREATE"), call.now);
    let answer = campaign.answer(state, &[], call.now);
    state.campaigns.push(campaign);
    Ok(Reply::created(answer))
}

/// A campaign is paid in the currency of its advertiser.
pub fn same_currency(body: &Object, currency: &str) -> Result<(), Refusal> {
    let given = body.inner("budget").and_then(|budget| budget.text("currency"));
    if given.is_none_or(|given| given.eq_ignore_ascii_case(currency)) {
        return Ok(());
    }
    let message = format!("The advertiser's currency is {currency}.");
    Err(Refusal::new(StatusCode::BAD_REQUEST, "CURRENCY_MISMATCH", message))
}

/// The products that the body selects, at the prices at which they are offered.
fn preselect(state: &State, body: &Object, advertiser_id: &str, call: &Call) -> Result<Vec<Selection>, Refusal> {
    let Some(id) = body.text("discoveryId") else { return Ok(Vec::new()) };
    let session = state.session(id)?;
    if session.advertiser_id != advertiser_id {
        return Err(Refusal::invalid("discoveryId", "The session belongs to another advertiser."));
    }
    let mut chosen = Vec::new();
    for (index, id) in body.items("productIds").iter().enumerate() {
        let found = session.found.iter().find(|product| *id == product.id);
        let selection = found.and_then(|product| Selection::plain(product, None, call.now));
        let missing = || Refusal::invalid(&format!("productIds.{index}"), "Not among the products of the session.");
        let selection = selection.ok_or_else(missing)?;
        let known = session.selected.iter().chain(&chosen).any(|other| other.product.id == selection.product.id);
        if !known {
            chosen.push(selection);
        }
    }
    Ok(chosen)
}

fn draft(body: &Object, advertiser_id: String, currency: &str, call: &Call) -> Campaign {
    let number = ids::surrogate();
    let kept = rules::KEPT.iter().filter_map(|key| Some(((*key).to_owned(), body.get(*key)?.clone())));
    let mut written: Object = kept.collect();
    if let Some(budget) = written.get_mut("budget") {
        budget["currency"] = currency.into();
    }
    let mode = if body.has("performanceConfig") { "performance" } else { "discovery" };
    let mut campaign = Campaign {
        id: format!("campaign_{number}"),
        number,
        advertiser_id,
        status: "DRAFT",
        campaign_type: body.text("campaignType").unwrap_or("DECISIONED").to_owned(),
        mode: body.text("mode").unwrap_or(mode).to_owned(),
        written,
        audiences: Vec::new(),
        caps: Vec::new(),
        discovery_id: None,
        media_buys: Vec::new(),
        created: call.now,
        updated: call.now,
        revision: 1,
    };
    campaign.hear(body, call);
    let id = campaign.id.clone();
    caps::replace(&mut campaign.caps, body, "CAMPAIGN", &id, call.now);
    campaign
}

impl Campaign {
    /// Adds the audiences of a checked body; with `deleteMissing`, those are all.
    pub fn hear(&mut self, body: &Object, call: &Call) {
        let Some(config) = body.inner("audienceConfig") else { return };
        if config.flag("deleteMissing") == Some(true) {
            self.audiences.clear();
        }
        for (key, kind) in [("targetAudienceIds", "TARGET"), ("suppressAudienceIds", "SUPPRESS")] {
            for id in config.items(key) {
                self.audiences.retain(|audience: &Value| audience["audienceId"] != *id);
                self.audiences.push(json!({ "audienceId": id, "name": null, "status": "READY", "type": kind, "enabledAt": iso(call.now) }));
            }
        }
    }
}
