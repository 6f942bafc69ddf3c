//! Advertisers, their brands and their accounts.

use serde_json::{Value, json};

use super::{advertiser, at, campaign, quick, text};

#[tokio::test]
async fn a_brand_is_registered_enriched_or_unknown() {
    let emulator = quick().await;
    let create = async |body| emulator.call("POST", &at("/advertisers"), body).await;
    let known = create(json!({ "name": "L", "brand": "https://www.larkspur.example/teas" })).await.data(201);
    assert_eq!((&known["brand"], &known["brandWarning"]), (&json!("larkspur.example"), &Value::Null));

    let error = create(json!({ "name": "B", "brand": "blue-heron.example" })).await.error(400, "VALIDATION_ERROR");
    assert_eq!(error["details"]["enrichedBrand"]["name"], "Blue Heron");
    assert_eq!(error["field"], "brand");
    let saved = create(json!({ "name": "B", "brand": "blue-heron.example", "saveBrand": true })).await.data(201);
    assert!(saved["brandWarning"].is_string() && saved["linkedBrand"]["manifest"]["logos"].is_array());
    create(json!({ "name": "B2", "brand": "blue-heron.example" })).await.data(201);

    let unknown = create(json!({ "name": "N", "brand": "nobody.invalid" })).await.error(400, "VALIDATION_ERROR");
    assert!(unknown["details"].get("enrichedBrand").is_none());
    assert_eq!(create(json!({ "name": "N", "brand": "no domain" })).await.issues(), ["brand"]);
    assert_eq!(
        create(json!({ "name": "", "optimizationApplyMode": "auto" })).await.issues(),
        ["name", "brand", "optimizationApplyMode"]
    );
}

#[tokio::test]
async fn lists_are_summaries_by_limit_and_offset() {
    let emulator = quick().await;
    for index in 0..12 {
        let body = json!({ "name": format!("Tea {index}"), "brand": "larkspur.example", "sandbox": index == 3 });
        emulator.call("POST", &at("/advertisers"), body).await.data(201);
    }
    let first = emulator.get(&at("/advertisers")).await.data(200);
    assert_eq!((&first["total"], &first["hasMore"], &first["nextOffset"]), (&json!(12), &json!(true), &json!(10)));
    assert_eq!(first["items"].as_array().map(Vec::len), Some(10));
    let row = &first["items"][0];
    assert_eq!((&row["linkedAccountCount"], row.get("description"), row.get("linkedBrand")), (&json!(0), None, None));
    let last = emulator.get(&at("/advertisers?limit=10&offset=10")).await.data(200);
    assert_eq!(
        (&last["items"][1]["name"], &last["hasMore"], &last["nextOffset"]),
        (&json!("Tea 11"), &json!(false), &Value::Null)
    );
    for (query, total) in [("name=TEA%201", 3), ("sandbox=true", 1), ("status=ARCHIVED", 0), ("status=ALL", 12)] {
        assert_eq!(emulator.get(&at(&format!("/advertisers?{query}"))).await.data(200)["total"], total, "{query}");
    }
    assert_eq!(
        emulator.get(&at("/advertisers?limit=101&status=x&offset=-1")).await.issues(),
        ["status", "limit", "offset"]
    );
    assert!(emulator.get(&at("/advertisers?includeBrand=true")).await.data(200)["items"][0]["linkedBrand"].is_object());
}

