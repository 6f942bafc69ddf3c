//! Making, changing and removing inventory sources.

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, keyed, source};

#[tokio::test]
async fn a_source_is_shown_as_it_was_made() {
    let emulator = Emulator::start().await;
    let body = source(json!({ "name": "Späte Show!", "description": "Nach Mitternacht" }));
    let made = emulator.call("POST", SOURCES, body).await.data(201);
    assert_eq!(made["sourceId"], "sp-te-show");
    assert!(made["id"].as_str().is_some_and(|id| id.parse::<u64>().is_ok_and(|id| id > u64::from(u32::MAX))));
    for (key, value) in [
        ("executionType", "AGENT"),
        ("type", "SALES"),
        ("protocol", "MCP"),
        ("description", "Nach Mitternacht"),
        ("status", "ACTIVE"),
    ] {
        assert_eq!(made[key], value, "{key}");
    }
    assert_eq!((&made["authConfigured"], &made["linkedStorefront"]), (&json!(false), &Value::Null));
    assert!(made.get("oauth").is_none() && made.get("auth").is_none());
    assert_eq!(emulator.get(&format!("{SOURCES}/sp-te-show")).await.data(200), made);
    assert_eq!(emulator.get(SOURCES).await.data(200), json!([made]));
    emulator.get(&format!("{SOURCES}/other")).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_name_without_letters_still_gives_an_id() {
    let emulator = Emulator::start().await;
    let made = emulator.call("POST", SOURCES, source(json!({ "name": "夜更かし" }))).await.data(201);
    assert!(made["sourceId"].as_str().is_some_and(|id| id.starts_with("source-")));
}

#[tokio::test]
async fn two_sources_cannot_share_an_id() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    emulator.call("POST", SOURCES, source(json!({}))).await.error(409, "CONFLICT");
    emulator
        .call("POST", SOURCES, source(json!({ "name": "x", "sourceId": "late-show" })))
        .await
        .error(409, "CONFLICT");
    assert_eq!(emulator.known("effects").await["createInventorySource"], 1);
}

#[tokio::test]
async fn authentication_and_credential_must_go_together() {
    let emulator = Emulator::start().await;
    let bearer = json!({ "type": "bearer", "token": "t" });
    let basic = json!({ "type": "basic", "username": "u", "password": "" });
    let jwt = json!({ "type": "jwt", "privateKey": "k", "issuer": "i", "subject": "s", "keyId": "k", "scope": "s", "tokenEndpointUrl": "https://t.example", "audienceUrl": "https://t.example", "algorithm": "ES256" });
    for (authentication, auth, wrong) in [
        ("API_KEY", None, "auth"),
        ("BASIC_AUTH", None, "auth"),
        ("JWT", None, "auth"),
        ("OAUTH", Some(json!({})), "auth"),
        ("NO_AUTH", Some(json!({})), "auth"),
        ("API_KEY", Some(basic.clone()), "auth.type"),
        ("BASIC_AUTH", Some(bearer.clone()), "auth.type"),
        ("API_KEY", Some(json!({ "type": "bearer", "token": "" })), "auth.token"),
        ("API_KEY", Some(json!("t")), "auth"),
        (
            "JWT",
            Some({
                let mut jwt = jwt.clone();
                jwt["algorithm"] = "HS256".into();
                jwt
            }),
            "auth.algorithm",
        ),
        ("API_KEY", Some(bearer), ""),
        ("BASIC_AUTH", Some(basic), ""),
        ("JWT", Some(jwt), ""),
        ("OAUTH", None, ""),
        ("NO_AUTH", None, ""),
    ] {
        let mut body =
            source(json!({ "name": format!("{authentication} source"), "authenticationType": authentication }));
        if let Some(auth) = auth {
            body["auth"] = auth;
        }
        let seen = emulator.call("POST", SOURCES, body.clone()).await;
        if wrong.is_empty() {
            drop(seen.data(201))
        } else {
            assert_eq!(seen.issues().first().map(String::as_str), Some(wrong), "{body}")
        }
    }
}

#[tokio::test]
async fn an_unregistered_agent_is_refused() {
    let emulator = Emulator::start().await;
    let elsewhere = json!({ "endpointUrl": "https://unregistered.nightjar.example/mcp" });
    let refused = emulator.call("POST", SOURCES, source(elsewhere.clone())).await;
    assert_eq!(refused.issues(), ["endpointUrl"]);
    assert!(refused.text().contains("not registered with AAO"));
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    assert_eq!(emulator.call("PUT", &format!("{SOURCES}/late-show"), elsewhere).await.issues(), ["endpointUrl"]);
}

#[tokio::test]
async fn an_update_is_checked() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, source(json!({}))).await.data(201);
    let path = format!("{SOURCES}/late-show");
    for (body, wrong) in [
        (json!({}), ""),
        (json!({ "sourceId": "other", "colour": "red" }), ""),
        (json!({ "type": "SIGNAL" }), "type"),
        (json!({ "name": "" }), "name"),
        (json!({ "status": "PENDING" }), "status"),
        (json!({ "status": "active" }), "status"),
        (json!({ "auth": { "type": "bearer", "token": "t" } }), "auth"),
        (json!({ "authenticationType": "API_KEY" }), "auth"),
        (json!({ "description": null }), "description"),
    ] {
        assert_eq!(emulator.call("PUT", &path, body.clone()).await.issues(), [wrong], "{body}");
    }
    emulator.call("PUT", &format!("{SOURCES}/other"), json!({ "name": "x" })).await.error(404, "NOT_FOUND");
    let updated = emulator.call("PUT", &path, json!({ "name": "Later Show", "colour": "red" })).await.data(200);
    assert_eq!((&updated["name"], &updated["sourceId"]), (&json!("Later Show"), &json!("late-show")));
    assert!(updated.get("colour").is_none());
}

#[tokio::test]
async fn only_agents_are_updated_by_the_generic_operation() {
    let emulator = Emulator::start().await;
    emulator.control("plant", json!({ "what": "modular-source" })).await;
    assert_eq!(
        emulator.call("PUT", &format!("{SOURCES}/modular"), json!({ "name": "x" })).await.issues(),
        ["executionType"]
    );
}

#[tokio::test]
async fn a_source_with_live_media_buys_stays() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, keyed("good")).await.data(201);
    let path = format!("{SOURCES}/late-show");
    let plant = |status: &str| json!({ "what": "media-buy", "sourceId": "late-show", "status": status });
    for status in ["ACTIVE", "PAUSED", "PENDING_APPROVAL", "INPUT_REQUIRED"] {
        emulator.control("plant", plant(status)).await;
        emulator.call("DELETE", &path, Value::Null).await.error(400, "VALIDATION_ERROR");
    }
    emulator.control("plant", plant("COMPLETED")).await;
    let gone = emulator.call("DELETE", &path, Value::Null).await;
    assert_eq!((gone.status, gone.body.len()), (204, 0));
    emulator.get(&path).await.error(404, "NOT_FOUND");
    emulator.call("DELETE", &path, Value::Null).await.error(404, "NOT_FOUND");
    assert_eq!(emulator.known("effects").await["deleteInventorySource"], 1);
}
