//! The feed of a modular source.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, Seen};

const FEED: &str = "/api/v2/storefront/inventory-sources/modular/modular/avails-feed";
const PRODUCTS: &str = "/api/v2/storefront/inventory-sources/modular/modular/products";

async fn planted() -> Emulator {
    let emulator = Emulator::start().await;
    emulator.control("plant", json!({ "what": "modular-source", "avails": 0 })).await;
    emulator
}

fn avail(id: &str) -> Value {
    json!({
        "collectionId": "c", "collectionName": "C", "availId": id, "name": "Slot",
        "formatOptions": [{ "format_kind": "video_vast", "params": {} }],
        "publisherProperties": [{ "publisher_domain": "nightjar.example", "selection_type": "all" }],
        "startTime": "2026-02-01T00:00Z", "endTime": "2026-03-01T00:00:00Z", "impressionsCapacity": 1000,
    })
}

fn defaults(mut body: Value) -> Value {
    let avail = avail("x");
    body["defaultCollectionId"] = "c".into();
    body["defaultCollectionName"] = "C".into();
    body["defaultFormatOptions"] = avail["formatOptions"].clone();
    body["defaultPublisherProperties"] = avail["publisherProperties"].clone();
    body
}

async fn upload(emulator: &Emulator, name: &str, content: &[u8]) -> Seen {
    let head = format!(
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    );
    let body = [head.as_bytes(), content, b"\r\n--B--\r\n"].concat();
    let token = format!("Bearer {}", emulator.token);
    let headers = [("authorization", token.as_str()), ("content-type", "multipart/form-data; boundary=B")];
    emulator.send("POST", &format!("{FEED}/upload"), &headers, &body, Duration::from_secs(5)).await
}

#[tokio::test]
async fn a_feed_is_previewed_before_it_is_taken() {
    let emulator = planted().await;
    let csv = "Avail ID,Name,Start Time,End Time,Impressions Capacity,cpm\nq1,\"Late, later\",2026-02-01T00:00Z,2026-03-01T00:00Z,500,7.5\n";
    let preview = emulator.call("POST", FEED, defaults(json!({ "csvText": csv }))).await.data(200);
    assert_eq!((&preview["previewOnly"], &preview["parsedAvailCount"]), (&json!(true), &json!(1)));
    assert_eq!(
        (&preview["avails"][0]["availId"], &preview["avails"][0]["name"]),
        (&json!("q1"), &json!("Late, later"))
    );
    assert_eq!(emulator.get(PRODUCTS).await.data(200)["products"], json!([]));
    let taken = emulator.call("POST", FEED, defaults(json!({ "csvText": csv, "confirmed": true }))).await.data(200);
    assert_eq!((&taken["ingestedAvailCount"], &taken["projection"]["activeAvailCount"]), (&json!(1), &json!(1)));
    let product = &emulator.get(PRODUCTS).await.data(200)["products"][0];
    assert_eq!(product, &taken["products"][0]);
    assert_eq!((&product["availableImpressions"], &product["cpm"]), (&json!(500), &json!(7.5)));
    assert_eq!(emulator.known("effects").await["ingestModularInventorySourceAvailsFeed"], 1);
}

#[tokio::test]
async fn every_kind_of_input_is_understood_and_an_avail_is_replaced_by_its_id() {
    let emulator = planted().await;
    let mut larger = avail("a");
    larger["impressionsCapacity"] = 2000.into();
    for body in [
        json!({ "avails": [avail("a")], "confirmed": true }),
        json!({ "rawRows": [avail("b")], "confirmed": true }),
        json!({ "jsonText": json!([larger]).to_string(), "confirmed": true }),
        json!({ "jsonText": json!({ "avails": [avail("c")] }).to_string(), "confirmed": true }),
    ] {
        emulator.call("POST", FEED, body).await.data(200);
    }
    let products = emulator.get(PRODUCTS).await.data(200)["products"].clone();
    let capacities: Vec<_> = products
        .as_array()
        .into_iter()
        .flatten()
        .map(|product| (product["availId"].as_str(), product["impressionsCapacity"].as_u64()))
        .collect();
    assert_eq!(capacities, [(Some("a"), Some(2000)), (Some("b"), Some(1000)), (Some("c"), Some(1000))]);
}

