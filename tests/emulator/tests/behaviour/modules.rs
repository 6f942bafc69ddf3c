//! The modules of a modular source: setup, configuration, credentials, taxonomy.

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, source};

const MODULAR: &str = "/api/v2/storefront/inventory-sources/modular/modular";

async fn planted() -> Emulator {
    let emulator = Emulator::start().await;
    emulator.control("plant", json!({ "what": "modular-source", "avails": 0 })).await;
    emulator
}

fn stage(projection: &Value, name: &str) -> Value {
    let stages = projection["lifecycleSummary"].as_array().into_iter().flatten();
    stages.filter(|stage| stage["stage"] == name).map(|stage| stage["status"].clone()).next().unwrap_or_default()
}

fn module(projection: &Value, id: &str) -> Value {
    let mut modules = projection["modules"].as_array().into_iter().flatten();
    modules.find(|module| module["moduleInstanceId"] == id).cloned().unwrap_or_default()
}

#[tokio::test]
async fn the_projection_shows_all_modules_and_stages() {
    let emulator = planted().await;
    let projection = emulator.get(MODULAR).await.data(200);
    let kinds: Vec<_> =
        projection["modules"].as_array().into_iter().flatten().map(|module| module["kind"].as_str()).collect();
    let expected = ["INVENTORY_FEED", "BOOKING_LEDGER", "TRAFFICKING", "STATUS_SYNC", "REPORTING_IMPORT"];
    assert_eq!(kinds, expected.map(Some));
    assert_eq!(projection["lifecycleSummary"].as_array().map(Vec::len), Some(15));
    for (name, status) in [
        ("GET_PRODUCTS", "RUNTIME_INPUTS_REQUIRED"),
        ("FINALIZE_BOOKING", "MISSING_SETUP"),
        ("SYNC_CREATIVES", "UNSUPPORTED"),
    ] {
        assert_eq!(stage(&projection, name), status, "{name}");
    }
    emulator.call("POST", SOURCES, source(json!({ "sourceId": "agent" }))).await.data(201);
    emulator.get(&format!("{SOURCES}/agent/modular")).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_configuration_is_merged_or_replaced() {
    let emulator = planted().await;
    let path = format!("{MODULAR}/modules/trafficking/config");
    let patch = async |body| emulator.call("PATCH", &path, body).await;
    let keys = |projection: &Value| module(projection, "trafficking")["configuredFieldKeys"].clone();
    let first = patch(json!({ "config": { "networkId": "5", "more": { "a": 1 } } })).await.data(200);
    assert_eq!(
        (keys(&first), module(&first, "trafficking")["status"].clone()),
        (json!(["networkId", "more"]), json!("ACTIVE"))
    );
    assert_eq!(stage(&first, "FINALIZE_BOOKING"), "READY");
    let merged = patch(json!({ "config": { "extra": true } })).await.data(200);
    assert_eq!(keys(&merged), json!(["networkId", "more", "extra"]));
    let replaced = patch(json!({ "config": { "extra": true }, "merge": false })).await.data(200);
    assert_eq!((keys(&replaced), stage(&replaced, "FINALIZE_BOOKING")), (json!(["extra"]), json!("MISSING_SETUP")));
    let stopped = patch(json!({ "config": { "networkId": "5" }, "status": "DISABLED" })).await.data(200);
    assert_eq!(stage(&stopped, "FINALIZE_BOOKING"), "BLOCKED");
    assert_eq!(patch(json!({ "merge": true })).await.issues(), ["config"]);
    assert_eq!(patch(json!({ "config": {}, "status": "ACTIVE" })).await.issues(), ["status"]);
    emulator
        .call("PATCH", &format!("{MODULAR}/modules/nothing/config"), json!({ "config": {} }))
        .await
        .error(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_credential_is_stored_rotated_and_revoked() {
    let emulator = planted().await;
    let path = format!("{MODULAR}/modules/trafficking/credentials/BEARER");
    let body = json!({ "auth": { "token": "t" }, "scopes": ["read"], "expiresAt": "2030-01-01T00:00Z", "metadata": { "team": "late" } });
    let call = async |method: &str, body| emulator.call(method, &path, body).await;
    call("PUT", body.clone()).await.error(404, "NOT_FOUND");
    call("DELETE", Value::Null).await.error(404, "NOT_FOUND");
    let made = call("POST", body.clone()).await.data(201);
    assert_eq!(
        (&made["status"], &made["scopes"], &made["metadata"]["team"]),
        (&json!("ACTIVE"), &json!(["read"]), &json!("late"))
    );
    assert!(made.get("auth").is_none());
    call("POST", body.clone()).await.error(409, "CONFLICT");
    let rotated = call("PUT", json!({ "auth": { "token": "u" } })).await.data(200);
    assert_eq!((&rotated["credentialId"], &rotated["scopes"]), (&made["credentialId"], &json!([])));
    let revoked = call("DELETE", Value::Null).await.data(200);
    assert!(revoked["status"] == "REVOKED" && revoked["revokedAt"].is_string());
    call("DELETE", Value::Null).await.error(404, "NOT_FOUND");
    call("POST", body).await.data(201);
    for (bad, wrong) in [
        (json!({}), "auth"),
        (json!({ "auth": "t" }), "auth"),
        (json!({ "auth": {}, "expiresAt": "2030-01-01" }), "expiresAt"),
        (json!({ "auth": {}, "scopes": [""] }), "scopes.0"),
    ] {
        assert_eq!(call("PUT", bad.clone()).await.issues(), [wrong], "{bad}");
    }
    let other = format!("{MODULAR}/modules/trafficking/credentials/PASSWORD");
    assert_eq!(emulator.call("POST", &other, json!({ "auth": {} })).await.issues(), ["credentialKind"]);
}

#[tokio::test]
async fn the_taxonomy_is_searched_in_pages() {
    let emulator = planted().await;
    let capabilities = emulator.get(&format!("{MODULAR}/inventory/capabilities")).await.data(200);
    assert_eq!(capabilities["selectorTypes"].as_array().map(Vec::len), Some(8));
    let search = async |query: &str| emulator.get(&format!("{MODULAR}/inventory/selectors?{query}")).await;
    let first = search("selectorType=site&limit=2").await.data(200);
    assert_eq!(first["count"], 2);
    let cursor = first["nextCursor"].as_str().unwrap_or_default();
    let second = search(&format!("selectorType=site&limit=2&cursor={cursor}")).await.data(200);
    assert_eq!((&second["count"], &second["nextCursor"]), (&json!(1), &Value::Null));
    assert_eq!(search("selectorType=site&q=LONG").await.data(200)["items"][0]["name"], "Nightjar Long Reads");
    assert_eq!(search("selectorType=site_section&parentId=s1").await.data(200)["count"], 2);
    assert_eq!(search("q=x").await.issues(), ["selectorType"]);
    assert_eq!(search("selectorType=site&cursor=x").await.issues(), ["cursor"]);
}
