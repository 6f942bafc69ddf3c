//! JSON text (RFC 8259), read and written without a tree.
//!
//! In the wasm build `serde_json` would cost 12 to 22 kB of the compressed module; the reader and the writer here are two.

mod read;
mod write;

pub use read::{MAX_DEPTH, Malformed, Reader, Text, Type, part};
pub use write::{to_json, write_number, write_text};
