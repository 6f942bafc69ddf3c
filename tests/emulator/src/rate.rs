//! The request allowance of one token: a fixed window that opens with its first request.

use hyper::header::{HeaderMap, HeaderName, HeaderValue};

use crate::clock::Millis;

/// The headers in which the service states the allowance.
pub const HEADERS: [&str; 3] = ["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"];

/// The requests of the present window.
#[derive(Default)]
pub struct Window {
    opened: Millis,
    used: u32,
}

/// What is left of the allowance after a request.
pub struct Allowance {
    limit: u32,
    remaining: u32,
    reset_seconds: i64,
    /// Whether the request is within the limit.
    pub granted: bool,
}

impl Window {
    /// Counts a request. A limit of 0 is no limit.
    pub fn count(&mut self, limit: u32, length: Millis, now: Millis) -> Allowance {
        if self.used == 0 || now >= self.opened + length {
            *self = Self { opened: now, used: 0 };
        }
        let granted = limit == 0 || self.used < limit;
        self.used = self.used.saturating_add(u32::from(granted));
        Allowance {
            limit,
            remaining: limit.saturating_sub(self.used),
            reset_seconds: seconds(self.opened + length - now),
            granted,
        }
    }
}

impl Allowance {
    /// The allowance of a caller who is not known: stated, not counted.
    pub fn untouched(limit: u32, length: Millis) -> Self {
        Self { limit, remaining: limit, reset_seconds: seconds(length), granted: true }
    }

    /// The seconds until the window ends, rounded up.
    pub fn reset_seconds(&self) -> i64 {
        self.reset_seconds
    }

    /// Writes the headers; none where there is no limit.
    pub fn write(&self, headers: &mut HeaderMap) {
        if self.limit == 0 {
            return;
        }
        let values = [i64::from(self.limit), i64::from(self.remaining), self.reset_seconds];
        for (name, value) in HEADERS.into_iter().zip(values) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from(value));
        }
    }
}

fn seconds(millis: Millis) -> i64 {
    (millis + 999).div_euclid(1000).max(1)
}
