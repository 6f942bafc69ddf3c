//! Property identifiers in bulk: read from text, typed, normalised, de-duplicated, and written as the JSON list that the
//! service takes, in one pass.
//!
//! | module | holds |
//! |---|---|
//! | [`job`] | a list on its way through |
//! | [`lines`], [`row`] | lines; rows and cells, titles, comments |
//! | [`kind`], [`record`] | types; what is known of a line |
//! | [`judge`] | one value of one type |
//! | [`domain`], [`idn`], [`punycode`], [`suffix`] | sites |
//! | [`app`], [`store_page`], [`shape`] | apps; what an entry plainly is |
//! | [`strange`] | which character cannot stand in a value |
//! | [`fast`], [`window`] | domains that are decided 32 bytes at a time |
//! | [`list`], [`seen`] | the JSON list, and what is in it already |
//!
//! Nothing is allocated per line where a line is what it usually is, and no line is refused silently: each leaves a record.

mod app;
mod domain;
mod fast;
mod idn;
mod job;
mod judge;
mod kind;
mod lines;
mod list;
mod punycode;
mod record;
mod row;
mod seen;
mod shape;
mod store_page;
mod strange;
mod suffix;
pub mod window;

pub use idn::Ask;
pub use job::{DEFAULT_TYPE, Job, NOT_TEXT, Options, UNKNOWN_TYPE, UNTYPED};
pub use kind::Kind;
pub use record::{Bucket, Notes, Problem, Record};
