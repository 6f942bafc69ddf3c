//! The vocabulary in which the API is described: kinds of values, fields, unions, rules.
//!
//! A type that derives [`Shape`] carries its description as a constant. The engine walks these constants; it never names
//! a resource. Everything here is plain data, so that the same tables give the checker, the form descriptions, the
//! TypeScript signatures, the reference pages and the generated tests.

mod count;
mod field;
mod kind;
mod object;
mod operation;
mod pieces;
mod problem;
mod rule;
mod view;

pub use field::Field;
pub use interchange_web_derive::{Shape, choice, request, response};
pub use kind::{Kind, List, Range, Text, Upload};
pub use object::{Object, Part, Union, Variant};
pub use operation::{Answer, Endpoint, Method, Names, Operation, Pace, Place, Repeat};
pub(crate) use pieces::pieces;
pub use problem::{Phrase, Problem};
pub use rule::{Custom, Inner, Remarks, Rule};
pub use view::{Member, Value, View};

/// A type that travels to the service, with the description of how it looks in JSON.
pub trait Shape {
    /// The description.
    const KIND: Kind;
}

impl Shape for String {
    const KIND: Kind = Kind::Text(Text::ANY);
}

impl Shape for bool {
    const KIND: Kind = Kind::Boolean;
}

/// A whole number; JSON numbers carry at most 53 bits, see [`Kind::MAX_SAFE_INTEGER`].
impl Shape for i64 {
    const KIND: Kind = Kind::Integer(Range::ANY);
}

/// A whole number from 0.
impl Shape for u64 {
    const KIND: Kind = Kind::Integer(Range { min: 0, ..Range::ANY });
}

impl Shape for f64 {
    const KIND: Kind = Kind::Number(Range::ANY);
}

impl<T: Shape> Shape for Vec<T> {
    const KIND: Kind = Kind::list(&T::KIND);
}

impl<T: Shape> Shape for Box<T> {
    const KIND: Kind = T::KIND;
}

impl<T: Shape> Shape for std::collections::BTreeMap<String, T> {
    const KIND: Kind = Kind::Map(&T::KIND);
}
