//! Every operation once, with a secret in every place where a secret can be sent: none may ever come back.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, Seen, keyed, source, storefront};

const SECRET: &str = "xyzzy-4711-hush";

/// Calls that succeed, in an order in which each finds what it needs.
fn calls() -> Vec<(&'static str, String, Value)> {
    let at = |rest: &str| format!("{SOURCES}/{rest}");
    let modular = |rest: &str| format!("{SOURCES}/modular/modular{rest}");
    let auth = json!({ "type": "bearer", "token": SECRET });
    let jwt = json!({ "type": "jwt", "privateKey": SECRET, "issuer": "i", "subject": "s", "keyId": "k", "scope": "s", "tokenEndpointUrl": "https://t.example", "audienceUrl": "https://t.example" });
    let basic = json!({ "type": "basic", "username": "u", "password": SECRET });
    let freewheel = json!({ "type": "freewheel", "clientId": "c", "clientSecret": SECRET, "apiToken": SECRET });
    let springserve = json!({ "type": "springserve", "email": "a@b.example", "password": SECRET });
    let adswizz = json!({ "type": "adswizz", "apiKey": SECRET, "agencyId": 1, "defaultCurrency": "EUR" });
    let credential = json!({ "auth": { "anything": { "at": ["all", SECRET] } } });
    let booking = json!({ "availId": "avail-1", "mediaBuyId": "m", "buyerCustomerId": 1 });
    let reservation =
        json!({ "availId": "avail-1", "mediaBuyId": "m", "buyerCustomerId": 1, "requestedImpressions": 5 });
    let avail = json!({
        "collectionId": "c", "collectionName": "C", "availId": "a", "name": "A", "startTime": "2026-02-01T00:00Z", "endTime": "2026-03-01T00:00Z",
        "formatOptions": [{ "format_kind": "image", "params": {} }], "publisherProperties": [{ "selection_type": "all" }], "impressionsCapacity": 1,
    });
    let credentials = modular("/modules/trafficking/credentials/API_KEY");
    vec![
        ("POST", storefront(""), json!({ "name": "Nightjar" })),
        ("GET", storefront(""), Value::Null),
        ("PUT", storefront(""), json!({ "defaultCurrency": "EUR" })),
        ("PATCH", storefront(""), json!({ "capabilities": {} })),
        ("GET", storefront("/readiness"), Value::Null),
        ("POST", storefront("/resolve-brand"), json!({ "domain": "nightjar.example" })),
        ("GET", storefront("/discover-agents?domain=nightjar.example"), Value::Null),
        ("POST", SOURCES.to_owned(), keyed(SECRET)),
        ("POST", SOURCES.to_owned(), source(json!({ "sourceId": "jwt", "authenticationType": "JWT", "auth": jwt }))),
        (
            "POST",
            SOURCES.to_owned(),
            source(json!({ "sourceId": "basic", "authenticationType": "BASIC_AUTH", "auth": basic })),
        ),
        ("GET", SOURCES.to_owned(), Value::Null),
        ("GET", at("late-show"), Value::Null),
        ("PUT", at("late-show"), json!({ "auth": auth })),
        ("GET", at("late-show/diagnostics"), Value::Null),
        ("DELETE", at("late-show"), Value::Null),
        ("GET", at("ad-server/esa"), Value::Null),
        ("PUT", at("ad-server/ad-server"), adswizz),
        ("PATCH", at("ad-server/ad-server"), freewheel.clone()),
        ("PUT", at("ad-server/adapter-config"), freewheel),
        ("PUT", at("ad-server/ad-server"), springserve),
        ("POST", at("ad-server/test-connection"), Value::Null),
        ("GET", at("ad-server/status?includeSyncHistory=true"), Value::Null),
        ("GET", at("ad-server/sync-history"), Value::Null),
        ("POST", at("ad-server/launch"), json!({})),
        ("POST", at("ad-server/refresh"), Value::Null),
        ("POST", at("ad-server/deactivate"), Value::Null),
        ("POST", at("ad-server/reactivate"), Value::Null),
        ("GET", modular(""), Value::Null),
        ("POST", modular("/avails-feed"), json!({ "avails": [avail], "confirmed": true })),
        ("GET", modular("/products"), Value::Null),
        ("POST", modular("/reservations"), reservation),
        ("POST", modular("/bookings/finalize"), booking.clone()),
        ("GET", modular("/work-items"), Value::Null),
        ("POST", modular("/bookings/release"), booking),
        ("GET", modular("/inventory/capabilities"), Value::Null),
        ("GET", modular("/inventory/selectors?selectorType=site"), Value::Null),
        ("PATCH", modular("/modules/trafficking/config"), json!({ "config": { "networkId": "1" } })),
        ("POST", credentials.clone(), credential.clone()),
        ("PUT", credentials.clone(), credential),
        ("DELETE", credentials, Value::Null),
    ]
}

