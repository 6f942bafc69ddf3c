//! A calendar date.
//!
//! ```text
//! date  = year "-" month "-" day        ; the day exists in the proleptic Gregorian calendar
//! year  = 4DIGIT                        ; 0000 is a leap year, as the service's own pattern has it
//! ```
//!
//! Source: `z.iso.date()` of Zod 4, which the service prints as a pattern. In two places the service's own pattern is
//! looser and lets 2026-13-45 pass; such a date is no date, and is refused here.

use super::{Format, text_format, two_digits};

text_format! {
    /// A calendar date, such as `2026-02-05`.
    CalendarDate,
    Format {
        name: "date",
        expected: "a calendar date such as 2026-02-05",
        example: "2026-02-05",
        accepts: |text| matches!(days(text.as_bytes()), Some((_, []))),
    }
}

/// Reads a date at the beginning: the days since 1970-01-01, and what follows.
pub(super) fn days(text: &[u8]) -> Option<(i64, &[u8])> {
    let (date, rest) = text.split_at_checked(10)?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else { return None };
    let year = two_digits(&[y1, y2])? * 100 + two_digits(&[y3, y4])?;
    let month = two_digits(&[m1, m2])?;
    let day = two_digits(&[d1, d2])?;
    let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    exists.then(|| (days_since_epoch(year, month, day), rest))
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Counts years from March, so that the leap day is the last of its year (Howard Hinnant, "chrono-Compatible Low-Level
/// Date Algorithms", `days_from_civil`).
fn days_since_epoch(year: u32, month: u32, day: u32) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let day_of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        for (text, exists) in [
            ("2026-02-28", true),
            ("2026-02-29", false),
            ("2024-02-29", true),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2100-02-29", false),
            ("0000-02-29", true),
            ("2026-04-31", false),
            ("2026-13-01", false),
            ("2026-00-10", false),
            ("2026-01-00", false),
            ("2026-1-01", false),
            ("2026-01-01 ", false),
            ("10000-01-01", false),
            ("٢٠٢٦-01-01", false),
        ] {
            assert_eq!(text.parse::<CalendarDate>().is_ok(), exists, "{text}");
        }
    }

    #[test]
    fn counts_days() {
        for (text, expected) in
            [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0000-01-01", -719_528)]
        {
            assert_eq!(days(text.as_bytes()).map(|(days, _)| days), Some(expected), "{text}");
        }
    }
}
