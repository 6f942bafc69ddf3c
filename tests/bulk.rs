//! The limits of calls that hold many things, at the limit and one beyond it.

#![cfg(not(target_arch = "wasm32"))]

use std::ops::Range;

use interchange_web::api;
use interchange_web::check::{Issue, Issues};
use interchange_web::request;
use serde_json::{Value, json};

const HASH: &str = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";

fn members(numbers: Range<u32>) -> Vec<Value> {
    numbers.map(|number| json!({ "externalId": number.to_string(), "hashedEmail": HASH })).collect()
}

fn removed(numbers: Range<u32>) -> Vec<Value> {
    numbers.map(|number| json!({ "externalId": number.to_string() })).collect()
}

fn sync(audiences: &Value) -> Issues {
    let text = json!({ "accountId": "25", "audiences": audiences }).to_string();
    request::check(api::find("syncAudiences").unwrap(), &text).issues
}

fn messages(issues: &[Issue]) -> Vec<&str> {
    issues.iter().map(|issue| issue.message.as_str()).collect()
}

#[test]
fn the_older_limit_of_members_is_a_warning() {
    let issues = sync(&json!([{ "audienceId": "a", "add": members(0..10_000), "remove": removed(0..10_000) }]));
    assert_eq!((messages(&issues.errors), messages(&issues.warnings)), (vec![], vec![]));
    let issues = sync(&json!([{ "audienceId": "a", "add": members(0..10_001) }]));
    let warning = "audiences[0].add goes beyond 10,000 items, the most that the older documents allow; the service may \
                   refuse it.";
    assert_eq!((messages(&issues.errors), messages(&issues.warnings)), (vec![], vec![warning]));
}

#[test]
fn all_audiences_of_a_call_share_the_limit_of_members() {
    let mut audiences = json!([
        { "audienceId": "a", "add": members(0..10_000), "remove": removed(0..10_000) },
        { "audienceId": "b", "name": "nobody" },
        { "audienceId": "c", "remove": removed(0..80_000) },
    ]);
    assert!(sync(&audiences).ok());
    audiences[1]["add"] = json!(members(0..1));
    let issues = sync(&audiences);
    assert_eq!(messages(&issues.errors), ["audiences must have at most 100,000 members."]);
    assert_eq!(issues.errors[0].limit, Some(100_000));
    audiences[1] = json!("no audience");
    assert_eq!(messages(&sync(&audiences).errors), ["audiences[1] must be an object."]);
}

#[test]
fn a_call_logs_ten_thousand_events() {
    let log = |count: u32| {
        let event = |number| json!({ "event_id": number, "event_type": "lead", "event_time": "2026-03-15T14:30:00Z" });
        let events: Vec<_> = (0..count).map(|number| event(number.to_string())).collect();
        let text = json!({ "advertiserId": "25", "event_source_id": "crm", "events": events }).to_string();
        request::check(api::find("logEvent").unwrap(), &text).issues
    };
    assert_eq!(messages(&log(10_000).errors), Vec::<&str>::new());
    assert_eq!(messages(&log(10_001).errors), ["events must have at most 10,000 items."]);
}
