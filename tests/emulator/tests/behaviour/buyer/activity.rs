//! The activity feed, a page by `take` and `skip` with `meta`.

use serde_json::json;

use super::{at, launched, quick, staged};

#[tokio::test]
async fn the_newest_comes_first_and_meta_says_the_rest() {
    let emulator = quick().await;
    let path = launched(&emulator, &["product_nightjar_1"]).await;
    staged(&emulator, &["product_nightjar_1"]).await;
    let list = async |query: &str| emulator.get(&at(&format!("/audit-logs?{query}"))).await;
    let page = list("take=2&skip=1").await.json();
    assert_eq!(page["meta"]["pagination"], json!({ "skip": 1, "take": 2, "total": 6, "hasMore": true }));
    assert_eq!((&page["data"]["total"], &page["data"]["logs"][0]["id"]), (&json!(6), &json!(5)));
    assert!(page["error"].is_null() && page["data"]["logs"][0]["advertiserId"].is_i64());
    let campaign = path.rsplit('/').next().unwrap_or_default();
    for (query, total) in [
        (format!("campaignId={campaign}"), 3),
        ("resourceTypes=CAMPAIGN&resourceTypes=ADVERTISER".to_owned(), 5),
        ("resourceTypes=MEDIA_BUY,CREATIVE".to_owned(), 1),
        ("startDate=2020-01-01T00:00:00Z&endDate=2020-02-01".to_owned(), 0),
        ("startDate=2020-01-01".to_owned(), 6),
        ("advertiserId=1".to_owned(), 0),
    ] {
        assert_eq!(list(&query).await.data(200)["total"], total, "{query}");
    }
    assert_eq!(list("take=501").await.issues(), ["take"]);
    assert_eq!(list("resourceTypes=TEAPOT&startDate=now").await.issues(), ["resourceTypes", "startDate"]);
    emulator.control("settings", json!({ "bareBodies": true })).await;
    assert!(list("").await.json()["meta"]["pagination"].is_object());
}
