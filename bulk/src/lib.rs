//! The bulk jobs: 100,000 property identifiers, 100,000 audience members, 10,000 events.
//!
//! | module | holds |
//! |---|---|
//! | [`table`] | rows and cells of pasted text, CSV and TSV |
//! | [`identifiers`] | property identifiers: read, typed, normalised, de-duplicated, explained |
//! | [`audience`] | members: normalised, hashed, cut into batches |
//! | [`lists`] | long lists inside inputs: what is right beyond doubt, and what the client must look at |
//!
//! A crate of its own, because its machine code is apart: compiled for speed and with SIMD, where the client is compiled for
//! size. Each job is a module of its own, loaded by the pages that have such a job. Everything works in slices, on buffers that the caller
//! fills, and nothing is allocated per line.

pub mod audience;
pub mod identifiers;
pub mod lists;
pub mod table;

/// The client's, which is small.
#[cfg(all(target_arch = "wasm32", feature = "npm"))]
#[path = "../../src/allocator.rs"]
mod allocator;
#[cfg(all(target_arch = "wasm32", feature = "npm"))]
mod js;
