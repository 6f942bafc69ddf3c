//! The storefront, its readiness, and the registry of brands.

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, keyed, source, storefront};

async fn open(emulator: &Emulator) -> Value {
    let body = json!({ "name": "Nightjar TV", "publisherDomain": "nightjar.example" });
    emulator.call("POST", &storefront(""), body).await.data(201)
}

fn check<'v>(readiness: &'v Value, id: &str) -> &'v Value {
    let checks = readiness["checks"].as_array().map(Vec::as_slice).unwrap_or_default();
    checks.iter().find(|check| check["id"] == id).expect("a check with this id")
}

#[tokio::test]
async fn it_is_made_once() {
    let emulator = Emulator::start().await;
    emulator.get(&storefront("")).await.error(404, "NOT_FOUND");
    emulator.call("PUT", &storefront(""), json!({ "name": "x" })).await.error(404, "NOT_FOUND");
    emulator.get(&storefront("/readiness")).await.error(404, "NOT_FOUND");
    let made = open(&emulator).await;
    assert_eq!(made["platformId"], "nightjar-tv");
    assert_eq!(made["brandName"], "Nightjar Media");
    let again = emulator.call("POST", &storefront(""), json!({ "name": "Another" })).await.data(200);
    assert_eq!(again, made);
    assert_eq!(emulator.get(&storefront("")).await.data(200), made);
    assert_eq!(emulator.known("effects").await["createOwnStorefront"], 1);
}

#[tokio::test]
async fn an_update_changes_what_it_names() {
    let emulator = Emulator::start().await;
    open(&emulator).await;
    let body =
        json!({ "description": "Late.", "channels": ["ctv"], "acceptedCountries": ["DE"], "transacting": false });
    let updated = emulator.call("PUT", &storefront(""), body).await.data(200);
    assert_eq!((&updated["name"], &updated["description"]), (&json!("Nightjar TV"), &json!("Late.")));
    assert_eq!((&updated["isPaused"], &updated["displayStatus"]), (&json!(true), &json!("paused")));
    let body = json!({ "description": null, "acceptsAllCountries": true, "businessProfile": { "regions": ["UK"] } });
    let updated = emulator.call("PUT", &storefront(""), body).await.data(200);
    assert_eq!((&updated["description"], &updated["acceptedCountries"]), (&Value::Null, &Value::Null));
    assert_eq!((&updated["regions"], &updated["channels"]), (&json!(["UK"]), &json!(["ctv"])));
}

#[tokio::test]
async fn fields_that_depend_on_each_other_are_checked_together() {
    let emulator = Emulator::start().await;
    open(&emulator).await;
    let first = json!({ "operatorDomain": "nightjar.example", "description": "Late." });
    emulator.call("PUT", &storefront(""), first).await.data(200);
    for (body, field) in [
        (json!({ "demandContactName": "Ida" }), "demandContactEmail"),
        (json!({ "acceptedCountries": ["DE"], "acceptsAllCountries": true }), "acceptsAllCountries"),
        (json!({ "defaultCurrency": "EUR", "paymentCurrencies": ["USD"] }), "paymentCurrencies"),
        (json!({ "mediaBuyApproval": "auto" }), "mediaBuyApproval"),
        (json!({ "operatorDomain": "harbour-lights.example" }), "confirmOperatorDomainProfileReset"),
        (json!({ "isPaused": true, "transacting": true }), "transacting"),
        (json!({ "demandContactName": "Ida", "demandContactEmail": "ida" }), "demandContactEmail"),
    ] {
        assert_eq!(emulator.call("PUT", &storefront(""), body.clone()).await.issues(), [field], "{body}");
    }
    let body = json!({ "operatorDomain": "harbour-lights.example", "confirmOperatorDomainProfileReset": true, "mediaBuyApproval": "auto", "acknowledgeNoHumanReview": true });
    let updated = emulator.call("PUT", &storefront(""), body).await.data(200);
    assert_eq!((&updated["description"], &updated["mediaBuyApproval"]), (&Value::Null, &json!("auto")));
    assert_eq!(updated["brandName"], "Harbour Lights");
    assert!(updated.get("acknowledgeNoHumanReview").is_none());
}

