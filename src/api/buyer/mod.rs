//! The buyer persona: what an advertiser or an agency does.
//!
//! | file | holds |
//! |---|---|
//! | `advertisers` | the brands for which campaigns run, and the accounts linked to them |
//! | `campaigns` | campaigns; changing one is in `campaign_change`, with its media buys in `media_buy_change` |
//! | `campaign_budget`, `constraints`, `pacing`, `performance` ... | what a campaign is made of, a file for each |
//! | `data_delivery`, `event_type`, `frequency_cap`, `time_window`, `utm` | what several of them share |
//!
//! The other files hold what these answer with.

pub mod advertiser;
pub mod advertisers;
pub mod audience_config;
pub mod campaign;
pub mod campaign_actions;
pub mod campaign_budget;
pub mod campaign_change;
pub mod campaigns;
pub mod constraints;
pub mod data_delivery;
pub mod event_type;
pub mod frequency_cap;
pub mod media_buy;
pub mod media_buy_change;
pub mod media_buy_goal;
pub mod pacing;
pub mod performance;
pub mod time_window;
pub mod utm;

use crate::shape::Operation;

/// The rows of this persona.
pub(super) static TABLE: &[&[&Operation]] = &[advertisers::OPERATIONS, campaigns::OPERATIONS];
