//! Audiences.

use serde_json::{Value, json};

use super::{NOBODY, advertiser, column, hash, large_call};
use crate::client::{Emulator, Seen};

fn members(count: usize) -> Value {
    (0..count).map(|index| json!({ "externalId": format!("user-{index}"), "hashedEmail": hash('a') })).collect()
}

async fn sync(emulator: &Emulator, body: Value) -> Seen {
    let at = advertiser(emulator).await;
    large_call(emulator, &format!("{at}/audiences/sync"), body).await
}

async fn audience(emulator: &Emulator, id: &str) -> Value {
    let at = advertiser(emulator).await;
    emulator.get(&format!("{at}/audiences/{id}")).await.data(200)
}

#[tokio::test]
async fn a_sync_goes_on_in_the_background() {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "activationDelayMs": 300 })).await;
    let body =
        json!({ "audiences": [{ "audienceId": "crm", "name": "CRM", "add": members(10), "consentBasis": "consent" }] });
    let begun = sync(&emulator, body).await.data(202);
    assert_eq!((&begun["success"], &begun["taskId"]), (&json!(true), &begun["operationId"]));
    let seen = audience(&emulator, "crm").await;
    assert_eq!(
        (&seen["status"], &seen["matchedCount"], &seen["consentBasis"]),
        (&json!("PROCESSING"), &Value::Null, &json!("consent"))
    );
    let path = format!("/api/v2/buyer/tasks/{}", begun["taskId"].as_str().unwrap_or_default());
    assert_eq!(emulator.get(&path).await.data(200)["task"]["status"], "submitted");
    tokio::time::sleep(std::time::Duration::from_millis(350)).await;
    let seen = audience(&emulator, "crm").await;
    assert_eq!(
        (&seen["status"], &seen["uploadedCount"], &seen["matchedCount"]),
        (&json!("READY"), &json!(10), &json!(8))
    );
    let task = emulator.get(&path).await.data(200)["task"].clone();
    assert_eq!((&task["status"], &task["response"]["member_count"]), (&json!("completed"), &json!(10)));
    let told = emulator.get("/api/v2/notifications?types=audience.synced").await.data(200);
    assert_eq!(told["totalCount"], 1);
}

#[tokio::test]
async fn members_are_added_once_and_removed() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    for _ in 0..2 {
        sync(&emulator, json!({ "audiences": [{ "audienceId": "crm", "add": members(3) }] })).await.data(202);
    }
    assert_eq!(audience(&emulator, "crm").await["uploadedCount"], 3);
    let remove = json!([{ "externalId": "user-0" }, { "externalId": "user-1" }]);
    sync(&emulator, json!({ "audiences": [{ "audienceId": "crm", "remove": remove }] })).await.data(202);
    let small = audience(&emulator, "crm").await;
    assert_eq!((&small["status"], &small["uploadedCount"]), (&json!("TOO_SMALL"), &json!(1)));

    let other = json!({ "audiences": [{ "audienceId": "wrong", "add": members(3) }], "deleteMissing": true });
    let begun = sync(&emulator, other).await.data(202);
    let listed = emulator.get(&format!("{at}/audiences?take=250")).await.data(200);
    assert_eq!(column(&listed["audiences"], "deleted"), [true, false]);
    assert_eq!(column(&listed["audiences"], "status")[1], "ERROR");
    assert!(listed["audiences"][0].get("consentBasis").is_none());
    assert_eq!((&listed["total"], &listed["take"], &listed["skip"]), (&json!(2), &json!(250), &json!(0)));
    let path = format!("/api/v2/buyer/tasks/{}", begun["taskId"].as_str().unwrap_or_default());
    assert_eq!(emulator.get(&path).await.data(200)["task"]["error"]["recovery"], "correctable");
    sync(&emulator, json!({ "audiences": [{ "audienceId": "wrong", "delete": true }] })).await.data(202);
    assert_eq!(audience(&emulator, "wrong").await["deleted"], true);
}

#[tokio::test]
async fn the_limits_hold() {
    let emulator = Emulator::start().await;
    let plain = |count: usize| -> Value {
        (0..count)
            .map(|index| json!({ "externalId": index.to_string(), "uids": [{ "type": "t", "value": "v" }] }))
            .collect()
    };
    let most = json!({ "audiences": [{ "audienceId": "crm", "add": plain(100_000) }] });
    sync(&emulator, most).await.data(202);
    let more = json!({ "audiences": [{ "audienceId": "crm", "add": plain(100_001) }] });
    assert_eq!(sync(&emulator, more).await.issues(), ["audiences.0.add"]);
    let together = json!({ "audiences": [
        { "audienceId": "crm", "add": plain(60_000) },
        { "audienceId": "two", "remove": plain(40_001) },
    ] });
    let refused = sync(&emulator, together).await;
    assert_eq!(refused.issues(), ["audiences"]);
    assert_eq!(refused.json()["error"]["details"]["members"], 100_001);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let with = |member: Value| json!({ "audiences": [{ "audienceId": "crm", "add": [member] }] });
    for (body, wrong) in [
        (json!({}), "audiences"),
        (json!({ "audiences": [] }), "audiences"),
        (json!({ "audiences": [{}] }), "audiences.0.audienceId"),
        (json!({ "audiences": [{ "audienceId": "x", "consentBasis": "maybe" }] }), "audiences.0.consentBasis"),
        (with(json!({ "hashedEmail": hash('a') })), "audiences.0.add.0.externalId"),
        (with(json!({ "externalId": "u" })), "audiences.0.add.0"),
        (with(json!({ "externalId": "u", "hashedEmail": hash('A') })), "audiences.0.add.0.hashedEmail"),
        (with(json!({ "externalId": "u", "uids": [] })), "audiences.0.add.0.uids"),
        (
            json!({ "audiences": [{ "audienceId": "x" }], "pushNotificationConfig": { "url": "https://a.example", "token": "short" } }),
            "pushNotificationConfig.token",
        ),
    ] {
        assert_eq!(sync(&emulator, body).await.issues(), [wrong]);
    }
    let at = advertiser(&emulator).await;
    emulator.get(&format!("{at}/audiences/none")).await.error(404, "NOT_FOUND");
    assert_eq!(emulator.get(&format!("{at}/audiences?take=251")).await.issues(), ["take"]);
    emulator.get(&format!("{NOBODY}/audiences")).await.error(404, "NOT_FOUND");
}
