//! The buyer's side of the API: from advertisers over discovery and campaigns to reports, and what an advertiser knows about
//! its customers, its goods and the places it wants.

mod accounts;
mod activity;
pub mod advertisers;
mod audiences;
mod brands;
mod campaigns;
mod caps;
mod catalogs;
mod creatives;
mod customer;
mod discovery;
mod event_sources;
mod events;
mod formats;
pub mod market;
mod measurement;
mod notifications;
mod paging;
mod per_advertiser;
mod plant;
mod planting;
mod property_lists;
mod reporting;
mod storefronts;
mod suggestions;
mod syndication;
pub mod tasks;
mod test_cohorts;

pub use plant::plant;
pub use planting::plant_data;
pub use property_lists::list_reader;

use std::collections::HashMap;

use hyper::Method;

use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::route::Operation;
use crate::storefront::inventory::Consent;
use crate::world::World;

use activity::Activity;
use advertisers::Advertiser;
use audiences::Audience;
use campaigns::Campaign;
use catalogs::Catalog;
use creatives::Creative;
use discovery::Session;
use event_sources::EventSource;
use events::EventLog;
use measurement::Measured;
use notifications::Notifications;
use per_advertiser::PerAdvertiser;
use property_lists::PropertyLists;
use storefronts::Credential;
use suggestions::Suggestion;
use syndication::Syndication;
use tasks::Task;
use test_cohorts::Cohort;

/// The state of one buyer.
#[derive(Default)]
pub struct State {
    /// The advertisers, in the order in which they were made.
    pub advertisers: Vec<Advertiser>,
    /// The domains of the brands that this buyer has saved to the registry.
    saved_brands: Vec<String>,
    sessions: Vec<Session>,
    campaigns: Vec<Campaign>,
    creatives: Vec<Creative>,
    suggestions: Vec<Suggestion>,
    /// What was done, for the activity feed.
    pub activity: Activity,
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
        for campaign in &mut self.campaigns {
            let begun = campaign.settle(now);
            let advertiser = self.advertisers.iter().find(|advertiser| advertiser.id == campaign.advertiser_id);
            let auto = campaign.applies_itself(advertiser);
            for buy in begun {
                self.activity.add(campaign.done("ACTIVATE", "MEDIA_BUY", &buy.id, &buy.name), now);
                self.suggestions.push(Suggestion::about(campaign, &buy, auto, now));
            }
        }
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
fn advertiser_exists(world: &World, id: &str) -> Result<(), Refusal> {
    world.buyer.advertiser(id).map(|_| ())
}

macro_rules! buyer {
    ($rest:literal) => {
        concat!("/api/v2/buyer", $rest)
    };
}

/// The operations of the persona.
#[rustfmt::skip]
pub const OPERATIONS: &[Operation] = &[
    Operation::read("listAdvertisers", Method::GET, buyer!("/advertisers"), advertisers::list),
    Operation::write("createAdvertiser", Method::POST, buyer!("/advertisers"), advertisers::create),
    Operation::read("getAdvertiser", Method::GET, buyer!("/advertisers/{advertiserId}"), advertisers::get),
    Operation::write("updateAdvertiser", Method::PUT, buyer!("/advertisers/{advertiserId}"), advertisers::update),
    Operation::read("listAvailableAccounts", Method::GET, buyer!("/advertisers/{advertiserId}/accounts/available"), accounts::list),

    Operation::write("discoverProducts", Method::POST, buyer!("/discovery/discover-products"), discovery::discover),
    Operation::read("browseProducts", Method::GET, buyer!("/discovery/{discoveryId}/discover-products"), discovery::browse),
    Operation::read("getProducts", Method::GET, buyer!("/discovery/{discoveryId}/products"), discovery::list_selected),
    Operation::write("addProducts", Method::POST, buyer!("/discovery/{discoveryId}/products"), discovery::add),
    Operation::write("removeProducts", Method::DELETE, buyer!("/discovery/{discoveryId}/products"), discovery::remove),

    Operation::read("listCampaigns", Method::GET, buyer!("/campaigns"), campaigns::list),
    Operation::write("createCampaign", Method::POST, buyer!("/campaigns"), campaigns::create),
    Operation::read("getCampaign", Method::GET, buyer!("/campaigns/{campaignId}"), campaigns::get),
    Operation::write("updateCampaign", Method::PUT, buyer!("/campaigns/{campaignId}"), campaigns::update),
    Operation::write("deleteCampaign", Method::DELETE, buyer!("/campaigns/{campaignId}"), campaigns::delete),
    Operation::write("executeCampaign", Method::POST, buyer!("/campaigns/{campaignId}/execute"), campaigns::execute),
    Operation::write("pauseCampaign", Method::POST, buyer!("/campaigns/{campaignId}/pause"), campaigns::pause),
    Operation::write("autoSelectProducts", Method::POST, buyer!("/campaigns/{campaignId}/auto-select-products"), campaigns::auto_select),
    Operation::read("getMediaBuyAdcpStatus", Method::GET, buyer!("/campaigns/{campaignId}/media-buy-status"), campaigns::poll),
    Operation::read("getCampaignProducts", Method::GET, buyer!("/campaigns/{campaignId}/products"), campaigns::list_products),

    Operation::read("listCreatives", Method::GET, buyer!("/campaigns/{campaignId}/creatives"), creatives::list),
    Operation::read("getCreativeManifest", Method::GET, buyer!("/campaigns/{campaignId}/creatives/{creativeId}"), creatives::get),
    Operation::write("updateCreativeManifest", Method::PUT, buyer!("/campaigns/{campaignId}/creatives/{creativeId}"), creatives::update),
    Operation::write("deleteCreativeManifest", Method::DELETE, buyer!("/campaigns/{campaignId}/creatives/{creativeId}"), creatives::delete),
    Operation::read("getCreativeDashboardUrl", Method::GET, buyer!("/creative-dashboard-url"), creatives::dashboard_url),

    Operation::read("getReportingMetrics", Method::GET, buyer!("/reporting/metrics"), reporting::metrics),

    Operation::read("listOptimizationSuggestions", Method::GET, buyer!("/optimization-suggestions"), suggestions::list),
    Operation::read("getOptimizationSuggestion", Method::GET, buyer!("/optimization-suggestions/{suggestionId}"), suggestions::get),
    Operation::write("approveOptimizationSuggestion", Method::POST, buyer!("/optimization-suggestions/{suggestionId}/approve"), suggestions::approve),
    Operation::write("rejectOptimizationSuggestion", Method::POST, buyer!("/optimization-suggestions/{suggestionId}/reject"), suggestions::reject),

    Operation::read("listBuyerAuditLogs", Method::GET, buyer!("/audit-logs"), activity::list),
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
