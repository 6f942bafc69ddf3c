//! Around the network: reading an answer, deciding what comes next.

use wasm_bindgen::prelude::*;

use crate::api;
use crate::check::{Issue, Issues, Severity, Step};
use crate::error::{Failure, Hint, Reason};
use crate::request::mask;
use crate::response::{self, Payload};
use crate::retry::{Decision, Policy};
use crate::shape::{Operation, Problem};

use super::exports::operation;
use super::failure::thrown;

/// Where the payload of an answer is: nowhere (0), the whole (1), or the envelope's `data` (2). In a failure, every one of
/// `secrets` (with zero bytes between them) is masked.
#[wasm_bindgen]
pub fn read(index: usize, status: u16, text: &str, secrets: &str) -> Result<u32, JsValue> {
    let operation = operation(index)?;
    match response::read(status, text, operation.answer) {
        Ok(Payload::Nothing) => Ok(0),
        Ok(Payload::Bare(_)) => Ok(1),
        Ok(Payload::Data(_)) => Ok(2),
        Err(failure) => {
            let masked = mask(text, secrets);
            // Masking changes nothing but texts, so the second reading fails like the first.
            let failure = response::read(status, &masked, operation.answer).err().unwrap_or(failure);
            Err(thrown(&failure, failure.leaves_the_outcome_open(operation.repeat, true)))
        }
    }
}

/// The failure of a call without an answer: aborted (0), out of time (1), offline (2), withheld or lost on the way to
/// another origin (3), lost (4). `sent` tells whether an attempt has left the page.
#[wasm_bindgen(js_name = withoutAnswer)]
pub fn without_answer(index: usize, why: u32, timeout_ms: u32, sent: bool) -> JsValue {
    let failure = match why {
        0 => Failure::Abandoned(Reason::Aborted),
        1 => Failure::Abandoned(Reason::Timeout(timeout_ms)),
        2 => Failure::Unreachable(Hint::Offline),
        3 => Failure::Unreachable(Hint::OtherOrigin),
        _ => Failure::Unreachable(Hint::Unknown),
    };
    let open = |operation: &Operation| failure.leaves_the_outcome_open(operation.repeat, sent);
    thrown(&failure, api::get(index).is_some_and(open))
}

/// The failure of a call that cannot be sent: the base URL is a path but there is no page (0), the token function failed (1),
/// it gave no token (2), or the token would travel in the open (3).
#[wasm_bindgen(js_name = notSent)]
pub fn not_sent(why: u32) -> JsValue {
    let (option, expected) = match why {
        0 => ("baseUrl", "an https:// address, since there is no page here whose origin could be meant"),
        1 => ("token", "given by the token function, which failed"),
        2 => ("token", "a token of visible ASCII characters, without white space"),
        _ => ("baseUrl", "reached by https:, since a token travels with the call; http: is for localhost only"),
    };
    let mut issues = Issues::default();
    let problem = Problem::BadFormat { expected: expected.into() };
    issues.add(Severity::Error, || Issue::new(vec![Step::Key(option.to_owned())], Severity::Error, problem));
    thrown(&Failure::InvalidInput(Box::new(issues)), false)
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
