//! Optimization suggestions: one comes with every media buy that begins to run.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, verify};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::world::World;

use super::State;
use super::campaigns::{Campaign, MediaBuy};
use super::paging::Page;
use super::tasks::is_uuid;

const DEFAULT_LIMIT: usize = 20;
const STATUSES: Kind = Kind::OneOf(&[
    "CREATED",
    "CREATED_FAILED",
    "INGESTED",
    "INGESTED_FAIL",
    "HIL_WAITING",
    "HIL_APPROVED",
    "HIL_REJECTED",
    "APPLIED",
    "APPLIED_FAIL",
    "REJECTED",
    "EXPIRED",
]);
const QUERY: &[Rule] = &[
    optional("campaignId", Kind::Whole(1, i64::MAX)),
    optional("mediaBuyId", Kind::Whole(1, i64::MAX)),
    optional("status", STATUSES),
    optional("limit", Kind::Whole(1, 100)),
    optional("offset", Kind::Whole(0, i64::MAX)),
];
const REJECT: &[Rule] = &[optional("reason", Kind::Text(0, 1000))];

/// A suggestion. It names campaign and media buy by number, as the documents do here and nowhere else.
pub struct Suggestion {
    id: String,
    run: String,
    campaign: String,
    campaign_name: String,
    media_buy: String,
    products: Vec<String>,
    status: &'static str,
    reason: Option<String>,
    created: Millis,
    decided: Millis,
}

impl Suggestion {
    /// What the model suggests for a media buy. With `auto` it is applied without asking.
    pub fn about(campaign: &Campaign, buy: &MediaBuy, auto: bool, now: Millis) -> Self {
        Self {
            id: ids::uuid(),
            run: ids::opaque("run"),
            campaign: campaign.number.clone(),
            campaign_name: campaign.name().to_owned(),
            media_buy: buy.number.clone(),
            products: buy.packages.iter().map(|package| package.product.id.clone()).collect(),
            status: if auto { "APPLIED" } else { "HIL_WAITING" },
            reason: None,
            created: now,
            decided: now,
        }
    }

    /// The first product gets more, every other product a lower bid.
    fn adjustments(&self) -> (Vec<Value>, Vec<Value>) {
        let more = |id: &String| json!({ "productId": id, "action": "increase", "reason": "High performance" });
        let less = |id: &String| json!({ "productId": id, "bidChange": -0.5, "reason": "Reduce CPM" });
        (self.products.iter().take(1).map(more).collect(), self.products.iter().skip(1).map(less).collect())
    }

    fn summary(&self) -> Value {
        let (products, bids) = self.adjustments();
        json!({
            "suggestionId": self.id,
            "campaignId": self.campaign,
            "mediaBuyId": self.media_buy,
            "optimizationMetric": "emissions",
            "status": self.status,
            "productAdjustmentCount": products.len(),
            "bidAdjustmentCount": bids.len(),
            "createdAt": iso(self.created),
            "statusUpdatedAt": iso(self.decided),
        })
    }

    fn view(&self) -> Value {
        let (products, bids) = self.adjustments();
        json!({
            "suggestionId": self.id,
            "optimizerRunId": self.run,
            "campaignId": self.campaign,
            "mediaBuyId": self.media_buy,
            "suggestionTimestamp": iso(self.created),
            "modelVersion": "v1.0",
            "campaignSummary": { "name": self.campaign_name },
            "optimizationMetric": "emissions",
            "mediaBuyScalingFactor": 1.2,
            "mediaBuyScalingRationale": "Scale up for improved emissions performance",
            "productAdjustments": products,
            "bidAdjustments": bids,
            "pacingRecommendation": null,
            "createdAt": iso(self.created),
            "status": self.status,
            "statusReason": self.reason,
            "statusError": null,
            "statusUpdatedAt": iso(self.decided),
        })
    }
}

impl State {
    fn suggestion_mut(&mut self, call: &Call) -> Result<&mut Suggestion, Refusal> {
        let id = call.param("suggestionId");
        if !is_uuid(id) {
            return Err(Refusal::invalid("suggestionId", "Expected a UUID."));
        }
        let found = self.suggestions.iter_mut().find(|suggestion| suggestion.id.eq_ignore_ascii_case(id));
        found.ok_or_else(|| Refusal::not_found("There is no such suggestion."))
    }
}

/// `GET /optimization-suggestions`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let (campaign, media_buy) = (query.reference("campaignId"), query.reference("mediaBuyId"));
    let wanted = |suggestion: &&Suggestion| {
        campaign.as_ref().is_none_or(|id| suggestion.campaign == *id)
            && media_buy.as_ref().is_none_or(|id| suggestion.media_buy == *id)
            && query.text("status").is_none_or(|status| suggestion.status == status)
    };
    let fitting: Vec<&Suggestion> = world.buyer.suggestions.iter().filter(wanted).collect();
    let page = Page::by_limit(&query, DEFAULT_LIMIT);
    let suggestions: Vec<Value> = page.of(&fitting).iter().map(|suggestion| suggestion.summary()).collect();
    let more = page.next(fitting.len()).is_some();
    Ok(Reply::ok(json!({ "suggestions": suggestions, "totalCount": fitting.len(), "hasMore": more })))
}

/// `GET /optimization-suggestions/{suggestionId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.buyer.suggestion_mut(call).map(|suggestion| Reply::ok(suggestion.view()))
}

/// `POST /optimization-suggestions/{suggestionId}/approve`
pub fn approve(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    decide(world, call, "HIL_APPROVED", None)
}

/// `POST /optimization-suggestions/{suggestionId}/reject`
pub fn reject(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = call.optional_body()?;
    verify(&body, REJECT)?;
    decide(world, call, "HIL_REJECTED", body.text("reason"))
}

fn decide(world: &mut World, call: &Call, status: &'static str, reason: Option<&str>) -> Result<Reply, Refusal> {
    let suggestion = world.buyer.suggestion_mut(call)?;
    if suggestion.status != "HIL_WAITING" {
        return Err(Refusal::conflict("The suggestion does not wait for a decision."));
    }
    suggestion.status = status;
    suggestion.reason = reason.map(str::to_owned);
    suggestion.decided = call.now;
    Ok(Reply::ok(json!({ "suggestionId": suggestion.id, "status": status })))
}
