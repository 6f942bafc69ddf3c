//! When a media buy starts.
//!
//! ```text
//! start-time = "asap" / offset-timestamp
//! ```
//!
//! Source: "`asap` or ISO 8601 date-time" in the buyer document; the OpenAPI has no pattern, so an offset is accepted.

use super::{Format, instant, text_format};

text_format! {
    /// The word `asap`, or a date and time with its zone, such as `2026-02-05T00:00:00Z`.
    StartTime,
    Format {
        name: "start-time",
        expected: "asap, or a date and time with its zone such as 2026-02-05T00:00:00Z",
        example: "2026-02-05T00:00:00Z",
        accepts: |text| text == "asap" || text.len() > DATE && instant(text).is_some(),
    }
}

/// The length of a date without a time.
const DATE: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_word_or_a_moment() {
        for (text, ok) in [
            ("asap", true),
            ("2026-02-05T00:00Z", true),
            ("2026-02-05T01:00:00+01:00", true),
            ("ASAP", false),
            ("2026-02-05", false),
            ("2026-02-05T00:00:00", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<StartTime>().is_ok(), ok, "{text}");
        }
    }
}
