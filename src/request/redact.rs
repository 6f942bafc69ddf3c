//! Hides credentials in what is shown of a request or an answer.
//!
//! Two nets, one behind the other: the places that the shapes call secret, and members whose name says that they hold a
//! credential, wherever they stand. The second catches what the shapes cannot know: undocumented fields, free-form
//! objects, an `auth` of the wrong form.

use crate::check::{Checked, Edit};
use crate::json::{Reader, Type, part, write_text};
use crate::shape::Operation;

use std::ops::Range;

use super::body;

/// Parts of names that announce a credential, in lower case and without separators.
const TELLING: [&str; 8] =
    ["token", "secret", "password", "apikey", "privatekey", "credential", "authorization", "passphrase"];

/// Ends of names that speak about a credential without holding one, such as `tokenEndpointUrl` or `credentialId`.
const HARMLESS: [&str; 4] = ["url", "type", "id", "kind"];

/// The shortest credential that is searched for in foreign text: a shorter one would hide ordinary words.
const MIN_MASKED: usize = 4;

/// The body with what `mark` makes of a name in place of every credential; it is told whether the credential is a text.
pub(super) fn shown(operation: &'static Operation, checked: &Checked<'_>, mark: fn(&str, bool) -> String) -> String {
    let mut edits = checked.edits.clone();
    let mut hide = |span: &Range<usize>, name: &str| {
        // What is hidden already may stand inside something that is hidden as a whole.
        if !edits.iter().any(|edit| edit.span.start <= span.start && span.end <= edit.span.end) {
            edits.retain(|edit| edit.span.end <= span.start || span.end <= edit.span.start);
            let at = edits.partition_point(|edit| edit.span.start < span.start);
            let is_text = part(checked.text, span.clone()).trim_ascii_start().starts_with('"');
            edits.insert(at, Edit { span: span.clone(), text: mark(name, is_text) });
        }
    };
    for secret in &checked.secrets {
        hide(&secret.span, &secret.name);
    }
    each_telling(checked.text, &mut |name, span| hide(&span, &variable(name)));
    body::json(operation, checked, &edits)
}

/// A name as a shell writes the names of variables.
pub(super) fn variable(name: &str) -> String {
    let capital = |b: u8| if b.is_ascii_alphanumeric() { char::from(b.to_ascii_uppercase()) } else { '_' };
    name.bytes().skip_while(u8::is_ascii_digit).map(capital).collect()
}

/// Visits the members whose name announces a credential, with the places of their values.
fn each_telling(json: &str, visit: &mut dyn FnMut(&str, Range<usize>)) {
    let mut at = 0;
    // A name is a string before a colon: every string is looked at, and the value behind a telling name is passed over.
    while let Some(mut reader) = next_string(json, at) {
        let start = reader.position();
        let Ok(name) = reader.text() else { return };
        at = reader.position();
        let mut value = Reader::at(json, start);
        if value.name().is_err() || !is_telling(&name.value()) || is_harmless(&mut value) {
            continue;
        }
        let Ok(span) = value.skip() else { return };
        at = span.end;
        visit(&name.value(), span);
    }
}

/// A reader before the next string, or something that looks like one.
fn next_string(json: &str, from: usize) -> Option<Reader<'_>> {
    let quote = json.bytes().skip(from).position(|b| b == b'"')?;
    Some(Reader::at(json, from + quote))
}

pub fn is_telling(name: &str) -> bool {
    let letters: Vec<u8> = name.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase()).collect();
    let holds = |part: &&str| letters.windows(part.len()).any(|window| window == part.as_bytes());
    TELLING.iter().any(holds) && !HARMLESS.iter().any(|end| letters.ends_with(end.as_bytes()))
}

/// Flags, numbers and nulls hide nothing; `tokenCount: 3` may be seen.
fn is_harmless(value: &mut Reader<'_>) -> bool {
    !matches!(value.peek(), Ok(Type::Text | Type::Object | Type::Array))
}

/// Replaces every occurrence of a credential in a foreign text, such as a proxy's error page, by three dots. The credentials
/// have zero bytes between them.
pub fn mask(text: &str, secrets: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text.chars();
    loop {
        let behind = rest.as_str();
        let found = secrets.split('\0').find(|secret| secret.len() >= MIN_MASKED && behind.starts_with(secret));
        if let Some(secret) = found {
            masked.push_str("...");
            rest = part(rest.as_str(), secret.len()..rest.as_str().len()).chars();
        } else if let Some(c) = rest.next() {
            masked.push(c);
        } else {
            return masked;
        }
    }
}

impl Checked<'_> {
    /// The credentials in the input, so that they can be masked in what comes back, with zero bytes between them.
    pub fn credentials(&self) -> String {
        let mut found = String::new();
        for secret in &self.secrets {
            texts(part(self.text, secret.span.clone()), &mut found);
        }
        each_telling(self.text, &mut |_, value| texts(part(self.text, value), &mut found));
        found
    }
}

/// Every string in a JSON text: as it is, as JSON quotes it, and as JSON quotes JSON that quotes it, which is how a service
/// repeats a body in an error's message.
fn texts(json: &str, found: &mut String) {
    let mut at = 0;
    while let Some(mut reader) = next_string(json, at) {
        let Ok(string) = reader.text() else { return };
        at = reader.position();
        let mut text = string.value().into_owned();
        for _ in 0..3 {
            found.push_str(&text);
            found.push('\0');
            let mut quoted = String::new();
            write_text(&mut quoted, &text);
            text = part(&quoted, 1..quoted.len() - 1).to_owned();
        }
    }
}
