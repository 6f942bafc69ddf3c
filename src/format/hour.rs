//! An hour, written as a timestamp on the hour.
//!
//! ```text
//! hour = date "T" hour ":00:00" ( "Z" / offset )
//! ```
//!
//! Source: `startHour` and `endHour` of the event summary. The service's pattern also lets 2026-99-99T99:00:00+99:99 pass
//! and refuses a fraction of `.000`; the first is no moment and is refused here, the second is refused as documented.

use super::offset_timestamp::offset;
use super::timestamp::date_and_time;
use super::{Format, text_format};

text_format! {
    /// An hour: a timestamp whose minutes and seconds are zero and written out, such as `2026-02-05T14:00:00Z`.
    Hour,
    Format {
        name: "hour",
        expected: "a full hour such as 2026-02-05T14:00:00Z, without a fraction of a second",
        example: "2026-02-05T14:00:00Z",
        accepts,
    }
}

fn accepts(text: &str) -> bool {
    let on_the_hour = text.as_bytes().get(13..19) == Some(b":00:00");
    let zone = date_and_time(text.as_bytes()).map(|(_, _, zone)| zone);
    on_the_hour && zone.is_some_and(|zone| zone.len() + 19 == text.len() && offset(zone).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wants_the_hour_written_out() {
        for text in ["2026-02-05T14:00:00Z", "2026-02-05T14:00:00+05:30", "2024-02-29T00:00:00-00:00"] {
            assert!(text.parse::<Hour>().is_ok(), "{text}");
        }
        for text in [
            "2026-02-05T14:00Z",
            "2026-02-05T14:00:00.000Z",
            "2026-02-05T14:30:00Z",
            "2026-02-30T14:00:00Z",
            "2026-02-05T24:00:00Z",
            "2026-02-05",
        ] {
            assert!(text.parse::<Hour>().is_err(), "{text}");
        }
    }
}
