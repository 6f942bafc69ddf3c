//! Storefronts, and the buyer's credentials for their sources.

use std::time::Duration;

use serde_json::{Value, json};

use super::{buyer, column};
use crate::client::Emulator;

fn bearer(account: &str) -> Value {
    json!({ "accountIdentifier": account, "auth": { "type": "bearer", "token": "t" } })
}

fn credentials(storefront: i64, source: &str) -> String {
    buyer(&format!("/storefronts/{storefront}/sources/{source}/credentials"))
}

#[tokio::test]
async fn they_are_listed_in_pages() {
    let emulator = Emulator::start().await;
    let (mut seen, mut offset) = (Vec::new(), json!(0));
    while !offset.is_null() {
        let page = emulator.get(&buyer(&format!("/storefronts?limit=5&offset={offset}"))).await.data(200);
        assert_eq!((&page["total"], page["hasMore"] == true), (&json!(13), !page["nextOffset"].is_null()));
        seen.extend(column(&page["items"], "id").into_iter().cloned());
        offset = page["nextOffset"].clone();
    }
    assert_eq!(seen.len(), 13);
    let found = emulator.get(&buyer("/storefronts?name=BRAMBLE")).await.data(200);
    let one = &found["items"][0];
    assert_eq!((&found["total"], &one["sourceCount"], &one["connectedSourceCount"]), (&json!(1), &json!(2), &json!(1)));
    assert!(one.get("sources").is_none());
    let channel = emulator.get(&buyer("/storefronts?channel=radio&region=DE")).await.data(200);
    assert_eq!(column(&channel["items"], "platformId"), ["kestrel"]);
    for (query, wrong) in [("limit=101", "limit"), ("offset=-1", "offset"), ("status=open", "status")] {
        assert_eq!(emulator.get(&buyer(&format!("/storefronts?{query}"))).await.issues(), [wrong]);
    }
}

#[tokio::test]
async fn one_has_its_sources() {
    let emulator = Emulator::start().await;
    let one = emulator.get(&buyer("/storefronts/15")).await.data(200);
    let source = &one["sources"][0];
    assert_eq!((&source["requiresCredentials"], &source["connected"]), (&json!(true), &json!(true)));
    assert_eq!(column(&source["customerAccounts"], "accountIdentifier"), ["Fieldfare main", "Fieldfare trial"]);
    emulator.get(&buyer("/storefronts/4")).await.error(404, "NOT_FOUND");
    assert_eq!(emulator.get(&buyer("/storefronts/first")).await.issues(), ["storefrontId"]);
}

#[tokio::test]
async fn a_credential_connects_a_source() {
    let emulator = Emulator::start().await;
    let path = credentials(22, "bramble-arcade");
    let made = emulator.call("POST", &path, bearer("Arcade one")).await.data(201);
    assert_eq!((&made["status"], &made["accountIdentifier"]), (&json!("ACTIVE"), &json!("Arcade one")));
    assert!(made.get("oauth").is_none() && made.get("auth").is_none());
    emulator.call("POST", &path, bearer("Arcade one")).await.error(409, "CONFLICT");
    emulator.call("POST", &path, bearer("Arcade two")).await.data(201);
    let one = emulator.get(&buyer("/storefronts/22")).await.data(200);
    assert_eq!((&one["connected"], &one["sources"][1]["connected"]), (&json!(true), &json!(true)));
    let all = emulator.get(&buyer("/storefronts/credentials")).await.data(200);
    assert_eq!(all.as_array().map(Vec::len), Some(5));
    let last = &all[4];
    assert_eq!(
        (&last["accountIdentifier"], &last["sources"][0]["sourceId"]),
        (&json!("Arcade two"), &json!("bramble-arcade"))
    );
    assert_eq!((&last["accountType"], &last["agentName"]), (&json!("CLIENT"), &json!("Bramble Arcade")));
}

#[tokio::test]
async fn a_consent_activates_a_credential() {
    let emulator = Emulator::start().await;
    let body = json!({ "accountIdentifier": "Shelf" });
    let made = emulator.call("POST", &credentials(19, "meadowsweet-shelf"), body).await.data(201);
    assert_eq!((&made["status"], &made["oauth"]["sourceName"]), (&json!("PENDING"), &json!("Meadowsweet Shelf")));
    assert_eq!(emulator.get(&buyer("/storefronts/19")).await.data(200)["connected"], false);
    let url = made["oauth"]["authorizationUrl"].as_str().unwrap_or_default();
    let page = url.strip_prefix(&format!("http://{}", emulator.address())).unwrap_or_default();
    assert!(emulator.request("GET", page, &[], Value::Null).await.text().contains("Meadowsweet Shelf"));
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    emulator.send("POST", page, &headers, b"decision=allow", Duration::from_secs(2)).await;
    assert_eq!(emulator.get(&buyer("/storefronts/19")).await.data(200)["connected"], true);
    assert_eq!(emulator.request("GET", page, &[], Value::Null).await.status, 404);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let arcade = credentials(22, "bramble-arcade");
    for (body, wrong) in [
        (json!({ "auth": { "type": "bearer", "token": "t" } }), "accountIdentifier"),
        (json!({ "accountIdentifier": "a" }), "auth"),
        (json!({ "accountIdentifier": "a", "auth": {} }), "auth"),
        (json!({ "accountIdentifier": "a", "auth": { "type": "basic", "token": "t" } }), "auth.type"),
        (json!({ "accountIdentifier": "a", "auth": { "type": "bearer", "token": "" } }), "auth.token"),
        (
            json!({ "accountIdentifier": "a".repeat(256), "auth": { "type": "bearer", "token": "t" } }),
            "accountIdentifier",
        ),
    ] {
        assert_eq!(emulator.call("POST", &arcade, body).await.issues(), [wrong]);
    }
    let shelf = credentials(19, "meadowsweet-shelf");
    assert_eq!(emulator.call("POST", &shelf, bearer("a")).await.issues(), ["auth"]);
    emulator.call("POST", &credentials(22, "nothing"), bearer("a")).await.error(404, "NOT_FOUND");
    emulator.call("POST", &credentials(4, "nothing"), bearer("a")).await.error(404, "NOT_FOUND");
    emulator.call("POST", &credentials(11, "nightjar-source"), bearer("a")).await.error(400, "INVALID_STATE");
    emulator.call("POST", &credentials(21, "kestrel-night"), bearer("a")).await.error(400, "INVALID_STATE");
}
