//! Without network. The package finds an operation's index by its name and passes the index. What comes back is text, mostly
//! JSON; what is thrown is a failure as JSON text.

use js_sys::{Object, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::api;
use crate::check::{self, Checked, Report};
use crate::describe;
use crate::error::Failure;
use crate::json::to_json;
use crate::options::{CallOptions, ClientOptions, PrepareOptions};
use crate::request::{self, Body};
use crate::shape::{Operation, Shape, Value};

use super::failure::thrown;
use super::value::{self, Input};
use super::{set, set_text};

/// The table of operations; the index of a row is what the other functions take.
#[wasm_bindgen]
pub fn operations() -> String {
    let rows: Vec<_> = api::all().into_iter().map(describe::operation).collect();
    to_json(&rows).unwrap_or_default()
}

/// Checks an input: a report, or nothing when there is nothing to report.
#[wasm_bindgen]
pub fn validate(index: usize, input: &JsValue) -> Result<Option<String>, JsValue> {
    let input = value::to_json(input);
    let issues = checked(operation(index)?, &input).issues;
    let clean = issues.ok() && issues.warning_count == 0;
    Ok(if clean { None } else { to_json(&Report::from(issues)) })
}

/// Builds what a call sends: `target`, `body` as bytes, `form` when the body is a form, and `secrets`, the credentials in
/// the input. `lenient` builds in spite of errors where a path can be built, and gives their sentences as `warnings`.
#[wasm_bindgen]
pub fn compile(index: usize, input: &JsValue, lenient: bool) -> Result<JsValue, JsValue> {
    let operation = operation(index)?;
    let input = value::to_json(input);
    let checked = checked(operation, &input);
    let built = request::build(operation, &checked).filter(|_| lenient || checked.issues.ok());
    let Some(built) = built else { return Err(thrown(Some(operation), &Failure::InvalidInput(checked.issues))) };
    let compiled = Object::new();
    set_text(&compiled, "target", &built.target);
    match &built.body {
        Body::None => {}
        // Bytes, since the runtime would encode a string once more.
        Body::Json(json) => set(&compiled, "body", &Uint8Array::from(json.as_bytes())),
        Body::Form(field) => set_text(&compiled, "form", field),
    }
    set_text(&compiled, "secrets", &checked.credentials());
    if lenient {
        let sentences: Vec<_> = checked.issues.errors.iter().map(|issue| issue.message.as_str()).collect();
        set_text(&compiled, "warnings", &sentences.join("\n"));
    }
    Ok(compiled.into())
}

/// What may be shown of the body that [`compile`] makes: credentials replaced by names.
#[wasm_bindgen(js_name = shownBody)]
pub fn shown_body(index: usize, input: &JsValue) -> Result<Option<String>, JsValue> {
    let operation = operation(index)?;
    let input = value::to_json(input);
    Ok(request::shown_body(operation, &checked(operation, &input)))
}

/// The command that sends what [`compile`] makes, with variables in place of credentials.
#[wasm_bindgen]
pub fn curl(index: usize, input: &JsValue, url: &str, headers: &JsValue) -> Result<String, JsValue> {
    let operation = operation(index)?;
    let input = value::to_json(input);
    let headers = value::to_json(headers).text;
    let headers = Value::new(&headers, 0..headers.len()).object();
    Ok(request::curl(operation, &checked(operation, &input), url, headers.as_ref()))
}

/// Describes the fields of an input; with a draft, only those that apply to it.
#[wasm_bindgen]
pub fn fields(index: usize, draft: &JsValue) -> Result<String, JsValue> {
    let text = value::to_json(draft).text;
    let view = Value::new(&text, 0..text.len()).object().filter(|_| !draft.is_undefined());
    Ok(to_json(&describe::fields(operation(index)?, view.as_ref())).unwrap_or_default())
}

/// Checks options: of a client (0), of a call (1), of `prepare` (2).
#[wasm_bindgen(js_name = checkOptions)]
pub fn check_options(of: u32, options: &JsValue) -> Result<(), JsValue> {
    let shape = match of {
        0 => ClientOptions::KIND,
        1 => CallOptions::KIND,
        _ => PrepareOptions::KIND,
    };
    let input = value::to_json(options);
    let mut checked = check::check(&input.text, shape.object());
    value::merge(&mut checked.issues, &input.issues);
    if checked.issues.ok() { Ok(()) } else { Err(thrown(None, &Failure::InvalidInput(checked.issues))) }
}

/// The row of an index that came from [`operations`].
pub(super) fn operation(index: usize) -> Result<&'static Operation, JsValue> {
    api::all().get(index).copied().ok_or(JsValue::UNDEFINED)
}

/// Checks a text, together with what could not be written as text.
fn checked<'i>(operation: &'static Operation, input: &'i Input) -> Checked<'i> {
    let mut checked = request::check(operation, &input.text);
    value::merge(&mut checked.issues, &input.issues);
    checked
}
