//! Validation: what a body may hold is a table of rules, and one walk gathers every mistake.

mod format;
mod kind;

pub use format::{
    CONTRACT_ID, COUNTRY, CURRENCY, DATE_TIME, DIGITS, DOMAIN, EMAIL, FACT_ID, Format, REGION, URL, host,
};
pub use kind::Kind;

use serde_json::{Value, json};

use crate::envelope::{Refusal, steps};
use crate::fields::Object;

/// Keys and indices that lead from the root of the input to a value.
pub type Path = Vec<Value>;

/// What one key of an object may hold.
pub struct Rule {
    key: &'static str,
    kind: Kind,
    required: bool,
}

/// A key that must be there.
pub const fn required(key: &'static str, kind: Kind) -> Rule {
    Rule { key, kind, required: true }
}

/// A key that may be left out.
pub const fn optional(key: &'static str, kind: Kind) -> Rule {
    Rule { key, kind, required: false }
}

impl Rule {
    /// The key that the rule is about.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// What the key may hold.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }
}

/// Gathers the mistakes of one input.
#[derive(Default)]
pub struct Checker {
    issues: Vec<Value>,
}

impl Checker {
    /// Checks the object at the root of the input. Keys without a rule are tolerated, as the service tolerates them.
    pub fn fields(&mut self, body: &Object, rules: &[Rule]) {
        self.members(&Path::new(), body, rules);
    }

    /// Checks the object inside one key of the root.
    pub fn inside(&mut self, key: &str, value: &Value, rules: &[Rule]) {
        self.object(&vec![key.into()], value, rules);
    }

    /// Refuses keys of the root without a rule: for the control plane, where a slip of the pen must not go unnoticed.
    pub fn no_others(&mut self, body: &Object, rules: &[Rule], others: &[&str]) {
        for key in body.keys().map(String::as_str) {
            if !others.contains(&key) && rules.iter().all(|rule| rule.key != key) {
                self.issue(&vec![key.into()], "unrecognized_keys", "This key is not known.");
            }
        }
    }

    /// Adds an issue unless the rule holds. `field` is a dotted path.
    pub fn require(&mut self, holds: bool, field: &str, message: &str) {
        if !holds {
            self.issue(&steps(field), "custom", message);
        }
    }

    /// Adds an issue.
    pub fn issue(&mut self, path: &Path, code: &str, message: &str) {
        self.issues.push(json!({ "path": path, "message": message, "code": code }));
    }

    /// Refuses the input if anything was wrong with it.
    pub fn finish(self) -> Result<(), Refusal> {
        if self.issues.is_empty() { Ok(()) } else { Err(Refusal::issues(self.issues)) }
    }

    fn object(&mut self, at: &Path, value: &Value, rules: &[Rule]) {
        match value {
            Value::Object(object) => self.members(at, object, rules),
            _ => self.issue(at, "invalid_type", "Expected an object."),
        }
    }

    fn members(&mut self, at: &Path, object: &Object, rules: &[Rule]) {
        let is_open = |rule: &&Rule| object.get(rule.key).map_or(rule.required, |value| !rule.kind.admits(value));
        for rule in rules.iter().filter(is_open) {
            let mut path = at.clone();
            path.push(rule.key.into());
            match object.get(rule.key) {
                Some(value) => rule.kind.check(&path, value, self),
                None if rule.required => self.issue(&path, "invalid_type", "Required."),
                None => {}
            }
        }
    }
}

/// Checks a body whose rules do not depend on one another.
pub fn verify(body: &Object, rules: &[Rule]) -> Result<(), Refusal> {
    let mut check = Checker::default();
    check.fields(body, rules);
    check.finish()
}
