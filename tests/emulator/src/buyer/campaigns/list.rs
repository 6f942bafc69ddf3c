//! `GET /campaigns`: a page by `take` and `skip`, or by the cursor of the page before.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, DIGITS, Kind, Rule, optional};
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::super::paging::Page;
use super::Campaign;

const DEFAULT_TAKE: usize = 50;
const STATUSES: [&str; 7] = ["DRAFT", "ACTIVE", "PAUSED", "COMPLETED", "CANCELED", "ARCHIVED", "ALL"];
const QUERY: &[Rule] = &[
    optional("advertiserId", Kind::Form(&DIGITS, 255)),
    optional("name", Kind::Text(0, 255)),
    optional("includeArchived", Kind::OneOf(&["true", "false"])),
    optional("cursor", Kind::Text(1, 255)),
    optional("take", Kind::Whole(1, 250)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];

/// `GET /campaigns`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let [statuses, modes, buys] = ["status", "mode", "mediaBuyStatus"].map(|key| call.values(key));
    let mut check = Checker::default();
    let known = statuses.iter().all(|status| STATUSES.contains(&status.as_str()));
    check.require(known, "status", &format!("Expected one of {}.", STATUSES.join(", ")));
    let after = query.text("cursor").map(|cursor| cursor.strip_prefix("after_").and_then(|id| id.parse::<u64>().ok()));
    check.require(after != Some(None), "cursor", "Not a cursor of this list.");
    check.finish()?;
    let all = statuses.iter().any(|status| status == "ALL") || query.text("includeArchived") == Some("true");
    let name = query.text("name").unwrap_or_default().to_lowercase();
    let wanted = |campaign: &&Campaign| {
        let by_status = if statuses.is_empty() || all {
            all || campaign.status != "ARCHIVED"
        } else {
            statuses.iter().any(|status| status == campaign.status)
        };
        by_status
            && campaign.name().to_lowercase().contains(&name)
            && query.text("advertiserId").is_none_or(|id| campaign.advertiser_id == id)
            && (modes.is_empty() || modes.contains(&campaign.mode))
            && (buys.is_empty() || campaign.media_buys.iter().any(|buy| buys.iter().any(|status| status == buy.status)))
    };
    let fitting: Vec<&Campaign> = world.buyer.campaigns.iter().filter(wanted).collect();
    // A cursor names the last campaign that was seen, so a page stays right when others come or go.
    let number = |campaign: &Campaign| campaign.number.parse::<u64>().unwrap_or_default();
    let rest: Vec<&Campaign> =
        fitting.iter().copied().filter(|campaign| after.flatten().is_none_or(|seen| number(campaign) > seen)).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let shown = page.of(&rest);
    let more = page.next(rest.len()).is_some();
    let mut payload = json!({
        "campaigns": shown.iter().map(|campaign| campaign.summary(world.buyer.product_count(campaign))).collect::<Vec<_>>(),
        "total": fitting.len(),
        "hasMore": more,
    });
    if let Some(last) = shown.last().filter(|_| more) {
        payload["nextCursor"] = format!("after_{}", last.number).into();
    }
    Ok(Reply::ok(payload))
}

impl Campaign {
    /// The campaign in a list.
    pub fn summary(&self, products: usize) -> Value {
        json!({
            "campaignId": self.id,
            "advertiserId": self.advertiser_id,
            "name": self.name(),
            "status": self.status,
            "campaignType": self.campaign_type,
            "mode": self.mode,
            "management": "managed",
            "flightDates": self.written.value("flightDates"),
            "budget": { "total": self.total(), "currency": self.currency() },
            "productCount": products,
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        })
    }
}
