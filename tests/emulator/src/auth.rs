//! Who is calling.

use hyper::header::{AUTHORIZATION, HeaderMap};

use crate::envelope::Refusal;

/// A token of the documented form `scope3_<tenant>_<secret>`.
///
/// It implements neither `Debug` nor `Display`, so that it cannot be printed by accident.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Token(String);

impl Token {
    /// Reads a token; `None` if it does not have the documented form.
    pub fn parse(text: &str) -> Option<Self> {
        let (tenant, secret) = split(text)?;
        let printable = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic());
        (printable(tenant) && printable(secret)).then(|| Self(text.to_owned()))
    }

    /// The token of a request to the API.
    pub fn of(headers: &HeaderMap) -> Result<Self, Refusal> {
        let header = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let header = header.ok_or_else(|| Refusal::unauthorized("Authentication required: send a bearer token."))?;
        let (scheme, text) = header.split_once(' ').unwrap_or((header, ""));
        let token = Self::parse(text.trim()).filter(|_| scheme.eq_ignore_ascii_case("bearer"));
        let token = token.ok_or_else(|| Refusal::unauthorized("The credential is not a valid API key."))?;
        if token.is_live() { Ok(token) } else { Err(Refusal::unauthorized("The API key is expired or revoked.")) }
    }

    /// Whether the text contains this token.
    pub fn is_in(&self, text: &str) -> bool {
        text.contains(&self.0)
    }

    /// Whether the token may only read.
    pub fn is_read_only(&self) -> bool {
        split(&self.0).is_some_and(|(tenant, _)| tenant == "readonly")
    }

    fn is_live(&self) -> bool {
        split(&self.0).is_some_and(|(_, secret)| !matches!(secret, "expired" | "revoked"))
    }
}

fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("scope3_")?.split_once('_')
}
