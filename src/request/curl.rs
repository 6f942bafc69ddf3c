//! The command that sends a request: for documentation, tickets and terminals. It holds no credential: where one stands, it
//! names an environment variable.

use super::Body;
use crate::check::Checked;
use crate::json::part;
use crate::shape::{Operation, View};

/// Headers whose values are shown; any other may hold a credential, and a name stands in its place.
const SHOWN: [&str; 5] = ["accept", "accept-language", "content-type", "x-request-id", "x-scope3-seat-id"];

/// The command for a POSIX shell.
pub fn curl(operation: &'static Operation, checked: &Checked<'_>, url: &str, headers: Option<&View<'_, '_>>) -> String {
    let mut command = ["curl -X ", operation.method.name(), " "].concat();
    quote(url, &mut command);
    command.push_str(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
    for header in headers.map(View::members).unwrap_or_default() {
        let name = header.name.value();
        let value = headers.and_then(|headers| headers.text(&name)).unwrap_or_default();
        if name.eq_ignore_ascii_case("authorization") {
            continue;
        }
        command.push_str(" \\\n  -H ");
        if SHOWN.iter().any(|shown| name.eq_ignore_ascii_case(shown)) {
            quote(&[&name, ": ", &value].concat(), &mut command);
        } else {
            command.push_str(&["\"", &name, ": $", &variable(&name), "\""].concat());
        }
    }
    match super::build(operation, checked).map(|request| request.body) {
        Some(Body::Json(_)) => {
            command.push_str(" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw ");
            quote(&super::redact::shown(operation, checked), &mut command);
        }
        Some(Body::Form(field)) => command.push_str(&[" \\\n  -F ", field, "=@FILE"].concat()),
        _ => {}
    }
    command
}

fn variable(name: &str) -> String {
    let capital = |b: u8| if b.is_ascii_alphanumeric() { char::from(b.to_ascii_uppercase()) } else { '_' };
    name.bytes().map(capital).collect()
}

/// Appends a shell word. Within single quotes nothing but the quote itself has a meaning; so that the JSON strings `"$NAME"`
/// expand, they stand outside: `'{"token":"'"$NAME"'"}'`.
fn quote(text: &str, out: &mut String) {
    out.push('\'');
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match (c, placeholder(rest.as_str())) {
            ('\'', _) => out.push_str(r"'\''"),
            ('"', Some(name)) => {
                out.push_str(&["\"'\"$", name, "\"'\""].concat());
                // Past the dollar, the name and the closing quote.
                rest = part(rest.as_str(), name.len() + 2..rest.as_str().len()).chars();
            }
            _ => out.push(c),
        }
    }
    out.push('\'');
}

/// The name in `$NAME"`.
fn placeholder(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('$')?;
    let len = rest.bytes().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || *b == b'_').count();
    let name = part(rest, 0..len);
    (len > 0 && part(rest, len..len + 1) == "\"").then_some(name)
}
