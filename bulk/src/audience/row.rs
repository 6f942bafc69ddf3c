//! What a row gives, and what of it can be sent as it is: ids, universal ids, hashes.

use super::plain_phone;
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

/// An id as it is sent, without white space around it. What looks like an address or a telephone number is none, and the
/// row's own number is none however it is written: it would be sent as it is.
///
/// # Errors
///
/// Why it cannot be an id.
#[inline]
pub fn judge_id<'t>(id: Value<'t>, phone: Value<'_>) -> Result<&'t [u8], Reason> {
    let text = match id.trimmed() {
        Value::Absent => return Err(Reason::Missing),
        Value::Bad(reason) => return Err(reason),
        Value::Text(text) => text,
    };
    judge_open(text, phone)?;
    Ok(text)
}

/// What is sent as it is: it must be UTF-8 and must not name a person, by an address, by what is written as a telephone number,
/// or by the number that the row has. An address has an at sign, so the row's own needs no comparison.
#[inline]
fn judge_open(text: &[u8], phone: Value<'_>) -> Result<(), Reason> {
    let (mut ascii, mut at_sign) = (true, false);
    for at in (0..text.len()).step_by(8) {
        let bytes = word(text, at);
        ascii &= is_ascii(bytes);
        at_sign |= equal(bytes & 0x7f7f_7f7f_7f7f_7f7f, b'@') != 0;
    }
    if !ascii && as_text(text).is_none() {
        return Err(Reason::NotText);
    }
    // A letter beyond ASCII may have looked like an at sign.
    if at_sign && text.contains(&b'@') {
        return Err(Reason::PlainEmail);
    }
    // Most ids begin with a letter, and no number does.
    if !text.first().is_some_and(u8::is_ascii_alphabetic) && plain_phone::is_written(text) {
        return Err(Reason::PlainPhone);
    }
    match phone {
        Value::Text(phone) if plain_phone::holds(text, phone) && as_hash(phone.trim_ascii()).is_none() => {
            Err(Reason::PlainPhone)
        }
        _ => Ok(()),
    }
}

/// A text in UTF-8, in which nothing stands for what was none: JavaScript writes U+FFFD for half a character, and whoever reads
/// a file in a wrong encoding for what it cannot read. Other texts would become the same.
#[must_use]
pub fn as_text(text: &[u8]) -> Option<&str> {
    std::str::from_utf8(text).ok().filter(|text| !text.contains(char::REPLACEMENT_CHARACTER))
}

/// Type and value of a universal id as they are sent, without white space around them.
///
/// # Errors
///
/// Why they cannot be sent.
#[inline]
pub fn judge_uid<'t>((kind, value): (Value<'t>, Value<'t>), phone: Value<'_>) -> Result<(&'t [u8], &'t [u8]), Reason> {
    match (kind.trimmed(), value.trimmed()) {
        (Value::Text(kind), Value::Text(value)) => {
            judge_open(kind, phone)?;
            judge_open(value, phone)?;
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

    fn judge<'t>(id: &'t [u8], phone: Value<'_>) -> Result<&'t [u8], Reason> {
        judge_id(Value::Text(id), phone)
    }

    #[test]
    fn ids_are_sent_as_they_are_and_name_nobody() {
        for id in ["1", " user-001 ", "ü", "+1", "+12 rooms", "a+b", "\u{140}\u{c0}"] {
            assert_eq!(judge(id.as_bytes(), Value::Absent), Ok(id.trim().as_bytes()), "{id}");
        }
        assert_eq!(judge(b" ", Value::Absent), Err(Reason::Missing));
        assert_eq!(judge(b"someone@example.com", Value::Absent), Err(Reason::PlainEmail));
        assert_eq!(judge(b"+1 (206) 555-1234", Value::Absent), Err(Reason::PlainPhone));
        for broken in [&b"a\xff"[..], "a\u{fffd}".as_bytes(), b"\xed\xa0\x80"] {
            assert_eq!(judge(broken, Value::Absent), Err(Reason::NotText));
        }
    }

    #[test]
    fn an_id_is_not_the_number_of_its_row_but_may_be_the_hash_of_it() {
        let hash = &[b'7'; 64];
        assert_eq!(judge(b"4915123456789", Value::Text(b"0151 23456789")), Err(Reason::PlainPhone));
        assert_eq!(judge(hash, Value::Text(hash)), Ok(&hash[..]));
        assert_eq!(judge(b"4915123456789", Value::Bad(Reason::TooLong)), Ok(&b"4915123456789"[..]));
        let uid = (Value::Text(b"other"), Value::Text(b"4915123456789"));
        assert_eq!(judge_uid(uid, Value::Text(b"0151 23456789")), Err(Reason::PlainPhone));
        assert!(judge_uid(uid, Value::Absent).is_ok());
    }

    #[test]
    fn a_hash_has_64_digits_in_either_case() {
        assert_eq!(as_hash(&[b'A'; 64]), Some([b'a'; 64]));
        for wrong in [&[b'g'; 64][..], &[b'0'; 63], &[b'0'; 65], b""] {
            assert_eq!(as_hash(wrong), None);
        }
    }
}
