//! Every kind of fault, as it arrives at a socket.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, Seen, source};

const SHORT: Duration = Duration::from_millis(300);

/// A GET whose answer may never come.
async fn impatient(emulator: &Emulator) -> Seen {
    let token = format!("Bearer {}", emulator.token);
    emulator.send("GET", SOURCES, &[("authorization", &token)], b"", SHORT).await
}

/// The answer to a GET with a fault before it. The GET after that must be well again.
async fn with_fault(fault: Value) -> Seen {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    emulator.fault(fault).await;
    let seen = impatient(&emulator).await;
    emulator.get(SOURCES).await.data(200);
    seen
}

fn announced(seen: &Seen) -> usize {
    seen.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default()
}

#[tokio::test]
async fn status() {
    let seen = with_fault(json!({ "kind": "status", "status": 503, "headers": { "X-Why": "test" } })).await;
    seen.error(503, "SERVICE_UNAVAILABLE");
    assert_eq!(seen.header("x-why"), Some("test"));
    let seen = with_fault(
        json!({ "kind": "status", "status": 409, "code": "PRICING_NOT_CONFIGURED", "message": "No prices." }),
    )
    .await;
    assert_eq!(seen.error(409, "PRICING_NOT_CONFIGURED")["message"], "No prices.");
}

#[tokio::test]
async fn delay() {
    let began = Instant::now();
    with_fault(json!({ "kind": "delay", "ms": 120 })).await.data(200);
    assert!(began.elapsed() >= Duration::from_millis(120));
}

#[tokio::test]
async fn drop_closes_without_a_byte() {
    let seen = with_fault(json!({ "kind": "drop" })).await;
    assert!(seen.closed && seen.head.is_empty() && seen.body.is_empty(), "{}", seen.head);
}

#[tokio::test]
async fn drop_mid_body_closes_after_half() {
    let seen = with_fault(json!({ "kind": "drop-mid-body" })).await;
    assert_eq!(seen.status, 200);
    assert!(seen.closed && !seen.body.is_empty() && seen.body.len() < announced(&seen), "{}", seen.text());
    assert!(seen.text().starts_with("{\"data\":[{\"id\""));
}

#[tokio::test]
async fn truncate_is_a_complete_response_with_half_of_the_json() {
    let seen = with_fault(json!({ "kind": "truncate" })).await;
    assert_eq!((seen.status, announced(&seen)), (200, seen.body.len()));
    assert!(seen.text().starts_with("{\"data\":[{\"id\"") && serde_json::from_slice::<Value>(&seen.body).is_err());
}

#[tokio::test]
async fn html() {
    let seen = with_fault(json!({ "kind": "html" })).await;
    assert_eq!((seen.status, seen.header("content-type")), (502, Some("text/html; charset=utf-8")));
    assert!(seen.text().contains("502 Bad Gateway"));
    assert_eq!(with_fault(json!({ "kind": "html", "status": 200 })).await.status, 200);
}

#[tokio::test]
async fn empty() {
    let seen = with_fault(json!({ "kind": "empty" })).await;
    assert_eq!((seen.status, seen.body.len(), announced(&seen)), (200, 0, 0));
}

#[tokio::test]
async fn wrong_envelope() {
    assert_eq!(with_fault(json!({ "kind": "wrong-envelope" })).await.json(), json!({ "result": 1 }));
    assert_eq!(with_fault(json!({ "kind": "wrong-envelope", "body": "hello" })).await.json(), json!("hello"));
}

#[tokio::test]
async fn problem_json() {
    let seen = with_fault(json!({ "kind": "problem-json", "status": 504 })).await;
    assert_eq!((seen.status, seen.header("content-type")), (504, Some("application/problem+json")));
    assert_eq!(seen.json()["status"], 504);
}

