//! A moment in UTC.
//!
//! ```text
//! timestamp = date "T" hour ":" minute [ ":" second [ "." 1*DIGIT ] ] "Z"
//! hour      = 00..23      minute, second = 00..59
//! ```
//!
//! Source: the pattern printed in the document "List inventory sources" (seed 001), which is `z.iso.datetime()` of Zod 4
//! without options. It is not RFC 3339: seconds may be left out, `t` and `z` are refused, so are offsets and second 60.
//! `Date.prototype.toISOString` writes it for the years 0000 to 9999.

use super::{Format, date, text_format, two_digits};

text_format! {
    /// A moment in UTC, such as `2026-02-05T00:00:00Z`. Seconds and their fraction may be left out; offsets may not occur.
    Timestamp,
    Format {
        name: "date-time",
        expected: "a date and time in UTC such as 2026-02-05T00:00:00Z",
        example: "2026-02-05T00:00:00Z",
        accepts: |text| matches!(date_and_time(text.as_bytes()), Some((_, _, b"Z"))),
    }
}

/// Reads a date and time at the beginning: the seconds since 1970 as if it were UTC, the digits of the fraction, and
/// what follows.
pub(super) fn date_and_time(text: &[u8]) -> Option<(i64, &[u8], &[u8])> {
    let (days, rest) = date::days(text)?;
    let (hour, rest) = field(rest, b'T', 23)?;
    let (minute, rest) = field(rest, b':', 59)?;
    let (second, fraction, rest) = match field(rest, b':', 59) {
        Some((second, rest)) => {
            let (fraction, rest) = fraction(rest);
            (second, fraction, rest)
        }
        None => (0, b"".as_slice(), rest),
    };
    Some((days * 86_400 + i64::from(hour * 3_600 + minute * 60 + second), fraction, rest))
}

/// A separator and two digits, at most `max`.
pub(super) fn field(text: &[u8], separator: u8, max: u32) -> Option<(u32, &[u8])> {
    let rest = text.strip_prefix(&[separator])?;
    let (digits, rest) = rest.split_at_checked(2)?;
    two_digits(digits).filter(|&value| value <= max).map(|value| (value, rest))
}

/// The digits behind a point. A point without digits stays in the rest, where nothing accepts it.
fn fraction(text: &[u8]) -> (&[u8], &[u8]) {
    let digits = text.strip_prefix(b".").unwrap_or_default();
    match digits.iter().take_while(|digit| digit.is_ascii_digit()).count() {
        0 => (b"", text),
        count => digits.split_at(count),
    }
}
