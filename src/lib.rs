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
//! | `describe` | the tables as plain data: operations, and fields from which a form can be built (feature `describe`) |
//! | [`options`] | the options of a client and of a call, checked like any other input |
//! | [`request`] | operation and checked input -> method, URL, body; sends nothing |
//! | [`response`] | status and text -> payload or refusal |
//! | [`retry`] | what to do after an attempt that failed |
//! | [`pace`] | when the next request may leave |
//! | [`pages`] | what to ask for after a page of a list |
//! | [`error`] | the five ways in which a call ends badly |
//! | `fetch` | sends calls, for front ends written in Rust (feature `fetch`, wasm32) |
//!
//! Nothing else knows JavaScript but the module `js`, which holds what the npm package calls (feature `npm`, wasm32).

// The derives name this crate by its own name, here and in crates that use them.
extern crate self as interchange_web;

pub mod api;
pub mod check;
#[cfg(feature = "describe")]
pub mod describe;
mod endpoint;
pub mod error;
#[cfg(all(target_arch = "wasm32", feature = "fetch"))]
pub mod fetch;
pub mod format;
pub mod json;
pub mod options;
pub mod pace;
pub mod pages;
pub mod request;
pub mod response;
pub mod retry;
pub mod shape;

// Not in the crate's own tests, which link the crate once more.
#[cfg(all(target_arch = "wasm32", feature = "npm", not(test)))]
mod allocator;
#[cfg(all(target_arch = "wasm32", feature = "npm"))]
mod js;
