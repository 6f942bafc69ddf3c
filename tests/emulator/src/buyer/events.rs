//! Events: what people did, for attribution.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{CURRENCY, Checker, Kind, Rule, URL, optional, required};
use crate::clock::{HOUR, Millis, iso, parse_with_offset};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::advertiser_exists;
use super::formats::{FULL_HOUR, HASH, INSTANT};

const ANY: f64 = f64::MIN;
const LINE: Kind = Kind::Text(0, 256);
const UID: &[Rule] = &[required("type", Kind::Text(1, 64)), required("value", Kind::Text(1, 512))];
const USER: &[Rule] = &[
    optional("uids", Kind::List(0, usize::MAX, &Kind::Object(UID))),
    optional("hashed_email", Kind::Form(&HASH, 64)),
    optional("hashed_phone", Kind::Form(&HASH, 64)),
    optional("click_id", Kind::Text(0, 512)),
    optional("click_id_type", Kind::Text(0, 64)),
    optional("client_ip", Kind::Text(0, 45)),
    optional("client_user_agent", Kind::Text(0, 512)),
];
const CONTENT: &[Rule] = &[
    optional("id", LINE),
    optional("quantity", Kind::Whole(1, i64::MAX)),
    optional("price", Kind::AtLeast(ANY)),
    optional("brand", LINE),
];
const CUSTOM: &[Rule] = &[
    optional("value", Kind::AtLeast(ANY)),
    optional("currency", Kind::Form(&CURRENCY, 3)),
    optional("order_id", LINE),
    optional("content_ids", Kind::List(0, usize::MAX, &LINE)),
    optional("content_type", Kind::Text(0, 128)),
    optional("num_items", Kind::Whole(0, i64::MAX)),
    optional("contents", Kind::List(0, usize::MAX, &Kind::Object(CONTENT))),
];
/// The types that both documents give for events; event sources know other ones in the older document.
#[rustfmt::skip]
const TYPES: [&str; 33] = [
    "page_view", "view_content", "select_content", "select_item", "search", "share", "add_to_cart",
    "remove_from_cart", "viewed_cart", "add_to_wishlist", "initiate_checkout", "add_payment_info", "purchase",
    "refund", "lead", "qualify_lead", "close_convert_lead", "disqualify_lead", "complete_registration", "subscribe",
    "follow", "content_view", "watch_milestone", "start_trial", "app_install", "app_launch", "contact", "schedule",
    "donate", "submit_application", "custom", "deposit", "subscription",
];
const EVENT: &[Rule] = &[
    required("event_id", Kind::Text(1, 256)),
    required("event_type", Kind::OneOf(&TYPES)),
    required("event_time", Kind::Form(&INSTANT, 64)),
    optional("action_source", Kind::OneOf(&["website", "app", "in_store", "phone_call", "system_generated", "other"])),
    optional("event_source_url", Kind::Form(&URL, usize::MAX)),
    optional("custom_event_name", LINE),
    optional("user_match", Kind::Object(USER)),
    optional("custom_data", Kind::Object(CUSTOM)),
];
const LOG: &[Rule] = &[
    required("event_source_id", Kind::Text(1, 256)),
    required("events", Kind::List(1, 10_000, &Kind::Object(EVENT))),
    optional("test_event_code", LINE),
];
const QUERY: &[Rule] = &[
    optional("eventType", Kind::OneOf(&["impression", "click", "conversion", "measurement", "mmp"])),
    optional("startHour", Kind::Form(&FULL_HOUR, 32)),
    optional("endHour", Kind::Form(&FULL_HOUR, 32)),
];

/// The events of one advertiser, as far as they are remembered.
#[derive(Default)]
pub struct EventLog {
    /// Source, type and id of each.
    seen: HashSet<(String, String, String)>,
    hours: BTreeMap<Millis, u64>,
}

