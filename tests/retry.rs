//! Every status, every kind of call and every attempt against the written rule: what may come twice is repeated after a lost
//! connection, a timeout, 408, 425, 429, 502, 503, 504, and once after 500; what must not, after 429 alone. A budget caps attempts
//! and time.

use interchange_web::error::{Failure, Malformed};
use interchange_web::response::Refusal;
use interchange_web::retry::{Attempt, Decision, Policy};
use interchange_web::shape::Repeat;

const REPEATS: [Repeat; 3] = [Repeat::Safe, Repeat::Idempotent, Repeat::Once];

fn statuses() -> impl Iterator<Item = u16> {
    std::iter::once(0).chain(200..=599)
}

fn rule(repeat: Repeat, status: u16, number: u32) -> bool {
    let harmless = repeat != Repeat::Once;
    match status {
        429 => true,
        0 | 408 | 425 | 502 | 503 | 504 => harmless,
        500 => harmless && number == 1,
        _ => false,
    }
}

#[test]
fn every_status_is_repeated_as_the_rule_says() {
    for retries in 0..=10 {
        let policy = Policy { retries, ..Policy::DEFAULT };
        for (status, repeat) in statuses().flat_map(|status| REPEATS.map(|repeat| (status, repeat))) {
            for number in 1..=12 {
                let attempt = Attempt { number, status, ..Attempt::default() };
                let again = policy.decide(repeat, &attempt) != Decision::Stop;
                let expected = number <= retries && rule(repeat, status, number);
                assert_eq!(again, expected, "{status} {repeat:?}, attempt {number} of {retries} + 1");
            }
        }
    }
}

#[test]
fn no_attempt_begins_after_the_budget_and_no_wait_is_too_long() {
    let policy = Policy { retries: 10, ..Policy::DEFAULT };
    let asked = [None, Some(0), Some(1), Some(65), Some(66), Some(3_600), Some(u32::MAX)];
    let chances = [0, 1, 500, 1_000, u32::MAX];
    let elapsed = [0, 1, 60_000, 119_999, 120_000, u32::MAX];
    for (elapsed_ms, retry_after) in elapsed.into_iter().flat_map(|ms| asked.map(|seconds| (ms, seconds))) {
        for (chance, number) in chances.into_iter().flat_map(|chance| [1, 2, 10].map(|number| (chance, number))) {
            let attempt = Attempt { number, status: 503, retry_after, elapsed_ms, chance };
            let Decision::Again { after_ms } = policy.decide(Repeat::Safe, &attempt) else { continue };
            assert!(
                after_ms <= policy.longest_wait_ms && u64::from(elapsed_ms) + u64::from(after_ms) < 120_000,
                "{attempt:?}"
            );
            assert!(retry_after.is_none_or(|seconds| after_ms == seconds * 1_000), "as the service asks: {attempt:?}");
        }
    }
    let early = Attempt { number: 1, status: 503, chance: 1_000, ..Attempt::default() };
    assert_eq!(policy.decide(Repeat::Safe, &early), Decision::Again { after_ms: 300 });
}

#[test]
fn what_is_repeated_of_a_write_that_must_not_come_twice_has_not_happened() {
    for status in statuses().filter(|status| *status > 0) {
        let refused = Failure::Refused(Box::new(Refusal { status, ..Refusal::default() }));
        let page = Failure::Malformed(Malformed { status, what: "an HTML page", excerpt: String::new() });
        let attempt = Attempt { number: 1, status, ..Attempt::default() };
        let again = Policy::DEFAULT.decide(Repeat::Once, &attempt) != Decision::Stop;
        for failure in [refused, page] {
            let open = failure.leaves_the_outcome_open(Repeat::Once, true);
            assert!(!(again && open), "{status} is repeated although it may have happened");
            assert!(!failure.leaves_the_outcome_open(Repeat::Safe, true), "{status}");
        }
    }
}
