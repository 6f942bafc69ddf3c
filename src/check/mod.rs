//! Walks a JSON text along a shape and gathers every mistake.
//!
//! The walk is a single pass over the text. It builds no tree: what it leaves behind is a list of issues, the places
//! where something must be written differently (an id that travels as a number), and the places of secrets. The request
//! builder then copies the text around these places.

use std::ops::Range;

use crate::shape::{Member, Object};

mod apart;
mod fit;
mod issue;
mod near;
mod number;
mod object;
mod rules;
mod scalar;
mod sieve;
mod unwritable;
mod walk;
mod wording;

pub use apart::Apart;
pub use issue::{Code, Issue, Issues, MAX_KEPT, Report, Severity, Step};
pub use near::near;
pub use sieve::{Doubt, Sieve};

use walk::Walk;

/// A text that has been walked along a shape.
#[derive(Debug)]
pub struct Checked<'t> {
    pub text: &'t str,
    /// The members of the input, in the order of the text.
    pub members: Vec<Member<'t>>,
    pub issues: Issues,
    /// What must be written differently, in the order of the text.
    pub edits: Vec<Edit>,
    /// Whether all members are known fields, each with a kind of its own: names that the shapes do not know may announce
    /// credentials.
    pub familiar: bool,
    /// Where credentials stand, in the order of the text.
    pub secrets: Vec<SecretPlace>,
}

/// A place in the text that must be written differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Range<usize>,
    pub text: String,
}

/// A place in the text where a credential stands, and the name that may be shown in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretPlace {
    pub span: Range<usize>,
    pub name: String,
}

/// Checks a JSON text against an object's shape. Never fails: a text that is no JSON is an issue like any other.
pub fn check<'t>(text: &'t str, object: &'static Object) -> Checked<'t> {
    check_around(text, object, &[])
}

/// Checks a JSON text in which each of some lists stands as zeros, as many as it has items.
pub fn check_around<'t>(text: &'t str, object: &'static Object, apart: &'t [Apart]) -> Checked<'t> {
    let mut around = Walk::new(text, false);
    around.apart = apart;
    walk(around, object)
}

/// Checks a JSON text that travels in a query string, where numbers and flags may be given as text.
pub fn check_query<'t>(text: &'t str, object: &'static Object) -> Checked<'t> {
    walk(Walk::new(text, true), object)
}

fn walk<'t>(mut walk: Walk<'t>, object: &'static Object) -> Checked<'t> {
    let walked = walk.top(object).and_then(|()| walk.reader.end());
    if walked.is_err() {
        walk.not_json();
    }
    walk.finish()
}
