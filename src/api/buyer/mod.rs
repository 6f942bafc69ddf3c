//! The buyer persona: what an advertiser or an agency does.
//!
//! | file | holds |
//! |---|---|
//! | `audiences` | customers told by hashes, whom campaigns target or leave out |
//! | `catalogs` | products, offers and places; `catalog` is one as the service keeps it |
//! | `event_sources`, `events` | where conversion events come from, logging and counting them; `event_type` is shared |
//! | `measurement` | outcome studies; `measurement_data` is measured performance |
//! | `sync` | what the sync calls have in common |
//! | `test_cohorts` | groups between which campaigns are compared |

pub mod audiences;
pub mod catalog;
pub mod catalogs;
pub mod event_sources;
pub mod event_type;
pub mod events;
pub mod measurement;
pub mod measurement_data;
pub mod sync;
pub mod test_cohorts;

use crate::shape::Operation;

/// The rows of this persona.
pub(super) static TABLE: &[&[&Operation]] = &[
    audiences::OPERATIONS,
    catalogs::OPERATIONS,
    event_sources::OPERATIONS,
    events::OPERATIONS,
    measurement::OPERATIONS,
    test_cohorts::OPERATIONS,
];
