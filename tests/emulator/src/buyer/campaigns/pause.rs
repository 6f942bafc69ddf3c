//! `POST /campaigns/{campaignId}/pause`

use serde_json::{Value, json};

use crate::call::Call;
use crate::envelope::{Refusal, Reply};
use crate::world::World;

/// Pauses a campaign and with it the media buys that run.
pub fn pause(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let campaign = world.buyer.campaign_mut(call.param("campaignId"))?;
    if campaign.status != "ACTIVE" {
        return Err(Refusal::invalid_state("Only an active campaign can be paused."));
    }
    let mut results: Vec<Value> = Vec::new();
    for buy in campaign.media_buys.iter_mut().filter(|buy| !buy.is_over() && buy.status != "DRAFT" && !buy.is_change())
    {
        let (previous, running) = (buy.status, buy.status == "ACTIVE");
        let mut result = json!({ "mediaBuyId": buy.id, "name": buy.name, "previousStatus": previous, "success": running || previous == "PAUSED" });
        if running {
            buy.status = "PAUSED";
            buy.stopped = Some(call.now);
            buy.updated = call.now;
        } else if previous != "PAUSED" {
            result["error"] = "The media buy waits for approval and cannot be paused.".into();
        }
        results.push(result);
    }
    campaign.status = "PAUSED";
    campaign.touch(call.now);
    let succeeded = results.iter().filter(|result| result["success"] == true).count();
    let payload = json!({
        "campaignId": campaign.id,
        "campaignName": campaign.name(),
        "previousStatus": "ACTIVE",
        "newStatus": "PAUSED",
        "totalMediaBuys": results.len(),
        "successCount": succeeded,
        "failureCount": results.len() - succeeded,
        "mediaBuyResults": results,
    });
    let deed = campaign.deed("DEACTIVATE");
    world.buyer.activity.add(deed, call.now);
    Ok(Reply::ok(payload))
}
