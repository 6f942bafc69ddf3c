//! What stands in the header of a request (RFC 9110, 5.5 and 5.6.2).
//!
//! ```text
//! token       = 1*VCHAR                      ; of a credential: visible ASCII, no white space
//! field-value = *( VCHAR / SP / HTAB )
//! field-name  = 1*tchar
//! ```
//!
//! They are checked here because a runtime that refuses a header quotes its value in the error.

use super::{Format, text_format};
use crate::shape::{Kind, Shape, Text};

text_format! {
    /// The value of a header: ASCII without line breaks.
    HeaderValue,
    Format {
        name: "header",
        expected: "a header value of ASCII characters without line breaks",
        example: "en",
        accepts: |text| text.bytes().all(|b| b == b'\t' || b == b' ' || b.is_ascii_graphic()),
    }
}

/// The credential that travels with every call: visible ASCII characters, without white space.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, tsify::Tsify)]
#[serde(transparent)]
pub struct Token(super::Secret);

impl Token {
    /// The credential itself. Whoever asks for it is responsible for where it goes.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl std::str::FromStr for Token {
    type Err = super::NotThisFormat;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.is_empty() && (TOKEN.accepts)(text) {
            Ok(Self(text.into()))
        } else {
            Err(super::NotThisFormat { expected: TOKEN.expected })
        }
    }
}

impl Shape for Token {
    const KIND: Kind = Kind::Text(Text { min: 1, secret: true, format: Some(&TOKEN), ..Text::ANY });
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

const TOKEN: Format = Format {
    name: "token",
    expected: "a token of visible ASCII characters, without white space",
    example: "scope3_example",
    accepts: |text| text.bytes().all(|b| b.is_ascii_graphic()),
};

/// Whether a text can be the name of a header.
pub fn is_header_name(name: &str) -> bool {
    let allowed = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(b, b'-' | b'_' | b'.' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'^' | b'`' | b'|' | b'~')
    };
    !name.is_empty() && name.bytes().all(allowed)
}