impl EventLog {
    /// Counts an event, unless it is known already.
    fn count(&mut self, source: &str, kind: &str, id: &str, at: Millis) -> bool {
        let fresh = self.seen.insert((source.to_owned(), kind.to_owned(), id.to_owned()));
        if fresh {
            *self.hours.entry(full_hour(at)).or_default() += 1;
        }
        fresh
    }
}

/// `POST /advertisers/{advertiserId}/log-event`
pub fn log(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = call.checked(LOG)?;
    let id = body.text("event_source_id").unwrap_or_default();
    let sources = world.buyer.event_sources.of_mut(advertiser);
    let source = sources.iter_mut().find(|source| source.id == id);
    let source = source.ok_or_else(|| Refusal::invalid("event_source_id", "There is no such event source."))?;
    let log = world.buyer.events.entry(advertiser.to_owned()).or_default();
    let is_test = body.has("test_event_code");
    let (mut processed, mut known, mut matched) = (0_usize, 0_usize, 0_usize);
    let (mut failures, mut addressless) = (Vec::new(), false);
    let events: Vec<&Object> = body.items("events").iter().filter_map(Value::as_object).collect();
    for event in &events {
        let (id, kind) = (event.text("event_id").unwrap_or_default(), event.text("event_type").unwrap_or_default());
        let at = event.text("event_time").and_then(parse_with_offset).unwrap_or(call.now);
        if !source.takes(kind) {
            let message = format!("The event source does not take events of the type {kind}.");
            failures.push(json!({ "event_id": id, "code": "EVENT_TYPE_NOT_ALLOWED", "message": message }));
            continue;
        }
        addressless |= event.text("action_source") == Some("website") && !event.has("event_source_url");
        matched += usize::from(event.inner("user_match").is_some_and(|user| !user.is_empty()));
        // Test events are looked at and not kept.
        if is_test || log.count(&source.id, kind, id, at) {
            processed += 1;
        } else {
            known += 1;
        }
        if !is_test {
            source.last_event = Some((kind.to_owned(), at, call.now));
        }
    }
    let mut warnings = Vec::new();
    if known > 0 {
        warnings.push(format!("{known} events were known already and are not counted again."));
    }
    if addressless {
        warnings.push("Events from a website should have an event_source_url.".to_owned());
    }
    let taken = processed + known;
    let quality = if taken == 0 { 0.0 } else { (matched as f64 / taken as f64 * 100.0).round() / 100.0 };
    let reply = Reply::ok(json!({
        "events_received": events.len(),
        "events_processed": processed,
        "partial_failures": failures,
        "warnings": warnings,
        "match_quality": quality,
    }));
    Ok(if processed > 0 && !is_test { reply } else { reply.unchanged() })
}

/// `GET /advertisers/{advertiserId}/events/summary`
///
/// An hour is counted when it is over, so what is reported for the present hour does not show yet.
pub fn summarize(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let present = full_hour(call.now);
    let given = |key: &str| query.text(key).and_then(parse_with_offset);
    let start = given("startHour").unwrap_or(present - HOUR);
    let end = given("endHour").unwrap_or(present);
    let mut check = Checker::default();
    check.require(start < end, "endHour", "Must be after startHour.");
    check.finish()?;
    let wanted = query.text("eventType").is_none_or(|kind| kind == "conversion");
    let log = world.buyer.events.get(advertiser).filter(|_| wanted);
    let hours = log.into_iter().flat_map(|log| log.hours.range(start..end)).filter(|(hour, _)| **hour < present);
    let counted: Vec<(Millis, u64)> = hours.map(|(hour, count)| (*hour, *count)).collect();
    let entry = |(hour, count): &(Millis, u64)| json!({ "eventHour": iso(*hour), "eventType": "conversion", "eventCount": count });
    Ok(Reply::ok(json!({
        "periodStart": iso(start),
        "periodEnd": iso(end),
        "entries": counted.iter().map(entry).collect::<Vec<_>>(),
        "totalEventCount": counted.iter().map(|(_, count)| count).sum::<u64>(),
    })))
}

fn full_hour(at: Millis) -> Millis {
    at.div_euclid(HOUR) * HOUR
}
