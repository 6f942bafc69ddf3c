//! Catalogs: what an advertiser sells. They are only ever synced.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, URL, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::advertiser_exists;
use super::event_sources::{ACCOUNT, check_account};
use super::paging::Page;

const DEFAULT_TAKE: usize = 50;
#[rustfmt::skip]
const TYPE: Kind = Kind::OneOf(&[
    "offering", "product", "inventory", "store", "promotion", "hotel", "flight", "job", "vehicle", "real_estate",
    "education", "destination", "app",
]);
#[rustfmt::skip]
const FEED: Kind = Kind::OneOf(&[
    "google_merchant_center", "facebook_catalog", "shopify", "linkedin_jobs", "tiktok_shop", "pinterest_catalog",
    "openai_product_feed", "custom",
]);
const TEXTS: Kind = Kind::List(0, usize::MAX, &Kind::Text(0, usize::MAX));
const CATALOG: &[Rule] = &[
    required("catalog_id", Kind::Text(1, usize::MAX)),
    required("type", TYPE),
    optional("name", Kind::Text(1, 255)),
    optional("url", Kind::Form(&URL, usize::MAX)),
    optional("items", Kind::List(0, 10_000, &Kind::Map)),
    optional("feed_format", FEED),
    optional("update_frequency", Kind::OneOf(&["realtime", "hourly", "daily", "weekly"])),
    optional("conversion_events", TEXTS),
];
const SYNC: &[Rule] = &[
    required("account", Kind::Object(ACCOUNT)),
    required("catalogs", Kind::List(1, 50, &Kind::Object(CATALOG))),
    optional("catalog_ids", TEXTS),
    optional("delete_missing", Kind::Flag),
    optional("dry_run", Kind::Flag),
    optional("validation_mode", Kind::OneOf(&["strict", "lenient"])),
];
const QUERY: &[Rule] =
    &[optional("type", TYPE), optional("take", Kind::Whole(1, 250)), optional("skip", Kind::Whole(0, i64::MAX))];

/// A catalog.
#[derive(Clone)]
pub struct Catalog {
    /// The id that the buyer chose.
    pub id: String,
    platform_id: String,
    written: Object,
    version: u64,
    synced: Millis,
}

impl Catalog {
    fn hash(&self) -> String {
        let mut hasher = DefaultHasher::new();
        Value::from(self.written.clone()).to_string().hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }

    fn view(&self, advertiser: &str) -> Value {
        let is_feed = self.written.has("url");
        json!({
            "catalogId": self.id,
            "platformId": self.platform_id,
            "advertiserId": advertiser,
            "type": self.written.value("type"),
            "sourceType": if is_feed { "url" } else { "inline" },
            "name": self.written.value("name"),
            "url": self.written.value("url"),
            "feedFormat": self.written.value("feed_format"),
            "updateFrequency": self.written.value("update_frequency"),
            "itemCount": self.written.items("items").len(),
            // Nothing is fetched: a feed that the emulator could reach would be one on somebody else's machine.
            "syncStatus": if is_feed { "pending" } else { "synced" },
            "healthStatus": if is_feed { "not_synced" } else { "healthy" },
            "latestVersionNumber": self.version,
            "latestContentHash": self.hash(),
            "lastSyncedAt": (!is_feed).then(|| iso(self.synced)),
        })
    }

    fn result(&self, action: &str) -> Value {
        json!({
            "catalog_id": self.id,
            "action": action,
            "name": self.written.value("name"),
            "type": self.written.value("type"),
            "platform_id": self.platform_id,
            "catalog_version_number": self.version,
            "content_hash": self.hash(),
            "item_count": self.written.items("items").len(),
        })
    }
}

/// `GET /advertisers/{advertiserId}/catalogs`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let fits = |catalog: &&Catalog| query.text("type").is_none_or(|kind| catalog.written.text("type") == Some(kind));
    let fitting: Vec<&Catalog> = world.buyer.catalogs.of(advertiser).iter().filter(fits).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let catalogs: Vec<Value> = page.of(&fitting).iter().map(|catalog| catalog.view(advertiser)).collect();
    let account = json!({ "account_id": advertiser });
    let payload = json!({ "account": account, "catalogs": catalogs, "total": fitting.len() });
    Ok(Reply::ok(payload).with_meta(page.meta(fitting.len())))
}

