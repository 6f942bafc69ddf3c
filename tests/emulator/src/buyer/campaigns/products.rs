//! `GET /campaigns/{campaignId}/products`: every product that is staged, with the media buys that it is on.

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::world::World;

use super::super::discovery::{Selection, Session};
use super::{Campaign, MediaBuy};

/// Lists the products of a campaign.
pub fn list_products(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let state = &world.buyer;
    let campaign = state.campaign(call.param("campaignId"))?;
    // A campaign that was attached to another session keeps what came from the first one.
    let sessions: Vec<&Session> =
        state.sessions.iter().filter(|session| session.campaign_id.as_ref() == Some(&campaign.id)).collect();
    let of_session =
        |session: &&Session| session.selected.iter().map(|one| campaign.product(session, one)).collect::<Vec<_>>();
    let products: Vec<Value> = sessions.iter().flat_map(of_session).collect();
    let contexts: Vec<Value> = sessions.iter().map(|session| context(session)).collect();
    let bought = products.iter().filter(|product| product["mediaBuys"] != json!([])).count();
    Ok(Reply::ok(json!({
        "campaignId": campaign.id,
        "discoveryId": campaign.discovery_id,
        "products": products,
        "searchContexts": contexts,
        "summary": {
            "totalProducts": products.len(),
            "productsOnMediaBuys": bought,
            "productsPending": products.len() - bought,
        },
    })))
}

fn context(session: &Session) -> Value {
    json!({
        "id": session.id,
        "brief": session.brief.as_deref().unwrap_or_default(),
        "channels": session.channels,
        "countries": session.countries,
        "createdAt": iso(session.created),
        "productCount": session.selected.len(),
    })
}

impl Campaign {
    fn product(&self, session: &Session, selection: &Selection) -> Value {
        let id = selection.product.id.as_str();
        // A draft is no purchase: its products are pending.
        let sent = |buy: &&MediaBuy| buy.status != "DRAFT" && buy.holds(id);
        let buy = |buy: &MediaBuy| {
            let packages = buy.packages.iter().filter(|package| package.product.id == id);
            let package_ids: Vec<&str> = packages.map(|package| package.id.as_str()).collect();
            json!({ "id": buy.id, "mediaBuyId": buy.id, "name": buy.name, "status": buy.status, "packageIds": package_ids })
        };
        json!({
            "productId": id,
            "productName": selection.product.name,
            "salesAgentId": selection.product.agent.id,
            "salesAgentName": selection.product.agent.name,
            "bidPrice": selection.bid.unwrap_or(selection.option.price),
            "budget": selection.budget,
            "pricingOptionId": selection.option.id,
            "pricingModel": selection.option.model,
            "selectedAt": iso(selection.at),
            "searchContext": { "id": session.id, "brief": session.brief.as_deref().unwrap_or_default() },
            "mediaBuys": self.media_buys.iter().filter(sent).map(buy).collect::<Vec<_>>(),
        })
    }
}
