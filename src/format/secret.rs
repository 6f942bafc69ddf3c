//! A credential.
//!
//! Any text of at least one character. Nothing in this crate shows one: it has no `Display`, its `Debug` says that there
//! is one, and the checker marks where it stands, so that what is shown of a request shows a name in its place.

use std::fmt;

use crate::shape::{Kind, Shape, Text};

/// A credential: a token, a password, a private key. Never shown again, by this library or by the service.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, tsify::Tsify)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The credential itself. Whoever asks for it is responsible for where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Shape for Secret {
    const KIND: Kind = Kind::Text(Text { min: 1, secret: true, ..Text::ANY });
}
