//! Builds, checks and sends requests to the Scope3 Interchange API.
//!
//! The crate is a description of somebody else's API and one small engine that reads the description:
//!
//! | module | holds |
//! |---|---|
//! | [`shape`] | the vocabulary of the description: kinds of values, fields, unions, rules |
//! | [`format`] | one textual format per file: timestamps, URLs, currencies, ids ... |
//! | [`api`] | what the API is: every request and response as a type, every operation as a row |
//! | [`json`] | JSON text, read and written without a tree |
//! | [`check`] | walks a JSON text along a shape and gathers every mistake |
//! | [`describe`] | the tables as plain data: operations, and fields from which a form can be built |
//! | [`options`] | the options of a client and of a call, checked like any other input |
//! | [`request`] | operation and checked input -> method, URL, body; sends nothing |
//! | [`response`] | status and text -> payload or refusal |
//! | [`retry`] | what to do after an attempt that failed |
//! | [`error`] | the five ways in which a call ends badly |
//!
//! Nothing above knows JavaScript; the module `js` does, which exists on wasm32 with the feature `npm`.

// The derives name this crate by its own name, here and in crates that use them.
extern crate self as interchange_web;

pub mod api;
pub mod check;
pub mod describe;
mod endpoint;
pub mod error;
pub mod format;
pub mod json;
pub mod options;
pub mod request;
pub mod response;
pub mod retry;
pub mod shape;

#[cfg(all(target_arch = "wasm32", feature = "npm"))]
mod allocator;
#[cfg(all(target_arch = "wasm32", feature = "npm"))]
mod js;
