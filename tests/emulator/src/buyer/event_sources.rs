//! Event sources: where an advertiser's events come from. They are only ever synced.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::advertiser_exists;
use super::paging::Page;

const DEFAULT_TAKE: usize = 50;
/// The account in the body of a sync: once more the advertiser.
pub const ACCOUNT: &[Rule] = &[required("account_id", Kind::Reference)];
const LINE: Kind = Kind::Text(0, 256);
const MAPPING: &[Rule] = &[
    optional("eventIdField", LINE),
    optional("eventTypeField", LINE),
    optional("eventTimeField", LINE),
    optional("userMatchFields", Kind::List(0, usize::MAX, &LINE)),
    optional("valueField", LINE),
    optional("currencyField", LINE),
    optional("orderIdField", LINE),
    optional("contentIdsField", LINE),
    optional("consentField", LINE),
    optional("dedupeStrategy", Kind::Text(0, 1024)),
    optional("notes", Kind::Text(0, 2048)),
];
/// The types of both documents.
#[rustfmt::skip]
pub const TYPES: [&str; 40] = [
    "purchase", "lead", "add_to_cart", "complete_registration", "subscribe", "app_install", "start_trial", "search",
    "add_to_wishlist", "view_content", "initiate_checkout", "add_payment_info", "share", "donate", "find_location",
    "schedule", "contact", "customize_product", "submit_application", "login", "page_view", "complete_tutorial",
    "achieve_level", "unlock_achievement", "spend_credits", "rate", "download", "custom", "select_content",
    "select_item", "remove_from_cart", "viewed_cart", "refund", "qualify_lead", "close_convert_lead",
    "disqualify_lead", "follow", "content_view", "watch_milestone", "app_launch",
];
const SOURCE: &[Rule] = &[
    required("event_source_id", Kind::Text(1, 255)),
    optional("name", Kind::Text(1, 255)),
    optional("event_types", Kind::List(1, usize::MAX, &Kind::OneOf(&TYPES))),
    optional("allowed_domains", Kind::List(0, usize::MAX, &Kind::Text(1, usize::MAX))),
    optional("integration_platform", Kind::Text(1, 128)),
    optional("mapping", Kind::Object(MAPPING)),
    optional("test_event_code", LINE),
];
const SYNC: &[Rule] = &[
    required("account", Kind::Object(ACCOUNT)),
    required("event_sources", Kind::List(1, 50, &Kind::Object(SOURCE))),
    optional("delete_missing", Kind::Flag),
];
const QUERY: &[Rule] = &[optional("take", Kind::Whole(1, 250)), optional("skip", Kind::Whole(0, i64::MAX))];

/// An event source.
pub struct EventSource {
    /// The id that the buyer chose.
    pub id: String,
    written: Object,
    /// Type and time of the last event, and when it came.
    pub last_event: Option<(String, Millis, Millis)>,
    created: Millis,
    updated: Millis,
}

impl EventSource {
    /// Whether it takes events of a type. One that names no types takes all.
    pub fn takes(&self, kind: &str) -> bool {
        !self.written.has("event_types") || self.written.items("event_types").iter().any(|known| known == kind)
    }

    fn view(&self) -> Value {
        let last = self.last_event.as_ref();
        json!({
            "eventSourceId": self.id,
            "name": self.written.text("name").unwrap_or(&self.id),
            "eventTypes": self.written.value("event_types"),
            "allowedDomains": self.written.value("allowed_domains"),
            "integrationPlatform": self.written.value("integration_platform"),
            "mapping": self.written.value("mapping"),
            "testEventCode": self.written.value("test_event_code"),
            "health": {
                "status": if last.is_some() { "receiving" } else { "not_seen" },
                "lastEventAt": last.map(|(_, at, _)| iso(*at)),
                "lastEventReceivedAt": last.map(|(_, _, received)| iso(*received)),
                "lastEventType": last.map(|(kind, _, _)| kind),
                "lastError": null,
                "lastErrorAt": null,
            },
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        })
    }
}

/// Adds an issue if the account in a sync's body is not the advertiser in its path.
pub fn check_account(check: &mut Checker, body: &Object, advertiser: &str) {
    let account = body.inner("account").and_then(|account| account.reference("account_id"));
    let same = account.is_none_or(|account| account == advertiser);
    check.require(same, "account.account_id", "Must be the advertiser in the path.");
}

/// `GET /advertisers/{advertiserId}/event-sources`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let page = Page::by_take(&call.query(QUERY)?, DEFAULT_TAKE);
    let sources = world.buyer.event_sources.of(advertiser);
    let views: Vec<Value> = page.of(sources).iter().map(EventSource::view).collect();
    let payload = json!({ "eventSources": views, "total": sources.len() });
    Ok(Reply::ok(payload).with_meta(page.meta(sources.len())))
}

/// `POST /advertisers/{advertiserId}/event-sources/sync`
pub fn sync(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, SYNC);
    check_account(&mut check, &body, advertiser);
    check.finish()?;
    let sources = world.buyer.event_sources.of_mut(advertiser);
    let mut results = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for given in body.items("event_sources").iter().filter_map(Value::as_object) {
        let id = given.text("event_source_id").unwrap_or_default();
        if seen.contains(&id) {
            let error = "The same event_source_id comes twice in this request.";
            results.push(json!({ "event_source_id": id, "action": "failed", "error": error }));
            continue;
        }
        seen.push(id);
        results.push(json!({ "event_source_id": id, "action": put(sources, id, given, call.now) }));
    }
    if body.flag("delete_missing") == Some(true) {
        sources.retain(|source| {
            let stays = seen.contains(&source.id.as_str());
            if !stays {
                results.push(json!({ "event_source_id": source.id, "action": "deleted" }));
            }
            stays
        });
    }
    let changed = results.iter().any(|result| result["action"] != "unchanged" && result["action"] != "failed");
    let reply = Reply::ok(json!({ "event_sources": results }));
    Ok(if changed { reply } else { reply.unchanged() })
}

fn put(sources: &mut Vec<EventSource>, id: &str, given: &Object, now: Millis) -> &'static str {
    let Some(known) = sources.iter_mut().find(|source| source.id == id) else {
        let (id, written) = (id.to_owned(), given.clone());
        sources.push(EventSource { id, written, last_event: None, created: now, updated: now });
        return "created";
    };
    let mut written = known.written.clone();
    written.extend(given.clone());
    if written == known.written {
        return "unchanged";
    }
    (known.written, known.updated) = (written, now);
    "updated"
}
