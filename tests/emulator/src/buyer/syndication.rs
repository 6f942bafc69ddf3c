//! Syndication: audiences, event sources and catalogs on their way to agents.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::world::World;

use super::notifications::Notifications;
use super::paging::Page;
use super::per_advertiser::PerAdvertiser;
use super::{State, advertiser_exists, customer};

const DEFAULT_LIMIT: usize = 50;
const RESOURCE: Kind = Kind::OneOf(&["AUDIENCE", "EVENT_SOURCE", "CATALOG"]);
const ID: Kind = Kind::Text(1, usize::MAX);
const SYNDICATE: &[Rule] = &[
    required("resourceType", RESOURCE),
    required("resourceId", ID),
    required("adcpAgentIds", Kind::List(1, usize::MAX, &ID)),
    required("enabled", Kind::Flag),
];
const QUERY: &[Rule] = &[
    optional("resourceType", RESOURCE),
    optional("resourceId", Kind::Text(0, usize::MAX)),
    optional("adcpAgentId", Kind::Text(0, usize::MAX)),
    optional("enabled", Kind::Flag),
    optional("status", Kind::OneOf(&["PENDING", "SYNCING", "COMPLETED", "FAILED", "DISABLED"])),
    optional("limit", Kind::Whole(1, 100)),
    optional("offset", Kind::Whole(0, i64::MAX)),
];

/// One resource on its way to one agent.
pub struct Syndication {
    id: String,
    advertiser: String,
    kind: String,
    resource: String,
    agent: String,
    enabled: bool,
    begun: Millis,
    ends: Millis,
    told: bool,
    created: Millis,
}

impl Syndication {
    /// Whether the agent's id holds `wrong`: then it takes nothing.
    fn fails(&self) -> bool {
        self.agent.to_lowercase().contains("wrong")
    }

    fn status(&self, now: Millis) -> &'static str {
        match () {
            () if !self.enabled => "DISABLED",
            // Long enough in each status for a caller that polls to see both.
            () if now < self.begun + (self.ends - self.begun) / 2 => "PENDING",
            () if now < self.ends => "SYNCING",
            () if self.fails() => "FAILED",
            () => "COMPLETED",
        }
    }

    fn view(&self, now: Millis) -> Value {
        let status = self.status(now);
        let own = |kind: &str| (self.kind == kind).then_some(&self.resource);
        json!({
            "id": self.id,
            "customerId": customer::ID,
            "advertiserId": self.advertiser,
            "resourceType": self.kind,
            "resourceId": self.resource,
            "audienceId": own("AUDIENCE"),
            "eventSourceId": own("EVENT_SOURCE"),
            "catalogId": own("CATALOG"),
            "adcpAgentId": self.agent,
            "adcpAgentAccountId": null,
            "enabled": self.enabled,
            "status": status,
            "errorMessage": (status == "FAILED").then_some("The agent refused it."),
            "responseData": null,
            "createdAt": iso(self.created),
            "updatedAt": iso(self.begun),
            "completedAt": (status == "COMPLETED").then(|| iso(self.ends)),
        })
    }
}

/// Tells of the syndications that have ended.
pub fn settle(syndications: &mut PerAdvertiser<Syndication>, notifications: &mut Notifications, now: Millis) {
    for one in syndications.all_mut().filter(|one| one.enabled && !one.told && one.ends <= now) {
        one.told = true;
        let (kind, status, end) = match one.fails() {
            true => ("syndication.failed", "error", "was refused by"),
            false => ("syndication.completed", "success", "has reached"),
        };
        notifications.tell(kind, status, format!("\"{}\" {end} {}", one.resource, one.agent), one.ends);
    }
}

/// `POST /advertisers/{advertiserId}/syndicate`
pub fn syndicate(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = call.checked(SYNDICATE)?;
    let (kind, resource) = (body.text("resourceType").unwrap_or_default(), body.text("resourceId").unwrap_or_default());
    if !world.buyer.has_resource(advertiser, kind, resource) {
        return Err(Refusal::not_found("There is no such resource."));
    }
    let enabled = body.flag("enabled").unwrap_or_default();
    let all = world.buyer.syndications.of_mut(advertiser);
    let mut views = Vec::new();
    for agent in body.items("adcpAgentIds").iter().filter_map(Value::as_str) {
        let same = |one: &Syndication| {
            (one.kind.as_str(), one.resource.as_str(), one.agent.as_str()) == (kind, resource, agent)
        };
        let index = all.iter().position(same).unwrap_or_else(|| {
            all.push(Syndication {
                id: ids::surrogate(),
                advertiser: advertiser.to_owned(),
                kind: kind.to_owned(),
                resource: resource.to_owned(),
                agent: agent.to_owned(),
                enabled,
                begun: call.now,
                ends: call.now,
                told: false,
                created: call.now,
            });
            all.len() - 1
        });
        let one = &mut all[index];
        (one.enabled, one.begun, one.told) = (enabled, call.now, false);
        one.ends = call.now + call.settings.activation_delay;
        views.push(one.view(call.now));
    }
    Ok(Reply::created(views.into()).documented_in_data())
}

/// `GET /advertisers/{advertiserId}/syndication-status`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let is = |key: &str, value: &str| query.text(key).is_none_or(|wanted| wanted == value);
    let fits = |one: &&Syndication| {
        is("resourceType", &one.kind)
            && is("resourceId", &one.resource)
            && is("adcpAgentId", &one.agent)
            && is("status", one.status(call.now))
            && query.flag("enabled").is_none_or(|enabled| enabled == one.enabled)
    };
    let fitting: Vec<&Syndication> = world.buyer.syndications.of(advertiser).iter().filter(fits).collect();
    let page = Page::by_limit(&query, DEFAULT_LIMIT);
    let items: Vec<Value> = page.of(&fitting).iter().map(|one| one.view(call.now)).collect();
    Ok(Reply::ok(json!({ "items": items, "total": fitting.len() })))
}

impl State {
    fn has_resource(&self, advertiser: &str, kind: &str, id: &str) -> bool {
        match kind {
            "AUDIENCE" => self.audiences.of(advertiser).iter().any(|audience| audience.id == id),
            "EVENT_SOURCE" => self.event_sources.of(advertiser).iter().any(|source| source.id == id),
            _ => self.catalogs.of(advertiser).iter().any(|catalog| catalog.id == id),
        }
    }
}
