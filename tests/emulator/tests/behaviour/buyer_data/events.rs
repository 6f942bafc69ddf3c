//! Event sources and events.

use serde_json::{Value, json};

use super::{NOBODY, advertiser, column, hash, id_of, large_call};
use crate::client::{Emulator, Seen};

async fn sync(emulator: &Emulator, sources: Value, more: Value) -> Seen {
    let at = advertiser(emulator).await;
    let mut body = json!({ "account": { "account_id": id_of(&at) }, "event_sources": sources });
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    emulator.call("POST", &format!("{at}/event-sources/sync"), body).await
}

async fn log(emulator: &Emulator, events: Value) -> Seen {
    let at = advertiser(emulator).await;
    large_call(emulator, &format!("{at}/log-event"), json!({ "event_source_id": "pixel", "events": events })).await
}

fn event(id: &str, kind: &str) -> Value {
    json!({ "event_id": id, "event_type": kind, "event_time": "2026-03-15T14:30:00-05:00" })
}

#[tokio::test]
async fn a_sync_of_sources_creates_updates_and_deletes() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let pixel = json!({ "event_source_id": "pixel", "event_types": ["purchase", "login", "refund"], "allowed_domains": ["shop.example"] });
    let sdk = json!({ "event_source_id": "sdk", "name": "App" });
    let actions =
        |seen: &Seen| column(&seen.data(200)["event_sources"], "action").into_iter().cloned().collect::<Value>();
    assert_eq!(
        actions(&sync(&emulator, json!([pixel, sdk, sdk]), json!({})).await),
        json!(["created", "created", "failed"])
    );
    let renamed = json!({ "event_source_id": "sdk", "name": "Mobile" });
    assert_eq!(actions(&sync(&emulator, json!([pixel, renamed]), json!({})).await), json!(["unchanged", "updated"]));
    let listed = emulator.get(&format!("{at}/event-sources?skip=1")).await;
    assert_eq!(listed.json()["meta"]["pagination"]["total"], 2);
    assert_eq!(
        (&listed.data(200)["eventSources"][0]["name"], &listed.data(200)["total"]),
        (&json!("Mobile"), &json!(2))
    );
    let only = sync(&emulator, json!([pixel]), json!({ "delete_missing": true })).await;
    assert_eq!(actions(&only), json!(["unchanged", "deleted"]));
    assert_eq!(emulator.get(&format!("{at}/event-sources")).await.data(200)["total"], 1);
}

#[tokio::test]
async fn events_are_counted_once() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    sync(&emulator, json!([{ "event_source_id": "pixel", "event_types": ["purchase", "lead"] }]), json!({}))
        .await
        .data(200);
    let mut matched = event("1", "purchase");
    matched["user_match"] = json!({ "hashed_email": hash('a') });
    matched["action_source"] = json!("website");
    let first = log(&emulator, json!([matched, event("1", "lead"), event("2", "search")])).await.data(200);
    assert_eq!(
        (&first["events_received"], &first["events_processed"], &first["match_quality"]),
        (&json!(3), &json!(2), &json!(0.5))
    );
    assert_eq!(
        (&first["partial_failures"][0]["event_id"], first["warnings"].as_array().map(Vec::len)),
        (&json!("2"), Some(1))
    );
    let again = log(&emulator, json!([matched])).await.data(200);
    assert_eq!((&again["events_processed"], again["partial_failures"] == json!([])), (&json!(0), true));
    let test = json!({ "event_source_id": "pixel", "events": [event("9", "lead")], "test_event_code": "T" });
    emulator.call("POST", &format!("{at}/log-event"), test).await.data(200);
    assert_eq!(emulator.known("effects").await["logEvent"], 1);

    let range = "startHour=2026-03-15T19:00:00Z&endHour=2026-03-15T15:00:00-05:00";
    let summary = emulator.get(&format!("{at}/events/summary?{range}")).await.data(200);
    assert_eq!(
        summary["entries"],
        json!([{ "eventHour": "2026-03-15T19:00:00.000Z", "eventType": "conversion", "eventCount": 2 }])
    );
    assert_eq!((&summary["totalEventCount"], &summary["periodEnd"]), (&json!(2), &json!("2026-03-15T20:00:00.000Z")));
    let clicks = emulator.get(&format!("{at}/events/summary?{range}&eventType=click")).await.data(200);
    assert_eq!(clicks["totalEventCount"], 0);
    let usual = emulator.get(&format!("{at}/events/summary")).await.data(200);
    assert!(usual["periodStart"].as_str().is_some_and(|start| start.ends_with(":00:00.000Z")));
    let health = emulator.get(&format!("{at}/event-sources")).await.data(200)["eventSources"][0]["health"].clone();
    assert_eq!((&health["status"], &health["lastEventAt"]), (&json!("receiving"), &json!("2026-03-15T19:30:00.000Z")));
}