#[tokio::test]
async fn capability_flags_are_patched_one_by_one() {
    let emulator = Emulator::start().await;
    open(&emulator).await;
    let patch = |flag: &str| json!({ "capabilities": { flag: true }, "setupIntent": "third_party_connect" });
    emulator.call("PATCH", &storefront(""), patch("offersCreativeReview")).await.data(200);
    let patched = emulator.call("PATCH", &storefront(""), patch("offersProductComposition")).await.data(200);
    assert_eq!(
        patched["configuredCapabilities"],
        json!({ "offersCreativeReview": true, "offersCampaignApproval": false, "offersProductComposition": true })
    );
    // What a storefront composes follows from its sources, not from the flag.
    assert_eq!(patched["capabilities"]["offersProductComposition"], false);
    emulator.control("plant", json!({ "what": "modular-source" })).await;
    let later = emulator.get(&storefront("")).await.data(200);
    assert_eq!(later["capabilities"]["offersProductComposition"], true);
}

#[tokio::test]
async fn readiness_follows_the_state() {
    let emulator = Emulator::start().await;
    open(&emulator).await;
    let before = emulator.get(&storefront("/readiness")).await.data(200);
    assert_eq!((&before["status"], &before["effectiveStatus"]), (&json!("blocked"), &json!("blocked")));
    for id in ["inventory_sources", "agent_status", "agent_auth", "settlement_currency"] {
        assert_eq!(
            (&check(&before, id)["status"], &check(&before, id)["isBlocker"]),
            (&json!("missing"), &json!(true)),
            "{id}"
        );
        assert!(check(&before, id)["guidance"]["fix"].is_string());
    }
    assert_eq!(check(&before, "publisher_domain")["status"], "complete");

    emulator.call("POST", SOURCES, keyed("wrong-key")).await.data(201);
    let failing = emulator.get(&storefront("/readiness")).await.data(200);
    assert_eq!(check(&failing, "inventory_sources")["status"], "complete");
    assert_eq!(check(&failing, "agent_auth")["status"], "missing");
    assert_eq!(failing["diagnoses"][0]["failureMode"], "adapter_credentials_invalid");

    let good = json!({ "auth": { "type": "bearer", "token": "good" } });
    emulator.call("PUT", &format!("{SOURCES}/late-show"), good).await.data(200);
    emulator.call("PUT", &storefront(""), json!({ "defaultCurrency": "EUR" })).await.data(200);
    let after = emulator.get(&storefront("/readiness")).await.data(200);
    assert_eq!((&after["status"], &after["canTransact"]), (&json!("ready"), &json!(true)));
    assert_eq!(after["sourceDiagnostics"][0]["cardPosture"]["state"], "connected");
    assert_eq!(after["diagnoses"], json!([]));
}

#[tokio::test]
async fn brands_are_found_by_domain() {
    let emulator = Emulator::start().await;
    let resolve = |domain: &str| json!({ "domain": domain });
    let path = storefront("/resolve-brand");
    let known = emulator.call("POST", &path, resolve("https://www.Nightjar.example/about")).await.data(200);
    assert_eq!((&known["resolved"], &known["brandName"]), (&json!(true), &json!("Nightjar Media")));
    let logo = known["logoUrl"]
        .as_str()
        .and_then(|url| url.strip_prefix(&format!("http://{}", emulator.address())))
        .unwrap_or_default();
    let picture = emulator.request("GET", logo, &[], Value::Null).await;
    assert_eq!((picture.status, picture.header("content-type")), (200, Some("image/svg+xml")));
    let unknown = emulator.call("POST", &path, resolve("nobody.example")).await.data(200);
    assert_eq!((&unknown["resolved"], unknown["builderUrl"].is_string()), (&json!(false), true));
    assert_eq!(emulator.call("POST", &path, resolve("")).await.issues(), ["domain"]);
}

#[tokio::test]
async fn agents_are_found_by_domain() {
    let emulator = Emulator::start().await;
    let found = emulator.get(&storefront("/discover-agents?domain=nightjar.example")).await.data(200);
    assert_eq!(found["operator"]["agents"].as_array().map(Vec::len), Some(2));
    let nothing = emulator.get(&storefront("/discover-agents?domain=nobody.example&refresh=true")).await.data(200);
    assert_eq!((&nothing["operator"]["agents"], &nothing["publisher"]["adagents_valid"]), (&json!([]), &Value::Null));
    assert_eq!(emulator.get(&storefront("/discover-agents")).await.issues(), ["domain"]);
    assert_eq!(emulator.get(&storefront("/discover-agents?domain=a.example&refresh=yes")).await.issues(), ["refresh"]);
    let url = found["operator"]["agents"][0]["url"].clone();
    emulator.call("POST", SOURCES, source(json!({ "endpointUrl": url }))).await.data(201);
}
