//! Around the network: reading an answer, deciding what comes next.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::api;
use crate::check::{Issue, Issues, Severity, Step};
use crate::error::{Failure, Hint, Malformed, Reason};
use crate::pace::{Pace, Told};
use crate::pages::{self, Next};
use crate::request::mask;
use crate::response::{self, Payload};
use crate::retry::{self, Attempt, Decision, Policy};
use crate::shape::{Operation, Problem};

use super::exports::operation;
use super::failure::thrown;

/// Where the payload of an answer is: nowhere (0), the whole (1), or the envelope's `data` (2). In a failure, every one of
/// `secrets` (with zero bytes between them) is masked. `signs` are members of which the payload must have one, if any.
#[wasm_bindgen]
pub fn read(index: usize, status: u16, text: &str, secrets: &str, signs: &str) -> Result<u32, JsValue> {
    let operation = operation(index)?;
    match response::read_answer(operation, status, text, signs) {
        Ok(Payload::Nothing) => Ok(0),
        Ok(Payload::Bare(_)) => Ok(1),
        Ok(Payload::Data(_)) => Ok(2),
        Err(failure) => {
            let masked = mask(text, secrets);
            // Masking changes nothing but texts, so the second reading fails like the first.
            let failure = response::read_answer(operation, status, &masked, signs).err().unwrap_or(failure);
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
/// it gave no token (2), the token would travel in the open (3), or the runtime makes no request of it (4).
#[wasm_bindgen(js_name = notSent)]
pub fn not_sent(why: u32) -> JsValue {
    let (option, expected) = match why {
        0 => ("baseUrl", "an https:// address, since there is no page here whose origin could be meant"),
        1 => ("token", "given by the token function, which failed"),
        2 => ("token", "a token of visible ASCII characters, without white space"),
        4 => ("baseUrl", "an address for which the runtime can make a request"),
        _ => ("baseUrl", "reached by https:, since a token travels with the call; http: is for localhost only"),
    };
    let mut issues = Issues::default();
    let problem = Problem::BadFormat { expected: expected.into() };
    issues.add(Severity::Error, || Issue::new(vec![Step::Key(option.to_owned())], Severity::Error, problem));
    thrown(&Failure::InvalidInput(Box::new(issues)), false)
}

/// After how many milliseconds to send again, or undefined for not at all. `attempt` counts from 1; `chance` is from 0 to
/// 1,000; `status` is 0 when there was no answer; `elapsed` counts from the beginning of the call; `deadline` is 0 for none.
#[expect(clippy::too_many_arguments, reason = "numbers cross the border as they are; an object would cost more")]
#[wasm_bindgen(js_name = waitBeforeNext)]
pub fn wait_before_next(
    index: usize,
    number: u32,
    retries: u32,
    chance: u32,
    status: u16,
    retry_after: Option<u32>,
    elapsed_ms: u32,
    deadline_ms: u32,
) -> Option<u32> {
    let operation = operation(index).ok()?;
    let budget_ms = if deadline_ms > 0 { deadline_ms } else { Policy::DEFAULT.budget_ms };
    let policy = Policy { retries, budget_ms, ..Policy::DEFAULT };
    match policy.decide(operation.repeat, &Attempt { number, status, retry_after, elapsed_ms, chance }) {
        Decision::Stop => None,
        Decision::Again { after_ms } => Some(after_ms),
    }
}

/// After how many milliseconds to ask again what became of something.
#[wasm_bindgen(js_name = askAgain)]
pub fn ask_again(index: usize, elapsed_ms: u32, retry_after: Option<u32>) -> Result<u32, JsValue> {
    Ok(retry::ask_again(operation(index)?.pace, elapsed_ms, retry_after))
}

/// The fields that the input of the next page has different, as JSON; undefined after the last page, and empty where the
/// service comes back to this one.
#[wasm_bindgen(js_name = nextPage)]
pub fn next_page(index: usize, input: &str, answer: &str, listed: u32) -> Result<Option<String>, JsValue> {
    let next = pages::next(operation(index)?, input, answer, listed.into());
    Ok(next.map(|next| if let Next::Page(fields) = next { fields } else { String::new() }))
}

/// The failure of a list that does not end, or that does not hold what it should.
#[wasm_bindgen(js_name = noList)]
pub fn no_list(endless: bool) -> JsValue {
    let what = if endless { "a list that does not end" } else { "JSON of another shape" };
    thrown(&Failure::Malformed(Malformed { status: 200, what, excerpt: String::new() }), false)
}

/// The pace of a client. Times are milliseconds of a clock that does not run backwards.
#[wasm_bindgen]
pub struct Pacer(RefCell<Pace>);

#[wasm_bindgen]
impl Pacer {
    /// At most so many under way; at most so many a minute while the service is silent.
    #[wasm_bindgen(constructor)]
    pub fn new(most: u32, per_minute: u32) -> Self {
        Self(RefCell::new(Pace::new(most, per_minute)))
    }

    /// 0 when the next request may leave, and it counts as having left; otherwise when to ask again.
    pub fn leave(&self, now: f64) -> f64 {
        self.0.try_borrow_mut().map_or(0.0, |mut pace| pace.leave(now))
    }

    /// A request has ended; what the service said about its limit, in whole numbers and seconds.
    pub fn ended(
        &self,
        now: f64,
        answered: bool,
        limit: Option<u32>,
        remaining: Option<u32>,
        reset: Option<u32>,
        pause: Option<u32>,
    ) {
        let told = answered.then_some(Told { limit, remaining, reset, pause });
        if let Ok(mut pace) = self.0.try_borrow_mut() {
            pace.ended(now, told);
        }
    }
}
