//! Samples and spoils: from every shape of the table, the least valid input passes, the fullest passes, and every way to
//! spoil a field gives exactly one issue, at that field, with that code. A new row brings its own tests.

// The names of objects, by which a failure is told, are kept only where reference pages are written.
#![cfg(not(target_arch = "wasm32"))]

mod spoil;

use interchange_web::api;
use interchange_web::check::{Code, Issue, Severity, Step};
use interchange_web::describe::samples::{full, least_input};
use interchange_web::request;
use interchange_web::shape::Operation;
use serde_json::{Value, json};

use spoil::{Spoil, spoils};

fn errors(operation: &'static Operation, input: &Value) -> Vec<Issue> {
    request::check(operation, &input.to_string()).issues.errors
}

/// The fullest inputs. What a rule with code forbids or advises against beside the other fields is left out, and the text
/// that it wants inside an object of any shape is put in, as its complaint says.
fn full_inputs(operation: &'static Operation) -> Vec<Value> {
    let mut inputs = full(operation.input);
    for input in &mut inputs {
        let issues = request::check(operation, &input.to_string()).issues;
        for issue in issues.errors.into_iter().chain(issues.warnings) {
            match (issue.code, issue.severity) {
                (Code::Conflict, _) | (Code::NotInList, Severity::Warning) => spoil::remove(input, &issue.path),
                (Code::Required, Severity::Error) => spoil::insert(input, &issue.path, json!("x")),
                _ => {}
            }
        }
    }
    inputs
}

fn messages(issues: &[Issue]) -> Vec<&str> {
    issues.iter().map(|issue| issue.message.as_str()).collect()
}

#[test]
fn the_least_input_passes() {
    for operation in api::all() {
        let input = least_input(operation);
        let issues = errors(operation, &input);
        assert!(issues.is_empty(), "{}: {input} {:?}", operation.names.id, messages(&issues));
        assert!(request::build(operation, &request::check(operation, &input.to_string())).is_some());
    }
}

#[test]
fn every_full_input_passes_without_a_warning() {
    for operation in api::all() {
        for input in full_inputs(operation) {
            let text = input.to_string();
            let issues = request::check(operation, &text).issues;
            assert!(issues.ok(), "{}: {input} {:?}", operation.names.id, messages(&issues.errors));
            assert_eq!(issues.warning_count, 0, "{}: {:?}", operation.names.id, messages(&issues.warnings));
        }
    }
}

#[test]
fn every_spoilt_field_gives_exactly_one_issue() {
    let mut count = 0;
    for operation in api::all() {
        for sample in full_inputs(operation) {
            for Spoil { input, path, code, how } in spoils(operation.input, &sample) {
                let issues = errors(operation, &input);
                let found: Vec<_> = issues.iter().map(|issue| (issue.path.clone(), issue.code)).collect();
                let place = format!("{} {path:?} {how}: {:?}", operation.names.id, messages(&issues));
                assert_eq!(found, [(path, code)], "{place}");
                read_aloud(&issues[0], &place);
                count += 1;
            }
        }
    }
    assert!(count > 1_000, "only {count} spoils");
}

/// What every issue owes to the person who reads it.
fn read_aloud(issue: &Issue, place: &str) {
    let message = &issue.message;
    assert!(message.ends_with('.') || message.ends_with('?'), "{place}");
    for rusty in ["Option<", "Some(", "None", "Vec<", "i64", "u32", "&str", "struct ", "enum ", "usize", "::", "\""] {
        assert!(!message.contains(rusty), "{place} names a Rust thing: {rusty}");
    }
    let facts_fit = match issue.code {
        Code::TooShort | Code::TooSmall => issue.minimum.is_some(),
        Code::TooLong | Code::TooLarge => issue.maximum.is_some() || issue.limit.is_some(),
        Code::NotInList => issue.allowed.as_ref().is_some_and(|allowed| !allowed.is_empty()),
        Code::BadFormat | Code::WrongType => issue.expected.is_some(),
        _ => true,
    };
    assert!(facts_fit, "{place} lacks its facts: {issue:?}");
}

#[test]
fn a_thousand_mistakes_yield_a_bounded_report_that_counts_them_all() {
    let operation = api::find("ingestModularInventorySourceAvailsFeed").unwrap();
    let rows: Vec<Value> = (0..1_000).map(|_| json!("no row")).collect();
    let issues = request::check(operation, &json!({ "sourceId": "x", "rawRows": rows }).to_string()).issues;
    assert_eq!((issues.errors.len(), issues.error_count), (100, 1_000));
    assert_eq!(issues.errors[99].path, [Step::Key("rawRows".to_owned()), Step::Index(99)]);
}
