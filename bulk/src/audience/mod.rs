//! Audience members: read, normalised, hashed, cut into batches.
//!
//! | module | holds |
//! |---|---|
//! | [`table`](mod@table) | members out of CSV and TSV, in pieces that end anywhere |
//! | [`columns`] | which column holds what |
//! | [`split`] | rows and cells, quickly |
//! | [`list`] | members out of objects, as JavaScript writes them into memory |
//! | [`members`] | judges a row, writes it as JSON and has its identifiers hashed |
//! | [`row`] | what a row gives, and what of it can be sent as it is |
//! | [`email`], [`phone`], [`calling`] | what is hashed, in the form that is documented |
//! | [`plain_phone`] | telephone numbers where none may stand |
//! | [`sha256`], [`lanes`], [`kernel`] | SHA-256: one message, several that wait for each other, four at a time |
//! | [`out`] | the text of a batch, as it is written |
//! | [`seen`] | the ids that have been accepted |
//! | [`reason`] | why a row or a value is not sent |
//! | [`wipe`] | zeros that the compiler must write |
//! | [`words`] | text by eight bytes at a time |
//!
//! A member is written once, as JSON with a gap of 64 bytes where a hash belongs; hashes fill the gaps later, four at a time.
//! Plain addresses and numbers stand in the input, in a scratch buffer and in the lanes, all of which are wiped when a job
//! ends; nothing that is kept or handed out holds one.

pub mod calling;
pub mod columns;
pub mod email;
pub mod kernel;
pub mod lanes;
pub mod list;
pub mod members;
pub mod out;
pub mod phone;
pub mod plain_phone;
pub mod reason;
pub mod row;
pub mod seen;
pub mod sha256;
pub mod split;
pub mod table;
pub mod wipe;
pub mod words;
