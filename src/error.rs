//! The five ways in which a call ends badly, and their wording.
//!
//! | variant | JavaScript class | meaning |
//! |---|---|---|
//! | [`Failure::InvalidInput`] | `InvalidInputError` | nothing was sent |
//! | [`Failure::Refused`] | `RefusedError` | the service answered and said no |
//! | [`Failure::Unreachable`] | `UnreachableError` | no answer came |
//! | [`Failure::Abandoned`] | `AbandonedError` | the caller aborted, or the time ran out |
//! | [`Failure::Malformed`] | `MalformedError` | an answer came that is not what this API sends |

use std::fmt;

use crate::check::Issues;
use crate::json::write_number;
use crate::response::Refusal;
use crate::shape::Repeat;

/// How many issues an error's message quotes; the others are counted.
const MAX_QUOTED: usize = 3;

/// Why a call ended badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nothing was sent.
    InvalidInput(Box<Issues>),
    /// The service answered and said no.
    Refused(Box<Refusal>),
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
            Self::Refused(refusal) => is_temporary(refusal.status),
            Self::Malformed(Malformed { status, .. }) => *status < 400 || is_temporary(*status),
        }
    }
}

impl Failure {
    /// Whether the service may have acted although the call failed, and a second time might have a second effect. `sent` tells
    /// whether an attempt has left the page.
    pub fn leaves_the_outcome_open(&self, repeat: Repeat, sent: bool) -> bool {
        let open = match self {
            Self::InvalidInput(_) => false,
            Self::Unreachable(_) | Self::Abandoned(_) => true,
            Self::Refused(refusal) => refusal.status >= 500 || refusal.status == 408,
            // Whoever words a no, nobody has acted then.
            Self::Malformed(Malformed { status, .. }) => !(400..500).contains(status) || *status == 408,
        };
        open && sent && repeat == Repeat::Once
    }
}

/// Statuses that say "not now".
pub const fn is_temporary(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

impl Failure {
    /// What became of the call, as the second half of a sentence whose first word is the operation.
    pub fn sentence(&self) -> String {
        match self {
            Self::InvalidInput(issues) => ["was not sent. ", &issues.quoted()].concat(),
            Self::Refused(refusal) => {
                let code = refusal.code.as_deref().map(|code| [" ", code].concat()).unwrap_or_default();
                ["was refused with ", &digits(refusal.status.into()), &code, ": ", refusal.sentence()].concat()
            }
            Self::Unreachable(hint) => ["got no answer. ", hint.sentence()].concat(),
            Self::Abandoned(Reason::Aborted) => "was aborted by the caller.".to_owned(),
            Self::Abandoned(Reason::Timeout(ms)) => {
                ["got no complete answer within ", &digits((*ms).into()), " ms."].concat()
            }
            Self::Malformed(Malformed { status, what, .. }) => [
                "was answered with ",
                &digits((*status).into()),
                " and ",
                what,
                ", which is not what this API sends. Is something between the page and the service answering in its place, \
                 such as a proxy or a sign-in page?",
            ]
            .concat(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for Failure {}

impl Issues {
    /// The first sentences, and how many more there are.
    pub fn quoted(&self) -> String {
        let mut quoted = self.sentences(MAX_QUOTED, ' ');
        let more = self.error_count.saturating_sub(MAX_QUOTED);
        if more > 0 {
            quoted.push_str(" And ");
            write_number(&mut quoted, more as u64);
            quoted.push_str(" more.");
        }
        quoted
    }

    /// The first sentences of the errors.
    pub fn sentences(&self, most: usize, separator: char) -> String {
        let mut sentences = String::new();
        for issue in self.errors.iter().take(most) {
            if !sentences.is_empty() {
                sentences.push(separator);
            }
            sentences.push_str(&issue.message);
        }
        sentences
    }
}

fn digits(number: u64) -> String {
    let mut digits = String::new();
    write_number(&mut digits, number);
    digits
}

impl Hint {
    const fn sentence(self) -> &'static str {
        match self {
            Self::Offline => "The browser is offline.",
            Self::OtherOrigin => {
                "The network failed, or the browser withheld the answer because of CORS: this API does not let pages of \
                 other origins call it. Send the calls through a proxy on your own origin and give its address as baseUrl. \
                 Where the address does allow calls, the page's Content-Security-Policy has to name it in connect-src."
            }
            Self::Unknown => "The network failed, or the host name is wrong.",
        }
    }
}

/// The beginning of a text for a person to look at: one line, bounded.
pub fn excerpt(text: &str) -> String {
    let mut out = String::new();
    let mut space = false;
    let mut room = MAX_EXCERPT;
    for c in text.trim().chars() {
        if c.is_whitespace() || c.is_control() {
            space = true;
            continue;
        }
        if room == 0 {
            out.push('…');
            break;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        out.push(c);
        room -= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_when_a_write_cannot_have_happened() {
        let refused = |status| Failure::Refused(Box::new(Refusal { status, ..Refusal::default() }));
        let page = |status| Failure::Malformed(Malformed { status, what: "an HTML page", excerpt: String::new() });
        let open = |failure: &Failure| failure.leaves_the_outcome_open(Repeat::Once, true);
        for status in [400, 401, 403, 404, 409, 413, 422, 425, 429] {
            assert!(!open(&refused(status)) && !open(&page(status)), "{status}");
        }
        for status in [408, 500, 502, 503, 504] {
            assert!(open(&refused(status)) && open(&page(status)), "{status}");
        }
        assert!(open(&page(200)), "it may be the answer of a success, damaged");
        assert!(!open(&refused(200)), "an envelope that says no");
        for lost in [Failure::Unreachable(Hint::Unknown), Failure::Abandoned(Reason::Timeout(1))] {
            assert!(open(&lost) && !lost.leaves_the_outcome_open(Repeat::Once, false), "{lost}");
            assert!(!lost.leaves_the_outcome_open(Repeat::Safe, true), "{lost}");
        }
    }

    #[test]
    fn cuts_an_excerpt() {
        assert_eq!(excerpt(" <html>\n\t<b>no\u{0}w</b>\r\n"), "<html> <b>no w</b>");
        assert_eq!(excerpt(&"x".repeat(MAX_EXCERPT)), "x".repeat(MAX_EXCERPT));
        assert_eq!(excerpt(&"x".repeat(MAX_EXCERPT + 1)), "x".repeat(MAX_EXCERPT) + "…");
    }
}
