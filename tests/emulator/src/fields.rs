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
    /// A number.
    fn number(&self, key: &str) -> Option<f64>;
    /// An id, whether it was sent as a string or as a number.
    fn reference(&self, key: &str) -> Option<String>;
    /// The items of an array; none if it is absent.
    fn items(&self, key: &str) -> &[Value];
    /// An object inside; nothing if it is absent.
    fn inner(&self, key: &str) -> Option<&Object>;
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

    fn number(&self, key: &str) -> Option<f64> {
        self.get(key)?.as_f64()
    }

    fn reference(&self, key: &str) -> Option<String> {
        let value = self.get(key)?;
        // `5.0` is the id 5: it came from a caller for whom all numbers are floating.
        value.as_str().map(str::to_owned).or_else(|| self.whole(key).map(|number| number.to_string()))
    }

    fn items(&self, key: &str) -> &[Value] {
        self.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    fn inner(&self, key: &str) -> Option<&Object> {
        self.get(key)?.as_object()
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| !value.is_null())
    }
}
