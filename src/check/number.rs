//! Judges numbers as they are written. Converting them to `f64` would cost more wasm than the rest of the checker.

use std::cmp::Ordering;

/// A JSON number, as far as bounds need it: its whole part, cut at the end of `u64`, and whether anything follows.
#[derive(Debug, PartialEq, Eq)]
pub struct Decimal {
    whole: u64,
    negative: bool,
    fraction: bool,
}

/// No bound has more digits, and so no number needs more to be told from it.
const DIGITS: i32 = 20;

impl Decimal {
    /// Reads a number that the JSON reader has accepted.
    pub fn read(text: &str) -> Self {
        let mut number = Self { whole: 0, negative: false, fraction: false };
        // Where the point stands, counted from the first digit; until it is seen, behind the last.
        let (mut digits, mut point, mut exponent) = (0i32, None, None);
        let (mut power, mut negative_power) = (0i32, false);
        for byte in text.bytes() {
            match (byte, exponent) {
                (b'-', None) => number.negative = true,
                (b'-', Some(())) => negative_power = true,
                (b'.', _) => point = Some(digits),
                (b'e' | b'E', _) => exponent = Some(()),
                (b'0'..=b'9', None) => digits += 1,
                (b'0'..=b'9', Some(())) => power = power.saturating_mul(10).saturating_add(i32::from(byte - b'0')),
                _ => {}
            }
        }
        let point = point.unwrap_or(digits).saturating_add(if negative_power { -power } else { power });
        let mut seen = 0;
        for byte in text.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).filter(u8::is_ascii_digit) {
            let digit = u64::from(byte - b'0');
            if seen < point {
                number.whole = number.whole.saturating_mul(10).saturating_add(digit);
            } else {
                number.fraction |= digit != 0;
            }
            seen += 1;
        }
        for _ in 0..point.saturating_sub(seen).min(DIGITS) {
            number.whole = number.whole.saturating_mul(10);
        }
        number
    }

    /// Whether nothing follows the whole part: `5`, `5.0` and `5e0` are whole.
    pub fn is_whole(&self) -> bool {
        !self.fraction
    }

    /// Compares with a whole number, exactly.
    pub fn compare(&self, bound: i64) -> Ordering {
        let further = if self.fraction { Ordering::Greater } else { Ordering::Equal };
        let nothing = self.whole == 0 && !self.fraction;
        match (self.negative && !nothing, bound < 0) {
            (false, false) => self.whole.cmp(&bound.unsigned_abs()).then(further),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (true, true) => self.whole.cmp(&bound.unsigned_abs()).then(further).reverse(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_exactly() {
        for (text, bound, expected) in [
            ("5", 5, Ordering::Equal),
            ("5.0", 5, Ordering::Equal),
            ("5e0", 5, Ordering::Equal),
            ("0.5e1", 5, Ordering::Equal),
            ("50E-1", 5, Ordering::Equal),
            ("5.000000000000000000001", 5, Ordering::Greater),
            ("-0.1", 0, Ordering::Less),
            ("-5.5", -5, Ordering::Less),
            ("-5.5", -6, Ordering::Greater),
            ("-0", 0, Ordering::Equal),
            ("1e400", i64::MAX, Ordering::Greater),
            ("-1e400", i64::MIN, Ordering::Less),
            ("1e-400", 0, Ordering::Greater),
            ("9007199254740992", 9_007_199_254_740_991, Ordering::Greater),
            ("0e99999999999999999999", 0, Ordering::Equal),
            ("1e99999999999999999999", 1, Ordering::Greater),
            ("1e-99999999999999999999", 1, Ordering::Less),
        ] {
            assert_eq!(Decimal::read(text).compare(bound), expected, "{text} and {bound}");
        }
    }

    #[test]
    fn knows_what_is_whole() {
        for (text, whole) in [
            ("5", true),
            ("5.0", true),
            ("5.5", false),
            ("5e-1", false),
            ("50e-1", true),
            ("0.5e1", true),
            ("0.0", true),
            ("1e-400", false),
        ] {
            assert_eq!(Decimal::read(text).is_whole(), whole, "{text}");
        }
    }
}
