//! Without network. The package knows the index of each operation in the table, and passes the index. Inputs are JSON text;
//! before it, between zero bytes, may stand a JSON list of the places that have no JSON form and were left out of the
//! input. What comes back is text, mostly JSON; what is thrown is a failure as JSON text.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::api;
use crate::check::{self, Checked, Issues, Report};
use crate::error::Failure;
use crate::json::{part, to_json};
use crate::options::{CallOptions, ClientOptions, PrepareOptions};
use crate::request::{self, Body};
use crate::shape::{Operation, Shape, Value};

use super::failure::{thrown, with_message};

/// Checks an input: a report, or nothing when there is nothing to report.
#[wasm_bindgen]
pub fn validate(index: usize, input: &str) -> Result<Option<String>, JsValue> {
    Ok(report(checked(operation(index)?, input).issues))
}

/// A report, or nothing when there is nothing to report.
pub(super) fn report(issues: Issues) -> Option<String> {
    let clean = issues.ok() && issues.warning_count == 0;
    if clean { None } else { to_json(&Report::from(issues)) }
}

/// Builds what a call sends: the target; the body as bytes; the field of the file, when the body is a form; the credentials
/// in the input, with zero bytes between them; and the sentences of its errors. `lenient` builds in spite of errors,
/// where a path can be built.
#[wasm_bindgen]
pub fn compile(index: usize, input: &str, lenient: bool) -> Result<Array, JsValue> {
    let operation = operation(index)?;
    compiled(operation, checked(operation, input), lenient, "")
}

/// What [`compile`] gives. `credentials` are further ones.
pub(super) fn compiled(
    operation: &'static Operation,
    checked: Checked<'_>,
    lenient: bool,
    credentials: &str,
) -> Result<Array, JsValue> {
    let built = request::build(operation, &checked).filter(|_| lenient || checked.issues.ok());
    let Some(built) = built else {
        return Err(thrown(&Failure::InvalidInput(Box::new(checked.issues)), false));
    };
    let (body, form) = match &built.body {
        Body::None => (JsValue::UNDEFINED, JsValue::UNDEFINED),
        // Bytes, since the runtime would encode a string once more.
        Body::Json(json) => (Uint8Array::from(json.as_bytes()).into(), JsValue::UNDEFINED),
        Body::Form(field) => (JsValue::UNDEFINED, JsValue::from_str(field)),
    };
    let sentences = checked.issues.sentences(usize::MAX, '\n');
    let (target, secrets) = (built.target, checked.credentials() + credentials);
    Ok(Array::of5(&target.into(), &body, &form, &secrets.into(), &sentences.into()))
}

/// What may be shown of the body that [`compile`] makes: credentials replaced by names.
#[wasm_bindgen(js_name = shownBody)]
pub fn shown_body(index: usize, input: &str) -> Result<Option<String>, JsValue> {
    let operation = operation(index)?;
    Ok(request::shown_body(operation, &request::check(operation, input)))
}

/// The command that sends what [`compile`] makes, with variables in place of credentials; `token` tells whether there is one.
#[wasm_bindgen]
pub fn curl(index: usize, input: &str, url: &str, headers: &str, token: bool) -> Result<String, JsValue> {
    let operation = operation(index)?;
    let headers = Value::new(headers, 0..headers.len()).object();
    Ok(request::curl(operation, &request::check(operation, input), url, headers.as_ref(), token))
}

/// Checks options: of a client (0), of a call (1), of `prepare` (2).
#[wasm_bindgen(js_name = checkOptions)]
pub fn check_options(of: u32, options: &str) -> Result<(), JsValue> {
    let shape = match of {
        0 => ClientOptions::KIND,
        1 => CallOptions::KIND,
        _ => PrepareOptions::KIND,
    };
    let (places, options) = split(options);
    let mut checked = check::check(options, shape.object());
    checked.issues.add_unwritable(places);
    if checked.issues.ok() {
        return Ok(());
    }
    let message = ["The options are wrong. ", &checked.issues.quoted()].concat();
    Err(with_message(&Failure::InvalidInput(Box::new(checked.issues)), message))
}

/// The row of an index.
pub(super) fn operation(index: usize) -> Result<&'static Operation, JsValue> {
    api::get(index).ok_or(JsValue::UNDEFINED)
}

fn checked<'i>(operation: &'static Operation, input: &'i str) -> Checked<'i> {
    let (places, input) = split(input);
    add_places(request::check(operation, input), places)
}

/// Adds what has no JSON form.
pub(super) fn add_places<'i>(mut checked: Checked<'i>, places: &str) -> Checked<'i> {
    checked.issues.add_unwritable(places);
    checked
}

/// The places before an input, and the input.
pub(super) fn split(input: &str) -> (&str, &str) {
    let Some(rest) = input.strip_prefix('\0') else { return ("", input) };
    let end = rest.bytes().position(|b| b == 0).unwrap_or(rest.len());
    (part(rest, 0..end), part(rest, end + 1..rest.len()))
}
