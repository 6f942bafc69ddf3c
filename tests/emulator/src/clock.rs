//! Instants as the service writes and reads them: milliseconds inside, `2026-02-05T00:00:00.000Z` outside.
//!
//! The grammar is narrower than RFC 3339 in one place (only a capital `Z`) and wider in another (seconds may be
//! left out), so no general date parser fits.

use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

/// One hour, in milliseconds.
pub const HOUR: Millis = 60 * 60 * 1000;
/// One day, in milliseconds.
pub const DAY: Millis = 24 * HOUR;
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The present instant.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}

/// The instant as the service prints it, with milliseconds.
pub fn iso(at: Millis) -> String {
    let (year, month, day) = civil(at.div_euclid(DAY));
    let (hour, minute, second, milli) = time_of_day(at);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

/// The instant as an HTTP header prints it.
pub fn http_date(at: Millis) -> String {
    let days = at.div_euclid(DAY);
    let (year, month, day) = civil(days);
    let (hour, minute, second, _) = time_of_day(at);
    let weekday = WEEKDAYS[days.rem_euclid(7) as usize];
    let month = MONTHS[month as usize - 1];
    format!("{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
}

/// Reads an instant; `None` for everything that the service would refuse.
pub fn parse(text: &str) -> Option<Millis> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    Some(parse_date(date)? * DAY + parse_time(time)?)
}

/// Reads an instant that may have any offset from UTC, as events and measurements have.
pub fn parse_with_offset(text: &str) -> Option<Millis> {
    if text.ends_with('Z') {
        return parse(text);
    }
    let (local, offset) = text.split_at_checked(text.len().checked_sub(6)?)?;
    let east = match offset.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    let at = parse(&format!("{local}Z"))?;
    (hours < 24 && minutes < 60).then(|| at - east * (hours * HOUR + minutes * 60_000))
}

/// The day as the service prints it.
pub fn date(days: i64) -> String {
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Reads a day: how many lie between it and 1970-01-01.
pub fn parse_date(date: &str) -> Option<i64> {
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    let real = parts.next().is_none() && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
    real.then(|| day_number(year, month, day))
}

fn parse_time(time: &str) -> Option<Millis> {
    let (clock, fraction) = time.split_once('.').map_or((time, None), |(clock, rest)| (clock, Some(rest)));
    let mut parts = clock.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let second = parts.next().map(|text| digits(text, 2));
    let whole = parts.next().is_none() && hour < 24 && minute < 60 && second.flatten().unwrap_or(0) < 60;
    let fraction_in_place = fraction.is_none() || second.is_some();
    let second = second.unwrap_or(Some(0))?;
    let milli = fraction.map_or(Some(0), parse_fraction)?;
    (whole && fraction_in_place).then_some(hour * HOUR + minute * 60_000 + second * 1000 + milli)
}

/// Any number of digits; the first three are the milliseconds.
fn parse_fraction(fraction: &str) -> Option<Millis> {
    digits(fraction, fraction.len().max(1))?;
    let padded: String = fraction.chars().chain("000".chars()).take(3).collect();
    padded.parse().ok()
}

fn digits(text: &str, width: usize) -> Option<i64> {
    let plain = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    // A fraction may be longer than an integer holds; its value is not read from here then.
    plain.then(|| text.parse().unwrap_or(i64::MAX))
}

fn month_length(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01, by counting years from March so that the leap day comes last.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The inverse of [`day_number`]: year, month, day.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let month = (march_month + 2) % 12 + 1;
    (year_of_era + era * 400 + i64::from(month <= 2), month, of_year - (153 * march_month + 2) / 5 + 1)
}

fn time_of_day(at: Millis) -> (i64, i64, i64, i64) {
    let of_day = at.rem_euclid(DAY);
    (of_day / HOUR, of_day / 60_000 % 60, of_day / 1000 % 60, of_day % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_service_accepts() {
        for text in [
            "2026-02-05T00:00:00Z",
            "2026-02-05T00:00Z",
            "2026-02-05T00:00:00.123456789012345678901Z",
            "2024-02-29T23:59:59Z",
            "2000-02-29T00:00Z",
            "0000-02-29T00:00Z",
        ] {
            assert!(parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn refuses_what_the_service_refuses() {
        for text in [
            "2026-02-05t00:00:00Z",
            "2026-02-05T00:00:00z",
            "2026-02-05 00:00:00Z",
            "2026-02-05T00:00:00",
            "2026-02-05T00:00:00+00:00",
            "2026-02-05T00:00:00.Z",
            "2026-02-05T00:00.5Z",
            "2026-02-05T00:00:60Z",
            "2026-02-05T24:00:00Z",
            "2026-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "2026-02-05T00:00:00Z\n",
            "",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn offsets_are_taken_off() {
        let at = parse("2026-02-05T12:00:00Z");
        for text in ["2026-02-05T12:00:00Z", "2026-02-05T07:00:00-05:00", "2026-02-05T17:30+05:30"] {
            assert_eq!(parse_with_offset(text), at, "{text}");
        }
        for text in ["2026-02-05T12:00:00", "2026-02-05T12:00:00+5:00", "2026-02-05T12:00:00+24:00", "+05:00", "ü:00"]
        {
            assert_eq!(parse_with_offset(text), None, "{text}");
        }
        assert_eq!(parse_date("2026-02-05").map(date).as_deref(), Some("2026-02-05"));
    }

    #[test]
    fn writes_what_it_reads() {
        for text in ["1970-01-01T00:00:00.000Z", "2026-02-05T12:34:56.789Z", "2024-02-29T23:59:59.999Z"] {
            assert_eq!(parse(text).map(iso).as_deref(), Some(text));
        }
        assert_eq!(http_date(784_111_777_000), "Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
