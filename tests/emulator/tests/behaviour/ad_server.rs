//! Ad-server-backed sources.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::client::{Emulator, SOURCES, source};

const PATH: &str = "/api/v2/storefront/inventory-sources/ad-server";

async fn planted(fields: Value) -> Emulator {
    let emulator = Emulator::start().await;
    let mut plant = json!({ "what": "ad-server-source", "adServer": "freewheel" });
    for (key, value) in fields.as_object().into_iter().flatten() {
        plant[key] = value.clone();
    }
    emulator.control("plant", plant).await;
    emulator
}

fn at(rest: &str) -> String {
    format!("{PATH}/{rest}")
}

#[tokio::test]
async fn a_new_world_has_none_and_an_agent_is_none() {
    let emulator = Emulator::start().await;
    assert_eq!(emulator.get(SOURCES).await.data(200), json!([]));
    emulator.call("POST", SOURCES, source(json!({ "sourceId": "ad-server" }))).await.data(201);
    for (method, rest) in [
        ("GET", "esa"),
        ("GET", "status"),
        ("GET", "sync-history"),
        ("POST", "launch"),
        ("PUT", "ad-server"),
        ("PATCH", "ad-server"),
        ("PUT", "adapter-config"),
        ("POST", "test-connection"),
        ("POST", "refresh"),
        ("POST", "deactivate"),
        ("POST", "reactivate"),
    ] {
        emulator.call(method, &at(rest), Value::Null).await.error(404, "NOT_FOUND");
    }
}

#[tokio::test]
async fn each_type_is_shown_without_secrets() {
    let emulator = Emulator::start().await;
    for kind in ["google_ad_manager", "freewheel", "springserve", "adswizz"] {
        emulator.control("plant", json!({ "what": "ad-server-source", "adServer": kind, "sourceId": kind })).await;
        let connection = emulator.get(&format!("{SOURCES}/{kind}/esa")).await.data(200);
        assert_eq!(
            (&connection["adServer"]["type"], &connection["provisioningStatus"]),
            (&json!(kind), &json!("active"))
        );
        let source = emulator.get(&format!("{SOURCES}/{kind}")).await.data(200);
        assert_eq!(
            (&source["executionType"], &source["managedSa"]["adServer"]),
            (&json!("MANAGED_SALES_AGENT"), &connection["adServer"])
        );
    }
}

#[tokio::test]
async fn the_configuration_is_replaced_as_a_whole() {
    let emulator = planted(json!({})).await;
    let first = json!({ "type": "freewheel", "username": "u", "password": "p", "defaultAdvertiserId": "7" });
    let seen = emulator.call("PUT", &at("ad-server"), first).await.data(200);
    assert_eq!((&seen["adServer"]["defaultAdvertiserId"], &seen["adServer"]["username"]), (&json!("7"), &json!("u")));
    let second = json!({ "type": "freewheel", "apiToken": "t", "environment": "sandbox" });
    let seen = emulator.call("PATCH", &at("ad-server"), second).await.data(200);
    let expected = json!({ "type": "freewheel", "clientId": null, "username": null, "environment": "sandbox", "defaultAdvertiserId": null, "executionCurrency": null });
    assert_eq!(seen["adServer"], expected);
}

