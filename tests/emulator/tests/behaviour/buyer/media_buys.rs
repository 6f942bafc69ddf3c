//! Media buys, changed through their campaign.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::{launched, quick, seen, staged, text};
use crate::client::Emulator;

async fn change(emulator: &Emulator, path: &str, changes: Value) -> crate::client::Seen {
    emulator.call("PUT", path, json!({ "mediaBuys": changes })).await
}

#[tokio::test]
async fn products_change_only_in_draft() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let id = seen(&emulator, &path).await["mediaBuys"][0]["mediaBuyId"].clone();
    let products = json!([{ "productId": "product_nightjar_1", "budget": 3000 }, { "product_id": "product_nightjar_2", "budget": 100, "pacing": "front_loaded" }]);
    change(&emulator, &path, json!([{ "mediaBuyId": id, "name": "Late", "products": products }])).await.data(200);
    let buy = seen(&emulator, &path).await["mediaBuys"][0].clone();
    assert_eq!(
        (&buy["name"], &buy["budget"], &buy["products"][1]["pacing"]),
        (&json!("Late"), &json!(3100.0), &json!("front_loaded"))
    );
    change(
        &emulator,
        &path,
        json!([{ "mediaBuyId": id, "products": [{ "productId": "product_nightjar_2", "remove": true }] }]),
    )
    .await
    .data(200);
    assert_eq!(
        change(&emulator, &path, json!([{ "mediaBuyId": id, "products": [{ "productId": "product_x" }] }]))
            .await
            .issues(),
        ["mediaBuys.0.products.0.productId"]
    );
    assert_eq!(
        change(&emulator, &path, json!([{ "mediaBuyId": id, "products": [{}] }])).await.issues(),
        ["mediaBuys.0.products.0.productId"]
    );
    change(&emulator, &path, json!([{ "mediaBuyId": id, "packages": [] }])).await.error(400, "INVALID_STATE");
    change(&emulator, &path, json!([{ "mediaBuyId": id, "action": "cancel" }])).await.error(400, "INVALID_STATE");
    change(&emulator, &path, json!([{ "mediaBuyId": "nowhere" }])).await.error(404, "NOT_FOUND");
    assert_eq!(
        change(&emulator, &path, json!([{ "action": "stop", "start_time": "now" }])).await.issues(),
        ["mediaBuys.0.mediaBuyId", "mediaBuys.0.action", "mediaBuys.0.start_time"]
    );
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    change(&emulator, &path, json!([{ "mediaBuyId": id, "products": [] }])).await.error(400, "INVALID_STATE");
}

#[tokio::test]
async fn a_change_of_a_running_buy_waits_for_approval() {
    let emulator = quick().await;
    let path = launched(&emulator, &["product_nightjar_1"]).await;
    emulator.control("settings", json!({ "activationDelayMs": 300 })).await;
    let buy = seen(&emulator, &path).await["mediaBuys"][0].clone();
    let (id, package) = (buy["mediaBuyId"].clone(), buy["packages"][0]["packageId"].clone());
    let update = json!([{ "mediaBuyId": id, "packages": [{ "packageId": package, "budget": 9000, "pacing": "asap" }], "updated_reason": "Push" }]);
    change(&emulator, &path, update.clone()).await.data(200);
    let both = seen(&emulator, &path).await;
    let refs = json!([{ "mediaBuyId": id, "status": "ACTIVE" }, { "mediaBuyId": id, "status": "PENDING_APPROVAL" }]);
    assert_eq!((&both["mediaBuyRefs"], &both["allocatedBudget"]), (&refs, &json!(5000.0)));
    change(&emulator, &path, update).await.error(400, "INVALID_STATE");
    sleep(Duration::from_millis(400)).await;
    let after = seen(&emulator, &path).await;
    assert_eq!(after["mediaBuyRefs"], json!([{ "mediaBuyId": id, "status": "ACTIVE" }]));
    let buy = &after["mediaBuys"][0];
    assert_eq!(
        (&buy["packages"][0]["budget"], &buy["revision"], &buy["updatedReason"]),
        (&json!(9000.0), &json!(2), &json!("Push"))
    );
    let paused = emulator.call("POST", &format!("{path}/pause"), Value::Null).await.data(200);
    assert_eq!(paused["successCount"], 1);
}

