//! The request allowance.

use std::time::Duration;

use interchange_emulator::Options;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::client::{Emulator, SOURCES, options, source};

#[tokio::test]
async fn the_allowance_is_counted_down_and_refuses_when_it_is_used_up() {
    let emulator = Emulator::with(Options { rate_limit: 2, ..options() }).await;
    for remaining in ["1", "0"] {
        let seen = emulator.get(SOURCES).await;
        assert_eq!(seen.header("ratelimit-limit"), Some("2"));
        assert_eq!(seen.header("ratelimit-remaining"), Some(remaining));
        let reset: u32 = seen.header("ratelimit-reset").and_then(|reset| reset.parse().ok()).unwrap_or_default();
        assert!((59..=60).contains(&reset), "{reset}");
    }
    let refused = emulator.call("POST", SOURCES, source(json!({}))).await;
    refused.error(429, "RATE_LIMITED");
    assert_eq!(refused.header("retry-after"), refused.header("ratelimit-reset"));
    assert_eq!(emulator.known("effects").await["createInventorySource"], 0);
    // Another token is not affected.
    emulator.call_as("scope3_other_x", "GET", SOURCES, Value::Null).await.data(200);
}

#[tokio::test]
async fn a_new_window_opens_when_the_old_one_ends() {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "rateLimit": 1, "rateWindowMs": 150 })).await;
    emulator.get(SOURCES).await.data(200);
    emulator.get(SOURCES).await.error(429, "RATE_LIMITED");
    sleep(Duration::from_millis(200)).await;
    emulator.get(SOURCES).await.data(200);
}

#[tokio::test]
async fn without_a_limit_there_are_no_headers() {
    let emulator = Emulator::with(Options { rate_limit: 0, ..options() }).await;
    for _ in 0..150 {
        let seen = emulator.get(SOURCES).await;
        assert_eq!((seen.status, seen.header("ratelimit-limit")), (200, None));
    }
}

#[tokio::test]
async fn strangers_and_faults_are_told_the_limit_too() {
    let emulator = Emulator::start().await;
    let stranger = emulator.request("GET", SOURCES, &[], Value::Null).await;
    assert_eq!(stranger.header("ratelimit-limit"), Some("100"));
    emulator.fault(json!({ "kind": "status", "status": 500 })).await;
    assert_eq!(emulator.get(SOURCES).await.header("ratelimit-remaining"), Some("99"));
}
