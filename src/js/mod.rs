//! The only folder that knows JavaScript: what the hand-kept part of the npm package calls.
//!
//! | file | holds |
//! |---|---|
//! | `exports` | without network: validate, compile, options |
//! | `lists` | long lists, piece by piece |
//! | `transport` | around the network: reading an answer, deciding what comes next |
//! | `failure` | failures as JSON text, from which the package makes its error classes |
//!
//! Inputs come in as JSON text and results go out as JSON text: `JSON.stringify` and `JSON.parse` cross the border faster and
//! in fewer bytes than bindings that walk objects, and `JSON.stringify` is what decides what would be sent. Everything
//! here returns at once. Waiting (for `fetch`, a timer, a signal, a token) is JavaScript's business, and
//! `pkg-template/client.js` does it: there it costs a fifth of the bytes that futures, closures and bindings would cost
//! here, and `try ... finally` guards every timer and listener. Whatever decides stays in Rust. Nothing here panics.

mod exports;
mod failure;
mod lists;
mod transport;