#[tokio::test]
async fn the_configuration_is_checked() {
    let emulator = planted(json!({})).await;
    for (body, wrong) in [
        (json!({}), "type"),
        (json!({ "type": "citrusad" }), "type"),
        (json!({ "type": "google_ad_manager" }), "networkCode"),
        (json!({ "type": "google_ad_manager", "networkCode": "12a" }), "networkCode"),
        (json!({ "type": "freewheel" }), "clientSecret"),
        (json!({ "type": "freewheel", "clientId": "c" }), "clientSecret"),
        (json!({ "type": "freewheel", "password": "p" }), "username"),
        (json!({ "type": "freewheel", "apiToken": "t", "environment": "moon" }), "environment"),
        (json!({ "type": "freewheel", "apiToken": "t", "executionCurrency": "eur" }), "executionCurrency"),
        (json!({ "type": "springserve", "email": "a@b.example" }), "password"),
        (json!({ "type": "springserve", "apiToken": "t", "email": "a" }), "email"),
        (json!({ "type": "springserve", "apiToken": "t", "defaultDemandPartnerId": 0 }), "defaultDemandPartnerId"),
        (json!({ "type": "adswizz", "agencyId": 1, "defaultCurrency": "ZAR" }), "apiKey"),
        (
            json!({ "type": "adswizz", "apiKey": "k", "agencyId": 1, "defaultCurrency": "ZAR", "cpmLimit": 0 }),
            "cpmLimit",
        ),
    ] {
        let issues = emulator.call("PUT", &at("ad-server"), body.clone()).await.issues();
        assert_eq!(issues.first().map(String::as_str), Some(wrong), "{body}");
    }
    let seen =
        emulator.call("PUT", &at("ad-server"), json!({ "type": "google_ad_manager", "networkCode": "123" })).await;
    assert_eq!(seen.data(200)["adServer"]["networkCode"], "123");
}

#[tokio::test]
async fn credentials_are_rotated_in_place() {
    let emulator = planted(json!({})).await;
    let runs = emulator.get(&at("sync-history")).await.data(200);
    let good = json!({ "type": "freewheel", "clientId": "c", "clientSecret": "s" });
    emulator.call("PUT", &at("adapter-config"), good).await.data(200);
    assert_eq!(emulator.get(&at("sync-history")).await.data(200), runs);
    let gam = json!({ "type": "google_ad_manager", "networkCode": "1" });
    assert_eq!(emulator.call("PUT", &at("adapter-config"), gam).await.issues(), ["type"]);
    let other = json!({ "type": "springserve", "apiToken": "t" });
    assert_eq!(emulator.call("PUT", &at("adapter-config"), other).await.issues(), ["type"]);
}

#[tokio::test]
async fn the_test_of_a_connection_finds_a_wrong_credential() {
    let emulator = planted(json!({ "credential": "wrong" })).await;
    let failed = emulator.call("POST", &at("test-connection"), Value::Null).await.data(200);
    assert_eq!((&failed["success"], &failed["errorCode"]), (&json!(false), &json!("ADAPTER_INVALID_CREDENTIALS")));
    assert_eq!(emulator.get(&at("esa")).await.data(200)["lastErrorCode"], "ADAPTER_INVALID_CREDENTIALS");
    assert_eq!(emulator.get(&at("status")).await.data(200)["adapter"]["connected"], false);
    let good = json!({ "type": "freewheel", "clientId": "c", "clientSecret": "s" });
    emulator.call("PUT", &at("adapter-config"), good).await.data(200);
    let passed = emulator.call("POST", &at("test-connection"), Value::Null).await.data(200);
    assert_eq!((&passed["success"], &passed["errorCode"]), (&json!(true), &Value::Null));
    assert_eq!(emulator.get(&at("esa")).await.data(200)["lastErrorCode"], Value::Null);
    let wrong = json!({ "type": "freewheel", "clientId": "c", "clientSecret": "Wrong" });
    emulator.call("PUT", &at("ad-server"), wrong).await.data(200);
    assert_eq!(emulator.call("POST", &at("test-connection"), Value::Null).await.data(200)["success"], false);
}

