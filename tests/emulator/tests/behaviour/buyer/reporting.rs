//! Reports: sums that agree, periods, currencies.

use serde_json::{Value, json};

use super::{at, launched, quick};
use crate::client::Emulator;

async fn report(emulator: &Emulator, query: &str) -> Value {
    emulator.get(&at(&format!("/reporting/metrics?{query}"))).await.data(200)
}

fn sum(items: &[&Value], key: &str) -> f64 {
    let total: f64 = items.iter().filter_map(|item| item["metrics"][key].as_f64()).sum();
    (total * 100.0).round() / 100.0
}

fn inner<'a>(items: &[&'a Value], key: &str) -> Vec<&'a Value> {
    items.iter().flat_map(|item| item[key].as_array().into_iter().flatten()).collect()
}

#[tokio::test]
async fn every_level_sums_up_to_the_next() {
    let emulator = quick().await;
    launched(&emulator, &["product_nightjar_1", "product_nightjar_2", "product_quince-audio_1"]).await;
    launched(&emulator, &["product_larkrise_3"]).await;
    let report = report(&emulator, "view=summary&days=30&breakdown=campaign").await;
    let advertisers = inner(&[&report], "advertisers");
    let campaigns = inner(&advertisers, "campaigns");
    let buys = inner(&campaigns, "mediaBuys");
    let packages = inner(&buys, "packages");
    assert_eq!((advertisers.len(), campaigns.len(), buys.len(), packages.len()), (2, 2, 3, 4));
    for key in ["impressions", "spend", "clicks", "views", "completedViews", "conversions", "leads", "videoCompletions"]
    {
        let total = report["totals"][key].as_f64();
        for level in [&advertisers, &campaigns, &buys, &packages] {
            assert_eq!(Some(sum(level, key)), total, "{key}");
        }
    }
    assert_eq!(report["totalsCurrency"], "USD");
    assert_eq!(self::report(&emulator, "view=summary&days=30").await, report);
}

#[tokio::test]
async fn a_series_has_the_days_of_the_summary() {
    let emulator = quick().await;
    launched(&emulator, &["product_nightjar_1", "product_quince-audio_1"]).await;
    let period = "startDate=2025-11-03&endDate=2025-11-07";
    let series = report(&emulator, &format!("view=timeseries&{period}")).await;
    let rows = inner(&[&series], "timeseries");
    assert_eq!(
        (rows.len(), &series["periodStart"], &series["periodEnd"]),
        (10, &json!("2025-11-03"), &json!("2025-11-07"))
    );
    assert_eq!((&rows[0]["date"], &rows[0]["productId"]), (&json!("2025-11-03"), &json!("product_nightjar_1")));
    assert_eq!(report(&emulator, period).await["totals"], series["totals"]);
    let long = "startDate=2025-11-01&endDate=2025-11-30";
    assert_eq!(report(&emulator, &format!("view=timeseries&{long}")).await["periodStart"], "2025-11-24");
    let file = report(&emulator, &format!("view=timeseries&download=true&{long}")).await;
    assert_eq!(
        (&file["fileName"], &file["rowCount"]),
        (&json!("reporting-metrics-2025-11-01-to-2025-11-30.csv"), &json!(2))
    );
}

#[tokio::test]
async fn nothing_is_reported_before_the_flight_or_the_launch() {
    let emulator = quick().await;
    super::staged(&emulator, &["product_nightjar_1"]).await;
    let nothing = report(&emulator, "days=7").await;
    assert_eq!(
        (&nothing["advertisers"], &nothing["totals"]["spend"], &nothing["totals"]["ctr"]),
        (&json!([]), &json!(0.0), &Value::Null)
    );
    let path = launched(&emulator, &["product_nightjar_1"]).await;
    assert_eq!(report(&emulator, "startDate=2025-10-01&endDate=2025-10-31").await["advertisers"], json!([]));
    let campaign = path.rsplit('/').next().unwrap_or_default();
    assert_eq!(
        report(&emulator, &format!("campaignId={campaign}")).await["advertisers"].as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(report(&emulator, "campaignId=other").await["advertisers"], json!([]));
}

#[tokio::test]
async fn the_largest_budget_is_still_reported() {
    let emulator = quick().await;
    let path = super::staged(&emulator, &["product_nightjar_1", "product_quince-audio_1"]).await;
    let seen = super::seen(&emulator, &path).await;
    let change = |buy: &Value| json!({ "mediaBuyId": buy["mediaBuyId"], "products": [{ "productId": buy["products"][0]["productId"], "budget": 1e300 }] });
    let changes: Vec<Value> = seen["mediaBuys"].as_array().into_iter().flatten().map(change).collect();
    let body = json!({ "budget": { "total": 1e301 }, "mediaBuys": changes });
    emulator.call("PUT", &path, body).await.data(200);
    emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    assert!(report(&emulator, "days=90").await["totals"]["spend"].as_f64() > Some(1e12));
    super::seen(&emulator, &path).await;
}

#[tokio::test]
async fn a_demo_needs_no_campaign() {
    let emulator = quick().await;
    let demo = report(&emulator, "demo=true&days=14").await;
    assert_eq!(inner(&inner(&[&demo], "advertisers"), "campaigns").len(), 2);
    assert!(demo["totals"]["spend"].as_f64() > Some(0.0));
}

#[tokio::test]
async fn periods_are_checked() {
    let emulator = quick().await;
    for (query, wrong) in [
        ("days=91", "days"),
        ("days=x", "days"),
        ("view=table", "view"),
        ("startDate=2026-02-30", "startDate"),
        ("startDate=2026-02-03&endDate=2026-02-01", "endDate"),
        ("startDate=2020-01-01&endDate=2026-02-01", "startDate"),
        ("breakdown=day", "breakdown"),
    ] {
        assert_eq!(emulator.get(&at(&format!("/reporting/metrics?{query}"))).await.issues(), [wrong], "{query}");
    }
}
