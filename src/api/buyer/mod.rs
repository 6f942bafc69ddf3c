//! The buyer persona: what an advertiser or an agency does.
//!
//! | file | holds |
//! |---|---|
//! | `advertisers` | the brands for which campaigns run, and the accounts linked to them |
//! | `campaigns` | campaigns; changing one is in `campaign_change`, with its media buys in `media_buy_change` |
//! | `campaign_budget`, `constraints`, `pacing`, `performance` ... | what a campaign is made of, a file for each |
//! | `data_delivery`, `event_type`, `frequency_cap`, `time_window`, `utm` | what several of them share |
//! | `discovery` | finding products and choosing among them; managed judging of proposals is in `evaluation` |
//! | `creatives` | a campaign's creatives; `creative_assets` and `creative_formats` are what can be changed |
//! | `reporting` | what campaigns have delivered |
//! | `optimization_suggestions` | what the service would change about running media buys |
//! | `activity` | who changed what |
//! | `accounts`, `notifications` | who you are, and what you should know; their paths name no persona |
//! | `storefronts` | the marketplace, and the credentials for its sources |
//! | `property_lists` | the sites and apps to include or exclude |
//! | `syndication` | handing audiences, event sources and catalogs on to agents |
//! | `tasks` | what goes on after a call |
//! | `audiences` | customers told by hashes, whom campaigns target or leave out |
//! | `catalogs` | products, offers and places; `catalog` is one as the service keeps it |
//! | `event_sources`, `events` | where conversion events come from, logging and counting them; `event_type` is shared |
//! | `measurement` | outcome studies; `measurement_data` is measured performance |
//! | `sync` | what the sync calls have in common |
//! | `test_cohorts` | groups between which campaigns are compared |
//!
//! The other files hold what these take and answer with.

pub mod accounts;
pub mod activity;
pub mod adapter_connection;
pub mod advertiser;
pub mod advertisers;
pub mod agent_capabilities;
pub mod audience_config;
pub mod audiences;
pub mod campaign;
pub mod campaign_actions;
pub mod campaign_budget;
pub mod campaign_change;
pub mod campaigns;
pub mod catalog;
pub mod catalogs;
pub mod constraints;
pub mod creative_assets;
pub mod creative_formats;
pub mod creative_manifest;
pub mod creatives;
pub mod data_delivery;
pub mod discovered;
pub mod discovery;
pub mod discovery_agents;
pub mod evaluation;
pub mod event_sources;
pub mod event_type;
pub mod events;
pub mod frequency_cap;
pub mod marketplace;
pub mod measurement;
pub mod measurement_data;
pub mod media_buy;
pub mod media_buy_change;
pub mod media_buy_goal;
pub mod notifications;
pub mod optimization_suggestions;
pub mod pacing;
pub mod performance;
pub mod product;
pub mod property_check;
pub mod property_filters;
pub mod property_identifier;
pub mod property_list;
pub mod property_lists;
pub mod report;
pub mod reporting;
pub mod selected_products;
pub mod source_credential;
pub mod storefronts;
pub mod sync;
pub mod syndication;
pub mod tasks;
pub mod test_cohorts;
pub mod time_window;
pub mod utm;

use crate::shape::Operation;

/// The rows of this persona.
pub(super) static TABLE: &[&[&Operation]] = &[
    advertisers::OPERATIONS,
    campaigns::OPERATIONS,
    discovery::OPERATIONS,
    creatives::OPERATIONS,
    reporting::OPERATIONS,
    optimization_suggestions::OPERATIONS,
    activity::OPERATIONS,
    accounts::OPERATIONS,
    notifications::OPERATIONS,
    storefronts::OPERATIONS,
    property_lists::OPERATIONS,
    syndication::OPERATIONS,
    tasks::OPERATIONS,
    audiences::OPERATIONS,
    catalogs::OPERATIONS,
    event_sources::OPERATIONS,
    events::OPERATIONS,
    measurement::OPERATIONS,
    test_cohorts::OPERATIONS,
];
