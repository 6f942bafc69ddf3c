//! Telephone numbers as they are hashed: in E.164 form.
//!
//! ```text
//! e164      = "+" %x31-39 6*14DIGIT
//! written   = [ "+" / "00" ] 1*( DIGIT / separator )      ; the beginning tells an international number
//! separator = SP / "-" / "." / "/" / "(" / ")"            ; and the dashes, blanks and invisible marks of Unicode
//! ```
//!
//! A zero behind the calling code, as in `+49 (0)151` or `+49 0151`, is that of the national form, and goes, but where numbers
//! have one, as in Italy. A national number becomes international by the calling code that the caller gives; without one nothing
//! is guessed.
//!
//! Source: document 004, "SHA-256 of E.164-formatted phone number"; the form is ITU-T E.164, the bounds are those of Zod.

use super::calling::{self, Plan};
use super::reason::Reason;
use super::row::as_text;
use super::words::{put, word};

/// The longest number, in digits.
const LONGEST: usize = 15;
/// More than this no number has, however it is written.
const ROOM: usize = 24;

/// The digits of a number as it was written.
struct Written {
    digits: [u8; ROOM],
    length: usize,
    international: bool,
}

/// Writes the number as it is hashed, and gives its length in bytes.
///
/// # Errors
///
/// Why it cannot be brought into the form.
pub fn normalise(text: &[u8], plan: Option<&Plan>, into: &mut [u8]) -> Result<usize, Reason> {
    let written = read(text).map_err(|reason| text_or(text, reason))?;
    let digits = written.digits.get(..written.length).unwrap_or_default();
    match (digits, written.international, plan) {
        (digits, true, _) | ([b'0', b'0', digits @ ..], ..) => {
            let (code, digits) = calling::international(digits)?;
            write(code, digits, into)
        }
        ([], ..) => Err(Reason::NotAPhone),
        (_, _, None) => Err(Reason::CallingCodeMissing),
        (digits, _, Some(plan)) => {
            let (code, digits) = plan.complete(digits)?;
            write(code, digits, into)
        }
    }
}

fn write(code: &[u8], digits: &[u8], into: &mut [u8]) -> Result<usize, Reason> {
    let length = code.len() + digits.len();
    match code.first().or(digits.first()) {
        Some(b'0') => return Err(Reason::NotAPhone),
        _ if !(7..=LONGEST).contains(&length) => return Err(Reason::PhoneLength),
        _ => {}
    }
    put(into, 0, u64::from(b'+'));
    put(into, 1, word(code, 0));
    // Sixteen bytes hold the longest number.
    put(into, 1 + code.len(), word(digits, 0));
    put(into, 9 + code.len(), word(digits, 8));
    Ok(length + 1)
}

/// That it is no text outweighs what else is wrong.
#[cold]
#[inline(never)]
fn text_or(text: &[u8], reason: Reason) -> Reason {
    if as_text(text).is_some() { reason } else { Reason::NotText }
}

fn read(mut rest: &[u8]) -> Result<Written, Reason> {
    let mut written = Written { digits: [0; ROOM], length: 0, international: false };
    loop {
        rest = match rest {
            [] => return Ok(written),
            [digit @ b'0'..=b'9', rest @ ..] => {
                written.push(*digit)?;
                rest
            }
            [b'(', b'0', b')', rest @ ..] if written.drops_zero() => rest,
            [b' ' | b'\t'..=b'\r' | b'-' | b'.' | b'/' | b'(' | b')', rest @ ..] => rest,
            [b'+', rest @ ..] if !written.international && written.length == 0 => {
                written.international = true;
                rest
            }
            [0x80..=0xff, ..] => behind_separator(rest)?,
            _ => return Err(Reason::NotAPhone),
        }
    }
}

/// What stands behind a separator beyond ASCII, all of which is UTF-8.
#[cold]
#[inline(never)]
fn behind_separator(rest: &[u8]) -> Result<&[u8], Reason> {
    let mut characters = std::str::from_utf8(rest).map_err(|_| Reason::NotText)?.chars();
    match characters.next() {
        Some(c) if is_separator(c) => Ok(characters.as_str().as_bytes()),
        _ => Err(Reason::NotAPhone),
    }
}

impl Written {
    fn push(&mut self, digit: u8) -> Result<(), Reason> {
        *self.digits.get_mut(self.length).ok_or(Reason::PhoneLength)? = digit;
        self.length += 1;
        Ok(())
    }

    /// Whether a calling code has begun, one behind which a zero in brackets does not count.
    fn drops_zero(&self) -> bool {
        let code = match (self.digits.get(..self.length), self.international) {
            (Some(digits), true) | (Some([b'0', b'0', digits @ ..]), _) => digits,
            _ => return false,
        };
        !code.is_empty() && !calling::keeps_zero(code)
    }
}

