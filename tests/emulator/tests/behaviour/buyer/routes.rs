//! Every operation of the core has a route, and none panics at what it does not expect.

use serde_json::{Value, json};

use super::quick;

const RESOURCES: [&str; 8] =
    ["advertisers", "campaigns", "discovery", "creatives", "reporting", "optimizationSuggestions", "activity", "tasks"];

fn rows() -> Vec<Value> {
    let operations: Value = serde_json::from_str(include_str!("../../../../facts/operations.json")).unwrap_or_default();
    let all = operations.as_array().cloned().unwrap_or_default();
    all.into_iter().filter(|row| RESOURCES.iter().any(|resource| row["resource"] == *resource)).collect()
}

#[tokio::test]
async fn every_operation_has_a_route() {
    let emulator = quick().await;
    let rows = rows();
    assert_eq!(rows.len(), 32);
    for row in rows {
        let (method, path) = (row["method"].as_str().unwrap_or_default(), row["path"].as_str().unwrap_or_default());
        let path: Vec<&str> = path.split('/').map(|step| if step.starts_with('{') { "none" } else { step }).collect();
        for body in [
            Value::Null,
            json!({}),
            json!([]),
            json!({ "products": 5, "refine": [null], "mediaBuys": [[]], "budget": [] }),
        ] {
            let seen = emulator.call(method, &path.join("/"), body).await;
            assert!((200..500).contains(&seen.status), "{row}: {}", seen.text());
            assert!(!seen.text().contains("no such operation"), "{row}");
        }
    }
}

#[tokio::test]
async fn a_read_only_key_only_reads() {
    let emulator = quick().await;
    let token = "scope3_readonly_secret";
    emulator.call_as(token, "GET", &super::at("/campaigns"), Value::Null).await.data(200);
    emulator.call_as(token, "POST", &super::at("/campaigns"), json!({})).await.error(403, "FORBIDDEN");
}
