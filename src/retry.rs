//! What to do after an attempt that failed: a pure decision. Nothing here sleeps or sends.
//!
//! What may be sent again follows from what is known about the attempt. A call that changes nothing, or whose second time has
//! the effect of the first, is repeated whenever that may help. Any other is repeated only where the service certainly did not
//! get to act on it.

use crate::error::is_temporary;
use crate::shape::Repeat;

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
}

impl Policy {
    /// Two repetitions, after up to 300 and 600 ms.
    pub const DEFAULT: Self = Self { retries: 2, first_wait_ms: 300, longest_wait_ms: 20_000 };

    /// Decides after attempt number `attempt`, counted from 1. `status` is 0 when no answer came. `chance` is a random number
    /// from 0 to 1,000 that spreads the waits, so that many clients do not come back together.
    pub fn decide(self, attempt: u32, repeat: Repeat, status: u16, retry_after: Option<u32>, chance: u32) -> Decision {
        if attempt > self.retries || !may_repeat(attempt, repeat, status) {
            return Decision::Stop;
        }
        match retry_after.map(|seconds| seconds.saturating_mul(1_000)) {
            Some(wait) if wait > self.longest_wait_ms => Decision::Stop,
            Some(wait) => Decision::Again { after_ms: wait },
            None => Decision::Again { after_ms: self.backoff(attempt, chance) },
        }
    }

    /// Full jitter: anything from nothing to the whole of a wait that doubles each time.
    fn backoff(self, attempt: u32, chance: u32) -> u32 {
        let whole = self.first_wait_ms.saturating_mul(1 << (attempt - 1).min(16)).min(self.longest_wait_ms);
        (u64::from(whole) * u64::from(chance.min(1_000)) / 1_000) as u32
    }
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

    fn decide(attempt: u32, repeat: Repeat, status: u16, retry_after: Option<u32>) -> Decision {
        Policy::DEFAULT.decide(attempt, repeat, status, retry_after, 1_000)
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
        assert_eq!(Policy::DEFAULT.decide(1, Repeat::Safe, 503, None, 500), Decision::Again { after_ms: 150 });
    }

    #[test]
    fn does_as_the_service_asks_within_reason() {
        assert_eq!(decide(1, Repeat::Safe, 429, Some(2)), Decision::Again { after_ms: 2_000 });
        assert_eq!(decide(1, Repeat::Safe, 429, Some(3_600)), Decision::Stop);
    }

    #[test]
    fn leaves_alone_what_would_fail_again() {
        for status in [200, 400, 401, 404, 409, 422, 501] {
            assert_eq!(decide(1, Repeat::Safe, status, None), Decision::Stop, "{status}");
        }
    }
}
