//! The five ways in which a call ends badly, and their wording.
//!
//! | variant | JavaScript class | meaning |
//! |---|---|---|
//! | [`Failure::InvalidInput`] | `InvalidInputError` | nothing was sent |
//! | [`Failure::Refused`] | `RefusedError` | the service answered and said no |
//! | [`Failure::Unreachable`] | `UnreachableError` | no answer came |
//! | [`Failure::Abandoned`] | `AbandonedError` | the caller aborted, or the time ran out |
//! | [`Failure::Malformed`] | `MalformedError` | an answer came that is not what this API sends |

use std::fmt::{self, Write};

use crate::check::{Issue, Issues};
use crate::response::Refusal;

/// How many issues an error's message quotes; the others are counted.
const MAX_QUOTED: usize = 3;

/// Why a call ended badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nothing was sent.
    InvalidInput(Issues),
    /// The service answered and said no.
    Refused(Refusal),
    /// No answer came.
    Unreachable(Hint),
    /// The caller aborted, or the time ran out.
    Abandoned(Reason),
    /// An answer came that is not what this API sends.
    Malformed(Malformed),
}

/// What the circumstances say about an answer that did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// The runtime says that it is offline.
    Offline,
    /// The service lives on another origin than the page: perhaps the browser withheld the answer.
    OtherOrigin,
    /// Nothing is known.
    Unknown,
}

/// Who gave a call up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Aborted,
    /// No complete answer within so many milliseconds.
    Timeout(u32),
}

/// An answer that is not what this API sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    pub status: u16,
    /// What it is instead, as a part of a sentence.
    pub what: &'static str,
    /// Its beginning, at most [`MAX_EXCERPT`] characters, with every credential of the call masked.
    pub excerpt: String,
}

/// The greatest length of an excerpt, in characters.
pub const MAX_EXCERPT: usize = 200;

impl Failure {
    /// The name of the JavaScript class.
    pub const fn class(&self) -> &'static str {
        match self {
            Self::InvalidInput(_) => "InvalidInputError",
            Self::Refused(_) => "RefusedError",
            Self::Unreachable(_) => "UnreachableError",
            Self::Abandoned(_) => "AbandonedError",
            Self::Malformed(_) => "MalformedError",
        }
    }

    /// Whether the same call may succeed later without being changed.
    pub fn retryable(&self) -> bool {
        match self {
            Self::InvalidInput(_) | Self::Abandoned(Reason::Aborted) => false,
            Self::Unreachable(_) | Self::Abandoned(Reason::Timeout(_)) => true,
            Self::Refused(Refusal { status, .. }) => is_temporary(*status),
            Self::Malformed(Malformed { status, .. }) => *status < 400 || is_temporary(*status),
        }
    }
}

/// Statuses that say "not now".
pub const fn is_temporary(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidInput(issues) => {
                f.write_str("was not sent. ")?;
                quote(f, &issues.errors, issues.error_count)
            }
            Self::Refused(refusal) => write!(f, "was refused with {refusal}"),
            Self::Unreachable(hint) => write!(f, "got no answer. {}", hint.sentence()),
            Self::Abandoned(Reason::Aborted) => f.write_str("was aborted by the caller."),
            Self::Abandoned(Reason::Timeout(ms)) => write!(f, "got no complete answer within {ms} ms."),
            Self::Malformed(Malformed { status, what, .. }) => {
                write!(f, "was answered with {status} and {what}, which is not what this API sends. ")?;
                f.write_str("Is something between the page and the service answering in its place, such as a proxy or a sign-in page?")
            }
        }
    }
}

impl std::error::Error for Failure {}

fn quote(f: &mut fmt::Formatter<'_>, issues: &[Issue], count: usize) -> fmt::Result {
    for (index, issue) in issues.iter().take(MAX_QUOTED).enumerate() {
        if index > 0 {
            f.write_char(' ')?;
        }
        f.write_str(&issue.message)?;
    }
    if count > MAX_QUOTED { write!(f, " And {} more.", count - MAX_QUOTED) } else { Ok(()) }
}

impl Hint {
    const fn sentence(self) -> &'static str {
        match self {
            Self::Offline => "The browser is offline.",
            Self::OtherOrigin => {
                "The network failed, or the browser withheld the answer because of CORS: this API does not let pages of \
                 other origins call it. Send the calls through a proxy on your own origin and give its address as baseUrl."
            }
            Self::Unknown => "The network failed, or the host name is wrong.",
        }
    }
}

/// The beginning of a text for a person to look at: one line, bounded.
pub fn excerpt(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        let space = usize::from(!out.is_empty());
        let room = MAX_EXCERPT.saturating_sub(out.chars().count() + space);
        if room == 0 {
            out.push('…');
            break;
        }
        out.push_str(&" "[..space]);
        out.extend(word.chars().take(room));
    }
    out
}
