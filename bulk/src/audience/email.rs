//! E-mail addresses as they are hashed: trimmed, in lower case, and nothing else. Dots and plus signs stay.
//!
//! ```text
//! address = 1*char "@" label 1*( "." label )     ; at most 320 bytes, one "@"
//! char    = any but white space, control characters and ( ) , : ; < > [ \\ ] DQUOTE
//! ```
//!
//! Source: document 004, "SHA-256 of lowercase, trimmed email". The grammar only sorts out what cannot be an address, such as
//! `<jane@example.com>`, whose hash would match nobody; quoted local parts (RFC 5321) are given up with it.

use super::reason::Reason;
use super::row::as_text;
use super::words::{HIGH, any_below, between, equal, filled, is_ascii, lower, put, word};

/// The longest address, in bytes: 64 before the at sign and 255 behind it.
pub const LONGEST: usize = 320;
/// Room for an address; in lower case it may be longer.
pub const ROOM: usize = 1024;

/// Writes the address as it is hashed, and gives its length in bytes.
///
/// # Errors
///
/// Why it is no address.
#[inline]
pub fn normalise(text: &[u8], into: &mut [u8; ROOM]) -> Result<usize, Reason> {
    let text = text.trim_ascii();
    if text.len() > LONGEST {
        return Err(Reason::TooLong);
    }
    let (mut at_signs, mut place) = (0, 0);
    for at in (0..text.len()).step_by(8) {
        let bytes = word(text, at);
        if !is_ascii(bytes) {
            return beyond_ascii(text, into);
        }
        let bytes = lower(bytes);
        let found = equal(bytes, b'@');
        if found != 0 {
            at_signs += found.count_ones();
            place = at + (found.trailing_zeros() / 8) as usize;
        }
        let judged = filled(bytes, text.len() - at, b'm');
        // Most words are letters, digits, dots and hyphens, and need no second look.
        if between(judged, b'a', b'z') | between(judged, b'-', b'9') | found != HIGH && is_foreign(judged, text) {
            return Err(Reason::NotAnEmail);
        }
        put(into, at, bytes);
    }
    let domain = text.get(place + 1..).unwrap_or_default();
    if at_signs == 1 && place > 0 && is_domain(domain) { Ok(text.len()) } else { Err(Reason::NotAnEmail) }
}

/// Whether a byte of a word, which is part of a text, can stand in no address.
#[inline]
fn is_foreign(bytes: u64, text: &[u8]) -> bool {
    any_below(bytes, 0x21) || equal(bytes, 0x7f) != 0 || (is_suspect(bytes) && has_marks(text))
}

/// Whether a byte may be a mark that no address has; `=` and `?` lie among them and are none.
#[inline]
fn is_suspect(bytes: u64) -> bool {
    let pairs = between(bytes, b'(', b')') | between(bytes, b'[', b']') | between(bytes, b':', b'?');
    (pairs | equal(bytes, b',') | equal(bytes, b'"')) != 0
}

fn has_marks(text: &[u8]) -> bool {
    text.iter().any(|byte| b"(),:;<>[\\]\"".contains(byte))
}

/// Whether something stands before a dot and behind it.
fn is_domain(domain: &[u8]) -> bool {
    match (domain, domain.iter().rposition(|byte| *byte == b'.')) {
        ([b'.', ..], _) | (_, None) => false,
        (_, Some(dot)) => dot + 1 < domain.len(),
    }
}

/// The same for an address in which not all is ASCII.
#[cold]
fn beyond_ascii(text: &[u8], into: &mut [u8; ROOM]) -> Result<usize, Reason> {
    let text = as_text(text).ok_or(Reason::NotText)?;
    let length = lower_case(trim(text), into);
    let address = into.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or(Reason::NotText)?;
    let Some((local, domain)) = split(address.as_bytes()) else { return Err(Reason::NotAnEmail) };
    let foreign = |c: char| is_white(c) || c.is_control();
    let is_address =
        !local.is_empty() && !has_marks(address.as_bytes()) && is_domain(domain) && !address.chars().any(foreign);
    if is_address { Ok(length) } else { Err(Reason::NotAnEmail) }
}

fn split(address: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = address.iter().position(|byte| *byte == b'@')?;
    let domain = address.get(at + 1..)?;
    (!domain.contains(&b'@')).then_some((address.get(..at)?, domain))
}

/// Without white space around it: what JavaScript or Rust calls so.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_white)
}

fn is_white(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// Writes a text in lower case, as Unicode has it, and gives its length in bytes.
#[cfg(not(all(target_arch = "wasm32", feature = "members")))]
fn lower_case(text: &str, into: &mut [u8; ROOM]) -> usize {
    let mut lower = text.to_lowercase().into_bytes();
    for (to, from) in into.iter_mut().zip(&lower) {
        *to = *from;
    }
    super::wipe::wipe(&mut lower);
    lower.len()
}

/// The same by JavaScript: Unicode's tables are 9 kB of a compressed module.
#[cfg(all(target_arch = "wasm32", feature = "members"))]
fn lower_case(text: &str, into: &mut [u8; ROOM]) -> usize {
    crate::js::audience::lower_case(text.as_bytes(), into) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(text: &str) -> Result<String, Reason> {
        let mut into = [0xAA; ROOM];
        let length = normalise(text.as_bytes(), &mut into)?;
        Ok(String::from_utf8_lossy(&into[..length]).into_owned())
    }

    #[test]
    fn trims_and_lowers_and_nothing_else() {
        for (given, expected) in [
            ("jane@example.com", "jane@example.com"),
            (" \tJane.Doe+News@EXAMPLE.com\r\n", "jane.doe+news@example.com"),
            ("J@x.io", "j@x.io"),
            ("a.b.c@gmail.com", "a.b.c@gmail.com"),
            ("JÜRGEN@MÜLLER.example", "jürgen@müller.example"),
            ("\u{a0}\u{feff}ΟΔΟΣ@example.gr\u{2003}", "οδος@example.gr"),
            ("İ@example.com", "i\u{307}@example.com"),
            ("x=?{y}@EXAMPLE.COM", "x=?{y}@example.com"),
        ] {
            // The small letter of a final capital sigma is another one only at the end of a word.
            assert_eq!(normal(given).map(|text| text.replace('ς', "σ")), Ok(expected.replace('ς', "σ")), "{given}");
        }
    }

    #[test]
    fn refuses_what_cannot_be_an_address() {
        for given in
            ["", "jane", "@example.com", "jane@", "jane@localhost", "a@b@c.de", "ja ne@example.com", "jane@.com"]
        {
            assert_eq!(normal(given), Err(Reason::NotAnEmail), "{given}");
        }
        for given in
            ["jane@example.", "ja\u{7f}ne@example.com", "jane@exa\tmple.com", "jü ne@example.com", "ü@ü", "ü@ü@x.de"]
        {
            assert_eq!(normal(given), Err(Reason::NotAnEmail), "{given}");
        }
        for mark in "(),:;<>[\\]\"".chars() {
            for given in
                [format!("jane{mark}@example.com"), format!("{mark}jä@example.com"), format!("jane@example.com{mark}")]
            {
                assert_eq!(normal(&given), Err(Reason::NotAnEmail), "{given}");
            }
        }
        assert_eq!(normal(&format!("{}@example.com", "a".repeat(320))), Err(Reason::TooLong));
        let mut into = [0; ROOM];
        assert_eq!(normalise(b"j\xff@example.com", &mut into), Err(Reason::NotText));
        assert_eq!(normal("j\u{fffd}@example.com"), Err(Reason::NotText));
    }
}
