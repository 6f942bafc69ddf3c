//! Faults on demand: the reason why the emulator exists.
//!
//! A fault waits in the tenant of one token until a request fits it. `parse` reads it from the control plane,
//! `play` carries it out.

mod parse;
mod play;

pub use parse::parse;

use std::time::Duration;

use hyper::StatusCode;
use serde_json::Value;

use crate::received::Received;

/// A fault, the requests that it waits for, and how often it strikes.
#[derive(Clone)]
pub struct Fault {
    method: Option<String>,
    path_prefix: String,
    path_suffix: String,
    /// Strikes that are left; `None` is until it is cleared.
    times: Option<u64>,
    when: When,
    kind: Kind,
}

/// Whether the service acts on the request before it fails.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Before,
    After,
}

/// What goes wrong.
#[derive(Clone)]
enum Kind {
    /// An answer of the service's own, with some status.
    Status { status: StatusCode, code: Option<String>, message: Option<String>, headers: Vec<(String, String)> },
    /// The right answer, late.
    Delay(Duration),
    /// The connection is closed without an answer.
    Drop,
    /// The connection is closed in the middle of the body.
    DropMidBody,
    /// A complete response whose JSON is cut in half.
    Truncate,
    /// The error page of a proxy.
    Html(StatusCode),
    /// A success without a body.
    Empty,
    /// JSON of a foreign shape.
    WrongEnvelope(Value),
    /// An error as RFC 9457 has it.
    ProblemJson(StatusCode),
    /// The head at once, the body later.
    SlowBody(Duration),
    /// The head at once, the body never.
    StallBody,
    /// No answer, and the connection stays open.
    Hang,
    /// A redirect.
    Redirect { status: StatusCode, to: String },
    /// A refusal that says when to come again.
    RetryAfter { status: StatusCode, wait: Wait },
    /// A body that is not UTF-8.
    NotUtf8,
    /// More headers than a browser takes.
    HugeHeaders,
}

/// The two forms of `Retry-After`.
#[derive(Clone)]
enum Wait {
    Seconds(i64),
    /// As a date, so many seconds after the strike.
    DateIn(i64),
}

impl Fault {
    /// Takes the first fault that fits the request, and counts the strike.
    pub fn take(faults: &mut Vec<Self>, received: &Received, path: &str) -> Option<Self> {
        let at = faults.iter().position(|fault| fault.fits(received, path))?;
        let fault = &mut faults[at];
        let struck = fault.clone();
        fault.times = fault.times.map(|times| times.saturating_sub(1));
        if fault.times == Some(0) {
            faults.remove(at);
        }
        Some(struck)
    }

    fn fits(&self, received: &Received, path: &str) -> bool {
        let method = self.method.as_deref().is_none_or(|method| received.method.as_str() == method);
        method && path.starts_with(&self.path_prefix) && path.ends_with(&self.path_suffix)
    }
}
