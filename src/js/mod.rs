//! The only folder that knows JavaScript: what the hand-kept part of the npm package calls.
//!
//! | file | holds |
//! |---|---|
//! | `exports` | without network: operations, validate, prepare, fields, options |
//! | `transport` | around the network: building a request, reading an answer, deciding what comes next |
//! | `value` | JavaScript values to JSON text |
//! | `failure` | failures as plain objects, from which the package makes its error classes |
//!
//! Everything here returns at once. Waiting (for `fetch`, a timer, a signal, a token) is JavaScript's business, and
//! `pkg-template/client.js` does it: there it costs a fifth of the bytes that futures, closures and bindings would cost
//! here, and `try ... finally` guards every timer and listener. Whatever decides stays in Rust. Nothing here panics.

use wasm_bindgen::prelude::*;

mod exports;
mod failure;
mod transport;
mod value;

/// Sets a property of an object that we made.
fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Fails only for frozen objects and the like.
    drop(js_sys::Reflect::set(object, &JsValue::from_str(name), value));
}

/// Sets a text property of an object that we made.
fn set_text(object: &JsValue, name: &str, text: &str) {
    set(object, name, &JsValue::from_str(text));
}
