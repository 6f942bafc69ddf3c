//! The buyer's data: what an advertiser knows about its customers, its goods and the places it wants.

mod audiences;
mod catalogs;
mod customer;
mod events;
mod measurement;
mod notifications;
mod property_checks;
mod property_lists;
pub mod secrets;
mod storefronts;
mod syndication;
mod test_cohorts;

use std::time::Duration;

use serde_json::Value;

use crate::client::{Emulator, Seen};

/// An advertiser that is not there.
const NOBODY: &str = "/api/v2/buyer/advertisers/0";

/// The address of the emulator's advertiser, which is made when it is first asked for.
async fn advertiser(emulator: &Emulator) -> String {
    let known = emulator.get(&buyer("/advertisers")).await.data(200);
    let id = match known["items"][0]["id"].as_str() {
        Some(id) => id.to_owned(),
        None => crate::buyer::advertiser(emulator).await,
    };
    buyer(&format!("/advertisers/{id}"))
}

/// The id in the address of an advertiser.
fn id_of(advertiser: &str) -> &str {
    advertiser.rsplit('/').next().unwrap_or_default()
}

fn buyer(path: &str) -> String {
    format!("/api/v2/buyer{path}")
}

/// The values of one key in a list of objects.
fn column<'a>(rows: &'a Value, key: &str) -> Vec<&'a Value> {
    rows.as_array().into_iter().flatten().map(|row| &row[key]).collect()
}

/// A hash that looks like one.
fn hash(digit: char) -> String {
    digit.to_string().repeat(64)
}

/// A call with so much in it that an emulator that is not optimized needs a while.
async fn large_call(emulator: &Emulator, path: &str, body: Value) -> Seen {
    let token = format!("Bearer {}", emulator.token);
    let headers = [("authorization", token.as_str()), ("content-type", "application/json")];
    emulator.send("POST", path, &headers, body.to_string().as_bytes(), Duration::from_secs(60)).await
}
