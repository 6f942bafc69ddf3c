//! Reservations, and the work that comes of them.

use serde_json::{Value, json};

use crate::client::Emulator;

const MODULAR: &str = "/api/v2/storefront/inventory-sources/modular/modular";

/// A source with one avail of 100,000 impressions.
async fn planted() -> Emulator {
    let emulator = Emulator::start().await;
    emulator.control("plant", json!({ "what": "modular-source", "avails": 1 })).await;
    emulator
}

fn at(rest: &str) -> String {
    format!("{MODULAR}/{rest}")
}

fn booking(package: &str) -> Value {
    json!({ "availId": "avail-1", "mediaBuyId": "mb-1", "packageId": package, "buyerCustomerId": 7 })
}

fn reservation(package: &str, impressions: u64) -> Value {
    let mut body = booking(package);
    body["requestedImpressions"] = impressions.into();
    body
}

async fn product(emulator: &Emulator) -> (Value, Value, Value) {
    let product = emulator.get(&at("products")).await.data(200)["products"][0].clone();
    (product["heldImpressions"].clone(), product["bookedImpressions"].clone(), product["availableImpressions"].clone())
}

#[tokio::test]
async fn capacity_is_never_overbooked() {
    let emulator = planted().await;
    let held = emulator.call("POST", &at("reservations"), reservation("p1", 60_000)).await.data(200);
    assert_eq!((&held["status"], &held["packageId"]), (&json!("HELD"), &json!("p1")));
    emulator.call("POST", &at("reservations"), reservation("p2", 40_001)).await.error(409, "CONFLICT");
    emulator.call("POST", &at("reservations"), reservation("p1", 1)).await.error(409, "CONFLICT");
    emulator.call("POST", &at("reservations"), reservation("p2", 40_000)).await.data(200);
    assert_eq!(product(&emulator).await, (json!(100_000), json!(0), json!(0)));
    let released = emulator.call("POST", &at("bookings/release"), booking("p1")).await.data(200);
    assert_eq!(released["status"], "RELEASED");
    assert_eq!(product(&emulator).await, (json!(40_000), json!(0), json!(60_000)));
    emulator.call("POST", &at("bookings/release"), booking("p1")).await.error(404, "NOT_FOUND");
    emulator.call("POST", &at("reservations"), reservation("p1", 60_000)).await.data(200);
}

