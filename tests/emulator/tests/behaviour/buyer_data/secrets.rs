//! Every operation on the buyer's data once, with a secret where one can be sent.

use serde_json::{Value, json};

use super::{advertiser, buyer, hash, id_of};
use crate::client::Emulator;

/// Calls every operation that can change something; gives back whatever came back.
pub async fn every_call(emulator: &Emulator, secret: &str) -> Vec<Vec<u8>> {
    let at = advertiser(emulator).await;
    let planted = emulator.control("plant", json!({ "what": "notification", "type": "system.warning" })).await;
    let notification = format!("/api/v2/notifications/{}", planted["notificationId"].as_str().unwrap_or_default());
    let list = json!({ "name": "L", "purpose": "include", "domains": ["a.example"] });
    let made = emulator.call("POST", &format!("{at}/property-lists"), list).await.data(201);
    let list = format!("{at}/property-lists/{}", made["listId"].as_str().unwrap_or_default());
    let on = |what: &str| format!("{at}/{what}");
    let mut everything = Vec::new();
    // Before the calls that read all notifications.
    let mut calls_of_all = vec![
        ("POST", format!("{notification}/read"), Value::Null),
        ("POST", format!("{notification}/acknowledge"), Value::Null),
        ("PUT", list.clone(), json!({ "name": "M" })),
        ("DELETE", list, Value::Null),
    ];
    calls_of_all.extend(calls(id_of(&at), on, secret));
    for (method, path, body) in calls_of_all {
        let seen = emulator.call(method, &path, body).await;
        assert!((200..300).contains(&seen.status), "{method} {path}: {}", seen.text());
        everything.extend([seen.head.into_bytes(), seen.body]);
    }
    for auth in
        [json!(secret), json!({ "type": secret, "token": secret }), json!({ "type": "basic", "password": secret })]
    {
        let body = json!({ "accountIdentifier": "b", "auth": auth });
        let seen = emulator.call("POST", &arcade(), body).await;
        seen.error(400, "VALIDATION_ERROR");
        everything.push(seen.body);
    }
    everything
}

fn arcade() -> String {
    buyer("/storefronts/22/sources/bramble-arcade/credentials")
}

fn calls(id: &str, on: impl Fn(&str) -> String, secret: &str) -> Vec<(&'static str, String, Value)> {
    let account = json!({ "account_id": id });
    let push = json!({
        "url": "https://hooks.example/x",
        "token": format!("{secret}{}", "x".repeat(16)),
        "authentication": { "schemes": ["Bearer"], "credentials": format!("{secret}{}", "x".repeat(32)) },
    });
    let member = json!({ "externalId": "u", "hashedEmail": hash('a') });
    let event = json!({ "event_id": "1", "event_type": "lead", "event_time": "2026-03-15T14:30:00Z" });
    let measurement = json!({
        "start_time": "2026-03-01T00:00:00Z", "end_time": "2026-03-02T00:00:00Z", "metric_id": "conversions",
        "metric_value": 1, "unit": "count", "campaign_id": "c",
    });
    let source = json!({ "sourceKey": "k", "name": "n", "outcomeType": "o", "granularity": "g", "cadence": "daily", "provider": "p" });
    let window = json!({ "geo": "g", "timeWindowStart": "2026-01-06", "timeWindowEnd": "2026-01-12" });
    let mut record = window.clone();
    (record["outcomeType"], record["value"], record["source"]) = (json!("o"), json!(1), json!("k"));
    let order = json!({ "resourceType": "CATALOG", "resourceId": "c", "adcpAgentIds": ["a"], "enabled": true });
    vec![
        ("GET", "/api/v2/accounts/current".to_owned(), Value::Null),
        ("POST", arcade(), json!({ "accountIdentifier": "a", "auth": { "type": "bearer", "token": secret } })),
        ("GET", buyer("/storefronts/credentials"), Value::Null),
        ("GET", buyer("/storefronts/22"), Value::Null),
        (
            "POST",
            on("catalogs/sync"),
            json!({ "account": account, "catalogs": [{ "catalog_id": "c", "type": "product", "items": [] }] }),
        ),
        (
            "POST",
            on("audiences/sync"),
            json!({ "audiences": [{ "audienceId": "a", "add": [member] }], "pushNotificationConfig": push }),
        ),
        ("GET", on("audiences/a"), Value::Null),
        (
            "POST",
            on("event-sources/sync"),
            json!({ "account": account, "event_sources": [{ "event_source_id": "e" }] }),
        ),
        ("POST", on("log-event"), json!({ "event_source_id": "e", "events": [event] })),
        ("POST", on("measurement-data/sync"), json!({ "measurements": [measurement] })),
        ("POST", on("measurement-sources"), source),
        ("POST", on("measurement-records"), json!({ "records": [record] })),
        ("POST", on("context-records"), json!({ "records": [window] })),
        ("POST", on("test-cohorts"), json!({ "name": "x" })),
        ("POST", on("syndicate"), order),
        ("POST", "/api/v2/notifications/read-all".to_owned(), json!({})),
    ]
}
