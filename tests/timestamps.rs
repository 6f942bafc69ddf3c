//! Timestamps: exactly what the documents' pattern accepts, and nothing else.

use interchange_web::format::{OffsetTimestamp, Timestamp};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

/// Text, whether it is a timestamp, whether it is one with an offset.
const TABLE: &[(&str, bool, bool)] = &[
    ("2026-02-05T00:00:00Z", true, true),
    ("2026-02-05T00:00Z", true, true),
    ("2023-11-07T05:31:56Z", true, true),
    ("2026-02-05T00:00:00.0Z", true, true),
    ("2026-02-05T00:00:00.123456789012345678Z", true, true),
    ("2026-02-05T00:00:00.Z", false, false),
    ("2026-02-05T00:00:00,5Z", false, false),
    ("2026-02-05T00:00.5Z", false, false),
    ("2026-02-05T00:00:00z", false, false),
    ("2026-02-05t00:00:00Z", false, false),
    ("2026-02-05 00:00:00Z", false, false),
    ("2026-02-05T00:00:00", false, false),
    ("2026-02-05T00:00:00+00:00", false, true),
    ("2026-02-05T00:00:00-05:00", false, true),
    ("2026-02-05T00:00:00-00:00", false, true),
    ("2026-02-05T00:00:00+23:59", false, true),
    ("2026-02-05T00:00:00+24:00", false, false),
    ("2026-02-05T00:00:00+05:60", false, false),
    ("2026-02-05T00:00:00+0530", false, false),
    ("2026-02-05T00:00:00+05", false, false),
    ("2026-02-05T00:00:60Z", false, false),
    ("2026-02-05T00:60:00Z", false, false),
    ("2026-02-05T24:00:00Z", false, false),
    ("2026-02-29T00:00:00Z", false, false),
    ("1900-02-29T00:00:00Z", false, false),
    ("2100-02-29T00:00:00Z", false, false),
    ("2024-02-29T00:00:00Z", true, true),
    ("2000-02-29T00:00:00Z", true, true),
    ("2400-02-29T00:00:00Z", true, true),
    ("0000-01-01T00:00:00Z", true, true),
    ("0000-02-29T00:00:00Z", true, true),
    ("2026-04-31T00:00:00Z", false, false),
    ("2026-13-01T00:00:00Z", false, false),
    ("2026-00-01T00:00:00Z", false, false),
    ("10000-01-01T00:00:00Z", false, false),
    ("+002026-02-05T00:00:00Z", false, false),
    ("2026-W06-4T00:00:00Z", false, false),
    ("2026-036T00:00:00Z", false, false),
    ("20260205T000000Z", false, false),
    ("2026-02-05T00:00:00Z ", false, false),
    ("2026-02-05T00:00:00Z\n", false, false),
    ("２０２６-02-05T00:00:00Z", false, false),
    ("2026-02-05", false, false),
    ("", false, false),
    ("Z", false, false),
];

#[test]
fn the_documented_cases_are_judged_as_documented() {
    for &(text, timestamp, with_offset) in TABLE {
        assert_eq!(text.parse::<Timestamp>().is_ok(), timestamp, "{text:?}");
        assert_eq!(text.parse::<OffsetTimestamp>().is_ok(), with_offset, "{text:?}");
    }
}

/// The oracle: the pattern printed in the document "List inventory sources", run by the browser.
#[cfg(target_arch = "wasm32")]
mod oracle {
    use super::{OffsetTimestamp, Timestamp, test};

    const DATE: &str = r"(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))";
    const TIME: &str = r"T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?";
    const UTC: &str = r"(?:Z))";
    const OFFSET: &str = r"(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))";

    #[test]
    fn two_hundred_thousand_texts_are_judged_as_by_the_printed_pattern() {
        let utc = js_sys::RegExp::new(&format!("^{DATE}{TIME}{UTC}$"), "");
        let offset = js_sys::RegExp::new(&format!("^{DATE}{TIME}{OFFSET}$"), "");
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let (mut good, mut bad) = (0, 0);
        for _ in 0..200_000 {
            let text = random.text();
            assert_eq!(text.parse::<Timestamp>().is_ok(), utc.test(&text), "{text:?}");
            assert_eq!(text.parse::<OffsetTimestamp>().is_ok(), offset.test(&text), "{text:?}");
            *(if offset.test(&text) { &mut good } else { &mut bad }) += 1;
        }
        // Neither kind may be rare, or the test says little.
        assert!(good > 20_000 && bad > 20_000, "{good} good, {bad} bad");
    }

    /// A generator of texts that are timestamps, or nearly: xorshift64*.
    struct Random(u64);

    impl Random {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
        }

        fn text(&mut self) -> String {
            let year = [self.below(10_000), 100 * self.below(100), 4 * self.below(2_500)][self.below(3) as usize];
            let mut text = format!("{year:04}-{:02}-{:02}", self.below(14), self.below(33));
            if self.below(4) == 0 {
                text = format!("{year:04}-02-{}", 28 + self.below(3));
            }
            text += &format!("T{:02}:{:02}", self.below(26), self.below(62));
            if self.below(3) > 0 {
                text += &format!(":{:02}", self.below(62));
                for digit in 0..self.below(4) {
                    text += if digit == 0 { "." } else { "7" };
                }
            }
            text += ["Z", "Z", "Z", "z", "", "+00:00", "-05:30"][self.below(7) as usize];
            if self.below(12) == 0 {
                text += &format!("+{:02}:{:02}", self.below(26), self.below(62));
            }
            if self.below(4) == 0 {
                let at = self.below(text.len() as u64) as usize;
                let replacement = ["", "0", "9", "T", "Z", ":", ".", "-", "+", " ", "\n", "٣"][self.below(12) as usize];
                text.replace_range(at..=at, replacement);
            }
            text
        }
    }
}
