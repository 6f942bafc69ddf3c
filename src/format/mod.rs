//! The textual formats of the API, one per file, each with its grammar and its source on top.
//!
//! A format is a type: `Timestamp`, `HttpUrl`, `Secret`. In Rust a value of it is made by parsing
//! (`"2026-02-05T00:00:00Z".parse::<Timestamp>()`), in TypeScript it is a `string`, and the checker tests the text.

use std::fmt;

mod base_url;
mod country;
mod currency;
mod date;
mod delivery;
mod domain;
mod email;
mod header;
mod hour;
mod id;
mod language;
mod offset_timestamp;
mod property_domain;
mod property_value;
mod relative_path;
mod secret;
mod sha256;
mod start_time;
mod timestamp;
mod url;
mod utm_key;

mod uuid;
mod word;

pub use base_url::BaseUrl;
pub use country::CountryCode;
pub use currency::{AnyCaseCurrency, CurrencyCode};
pub use date::CalendarDate;
pub use delivery::{BucketName, DeliveryName};
pub use domain::{Domain, PublisherDomain};
pub use email::Email;
pub use header::{HeaderValue, Token, is_header_name};
pub use hour::Hour;
pub use id::{Id, IntegerId};
pub use language::LanguageTag;
pub use offset_timestamp::{Instant, OffsetTimestamp, instant};
pub use property_domain::{DOMAIN_OR_WILDCARD, PropertyDomain, SUBDOMAIN};
pub use property_value::{ANDROID_PACKAGE, APP_STORE_NUMBER, APPLE_BUNDLE, ASIN, BUNDLE, PropertyValue, ROKU_NUMBER};
pub use relative_path::RelativePath;
pub use secret::Secret;
pub use sha256::Sha256Hex;
pub use start_time::StartTime;
pub use timestamp::Timestamp;
pub use url::HttpUrl;
pub use utm_key::UtmKey;
pub use uuid::Uuid;
pub use word::{CallbackId, ContractId, CreativeFormatName, Digits, FactId, PropertyId, RegionCode, SourceSlug};

/// A textual format.
pub struct Format {
    /// The name in form descriptions.
    pub name: &'static str,
    /// What a sentence says is expected: "`startTime` must be `<expected>`."
    pub expected: &'static str,
    /// A text that has the format.
    pub example: &'static str,
    /// Whether a text has the format.
    pub accepts: fn(&str) -> bool,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A text that has not the format it was meant to have. Says what was expected and never what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotThisFormat {
    pub expected: &'static str,
}

impl fmt::Display for NotThisFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for NotThisFormat {}

/// Declares the type of a format.
macro_rules! text_format {
    ($(#[$doc:meta])* $name:ident, $format:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, tsify::Tsify)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The format, as the checker uses it.
            pub const FORMAT: crate::format::Format = $format;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::format::NotThisFormat;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if (Self::FORMAT.accepts)(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(crate::format::NotThisFormat { expected: Self::FORMAT.expected })
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl crate::shape::Shape for $name {
            const KIND: crate::shape::Kind = crate::shape::Kind::Text(crate::shape::Text {
                format: Some(&Self::FORMAT),
                ..crate::shape::Text::ANY
            });
        }
    };
}
use text_format;

// The formats look at bytes. Searching a text for characters would bring the standard library's searchers into the wasm, a
// kilobyte and a half.

/// The parts between dots.
fn labels(host: &[u8]) -> impl Iterator<Item = &[u8]> {
    host.split(|b| *b == b'.')
}

/// What stands before and behind the last of these bytes.
fn split_at_last(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let at = text.iter().rposition(|b| *b == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands before the first byte of a kind; such bytes are ASCII.
fn until(text: &str, end: fn(u8) -> bool) -> &str {
    let at = text.bytes().position(end);
    at.and_then(|at| text.get(..at)).unwrap_or(text)
}

/// Two decimal digits as a number.
fn two_digits(bytes: &[u8]) -> Option<u32> {
    match bytes {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some(u32::from(tens - b'0') * 10 + u32::from(ones - b'0')),
        _ => None,
    }
}
