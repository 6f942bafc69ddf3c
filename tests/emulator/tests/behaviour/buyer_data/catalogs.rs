//! Catalogs.

use serde_json::{Value, json};

use super::{NOBODY, advertiser, column, id_of};
use crate::client::{Emulator, Seen};

fn catalog(id: &str, items: Value) -> Value {
    json!({ "catalog_id": id, "type": "product", "name": "Goods", "items": items })
}

async fn sync(emulator: &Emulator, catalogs: Value, more: Value) -> Seen {
    let at = advertiser(emulator).await;
    let mut body = json!({ "account": { "account_id": id_of(&at) }, "catalogs": catalogs });
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    emulator.call("POST", &format!("{at}/catalogs/sync"), body).await
}

#[tokio::test]
async fn a_sync_creates_updates_and_deletes() {
    let emulator = Emulator::start().await;
    let at = advertiser(&emulator).await;
    let one = catalog("one", json!([{ "item_id": "sku-1", "title": "Widget" }]));
    let feed = json!({ "catalog_id": "feed", "type": "hotel", "url": "https://goods.example/feed.xml", "feed_format": "custom" });
    let action = |seen: &Seen| column(&seen.data(200)["results"], "action").into_iter().cloned().collect::<Value>();
    assert_eq!(action(&sync(&emulator, json!([one, feed]), json!({})).await), json!(["created", "created"]));
    let other = catalog("one", json!([{ "item_id": "sku-1" }, { "item_id": "sku-2" }]));
    let seen = sync(&emulator, json!([other, feed]), json!({})).await;
    assert_eq!(action(&seen), json!(["updated", "unchanged"]));
    assert_eq!(seen.data(200)["results"][0]["catalog_version_number"], 2);

    let seen = emulator.get(&format!("{at}/catalogs?take=1")).await;
    assert_eq!(seen.json()["meta"]["pagination"], json!({ "skip": 0, "take": 1, "total": 2, "hasMore": true }));
    let listed = seen.data(200);
    assert_eq!(
        (&listed["account"]["account_id"], &listed["catalogs"][0]["itemCount"]),
        (&json!(id_of(&at)), &json!(2))
    );
    let hotels = emulator.get(&format!("{at}/catalogs?type=hotel")).await.data(200);
    assert_eq!(hotels["catalogs"][0]["url"], "https://goods.example/feed.xml");

    let dry = sync(&emulator, json!([one]), json!({ "delete_missing": true, "dry_run": true })).await;
    assert_eq!((action(&dry), &dry.data(200)["dry_run"]), (json!(["updated", "deleted"]), &json!(true)));
    assert_eq!(emulator.get(&format!("{at}/catalogs")).await.data(200)["total"], 2);
    let chosen = sync(&emulator, json!([one, feed]), json!({ "catalog_ids": ["feed"] })).await;
    assert_eq!(action(&chosen), json!(["unchanged"]));
    sync(&emulator, json!([one]), json!({ "delete_missing": true })).await.data(200);
    assert_eq!(emulator.get(&format!("{at}/catalogs")).await.data(200)["total"], 1);
    assert_eq!(emulator.known("effects").await["syncCatalogs"], 3);
}

#[tokio::test]
async fn items_without_an_id_fail_the_catalog_or_are_left_out() {
    let emulator = Emulator::start().await;
    let mixed = json!([catalog("one", json!([{ "title": "nameless" }, { "hotel_id": 5 }]))]);
    let strict = sync(&emulator, mixed.clone(), json!({})).await.data(200);
    assert_eq!(
        (&strict["results"][0]["action"], &strict["results"][0]["item_issues"][0]["field"]),
        (&json!("failed"), &json!("items.0"))
    );
    let lenient = sync(&emulator, mixed, json!({ "validation_mode": "lenient" })).await.data(200);
    assert_eq!(
        (&lenient["results"][0]["action"], &lenient["results"][0]["item_count"]),
        (&json!("created"), &json!(1))
    );
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    let good = catalog("one", json!([]));
    for (catalogs, more, wrong) in [
        (json!([]), json!({}), "catalogs"),
        (json!(vec![good.clone(); 51]), json!({}), "catalogs"),
        (json!([{ "catalog_id": "x", "type": "product" }]), json!({}), "catalogs.0.url"),
        (
            json!([{ "catalog_id": "x", "type": "product", "items": [], "url": "https://a.example" }]),
            json!({}),
            "catalogs.0.url",
        ),
        (json!([{ "catalog_id": "x", "type": "tree", "items": [] }]), json!({}), "catalogs.0.type"),
        (json!([good]), json!({ "account": {} }), "account.account_id"),
        (json!([good]), json!({ "account": { "account_id": "9" } }), "account.account_id"),
        (json!([good]), json!({ "validation_mode": "loose" }), "validation_mode"),
    ] {
        assert_eq!(sync(&emulator, catalogs, more).await.issues(), [wrong]);
    }
    let at = advertiser(&emulator).await;
    assert_eq!(emulator.get(&format!("{at}/catalogs?take=251")).await.issues(), ["take"]);
    emulator.get(&format!("{NOBODY}/catalogs")).await.error(404, "NOT_FOUND");
    emulator.call("POST", &format!("{NOBODY}/catalogs/sync"), json!({})).await.error(404, "NOT_FOUND");
}
