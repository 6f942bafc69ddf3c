//! Agents that an operator has to authorize.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, Seen, keyed, source, until_status};

const PATH: &str = "/api/v2/storefront/inventory-sources/late-show";

async fn make(emulator: &Emulator) -> Value {
    emulator.call("POST", SOURCES, source(json!({ "authenticationType": "OAUTH" }))).await.data(201)
}

/// The path of the page that a source sends its operator to.
fn page(emulator: &Emulator, source: &Value) -> String {
    let url = source["oauth"]["authorizationUrl"].as_str().unwrap_or_default();
    url.strip_prefix(&format!("http://{}", emulator.address())).unwrap_or_default().to_owned()
}

async fn decide(emulator: &Emulator, page: &str, decision: &str) -> Seen {
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    emulator.send("POST", page, &headers, format!("decision={decision}").as_bytes(), Duration::from_secs(2)).await
}

#[tokio::test]
async fn allowing_access_activates_the_source() {
    let emulator = Emulator::start().await;
    let made = make(&emulator).await;
    assert_eq!((&made["status"], &made["authConfigured"]), (&json!("PENDING"), &json!(false)));
    assert_eq!((&made["oauth"]["agentId"], &made["oauth"]["agentName"]), (&made["agentId"], &json!("Late Show")));
    emulator.call("PUT", PATH, json!({ "status": "ACTIVE" })).await.error(400, "INVALID_STATE");
    let page = page(&emulator, &made);
    assert!(!page.contains(&emulator.token) && page.starts_with("/oauth/consent?"));

    let shown = emulator.request("GET", &page, &[], Value::Null).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, Some("text/html; charset=utf-8")));
    for part in ["<html lang=\"en\">", "<h1>", "<form method=\"post\">", "Allow</button>", "Deny</button>", "Late Show"]
    {
        assert!(shown.text().contains(part), "{part}");
    }
    assert!(!shown.text().contains("<script") && !shown.text().contains("style=") && !shown.text().contains("<style"));
    assert!(shown.header("content-security-policy").is_some());

    let done = decide(&emulator, &page, "allow").await;
    assert!(done.status == 200 && done.text().contains("You may close this window"));
    let active = until_status(&emulator, "late-show", "ACTIVE").await;
    assert_eq!((&active["authConfigured"], active.get("oauth")), (&json!(true), None));
    assert_eq!(emulator.request("GET", &page, &[], Value::Null).await.status, 404);
}

#[tokio::test]
async fn denying_access_leaves_the_source_pending_and_can_be_thought_over() {
    let emulator = Emulator::start().await;
    let made = make(&emulator).await;
    let page = page(&emulator, &made);
    assert!(decide(&emulator, &page, "deny").await.text().contains("denied"));
    let report = emulator.get(&format!("{PATH}/diagnostics")).await.data(200);
    assert_eq!(
        (&report["source"]["status"], &report["source"]["health"]["lastErrorCode"]),
        (&json!("PENDING"), &json!("OAUTH_CONSENT_DENIED"))
    );
    decide(&emulator, &page, "allow").await;
    until_status(&emulator, "late-show", "ACTIVE").await;
}

#[tokio::test]
async fn a_link_that_leads_nowhere_says_so() {
    let emulator = Emulator::start().await;
    for path in ["/oauth/consent", "/oauth/consent?state=consent_x"] {
        assert_eq!(emulator.request("GET", path, &[], Value::Null).await.status, 404);
    }
}

#[tokio::test]
async fn the_page_escapes_the_name_of_the_agent() {
    let emulator = Emulator::start().await;
    let body = source(json!({ "name": "<img src=x>", "sourceId": "x", "authenticationType": "OAUTH" }));
    let made = emulator.call("POST", SOURCES, body).await.data(201);
    let shown = emulator.request("GET", &page(&emulator, &made), &[], Value::Null).await.text();
    assert!(shown.contains("&lt;img src=x&gt;") && !shown.contains("<img"));
}

#[tokio::test]
async fn changing_to_oauth_or_its_audience_asks_anew() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, keyed("good")).await.data(201);
    until_status(&emulator, "late-show", "ACTIVE").await;
    let changed = emulator.call("PUT", PATH, json!({ "authenticationType": "OAUTH" })).await.data(200);
    assert_eq!((&changed["status"], &changed["authConfigured"]), (&json!("PENDING"), &json!(false)));
    let first = page(&emulator, &changed);
    decide(&emulator, &first, "allow").await;
    until_status(&emulator, "late-show", "ACTIVE").await;
    let audience = json!({ "oauthAudience": "https://platform.nightjar.example" });
    let second = page(&emulator, &emulator.call("PUT", PATH, audience).await.data(200));
    assert!(second != first && !second.is_empty());
}
