//! Failures as JSON text, from which the package makes its error classes.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::check::Issue;
use crate::error::{Failure, Reason};
use crate::json::to_json;

/// What the error classes carry; see `errors.d.ts` of the package for what each field means.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Plain<'f> {
    name: &'static str,
    message: String,
    retryable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<&'f [Issue]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_message: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
}

/// What is said besides when nobody knows whether the service has acted.
const OPEN: &str = " Whether it took effect is unknown: look before you send it again.";

/// A failure as a value to throw. Its message begins with the verb; the package puts the operation in front. `open` tells that
/// the service may have acted.
pub fn thrown(failure: &Failure, open: bool) -> JsValue {
    let message = failure.sentence();
    if open { to_js(failure, message + OPEN, Some("unknown")) } else { with_message(failure, message) }
}

/// A failure with a message of its own.
pub fn with_message(failure: &Failure, message: String) -> JsValue {
    to_js(failure, message, None)
}

fn to_js(failure: &Failure, message: String, outcome: Option<&'static str>) -> JsValue {
    let retryable = failure.retryable() && outcome.is_none();
    let mut plain = Plain { name: failure.class(), message, retryable, outcome, ..Plain::default() };
    let mut details = None;
    match failure {
        Failure::InvalidInput(issues) => {
            plain.issues = Some(&issues.errors);
            plain.total = Some(issues.error_count as u32);
        }
        Failure::Refused(refusal) => {
            plain.status = Some(refusal.status.into());
            plain.code = refusal.code.as_deref();
            plain.service_message = refusal.message.as_deref();
            plain.field = refusal.field.as_deref();
            plain.issues = Some(&refusal.issues);
            details = refusal.details.as_deref();
        }
        Failure::Abandoned(reason) => {
            plain.reason = Some(if *reason == Reason::Aborted { "aborted" } else { "timeout" });
        }
        Failure::Malformed(malformed) => {
            plain.status = Some(malformed.status.into());
            plain.excerpt = Some(&malformed.excerpt);
        }
        Failure::Unreachable(_) => {}
    }
    let mut json = to_json(&plain).unwrap_or_default();
    if let Some(details) = details {
        // Foreign JSON, handed on as it came.
        json.pop();
        json.push_str(",\"details\":");
        json.push_str(details);
        json.push('}');
    }
    JsValue::from_str(&json)
}
