//! Calls from pages of other origins.

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, source};
use interchange_emulator::PROXY_TOKEN;

const ORIGIN: (&str, &str) = ("origin", "https://page.example");

#[tokio::test]
async fn a_preflight_is_answered_for_any_origin_without_a_token() {
    let emulator = Emulator::start().await;
    let headers = [
        ORIGIN,
        ("access-control-request-method", "PUT"),
        ("access-control-request-headers", "authorization,content-type,x-anything"),
    ];
    let seen = emulator.request("OPTIONS", SOURCES, &headers, Value::Null).await;
    assert_eq!((seen.status, seen.body.len()), (204, 0));
    assert_eq!(seen.header("access-control-allow-origin"), Some("https://page.example"));
    assert_eq!(seen.header("access-control-allow-headers"), Some("authorization,content-type,x-anything"));
    assert!(seen.header("access-control-allow-methods").is_some_and(|methods| methods.contains("PUT")));
    assert!(seen.header("access-control-max-age").is_some());
    assert_eq!(seen.header("access-control-allow-credentials"), None);
    assert_eq!(seen.header("vary"), Some("Origin"));
}

#[tokio::test]
async fn answers_refusals_and_faults_can_be_read_across_origins() {
    let emulator = Emulator::start().await;
    let token = format!("Bearer {}", emulator.token);
    let known = [ORIGIN, ("authorization", token.as_str())];
    emulator.control("faults", json!({ "match": { "method": "DELETE" }, "fault": { "kind": "html" } })).await;
    let answers = [
        (200, emulator.request("GET", SOURCES, &known, Value::Null).await),
        (401, emulator.request("GET", SOURCES, &[ORIGIN], Value::Null).await),
        (404, emulator.request("GET", &format!("{SOURCES}/x"), &known, Value::Null).await),
        (502, emulator.request("DELETE", &format!("{SOURCES}/x"), &known, Value::Null).await),
    ];
    for (status, seen) in answers {
        assert_eq!(seen.status, status);
        assert_eq!(seen.header("access-control-allow-origin"), Some("https://page.example"), "{status}");
        let exposed = seen.header("access-control-expose-headers").unwrap_or_default();
        for name in ["Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Request-Id"] {
            assert!(exposed.contains(name), "{status} {name}");
        }
    }
}

#[tokio::test]
async fn the_second_mount_knows_no_cors() {
    let emulator = Emulator::start().await;
    let path = format!("/no-cors{SOURCES}");
    let preflight = [ORIGIN, ("access-control-request-method", "GET")];
    let seen = emulator.request("OPTIONS", &path, &preflight, Value::Null).await;
    assert_eq!((seen.status, seen.header("access-control-allow-origin")), (401, None));
    let token = format!("Bearer {}", emulator.token);
    let seen = emulator.request("GET", &path, &[ORIGIN, ("authorization", &token)], Value::Null).await;
    seen.data(200);
    assert!(!seen.head.to_lowercase().contains("access-control"), "{}", seen.head);
}

#[tokio::test]
async fn the_proxy_brings_its_own_credential() {
    let emulator = Emulator::start().await;
    let path = format!("/proxy{SOURCES}");
    emulator.request("POST", &path, &[], source(json!({}))).await.data(201);
    let other = [("authorization", "Bearer scope3_someone_else")];
    let seen = emulator.request("GET", &path, &other, Value::Null).await.data(200);
    assert_eq!(seen.as_array().map(Vec::len), Some(1));
    let direct = emulator.call_as(PROXY_TOKEN, "GET", SOURCES, Value::Null).await.data(200);
    assert_eq!(direct, seen);
}
