//! A UUID.
//!
//! ```text
//! uuid    = 8HEXDIG "-" 4HEXDIG "-" version 3HEXDIG "-" variant 3HEXDIG "-" 12HEXDIG / nil / max
//! version = %x31-38                    ; 1 to 8
//! variant = "8" / "9" / "a" / "b"      ; any case, as every HEXDIG of the first form
//! nil     = "00000000-0000-0000-0000-000000000000"
//! max     = "ffffffff-ffff-ffff-ffff-ffffffffffff"     ; lower case only
//! ```
//!
//! Source: `z.uuid()` of Zod 4, which the OpenAPI prints as a pattern.

use super::{Format, text_format};

text_format! {
    /// A UUID, such as `550e8400-e29b-41d4-a716-446655440000`.
    Uuid,
    Format {
        name: "uuid",
        expected: "a UUID such as 550e8400-e29b-41d4-a716-446655440000",
        example: "550e8400-e29b-41d4-a716-446655440000",
        accepts,
    }
}

const NIL: &str = "00000000-0000-0000-0000-000000000000";
const MAX: &str = "ffffffff-ffff-ffff-ffff-ffffffffffff";

fn accepts(text: &str) -> bool {
    let is_digit = |(at, b): (usize, u8)| match at {
        8 | 13 | 18 | 23 => b == b'-',
        14 => matches!(b, b'1'..=b'8'),
        19 => matches!(b, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
        _ => b.is_ascii_hexdigit(),
    };
    text.len() == 36 && (text.bytes().enumerate().all(is_digit) || text == NIL || text == MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_versions_and_variants() {
        for (text, ok) in [
            ("550e8400-e29b-41d4-a716-446655440000", true),
            ("550E8400-E29B-41D4-A716-446655440000", true),
            ("01890a5d-ac96-774b-bcce-b302099a8057", true),
            (NIL, true),
            (MAX, true),
            ("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", false),
            ("550e8400-e29b-91d4-a716-446655440000", false),
            ("550e8400-e29b-01d4-a716-446655440000", false),
            ("550e8400-e29b-41d4-c716-446655440000", false),
            ("550e8400e29b41d4a716446655440000", false),
            ("{550e8400-e29b-41d4-a716-446655440000}", false),
            ("550e8400-e29b-41d4-a716-44665544000g", false),
            ("550e8400-e29b-41d4-a716-4466554400000", false),
            ("550e8400-e29b-41d4-a716-44665544000", false),
            ("task_123", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Uuid>().is_ok(), ok, "{text}");
        }
    }
}
