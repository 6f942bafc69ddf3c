//! The storefront persona: what a publisher does.
//!
//! | file | holds |
//! |---|---|
//! | `own_storefront` | the storefront itself; its profile and prices beside it |
//! | `inventory_sources` | sources of any kind; registering agents, with `auth` for their credentials |
//! | `ad_servers` | sources that stand on an ad server |
//! | `modular_sources`, `avails`, `work_items` | sources put together from modules |
//!
//! The other files hold what these answer with.

pub mod ad_server_status;
pub mod ad_servers;
pub mod auth;
pub mod avails;
pub mod business_profile;
pub mod catalog_freshness;
pub mod catalog_mapping;
pub mod connection;
pub mod coverage;
pub mod diagnostics;
pub mod discovery_card;
pub mod inventory_source;
pub mod inventory_sources;
pub mod modular_products;
pub mod modular_sources;
pub mod module_contract;
pub mod module_credential;
pub mod onboarding;
pub mod own_storefront;
pub mod pricing;
pub mod readiness;
pub mod runtime_projection;
pub mod source_health;
pub mod source_readiness;
pub mod source_traffic;
pub mod storefront_details;
pub mod storefront_profile;
pub mod work_item;
pub mod work_items;

use crate::shape::Operation;

/// The rows of this persona.
pub(super) static TABLE: &[&[&Operation]] = &[
    own_storefront::OPERATIONS,
    inventory_sources::OPERATIONS,
    ad_servers::OPERATIONS,
    modular_sources::OPERATIONS,
    avails::OPERATIONS,
    work_items::OPERATIONS,
];
