//! How a source gets from PENDING to ACTIVE and DISABLED, and what diagnostics say meanwhile.

use interchange_emulator::Options;
use serde_json::{Value, json};

use crate::client::{Emulator, SOURCES, keyed, options, source, until_status};

const PATH: &str = "/api/v2/storefront/inventory-sources/late-show";

async fn diagnosis(emulator: &Emulator) -> Value {
    emulator.get(&format!("{PATH}/diagnostics")).await.data(200)
}

async fn put(emulator: &Emulator, body: Value) -> Value {
    emulator.call("PUT", PATH, body).await.data(200)
}

fn auth(token: &str) -> Value {
    json!({ "auth": { "type": "api_key", "token": token } })
}

#[tokio::test]
async fn a_good_credential_activates_after_the_delay() {
    let emulator = Emulator::with(Options { activation_delay: 150, ..options() }).await;
    let made = emulator.call("POST", SOURCES, keyed("good")).await.data(201);
    assert_eq!((&made["status"], &made["authConfigured"]), (&json!("PENDING"), &json!(true)));
    assert_eq!(emulator.get(PATH).await.data(200)["status"], "PENDING");
    let active = until_status(&emulator, "late-show", "ACTIVE").await;
    assert!(active["updatedAt"].as_str() > made["updatedAt"].as_str());
    assert_eq!(diagnosis(&emulator).await["diagnosis"]["severity"], "ok");
}

#[tokio::test]
async fn a_wrong_credential_stays_pending_until_it_is_replaced() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, keyed("the-WRONG-key")).await.data(201);
    assert_eq!(emulator.get(PATH).await.data(200)["status"], "PENDING");
    let report = diagnosis(&emulator).await;
    assert_eq!(report["source"]["health"]["lastErrorCode"], "AUTH_REJECTED");
    assert_eq!(report["diagnosis"]["severity"], "critical");
    assert_eq!(report["performance"]["errorRate"], 1.0);
    put(&emulator, auth("good")).await;
    until_status(&emulator, "late-show", "ACTIVE").await;
}

#[tokio::test]
async fn an_active_source_stays_active_with_a_wrong_credential_and_diagnostics_say_so() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, keyed("good")).await.data(201);
    until_status(&emulator, "late-show", "ACTIVE").await;
    assert_eq!(put(&emulator, auth("wrong")).await["status"], "ACTIVE");
    let report = diagnosis(&emulator).await;
    assert_eq!((&report["source"]["status"], &report["diagnosis"]["severity"]), (&json!("ACTIVE"), &json!("critical")));
    assert!(report["performance"]["failedCount"].as_u64() > Some(0));
    // Another field leaves the credential as it is.
    put(&emulator, json!({ "name": "x" })).await;
    assert_eq!(diagnosis(&emulator).await["diagnosis"]["severity"], "critical");
}

#[tokio::test]
async fn an_unreachable_agent_stays_pending_until_it_moves() {
    let emulator = Emulator::start().await;
    for (name, host) in [("One", "unreachable.nightjar.example"), ("Two", "mcp.unreachable.example.com")] {
        let body = source(json!({ "name": name, "endpointUrl": format!("https://{host}/mcp") }));
        assert_eq!(emulator.call("POST", SOURCES, body).await.data(201)["status"], "PENDING");
    }
    let path = format!("{SOURCES}/one");
    let report = emulator.get(&format!("{path}/diagnostics")).await.data(200);
    assert_eq!(report["diagnosis"]["issues"][0]["mode"], "timeout_degraded");
    assert!(report["performance"]["timeoutCount"].as_u64() > Some(0));
    emulator.call("PUT", &path, json!({ "status": "ACTIVE" })).await.error(400, "INVALID_STATE");
    emulator.call("PUT", &path, json!({ "endpointUrl": "https://agent.nightjar.example/mcp" })).await.data(200);
    until_status(&emulator, "one", "ACTIVE").await;
}

#[tokio::test]
async fn the_operator_moves_a_source_along() {
    let emulator = Emulator::with(Options { activation_delay: 60_000, ..options() }).await;
    emulator.call("POST", SOURCES, keyed("good")).await.data(201);
    for status in ["ACTIVE", "DISABLED", "ACTIVE", "ACTIVE", "DISABLED"] {
        assert_eq!(put(&emulator, json!({ "status": status })).await["status"], status);
    }
    assert_eq!(emulator.call("PUT", PATH, json!({ "status": "PENDING" })).await.issues(), ["status"]);
    assert_eq!(diagnosis(&emulator).await["diagnosis"]["issues"][0]["mode"], "disabled_retired");
}

#[tokio::test]
async fn a_pending_source_can_be_disabled_and_does_not_wake_up() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, keyed("wrong")).await.data(201);
    emulator.call("PUT", PATH, json!({ "status": "ACTIVE" })).await.error(400, "INVALID_STATE");
    assert_eq!(put(&emulator, json!({ "status": "DISABLED" })).await["status"], "DISABLED");
    put(&emulator, auth("good")).await;
    assert_eq!(emulator.get(PATH).await.data(200)["status"], "DISABLED");
}

#[tokio::test]
async fn another_way_of_authentication_needs_another_credential() {
    let emulator = Emulator::start().await;
    emulator.call("POST", SOURCES, keyed("wrong")).await.data(201);
    let basic =
        json!({ "authenticationType": "BASIC_AUTH", "auth": { "type": "basic", "username": "u", "password": "p" } });
    assert_eq!(put(&emulator, basic).await["authenticationType"], "BASIC_AUTH");
    until_status(&emulator, "late-show", "ACTIVE").await;
    let none = put(&emulator, json!({ "authenticationType": "NO_AUTH" })).await;
    assert_eq!((&none["status"], &none["authConfigured"]), (&json!("ACTIVE"), &json!(false)));
}
