//! Without network. The package finds an operation's index by its name and passes the index.

use js_sys::{Object, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::api;
use crate::check::{self, Checked, Issue, Report, near};
use crate::describe;
use crate::error::Failure;
use crate::options::{CallOptions, ClientOptions, PrepareOptions};
use crate::request::{self, Body};
use crate::shape::{Operation, Shape, Value};

use super::failure::{of_call, of_option};
use super::value::{self, Input};
use super::{set, set_text, to_js};

/// The table of operations; the index of a row is what the other functions take.
#[wasm_bindgen]
pub fn operations() -> JsValue {
    to_js(&api::all().map(describe::operation).collect::<Vec<_>>())
}

/// What to say about an operation that does not exist.
#[wasm_bindgen(js_name = unknownOperation)]
pub fn unknown_operation(name: &str) -> JsValue {
    let names: Vec<_> =
        api::all().flat_map(|operation| [Some(operation.id()), operation.documented()]).flatten().collect();
    let suggestion = near(name, &names, false).map(|name| ["; did you mean ", name, "?"].concat());
    let end = suggestion.as_deref().unwrap_or("; operations() lists them");
    of_option("operation", &["the id of an operation, such as createInventorySource", end].concat())
}

/// Checks an input and reports every mistake.
#[wasm_bindgen]
pub fn validate(index: usize, input: &JsValue) -> Result<JsValue, JsValue> {
    let operation = operation(index)?;
    let input = value::to_json(input);
    Ok(to_js(&Report::from(checked(operation, &input).issues)))
}

/// Builds what a call sends: `target`, `body` as bytes, `form` when the body is a form, and `secrets`, the credentials in
/// the input. `lenient` builds in spite of errors where a path can be built, and gives their sentences as `warnings`.
/// Throws a plain failure.
#[wasm_bindgen]
pub fn compile(index: usize, input: &JsValue, lenient: bool) -> Result<JsValue, JsValue> {
    let operation = operation(index)?;
    let input = value::to_json(input);
    let checked = checked(operation, &input);
    let built = request::build(operation, &checked).filter(|_| lenient || checked.issues.ok());
    let Some(built) = built else { return Err(of_call(operation, &Failure::InvalidInput(checked.issues))) };
    let compiled = Object::new();
    set_text(&compiled, "target", &built.target);
    match &built.body {
        Body::None => {}
        // Bytes, since the runtime would encode a string once more.
        Body::Json(json) => set(&compiled, "body", &Uint8Array::from(json.as_bytes())),
        Body::Form(field) => set_text(&compiled, "form", field),
    }
    set_text(&compiled, "secrets", &checked.credentials().join("\0"));
    if lenient {
        let sentences = checked.issues.errors.iter().map(|issue| JsValue::from_str(&issue.message));
        set(&compiled, "warnings", &sentences.collect::<js_sys::Array>());
    }
    Ok(compiled.into())
}

/// What may be shown of a request that [`compile`] has built: `body` and `curl`, without credentials.
#[wasm_bindgen]
pub fn show(index: usize, input: &JsValue, url: &str, headers: &JsValue) -> Result<JsValue, JsValue> {
    let operation = operation(index)?;
    let input = value::to_json(input);
    let checked = checked(operation, &input);
    let shown = Object::new();
    if let Some(body) = request::shown_body(operation, &checked) {
        set_text(&shown, "body", &body);
    }
    let headers = value::to_json(headers).text;
    let headers = Value::new(&headers, 0..headers.len()).object();
    set_text(&shown, "curl", &request::curl(operation, &checked, url, headers.as_ref()));
    Ok(shown.into())
}

/// Describes the fields of an input; with a draft, only those that apply to it.
#[wasm_bindgen]
pub fn fields(index: usize, draft: &JsValue) -> Result<JsValue, JsValue> {
    let operation = operation(index)?;
    let text = value::to_json(draft).text;
    let view = Value::new(&text, 0..text.len()).object().filter(|_| !draft.is_undefined());
    Ok(to_js(&describe::fields(operation, view.as_ref())))
}

/// Checks options: of a client (0), of a call (1), of `prepare` (2). Throws a plain failure.
#[wasm_bindgen(js_name = checkOptions)]
pub fn check_options(of: u32, options: &JsValue) -> Result<(), JsValue> {
    let shape = match of {
        0 => ClientOptions::KIND,
        1 => CallOptions::KIND,
        _ => PrepareOptions::KIND,
    };
    let input = value::to_json(options);
    let mut checked = check::check(&input.text, shape.object());
    value::merge(&mut checked.issues, input.issues.clone());
    if checked.issues.ok() { Ok(()) } else { Err(super::failure::of_client(&Failure::InvalidInput(checked.issues))) }
}

/// The row of an index that came from [`operations`].
pub(super) fn operation(index: usize) -> Result<&'static Operation, JsValue> {
    api::all().nth(index).ok_or(JsValue::UNDEFINED)
}

/// Checks a text, together with what could not be written as text.
fn checked<'i>(operation: &'static Operation, input: &'i Input) -> Checked<'i> {
    let mut checked = request::check(operation, &input.text);
    let unwritable: Vec<Issue> = input.issues.clone();
    value::merge(&mut checked.issues, unwritable);
    checked
}
