//! Test cohorts.

use serde_json::json;

use super::{NOBODY, advertiser, column};
use crate::client::Emulator;

#[tokio::test]
async fn both_forms_of_a_cohort_are_taken() {
    let emulator = Emulator::start().await;
    let path = format!("{}/test-cohorts", advertiser(&emulator).await);
    let old = json!({ "name": "Q1", "description": "Old creatives", "splitPercentage": 50 });
    let made = emulator.call("POST", &path, old).await.data(201)["cohort"].clone();
    assert_eq!(
        (&made["splitPercentage"], &made["role"], &made["isActive"]),
        (&json!(50), &json!("TREATMENT"), &json!(true))
    );
    let new = json!({ "name": "Q2", "cohortType": "geo", "role": "CONTROL", "definition": { "type": "geo", "geos": ["US"] }, "estimatedSize": 5 });
    let made = emulator.call("POST", &path, new).await.data(201)["cohort"].clone();
    assert_eq!((&made["definition"]["geos"], &made["estimatedSize"]), (&json!(["US"]), &json!(5)));
    let all = emulator.get(&path).await.data(200);
    assert_eq!((column(&all["cohorts"], "name"), &all["total"]), (vec![&json!("Q1"), &json!("Q2")], &json!(2)));
    assert!(all["cohorts"][1].get("definition").is_none());
    let control = emulator.get(&format!("{path}?role=CONTROL&isActive=true")).await;
    assert_eq!(
        (control.json()["meta"]["pagination"]["total"] == 1, column(&control.data(200)["cohorts"], "name")),
        (true, vec![&json!("Q2")])
    );
    assert_eq!(emulator.get(&format!("{path}?isActive=false")).await.data(200)["total"], 0);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let path = format!("{}/test-cohorts", advertiser(&emulator).await);
    for (body, wrong) in [
        (json!({}), "name"),
        (json!({ "name": "x", "role": "GUEST" }), "role"),
        (json!({ "name": "x", "definition": {} }), "definition.type"),
        (json!({ "name": "x", "description": "x".repeat(1001) }), "description"),
    ] {
        assert_eq!(emulator.call("POST", &path, body).await.issues(), [wrong]);
    }
    emulator.get(&format!("{NOBODY}/test-cohorts")).await.error(404, "NOT_FOUND");
}