#[tokio::test]
async fn ten_thousand_events_are_taken_and_no_more() {
    let emulator = Emulator::start().await;
    sync(&emulator, json!([{ "event_source_id": "pixel" }]), json!({})).await.data(200);
    let events = |count: usize| -> Value { (0..count).map(|index| event(&index.to_string(), "purchase")).collect() };
    assert_eq!(log(&emulator, events(10_000)).await.data(200)["events_processed"], 10_000);
    assert_eq!(log(&emulator, events(10_001)).await.issues(), ["events"]);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let good = json!({ "event_source_id": "pixel" });
    for (sources, more, wrong) in [
        (json!([]), json!({}), "event_sources"),
        (json!(vec![good.clone(); 51]), json!({}), "event_sources"),
        (json!([{}]), json!({}), "event_sources.0.event_source_id"),
        (json!([{ "event_source_id": "x", "event_types": ["yawn"] }]), json!({}), "event_sources.0.event_types.0"),
        (json!([{ "event_source_id": "x", "event_types": [] }]), json!({}), "event_sources.0.event_types"),
        (json!([good]), json!({ "account": { "account_id": "9" } }), "account.account_id"),
    ] {
        assert_eq!(sync(&emulator, sources, more).await.issues(), [wrong]);
    }
    assert_eq!(log(&emulator, json!([event("1", "purchase")])).await.issues(), ["event_source_id"]);
    sync(&emulator, json!([good]), json!({})).await.data(200);
    let with = |key: &str, value: Value| {
        let mut event = event("1", "purchase");
        event[key] = value;
        json!([event])
    };
    for (events, wrong) in [
        (json!([]), "events"),
        (with("event_type", json!("yawn")), "events.0.event_type"),
        (with("event_time", json!("2026-03-15T14:30:00")), "events.0.event_time"),
        (with("action_source", json!("offline")), "events.0.action_source"),
        (with("event_source_url", json!("shop")), "events.0.event_source_url"),
        (with("user_match", json!({ "hashed_phone": "1" })), "events.0.user_match.hashed_phone"),
        (with("custom_data", json!({ "currency": "usd" })), "events.0.custom_data.currency"),
    ] {
        assert_eq!(log(&emulator, events).await.issues(), [wrong]);
    }
    for (query, wrong) in [
        ("startHour=2026-03-15T19:30:00Z", "startHour"),
        ("eventType=yawn", "eventType"),
        ("startHour=2026-03-15T19:00:00Z&endHour=2026-03-15T19:00:00Z", "endHour"),
    ] {
        assert_eq!(emulator.get(&format!("{at}/events/summary?{query}")).await.issues(), [wrong]);
    }
    emulator.get(&format!("{NOBODY}/events/summary")).await.error(404, "NOT_FOUND");
    emulator.call("POST", &format!("{NOBODY}/log-event"), json!({})).await.error(404, "NOT_FOUND");
}
