//! Identifiers of the service's own things.
//!
//! The documents write the same id now as a text and now as a number ("advertiserId is a string", "a number",
//! `"12345"`). Both are accepted; what is sent is what the OpenAPI says: a number where it says integer, otherwise the
//! text or number as given. A number beyond 2^53 - 1 is refused, since it has lost digits before it arrives here.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::shape::{Kind, Shape};

/// An identifier; a text, or a whole number up to 2^53 - 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
pub enum Id {
    Number(u64),
    Text(String),
}

/// An identifier that is sent as a number; a text of digits may stand for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
pub enum IntegerId {
    Number(u64),
    Text(String),
}

impl Shape for Id {
    const KIND: Kind = Kind::Id { integer: false };
}

impl Shape for IntegerId {
    const KIND: Kind = Kind::Id { integer: true };
}

impl From<&str> for Id {
    fn from(id: &str) -> Self {
        Self::Text(id.to_owned())
    }
}

impl From<u64> for Id {
    fn from(id: u64) -> Self {
        Self::Number(id)
    }
}

impl From<u64> for IntegerId {
    fn from(id: u64) -> Self {
        Self::Number(id)
    }
}
