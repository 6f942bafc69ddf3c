//! The customers for whom the caller may act.

use crate::client::Emulator;

#[tokio::test]
async fn the_caller_acts_for_one_of_its_customers() {
    let emulator = Emulator::start().await;
    let current = emulator.get("/api/v2/accounts/current").await.data(200);
    let accounts = emulator.get("/api/v2/accounts").await.data(200);
    assert!(current["id"].is_i64() && current["role"] == "ADMIN" && current["company"] == current["name"]);
    assert_eq!(accounts["accounts"][0]["id"], current["id"]);
    assert_eq!(accounts["accounts"].as_array().map(Vec::len), Some(2));
    emulator.get("/api/v2/accounts/other").await.error(404, "NOT_FOUND");
}
