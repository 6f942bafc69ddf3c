//! JSON text (RFC 8259), read and written without a tree.
//!
//! In the wasm build `serde_json` would cost 12 to 22 kB of the compressed module; what is here costs two.

mod read;
mod scan;
mod text;
mod write;

pub use read::{MAX_DEPTH, Malformed, Reader, Type, part};
pub(crate) use scan::end_of_plain;
pub use text::{Text, whole_characters};
pub(crate) use text::{plain_text, same};
pub use write::{to_json, write_number, write_text};
