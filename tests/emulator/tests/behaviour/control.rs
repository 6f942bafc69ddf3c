//! What the control plane tells and takes.

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, keyed, source};

#[tokio::test]
async fn effects_count_what_changed() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    emulator.call("POST", SOURCES, source(json!({}))).await.error(409, "CONFLICT");
    emulator.call("POST", SOURCES, source(json!({ "sourceId": "second" }))).await.data(201);
    let effects = emulator.known("effects").await;
    assert_eq!((&effects["createInventorySource"], &effects["deleteInventorySource"]), (&json!(2), &json!(0)));
    assert!(effects.get("listInventorySources").is_none());
}

#[tokio::test]
async fn requests_are_remembered_without_secrets() {
    let emulator = Emulator::start().await;
    let mut body = keyed("hush-hush");
    body["description"] = emulator.token.as_str().into();
    let token = format!("Bearer {}", emulator.token);
    let headers = [("authorization", token.as_str()), ("origin", "https://page.example")];
    emulator.request("POST", &format!("{SOURCES}?api_key=hush-hush&x=1"), &headers, body.clone()).await.data(201);
    let requests = emulator.known("requests").await;
    let seen = &requests[0];
    assert_eq!(
        (&seen["method"], &seen["path"], &seen["origin"]),
        (&json!("POST"), &json!(SOURCES), &json!("https://page.example"))
    );
    assert_eq!(seen["query"], json!({ "api_key": "***", "x": "1" }));
    assert_eq!(
        (&seen["contentType"], &seen["bodyBytes"]),
        (&json!("application/json"), &json!(body.to_string().len()))
    );
    assert_eq!(seen["body"]["auth"], json!({ "type": "***", "token": "***" }));
    assert_eq!((&seen["body"]["name"], &seen["body"]["authenticationType"]), (&json!("Late Show"), &json!("API_KEY")));
    assert!(seen["headers"].as_array().is_some_and(|names| names.contains(&json!("authorization"))));
    let text = requests.to_string();
    assert!(!text.contains("hush-hush") && !text.contains(&emulator.token));
}

#[tokio::test]
async fn a_reset_forgets_everything() {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "bareBodies": true })).await;
    emulator.call("POST", SOURCES, source(json!({}))).await;
    emulator.control("faults", json!({ "times": 0, "fault": { "kind": "drop" } })).await;
    emulator.control("reset", json!({})).await;
    assert_eq!(emulator.known("requests").await, json!([]));
    assert_eq!(emulator.get(SOURCES).await.data(200), json!([]));
}

#[tokio::test]
async fn slips_of_the_pen_are_refused() {
    let emulator = Emulator::start().await;
    for (command, body, wrong) in [
        ("settings", json!({ "ratelimit": 1 }), "ratelimit"),
        ("settings", json!({ "rateWindowMs": 0 }), "rateWindowMs"),
        ("plant", json!({ "what": "tree" }), "what"),
        ("plant", json!({ "what": "ad-server-source" }), "adServer"),
        ("plant", json!({ "what": "modular-source", "avail": 1 }), "avail"),
    ] {
        let mut body = body;
        body["token"] = emulator.token.as_str().into();
        let seen = emulator.request("POST", &format!("/emulator/{command}"), &[], body).await;
        assert_eq!(seen.issues(), [wrong], "{command}");
    }
    emulator.request("GET", "/emulator/effects", &[], Value::Null).await.error(400, "VALIDATION_ERROR");
    emulator.request("GET", "/emulator/nothing", &[], Value::Null).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn pages_of_other_origins_may_use_it() {
    let emulator = Emulator::start().await;
    let asked = [
        ("origin", "http://127.0.0.1:9"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let preflight = emulator.request("OPTIONS", "/emulator/faults", &asked, Value::Null).await;
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (204, Some("http://127.0.0.1:9")));
}

#[tokio::test]
async fn the_help_page_helps() {
    let emulator = Emulator::start().await;
    let page = emulator.request("GET", "/emulator", &[], Value::Null).await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    for word in ["/emulator/faults", "drop-mid-body", "unreachable.", "bareBodies"] {
        assert!(page.text().contains(word), "{word}");
    }
    assert_eq!(emulator.request("GET", "/emulator/page.css", &[], Value::Null).await.status, 200);
}
