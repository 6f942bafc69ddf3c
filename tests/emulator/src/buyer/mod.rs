//! The buyer's side of the API: from advertisers over discovery and campaigns to reports.

mod accounts;
mod activity;
pub mod advertisers;
mod brands;
mod campaigns;
mod caps;
mod creatives;
mod discovery;
pub mod market;
mod paging;
mod plant;
mod reporting;
mod suggestions;
pub mod tasks;

pub use plant::plant;

use hyper::Method;

use crate::clock::Millis;
use crate::route::Operation;

use activity::Activity;
use advertisers::Advertiser;
use campaigns::Campaign;
use creatives::Creative;
use discovery::Session;
use suggestions::Suggestion;
use tasks::Task;

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
    }
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
];
