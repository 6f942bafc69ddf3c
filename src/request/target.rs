//! The path and the query string.

use crate::check::{Checked, Issue, Severity, Step};
use crate::json::Type;
use crate::shape::{Operation, Place, Problem, Value};

use super::members;

/// Complains about path parameters that would change the path's meaning: a URL drops `.` and goes back at `..`.
pub(super) fn check(operation: &Operation, checked: &mut Checked<'_>) {
    for name in operation.path_fields() {
        if matches!(parameter(checked, name).as_deref(), Some("." | "..")) {
            let problem =
                Problem::BadFormat { expected: "an id; . and .. have a meaning of their own in a path".into() };
            let path = vec![Step::Key(name.to_owned())];
            checked.issues.add(Severity::Error, || Issue::new(path, Severity::Error, problem));
        }
    }
}

/// The path with its parameters filled in, and the query string behind it.
pub(super) fn target(operation: &'static Operation, checked: &Checked<'_>) -> Option<String> {
    let mut target = String::with_capacity(operation.path.len() + 16);
    for (part, field) in operation.path_parts() {
        if field {
            let value = parameter(checked, part).filter(|value| !matches!(value.as_str(), "" | "." | ".."))?;
            encode(&value, &mut target);
        } else {
            target.push_str(part);
        }
    }
    query(operation, checked, &mut target);
    Some(target)
}

fn parameter(checked: &Checked<'_>, name: &str) -> Option<String> {
    let member = checked.members.iter().rev().find(|member| member.name.is(name))?;
    scalar(&Value::new(checked.text, member.span.clone()))
}

fn query(operation: &'static Operation, checked: &Checked<'_>, target: &mut String) {
    let mut separator = '?';
    for member in members(operation, checked, Place::Query) {
        let name = member.name.value();
        let value = Value::new(checked.text, member.span.clone());
        let joined = operation.input.field(&name).is_some_and(|field| field.joined());
        let values = match value.kind() {
            Some(Type::Array) => value.items(),
            Some(Type::Null) | None => Vec::new(),
            _ => vec![value],
        };
        for (index, value) in values.iter().enumerate() {
            if joined && index > 0 {
                target.push(',');
            } else {
                target.push(separator);
                separator = '&';
                encode(&name, target);
                target.push('=');
            }
            encode(&text(value), target);
        }
    }
}

/// A text or number; nothing else can stand in a path.
fn scalar(value: &Value<'_>) -> Option<String> {
    let text = value.text().map(std::borrow::Cow::into_owned);
    text.or_else(|| value.number().map(str::to_owned))
}

/// A value in the query string; what is no text stands as JSON writes it.
fn text(value: &Value<'_>) -> String {
    value.text().map_or_else(|| value.raw().to_owned(), std::borrow::Cow::into_owned)
}

/// Percent-encodes as `encodeURIComponent` does (ECMA-262, 19.2.6.4).
fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}
