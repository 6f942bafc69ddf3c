//! One call of one operation: what a handler may look at.

use crate::check::{Rule, verify};
use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::fields::Object;
use crate::multipart::{self, Upload};
use crate::received::Received;
use crate::settings::Settings;

/// Path parameters by name, decoded.
pub type Params = Vec<(&'static str, String)>;

/// A call on its way to a handler.
pub struct Call<'r> {
    received: &'r Received,
    params: Params,
    /// When the call arrived.
    pub now: Millis,
    /// How this tenant wants the emulator to behave.
    pub settings: &'r Settings,
}

impl<'r> Call<'r> {
    /// A call with the parameters found in its path.
    pub fn new(received: &'r Received, params: Params, now: Millis, settings: &'r Settings) -> Self {
        Self { received, params, now, settings }
    }

    /// A path parameter; the route table guarantees that it is there.
    pub fn param(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The JSON body, not yet checked.
    pub fn body(&self) -> Result<Object, Refusal> {
        self.received.object()
    }

    /// The JSON body, checked by rules that do not depend on one another.
    pub fn checked(&self, rules: &[Rule]) -> Result<Object, Refusal> {
        let body = self.body()?;
        verify(&body, rules).map(|()| body)
    }

    /// The JSON body, or an empty object where the operation does not need one.
    pub fn optional_body(&self) -> Result<Object, Refusal> {
        if self.received.bytes.is_empty() { Ok(Object::new()) } else { self.body() }
    }

    /// Every value of a query parameter that may be repeated or hold several values with commas in between.
    pub fn values(&self, key: &str) -> Vec<String> {
        let given = self.received.parameters();
        let of_key = given.iter().filter(|(name, _)| name == key).flat_map(|(_, value)| value.split(','));
        of_key.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }

    /// The query parameters that the rules name, read as their kinds and checked.
    pub fn query(&self, rules: &[Rule]) -> Result<Object, Refusal> {
        let given = self.received.parameters();
        let read = |rule: &Rule| {
            let (_, text) = given.iter().find(|(key, _)| key == rule.key())?;
            Some((rule.key().to_owned(), rule.kind().read(text)))
        };
        let query: Object = rules.iter().filter_map(read).collect();
        verify(&query, rules).map(|()| query)
    }

    /// The file that was uploaded in one field of a form.
    pub fn upload(&self, field: &str) -> Result<Upload, Refusal> {
        multipart::file(self.received.content_type(), &self.received.bytes, field)
    }

    /// The address of a page of the emulator, as the caller can reach it.
    pub fn link(&self, path: &str) -> String {
        self.received.base() + path
    }
}