/// Whether a character beyond ASCII separates digits.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2060}'..='\u{2069}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}' | '\u{ad}')
        || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(text: &str, code: Option<u16>) -> Result<String, Reason> {
        let plan = code.map(Plan::of);
        let mut into = [0; 64];
        let length = normalise(text.as_bytes(), plan.as_ref(), &mut into)?;
        Ok(String::from_utf8_lossy(&into[..length]).into_owned())
    }

    #[test]
    fn removes_separators_from_international_numbers() {
        for (given, expected) in [
            ("+12065551234", "+12065551234"),
            ("+1 (206) 555-1234", "+12065551234"),
            ("0049 151 23456789", "+4915123456789"),
            (" +44 (0)20 7946 0958 ", "+442079460958"),
            ("00 44 (0) 20/7946.0958", "+442079460958"),
            ("\u{202a}+49\u{a0}151\u{2011}2345\u{2013}6789\u{202c}", "+4915123456789"),
            ("+49 0151 23456789", "+4915123456789"),
            ("0049 0151 23456789", "+4915123456789"),
            ("+43 0660 1234567", "+436601234567"),
            ("+353 087 123 4567", "+353871234567"),
            ("+36 06 30 123 4567", "+36301234567"),
            ("+7 8 912 345-67-89", "+79123456789"),
            ("+7 812 345-67-89", "+78123456789"),
            ("+375 8 029 123-45-67", "+375291234567"),
            ("+1 1 206 555 1234", "+12065551234"),
            ("+39 06 1234 5678", "+390612345678"),
            ("0039 (0)6 1234 5678", "+390612345678"),
            ("+225 07 12 34 56 78", "+2250712345678"),
            ("+229 01 97 12 34 56", "+2290197123456"),
            ("+852 8123 4567", "+85281234567"),
        ] {
            assert_eq!(normal(given, None), Ok(expected.to_owned()), "{given}");
            assert_eq!(normal(given, Some(33)), Ok(expected.to_owned()), "{given}");
        }
    }

    #[test]
    fn completes_national_numbers() {
        for (given, code, expected) in [
            ("(206) 555-1234", 1, "+12065551234"),
            ("1-206-555-1234", 1, "+12065551234"),
            ("0151 23456789", 49, "+4915123456789"),
            ("07911 123456", 44, "+447911123456"),
            ("7911123456", 44, "+447911123456"),
            ("447911123456", 44, "+447911123456"),
            ("06 1234 5678", 39, "+390612345678"),
            ("393 123 4567", 39, "+393931234567"),
            ("8 (912) 345-67-89", 7, "+79123456789"),
            ("06 30 123 4567", 36, "+36301234567"),
            ("612 34 56 78", 34, "+34612345678"),
            ("45 12 34 56", 45, "+4545123456"),
            ("49 0151 23456789", 49, "+4915123456789"),
            ("01 97 12 34 56", 229, "+2290197123456"),
        ] {
            assert_eq!(normal(given, Some(code)), Ok(expected.to_owned()), "{given}");
        }
    }

    #[test]
    fn guesses_nothing() {
        for (given, code, reason) in [
            ("0151 23456789", None, Reason::CallingCodeMissing),
            ("12065551234", None, Reason::CallingCodeMissing),
            ("call me", Some(49), Reason::NotAPhone),
            ("+49 151 2345 ext. 6", None, Reason::NotAPhone),
            ("+49+151", None, Reason::NotAPhone),
            ("+0 151 2345678", None, Reason::NotAPhone),
            ("+1 555", None, Reason::PhoneLength),
            ("+1234567890123456", None, Reason::PhoneLength),
            ("123456789012345678901234567890", Some(49), Reason::PhoneLength),
            ("555-1234", Some(1), Reason::PhoneLength),
            ("06 1234 5678", Some(1), Reason::NotAPhone),
            ("123 456 7890", Some(1), Reason::NotAPhone),
            ("1 012 345 6789", Some(1), Reason::NotAPhone),
            ("1 123 456 7890", Some(1), Reason::NotAPhone),
            ("+1 012 345 6789", None, Reason::NotAPhone),
            ("+1 206 555 123", None, Reason::PhoneLength),
            ("+1 206 555 12345", None, Reason::PhoneLength),
            ("+49 00151 23456789", None, Reason::NotAPhone),
            ("+36 0 30 123 4567", None, Reason::NotAPhone),
            ("+34 0612 345 678", None, Reason::NotAPhone),
            ("012 34 56 78", Some(34), Reason::NotAPhone),
            ("01234", Some(49), Reason::PhoneLength),
            ("49 1234 5678", Some(49), Reason::AmbiguousPhone),
            ("", Some(1), Reason::NotAPhone),
            ("()", Some(1), Reason::NotAPhone),
            ("+", None, Reason::PhoneLength),
        ] {
            assert_eq!(normal(given, code), Err(reason), "{given}");
        }
        for given in [&b"+49 151 2345\xff678"[..], b"call \xff", b"\xe2\x80", b"+49 151 \xef\xbf\xbd2345678"] {
            assert_eq!(normalise(given, None, &mut []), Err(Reason::NotText));
        }
    }
}
