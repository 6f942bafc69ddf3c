//! Takes the secrets out of a body before it is remembered.

use serde_json::Value;

use crate::auth::Token;

const HIDDEN: &str = "***";
/// Parts of key names, without case and punctuation, behind which a secret is expected.
const SECRET_KEYS: [&str; 7] = ["token", "secret", "password", "privatekey", "apikey", "authorization", "credential"];

/// The value with `***` in place of everything that looks like a secret, and of the token itself.
pub fn redacted(value: Value, token: &Token) -> Value {
    match value {
        Value::Object(members) => {
            let member = |(key, value): (String, Value)| {
                let value = if is_secret(&key) { hidden(value) } else { redacted(value, token) };
                (key, value)
            };
            Value::Object(members.into_iter().map(member).collect())
        }
        Value::Array(items) => items.into_iter().map(|item| redacted(item, token)).collect(),
        Value::String(text) if token.is_in(&text) => HIDDEN.into(),
        other => other,
    }
}

/// Hides every leaf, keeps the keys: which keys were sent is what a test wants to know.
fn hidden(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(members.into_iter().map(|(key, value)| (key, hidden(value))).collect()),
        Value::Array(items) => items.into_iter().map(hidden).collect(),
        Value::Null => Value::Null,
        _ => HIDDEN.into(),
    }
}

fn is_secret(key: &str) -> bool {
    let plain: String = key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    plain == "auth" || SECRET_KEYS.iter().any(|part| plain.contains(part))
}