#[tokio::test]
async fn a_reservation_names_what_it_wants() {
    let emulator = planted().await;
    let by_product =
        json!({ "productId": "product-avail-1", "mediaBuyId": "m", "buyerCustomerId": 1, "requestedImpressions": 1 });
    assert_eq!(emulator.call("POST", &at("reservations"), by_product).await.data(200)["availId"], "avail-1");
    let nothing = json!({ "mediaBuyId": "", "buyerCustomerId": 0, "requestedImpressions": 1.5 });
    assert_eq!(
        emulator.call("POST", &at("reservations"), nothing).await.issues(),
        ["mediaBuyId", "buyerCustomerId", "requestedImpressions"]
    );
    let neither = json!({ "mediaBuyId": "m", "buyerCustomerId": 1, "requestedImpressions": 1 });
    assert_eq!(emulator.call("POST", &at("reservations"), neither).await.issues(), ["productId"]);
    let mut other = reservation("p", 1);
    other["productId"] = "product-other".into();
    emulator.call("POST", &at("reservations"), other).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_handoff_becomes_a_booking_when_people_have_booked() {
    let emulator = planted().await;
    emulator.call("POST", &at("bookings/finalize"), booking("p1")).await.error(404, "NOT_FOUND");
    emulator.call("POST", &at("reservations"), reservation("p1", 500)).await.data(200);
    let handed = emulator.call("POST", &at("bookings/finalize"), booking("p1")).await.data(200);
    assert_eq!(
        (&handed["booking"]["status"], &handed["executionStatus"]),
        (&json!("HELD"), &json!("PENDING_TRAFFICKING"))
    );
    assert_eq!(handed["projection"]["openWorkItemCount"], 1);
    let again = emulator.call("POST", &at("bookings/finalize"), booking("p1")).await.data(200);
    assert_eq!(again["workItems"], handed["workItems"]);
    assert_eq!(emulator.known("effects").await["finalizeModularInventoryBooking"], 1);

    let work = at(&format!("work-items/{}", handed["workItems"][0]["id"].as_str().unwrap_or_default()));
    let complete = async |body| emulator.call("POST", &format!("{work}/complete"), body).await;
    assert_eq!(complete(json!({})).await.issues(), ["result.upstreamBookingId"]);
    let done = complete(json!({ "result": { "upstreamBookingId": "fw-1" } })).await.data(200);
    assert_eq!((&done["changed"], &done["item"]["status"]), (&json!(true), &json!("COMPLETED")));
    assert_eq!(complete(json!({})).await.data(200)["changed"], false);
    assert_eq!(product(&emulator).await, (json!(0), json!(500), json!(99_500)));
    emulator.call("POST", &at("bookings/finalize"), booking("p1")).await.error(400, "INVALID_STATE");
    let cancelled = emulator.call("POST", &at("bookings/release"), booking("p1")).await.data(200);
    assert_eq!(cancelled["status"], "CANCELLED");
    assert_eq!(product(&emulator).await, (json!(0), json!(0), json!(100_000)));
}

#[tokio::test]
async fn releasing_a_hold_takes_its_work_off_the_list() {
    let emulator = planted().await;
    emulator.call("POST", &at("reservations"), reservation("p1", 500)).await.data(200);
    emulator.call("POST", &at("bookings/finalize"), booking("p1")).await.data(200);
    emulator.call("POST", &at("bookings/release"), booking("p1")).await.data(200);
    assert_eq!(emulator.get(&at("work-items")).await.data(200)["total"], 0);
    assert_eq!(emulator.get(&at("work-items?status=CANCELLED")).await.data(200)["total"], 1);
}

#[tokio::test]
async fn work_items_are_listed_by_what_is_asked() {
    let emulator = planted().await;
    let plant = |kind: &str, status: &str, buyer: u64| json!({ "what": "work-item", "sourceId": "modular", "kind": kind, "status": status, "buyerCustomerId": buyer });
    for item in [
        plant("GENERAL", "OPEN", 1),
        plant("GENERAL", "BLOCKED", 2),
        plant("CONFIRM_AVAILS", "IN_PROGRESS", 2),
        plant("GENERAL", "COMPLETED", 1),
    ] {
        emulator.control("plant", item).await;
    }
    for (query, total, full) in [
        ("", 3, false),
        ("?status=COMPLETED", 1, false),
        ("?status=OPEN,%20COMPLETED", 2, false),
        ("?kind=GENERAL", 2, false),
        ("?buyerCustomerId=2&kind=CONFIRM_AVAILS", 1, false),
        ("?mediaBuyId=none", 0, false),
        ("?limit=2", 2, true),
    ] {
        let list = emulator.get(&at(&format!("work-items{query}"))).await.data(200);
        assert_eq!((&list["total"], &list["windowFull"]), (&json!(total), &json!(full)), "{query}");
    }
    assert_eq!(emulator.get(&at("work-items?status=open")).await.issues(), ["status.0"]);
    assert_eq!(emulator.get(&at("work-items?limit=101&kind=X")).await.issues(), ["kind", "limit"]);
}

#[tokio::test]
async fn a_work_item_is_passed_on() {
    let emulator = planted().await;
    let id =
        emulator.control("plant", json!({ "what": "work-item", "sourceId": "modular" })).await["workItemId"].clone();
    let path = at(&format!("work-items/{}", id.as_str().unwrap_or_default()));
    let body = json!({ "status": "BLOCKED", "assignedTo": 12, "blockedReason": "waits", "result": { "a": 1 }, "notes": "see below" });
    let item = emulator.call("PATCH", &path, body).await.data(200)["item"].clone();
    assert_eq!(
        (&item["status"], &item["assignedTo"], &item["blockedReason"]),
        (&json!("BLOCKED"), &json!("12"), &json!("waits"))
    );
    emulator.call("PATCH", &path, json!({ "assignedTo": null, "result": { "b": 2 } })).await.data(200);
    let seen = emulator.get(&path).await.data(200);
    assert_eq!((&seen["item"]["assignedTo"], &seen["item"]["result"]), (&Value::Null, &json!({ "a": 1, "b": 2 })));
    let notes: Vec<_> = seen["events"].as_array().into_iter().flatten().map(|event| event["notes"].as_str()).collect();
    assert_eq!(notes, [None, Some("see below"), None]);
    assert_eq!(emulator.call("PATCH", &path, json!({ "status": "COMPLETED" })).await.issues(), ["status"]);
    emulator.call("POST", &format!("{path}/complete"), json!({})).await.data(200);
    emulator.call("PATCH", &path, json!({ "status": "OPEN" })).await.error(400, "INVALID_STATE");
    emulator.get(&at("work-items/work_x")).await.error(404, "NOT_FOUND");
}
