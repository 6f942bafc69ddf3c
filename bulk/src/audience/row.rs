//! What a row gives, and what of it can be sent as it is: ids, universal ids, hashes.

use super::phone;
use super::reason::Reason;
use super::sha256::Hex;
use super::words::{equal, is_ascii, word};

/// A field of a row.
#[derive(Debug, Clone, Copy, Default)]
pub enum Value<'t> {
    /// Nothing is given.
    #[default]
    Absent,
    /// What is given is no text.
    Bad(Reason),
    Text(&'t [u8]),
}

impl<'t> Value<'t> {
    /// Without white space around it; what is blank is not there.
    #[inline]
    #[must_use]
    pub fn trimmed(self) -> Self {
        match self {
            Self::Text(text) => match text.trim_ascii() {
                [] => Self::Absent,
                text => Self::Text(text),
            },
            other => other,
        }
    }
}

/// What is known of a person.
#[derive(Debug, Default)]
pub struct Row<'t, 'u> {
    pub id: Value<'t>,
    pub email: Value<'t>,
    pub phone: Value<'t>,
    pub hashed_email: Value<'t>,
    pub hashed_phone: Value<'t>,
    /// Types and values.
    pub uids: &'u [(Value<'t>, Value<'t>)],
}

/// How many bytes a value has.
#[must_use]
pub fn length(value: Value<'_>) -> usize {
    if let Value::Text(text) = value { text.len() } else { 0 }
}

/// An id as it is sent. What looks like an address or a number is none: it would be sent as it is.
///
/// # Errors
///
/// Why it cannot be an id.
#[inline]
pub fn judge_id(id: Value<'_>) -> Result<&[u8], Reason> {
    let text = match id.trimmed() {
        Value::Absent => return Err(Reason::Missing),
        Value::Bad(reason) => return Err(reason),
        Value::Text(text) => text,
    };
    judge_open(text)?;
    Ok(text)
}

/// What is sent as it is: it must be UTF-8 and must not name a person.
#[inline]
fn judge_open(text: &[u8]) -> Result<(), Reason> {
    let (mut ascii, mut at_sign) = (true, false);
    for at in (0..text.len()).step_by(8) {
        let bytes = word(text, at);
        ascii &= is_ascii(bytes);
        at_sign |= equal(bytes & 0x7f7f_7f7f_7f7f_7f7f, b'@') != 0;
    }
    if !ascii && std::str::from_utf8(text).is_err() {
        return Err(Reason::NotText);
    }
    // A letter beyond ASCII may have looked like an at sign.
    if at_sign && text.contains(&b'@') {
        return Err(Reason::PlainEmail);
    }
    if text.first() == Some(&b'+') && phone::normalise(text, None, &mut []).is_ok() {
        return Err(Reason::PlainPhone);
    }
    Ok(())
}

/// Type and value of a universal id as they are sent.
///
/// # Errors
///
/// Why they cannot be sent.
#[inline]
pub fn judge_uid<'t>(kind: Value<'t>, value: Value<'t>) -> Result<(&'t [u8], &'t [u8]), Reason> {
    match (kind, value) {
        (Value::Text(kind), Value::Text(value)) => {
            judge_open(kind)?;
            judge_open(value)?;
            Ok((kind, value))
        }
        (Value::Bad(reason), _) | (_, Value::Bad(reason)) => Err(reason),
        _ => Err(Reason::Missing),
    }
}

/// A hash that the caller gives.
///
/// # Errors
///
/// It is none.
pub fn read_hash(value: Value<'_>) -> Result<Option<Hex>, Reason> {
    match value {
        Value::Absent => Ok(None),
        Value::Bad(reason) => Err(reason),
        Value::Text(text) => as_hash(text).map(Some).ok_or(Reason::NotAHash),
    }
}

/// A text of 64 hexadecimal digits, in lower case.
#[must_use]
pub fn as_hash(text: &[u8]) -> Option<Hex> {
    let hash: &Hex = text.try_into().ok()?;
    hash.iter().all(u8::is_ascii_hexdigit).then(|| hash.map(|digit| digit.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sent_as_they_are_and_name_nobody() {
        for id in ["1", " user-001 ", "ü", "+1", "+12 rooms", "a+b", "\u{140}\u{c0}"] {
            assert_eq!(judge_id(Value::Text(id.as_bytes())), Ok(id.trim().as_bytes()), "{id}");
        }
        assert_eq!(judge_id(Value::Text(b" ")), Err(Reason::Missing));
        assert_eq!(judge_id(Value::Text(b"someone@example.com")), Err(Reason::PlainEmail));
        assert_eq!(judge_id(Value::Text(b"+1 (206) 555-1234")), Err(Reason::PlainPhone));
        assert_eq!(judge_id(Value::Text(b"a\xff")), Err(Reason::NotText));
    }

    #[test]
    fn a_hash_has_64_digits_in_either_case() {
        assert_eq!(as_hash(&[b'A'; 64]), Some([b'a'; 64]));
        for wrong in [&[b'g'; 64][..], &[b'0'; 63], &[b'0'; 65], b""] {
            assert_eq!(as_hash(wrong), None);
        }
    }
}
