//! From the draft to the running campaign, and to its pause.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::{at, campaign, launched, quick, seen, staged, text};
use crate::client::{Emulator, options};
use interchange_emulator::Options;

#[tokio::test]
async fn sellers_take_their_time() {
    let emulator = Emulator::with(Options { activation_delay: 300, ..options() }).await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let status = async || emulator.get(&format!("{path}/media-buy-status")).await.data(200)["media_buys"][0].clone();
    assert_eq!(
        (&status().await["internal_status"], &status().await["adcp_media_buy_id"]),
        (&json!("DRAFT"), &Value::Null)
    );
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    let pending = status().await;
    assert_eq!(
        (&pending["internal_status"], &pending["adcp_status"], &pending["updated"]),
        (&json!("PENDING_APPROVAL"), &json!("pending_start"), &json!(true))
    );
    assert_eq!(status().await["updated"], false);
    let paused = emulator.call("POST", &format!("{path}/pause"), Value::Null).await.data(200);
    assert_eq!((&paused["failureCount"], &paused["mediaBuyResults"][0]["success"]), (&json!(1), &json!(false)));
    sleep(Duration::from_millis(400)).await;
    let active = status().await;
    assert_eq!(
        (&active["internal_status"], &active["previous_internal_status"]),
        (&json!("ACTIVE"), &json!("PENDING_APPROVAL"))
    );
}

#[tokio::test]
async fn a_launch_can_fail_in_part() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1", "product_saltmarsh_1"]).await;
    let execute = async |body| emulator.call("POST", &format!("{path}/execute"), body).await;
    assert_eq!(execute(json!({ "debug": true, "force": true })).await.issues(), ["force"]);
    let first = execute(json!({ "debug": true })).await.data(200);
    assert_eq!(
        (&first["previousStatus"], &first["newStatus"], &first["success"]),
        (&json!("DRAFT"), &json!("ACTIVE"), &json!(false))
    );
    assert!(first["errors"][0]["debug"]["error"].is_string());
    let failed = text(&first["errors"][0]["mediaBuyId"]);
    let narrowed = emulator.get(&format!("{path}?mediaBuyId={failed}")).await.data(200)["campaign"].clone();
    assert_eq!(
        (&narrowed["mediaBuys"][0]["status"], narrowed["mediaBuys"].as_array().map(Vec::len)),
        (&json!("DRAFT"), Some(1))
    );
    assert_eq!(narrowed["mediaBuyRefs"].as_array().map(Vec::len), Some(2));
    assert_eq!(execute(Value::Null).await.data(200)["mediaBuysExecuted"], 1);
    let idle = execute(json!({})).await.data(200);
    assert_eq!((&idle["success"], &idle["reason"]), (&json!(true), &json!("no_media_buys_to_execute")));
    assert_eq!(emulator.known("effects").await["executeCampaign"], 2);
}

#[tokio::test]
async fn a_draft_without_products_is_not_launched() {
    let emulator = quick().await;
    let advertiser = super::advertiser(&emulator).await;
    let made = emulator.call("POST", &at("/campaigns"), campaign(&advertiser, json!({}))).await.data(201);
    let path = at(&format!("/campaigns/{}", text(&made["campaign"]["campaignId"])));
    let outcome = emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    assert_eq!((&outcome["newStatus"], &outcome["success"]), (&json!("DRAFT"), &json!(false)));
    emulator.call("POST", &format!("{path}/pause"), Value::Null).await.error(400, "INVALID_STATE");
    assert_eq!(
        emulator.get(&format!("{path}/media-buy-status")).await.data(200)["operational_status"],
        "no_media_buys"
    );
    for (method, rest) in [
        ("POST", "/execute"),
        ("POST", "/pause"),
        ("GET", "/media-buy-status"),
        ("GET", "/products"),
        ("POST", "/auto-select-products"),
        ("GET", ""),
    ] {
        emulator.call(method, &at(&format!("/campaigns/nowhere{rest}")), Value::Null).await.error(404, "NOT_FOUND");
    }
}

#[tokio::test]
async fn a_pause_reaches_the_media_buys() {
    let emulator = quick().await;
    let path = launched(&emulator, &["product_nightjar_1", "product_quince-audio_1"]).await;
    let paused = emulator.call("POST", &format!("{path}/pause"), Value::Null).await.data(200);
    assert_eq!(
        (&paused["previousStatus"], &paused["newStatus"], &paused["successCount"]),
        (&json!("ACTIVE"), &json!("PAUSED"), &json!(2))
    );
    emulator.call("POST", &format!("{path}/pause"), Value::Null).await.error(400, "INVALID_STATE");
    let after = seen(&emulator, &path).await;
    assert_eq!((&after["status"], &after["mediaBuyRefs"][1]["status"]), (&json!("PAUSED"), &json!("PAUSED")));
}

#[tokio::test]
async fn a_flight_that_is_over_completes() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let flight = json!({ "startDate": "2025-02-01T00:00:00Z", "endDate": "2025-02-08T23:59:59Z" });
    emulator.call("PUT", &path, json!({ "flightDates": flight })).await.data(200);
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    let after = seen(&emulator, &path).await;
    assert_eq!((&after["status"], &after["mediaBuys"][0]["status"]), (&json!("COMPLETED"), &json!("COMPLETED")));
    let spend = after["mediaBuys"][0]["performance"]["spend"].as_f64().unwrap_or_default();
    assert!((4000.0..=5000.0).contains(&spend), "{spend}");
}

#[tokio::test]
async fn every_period_has_its_package() {
    let emulator = quick().await;
    let path = staged(&emulator, &["product_nightjar_1"]).await;
    let period = |label: &str, start: &str, end: &str, weight: u32| json!({ "label": label, "start": start, "end": end, "weight": weight });
    let mut periods = vec![period("A", "2026-08-01", "2026-08-09", 1), period("B", "2026-08-10", "2026-09-30", 3)];
    let update = async |periods: &[Value]| {
        emulator.call("PUT", &path, json!({ "pacingPeriods": { "mode": "weight", "periods": periods } })).await
    };
    update(&periods).await.data(200);
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    let packages = seen(&emulator, &path).await["mediaBuys"][0]["packages"].clone();
    let budgets: Vec<_> = packages.as_array().into_iter().flatten().map(|one| &one["budget"]).collect();
    assert_eq!(budgets, [1250.0, 3750.0]);
    assert_eq!(packages[1]["startTime"], "2026-08-10T00:00:00.000Z");
    update(&periods[1..]).await.error(400, "INVALID_STATE");
    periods.push(period("C", "2026-10-01", "2026-10-09", 1));
    assert_eq!(update(&periods).await.data(200)["pacingCascadeResult"]["mediaBuys"][0]["outcome"], "unsupported");
}
