//! A moment with an offset from UTC, and the comparison of moments.
//!
//! ```text
//! offset-timestamp = date "T" hour ":" minute [ ":" second [ "." 1*DIGIT ] ] ( "Z" / offset )
//! offset           = ( "+" / "-" ) hour ":" minute
//! ```
//!
//! Source: `z.iso.datetime({ offset: true })` of Zod 4; the documents allow offsets for `event_time` and for the
//! measurement window only.

use super::timestamp::{date_and_time, field};
use super::{Format, date, text_format};

text_format! {
    /// A moment, in UTC or with an offset, such as `2026-02-05T01:00:00+01:00`.
    OffsetTimestamp,
    Format {
        name: "date-time-offset",
        expected: "a date and time with its zone, such as 2026-02-05T01:00:00+01:00 or 2026-02-05T00:00:00Z",
        example: "2026-02-05T00:00:00Z",
        accepts: |text| date_and_time(text.as_bytes()).is_some_and(|(_, _, zone)| offset(zone).is_some()),
    }
}

/// A moment that can be compared. Two texts that mean the same moment are equal, whatever their offsets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant {
    seconds: i64,
    /// The digits of the fraction, without zeros at the end: their order is the order of the fractions.
    fraction: Vec<u8>,
}

/// The moment that a timestamp means, or the beginning of the day that a date means.
pub fn instant(text: &str) -> Option<Instant> {
    if let Some((days, [])) = date::days(text.as_bytes()) {
        return Some(Instant { seconds: days * 86_400, fraction: Vec::new() });
    }
    let (seconds, fraction, zone) = date_and_time(text.as_bytes())?;
    let significant = fraction.iter().rposition(|&digit| digit != b'0').map_or(0, |last| last + 1);
    Some(Instant { seconds: seconds - offset(zone)?, fraction: fraction.get(..significant)?.to_vec() })
}

/// The seconds by which a zone is ahead of UTC.
pub(super) fn offset(zone: &[u8]) -> Option<i64> {
    let (sign, separator) = match zone {
        b"Z" => return Some(0),
        [b'+', ..] => (1, b'+'),
        [b'-', ..] => (-1, b'-'),
        _ => return None,
    };
    let (hours, rest) = field(zone, separator, 23)?;
    let (minutes, rest) = field(rest, b':', 59)?;
    rest.is_empty().then(|| sign * i64::from(hours * 3_600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_moments_and_not_texts() {
        let order = |a: &str, b: &str| instant(a).unwrap().cmp(&instant(b).unwrap());
        use std::cmp::Ordering::{Equal, Less};
        assert_eq!(order("2026-02-05T00:00:00Z", "2026-02-05T01:00:00+01:00"), Equal);
        assert_eq!(order("2026-02-05T00:00Z", "2026-02-05T00:00:00.000Z"), Equal);
        assert_eq!(order("2026-02-05T23:00:00+05:00", "2026-02-05T19:00:00Z"), Less);
        assert_eq!(order("2026-02-05T00:00:00.09Z", "2026-02-05T00:00:00.1Z"), Less);
        assert_eq!(order("2026-02-05", "2026-02-05T00:00:00.000000000000000001Z"), Less);
        assert_eq!(instant("2026-02-30"), None);
    }
}