#[tokio::test]
async fn slow_body_sends_the_head_first() {
    let emulator = Emulator::start().await;
    emulator.fault(json!({ "kind": "slow-body", "ms": 600 })).await;
    let early = impatient(&emulator).await;
    assert!(early.status == 200 && !early.closed && early.body.is_empty() && announced(&early) > 0);
    let seen = with_fault(json!({ "kind": "slow-body", "ms": 100 })).await;
    assert_eq!(seen.data(200).as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn stall_body_sends_the_head_only() {
    let seen = with_fault(json!({ "kind": "stall-body" })).await;
    assert!(seen.status == 200 && !seen.closed && seen.body.is_empty() && announced(&seen) > 0);
}

#[tokio::test]
async fn hang_sends_nothing_and_does_not_close() {
    let seen = with_fault(json!({ "kind": "hang" })).await;
    assert!(!seen.closed && seen.head.is_empty());
}

#[tokio::test]
async fn redirect_leads_to_the_echo() {
    let seen = with_fault(json!({ "kind": "redirect", "to": "/emulator/echo" })).await;
    assert_eq!((seen.status, seen.header("location")), (302, Some("/emulator/echo")));
    let emulator = Emulator::start().await;
    let header = [("x-thing", "1")];
    let echo = emulator.request("GET", "/emulator/echo?mark=m1", &header, Value::Null).await;
    assert!(echo.json()["headers"].as_array().is_some_and(|names| names.contains(&json!("x-thing"))));
    let echoes = emulator.request("GET", "/emulator/echoes?mark=m1", &[], Value::Null).await.json();
    assert_eq!(echoes, json!([echo.json()]));
    assert_eq!(emulator.request("GET", "/emulator/echoes?mark=m2", &[], Value::Null).await.json(), json!([]));
}

#[tokio::test]
async fn retry_after_in_seconds_and_as_a_date() {
    let seen = with_fault(json!({ "kind": "retry-after", "seconds": 3 })).await;
    seen.error(429, "RATE_LIMITED");
    assert_eq!(seen.header("retry-after"), Some("3"));
    let seen = with_fault(json!({ "kind": "retry-after", "status": 503, "httpDateOffsetSeconds": 60 })).await;
    seen.error(503, "SERVICE_UNAVAILABLE");
    assert!(seen.header("retry-after").is_some_and(|date| date.ends_with(" GMT") && date.len() == 29));
}

#[tokio::test]
async fn not_utf8() {
    let seen = with_fault(json!({ "kind": "not-utf8" })).await;
    assert!(seen.status == 200 && std::str::from_utf8(&seen.body).is_err());
}

#[tokio::test]
async fn huge_headers() {
    let seen = with_fault(json!({ "kind": "huge-headers" })).await;
    assert!(seen.status == 200 && seen.head.len() > 300 * 1024, "{}", seen.head.len());
}

#[tokio::test]
async fn before_and_after_decide_whether_the_service_acts() {
    for kind in ["drop", "truncate", "empty", "html", "drop-mid-body"] {
        let emulator = Emulator::start().await;
        for (when, effects) in [("before", 0), ("after", 1)] {
            emulator.control("faults", json!({ "when": when, "fault": { "kind": kind } })).await;
            emulator.call("POST", SOURCES, source(json!({}))).await;
            assert_eq!(emulator.known("effects").await["createInventorySource"], effects, "{kind} {when}");
        }
    }
}

#[tokio::test]
async fn a_fault_waits_for_the_request_that_it_is_meant_for() {
    let emulator = Emulator::start().await;
    let wanted = json!({ "method": "GET", "pathPrefix": "/api/v2/storefront", "pathSuffix": "/diagnostics" });
    emulator
        .control("faults", json!({ "match": wanted, "times": 2, "fault": { "kind": "status", "status": 500 } }))
        .await;
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    emulator.get(SOURCES).await.data(200);
    let diagnose = async |mount: &str| emulator.get(&format!("{mount}{SOURCES}/late-show/diagnostics")).await;
    diagnose("").await.error(500, "INTERNAL_ERROR");
    diagnose("/no-cors").await.error(500, "INTERNAL_ERROR");
    diagnose("").await.data(200);
}

#[tokio::test]
async fn a_fault_without_end_ends_when_it_is_cleared() {
    let emulator = Emulator::start().await;
    emulator.control("faults", json!({ "times": 0, "fault": { "kind": "status", "status": 500 } })).await;
    for _ in 0..3 {
        emulator.get(SOURCES).await.error(500, "INTERNAL_ERROR");
    }
    emulator.call_as("scope3_other_x", "GET", SOURCES, Value::Null).await.data(200);
    let path = format!("/emulator/faults?token={}", emulator.token);
    assert_eq!(emulator.request("DELETE", &path, &[], Value::Null).await.json(), json!({ "cleared": 1 }));
    emulator.get(SOURCES).await.data(200);
}

#[tokio::test]
async fn a_fault_that_is_not_understood_is_refused() {
    let emulator = Emulator::start().await;
    for (body, wrong) in [
        (json!({ "fault": { "kind": "explode" } }), "fault.kind"),
        (json!({ "fault": { "kind": "status" } }), "fault"),
        (json!({ "fault": { "kind": "delay" } }), "fault"),
        (json!({ "fault": { "kind": "redirect" } }), "fault"),
        (json!({ "fault": { "kind": "drop" }, "time": 0 }), "time"),
        (json!({ "fault": { "kind": "drop" }, "match": { "path": "/" } }), "path"),
        (json!({}), "fault"),
    ] {
        let mut body = body;
        body["token"] = emulator.token.as_str().into();
        assert_eq!(emulator.request("POST", "/emulator/faults", &[], body.clone()).await.issues(), [wrong], "{body}");
    }
    let stranger = json!({ "token": "abc", "fault": { "kind": "drop" } });
    assert_eq!(emulator.request("POST", "/emulator/faults", &[], stranger).await.issues(), ["token"]);
}
