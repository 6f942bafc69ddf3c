//! Telephone numbers where none may stand: in ids, which are sent as they are.
//!
//! Many ids are nothing but digits, so only what is written as a telephone number, and as hardly anything else, is taken for
//! one. It has nothing but digits and separators (those of [`phone`](super::phone)), 7 to 15 digits as in E.164, and:
//!
//! | sign | such as | but not |
//! |---|---|---|
//! | `+` before the digits | `+4915123456789` | `+12` |
//! | `00`, a digit from 1 to 9 and at least nine more | `004915123456789` | `0000123456`, `0012345678` |
//! | a blank or a bracket | `0151 23456789`, `(206) 555-1234` | `12 34`, `1234 5678 9012 3456` |
//! | one `0` in front, and at least nine digits with hyphens, dots or slashes | `0151-23456789` | `0123-4567`, `0151234567` |
//! | the groups of North America, with hyphens, dots or slashes | `206-555-1234`, `1-206-555-1234` | `123-456-7890` |
//!
//! So order numbers such as `1234-5678` and plain digits are ids, unless they are the number of their own row: see [`holds`].

use super::phone::is_separator;

/// The fewest digits and the most of a number in E.164.
const SHORTEST: usize = 7;
const LONGEST: usize = 15;
/// Beside these, what `00` or `(0)` adds.
const ROOM: usize = LONGEST + 2;

/// So many digits at the end tell one person's number from another's.
const TELLING: usize = 9;

/// What a text of digits and separators looks like.
#[derive(Default)]
struct Shape {
    digits: [u8; ROOM],
    count: usize,
    /// How many digits each group between separators has, four bits each.
    groups: u64,
    plus: bool,
    /// Whether a separator is a blank, a bracket or an invisible mark.
    loose: bool,
    /// Whether one is a hyphen, a dot or a slash.
    tight: bool,
}

/// Whether a text is written as a telephone number.
#[must_use]
pub fn is_written(text: &[u8]) -> bool {
    read(text).is_some_and(|shape| shape.is_number())
}

fn read(text: &[u8]) -> Option<Shape> {
    let mut shape = Shape::default();
    let mut group_begins = true;
    for c in std::str::from_utf8(text).ok()?.chars() {
        match c {
            '0'..='9' => {
                *shape.digits.get_mut(shape.count)? = c as u8;
                shape.count += 1;
                shape.groups = (shape.groups << if group_begins { 4 } else { 0 }) + 1;
            }
            '+' if shape.count == 0 && !shape.plus => shape.plus = true,
            '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' => shape.tight = true,
            ' ' | '\t'..='\r' | '(' | ')' => shape.loose = true,
            _ if !c.is_ascii() && is_separator(c) => shape.loose = true,
            _ => return None,
        }
        group_begins = !c.is_ascii_digit();
    }
    Some(shape)
}

impl Shape {
    fn is_number(&self) -> bool {
        let behind_zeros = match self.digits {
            [b'0', b'0', b'1'..=b'9', ..] => self.count.saturating_sub(2),
            _ => 0,
        };
        if self.plus || behind_zeros > TELLING {
            return self.count >= SHORTEST;
        }
        match (self.count, self.loose) {
            (SHORTEST..=LONGEST, true) => true,
            (TELLING..=LONGEST, false) => self.tight && (self.has_trunk_zero() || self.is_north_american()),
            _ => false,
        }
    }

    fn has_trunk_zero(&self) -> bool {
        matches!(self.digits, [b'0', b'1'..=b'9', ..])
    }

    fn is_north_american(&self) -> bool {
        let area_and_exchange = match (self.groups, &self.digits) {
            (0x334, [area, _, _, exchange, ..]) | (0x1334, [b'1', area, _, _, exchange, ..]) => [area, exchange],
            _ => return false,
        };
        area_and_exchange.iter().all(|first| matches!(first, b'2'..=b'9'))
    }
}

/// Whether a text ends in the digits of a row's telephone number, however both are written: in the same nine, or in all of the
/// shorter one, if these are at least seven. Zeros in front do not count.
#[inline]
#[must_use]
pub fn holds(text: &[u8], phone: &[u8]) -> bool {
    let same = backwards(text).zip(backwards(phone)).take(TELLING).take_while(|(ours, theirs)| ours == theirs).count();
    same >= SHORTEST && (same == TELLING || is_over(text, same) || is_over(phone, same))
}

#[inline]
fn backwards(text: &[u8]) -> impl Iterator<Item = u8> {
    text.iter().rev().copied().filter(u8::is_ascii_digit)
}

/// Whether nothing but zeros stands before so many digits.
fn is_over(text: &[u8], digits: usize) -> bool {
    backwards(text).skip(digits).all(|digit| digit == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_recognised_by_how_they_are_written() {
        for number in [
            "+4915123456789",
            "+49 (0)151 23456789",
            "+0151 23456789",
            "\u{202a}+49\u{a0}151\u{2011}23456789",
            "004915123456789",
            "0049 151 23456789",
            "00-49-151-2345678",
            "0151 23456789",
            "0151-23456789",
            "0151/2345678",
            "(206) 555-1234",
            "(0151)23456789",
            "206-555-1234",
            "206.555.1234",
            "1-206-555-1234",
            "612 34 56 78",
            "555 1234",
            "151\u{a0}23456789",
            "0151\u{2013}23456789",
        ] {
            assert!(is_written(number.as_bytes()), "{number}");
        }
    }

    #[test]
    fn ids_of_digits_are_none() {
        for id in [
            "1",
            "12345678",
            "15123456789",
            "015123456789",
            "0000123456",
            "0012345678",
            "00000000000001",
            "1234-5678",
            "0123-4567",
            "0001-2345678",
            "2024-000123",
            "2024-01-15",
            "01-02-1980",
            "123-456-7890",
            "206-155-1234",
            "2-206-555-1234",
            "112-1234567-1234567",
            "978-3-16-148410-0",
            "192.168.100.200",
            "1234 5678 9012 3456",
            "12 34",
            "+12",
            "+",
            "",
            "-",
            "A 123 4567",
            "1234567 x",
            "12345678-1234-1234-1234-123456789012",
            "\u{e9}1234567 8",
        ] {
            assert!(!is_written(id.as_bytes()), "{id}");
        }
        assert!(!is_written(b"1234567 \xff"));
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for (id, phone) in [
            ("015123456789", "0151 23456789"),
            ("15123456789", "+49 (0)151 23456789"),
            ("4915123456789", "0151-234 567 89"),
            ("89123456789", "+7 912 345-67-89"),
            ("p-015123456789", "0151 23456789"),
            ("08123456", "+46 8 123456"),
            ("+468123456", "08-12 34 56"),
            ("5551234", "(206) 555-1234"),
        ] {
            assert!(holds(id.as_bytes(), phone.as_bytes()), "{id} {phone}");
        }
        for (id, phone) in [
            ("015123456788", "0151 23456789"),
            ("551234", "(206) 555-1234"),
            ("95551234", "(206) 555-1234"),
            ("crm-1", "+1"),
            ("", ""),
            ("none", "none"),
        ] {
            assert!(!holds(id.as_bytes(), phone.as_bytes()), "{id} {phone}");
        }
    }
}
