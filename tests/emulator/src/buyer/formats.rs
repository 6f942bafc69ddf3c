//! Textual formats that only the buyer's operations know.

use crate::check::Format;
use crate::clock;

/// A SHA-256 as the service takes it: lower case only.
pub const HASH: Format = Format {
    wanted: "64 hexadecimal digits in lower case",
    holds: |text| text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)),
};

/// A day.
pub const DATE: Format =
    Format { wanted: "a date such as 2026-02-05", holds: |text| clock::parse_date(text).is_some() };

/// An instant with any offset.
pub const INSTANT: Format = Format {
    wanted: "a date and time with an offset such as 2026-02-05T00:00:00-05:00",
    holds: |text| clock::parse_with_offset(text).is_some(),
};

/// The beginning of an hour.
pub const FULL_HOUR: Format = Format {
    wanted: "the beginning of an hour such as 2026-02-05T14:00:00Z",
    holds: |text| {
        let minutes = text.get(13..19) == Some(":00:00");
        minutes
            && clock::parse_with_offset(text).is_some()
            && matches!(text.as_bytes().get(19), Some(b'Z' | b'+' | b'-'))
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_hours_have_no_minutes_and_no_fractions() {
        for good in ["2026-02-05T14:00:00Z", "2026-02-05T14:00:00+05:30"] {
            assert!((FULL_HOUR.holds)(good), "{good}");
        }
        for bad in
            ["2026-02-05T14:30:00Z", "2026-02-05T14:00:01Z", "2026-02-05T14:00Z", "2026-02-05T14:00:00.000Z", "x"]
        {
            assert!(!(FULL_HOUR.holds)(bad), "{bad}");
        }
    }

    #[test]
    fn hashes_are_in_lower_case() {
        assert!((HASH.holds)(&"0a".repeat(32)));
        assert!(!(HASH.holds)(&"0A".repeat(32)) && !(HASH.holds)(&"0a".repeat(31)));
    }
}
