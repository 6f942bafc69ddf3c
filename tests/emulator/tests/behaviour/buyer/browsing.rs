//! Pages of groups with pages of products, and filters on them.

use serde_json::{Value, json};

use super::{advertiser, at, discovered, quick, text};

#[tokio::test]
async fn groups_and_products_have_pages_of_their_own() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let found = discovered(&emulator, &advertiser, json!({})).await;
    let path = at(&format!("/discovery/{}/discover-products", text(&found["discoveryId"])));
    let browse = async |query: &str| emulator.get(&format!("{path}?{query}")).await;
    assert_eq!((&found["totalGroups"], &found["hasMoreGroups"]), (&json!(12), &json!(true)));
    assert_eq!(found["productGroups"].as_array().map(Vec::len), Some(10));
    let rest = browse("groupOffset=10").await.data(200);
    assert_eq!((rest["productGroups"].as_array().map(Vec::len), &rest["hasMoreGroups"]), (Some(2), &json!(false)));

    let first = &found["productGroups"][0];
    assert_eq!(
        (&first["groupName"], &first["productCount"], &first["totalProducts"], &first["hasMoreProducts"]),
        (&json!("Nightjar Media"), &json!(10), &json!(18), &json!(true))
    );
    let more = browse("productOffset=10&productsPerGroup=15&salesAgentIds=agent_nightjar").await.data(200);
    let group = &more["productGroups"][0];
    assert_eq!((&group["productCount"], &group["hasMoreProducts"]), (&json!(8), &json!(false)));
    assert_eq!(
        (&group["groupId"], &group["products"][0]["productId"]),
        (&first["groupId"], &json!("product_nightjar_11"))
    );
    assert_eq!(
        browse("groupLimit=11&productsPerGroup=16&productOffset=1001").await.issues(),
        ["groupLimit", "productsPerGroup", "productOffset"]
    );
    assert_eq!(browse("groupOffset=99").await.data(200)["productGroups"], json!([]));
}

#[tokio::test]
async fn filters_narrow_and_do_not_stay() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let found = discovered(&emulator, &advertiser, json!({ "brief": "Tea" })).await;
    let path = at(&format!("/discovery/{}/discover-products", text(&found["discoveryId"])));
    for (query, groups) in [
        ("publisherDomain=nightjar", 1),
        ("publisherDomain=nightja", 0),
        ("publisherDomain=partners.nightjar.example", 1),
        ("salesAgentNames=radio,OUTDOOR", 2),
        ("storefrontIds=11,12,99", 2),
        ("salesAgentIds=agent_kestrel&pricingModel=cpcv", 0),
        ("salesAgentIds=agent_kestrel&pricingModel=cpc", 1),
        ("", 12),
    ] {
        let page = emulator.get(&format!("{path}?{query}")).await.data(200);
        assert_eq!(page["totalGroups"], groups, "{query}");
    }
    assert_eq!(emulator.get(&format!("{path}?pricingModel=cpx")).await.issues(), ["pricingModel"]);
    assert!(found["productGroups"][0]["products"][0]["briefRelevance"].is_string());
}

#[tokio::test]
async fn debug_shows_who_failed() {
    let emulator = quick().await;
    let advertiser = advertiser(&emulator).await;
    let found = discovered(&emulator, &advertiser, json!({ "debug": true })).await;
    assert_eq!(
        (&found["agentResults"][0]["agentId"], &found["agentResults"][0]["success"]),
        (&json!("agent_undertow"), &json!(false))
    );
    assert_eq!(discovered(&emulator, &advertiser, json!({})).await.get("agentResults"), None::<&Value>);
}
