//! The buyer's side, from browsing to the report.

mod activity;
mod advertisers;
mod browsing;
mod campaigns;
mod creatives;
mod discovery;
mod launch;
mod media_buys;
mod reporting;
mod routes;
mod suggestions;
mod tasks;
mod workflow;

use serde_json::{Value, json};

use crate::client::Emulator;

/// An address below the buyer's.
pub fn at(rest: &str) -> String {
    format!("/api/v2/buyer{rest}")
}

/// An emulator that does not count requests.
pub async fn quick() -> Emulator {
    let emulator = Emulator::start().await;
    emulator.control("settings", json!({ "rateLimit": 0 })).await;
    emulator
}

/// Some text in an answer.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Adds fields to a body.
pub fn with(mut body: Value, fields: Value) -> Value {
    for (key, value) in fields.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    body
}

/// Makes an advertiser with a registered brand; gives back its id.
pub async fn advertiser(emulator: &Emulator) -> String {
    let body = json!({ "name": "Larkspur", "brand": "larkspur.example" });
    text(&emulator.call("POST", &at("/advertisers"), body).await.data(201)["id"])
}

/// Discovers products for an advertiser.
pub async fn discovered(emulator: &Emulator, advertiser: &str, fields: Value) -> Value {
    let body = with(json!({ "advertiserId": advertiser }), fields);
    emulator.call("POST", &at("/discovery/discover-products"), body).await.data(200)
}

/// The choice of a product as it stands in an answer.
pub fn choice(discovery: &Value, product: &str) -> Value {
    for group in discovery["productGroups"].as_array().into_iter().flatten() {
        for found in group["products"].as_array().into_iter().flatten() {
            if found["productId"] == product {
                return json!({
                    "productId": product,
                    "salesAgentId": found["salesAgentId"],
                    "groupId": group["groupId"],
                    "groupName": group["groupName"],
                });
            }
        }
    }
    panic!("{product} was not found");
}

/// A campaign of a flight that has begun and still goes on.
pub fn campaign(advertiser: &str, fields: Value) -> Value {
    let body = json!({
        "advertiserId": advertiser,
        "name": "Winter Tea",
        "campaignType": "DECISIONED",
        "flightDates": { "startDate": "2025-11-01T00:00:00Z", "endDate": "2099-12-31T23:59:59Z" },
        "budget": { "total": 50_000, "currency": "USD" },
    });
    with(body, fields)
}

/// A campaign in draft with some selected products; gives back its address.
pub async fn staged(emulator: &Emulator, products: &[&str]) -> String {
    let advertiser = advertiser(emulator).await;
    let discovery = discovered(emulator, &advertiser, json!({ "brief": "Tea for the evening" })).await;
    let id = text(&discovery["discoveryId"]);
    let choices: Vec<Value> = products
        .iter()
        .map(|product| with(choice(&discovery, product), json!({ "budget": 5000, "bidPrice": 40 })))
        .collect();
    let selected =
        emulator.call("POST", &at(&format!("/discovery/{id}/products")), json!({ "products": choices })).await;
    selected.data(200);
    let body = campaign(&advertiser, json!({ "discoveryId": id }));
    let made = emulator.call("POST", &at("/campaigns"), body).await.data(201);
    at(&format!("/campaigns/{}", text(&made["campaign"]["campaignId"])))
}

/// A campaign whose media buys run; gives back its address.
pub async fn launched(emulator: &Emulator, products: &[&str]) -> String {
    let path = staged(emulator, products).await;
    assert_eq!(emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200)["success"], true);
    path
}

/// The campaign at an address.
pub async fn seen(emulator: &Emulator, path: &str) -> Value {
    emulator.get(path).await.data(200)["campaign"].clone()
}
