//! Vectors: inputs with the issues they must give, and inputs with the requests they must make. The same test bodies run
//! natively and in a headless browser, where the vectors pass through JavaScript objects and `JSON.stringify`.

use interchange_web::api;
use interchange_web::check::{Issue, Step};
use interchange_web::request::{self, Body};
use serde_json::{Value, json};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

/// The text that an application's object becomes.
#[cfg(not(target_arch = "wasm32"))]
fn text(input: &Value) -> String {
    input.to_string()
}

#[cfg(target_arch = "wasm32")]
fn text(input: &Value) -> String {
    use serde::Serialize;
    let object = input.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap();
    js_sys::JSON::stringify(&object).unwrap().into()
}

fn vectors(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

#[test]
fn inputs_give_their_issues() {
    let files = [
        include_str!("vectors/storefront.json"),
        include_str!("vectors/buyer-a.json"),
        include_str!("vectors/buyer-b.json"),
        include_str!("vectors/buyer-c.json"),
        include_str!("vectors/buyer-d.json"),
    ];
    let mut wrong = Vec::new();
    for vector in files.iter().flat_map(|file| vectors(file)) {
        let operation = api::find(vector["operation"].as_str().unwrap()).unwrap();
        let input = text(&vector["input"]);
        let checked = request::check(operation, &input);
        let found = json!([plain(&checked.issues.errors), plain(&checked.issues.warnings)]);
        let expected = json!([vector["issues"], vector.get("warnings").unwrap_or(&json!([]))]);
        if found != expected {
            wrong.push(format!("{}\n  expected {expected}\n  found    {found}", vector["why"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn inputs_make_their_requests() {
    let files = [include_str!("vectors/requests.json"), include_str!("vectors/requests-buyer-b.json")];
    for vector in files.iter().flat_map(|file| vectors(file)) {
        let operation = api::find(vector["operation"].as_str().unwrap()).unwrap();
        let input = text(&vector["input"]);
        let checked = request::check(operation, &input);
        assert!(checked.issues.ok(), "{}: {:?}", vector["why"], checked.issues.errors);
        let built = request::build(operation, &checked).unwrap();
        assert_eq!(vector["method"], operation.method.name(), "{}", vector["why"]);
        assert_eq!(vector["target"], built.target, "{}", vector["why"]);
        let body = match built.body {
            Body::None => Value::Null,
            Body::Json(json) => serde_json::from_str(&json).unwrap(),
            Body::Form(field) => json!({ "form": field }),
        };
        assert_eq!(vector["body"], body, "{}", vector["why"]);
    }
}

#[test]
fn half_a_surrogate_pair_is_an_issue_wherever_it_stands() {
    let operation = api::find("updateModularInventorySourceModuleConfig").unwrap();
    for config in [r#"{"a":"\ud83d"}"#, r#"{"a":[{"b":"x\udc00"}]}"#, r#"{"\ud83d":1}"#] {
        let input = format!(r#"{{"sourceId":"s","moduleInstanceId":"m","config":{config}}}"#);
        let issues = request::check(operation, &input).issues;
        assert_eq!(issues.errors[0].path, [Step::Key("config".to_owned())], "{config}");
        assert_eq!(issues.error_count, 1);
    }
    let operation = api::find("getInventorySource").unwrap();
    let issues = request::check(operation, r#"{"sourceId":"\ud83d"}"#).issues;
    assert_eq!(issues.errors[0].message, "sourceId must be well-formed text; it holds one half of a surrogate pair.");
}

/// Issues as the vectors write them.
fn plain(issues: &[Issue]) -> Value {
    let plain = |issue: &Issue| json!({ "path": issue.path, "code": issue.code, "message": issue.message });
    issues.iter().map(plain).collect()
}
