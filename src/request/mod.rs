//! Operation and checked input -> method, URL, body. Pure; nothing is sent.
//!
//! | file | makes |
//! |---|---|
//! | `target` | the path, each parameter encoded once, and the query string |
//! | `body` | the JSON body: the input's own text around what travels elsewhere |
//! | `curl` | the command that sends the same, with a name in place of every credential |

use crate::check::{self, Apart, Checked};
use crate::shape::{Member, Method, Operation, Place};

mod body;
mod curl;
mod redact;
mod target;

pub use curl::curl;
pub use redact::{is_telling, mask};

/// A request, ready to be sent by whoever can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Path and query string, to be appended to the base URL.
    pub target: String,
    pub body: Body,
}

/// The body of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    None,
    /// JSON text.
    Json(String),
    /// A form with one file, in the field of this name; whoever has the file attaches it.
    Form(&'static str),
}

/// Checks the input of an operation: its shape, and that each part of the path can stand in a path.
pub fn check<'t>(operation: &'static Operation, input: &'t str) -> Checked<'t> {
    check_around(operation, input, &[])
}

/// The same for an input of which some lists have been checked apart. Where they belong in the body, it has a zero byte.
pub fn check_around<'t>(operation: &'static Operation, input: &'t str, apart: &'t [Apart]) -> Checked<'t> {
    let mut checked = match operation.method {
        Method::Get => check::check_query(input, operation.input),
        _ => check::check_around(input, operation.input, apart),
    };
    target::check(operation, &mut checked);
    checked
}

/// Builds the request for an input. An input with errors gives the request that comes nearest, which is what a caller
/// who switched validation off has asked for; none when the path cannot be built.
pub fn build(operation: &'static Operation, checked: &Checked<'_>) -> Option<Request> {
    let target = target::target(operation, checked)?;
    let body = match operation.file_field() {
        Some(field) => Body::Form(field),
        None if operation.has_body() => Body::Json(body::json(operation, checked, &checked.edits)),
        None => Body::None,
    };
    Some(Request { target, body })
}

/// The body as it may be shown: every credential replaced by a name such as `$AUTH_TOKEN`.
pub fn shown_body(operation: &'static Operation, checked: &Checked<'_>) -> Option<String> {
    let json = operation.has_body() && operation.file_field().is_none();
    json.then(|| redact::shown(operation, checked, |name, _| ["\"$", name, "\""].concat()))
}

/// The members of the input that travel in one place.
fn members<'c, 't>(
    operation: &'static Operation,
    checked: &'c Checked<'t>,
    place: Place,
) -> impl Iterator<Item = &'c Member<'t>> {
    checked.members.iter().filter(move |member| operation.place(&member.name.value()) == place)
}
