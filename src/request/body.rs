//! The JSON body. It is copied out of the input's own text, member by member, so that nothing is written twice and numbers
//! keep their digits.

use std::ops::Range;

use crate::check::{Checked, Edit};
use crate::json::part;
use crate::shape::{Operation, Place};

use super::members;

/// The body, written with the given edits.
pub(super) fn json(operation: &'static Operation, checked: &Checked<'_>, edits: &[Edit]) -> String {
    let mut body = String::with_capacity(checked.text.len());
    body.push('{');
    for member in members(operation, checked, Place::Body) {
        if body.len() > 1 {
            body.push(',');
        }
        body.push('"');
        body.push_str(member.name.raw());
        body.push_str("\":");
        copy(checked.text, edits, member.span.clone(), &mut body);
    }
    body.push('}');
    body
}

/// Copies a part of the text, with the edits that fall into it.
fn copy(text: &str, edits: &[Edit], span: Range<usize>, out: &mut String) {
    let mut at = span.start;
    let inside = edits.iter().skip_while(|edit| edit.span.start < span.start);
    for edit in inside.take_while(|edit| edit.span.end <= span.end) {
        out.push_str(part(text, at..edit.span.start));
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(part(text, at..span.end));
}
