//! Tasks, polled until they end.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::{at, quick, text};

#[tokio::test]
async fn a_task_goes_through_its_statuses() {
    let emulator = quick().await;
    let id = text(&emulator.control("plant", json!({ "what": "task", "durationMs": 600 })).await["taskId"]);
    let task = async || emulator.get(&at(&format!("/tasks/{id}"))).await.data(200)["task"].clone();
    let begun = task().await;
    assert_eq!(
        (&begun["status"], &begun["retryAfterSeconds"], &begun["response"]),
        (&json!("submitted"), &json!(1), &Value::Null)
    );
    sleep(Duration::from_millis(350)).await;
    assert_eq!(task().await["status"], "working");
    sleep(Duration::from_millis(350)).await;
    let done = task().await;
    assert_eq!(
        (&done["status"], &done["retryAfterSeconds"], &done["error"]),
        (&json!("completed"), &Value::Null, &Value::Null)
    );
    assert!(done["response"].is_object());
}

#[tokio::test]
async fn a_failed_task_says_why() {
    let emulator = quick().await;
    let id =
        text(&emulator.control("plant", json!({ "what": "task", "durationMs": 0, "fails": true })).await["taskId"]);
    let task = emulator.get(&at(&format!("/tasks/{id}"))).await.data(200)["task"].clone();
    assert_eq!((&task["status"], &task["error"]["recovery"]), (&json!("failed"), &json!("correctable")));
    assert_eq!(emulator.get(&at("/tasks/1")).await.issues(), ["taskId"]);
    emulator.get(&at("/tasks/550e8400-e29b-41d4-a716-446655440000")).await.error(404, "NOT_FOUND");
}
