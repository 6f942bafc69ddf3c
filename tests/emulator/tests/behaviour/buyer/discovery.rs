//! Discovery sessions: selections, prices and refinements.

use serde_json::{Value, json};

use super::{advertiser, at, choice, discovered, quick, text, with};

#[tokio::test]
async fn a_price_that_is_not_fixed_needs_a_bid() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let found = discovered(&emulator, &advertiser, json!({ "salesAgentIds": ["agent_nightjar"] })).await;
    let path = at(&format!("/discovery/{}/products", text(&found["discoveryId"])));
    let add = async |choices: Value| emulator.call("POST", &path, json!({ "products": choices })).await;
    let options = |index: usize| found["productGroups"][0]["products"][index]["pricingOptions"].clone();
    assert_eq!((&options(0)[0]["isFixed"], &options(1)[0]["isFixed"]), (&json!(true), &json!(false)));
    assert_eq!(options(2).as_array().map(Vec::len), Some(2));

    let auction = choice(&found, "product_nightjar_2");
    assert_eq!(add(json!([auction])).await.issues(), ["products.0.bidPrice"]);
    let floor = options(1)[0]["floorPrice"].as_f64().unwrap_or_default();
    assert_eq!(
        add(json!([with(auction.clone(), json!({ "bidPrice": floor - 1.0 }))])).await.issues(),
        ["products.0.bidPrice"]
    );
    let seen = add(json!([with(auction.clone(), json!({ "bidPrice": floor })), choice(&found, "product_nightjar_1")]))
        .await
        .data(200);
    assert_eq!((&seen["products"][0]["bidPrice"], seen["products"][1].get("bidPrice")), (&json!(floor), None));
    let second =
        with(choice(&found, "product_nightjar_3"), json!({ "pricingOptionId": options(2)[1]["pricingOptionId"] }));
    assert_eq!(add(json!([second])).await.issues(), ["products.0.bidPrice"]);

    let again = add(json!([with(auction.clone(), json!({ "bidPrice": 50, "budget": 10 }))])).await.data(200);
    assert_eq!((&again["totalProducts"], &again["products"][0]["budget"]), (&json!(2), &json!(10.0)));
    let lost = with(auction, json!({ "productId": "product_quince-audio_1", "bidPrice": 1 }));
    assert_eq!(add(json!([lost])).await.issues(), ["products.0.productId"]);
    assert_eq!(
        add(json!([{ "productId": "product_nightjar_1" }])).await.issues(),
        ["products.0.salesAgentId", "products.0.groupId", "products.0.groupName"]
    );
    assert_eq!(add(json!([])).await.issues(), ["products"]);

    let remove = async |ids: Value| emulator.call("DELETE", &path, json!({ "productIds": ids })).await;
    assert_eq!(remove(json!(["product_nightjar_2", "unknown"])).await.data(200)["totalProducts"], 1);
    assert_eq!(remove(json!([])).await.issues(), ["productIds"]);
    assert_eq!(emulator.get(&path).await.data(200)["products"][0]["productId"], "product_nightjar_1");
}

#[tokio::test]
async fn money_is_counted_against_the_session() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let found = discovered(&emulator, &advertiser, json!({ "budget": 1000 })).await;
    assert_eq!(
        found["budgetContext"],
        json!({ "sessionBudget": 1000.0, "allocatedBudget": 0.0, "remainingBudget": 1000.0 })
    );
    let path = at(&format!("/discovery/{}/products", text(&found["discoveryId"])));
    let add = async |budget: u32| {
        let choice = with(choice(&found, "product_nightjar_1"), json!({ "budget": budget }));
        emulator.call("POST", &path, json!({ "products": [choice], "replace": true })).await.data(200)["budgetContext"]
            .clone()
    };
    assert_eq!(add(400).await["remainingBudget"], 600.0);
    assert!(add(1200).await["budgetWarning"].is_string());
}

#[tokio::test]
async fn nothing_found_is_no_error() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    for fields in [
        json!({ "brief": "Tea for Lighthouse Keepers" }),
        json!({ "channels": ["cinema"] }),
        json!({ "countries": ["JP"] }),
    ] {
        let found = discovered(&emulator, &advertiser, fields).await;
        assert_eq!(
            (&found["productGroups"], &found["totalGroups"], &found["hasMoreGroups"]),
            (&json!([]), &json!(0), &json!(false))
        );
        assert_eq!(found["summary"]["priceRange"]["min"], Value::Null);
        assert!(found["discoveryId"].is_string());
    }
}

#[tokio::test]
async fn refinements_change_the_results_for_good() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let found = discovered(&emulator, &advertiser, json!({ "salesAgentNames": ["harbour"] })).await;
    assert_eq!(found["productGroups"][0]["products"][0]["channel"], "display");
    let refine = json!([
        { "scope": "request", "ask": "show me more video options" },
        { "scope": "product", "id": "product_harbour-lights_1", "action": "omit" },
        { "scope": "product", "id": "product_x", "action": "include" },
        { "scope": "proposal", "id": "p", "action": "finalize" },
    ]);
    let refined =
        discovered(&emulator, &advertiser, json!({ "discoveryId": found["discoveryId"], "refine": refine })).await;
    let statuses: Vec<_> =
        refined["refinementApplied"].as_array().into_iter().flatten().map(|one| &one["status"]).collect();
    assert_eq!(statuses, ["applied", "applied", "unable", "unable"]);
    assert_eq!(refined["productGroups"][0]["products"][0]["channel"], "olv");
    let path = at(&format!("/discovery/{}/discover-products", text(&found["discoveryId"])));
    assert_eq!(emulator.get(&path).await.data(200)["summary"]["totalProducts"], 6);

    let discover = async |fields| {
        emulator
            .call("POST", &at("/discovery/discover-products"), with(json!({ "advertiserId": advertiser }), fields))
            .await
    };
    assert_eq!(discover(json!({ "refine": [{ "scope": "request" }] })).await.issues(), ["discoveryId", "refine.0.ask"]);
    let wrong = json!({ "discoveryId": "d", "refine": [{ "scope": "product", "action": "finalize" }, "more video"] });
    assert_eq!(discover(wrong).await.issues(), ["refine.1", "refine.0.id", "refine.0.action", "refine.1.ask"]);
}

#[tokio::test]
async fn what_is_not_there_is_refused() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let discover = async |body| emulator.call("POST", &at("/discovery/discover-products"), body).await;
    assert_eq!(
        discover(json!({ "channels": ["tv"], "groupLimit": 11 })).await.issues(),
        ["advertiserId", "channels.0", "groupLimit"]
    );
    discover(json!({ "advertiserId": 1 })).await.error(404, "NOT_FOUND");
    discover(json!({ "advertiserId": advertiser, "discoveryId": "nowhere" })).await.error(404, "NOT_FOUND");
    discover(json!({ "advertiserId": advertiser, "campaignId": "nowhere" })).await.error(404, "NOT_FOUND");
    for (method, rest) in
        [("GET", "discover-products"), ("GET", "products"), ("POST", "products"), ("DELETE", "products")]
    {
        emulator.call(method, &at(&format!("/discovery/nowhere/{rest}")), json!({})).await.error(404, "NOT_FOUND");
    }
}
