//! What a request and an answer look like, whatever the operation.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, source, storefront};

#[tokio::test]
async fn every_response_has_a_request_id_of_its_own() {
    let emulator = Emulator::start().await;
    let (one, other) = (emulator.get(SOURCES).await, emulator.get("/nothing-here").await);
    let ids = [one, other].map(|seen| seen.header("x-request-id").map(str::to_owned));
    assert!(ids.iter().all(Option::is_some) && ids[0] != ids[1], "{ids:?}");
}

#[tokio::test]
async fn every_connection_serves_one_request() {
    let emulator = Emulator::start().await;
    let seen = emulator.get(SOURCES).await;
    assert!(seen.closed);
    assert_eq!(seen.header("connection"), Some("close"));
}

#[tokio::test]
async fn all_mistakes_of_a_body_are_reported_at_once() {
    let emulator = Emulator::start().await;
    let body = json!({
        "name": "",
        "sourceId": 7,
        "type": "sales",
        "endpointUrl": "agent.nightjar.example",
        "authenticationType": "JWT",
        "auth": { "type": "jwt", "privateKey": "", "issuer": "i", "subject": "s", "keyId": "k", "scope": "x", "tokenEndpointUrl": "x", "audienceUrl": "https://a.example" },
        "connectionContract": { "id": "A", "version": 0, "authenticationMethod": "jwt" },
        "somethingNew": true,
    });
    let seen = emulator.call("POST", SOURCES, body).await;
    let expected = [
        "name",
        "sourceId",
        "type",
        "endpointUrl",
        "protocol",
        "connectionContract.id",
        "connectionContract.version",
        "auth.privateKey",
        "auth.tokenEndpointUrl",
    ];
    assert_eq!(seen.issues(), expected);
    let error = seen.error(400, "VALIDATION_ERROR");
    assert_eq!(error["field"], "name");
    assert_eq!(
        error["details"]["issues"][0],
        json!({ "path": ["name"], "message": error["message"], "code": "too_small" })
    );
    assert_eq!(emulator.get(SOURCES).await.data(200), json!([]));
}

#[tokio::test]
async fn a_body_that_is_no_json_object_is_refused() {
    let emulator = Emulator::start().await;
    let headers = |kind| [("authorization", "Bearer scope3_a_b"), ("content-type", kind)];
    let patience = Duration::from_secs(2);
    let bad: [(&str, &[u8], &str); 6] = [
        ("application/json", b"{\"name\": \"x\"", "BAD_REQUEST"),
        ("application/json", b"\xff\xfe", "BAD_REQUEST"),
        ("application/json", b"[]", "VALIDATION_ERROR"),
        ("application/json", b"null", "VALIDATION_ERROR"),
        ("application/json", b"", "VALIDATION_ERROR"),
        ("text/plain", b"{}", "BAD_REQUEST"),
    ];
    for (kind, body, code) in bad {
        emulator.send("POST", SOURCES, &headers(kind), body, patience).await.error(400, code);
    }
    let nested = [b"[".repeat(100_000), b"]".repeat(100_000)].concat();
    emulator.send("POST", SOURCES, &headers("application/json"), &nested, patience).await.error(400, "BAD_REQUEST");
    let charset = headers("Application/JSON; charset=utf-8");
    emulator.send("POST", SOURCES, &charset, source(json!({})).to_string().as_bytes(), patience).await.data(201);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let emulator = Emulator::start().await;
    let headers =
        [("authorization", "Bearer scope3_a_b"), ("content-type", "application/json"), ("expect", "100-continue")];
    let seen = emulator.send("POST", SOURCES, &headers, &vec![b' '; 13 * 1024 * 1024], Duration::from_secs(5)).await;
    // The connection may close before everything is sent; then there is nothing to read.
    assert!(matches!(seen.status, 0 | 100 | 413), "{}", seen.head);
    emulator.get(SOURCES).await.data(200);
}

#[tokio::test]
async fn unknown_paths_and_methods_are_not_found() {
    let emulator = Emulator::start().await;
    for (method, path) in [
        ("GET", "/api/v2/storefront/nothing"),
        ("PATCH", SOURCES),
        ("GET", "/api/v1/storefront"),
        ("GET", "/api/v2/storefront/inventory-sources/%ff"),
        ("GET", "/api/v2/storefront/"),
    ] {
        emulator.call(method, path, Value::Null).await.error(404, "NOT_FOUND");
    }
}

#[tokio::test]
async fn ids_in_paths_are_decoded() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, source(json!({ "sourceId": "a/b c" }))).await.data(201);
    let found = emulator.get(&format!("{SOURCES}/a%2Fb%20c")).await.data(200);
    assert_eq!(found["sourceId"], "a/b c");
}

#[tokio::test]
async fn query_parameters_are_checked() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    for (query, good) in [
        ("?windowHours=720", true),
        ("?windowHours=721", false),
        ("?windowHours=0", false),
        ("?windowHours=x", false),
        ("", true),
    ] {
        let seen = emulator.get(&format!("{SOURCES}/late-show/diagnostics{query}")).await;
        if good { drop(seen.data(200)) } else { assert_eq!(seen.issues(), ["windowHours"], "{query}") }
    }
}

#[tokio::test]
async fn a_tenant_can_have_bare_bodies() {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "bareBodies": true })).await;
    emulator.control("plant", json!({ "what": "modular-source" })).await;
    let source = emulator.call("POST", SOURCES, source(json!({}))).await;
    assert_eq!((source.status, source.json()["sourceId"].clone()), (201, json!("late-show")));
    // The OpenAPI describes this one inside `data`.
    let path = format!("{SOURCES}/modular/modular/modules/trafficking/credentials/API_KEY");
    let credential = emulator.call("POST", &path, json!({ "auth": { "key": "k" } })).await.json();
    assert_eq!(credential["data"]["status"], "ACTIVE");
    assert!(credential.get("error").is_none());
    emulator.get(&storefront("")).await.error(404, "NOT_FOUND");
}
