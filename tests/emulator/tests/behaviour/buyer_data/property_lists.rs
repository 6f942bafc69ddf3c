//! Property lists.

use serde_json::{Value, json};

use super::{NOBODY, advertiser, column, large_call};
use crate::client::Emulator;

fn typed(kind: &str, value: &str) -> Value {
    json!({ "type": kind, "value": value })
}

async fn make(emulator: &Emulator, sets: Value) -> Value {
    let at = advertiser(emulator).await;
    let mut body = json!({ "name": "Mixed", "purpose": "include" });
    for (key, value) in sets.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    emulator.call("POST", &format!("{at}/property-lists"), body).await.data(201)
}

async fn path_of(emulator: &Emulator, list: &Value) -> String {
    format!("{}/property-lists/{}", advertiser(emulator).await, list["listId"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn identifiers_are_resolved_and_what_is_not_is_told_once() {
    let emulator = Emulator::start().await;
    let sets = json!({
        "domains": ["www.nytimes.com", "nytimes.com", "registered-site.example"],
        "identifiers": [typed("ios_bundle", "com.unknown.App"), typed("roku_store_id", "12"), typed("venue_id", "v"), typed("domain", "")],
        "filters": { "channels_any": ["ctv"] },
    });
    let made = make(&emulator, sets).await;
    assert_eq!(made["identifiers"], json!([typed("domain", "nytimes.com"), typed("roku_store_id", "12")]));
    assert_eq!(made["unresolvedIdentifiers"], json!([typed("ios_bundle", "com.unknown.App"), typed("venue_id", "v")]));
    assert_eq!(made["registeredIdentifiers"], json!([typed("domain", "registered-site.example")]));
    assert_eq!(
        (&made["domains"], &made["registeredDomains"]),
        (&json!(["nytimes.com"]), &json!(["registered-site.example"]))
    );
    assert_eq!(
        made["resolutionSummary"],
        json!({ "totalRequested": 5, "resolvedCount": 2, "registeredCount": 1, "unresolvedCount": 2, "resolutionRate": 0.4 })
    );
    let read = emulator.get(&path_of(&emulator, &made).await).await.data(200);
    assert_eq!((&read["identifiers"], &read["filters"]), (&made["identifiers"], &made["filters"]));
    assert_eq!((&read["unresolvedIdentifiers"], read.get("resolutionSummary")), (&json!([]), None));
}

#[tokio::test]
async fn apps_read_back_under_the_type_of_their_store() {
    let emulator = Emulator::start().await;
    let sets = json!({ "identifiers": [
        typed("apple_tv_bundle", "com.netflix.Netflix"),
        typed("ios_bundle", "com.netflix.Netflix"),
        typed("bundle_id", "com.example.my-app"),
        typed("bundle_id", "com.example.app"),
    ] });
    let made = make(&emulator, sets).await;
    let stored = json!([
        typed("ios_bundle", "com.netflix.Netflix"),
        typed("ios_bundle", "com.example.my-app"),
        typed("android_package", "com.example.app"),
    ]);
    assert_eq!(made["identifiers"], stored);
    assert_eq!(emulator.get(&path_of(&emulator, &made).await).await.data(200)["identifiers"], stored);
    assert_eq!((&made["resolutionSummary"]["resolvedCount"], &made["propertyCount"]), (&json!(4), &json!(3)));
}

#[tokio::test]
async fn a_list_is_listed_renamed_replaced_and_archived() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let made = make(&emulator, json!({ "domains": ["a.example"] })).await;
    make(&emulator, json!({ "domains": ["b.example"], "purpose": "exclude" })).await;
    let listed = emulator.get(&format!("{at}/property-lists?purpose=include&take=1")).await;
    assert_eq!(listed.json()["meta"]["pagination"]["hasMore"], false);
    let rows = listed.data(200)["propertyLists"].clone();
    assert_eq!((column(&rows, "listId"), rows[0].get("domains")), (vec![&made["listId"]], None));

    let path = path_of(&emulator, &made).await;
    let renamed = emulator.call("PUT", &path, json!({ "name": "Other" })).await.data(200);
    assert_eq!(
        (&renamed["name"], &renamed["domains"], renamed.get("resolutionSummary")),
        (&json!("Other"), &json!(["a.example"]), None)
    );
    let replaced = emulator.call("PUT", &path, json!({ "domains": ["c.example", "unknown.example"] })).await.data(200);
    assert_eq!(
        (&replaced["domains"], &replaced["unresolvedDomains"]),
        (&json!(["c.example"]), &json!(["unknown.example"]))
    );
    assert_eq!((&replaced["name"], &replaced["cascadeSummary"]["totalMediaBuys"]), (&json!("Other"), &json!(0)));

    assert_eq!(emulator.call("DELETE", &path, Value::Null).await.data(200), json!({}));
    for (method, body) in [("GET", Value::Null), ("PUT", json!({ "name": "x" })), ("DELETE", Value::Null)] {
        emulator.call(method, &path, body).await.error(404, "NOT_FOUND");
    }
    assert_eq!(emulator.get(&format!("{at}/property-lists")).await.data(200)["total"], 1);
}

#[tokio::test]
async fn a_sales_agent_reads_a_list_with_its_own_token() {
    let emulator = Emulator::start().await;
    let made = make(&emulator, json!({ "domains": ["a.example"] })).await;
    let id = made["listId"].as_str().unwrap_or_default();
    let path = format!("/lists/{id}");
    let planted = emulator.control("plant", json!({ "what": "property-list-token", "listId": id })).await;
    let token = planted["authToken"].as_str().unwrap_or_default();
    let seen = emulator.call_as(token, "GET", &path, Value::Null).await;
    assert_eq!(seen.status, 200, "{}", seen.text());
    let list = seen.json();
    assert_eq!((&list["list"]["list_id"], &list["list"]["name"]), (&json!(id), &json!("Mixed")));
    assert_eq!(list["identifiers"], json!([typed("domain", "a.example")]));
    assert!(list["resolved_at"].is_string() && list["cache_valid_until"].is_string());
    emulator.get(&path).await.error(401, "UNAUTHORIZED");
    emulator.call_as(token, "GET", "/lists/1", Value::Null).await.error(401, "UNAUTHORIZED");
    emulator.request("GET", &path, &[], Value::Null).await.error(401, "UNAUTHORIZED");
    emulator.call_as(token, "GET", &path_of(&emulator, &made).await, Value::Null).await.error(401, "UNAUTHORIZED");
    emulator.fault(json!({ "kind": "status", "status": 500 })).await;
    emulator.call_as(token, "GET", &path, Value::Null).await.error(500, "INTERNAL_ERROR");
    emulator.call("DELETE", &path_of(&emulator, &made).await, Value::Null).await.data(200);
    emulator.call_as(token, "GET", &path, Value::Null).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_hundred_thousand_are_taken_and_no_more() {
    let emulator = Emulator::start().await;
    let path = format!("{}/property-lists", advertiser(&emulator).await);
    let body = |count: usize| {
        let identifiers: Value = (0..count).map(|index| typed("domain", &format!("site-{index}.example"))).collect();
        json!({ "name": "Many", "purpose": "include", "identifiers": identifiers })
    };
    let made = large_call(&emulator, &path, body(100_000)).await.data(201);
    assert_eq!(made["propertyCount"], 100_000);
    let more = large_call(&emulator, &path, body(100_001)).await;
    assert_eq!(more.issues(), ["identifiers", "identifiers"]);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let path = format!("{at}/property-lists");
    for (body, wrong) in [
        (json!({ "name": "x", "purpose": "include" }), "identifiers"),
        (json!({ "name": "x", "purpose": "include", "domains": [] }), "identifiers"),
        (json!({ "name": "x", "purpose": "allow", "domains": ["a.example"] }), "purpose"),
        (json!({ "name": "", "purpose": "include", "domains": ["a.example"] }), "name"),
        (json!({ "name": "x", "purpose": "include", "domains": [""] }), "domains.0"),
        (json!({ "name": "x", "purpose": "include", "identifiers": [typed("shop", "x")] }), "identifiers.0.type"),
        (
            json!({ "name": "x", "purpose": "include", "domains": ["a.example"], "filters": { "channels_any": ["x"] } }),
            "filters.channels_any.0",
        ),
    ] {
        assert_eq!(emulator.call("POST", &path, body).await.issues(), [wrong]);
    }
    assert_eq!(emulator.get(&format!("{path}?take=251")).await.issues(), ["take"]);
    emulator.get(&format!("{path}/1")).await.error(404, "NOT_FOUND");
    emulator.get(&format!("{NOBODY}/property-lists")).await.error(404, "NOT_FOUND");
}
