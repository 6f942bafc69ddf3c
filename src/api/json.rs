//! Wrappers that say what serde's own types cannot.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::shape::{Kind, Shape};

/// Any JSON value, passed on as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(transparent)]
#[tsify(type = "unknown")]
pub struct Json(pub serde_json::Value);

/// An object with members of any name and kind, passed on as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(transparent)]
#[tsify(type = "Record<string, unknown>")]
pub struct JsonObject(pub serde_json::Map<String, serde_json::Value>);

/// `true` and nothing else: a confirmation that has to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(transparent)]
#[tsify(type = "true")]
pub struct True(bool);

impl True {
    /// The confirmation.
    pub const YES: Self = Self(true);
}

/// A file to upload. In JavaScript a `File`, a `Blob`, text or bytes; a Rust caller attaches the content to the request's
/// [`Body::Form`](crate::request::Body) and gives name and size for the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[tsify(type = "File | Blob | Uint8Array | ArrayBuffer | string")]
pub struct Upload {
    pub name: String,
    pub size: u64,
}

/// A value, or a null that means something, such as "detach" or "clear". What is left out is neither.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
#[tsify(type = "T | null", type_params = "T")]
pub enum OrNull<T> {
    Value(T),
    Null(()),
}

/// One value, or a list of them: what a query parameter takes that may be repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
#[tsify(type = "T | T[]", type_params = "T")]
pub enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// A word of a response: one of the known ones, or one that the service has added since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
#[tsify(type = "T | (string & {})", type_params = "T")]
pub enum Open<T> {
    Known(T),
    Other(String),
}

impl Shape for Json {
    const KIND: Kind = Kind::Json;
}

impl Shape for JsonObject {
    const KIND: Kind = Kind::AnyObject;
}

impl Shape for True {
    const KIND: Kind = Kind::True;
}

impl<T: Shape> Shape for OneOrMany<T> {
    const KIND: Kind = Kind::AnyOf(&[&T::KIND, &Kind::list(&T::KIND)]);
}