#[tokio::test]
async fn a_feed_with_mistakes_is_refused_as_a_whole() {
    let emulator = planted().await;
    let csv = "availId,name,startTime,endTime,impressionsCapacity,currency\n,Q,yesterday,2026-03-01T00:00Z,-1,eur\nok,Q,2026-03-01T00:00Z,2026-02-01T00:00Z,1,EUR\n";
    let refused = emulator.call("POST", FEED, defaults(json!({ "csvText": csv, "confirmed": true }))).await;
    let expected = [
        "csvText.0.availId",
        "csvText.0.startTime",
        "csvText.0.impressionsCapacity",
        "csvText.0.currency",
        "csvText.1.endTime",
    ];
    assert_eq!(refused.issues(), expected);
    for (body, wrong) in [
        (json!({}), ""),
        (json!({ "csvText": "a\n1\n", "jsonText": "[]" }), ""),
        (json!({ "avails": [avail("a")] }), "confirmed"),
        (json!({ "avails": [], "confirmed": true }), "avails"),
        (json!({ "rawRows": [avail("a")], "confirmed": false }), "confirmed"),
        (json!({ "jsonText": "{}" }), "jsonText"),
        (json!({ "csvText": "a,b\n\"open" }), "csvText"),
        (json!({ "csvText": "" }), "csvText"),
    ] {
        assert_eq!(emulator.call("POST", FEED, body.clone()).await.issues(), [wrong], "{body}");
    }
    assert_eq!(emulator.get(PRODUCTS).await.data(200)["products"], json!([]));
}

#[tokio::test]
async fn absurd_numbers_do_no_harm() {
    let emulator = planted().await;
    let mut row = avail("a");
    row["impressionsCapacity"] = i64::MAX.into();
    emulator.call("POST", FEED, json!({ "avails": [row.clone()], "confirmed": true })).await.data(200);
    let reservation = json!({ "availId": "a", "mediaBuyId": "m", "buyerCustomerId": i64::MAX, "requestedImpressions": i64::MAX, "holdMinutes": i64::MAX });
    emulator.call("POST", &format!("{SOURCES}/modular/modular/reservations"), reservation).await.data(200);
    row["upstreamBookedImpressions"] = i64::MAX.into();
    row["impressionsCapacity"] = 0.into();
    emulator.call("POST", FEED, json!({ "avails": [row], "confirmed": true })).await.data(200);
    assert_eq!(emulator.get(PRODUCTS).await.data(200)["products"][0]["availableImpressions"], 0);
}

#[tokio::test]
async fn an_upload_is_read_and_never_kept() {
    let emulator = planted().await;
    let rows = json!([avail("good"), { "availId": "bad" }]).to_string();
    let preview = upload(&emulator, "avails.JSON", rows.as_bytes()).await.data(200);
    assert_eq!((&preview["parsedAvailCount"], &preview["rejectedRowCount"]), (&json!(1), &json!(1)));
    assert_eq!(
        (&preview["rejectedRows"][0]["rowNumber"], &preview["rejectedRows"][0]["diagnostics"][0]["code"]),
        (&json!(2), &json!("REQUIRED_FIELD_MISSING"))
    );
    let formats = avail("x")["formatOptions"].to_string().replace('"', "\"\"");
    let csv = format!("availId,formatOptions\r\nq,\"{formats}\"\r\n");
    let preview = upload(&emulator, "avails.csv", csv.as_bytes()).await.data(200);
    let fields: Vec<_> = preview["rejectedRows"][0]["diagnostics"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|found| found["field"].as_str())
        .collect();
    assert!(fields.contains(&Some("name")) && !fields.contains(&Some("formatOptions")), "{fields:?}");
    assert_eq!(emulator.get(PRODUCTS).await.data(200)["products"], json!([]));
}

#[tokio::test]
async fn an_upload_that_cannot_be_read_is_refused() {
    let emulator = planted().await;
    assert_eq!(upload(&emulator, "avails.xlsx", b"PK").await.issues(), ["file"]);
    assert_eq!(upload(&emulator, "avails.csv", b"\xff\xfe").await.issues(), ["file"]);
    assert_eq!(upload(&emulator, "avails.csv", &vec![b'x'; 10 * 1024 * 1024 + 1]).await.issues(), ["file"]);
    emulator.call("POST", &format!("{FEED}/upload"), json!({})).await.error(400, "BAD_REQUEST");
    emulator.call("POST", &format!("{SOURCES}/other/modular/avails-feed"), json!({})).await.error(404, "NOT_FOUND");
}