#[tokio::test]
async fn the_history_comes_in_pages() {
    let emulator = planted(json!({})).await;
    let (mut ids, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = emulator.get(&at(&format!("sync-history?limit=10{cursor}"))).await.data(200);
        let runs = page["runs"].as_array().cloned().unwrap_or_default();
        assert_eq!(page["count"], runs.len());
        ids.extend(runs.iter().map(|run| run["syncId"].to_string()));
        match page["nextCursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!((all, ids.len()), (23, 23));
    let failed = emulator.get(&at("sync-history?status=failed&syncType=reporting")).await.data(200);
    assert!(
        failed["runs"]
            .as_array()
            .is_some_and(|runs| runs.iter().all(|run| run["status"] == "failed" && run["syncType"] == "reporting"))
    );
    assert_eq!(emulator.get(&at("sync-history?limit=501")).await.issues(), ["limit"]);
    assert_eq!(emulator.get(&at("sync-history?cursor=made-up")).await.issues(), ["cursor"]);
}

#[tokio::test]
async fn the_status_shows_history_on_request() {
    let emulator = planted(json!({})).await;
    let history = |status: &Value| status["syncs"]["inventory"]["history"]["recentRuns"].as_array().map(Vec::len);
    assert_eq!(history(&emulator.get(&at("status")).await.data(200)), None);
    assert_eq!(history(&emulator.get(&at("status?includeSyncHistory=true")).await.data(200)), Some(5));
    assert_eq!(
        history(&emulator.get(&at("status?includeSyncHistory=true&syncHistoryLimit=2")).await.data(200)),
        Some(2)
    );
    assert_eq!(emulator.get(&at("status?syncHistoryLimit=11")).await.issues(), ["syncHistoryLimit"]);
    assert_eq!(emulator.get(&at("status?includeSyncHistory=1")).await.issues(), ["includeSyncHistory"]);
}

#[tokio::test]
async fn a_launch_link_works_once() {
    let emulator = planted(json!({})).await;
    let url = emulator.call("POST", &at("launch"), json!({ "path": "/products" })).await.data(200)["url"].clone();
    let path =
        url.as_str().and_then(|url| url.strip_prefix(&format!("http://{}", emulator.address()))).unwrap_or_default();
    let visit = async || emulator.request("GET", path, &[], Value::Null).await;
    let first = visit().await;
    assert!(first.status == 200 && first.text().contains("/products"));
    assert_eq!(visit().await.status, 410);
    assert_eq!(emulator.request("GET", "/launch/launch_x", &[], Value::Null).await.status, 404);
    for bad in ["https://elsewhere.example", "javascript:alert(1)", "/a/../b", "//elsewhere.example"] {
        assert_eq!(emulator.call("POST", &at("launch"), json!({ "path": bad })).await.issues(), ["path"], "{bad}");
    }
    emulator.call("POST", &at("launch"), Value::Null).await.error(400, "VALIDATION_ERROR");
    emulator.call("POST", &at("launch"), json!({})).await.data(200);
}

#[tokio::test]
async fn a_refresh_runs_for_a_while() {
    let emulator = planted(json!({ "syncRuns": 0 })).await;
    emulator.control("settings", json!({ "syncDurationMs": 200 })).await;
    let refresh = async || emulator.call("POST", &at("refresh"), Value::Null).await.data(200);
    let started = refresh().await;
    let again = refresh().await;
    assert_eq!((&started["status"], &again["status"]), (&json!("started"), &json!("already_running")));
    assert_eq!(started["syncRunIds"], again["syncRunIds"]);
    assert_eq!(emulator.get(&at("esa")).await.data(200)["inventorySync"]["status"], "running");
    sleep(Duration::from_millis(250)).await;
    assert_eq!(emulator.get(&at("sync-history")).await.data(200)["count"], 4);
    assert_eq!(emulator.get(&at("esa")).await.data(200)["inventorySync"]["status"], "success");
    assert_eq!(refresh().await["status"], "started");
    assert_eq!(emulator.known("effects").await["refreshInventorySourceEsa"], 2);
}

#[tokio::test]
async fn a_connection_is_switched_off_and_on() {
    let emulator = planted(json!({})).await;
    let off = emulator.call("POST", &at("deactivate"), Value::Null).await.data(200);
    assert!(off["provisioningStatus"] == "deactivated" && off["deactivatedAt"].is_string());
    assert_eq!(emulator.get(PATH).await.data(200)["status"], "DISABLED");
    let on = emulator.call("POST", &at("reactivate"), Value::Null).await.data(200);
    assert!(on["provisioningStatus"] == "active" && on["deactivatedAt"].is_null());
}

#[tokio::test]
async fn a_connection_whose_upstream_is_gone_does_not_come_back() {
    let emulator = planted(json!({ "upstreamGone": true })).await;
    emulator.call("POST", &at("deactivate"), Value::Null).await.data(200);
    emulator.call("POST", &at("reactivate"), Value::Null).await.error(400, "TENANT_NOT_FOUND");
    assert_eq!(emulator.get(&at("esa")).await.data(200)["provisioningStatus"], "deactivated");
}
