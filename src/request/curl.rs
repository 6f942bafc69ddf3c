//! The command that sends a request: for documentation, tickets and terminals. It holds no credential: where one stands, it
//! names an environment variable.

use super::Body;
use crate::check::Checked;
use crate::shape::Operation;

/// Headers whose values are shown; any other may hold a credential, and a name stands in its place.
const SHOWN: [&str; 5] = ["accept", "accept-language", "content-type", "x-request-id", "x-scope3-seat-id"];

/// The command for a POSIX shell.
pub fn curl(operation: &'static Operation, checked: &Checked<'_>, url: &str, headers: &[(String, String)]) -> String {
    let mut command = format!("curl -X {} {}", operation.method.name(), quoted(url));
    command.push_str(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
    for (name, value) in headers {
        command.push_str(" \\\n  -H ");
        if SHOWN.contains(&name.to_ascii_lowercase().as_str()) {
            command.push_str(&quoted(&format!("{name}: {value}")));
        } else if !name.eq_ignore_ascii_case("authorization") {
            let variable: String =
                name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
            command.push_str(&format!("\"{name}: ${variable}\""));
        }
    }
    match super::build(operation, checked).map(|request| request.body) {
        Some(Body::Json(_)) => {
            command.push_str(" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw ");
            command.push_str(&expanding(&super::redact::shown(operation, checked)));
        }
        Some(Body::Form(field)) => command.push_str(&format!(" \\\n  -F {field}=@FILE")),
        _ => {}
    }
    command
}

/// A shell word: in single quotes, where nothing but the quote itself has a meaning.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A shell word in which the JSON strings `"$NAME"` expand: `'{"token":"'"$NAME"'"}'`.
fn expanding(json: &str) -> String {
    let mut word = String::new();
    for (index, part) in quoted(json).split("\"$").enumerate() {
        if index == 0 {
            word.push_str(part);
            continue;
        }
        let end =
            part.find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')).unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        if rest.starts_with('"') && !name.is_empty() {
            word.push_str(&format!("\"'\"${name}\"'"));
        } else {
            word.push_str("\"$");
            word.push_str(name);
        }
        word.push_str(rest);
    }
    word
}