/// Calls that are refused, with the secret in the place that is wrong.
fn refused_calls() -> Vec<(&'static str, String, Value)> {
    let with = |fields: Value| source(fields);
    vec![
        (
            "POST",
            SOURCES.to_owned(),
            with(json!({ "authenticationType": "OAUTH", "auth": { "type": "bearer", "token": SECRET } })),
        ),
        ("POST", SOURCES.to_owned(), with(json!({ "authenticationType": "API_KEY", "auth": SECRET }))),
        (
            "POST",
            SOURCES.to_owned(),
            with(json!({ "authenticationType": "API_KEY", "auth": { "type": SECRET, "token": 5 } })),
        ),
        (
            "POST",
            SOURCES.to_owned(),
            with(json!({ "authenticationType": SECRET, "endpointUrl": SECRET, "type": SECRET })),
        ),
        (
            "PUT",
            format!("{SOURCES}/jwt"),
            json!({ "auth": { "type": "basic", "username": SECRET, "password": SECRET } }),
        ),
        ("PUT", format!("{SOURCES}/ad-server/ad-server"), json!({ "type": "freewheel", "clientSecret": SECRET })),
        (
            "POST",
            format!("{SOURCES}/modular/modular/modules/trafficking/credentials/{SECRET}"),
            json!({ "auth": { "k": SECRET } }),
        ),
        (
            "POST",
            format!("{SOURCES}/modular/modular/modules/trafficking/credentials/BEARER"),
            json!({ "auth": SECRET }),
        ),
        ("GET", format!("{SOURCES}/{SECRET}"), Value::Null),
        ("POST", format!("{SOURCES}/{SECRET}/{SECRET}"), json!({ "auth": SECRET })),
    ]
}

/// Calls about one work item.
fn work_calls(id: &Value) -> Vec<(&'static str, String, Value)> {
    let path = format!("{SOURCES}/modular/modular/work-items/{}", id.as_str().unwrap_or_default());
    vec![
        ("GET", path.clone(), Value::Null),
        ("PATCH", path.clone(), json!({ "notes": "n" })),
        ("POST", format!("{path}/complete"), json!({})),
    ]
}

async fn upload(emulator: &Emulator) -> Seen {
    let token = format!("Bearer {}", emulator.token);
    let headers = [("authorization", token.as_str()), ("content-type", "multipart/form-data; boundary=B")];
    let body = b"--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nname\r\nx\r\n--B--";
    let path = format!("{SOURCES}/modular/modular/avails-feed/upload");
    emulator.send("POST", &path, &headers, body, Duration::from_secs(2)).await
}

async fn prepared() -> Emulator {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "rateLimit": 0 })).await;
    emulator.control("plant", json!({ "what": "ad-server-source", "adServer": "freewheel" })).await;
    emulator.control("plant", json!({ "what": "modular-source" })).await;
    emulator
}

/// The buyer's operations have tests of their own.
fn is_of_seller(id: &str) -> bool {
    let operations: Value = serde_json::from_str(include_str!("../../../facts/operations.json")).unwrap_or_default();
    operations.as_array().into_iter().flatten().any(|row| row["id"] == id && row["persona"] == "storefront")
}

#[tokio::test]
async fn no_secret_ever_comes_back() {
    let emulator = prepared().await;
    let work = emulator.control("plant", json!({ "what": "work-item", "sourceId": "modular" })).await;
    let mut everything = vec![upload(&emulator).await.body];
    for (method, path, body) in calls().into_iter().chain(work_calls(&work["workItemId"])) {
        let seen = emulator.call(method, &path, body).await;
        assert!((200..300).contains(&seen.status), "{method} {path}: {}", seen.text());
        everything.extend([seen.head.into_bytes(), seen.body]);
    }
    for (method, path, body) in refused_calls() {
        let seen = emulator.call(method, &path, body).await;
        assert!((400..500).contains(&seen.status), "{method} {path}: {}", seen.text());
        everything.extend([seen.head.into_bytes(), seen.body]);
    }
    everything.extend(crate::buyer_data::secrets::every_call(&emulator, SECRET).await);
    let broken = format!("{{\"auth\":{{\"token\":\"{SECRET}\"");
    let token = format!("Bearer {}", emulator.token);
    let headers = [("authorization", token.as_str()), ("content-type", "application/json")];
    let seen = emulator.send("POST", SOURCES, &headers, broken.as_bytes(), Duration::from_secs(2)).await;
    seen.error(400, "BAD_REQUEST");
    everything.push(seen.body);
    let effects = emulator.known("effects").await;
    let idle: Vec<_> =
        effects.as_object().into_iter().flatten().filter(|(id, count)| **count == 0 && is_of_seller(id)).collect();
    assert!(idle.is_empty(), "not called here: {idle:?}");
    everything.push(effects.to_string().into_bytes());
    for bytes in &everything {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(SECRET) && !text.contains(&emulator.token), "{text}");
    }
    assert!(everything.len() > 100);
}

#[tokio::test]
async fn the_secrets_of_requests_are_not_remembered() {
    let emulator = prepared().await;
    for (method, path, body) in calls() {
        emulator.call(method, &path, body).await;
    }
    let remembered = emulator.known("requests").await;
    assert_eq!(remembered.as_array().map(Vec::len), Some(calls().len()));
    let text = remembered.to_string();
    assert!(!text.contains(SECRET) && !text.contains(&emulator.token));
}
