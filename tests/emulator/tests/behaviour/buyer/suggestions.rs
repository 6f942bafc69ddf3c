//! Optimization suggestions, from waiting to decided.

use serde_json::{Value, json};

use super::{at, launched, quick, staged, text};

const LIST: &str = "/optimization-suggestions";

#[tokio::test]
async fn a_suggestion_is_decided_once() {
    let emulator = quick().await;
    launched(&emulator, &["product_nightjar_1", "product_nightjar_2", "product_quince-audio_1", "product_larkrise_1"])
        .await;
    let list = async |query: &str| emulator.get(&at(&format!("{LIST}?{query}"))).await;
    let all = list("limit=2").await.data(200);
    assert_eq!(
        (&all["totalCount"], &all["hasMore"], &all["suggestions"][0]["status"]),
        (&json!(3), &json!(true), &json!("HIL_WAITING"))
    );
    assert_eq!(
        (&all["suggestions"][0]["productAdjustmentCount"], &all["suggestions"][0]["bidAdjustmentCount"]),
        (&json!(1), &json!(1))
    );
    let one = async |index: usize, rest: &str, body: Value| {
        let id = text(&all["suggestions"][index]["suggestionId"]);
        emulator.call(if rest.is_empty() { "GET" } else { "POST" }, &at(&format!("{LIST}/{id}{rest}")), body).await
    };
    assert_eq!(one(0, "/approve", Value::Null).await.data(200)["status"], "HIL_APPROVED");
    one(0, "/reject", json!({})).await.error(409, "CONFLICT");
    one(0, "/approve", Value::Null).await.error(409, "CONFLICT");
    assert_eq!(one(1, "/reject", json!({ "reason": 5 })).await.issues(), ["reason"]);
    assert_eq!(one(1, "/reject", json!({ "reason": "No" })).await.data(200)["status"], "HIL_REJECTED");
    let seen = one(1, "", Value::Null).await.data(200);
    assert_eq!((&seen["statusReason"], &seen["campaignSummary"]["name"]), (&json!("No"), &json!("Winter Tea")));
    assert_eq!(list("status=HIL_WAITING&offset=0").await.data(200)["totalCount"], 1);
    let campaign = text(&all["suggestions"][0]["campaignId"]);
    assert_eq!(list(&format!("campaignId={campaign}")).await.data(200)["totalCount"], 3);
    assert_eq!(list("campaignId=campaign_1&status=PENDING").await.issues(), ["campaignId", "status"]);
    assert_eq!(emulator.get(&at(&format!("{LIST}/nowhere"))).await.issues(), ["suggestionId"]);
    emulator.get(&at(&format!("{LIST}/550e8400-e29b-41d4-a716-446655440000"))).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn nobody_is_asked_in_automatic_mode() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    emulator.call("PUT", &path, json!({ "optimizationApplyMode": "AUTO" })).await.data(200);
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    assert_eq!(emulator.get(&at(LIST)).await.data(200)["suggestions"][0]["status"], "APPLIED");
}
