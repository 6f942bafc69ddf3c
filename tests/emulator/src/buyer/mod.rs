//! The buyer's side of the API: what an advertiser knows about its customers, its goods and the places it wants.

mod audiences;
mod catalogs;
mod customer;
mod event_sources;
mod events;
mod formats;
mod measurement;
mod notifications;
mod paging;
mod per_advertiser;
mod planting;
mod property_lists;
mod storefronts;
mod syndication;
pub mod tasks;
mod test_cohorts;

pub use planting::plant_data;
pub use property_lists::list_reader;

use std::collections::HashMap;

use hyper::Method;

use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::route::Operation;
use crate::storefront::inventory::Consent;
use crate::world::World;

use audiences::Audience;
use catalogs::Catalog;
use event_sources::EventSource;
use events::EventLog;
use measurement::Measured;
use notifications::Notifications;
use per_advertiser::PerAdvertiser;
use property_lists::PropertyLists;
use storefronts::Credential;
use syndication::Syndication;
use tasks::Task;
use test_cohorts::Cohort;

/// The state of one buyer.
#[derive(Default)]
pub struct State {
    audiences: PerAdvertiser<Audience>,
    catalogs: PerAdvertiser<Catalog>,
    cohorts: PerAdvertiser<Cohort>,
    /// The credentials that the buyer has registered, next to those that it has from the beginning.
    credentials: Vec<Credential>,
    event_sources: PerAdvertiser<EventSource>,
    events: HashMap<String, EventLog>,
    measured: HashMap<String, Measured>,
    notifications: Notifications,
    property_lists: PropertyLists,
    syndications: PerAdvertiser<Syndication>,
    /// The tasks that have been begun.
    pub tasks: Vec<Task>,
}

impl State {
    /// Lets time do what it has done since the last call.
    pub fn settle(&mut self, now: Millis) {
        self.notifications.settle(now);
        audiences::settle(&mut self.audiences, &mut self.notifications, now);
        syndication::settle(&mut self.syndications, &mut self.notifications, now);
    }

    /// The consent that a ticket asks for, to be decided.
    pub fn consent_mut(&mut self, ticket: &str) -> Option<&mut Consent> {
        self.credentials.iter_mut().find_map(|credential| credential.consent_mut(ticket))
    }
}

/// Refuses a call about an advertiser that is not there.
///
/// Without the operations on advertisers, every number but 0 is one.
fn advertiser_exists(_: &World, id: &str) -> Result<(), Refusal> {
    let exists = id != "0" && id.bytes().all(|byte| byte.is_ascii_digit());
    if exists { Ok(()) } else { Err(Refusal::not_found("There is no such advertiser.")) }
}

macro_rules! buyer {
    ($rest:literal) => {
        concat!("/api/v2/buyer", $rest)
    };
}

