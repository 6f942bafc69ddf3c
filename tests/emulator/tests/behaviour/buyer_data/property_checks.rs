//! Checks of property lists.

use serde_json::{Value, json};

use super::{buyer, column, large_call};
use crate::client::Emulator;

async fn check(emulator: &Emulator, body: Value) -> Value {
    emulator.call("POST", &buyer("/property-lists/check"), body).await.data(200)
}

async fn report(emulator: &Emulator, id: &Value) -> Value {
    let path = buyer(&format!("/property-lists/reports/{}", id.as_str().unwrap_or_default()));
    emulator.get(&path).await.data(200)["summary"].clone()
}

#[tokio::test]
async fn every_domain_lands_where_the_registry_puts_it() {
    let emulator = Emulator::start().await;
    let domains = json!([
        "nytimes.com",
        "www.cnn.com",
        "https://CNN.com/world",
        "doubleclick.net",
        "unknown-site.xyz",
        "m.bbc.co.uk"
    ]);
    let app = json!({ "type": "ios_bundle", "value": "com.facebook.katana" });
    let seen =
        check(&emulator, json!({ "domains": domains, "identifiers": [app, app, { "type": "domain", "value": "" }] }))
            .await;
    assert_eq!(seen["summary"], json!({ "total": 9, "remove": 2, "modify": 2, "assess": 3, "ok": 3 }));
    assert_eq!(column(&seen["remove"], "reason"), ["duplicate", "blocked"]);
    assert_eq!(
        (&seen["remove"][0]["input"], &seen["remove"][1]["domain_type"]),
        (&json!("https://CNN.com/world"), &json!("ad_server"))
    );
    assert_eq!(column(&seen["modify"], "canonical"), ["cnn.com", "bbc.co.uk"]);
    assert_eq!(seen["modify"][0]["identifier"], json!({ "type": "domain", "value": "www.cnn.com" }));
    assert_eq!(column(&seen["ok"], "domain"), ["nytimes.com", "cnn.com", "bbc.co.uk"]);
    assert_eq!(column(&seen["assess"], "domain"), ["unknown-site.xyz", "com.facebook.katana", "com.facebook.katana"]);
    assert_eq!(seen["assess"][1]["identifier"], app);
    assert_eq!(seen["reportIds"], json!([seen["reportId"]]));
    assert_eq!(
        report(&emulator, &seen["reportId"]).await,
        json!({ "total": 7, "remove": 2, "modify": 2, "assess": 1, "ok": 3 })
    );
}

#[tokio::test]
async fn apps_alone_make_no_report() {
    let emulator = Emulator::start().await;
    let seen = check(&emulator, json!({ "identifiers": [{ "type": "roku_store_id", "value": "12" }] })).await;
    assert_eq!((seen.get("reportId"), seen.get("reportIds"), &seen["summary"]["assess"]), (None, None, &json!(1)));
    emulator.get(&buyer("/property-lists/reports/rpt_x")).await.error(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_hundred_thousand_domains_are_ten_calls_of_the_registry() {
    let emulator = Emulator::start().await;
    let domains: Vec<String> = (0..100_000).map(|index| format!("site-{index}.example")).collect();
    let body = json!({ "domains": domains });
    let seen = large_call(&emulator, &buyer("/property-lists/check"), body).await.data(200);
    assert_eq!(seen["summary"]["ok"], 100_000);
    assert_eq!(seen["reportIds"].as_array().map(Vec::len), Some(10));
    assert_eq!(report(&emulator, &seen["reportIds"][9]).await["total"], 10_000);
}

#[tokio::test]
async fn mistakes_are_refused() {
    let emulator = Emulator::start().await;
    for (body, wrong) in [
        (json!({}), "identifiers"),
        (json!({ "domains": [] }), "identifiers"),
        (json!({ "domains": "nytimes.com" }), "domains"),
        (json!({ "identifiers": [{ "type": "domain" }] }), "identifiers.0.value"),
    ] {
        let seen = emulator.call("POST", &buyer("/property-lists/check"), body).await;
        assert!(seen.issues().contains(&wrong.to_owned()), "{}", seen.text());
    }
    let halves = json!({ "domains": vec!["a.example"; 60_000], "identifiers": vec![json!({ "type": "domain", "value": "b" }); 40_001] });
    assert_eq!(emulator.call("POST", &buyer("/property-lists/check"), halves).await.issues(), ["identifiers"]);
}