#[tokio::test]
async fn updates_change_what_is_given() {
    let emulator = quick().await;
    let id = advertiser(&emulator).await;
    let path = at(&format!("/advertisers/{id}"));
    let update = async |body| emulator.call("PUT", &path, body).await;
    let caps = json!([{ "maxExposure": 3, "window": { "interval": 1, "unit": "weeks" } }, { "max_impressions": 9, "window": { "interval": 1, "unit": "days" } }]);
    let seen = update(json!({ "description": "Teas", "frequencyCaps": caps, "utmConfig": [{ "paramKey": "utm_source", "paramValue": "tea" }] })).await.data(200);
    assert_eq!((&seen["name"], &seen["description"]), (&json!("Larkspur"), &json!("Teas")));
    assert_eq!(
        (&seen["frequencyCaps"][0]["maxExposure"], &seen["frequencyCaps"][1]["targetLevel"]),
        (&json!(3), &json!("ADVERTISER"))
    );
    assert_eq!(seen["utmConfig"][0]["source"], "advertiser");
    let seen = update(json!({ "brand": "marram.example", "utmConfig": [] })).await.data(200);
    assert_eq!((&seen["linkedBrand"]["name"], seen.get("utmConfig")), (&json!("Marram Bicycles"), None));
    assert_eq!(seen["frequencyCaps"].as_array().map(Vec::len), Some(2));
    assert_eq!(update(json!({ "frequencyCaps": [] })).await.data(200)["frequencyCaps"], json!([]));
    assert_eq!(
        update(json!({ "frequencyCaps": [{ "window": { "interval": 1, "unit": "days" } }] })).await.issues(),
        ["frequencyCaps.0.max_impressions"]
    );

    assert_eq!(update(json!({ "primaryCurrency": "eur" })).await.data(200)["primaryCurrency"], "EUR");
    let body = campaign(&id, json!({}));
    emulator.call("POST", &at("/campaigns"), body).await.error(400, "CURRENCY_MISMATCH");
    let body = campaign(&id, json!({ "budget": { "total": 100 } }));
    assert_eq!(emulator.call("POST", &at("/campaigns"), body).await.data(201)["campaign"]["budget"]["currency"], "EUR");
    update(json!({ "primaryCurrency": "USD" })).await.error(400, "INVALID_STATE");
    assert_eq!(emulator.get(&path).await.data(200)["currencyLocked"], true);
    emulator.get(&at("/advertisers/0")).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn accounts_are_found_before_they_are_linked() {
    let emulator = quick().await;
    let path = at(&format!("/advertisers/{}", advertiser(&emulator).await));
    let available = async |query: &str| emulator.get(&format!("{path}/accounts/available?{query}")).await;
    assert_eq!(available("").await.issues(), ["storefrontId", "sourceId"]);
    available("partnerId=agent_nobody").await.error(404, "NOT_FOUND");
    let several = available("partnerId=agent_fieldfare").await.error(400, "VALIDATION_ERROR");
    assert_eq!(several["details"]["availableCredentialIds"], json!(["cred_fieldfare_1", "cred_fieldfare_2"]));
    let found = available("partnerId=agent_fieldfare&credentialId=cred_fieldfare_2&take=1").await.data(200);
    assert_eq!((&found["total"], found["accounts"].as_array().map(Vec::len)), (&json!(2), Some(1)));
    let by_source = available("storefrontId=16&sourceId=copperbeech-source").await.data(200);
    assert_eq!(by_source["accounts"][0]["sources"][0]["storefrontName"], "Copperbeech Television");
    assert_eq!(available("partnerId=agent_nightjar").await.data(200)["accounts"], json!([]));

    let account = text(&found["accounts"][0]["accountId"]);
    let link = async |body: Value| emulator.call("PUT", &path, json!({ "linkedAccounts": [body] })).await;
    let linked = link(json!({ "partnerId": "agent_fieldfare", "accountId": account })).await.data(200);
    assert_eq!(
        (&linked["linkedAccounts"][0]["accountId"], &linked["linkedAccounts"][0]["status"]),
        (&json!(account), &json!("active"))
    );
    let newer = json!({ "storefrontId": 16, "sourceId": "copperbeech-source", "accountId": by_source["accounts"][1]["accountId"] });
    assert_eq!(link(newer).await.data(200)["linkedAccounts"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        link(json!({ "partnerId": "agent_fieldfare", "accountId": "acc_1" })).await.issues(),
        ["linkedAccounts.0.accountId"]
    );
    assert_eq!(
        emulator.get(&at("/advertisers?linkedAccountPartnerId=agent_fieldfare")).await.data(200)["items"][0]["linkedAccountCount"],
        2
    );
}
