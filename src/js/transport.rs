//! Around the network: building a request, reading an answer, deciding what comes next.

use gloo_net::http::{Headers, Method as HttpMethod, RequestBuilder};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, RequestCredentials, RequestRedirect};

use crate::error::{Failure, Hint, Reason};
use crate::request::mask;
use crate::response::{self, Payload};
use crate::retry::{Decision, Policy};
use crate::shape::Method;

use super::exports::operation;
use super::failure::of_call;

/// Builds the runtime's `Request`. No cookies; and no redirect, which would carry the token to wherever it points.
#[wasm_bindgen]
pub fn request(
    index: usize,
    url: &str,
    headers: web_sys::Headers,
    body: &JsValue,
    signal: Option<AbortSignal>,
) -> Result<web_sys::Request, JsValue> {
    let builder = RequestBuilder::new(url)
        .method(method(operation(index)?.method))
        .headers(Headers::from_raw(headers))
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .abort_signal(signal.as_ref());
    let request = if body.is_undefined() { builder.build() } else { builder.body(body.clone()) };
    request.map(web_sys::Request::from).map_err(|error| js_sys::Error::new(&error.to_string()).into())
}

/// The payload of an answer, or undefined for none. Throws a plain failure, in which every one of `secrets` (with zero
/// bytes between them) is masked.
#[wasm_bindgen]
pub fn read(
    index: usize,
    status: u16,
    text: &str,
    secrets: &str,
    request_id: Option<String>,
    retry_after: Option<u32>,
) -> Result<JsValue, JsValue> {
    let operation = operation(index)?;
    let masked;
    let failure = match response::read(status, text, operation.answers) {
        Ok(Payload::Nothing) => return Ok(JsValue::UNDEFINED),
        Ok(Payload::Json(json)) => return js_sys::JSON::parse(json),
        Err(_) => {
            masked = mask(text, secrets);
            response::read(status, &masked, operation.answers)
        }
    };
    match failure {
        Err(Failure::Refused(mut refusal)) => {
            refusal.request_id = request_id;
            refusal.retry_after = retry_after;
            Err(of_call(operation, &Failure::Refused(refusal)))
        }
        Err(failure) => Err(of_call(operation, &failure)),
        Ok(_) => Ok(JsValue::UNDEFINED),
    }
}

/// The plain failure of a call without an answer: aborted (0), out of time (1), offline (2), withheld or lost on the way to
/// another origin (3), lost (4).
#[wasm_bindgen(js_name = withoutAnswer)]
pub fn without_answer(index: usize, why: u32, timeout_ms: u32) -> Result<JsValue, JsValue> {
    let failure = match why {
        0 => Failure::Abandoned(Reason::Aborted),
        1 => Failure::Abandoned(Reason::Timeout(timeout_ms)),
        2 => Failure::Unreachable(Hint::Offline),
        3 => Failure::Unreachable(Hint::OtherOrigin),
        _ => Failure::Unreachable(Hint::Unknown),
    };
    Ok(of_call(operation(index)?, &failure))
}

/// After how many milliseconds to send again, or undefined for not at all. `attempt` counts from 1; `chance` is from 0 to
/// 1,000; `status` is 0 when there was no answer.
#[wasm_bindgen(js_name = waitBeforeNext)]
pub fn wait_before_next(
    index: usize,
    attempt: u32,
    retries: u32,
    chance: u32,
    status: u16,
    retry_after: Option<u32>,
) -> Option<u32> {
    let operation = operation(index).ok()?;
    let policy = Policy { retries, ..Policy::DEFAULT };
    match policy.decide(attempt, operation.repeat, status, retry_after, chance) {
        Decision::Stop => None,
        Decision::Again { after_ms } => Some(after_ms),
    }
}

fn method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
        Method::Patch => HttpMethod::PATCH,
        Method::Delete => HttpMethod::DELETE,
    }
}
