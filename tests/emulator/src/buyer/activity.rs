//! `GET /audit-logs`: what was done, the newest first.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional};
use crate::clock::{self, Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::paging::Page;

const RESOURCES: [&str; 6] = ["ADVERTISER", "CAMPAIGN", "CREATIVE", "MEDIA_BUY", "PRODUCT", "PACKAGE"];
const DEFAULT_TAKE: usize = 50;
const QUERY: &[Rule] = &[
    optional("startDate", Kind::Text(1, 64)),
    optional("endDate", Kind::Text(1, 64)),
    optional("advertiserId", Kind::Whole(1, i64::MAX)),
    optional("campaignId", Kind::Text(1, 255)),
    optional("take", Kind::Whole(1, 500)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];

/// Something that was done.
pub struct Deed {
    /// CREATE, UPDATE, DELETE, ...
    pub action: &'static str,
    /// The type of the thing it was done to.
    pub resource: &'static str,
    /// The id of the thing.
    pub id: String,
    /// The name of the thing.
    pub name: String,
    /// The advertiser behind it.
    pub advertiser: Option<String>,
    /// The campaign that it belongs to.
    pub campaign: Option<String>,
}

/// Everything that was done, the oldest first.
#[derive(Default)]
pub struct Activity(Vec<(Millis, Deed)>);

impl Activity {
    /// Remembers a deed.
    pub fn add(&mut self, deed: Deed, now: Millis) {
        self.0.push((now, deed));
    }
}

/// `GET /audit-logs`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let types = call.values("resourceTypes");
    let mut check = Checker::default();
    let known = types.iter().all(|kind| RESOURCES.contains(&kind.as_str()));
    check.require(known, "resourceTypes", &format!("Expected some of {}.", RESOURCES.join(", ")));
    for key in ["startDate", "endDate"] {
        let read = query.text(key).is_none_or(|text| instant(text).is_some());
        check.require(read, key, "Expected an ISO timestamp.");
    }
    check.finish()?;
    let [from, until] = ["startDate", "endDate"].map(|key| query.text(key).and_then(instant));
    let (advertiser, campaign) = (query.reference("advertiserId"), query.text("campaignId"));
    let wanted = |at: Millis, deed: &Deed| {
        from.is_none_or(|from| at >= from)
            && until.is_none_or(|until| at <= until)
            && advertiser.as_ref().is_none_or(|id| deed.advertiser.as_ref() == Some(id))
            && campaign.is_none_or(|id| deed.campaign.as_deref() == Some(id))
            && (types.is_empty() || types.iter().any(|kind| kind == deed.resource))
    };
    let numbered = world.buyer.activity.0.iter().enumerate().rev();
    let logs: Vec<Value> = numbered
        .filter(|(_, (at, deed))| wanted(*at, deed))
        .map(|(index, (at, deed))| view(index + 1, *at, deed))
        .collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let payload = json!({ "logs": page.of(&logs), "total": logs.len() });
    Ok(Reply::ok(payload).with_meta(page.meta(logs.len())).documented_in_data())
}

/// A timestamp, or a date, which is its first instant.
fn instant(text: &str) -> Option<Millis> {
    clock::parse(text).or_else(|| clock::parse(&format!("{text}T00:00Z")))
}

fn view(id: usize, at: Millis, deed: &Deed) -> Value {
    let verb = match deed.action {
        "CREATE" => "Created",
        "UPDATE" => "Updated",
        "DELETE" => "Deleted",
        "ARCHIVE" => "Archived",
        "EXECUTE" => "Executed",
        "ACTIVATE" => "Activated",
        _ => "Deactivated",
    };
    let noun = deed.resource.to_lowercase().replace('_', " ");
    json!({
        "id": id,
        "timestamp": iso(at),
        "createdAt": iso(at),
        "action": deed.action,
        "resourceType": deed.resource,
        "resourceId": deed.id,
        "resourceName": deed.name,
        "parentType": deed.campaign.as_ref().filter(|id| **id != deed.id).map(|_| "CAMPAIGN"),
        "advertiserId": deed.advertiser.as_ref().and_then(|id| id.parse::<i64>().ok()),
        "userId": 7,
        "userEmail": "buyer@interchange.example",
        "userName": "The Buyer",
        "serviceTokenId": null,
        "serviceTokenName": null,
        "actorOrigin": if deed.action == "ACTIVATE" { "system" } else { "human" },
        "outcome": "succeeded",
        "parameters": null,
        "changes": null,
        "description": format!("{verb} {noun} {}", deed.name),
    })
}
