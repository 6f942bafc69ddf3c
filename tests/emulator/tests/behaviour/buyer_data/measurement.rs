//! Measurement.

use serde_json::{Value, json};

use super::{NOBODY, advertiser, column};
use crate::client::{Emulator, Seen};

async fn post(emulator: &Emulator, what: &str, body: Value) -> Seen {
    let at = advertiser(emulator).await;
    emulator.call("POST", &format!("{at}/{what}"), body).await
}

fn merged(mut base: Value, fields: Value) -> Value {
    for (key, value) in fields.as_object().into_iter().flatten() {
        base[key] = value.clone();
    }
    base
}

fn measurement(fields: Value) -> Value {
    let base = json!({
        "start_time": "2026-03-01T00:00:00-05:00", "end_time": "2026-03-07T23:59:59-05:00", "metric_id": "revenue",
        "metric_value": 8450.75, "unit": "currency", "currency": "USD", "campaign_id": "camp_456",
    });
    merged(base, fields)
}

fn source(fields: Value) -> Value {
    let base = json!({
        "sourceKey": "mmm_sales", "name": "MMM", "outcomeType": "sales_volume", "granularity": "dma_week",
        "cadence": "weekly", "provider": "analysts",
    });
    merged(base, fields)
}

fn record(fields: Value) -> Value {
    let base = json!({
        "outcomeType": "sales_volume", "geo": "Atlanta", "timeWindowStart": "2026-01-06",
        "timeWindowEnd": "2026-01-12", "value": 1250, "source": "mmm_sales",
    });
    merged(base, fields)
}

#[tokio::test]
async fn data_is_upserted() {
    let emulator = Emulator::start().await;
    let sync = |rows: Value| post(&emulator, "measurement-data/sync", json!({ "measurements": rows }));
    let first = sync(json!([measurement(json!({})), measurement(json!({ "campaign_id": "other" }))])).await.data(200);
    assert_eq!(column(&first["measurements"], "action"), ["created", "created"]);
    assert_eq!(column(&first["measurements"], "index"), [0, 1]);
    let second =
        sync(json!([measurement(json!({})), measurement(json!({ "campaign_id": "other", "metric_value": 1 }))])).await;
    assert_eq!(column(&second.data(200)["measurements"], "action"), ["unchanged", "updated"]);
    let row = |value: i64| {
        json!([measurement(json!({ "external_row_id": "row-1", "metric_value": value, "metric_id": "conversions" }))])
    };
    assert_eq!(sync(row(1)).await.data(200)["measurements"][0]["action"], "created");
    assert_eq!(sync(row(2)).await.data(200)["measurements"][0]["action"], "updated");
    assert_eq!(sync(row(2)).await.data(200)["measurements"][0]["action"], "unchanged");
    assert_eq!(emulator.known("effects").await["syncMeasurementData"], 4);
}

#[tokio::test]
async fn data_has_to_make_sense() {
    let emulator = Emulator::start().await;
    for (rows, wrong) in [
        (json!([]), "measurements"),
        (json!(vec![measurement(json!({})); 1001]), "measurements"),
        (json!([measurement(json!({ "currency": null, "unit": "count" }))]), "measurements.0.currency"),
        (json!([measurement(json!({ "end_time": "2026-03-01T05:00:00Z" }))]), "measurements.0.end_time"),
        (json!([measurement(json!({ "metric_id": "joy" }))]), "measurements.0.metric_id"),
        (json!([measurement(json!({ "metric_value": "1" }))]), "measurements.0.metric_value"),
    ] {
        assert_eq!(post(&emulator, "measurement-data/sync", json!({ "measurements": rows })).await.issues(), [wrong]);
    }
    for (missing, wrong) in [("currency", "measurements.0.currency"), ("campaign_id", "measurements.0.campaign_id")] {
        let mut row = measurement(json!({}));
        row.as_object_mut().map(|row| row.remove(missing));
        let body = json!({ "measurements": [row] });
        assert_eq!(post(&emulator, "measurement-data/sync", body).await.issues(), [wrong]);
    }
    emulator.call("POST", &format!("{NOBODY}/measurement-data/sync"), json!({})).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn sources_are_made_once() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let made = post(&emulator, "measurement-sources", source(json!({}))).await.data(201);
    assert_eq!(
        (&made["status"], &made["lagWeeks"], &made["cadence"]),
        (&json!("pending"), &json!(1), &json!("weekly"))
    );
    post(&emulator, "measurement-sources", source(json!({}))).await.error(409, "CONFLICT");
    post(&emulator, "measurement-sources", source(json!({ "sourceKey": "lift", "status": "active" }))).await.data(201);
    let active = emulator.get(&format!("{at}/measurement-sources?status=active")).await.data(200);
    assert_eq!(column(&active["sources"], "sourceKey"), ["lift"]);
    for (fields, wrong) in [
        (json!({ "cadence": "hourly" }), "cadence"),
        (json!({ "signalWeight": 1.5 }), "signalWeight"),
        (json!({ "lagWeeks": -1 }), "lagWeeks"),
        (json!({ "provider": "" }), "provider"),
    ] {
        assert_eq!(post(&emulator, "measurement-sources", source(fields)).await.issues(), [wrong]);
    }
}