/// `POST /advertisers/{advertiserId}/catalogs/sync`
pub fn sync(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = checked(call, advertiser)?;
    let strict = body.text("validation_mode") != Some("lenient");
    let dry_run = body.flag("dry_run") == Some(true);
    // A dry run does the same to a copy, which is then forgotten.
    let mut catalogs = world.buyer.catalogs.of(advertiser).to_vec();
    let given: Vec<&Object> = body.items("catalogs").iter().filter_map(Value::as_object).collect();
    let chosen = |catalog: &&&Object| {
        !body.has("catalog_ids") || body.items("catalog_ids").iter().any(|id| *id == catalog.value("catalog_id"))
    };
    let mut results: Vec<Value> =
        given.iter().filter(chosen).map(|catalog| put(&mut catalogs, catalog, strict, call.now)).collect();
    if body.flag("delete_missing") == Some(true) {
        catalogs.retain(|known| {
            let stays = given.iter().any(|catalog| catalog.text("catalog_id") == Some(&known.id));
            if !stays {
                results.push(known.result("deleted"));
            }
            stays
        });
    }
    let changed = results.iter().any(|result| result["action"] != "unchanged" && result["action"] != "failed");
    let reply = Reply::ok(json!({ "results": results, "dry_run": dry_run }));
    if dry_run || !changed {
        return Ok(reply.unchanged());
    }
    *world.buyer.catalogs.of_mut(advertiser) = catalogs;
    Ok(reply)
}

fn checked(call: &Call, advertiser: &str) -> Result<Object, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, SYNC);
    check_account(&mut check, &body, advertiser);
    for (index, catalog) in body.items("catalogs").iter().enumerate() {
        if let Some(catalog) = catalog.as_object() {
            let one = catalog.has("url") != catalog.has("items");
            check.require(one, &format!("catalogs.{index}.url"), "Provide either url or items, not both.");
        }
    }
    check.finish().map(|()| body)
}

fn put(catalogs: &mut Vec<Catalog>, given: &Object, strict: bool, now: Millis) -> Value {
    let id = given.text("catalog_id").unwrap_or_default();
    let issues = issues(given);
    if strict && !issues.is_empty() {
        let error = "Some items have no id; validation_mode lenient would leave them out.";
        return json!({ "catalog_id": id, "action": "failed", "error": error, "item_issues": issues });
    }
    let mut written = given.clone();
    if let Some(Value::Array(items)) = written.get_mut("items") {
        items.retain(|item| item_id(item).is_some());
    }
    let (catalog, action) = match catalogs.iter_mut().find(|known| known.id == id) {
        None => {
            let (id, platform_id) = (id.to_owned(), ids::surrogate());
            catalogs.push(Catalog { id, platform_id, written, version: 1, synced: now });
            (catalogs.last(), "created")
        }
        Some(known) if known.written == written => (Some(&*known), "unchanged"),
        Some(known) => {
            (known.written, known.version, known.synced) = (written, known.version + 1, now);
            (Some(&*known), "updated")
        }
    };
    let mut result = catalog.map(|catalog| catalog.result(action)).unwrap_or_default();
    if !issues.is_empty() {
        result["items_rejected"] = issues.len().into();
        result["item_issues"] = issues.into();
    }
    result
}

fn issues(catalog: &Object) -> Vec<Value> {
    let issue = |(index, _): (usize, &Value)| json!({ "field": format!("items.{index}"), "issue": "The item has no id.", "severity": "error" });
    catalog.items("items").iter().enumerate().filter(|(_, item)| item_id(item).is_none()).map(issue).collect()
}

/// Items have whatever keys; one of them has to tell them apart: `item_id`, `hotel_id`, `job_id`, `id`.
fn item_id(item: &Value) -> Option<&Value> {
    let named = |(key, value): &(&String, &Value)| (*key == "id" || key.ends_with("_id")) && !value.is_null();
    item.as_object()?.iter().find(named).map(|(_, value)| value)
}
