//! Failures as plain objects, from which the package makes its error classes.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use crate::check::{Issue, Issues, Severity, Step};
use crate::error::{Failure, Reason};
use crate::shape::{Operation, Problem};

use super::{set, set_text, to_js};

/// The failure of a call.
pub fn of_call(operation: &Operation, failure: &Failure) -> JsValue {
    let plain = plain(operation.id(), failure);
    set_text(&plain, "operation", operation.id());
    set_text(&plain, "method", operation.method.name());
    plain
}

/// A failure before there was a call.
pub fn of_client(failure: &Failure) -> JsValue {
    plain("The client", failure)
}

/// The failure of one option: it must be something else.
pub fn of_option(name: &str, expected: &str) -> JsValue {
    let mut issues = Issues::default();
    let problem = Problem::BadFormat { expected: expected.to_owned().into() };
    issues.add(Severity::Error, || Issue::new(vec![Step::Key(name.to_owned())], Severity::Error, problem));
    of_client(&Failure::InvalidInput(issues))
}

fn plain(subject: &str, failure: &Failure) -> JsValue {
    let plain = Object::new();
    let text = |name: &str, text: &Option<String>| {
        if let Some(text) = text {
            set_text(&plain, name, text);
        }
    };
    set_text(&plain, "name", failure.class());
    set_text(&plain, "message", &[subject, " ", &failure.sentence()].concat());
    set(&plain, "retryable", &failure.retryable().into());
    match failure {
        Failure::InvalidInput(issues) => {
            set(&plain, "issues", &to_js(&issues.errors));
            set(&plain, "total", &issues.error_count.into());
        }
        Failure::Refused(refusal) => {
            set(&plain, "status", &refusal.status.into());
            text("code", &refusal.code);
            text("field", &refusal.field);
            text("requestId", &refusal.request_id);
            set(&plain, "issues", &to_js(&refusal.issues));
            if let Some(details) = refusal.details.as_ref().and_then(|details| js_sys::JSON::parse(details).ok()) {
                set(&plain, "details", &details);
            }
            if let Some(seconds) = refusal.retry_after {
                set(&plain, "retryAfter", &seconds.into());
            }
        }
        Failure::Abandoned(reason) => {
            set_text(&plain, "reason", if *reason == Reason::Aborted { "aborted" } else { "timeout" });
        }
        Failure::Malformed(malformed) => {
            set(&plain, "status", &malformed.status.into());
            set_text(&plain, "excerpt", &malformed.excerpt);
        }
        Failure::Unreachable(_) => {}
    }
    plain.into()
}
