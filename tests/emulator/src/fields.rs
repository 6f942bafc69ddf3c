//! Typed reads from a body that has passed its check.

use serde_json::{Map, Value};

/// A JSON object.
pub type Object = Map<String, Value>;

/// Reads that answer `None` for a key that is absent or of another type.
pub trait Fields {
    /// The value of a key; `null` for a key that is absent.
    fn value(&self, key: &str) -> Value;
    /// A string.
    fn text(&self, key: &str) -> Option<&str>;
    /// A boolean.
    fn flag(&self, key: &str) -> Option<bool>;
    /// A whole number.
    fn whole(&self, key: &str) -> Option<i64>;
    /// Whether the key is there and not `null`.
    fn has(&self, key: &str) -> bool;
}

impl Fields for Object {
    fn value(&self, key: &str) -> Value {
        self.get(key).cloned().unwrap_or_default()
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str()
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.get(key)?.as_bool()
    }

    fn whole(&self, key: &str) -> Option<i64> {
        let value = self.get(key)?;
        value.as_i64().or_else(|| value.as_f64().map(|number| number as i64))
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| !value.is_null())
    }
}