/// The operations of the persona.
#[rustfmt::skip]
pub const OPERATIONS: &[Operation] = &[
    Operation::read("getTask", Method::GET, buyer!("/tasks/{taskId}"), tasks::get),

    Operation::read("getCurrentAccount", Method::GET, "/api/v2/accounts/current", customer::current),
    Operation::read("listCustomerAccounts", Method::GET, "/api/v2/accounts", customer::list),

    Operation::read("listNotifications", Method::GET, "/api/v2/notifications", notifications::list),
    Operation::write("readAllNotifications", Method::POST, "/api/v2/notifications/read-all", notifications::read_all),
    Operation::write("readNotification", Method::POST, "/api/v2/notifications/{notificationId}/read", notifications::read),
    Operation::write("acknowledgeNotification", Method::POST, "/api/v2/notifications/{notificationId}/acknowledge", notifications::acknowledge),

    Operation::read("listStorefronts", Method::GET, buyer!("/storefronts"), storefronts::list),
    // Before the row below it, whose parameter would take the word for an id.
    Operation::read("listStorefrontCredentials", Method::GET, buyer!("/storefronts/credentials"), storefronts::list_credentials),
    Operation::read("getStorefront", Method::GET, buyer!("/storefronts/{storefrontId}"), storefronts::get),
    Operation::write("registerSourceCredentials", Method::POST, buyer!("/storefronts/{storefrontId}/sources/{sourceId}/credentials"), storefronts::register),

    Operation::read("listCatalogs", Method::GET, buyer!("/advertisers/{advertiserId}/catalogs"), catalogs::list),
    Operation::write("syncCatalogs", Method::POST, buyer!("/advertisers/{advertiserId}/catalogs/sync"), catalogs::sync),

    Operation::read("listAudiences", Method::GET, buyer!("/advertisers/{accountId}/audiences"), audiences::list),
    Operation::read("getAudience", Method::GET, buyer!("/advertisers/{accountId}/audiences/{audienceId}"), audiences::get),
    Operation::write("syncAudiences", Method::POST, buyer!("/advertisers/{accountId}/audiences/sync"), audiences::sync),

    Operation::read("listEventSources", Method::GET, buyer!("/advertisers/{advertiserId}/event-sources"), event_sources::list),
    Operation::write("syncEventSources", Method::POST, buyer!("/advertisers/{advertiserId}/event-sources/sync"), event_sources::sync),
    Operation::write("logEvent", Method::POST, buyer!("/advertisers/{advertiserId}/log-event"), events::log),
    Operation::read("getEventSummary", Method::GET, buyer!("/advertisers/{advertiserId}/events/summary"), events::summarize),

    Operation::write("syncMeasurementData", Method::POST, buyer!("/advertisers/{advertiserId}/measurement-data/sync"), measurement::sync_data),
    Operation::read("listMeasurementSources", Method::GET, buyer!("/advertisers/{advertiserId}/measurement-sources"), measurement::list_sources),
    Operation::write("createMeasurementSource", Method::POST, buyer!("/advertisers/{advertiserId}/measurement-sources"), measurement::create_source),
    Operation::read("listMeasurementRecords", Method::GET, buyer!("/advertisers/{advertiserId}/measurement-records"), measurement::list_records),
    Operation::write("uploadMeasurementRecords", Method::POST, buyer!("/advertisers/{advertiserId}/measurement-records"), measurement::upload_records),
    Operation::write("uploadContextRecords", Method::POST, buyer!("/advertisers/{advertiserId}/context-records"), measurement::upload_context),
    Operation::read("getMeasurementFreshness", Method::GET, buyer!("/advertisers/{advertiserId}/measurement-freshness"), measurement::freshness),

    Operation::read("listTestCohorts", Method::GET, buyer!("/advertisers/{advertiserId}/test-cohorts"), test_cohorts::list),
    Operation::write("createTestCohort", Method::POST, buyer!("/advertisers/{advertiserId}/test-cohorts"), test_cohorts::create),

    Operation::read("listPropertyLists", Method::GET, buyer!("/advertisers/{advertiserId}/property-lists"), property_lists::list),
    Operation::write("createPropertyList", Method::POST, buyer!("/advertisers/{advertiserId}/property-lists"), property_lists::create),
    Operation::read("getPropertyList", Method::GET, buyer!("/advertisers/{advertiserId}/property-lists/{listId}"), property_lists::get),
    Operation::write("updatePropertyList", Method::PUT, buyer!("/advertisers/{advertiserId}/property-lists/{listId}"), property_lists::update),
    Operation::write("deletePropertyList", Method::DELETE, buyer!("/advertisers/{advertiserId}/property-lists/{listId}"), property_lists::delete),
    Operation::read("checkPropertyList", Method::POST, buyer!("/property-lists/check"), property_lists::check),
    Operation::read("getPropertyListCheckReport", Method::GET, buyer!("/property-lists/reports/{reportId}"), property_lists::report),
    Operation::read("resolvePropertyList", Method::GET, "/lists/{listId}", property_lists::resolve),

    Operation::write("syndicate", Method::POST, buyer!("/advertisers/{advertiserId}/syndicate"), syndication::syndicate),
    Operation::read("getSyndicationStatus", Method::GET, buyer!("/advertisers/{advertiserId}/syndication-status"), syndication::list),
];