#[tokio::test]
async fn changes_are_made_together_or_not_at_all() {
    let emulator = quick().await;
    let path = launched(&emulator, &["product_nightjar_1", "product_quince-audio_1", "product_larkrise_1"]).await;
    let buys = seen(&emulator, &path).await["mediaBuys"].clone();
    let id = |index: usize| buys[index]["mediaBuyId"].clone();
    let update = |package: &Value, budget: u32| json!({ "mediaBuyId": id(2), "packages": [{ "packageId": package, "budget": budget }] });
    let all = |last: Value| json!([{ "action": "cancel", "mediaBuyId": id(0), "reason": "Budget cut" }, { "action": "delete", "mediaBuyId": id(1) }, last]);
    assert_eq!(
        change(&emulator, &path, all(update(&json!("pkg_x"), 1))).await.issues(),
        ["mediaBuys.2.packages.0.packageId"]
    );
    let package = &buys[2]["packages"][0]["packageId"];
    change(&emulator, &path, all(update(package, 50_000))).await.error(409, "INSUFFICIENT_MEDIA_BUDGET");
    assert_eq!(seen(&emulator, &path).await["mediaBuyRefs"][0]["status"], "ACTIVE");
    change(&emulator, &path, all(update(package, 40_000))).await.data(200);
    let after = seen(&emulator, &path).await;
    let statuses: Vec<_> =
        after["mediaBuyRefs"].as_array().into_iter().flatten().map(|one| text(&one["status"])).collect();
    assert_eq!(statuses, ["CANCELED", "ARCHIVED", "ACTIVE"]);
    assert_eq!(after["unallocatedBudget"], 6000.0);
    change(&emulator, &path, json!([{ "action": "cancel", "mediaBuyId": id(0) }])).await.error(400, "INVALID_STATE");
    change(&emulator, &path, json!([{ "mediaBuyId": id(0), "name": "x" }])).await.error(400, "INVALID_STATE");
}

#[tokio::test]
async fn packages_can_be_cancelled_one_by_one() {
    let emulator = quick().await;
    let path = launched(&emulator, &["product_nightjar_1", "product_nightjar_2"]).await;
    let buy = seen(&emulator, &path).await["mediaBuys"][0].clone();
    let cancel = async |packages: Value| {
        change(
            &emulator,
            &path,
            json!([{ "action": "cancel", "mediaBuyId": buy["mediaBuyId"], "packageIds": packages }]),
        )
        .await
    };
    cancel(json!([buy["packages"][0]["packageId"]])).await.data(200);
    let after = seen(&emulator, &path).await["mediaBuys"][0].clone();
    assert_eq!(
        (&after["status"], &after["packages"][0]["status"], &after["budget"]),
        (&json!("ACTIVE"), &json!("CANCELED"), &json!(5000.0))
    );
    assert_eq!(cancel(json!(["pkg_x"])).await.issues(), ["mediaBuys.0.packageIds.0"]);
    cancel(json!([buy["packages"][1]["packageId"]])).await.data(200);
    assert_eq!(seen(&emulator, &path).await["mediaBuys"][0]["status"], "CANCELED");
    // What was cancelled can be bought again.
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    assert_eq!(seen(&emulator, &path).await["mediaBuys"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn goals_and_times_fit_the_campaign() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let id = seen(&emulator, &path).await["mediaBuys"][0]["mediaBuyId"].clone();
    let one =
        async |fields: Value| change(&emulator, &path, json!([super::with(json!({ "mediaBuyId": id }), fields)])).await;
    let goal = json!({ "kind": "event", "event_sources": [{ "event_source_id": "es", "event_type": "purchase", "value_field": "total" }], "target": { "kind": "per_ad_spend", "value": 4 } });
    let seen = one(json!({ "optimization_goals": [goal], "start_time": "asap", "end_time": "2026-12-01T00:00:00Z" }))
        .await
        .data(200);
    let buy = &seen["campaign"]["mediaBuys"][0];
    assert_eq!((&buy["optimizationGoals"][0]["kind"], &buy["startTime"]), (&json!("event"), &json!("asap")));
    assert_eq!(
        one(json!({ "optimization_goals": [] })).await.data(200)["campaign"]["mediaBuys"][0]["optimizationGoals"],
        json!([])
    );
    let unvalued = json!({ "kind": "event", "event_sources": [{ "event_source_id": "es", "event_type": "purchase" }], "target": { "kind": "maximize_value" } });
    assert_eq!(
        one(json!({ "optimization_goals": [unvalued] })).await.issues(),
        ["mediaBuys.0.optimization_goals.0.event_sources"]
    );
    assert_eq!(one(json!({ "start_time": "2025-01-01T00:00:00Z" })).await.issues(), ["mediaBuys.0.start_time"]);
}
