//! Creatives: made elsewhere, described and deleted here.

use serde_json::{Value, json};

use super::{at, quick, staged, text};

#[tokio::test]
async fn creatives_are_listed_in_short_and_shown_in_full() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let campaign = path.rsplit('/').next().unwrap_or_default().to_owned();
    for name in ["Summer", "Winter", "Winter 2"] {
        emulator.control("plant", json!({ "what": "creative", "campaignId": campaign, "name": name })).await;
    }
    let list = async |query: &str| emulator.get(&format!("{path}/creatives?{query}")).await;
    let found = list("search=WINTER&take=1&skip=1").await.data(200);
    assert_eq!((&found["total"], found["manifests"].as_array().map(Vec::len)), (&json!(2), Some(1)));
    let row = &found["manifests"][0];
    assert_eq!((&row["name"], &row["asset_count"], row.get("assets")), (&json!("Winter 2"), &json!(1), None));
    assert_eq!(list("take=0").await.issues(), ["take"]);
    let full = emulator.get(&format!("{path}/creatives/{}?preview=true", text(&row["creative_id"]))).await.data(200);
    assert_eq!((full["assets"].as_array().map(Vec::len), &full["frequencyCaps"]), (Some(1), &json!([])));
    emulator.get(&at("/campaigns/nowhere/creatives")).await.error(404, "NOT_FOUND");
    emulator.get(&format!("{path}/creatives/nowhere")).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn metadata_changes_and_assets_go() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let campaign = path.rsplit('/').next().unwrap_or_default().to_owned();
    let planted = emulator.control("plant", json!({ "what": "creative", "campaignId": campaign })).await;
    let creative = format!("{path}/creatives/{}", text(&planted["creativeId"]));
    let update = async |body| emulator.call("PUT", &creative, body).await;
    let caps = json!([{ "max_impressions": 3, "window": { "interval": 1, "unit": "days" } }]);
    let link = json!({ "url": "https://larkspur.example/winter", "url_type": "clickthrough" });
    let seen =
        update(json!({ "name": "New", "message": "Warm", "url_asset": link, "frequencyCaps": caps })).await.data(200);
    assert_eq!(
        (&seen["name"], &seen["message"], &seen["assets"][1]["asset_type"]),
        (&json!("New"), &json!("Warm"), &json!("URL"))
    );
    assert_eq!(seen["frequencyCaps"][0]["targetLevel"], "CREATIVE");
    let picture = seen["assets"][0]["asset_id"].clone();
    let seen = update(json!({ "reclassify_assets": [{ "asset_id": picture, "asset_type": "LOGO" }] })).await.data(200);
    assert_eq!(seen["assets"][0]["asset_type"], "LOGO");
    assert_eq!(
        update(json!({ "delete_asset_ids": [picture] })).await.data(200)["assets"].as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(update(json!({ "delete_asset_ids": [picture] })).await.issues(), ["delete_asset_ids.0"]);
    assert_eq!(
        update(json!({ "url_asset": { "url": "x", "url_type": "y" }, "name": "" })).await.issues(),
        ["name", "url_asset.url", "url_asset.url_type"]
    );

    assert_eq!(emulator.call("DELETE", &creative, Value::Null).await.status, 204);
    emulator.get(&creative).await.error(404, "NOT_FOUND");
    emulator.call("DELETE", &creative, Value::Null).await.error(404, "NOT_FOUND");
    let logs = emulator.get(&at("/audit-logs?resourceTypes=CREATIVE")).await.data(200);
    assert_eq!((&logs["total"], &logs["logs"][0]["action"]), (&json!(3 + 1), &json!("DELETE")));
}

#[tokio::test]
async fn the_dashboard_has_an_address() {
    let emulator = quick().await;
    let advertiser = super::advertiser(&emulator).await;
    let url =
        text(&emulator.get(&at(&format!("/creative-dashboard-url?advertiserId={advertiser}"))).await.data(200)["url"]);
    assert!(url.starts_with("https://") && url.ends_with(&format!("advertiserId={advertiser}")), "{url}");
    emulator.get(&at("/creative-dashboard-url?campaignId=nowhere")).await.error(404, "NOT_FOUND");
    assert_eq!(emulator.get(&at("/creative-dashboard-url?advertiserId=x")).await.issues(), ["advertiserId"]);
}
