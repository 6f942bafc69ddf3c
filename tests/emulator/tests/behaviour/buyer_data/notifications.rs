//! Notifications.

use serde_json::{Value, json};

use super::column;
use crate::client::Emulator;

const PATH: &str = "/api/v2/notifications";

async fn plant(emulator: &Emulator, fields: Value) -> String {
    let mut body = json!({ "what": "notification", "type": "campaign.unhealthy", "status": "warning" });
    for (key, value) in fields.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    emulator.control("plant", body).await["notificationId"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn they_are_listed_newest_first_and_filtered() {
    let emulator = Emulator::start().await;
    let all = emulator.get(PATH).await.data(200);
    assert_eq!((&all["totalCount"], &all["unreadCount"], &all["hasMore"]), (&json!(3), &json!(3), &json!(false)));
    let long = "x".repeat(300);
    let id = plant(&emulator, json!({ "message": long, "campaignId": "camp_1", "brandAgentId": 7 })).await;
    plant(&emulator, json!({ "type": "creative.sync_failed", "status": "error", "creativeId": "cr_1" })).await;

    let all = emulator.get(&format!("{PATH}?limit=2")).await.data(200);
    assert_eq!((column(&all["notifications"], "type").len(), &all["hasMore"]), (2, &json!(true)));
    for (query, count) in [
        ("campaignId=camp_1", 1),
        ("creativeId=cr_1", 1),
        ("brandAgentId=7", 1),
        ("status=error", 1),
        ("types=campaign.unhealthy,creative.sync_failed", 2),
        ("types=campaign.unhealthy", 1),
        ("unreadOnly=true", 5),
        ("limit=50&offset=4", 1),
        ("offset=99", 0),
    ] {
        let seen = emulator.get(&format!("{PATH}?{query}")).await.data(200);
        assert_eq!(seen["notifications"].as_array().map(Vec::len), Some(count), "{query}");
    }
    let one = emulator.get(&format!("{PATH}?campaignId=camp_1")).await.data(200)["notifications"][0].clone();
    assert_eq!((&one["id"], &one["read"], &one["acknowledged"]), (&json!(id), &json!(false), &json!(false)));
    assert_eq!(one["messagePreview"].as_str().map(str::len), Some(200));
}

#[tokio::test]
async fn they_are_read_and_acknowledged() {
    let emulator = Emulator::start().await;
    let id = plant(&emulator, json!({ "brandAgentId": 7 })).await;
    for action in ["read", "acknowledge", "read"] {
        let done = emulator.call("POST", &format!("{PATH}/{id}/{action}"), Value::Null).await.data(200);
        assert_eq!(done, json!({ "success": true, "notificationId": id }));
    }
    let one = emulator.get(&format!("{PATH}?brandAgentId=7")).await.data(200);
    assert_eq!(
        (&one["notifications"][0]["read"], &one["notifications"][0]["acknowledged"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(emulator.known("effects").await["readNotification"], 1);

    plant(&emulator, json!({ "brandAgentId": 8 })).await;
    emulator.call("POST", &format!("{PATH}/read-all"), json!({ "brandAgentId": 8 })).await.data(200);
    assert_eq!(emulator.get(PATH).await.data(200)["unreadCount"], 3);
    emulator.call("POST", &format!("{PATH}/read-all"), Value::Null).await.data(200);
    emulator.call("POST", &format!("{PATH}/read-all"), json!({})).await.data(200);
    assert_eq!(emulator.get(PATH).await.data(200)["unreadCount"], 0);
    assert_eq!(emulator.known("effects").await["readAllNotifications"], 2);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    emulator.call("POST", &format!("{PATH}/notif_x/read"), Value::Null).await.error(404, "NOT_FOUND");
    emulator.call("POST", &format!("{PATH}/notif_x/acknowledge"), Value::Null).await.error(404, "NOT_FOUND");
    for (query, wrong) in
        [("limit=101", "limit"), ("limit=0", "limit"), ("offset=-1", "offset"), ("unreadOnly=x", "unreadOnly")]
    {
        assert_eq!(emulator.get(&format!("{PATH}?{query}")).await.issues(), [wrong], "{query}");
    }
    let seen = emulator.call("POST", &format!("{PATH}/read-all"), json!({ "brandAgentId": "x" })).await;
    assert_eq!(seen.issues(), ["brandAgentId"]);
}
