//! The whole way once: browse, select, make a campaign, launch it, report on it.

use serde_json::{Value, json};

use super::{advertiser, at, campaign, choice, discovered, quick, text, with};

#[tokio::test]
async fn from_browsing_to_the_report() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let brief = json!({ "channels": ["ctv", "display"], "countries": ["US"], "brief": "Tea for the evening" });
    let discovery = discovered(&emulator, &advertiser, brief).await;
    let session = at(&format!("/discovery/{}", text(&discovery["discoveryId"])));

    let fixed = with(choice(&discovery, "product_nightjar_1"), json!({ "budget": 20_000 }));
    let auction = with(choice(&discovery, "product_saltmarsh_2"), json!({ "bidPrice": 6.5, "budget": 10_000 }));
    let selected =
        emulator.call("POST", &format!("{session}/products"), json!({ "products": [fixed, auction] })).await.data(200);
    assert_eq!(
        (&selected["totalProducts"], &selected["budgetContext"]["allocatedBudget"]),
        (&json!(2), &json!(30_000.0))
    );

    let body = campaign(&advertiser, json!({ "discoveryId": discovery["discoveryId"] }));
    let made = emulator.call("POST", &at("/campaigns"), body).await.data(201)["campaign"].clone();
    let path = at(&format!("/campaigns/{}", text(&made["campaignId"])));
    assert_eq!((&made["status"], &made["productCount"]), (&json!("DRAFT"), &json!(2)));
    assert_eq!((&made["mediaBudget"]["total"], &made["unallocatedBudget"]), (&json!(46_000.0), &json!(16_000.0)));
    let staged: Vec<_> = made["mediaBuyRefs"].as_array().into_iter().flatten().map(|one| &one["status"]).collect();
    assert_eq!(staged, ["DRAFT", "DRAFT"]);

    let first = emulator.call("POST", &format!("{path}/execute"), json!({})).await.data(200);
    assert_eq!((&first["newStatus"], &first["success"]), (&json!("ACTIVE"), &json!(false)));
    assert_eq!(first["errors"][0]["salesAgentId"], "agent_saltmarsh");
    assert!(first["errors"][0].get("debug").is_none());
    let again = emulator.call("POST", &format!("{path}/execute"), Value::Null).await.data(200);
    assert_eq!(
        (&again["previousStatus"], &again["success"], &again["mediaBuysExecuted"]),
        (&json!("ACTIVE"), &json!(true), &json!(1))
    );

    let status = emulator.get(&format!("{path}/media-buy-status")).await.data(200);
    assert_eq!((&status["agents_queried"], &status["operational_status"]), (&json!(2), &json!("active")));
    let products = emulator.get(&format!("{path}/products")).await.data(200);
    assert_eq!(products["summary"], json!({ "totalProducts": 2, "productsOnMediaBuys": 2, "productsPending": 0 }));
    let running = emulator.get(&path).await.data(200)["campaign"].clone();
    assert!(running.get("discoveryId").is_none() && running.get("products").is_none());

    let query = format!("/reporting/metrics?days=7&campaignId={}", text(&made["campaignId"]));
    let report = emulator.get(&at(&query)).await.data(200);
    assert_eq!(report["advertisers"][0]["campaigns"][0]["mediaBuys"].as_array().map(Vec::len), Some(2));
    assert!(report["totals"]["impressions"].as_i64() > Some(0));

    let done = emulator.get(&at("/audit-logs")).await.data(200);
    let actions: Vec<_> = done["logs"].as_array().into_iter().flatten().map(|log| &log["action"]).collect();
    assert_eq!(actions, ["ACTIVATE", "EXECUTE", "ACTIVATE", "EXECUTE", "CREATE", "CREATE"]);
}
