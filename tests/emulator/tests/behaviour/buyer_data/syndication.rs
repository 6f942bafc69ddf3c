//! Syndication.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::{NOBODY, advertiser, column, id_of};
use crate::client::Emulator;

async fn with_catalog(emulator: &Emulator) -> String {
    let at = advertiser(emulator).await;
    let catalog = json!({ "catalog_id": "goods", "type": "product", "items": [] });
    let body = json!({ "account": { "account_id": id_of(&at) }, "catalogs": [catalog] });
    emulator.call("POST", &format!("{at}/catalogs/sync"), body).await.data(200);
    at
}

fn order(agents: Value, enabled: bool) -> Value {
    json!({ "resourceType": "CATALOG", "resourceId": "goods", "adcpAgentIds": agents, "enabled": enabled })
}

#[tokio::test]
async fn it_takes_its_time_and_can_fail() {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "activationDelayMs": 300 })).await;
    let at = with_catalog(&emulator).await;
    let begun = emulator.call("POST", &format!("{at}/syndicate"), order(json!(["a", "wrong"]), true)).await.data(201);
    assert_eq!(column(&begun, "status"), ["PENDING", "PENDING"]);
    assert_eq!((&begun[0]["catalogId"], &begun[0]["audienceId"]), (&json!("goods"), &Value::Null));
    sleep(Duration::from_millis(350)).await;
    let path = format!("{at}/syndication-status");
    let done = emulator.get(&path).await.data(200);
    assert_eq!(column(&done["items"], "status"), ["COMPLETED", "FAILED"]);
    assert!(done["items"][1]["errorMessage"].is_string() && done["items"][0]["completedAt"].is_string());
    for (query, count) in
        [("status=FAILED", 1), ("adcpAgentId=a", 1), ("enabled=false", 0), ("resourceType=AUDIENCE", 0), ("limit=1", 2)]
    {
        assert_eq!(emulator.get(&format!("{path}?{query}")).await.data(200)["total"], count, "{query}");
    }
    let told = emulator.get("/api/v2/notifications?types=syndication.completed,syndication.failed").await.data(200);
    assert_eq!(told["totalCount"], 2);

    let stopped = emulator.call("POST", &format!("{at}/syndicate"), order(json!(["a"]), false)).await.data(201);
    assert_eq!((&stopped[0]["id"], &stopped[0]["status"]), (&begun[0]["id"], &json!("DISABLED")));
    assert_eq!(emulator.get(&path).await.data(200)["total"], 2);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let at = with_catalog(&emulator).await;
    let path = format!("{at}/syndicate");
    assert_eq!(emulator.call("POST", &path, order(json!([]), true)).await.issues(), ["adcpAgentIds"]);
    assert_eq!(emulator.call("POST", &path, json!({})).await.issues().len(), 4);
    let mut other = order(json!(["a"]), true);
    other["resourceType"] = "AUDIENCE".into();
    emulator.call("POST", &path, other).await.error(404, "NOT_FOUND");
    assert_eq!(emulator.get(&format!("{at}/syndication-status?limit=101")).await.issues(), ["limit"]);
    emulator.get(&format!("{NOBODY}/syndication-status")).await.error(404, "NOT_FOUND");
}
