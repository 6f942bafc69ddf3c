//! Hides credentials in what is shown of a request or an answer.
//!
//! Two nets, one behind the other: the places that the shapes call secret, and members whose name says that they hold a
//! credential, wherever they stand. The second catches what the shapes cannot know: undocumented fields, free-form
//! objects, an `auth` of the wrong form.

use crate::check::Checked;
use crate::json::{Reader, Type};
use crate::shape::Operation;

use super::body;

/// Parts of names that announce a credential, in lower case and without separators.
const TELLING: [&str; 8] =
    ["token", "secret", "password", "apikey", "privatekey", "credential", "authorization", "passphrase"];

/// Ends of names that speak about a credential without holding one, such as `tokenEndpointUrl` or `credentialId`.
const HARMLESS: [&str; 4] = ["url", "type", "id", "kind"];

/// The shortest credential that is searched for in foreign text: a shorter one would hide ordinary words.
const MIN_MASKED: usize = 4;

/// The body with a name such as `$AUTH_TOKEN` in place of every credential.
pub(super) fn shown(operation: &'static Operation, checked: &Checked<'_>) -> String {
    let edits = checked
        .secrets
        .iter()
        .map(|secret| crate::check::Edit { span: secret.span.clone(), text: format!("\"${}\"", secret.name) });
    let mut edits: Vec<_> = edits.chain(checked.edits.iter().cloned()).collect();
    edits.sort_by_key(|edit| edit.span.start);
    let by_shape = Checked {
        text: checked.text,
        members: checked.members.clone(),
        issues: crate::check::Issues::default(),
        edits,
        secrets: Vec::new(),
    };
    by_name(&body::json(operation, &by_shape))
}

/// Hides the values of members whose name announces a credential.
fn by_name(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut at = 0;
    let mut rest = Reader::new(json);
    // A name is a string before a colon: every string is looked at, and the value behind a telling name is passed over.
    while let Some(quote) = json[rest.position()..].find('"') {
        rest = Reader::at(json, rest.position() + quote);
        let start = rest.position();
        let Ok(string) = rest.text() else { break };
        let mut value = Reader::at(json, start);
        if value.name().is_err() || !is_telling(&string.value()) || is_harmless(&mut value) {
            continue;
        }
        let begin = value.position();
        if value.skip().is_err() {
            break;
        }
        out.push_str(&json[at..begin]);
        out.push_str("\"$");
        out.extend(string.value().chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()));
        out.push('"');
        at = value.position();
        rest = value;
    }
    out.push_str(&json[at..]);
    out
}

fn is_telling(name: &str) -> bool {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    TELLING.iter().any(|part| letters.contains(part)) && !HARMLESS.iter().any(|end| letters.ends_with(end))
}

/// Names already put in place, flags, numbers and nulls hide nothing; `tokenCount: 3` may be seen.
fn is_harmless(value: &mut Reader<'_>) -> bool {
    match value.peek() {
        Ok(Type::Text) => value.clone().text().is_ok_and(|text| text.raw().starts_with('$')),
        Ok(Type::Object | Type::Array) => false,
        _ => true,
    }
}

/// Replaces every occurrence of a credential in a foreign text, such as a proxy's error page, by three dots.
pub fn mask(text: &str, secrets: &[String]) -> String {
    let mut masked = text.to_owned();
    for secret in secrets.iter().filter(|secret| secret.len() >= MIN_MASKED) {
        masked = masked.replace(secret.as_str(), "...");
    }
    masked
}

impl Checked<'_> {
    /// The credentials in the input, so that they can be masked in what comes back.
    pub fn credentials(&self) -> Vec<String> {
        let mut found = Vec::new();
        for secret in &self.secrets {
            texts(&self.text[secret.span.clone()], &mut found);
        }
        found
    }
}

/// Every string in a JSON text.
fn texts(json: &str, found: &mut Vec<String>) {
    let mut at = 0;
    while let Some(quote) = json[at..].find('"') {
        let mut reader = Reader::at(json, at + quote);
        let Ok(string) = reader.text() else { return };
        found.push(string.value().into_owned());
        at = reader.position();
    }
}
