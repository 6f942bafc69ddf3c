//! A SHA-256 digest in hexadecimal.
//!
//! ```text
//! sha256-hex = 64( DIGIT / %x61-66 )     ; lower case
//! ```
//!
//! Source: `^[a-f0-9]{64}$` wherever the documents ask for a hashed e-mail address or telephone number.

use super::{Format, text_format};

text_format! {
    /// A SHA-256 digest as 64 lower-case hexadecimal digits.
    Sha256Hex,
    Format {
        name: "sha256",
        expected: "a SHA-256 hash as 64 lower-case hexadecimal digits",
        example: "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b",
        accepts: |text| text.len() == 64 && text.bytes().fold(true, |all, b| all & is_digit(b)),
    }
}

/// Asked of all of them, and not up to the first that is none: so they can be asked sixteen at a time.
fn is_digit(b: u8) -> bool {
    b.wrapping_sub(b'0') < 10 || b.wrapping_sub(b'a') < 6
}
