//! The client for front ends written in Rust, in a headless browser against the emulator at `EMULATOR_URL`.

#![cfg(all(target_arch = "wasm32", feature = "fetch"))]

use interchange_web::api::storefront::inventory_sources::{self, GetInventorySource, ListInventorySources};
use interchange_web::error::{Failure, Hint};
use interchange_web::fetch::Client;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The emulator, which `cargo xtask test browser` starts.
const EMULATOR: &str = match option_env!("EMULATOR_URL") {
    Some(url) => url,
    None => "http://localhost:8788",
};

fn client(url: &str, token: &str) -> Client {
    Client::new(url.parse().unwrap(), Some(token.parse().unwrap()))
}

#[wasm_bindgen_test]
async fn reads_what_the_service_answers() {
    let client = client(EMULATOR, "scope3_demo_rust-front-end");
    let sources = client.send(&inventory_sources::list(), &ListInventorySources {}).await.unwrap();
    assert!(sources.is_empty(), "a new world has no sources");
}

#[wasm_bindgen_test]
async fn tells_what_the_service_refused() {
    let client = client(EMULATOR, "scope3_demo_rust-front-end");
    let input = GetInventorySource { source_id: "no-such/source".to_owned() };
    let Err(Failure::Refused(refusal)) = client.send(&inventory_sources::get(), &input).await else {
        panic!("it must be refused");
    };
    assert_eq!((refusal.status, refusal.code.as_deref()), (404, Some("NOT_FOUND")));
}

#[wasm_bindgen_test]
async fn sends_nothing_that_is_wrong() {
    let client = client("https://unreachable.invalid", "scope3_demo_rust-front-end");
    let input = GetInventorySource { source_id: String::new() };
    let Err(Failure::InvalidInput(issues)) = client.send(&inventory_sources::get(), &input).await else {
        panic!("it must not be sent");
    };
    assert_eq!(issues.errors[0].message, "sourceId must not be empty.");
}

#[wasm_bindgen_test]
async fn tells_that_no_answer_came() {
    let client = client("https://unreachable.invalid", "scope3_demo_rust-front-end");
    let failure = client.send(&inventory_sources::list(), &ListInventorySources {}).await.unwrap_err();
    assert!(matches!(failure, Failure::Unreachable(Hint::Unknown)), "{failure}");
}
