//! The `auth` of an agent: its three shapes, and what is remembered of it, which is never the secret.

use serde_json::Value;

use crate::check::{Checker, Kind, Rule, URL, optional, required};

const SECRET: Kind = Kind::Text(1, usize::MAX);
const ADDRESS: Kind = Kind::Form(&URL, usize::MAX);

const BEARER: &[Rule] = &[required("type", Kind::OneOf(&["bearer", "apikey", "api_key"])), required("token", SECRET)];

const BASIC: &[Rule] = &[
    required("type", Kind::OneOf(&["basic"])),
    required("username", SECRET),
    // The one field of the three shapes that may be empty.
    required("password", Kind::Text(0, usize::MAX)),
];

const JWT: &[Rule] = &[
    required("type", Kind::OneOf(&["jwt"])),
    required("privateKey", SECRET),
    required("issuer", SECRET),
    required("subject", SECRET),
    required("keyId", SECRET),
    required("scope", SECRET),
    required("tokenEndpointUrl", ADDRESS),
    required("audienceUrl", ADDRESS),
    optional("algorithm", Kind::OneOf(&["ES256", "RS256"])),
    optional("environment", Kind::Text(0, usize::MAX)),
];

/// What is known of a credential.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// None was given.
    Absent,
    /// One that the other side accepts.
    Accepted,
    /// One that the other side refuses.
    Refused,
}

impl Credential {
    /// Judges a credential, which is forgotten afterwards.
    pub fn of(auth: Option<&Value>) -> Self {
        match auth {
            None => Self::Absent,
            Some(auth) if holds_wrong(auth) => Self::Refused,
            Some(_) => Self::Accepted,
        }
    }
}

/// Whether any text in a credential contains the word `wrong`, at which the emulated other side refuses it.
pub fn holds_wrong(value: &Value) -> bool {
    match value {
        Value::String(text) => text.to_lowercase().contains("wrong"),
        Value::Array(items) => items.iter().any(holds_wrong),
        Value::Object(members) => members.values().any(holds_wrong),
        _ => false,
    }
}

/// Checks `auth` against the way of authentication. `expected` says whether one must be given where one is possible.
pub fn check(check: &mut Checker, auth: Option<&Value>, authentication: &str, expected: bool) {
    let shape = match authentication {
        "API_KEY" => BEARER,
        "BASIC_AUTH" => BASIC,
        "JWT" => JWT,
        _ => return check.require(auth.is_none(), "auth", "Must be left out for OAUTH and NO_AUTH."),
    };
    match auth {
        Some(auth) => check.inside("auth", auth, shape),
        None => check.require(!expected, "auth", "Required for API_KEY, JWT and BASIC_AUTH."),
    }
}
