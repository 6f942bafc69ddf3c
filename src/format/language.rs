//! A language tag.
//!
//! ```text
//! language-tag = 2*8ALPHA *( "-" 1*8( ALPHA / DIGIT ) )    ; at most 35 characters
//! ```
//!
//! Source: "Languages (BCP-47)", 2 to 35 characters, in the OpenAPI; RFC 5646, section 2.1, without its registry.

use super::{Format, text_format};

text_format! {
    /// A language tag (BCP 47), such as `en` or `pt-BR`.
    LanguageTag,
    Format { name: "language", expected: "a language tag such as en or pt-BR", example: "en", accepts }
}

fn accepts(text: &str) -> bool {
    let mut parts = text.as_bytes().split(|&b| b == b'-');
    let language = parts.next().unwrap_or_default();
    text.len() <= 35
        && (2..=8).contains(&language.len())
        && language.iter().all(u8::is_ascii_alphabetic)
        && parts.all(|part| (1..=8).contains(&part.len()) && part.iter().all(u8::is_ascii_alphanumeric))
}
