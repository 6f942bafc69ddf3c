//! `POST /campaigns/{campaignId}/auto-select-products`: the system picks products and divides the money.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, verify};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::super::State;
use super::super::discovery::Selection;
use super::super::market::Product;

const BODY: &[Rule] = &[
    optional("refine", Kind::List(1, 100, &Kind::Map)),
    optional("maxProducts", Kind::Whole(1, i64::MAX)),
    optional("minBudgetPerProduct", Kind::Positive),
];
const MOST: usize = 5;

/// Selects products in place of those that were selected before.
pub fn auto_select(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let id = call.param("campaignId");
    let State { campaigns, sessions, activity, .. } = &mut world.buyer;
    let campaign = campaigns.iter_mut().find(|campaign| campaign.id == id);
    let campaign = campaign.ok_or_else(|| Refusal::not_found("There is no such campaign."))?;
    let body = call.optional_body()?;
    verify(&body, BODY)?;
    if !campaign.is_performance() {
        return Err(Refusal::invalid_state("Only performance campaigns select their products themselves."));
    }
    let session = sessions.iter_mut().find(|session| campaign.discovery_id.as_ref() == Some(&session.id));
    let session = session.filter(|session| !session.found.is_empty());
    let session =
        session.ok_or_else(|| Refusal::invalid_state("No products have been discovered for the campaign."))?;

    let before = session.selected.len();
    campaign.discard_drafts();
    let left = (campaign.media_budget() - campaign.allocated()).max(0.0);
    let most = body.whole("maxProducts").and_then(|most| usize::try_from(most).ok()).unwrap_or(MOST);
    let least = body.number("minBudgetPerProduct").unwrap_or(1.0);
    let affordable = (left / least) as usize;
    let mut ranked: Vec<&Product> = session.found.iter().collect();
    ranked.sort_by(|a, b| a.cpm().total_cmp(&b.cpm()));
    let picked = &ranked[..ranked.len().min(most).min(affordable)];
    let share = if picked.is_empty() { 0.0 } else { (left / picked.len() as f64 * 100.0).floor() / 100.0 };
    let selected: Vec<Selection> =
        picked.iter().filter_map(|product| Selection::plain(product, Some(share), call.now)).collect();
    let view = |selection: &Selection| {
        let agent = selection.product.agent;
        json!({
            "productId": selection.product.id,
            "name": selection.product.name,
            "salesAgentId": agent.id,
            "groupId": session.group_id(agent.id),
            "groupName": agent.name,
            "budget": share,
            "cpm": selection.product.cpm(),
            "pricingOptionId": selection.option.id,
        })
    };
    let views: Vec<Value> = selected.iter().map(view).collect();
    let allocated = super::cents(share * views.len() as f64);
    session.selected = selected;
    campaign.reconcile(session, call.now);
    campaign.touch(call.now);
    activity.add(campaign.done("UPDATE", "PRODUCT", &campaign.id, campaign.name()), call.now);
    Ok(Reply::ok(json!({
        "campaignId": campaign.id,
        "discoveryId": session.id,
        "productCount": views.len(),
        "selectedProducts": views,
        "budgetContext": {
            "campaignBudget": campaign.media_budget(),
            "totalAllocated": allocated,
            "remainingBudget": super::cents(left - allocated),
            "currency": campaign.currency(),
        },
        "selectionRationale": "The products with the lowest price for a thousand impressions, with equal shares of the budget.",
        "selectionMethod": "cpm_heuristic",
        "testBudgetPerProduct": share,
        "previouslySelectedCount": before,
    })))
}
