//! What to do after an attempt that failed: a pure decision. Nothing here sleeps or sends.
//!
//! What may be sent again follows from what is known about the attempt. A call that changes nothing, or whose second time has
//! the effect of the first, is repeated whenever that may help. Any other is repeated only where the service certainly did not
//! get to act on it.

use crate::error::is_temporary;
use crate::shape::{Pace, Repeat};

/// What is known about an attempt that failed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attempt {
    /// Counted from 1.
    pub number: u32,
    /// What the service answered; 0 when no answer came.
    pub status: u16,
    /// Seconds after which the service asks to be called again.
    pub retry_after: Option<u32>,
    /// Milliseconds since the call began.
    pub elapsed_ms: u32,
    /// A random number from 0 to 1,000 that spreads the waits, so that many clients do not come back together.
    pub chance: u32,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Give up and tell the caller.
    Stop,
    /// Send again after so many milliseconds.
    Again { after_ms: u32 },
}

/// How often, and how patiently, a call is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// How many times a call is sent again after the first time.
    pub retries: u32,
    /// The longest wait before the first repetition, in milliseconds; it doubles each time.
    pub first_wait_ms: u32,
    /// No wait is longer, in milliseconds. A service that asks for more is not called again.
    pub longest_wait_ms: u32,
    /// No attempt begins later than this after the call, in milliseconds.
    pub budget_ms: u32,
}

impl Policy {
    /// Two repetitions, after up to 300 and 600 ms, within two minutes.
    pub const DEFAULT: Self = Self { retries: 2, first_wait_ms: 300, longest_wait_ms: 65_000, budget_ms: 120_000 };

    /// Decides after an attempt.
    pub fn decide(self, repeat: Repeat, attempt: &Attempt) -> Decision {
        if attempt.number > self.retries || !may_repeat(attempt.number, repeat, attempt.status) {
            return Decision::Stop;
        }
        let asked = attempt.retry_after.map(|seconds| seconds.saturating_mul(1_000));
        let wait = asked.unwrap_or_else(|| self.backoff(attempt));
        if wait > self.longest_wait_ms || attempt.elapsed_ms.saturating_add(wait) >= self.budget_ms {
            return Decision::Stop;
        }
        Decision::Again { after_ms: wait }
    }

    /// Full jitter: anything from nothing to the whole of a wait that doubles each time.
    fn backoff(self, attempt: &Attempt) -> u32 {
        let doubled = self.first_wait_ms.saturating_mul(1 << attempt.number.saturating_sub(1).min(16));
        let whole = u64::from(doubled.min(self.longest_wait_ms));
        (whole * u64::from(attempt.chance.min(1_000)) / 1_000) as u32
    }
}

/// After how many milliseconds to ask again what became of something: as the service says, within reason, or else as the
/// documents pace the operation. `elapsed_ms` counts from the first time.
pub fn ask_again(pace: Pace, elapsed_ms: u32, retry_after: Option<u32>) -> u32 {
    const MINUTE: u32 = 60_000;
    let usual = if elapsed_ms < MINUTE { pace.first } else { pace.later };
    let seconds = retry_after.map_or(u32::from(usual), |seconds| seconds.clamp(1, 300));
    seconds * 1_000
}

/// Whether another attempt may help, and can do no harm.
fn may_repeat(attempt: u32, repeat: Repeat, status: u16) -> bool {
    match status {
        // The limiter stands before the service's logic.
        429 => true,
        _ if repeat == Repeat::Once => false,
        // A failure inside may be a matter of chance; twice is none.
        500 => attempt == 1,
        _ => status == 0 || is_temporary(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(number: u32, repeat: Repeat, status: u16, retry_after: Option<u32>) -> Decision {
        let attempt = Attempt { number, status, retry_after, elapsed_ms: 0, chance: 1_000 };
        Policy::DEFAULT.decide(repeat, &attempt)
    }

    #[test]
    fn repeats_what_a_second_time_cannot_harm() {
        let again = Decision::Again { after_ms: 300 };
        for status in [0, 408, 425, 500, 502, 503, 504] {
            assert_eq!(decide(1, Repeat::Safe, status, None), again, "{status}");
            assert_eq!(decide(1, Repeat::Idempotent, status, None), again, "{status}");
            assert_eq!(decide(1, Repeat::Once, status, None), Decision::Stop, "{status}");
        }
        assert_eq!(decide(1, Repeat::Once, 429, None), again, "the limiter refused it before it could act");
        assert_eq!(decide(2, Repeat::Safe, 500, None), Decision::Stop, "the second failure inside is no chance");
    }

    #[test]
    fn waits_longer_each_time_and_gives_up() {
        assert_eq!(decide(2, Repeat::Safe, 503, None), Decision::Again { after_ms: 600 });
        assert_eq!(decide(3, Repeat::Safe, 503, None), Decision::Stop);
        let half = Attempt { number: 1, status: 503, chance: 500, ..Attempt::default() };
        assert_eq!(Policy::DEFAULT.decide(Repeat::Safe, &half), Decision::Again { after_ms: 150 });
        let late = Policy { retries: 99, ..Policy::DEFAULT };
        let attempt = Attempt { number: 60, status: 503, chance: 1_000, ..Attempt::default() };
        assert_eq!(late.decide(Repeat::Safe, &attempt), Decision::Again { after_ms: 65_000 }, "no wait is longer");
    }

    #[test]
    fn keeps_to_its_budget() {
        let tight = Policy { budget_ms: 1_000, ..Policy::DEFAULT };
        let attempt = |elapsed_ms| Attempt { number: 1, status: 503, elapsed_ms, chance: 1_000, retry_after: None };
        assert_eq!(tight.decide(Repeat::Safe, &attempt(699)), Decision::Again { after_ms: 300 });
        assert_eq!(tight.decide(Repeat::Safe, &attempt(700)), Decision::Stop);
    }

    #[test]
    fn does_as_the_service_asks_within_reason() {
        assert_eq!(decide(1, Repeat::Safe, 429, Some(2)), Decision::Again { after_ms: 2_000 });
        assert_eq!(
            decide(1, Repeat::Safe, 429, Some(60)),
            Decision::Again { after_ms: 60_000 },
            "the limiter's window"
        );
        assert_eq!(decide(1, Repeat::Safe, 429, Some(66)), Decision::Stop);
        assert_eq!(decide(1, Repeat::Safe, 503, Some(u32::MAX)), Decision::Stop);
    }

    #[test]
    fn leaves_alone_what_would_fail_again() {
        for status in [200, 400, 401, 404, 409, 422, 501] {
            assert_eq!(decide(1, Repeat::Safe, status, None), Decision::Stop, "{status}");
        }
    }

    #[test]
    fn asks_again_as_the_service_says_or_the_documents_pace_it() {
        let pace = Pace { first: 10, later: 15 };
        assert_eq!((ask_again(pace, 0, None), ask_again(pace, 60_000, None)), (10_000, 15_000));
        assert_eq!((ask_again(pace, 0, Some(2)), ask_again(pace, 0, Some(0))), (2_000, 1_000));
        assert_eq!(ask_again(pace, 0, Some(86_400)), 300_000, "it may be done much sooner");
    }
}
