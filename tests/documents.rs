//! Every JSON example that the documents print: requests are accepted, or refused for a reason that is written beside them;
//! answers fit the declared types. `seed` and `line` say where an example stands.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use interchange_web::api;
use interchange_web::check::Issue;
use interchange_web::error::Failure;
use interchange_web::request;
use interchange_web::response::{self, Payload};
use serde_json::{Value, json};

/// The examples of all files, each with the name of its file.
fn examples() -> Vec<(String, Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");
    let mut examples = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let list: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        examples.extend(list.into_iter().map(|example| (name.clone(), example)));
    }
    examples
}

fn place(name: &str, example: &Value) -> String {
    format!("{name}, document {} line {}, {}", example["seed"], example["line"], example["operation"])
}

/// Paths and codes, as the examples write them.
fn plain(issues: &[Issue]) -> Value {
    issues.iter().map(|issue| json!([issue.path, issue.code])).collect()
}

#[test]
fn the_printed_requests_are_judged_as_written() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, example) in examples() {
        let Some(input) = example.get("input") else { continue };
        count += 1;
        let operation = api::find(example["operation"].as_str().unwrap()).unwrap();
        let issues = request::check(operation, &input.to_string()).issues;
        let found = json!({ "issues": plain(&issues.errors), "warnings": plain(&issues.warnings) });
        let given = |key: &str| example.get(key).cloned().unwrap_or_else(|| json!([]));
        let expected = json!({ "issues": given("issues"), "warnings": given("warnings") });
        if found != expected {
            wrong.push(format!("{}\n  expected {expected}\n  found    {found}", place(&name, &example)));
        }
        let unexplained = expected != json!({ "issues": [], "warnings": [] }) && example.get("why").is_none();
        assert!(!unexplained, "{} needs a `why`", place(&name, &example));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 0);
}

#[test]
fn the_printed_answers_fit_the_declared_types() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, example) in examples() {
        let Some(answer) = example.get("answer") else { continue };
        count += 1;
        let operation = api::find(example["operation"].as_str().unwrap()).unwrap();
        let status = example["status"].as_u64().unwrap() as u16;
        let text = answer.to_string();
        let answered = response::read(status, &text, operation.answer);
        // A refusal that reads as one is what was printed.
        if let (Err(Failure::Refused(refusal)), Some(code)) = (&answered, example.get("refused")) {
            assert_eq!(refusal.code.as_deref(), code.as_str(), "{}", place(&name, &example));
            continue;
        }
        let read = answered.map_err(|failure| failure.to_string());
        let fits = read.and_then(|payload| match payload {
            Payload::Nothing => Ok(()),
            Payload::Bare(json) | Payload::Data(json) => (operation.names.fits)(json),
        });
        match (fits, example.get("unlike")) {
            (Ok(()), None) | (Err(_), Some(_)) => {}
            (Ok(()), Some(why)) => wrong.push(format!("{} fits, although {why}", place(&name, &example))),
            (Err(error), None) => wrong.push(format!("{}: {error}", place(&name, &example))),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 0);
}
