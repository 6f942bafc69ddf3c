//! Measurement: what came of the advertising, as the advertiser or somebody for it measures it.

mod data;
mod freshness;
mod records;
mod rows;
mod sources;

pub use data::sync as sync_data;
pub use freshness::get as freshness;
pub use records::{list as list_records, upload as upload_records, upload_context};
pub use sources::{create as create_source, list as list_sources};

use rows::Rows;
use sources::Source;

/// What one advertiser has measured.
#[derive(Default)]
pub struct Measured {
    data: Rows,
    sources: Vec<Source>,
    records: Rows,
    contexts: Rows,
}
