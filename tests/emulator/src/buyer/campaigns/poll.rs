//! `GET /campaigns/{campaignId}/media-buy-status`: asks the sellers. It says what is new since it was asked last.

use serde_json::{Value, json};

use crate::call::Call;
use crate::envelope::{Refusal, Reply};
use crate::world::World;

use super::MediaBuy;

/// The status of every media buy, as its seller has it.
pub fn poll(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let campaign = world.buyer.campaign_mut(call.param("campaignId"))?;
    let mut agents: Vec<&str> =
        campaign.media_buys.iter().filter(|buy| buy.adcp_id.is_some()).map(|buy| buy.agent.id).collect();
    agents.sort_unstable();
    agents.dedup();
    let asked = agents.len();
    let buys: Vec<Value> = campaign.media_buys.iter_mut().map(report).collect();
    let operational = |status: &str| buys.iter().any(|buy| buy["operational_status"] == status);
    let order = ["active", "pending_start", "paused", "completed"];
    let overall = match buys.is_empty() {
        true => "no_media_buys",
        false => order.into_iter().find(|status| operational(status)).unwrap_or("draft"),
    };
    Ok(Reply::ok(json!({
        "campaign_id": campaign.id,
        "campaign_status": campaign.status,
        "operational_status": overall,
        "media_buys": buys,
        "agents_queried": asked,
        "errors": [],
        "blockers": [],
        "pending_creative_reviews": 0,
        "has_upstream_media_buy": asked > 0,
        "has_delivery": campaign.media_buys.iter().any(|buy| buy.launched.is_some()),
    })))
}

fn report(buy: &mut MediaBuy) -> Value {
    let previous = std::mem::replace(&mut buy.polled, buy.status);
    json!({
        "media_buy_id": buy.id,
        "adcp_media_buy_id": buy.adcp_id,
        "internal_status": buy.status,
        "adcp_status": adcp(buy.status),
        "operational_status": adcp(buy.status).map_or("not_submitted", |status| if status == "canceled" { "completed" } else { status }),
        "previous_internal_status": previous,
        "previous_adcp_status": adcp(previous),
        "updated": previous != buy.status,
        "status_refresh_source": if buy.adcp_id.is_some() { "direct_agent" } else { "not_submitted" },
        "blockers": [],
    })
}

/// How a seller calls the status; a draft it does not know.
fn adcp(status: &str) -> Option<&'static str> {
    match status {
        "PENDING_APPROVAL" => Some("pending_start"),
        "ACTIVE" => Some("active"),
        "PAUSED" => Some("paused"),
        "COMPLETED" => Some("completed"),
        "CANCELED" | "ARCHIVED" => Some("canceled"),
        _ => None,
    }
}
