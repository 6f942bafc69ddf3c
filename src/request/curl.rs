//! The command that sends a request: for documentation, tickets and terminals. It holds no credential: where one stands, it
//! names a variable.

use super::{Body, redact};
use crate::check::Checked;
use crate::shape::{Operation, View};

/// Headers whose values are shown; any other may hold a credential, and a name stands in its place.
const SHOWN: [&str; 5] = ["accept", "accept-language", "content-type", "x-request-id", "x-scope3-seat-id"];

/// What stands around the name of a variable in a JSON string, so that its value may be anything: a key in PEM form has line
/// breaks. POSIX has no shorter way.
const INTO_JSON: [&str; 2] = [
    r#"'"$(printf '%s\n' "$"#,
    r#"" | awk '{gsub(/["\\]/,"\\\\&");for(i=1;i<32;i++)gsub(sprintf("%c",i),sprintf("\\u%04x",i));printf"%s%s",n,$0;n="\\n"}')"'"#,
];

/// The same for a variable that holds JSON.
const VERBATIM: [&str; 2] = ["'\"$", "\"'"];

/// The command for a POSIX shell. `token` tells whether a token travels with the request.
pub fn curl(
    operation: &'static Operation,
    checked: &Checked<'_>,
    url: &str,
    headers: Option<&View<'_, '_>>,
    token: bool,
) -> String {
    let mut command = ["curl -X ", operation.method.name(), " "].concat();
    quote(url, &mut command);
    if token {
        command.push_str(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
    }
    for header in headers.map(View::members).unwrap_or_default() {
        let name = header.name.value();
        let value = headers.and_then(|headers| headers.text(&name)).unwrap_or_default();
        if token && name.eq_ignore_ascii_case("authorization") {
            continue;
        }
        command.push_str(" \\\n  -H ");
        if SHOWN.iter().any(|shown| name.eq_ignore_ascii_case(shown)) {
            quote(&[&name, ": ", &value].concat(), &mut command);
        } else {
            command.push_str(&["\"", &name, ": $", &redact::variable(&name), "\""].concat());
        }
    }
    match super::build(operation, checked).map(|request| request.body) {
        Some(Body::Json(_)) => {
            command.push_str(" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw ");
            quote(&redact::shown(operation, checked, mark), &mut command);
        }
        Some(Body::Form(field)) => command.push_str(&[" \\\n  -F ", field, "=@FILE"].concat()),
        _ => {}
    }
    command
}

/// Marks a credential's place with zero bytes, which no JSON holds.
fn mark(name: &str, is_text: bool) -> String {
    let quote = if is_text { "\"" } else { "" };
    [quote, "\0", name, "\0", quote].concat()
}

/// Appends a shell word. Within single quotes nothing but the quote itself has a meaning; variables stand outside. One in a
/// JSON string holds the text that is meant, any other holds JSON.
fn quote(marked: &str, out: &mut String) {
    let (mut marks, mut is_text) = (0, false);
    out.push('\'');
    for c in marked.chars() {
        match c {
            '\'' => out.push_str(r"'\''"),
            '\0' => {
                if marks % 2 == 0 {
                    is_text = out.ends_with('"');
                }
                out.push_str(if is_text { INTO_JSON } else { VERBATIM }[marks % 2]);
                marks += 1;
            }
            _ => out.push(c),
        }
    }
    out.push('\'');
}
