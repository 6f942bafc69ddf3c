//! Who may call, and that worlds are apart.

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, keyed, source};

#[tokio::test]
async fn a_request_without_a_good_token_is_refused() {
    let emulator = Emulator::start().await;
    let bad = [
        "",
        "Bearer",
        "Bearer ",
        "Bearer abc",
        "Bearer scope3_nightjar",
        "Bearer scope3__x",
        "Bearer scope3_x_",
        "Basic scope3_a_b",
    ];
    for header in bad {
        emulator.request("GET", SOURCES, &[("authorization", header)], Value::Null).await.error(401, "UNAUTHORIZED");
    }
    emulator.request("GET", SOURCES, &[], Value::Null).await.error(401, "UNAUTHORIZED");
    let other_header = [("x-scope3-api-key", "scope3_nightjar_s3cr3t")];
    emulator.request("GET", SOURCES, &other_header, Value::Null).await.error(401, "UNAUTHORIZED");
    for secret in ["expired", "revoked"] {
        let token = format!("scope3_nightjar_{secret}");
        let seen = emulator.call_as(&token, "GET", SOURCES, Value::Null).await;
        seen.error(401, "UNAUTHORIZED");
        assert!(!seen.text().contains(&token));
    }
}

#[tokio::test]
async fn a_read_only_token_reads() {
    let emulator = Emulator::start().await;
    let token = "scope3_readonly_abc";
    emulator.call_as(token, "GET", SOURCES, Value::Null).await.data(200);
    emulator.call_as(token, "POST", SOURCES, source(json!({}))).await.error(403, "FORBIDDEN");
    assert_eq!(emulator.call_as(token, "GET", SOURCES, Value::Null).await.data(200), json!([]));
    // A look-up by POST changes nothing and is no write.
    let brand = "/api/v2/storefront/resolve-brand";
    emulator.call_as(token, "POST", brand, json!({ "domain": "nightjar.example" })).await.data(200);
}

#[tokio::test]
async fn every_token_has_a_world_of_its_own() {
    let emulator = Emulator::start().await;
    let (one, other) = ("scope3_same_one", "scope3_same_other");
    emulator.call_as(one, "POST", SOURCES, source(json!({}))).await.data(201);
    emulator.call_as(other, "POST", SOURCES, source(json!({}))).await.data(201);
    emulator.call_as(one, "DELETE", &format!("{SOURCES}/late-show"), Value::Null).await;
    assert_eq!(emulator.call_as(one, "GET", SOURCES, Value::Null).await.data(200), json!([]));
    let left = emulator.call_as(other, "GET", SOURCES, Value::Null).await.data(200);
    assert_eq!(left.as_array().map(Vec::len), Some(1));
    let effects = emulator.request("GET", &format!("/emulator/effects?token={other}"), &[], Value::Null).await.json();
    assert_eq!(effects["deleteInventorySource"], 0);
}

#[tokio::test]
async fn callers_at_the_same_time_do_not_disturb_one_another() {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "rateLimit": 0 })).await;
    let (mut first, mut second) = (keyed("good"), keyed("good"));
    for number in 0..20 {
        first["sourceId"] = format!("first-{number}").into();
        second["sourceId"] = format!("second-{number}").into();
        let (a, b) =
            tokio::join!(emulator.call("POST", SOURCES, first.clone()), emulator.call("POST", SOURCES, second.clone()));
        a.data(201);
        b.data(201);
    }
    let sources = emulator.get(SOURCES).await.data(200);
    let mut ids: Vec<&str> =
        sources.as_array().into_iter().flatten().filter_map(|source| source["id"].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 40);
}
