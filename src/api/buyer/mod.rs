//! The buyer persona: what an advertiser or an agency does.
//!
//! | file | holds |
//! |---|---|
//! | `storefronts` | the marketplace, and the credentials for its sources |
//! | `property_lists` | the sites and apps to include or exclude |
//! | `syndication` | handing audiences, event sources and catalogs on to agents |
//! | `tasks` | what goes on after a call |
//!
//! The other files hold what these take and answer with.

pub mod adapter_connection;
pub mod agent_capabilities;
pub mod marketplace;
pub mod property_check;
pub mod property_filters;
pub mod property_identifier;
pub mod property_list;
pub mod property_lists;
pub mod source_credential;
pub mod storefronts;
pub mod syndication;
pub mod tasks;

use crate::shape::Operation;

/// The rows of this persona.
pub(super) static TABLE: &[&[&Operation]] =
    &[storefronts::OPERATIONS, syndication::OPERATIONS, tasks::OPERATIONS, property_lists::OPERATIONS];