#[tokio::test]
async fn records_are_upserted_and_listed() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let upload = |rows: Value| post(&emulator, "measurement-records", json!({ "records": rows }));
    let rows = json!([record(json!({})), record(json!({ "geo": "Richmond" }))]);
    assert_eq!(
        upload(rows.clone()).await.data(201),
        json!({ "received": 2, "created": 2, "updated": 0, "unchanged": 0 })
    );
    assert_eq!(upload(rows).await.data(201)["unchanged"], 2);
    assert_eq!(upload(json!([record(json!({ "value": 1 }))])).await.data(201)["updated"], 1);
    for (query, count) in [
        ("", 2),
        ("?geo=Atlanta", 1),
        ("?geos=Atlanta,Richmond,Nowhere", 2),
        ("?outcomeType=joy", 0),
        ("?startDate=2026-01-13", 0),
        ("?startDate=2026-01-12&endDate=2026-01-12", 2),
    ] {
        let seen = emulator.get(&format!("{at}/measurement-records{query}")).await.data(200);
        assert_eq!(seen["records"].as_array().map(Vec::len), Some(count), "{query}");
    }
    let many: Value = (0..5000).map(|index| record(json!({ "geo": index.to_string() }))).collect();
    assert_eq!(upload(many).await.data(201)["received"], 5000);
    assert_eq!(upload(json!(vec![record(json!({})); 5001])).await.issues(), ["records"]);
    assert_eq!(
        upload(json!([record(json!({ "timeWindowEnd": "2026-02-30" }))])).await.issues(),
        ["records.0.timeWindowEnd"]
    );
    assert_eq!(
        upload(json!([record(json!({ "timeWindowEnd": "2026-01-05" }))])).await.issues(),
        ["records.0.timeWindowEnd"]
    );

    let context = json!({ "geo": "Atlanta", "timeWindowStart": "2026-01-06", "timeWindowEnd": "2026-01-12", "promoActive": true });
    let seen = post(&emulator, "context-records", json!({ "records": [context] })).await;
    assert_eq!(seen.data(201)["created"], 1);
    let bad = merged(context, json!({ "flightStatus": "late" }));
    assert_eq!(
        post(&emulator, "context-records", json!({ "records": [bad] })).await.issues(),
        ["records.0.flightStatus"]
    );
}

#[tokio::test]
async fn freshness_shows_what_is_missing() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    post(&emulator, "measurement-sources", source(json!({}))).await.data(201);
    post(&emulator, "measurement-records", json!({ "records": [record(json!({}))] })).await.data(201);
    let path = format!("{at}/measurement-freshness?flightStart=2026-01-06&flightEnd=2026-01-19&geos=Atlanta,Richmond");
    let seen = emulator.get(&path).await.data(200);
    let geos = &seen["sources"][0]["geos"];
    assert_eq!(seen["sources"][0]["sourceKey"], "mmm_sales");
    assert_eq!(column(geos, "geo"), ["Atlanta", "Richmond"]);
    assert_eq!(column(&geos[0]["windows"], "status"), ["present", "missing"]);
    assert_eq!((&geos[0]["windows"][1]["end"], &geos[1]["missing"]), (&json!("2026-01-19"), &json!(2)));
    for (query, wrong) in [
        ("geos=a", "flightStart"),
        ("flightStart=2026-01-06", "geos"),
        ("flightStart=2026-01-06&geos=a&flightEnd=2026-01-05", "flightEnd"),
        ("flightStart=6.1.2026&geos=a", "flightStart"),
    ] {
        assert_eq!(emulator.get(&format!("{at}/measurement-freshness?{query}")).await.issues(), [wrong]);
    }
}
