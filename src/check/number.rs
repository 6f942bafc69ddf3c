//! Judges numbers as they are written. Converting them to `f64` would cost more wasm than the rest of the checker.

use std::cmp::Ordering;

/// A JSON number, as far as bounds need it: its whole part, cut at the ends of `i128`, and whether anything follows.
#[derive(Debug, PartialEq, Eq)]
pub struct Decimal {
    whole: i128,
    negative: bool,
    fraction: bool,
}

impl Decimal {
    /// Reads a number that the JSON reader has accepted.
    pub fn read(text: &str) -> Self {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        // An exponent too long for i64 is as good as the greatest: its sign alone decides.
        let exponent = exponent.parse().unwrap_or(if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 });
        let point = before.len() as i64 + exponent;
        let (mut whole, mut fraction) = (0i128, false);
        for (index, digit) in before.bytes().chain(after.bytes()).enumerate() {
            let digit = i128::from(digit - b'0');
            if (index as i64) < point {
                whole = whole.saturating_mul(10).saturating_add(digit);
            } else {
                fraction |= digit != 0;
            }
        }
        let zeros = point - (before.len() + after.len()) as i64;
        for _ in 0..zeros.clamp(0, if whole == 0 { 0 } else { 40 }) {
            whole = whole.saturating_mul(10);
        }
        Self { whole, negative, fraction }
    }

    /// Whether nothing follows the whole part: `5`, `5.0` and `5e0` are whole.
    pub fn is_whole(&self) -> bool {
        !self.fraction
    }

    /// Compares with a whole number, exactly.
    pub fn compare(&self, bound: i64) -> Ordering {
        let bound = i128::from(bound);
        if self.negative {
            (-self.whole).cmp(&bound).then(if self.fraction { Ordering::Less } else { Ordering::Equal })
        } else {
            self.whole.cmp(&bound).then(if self.fraction { Ordering::Greater } else { Ordering::Equal })
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
