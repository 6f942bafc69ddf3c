//! Syndication: handing audiences, event sources and catalogs on to agents.
//!
//! Source: document 004; the OpenAPI for the records.

use crate::api::{Json, Open, operations};
use crate::format::Id;
use crate::shape::{choice, request, response};

operations! {
    "syndication";

    /// Switches on or off that agents get a resource.
    ///
    /// It goes on afterwards: `status` tells how far each agent is.
    syndicate = syndicate: Post "/api/v2/buyer/advertisers/{advertiserId}/syndicate" Once,
        Syndicate => Vec<SyndicationRecord>;

    /// Lists which agents get which resource, and how far that is.
    status = getSyndicationStatus: Get "/api/v2/buyer/advertisers/{advertiserId}/syndication-status" Safe,
        GetSyndicationStatus => SyndicationPage, each "items";
}

/// Switches on or off that agents get a resource.
#[request]
pub struct Syndicate {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// What kind of resource it is.
    pub resource_type: SyndicatedResource,
    /// The resource's id.
    pub resource_id: Id,
    /// The ids of the agents; at least 1.
    #[shape(items = 1..)]
    pub adcp_agent_ids: Vec<Id>,
    /// Whether the agents get it.
    pub enabled: bool,
}

/// Lists which agents get which resource, and how far that is.
#[request]
pub struct GetSyndicationStatus {
    /// The advertiser's id.
    pub advertiser_id: Id,
    /// Only this kind of resource.
    pub resource_type: Option<SyndicatedResource>,
    /// Only this resource.
    pub resource_id: Option<Id>,
    /// Only this agent.
    pub adcp_agent_id: Option<Id>,
    /// Only what is switched on, or off.
    pub enabled: Option<bool>,
    /// Only what is as far as this.
    pub status: Option<SyndicationStatus>,
    /// How many records at most; 1 to 100.
    #[shape(range = 1..=100, default = "50")]
    pub limit: Option<i64>,
    /// How many records to pass over.
    #[shape(range = 0.., default = "0")]
    pub offset: Option<i64>,
}

/// What can be handed on to agents.
#[choice]
pub enum SyndicatedResource {
    Audience,
    EventSource,
    Catalog,
}

/// How far handing on is.
#[choice]
pub enum SyndicationStatus {
    Pending,
    Syncing,
    Completed,
    Failed,
    Disabled,
}

/// Which agents get which resource.
#[response]
pub struct SyndicationPage {
    /// The records.
    pub items: Vec<SyndicationRecord>,
    /// How many records there are on all pages.
    pub total: Option<i64>,
}

/// A resource and an agent that gets it, or no longer does.
#[response]
pub struct SyndicationRecord {
    /// The record's id.
    pub id: String,
    /// The customer's id.
    pub customer_id: Option<i64>,
    /// The advertiser's id.
    pub advertiser_id: String,
    /// What kind of resource it is.
    pub resource_type: Open<SyndicatedResource>,
    /// The resource's id.
    pub resource_id: String,
    /// The audience's internal id, when it is one.
    pub audience_id: Option<String>,
    /// The event source's internal id, when it is one.
    pub event_source_id: Option<String>,
    /// The catalog's internal id, when it is one.
    pub catalog_id: Option<String>,
    /// The agent's id.
    pub adcp_agent_id: String,
    /// The id of the account with the agent.
    pub adcp_agent_account_id: Option<String>,
    /// Whether the agent gets it.
    pub enabled: bool,
    /// How far it is.
    pub status: Open<SyndicationStatus>,
    /// Why it failed.
    pub error_message: Option<String>,
    /// What the agent answered.
    pub response_data: Option<Json>,
    /// When it began.
    pub created_at: String,
    /// When it last changed.
    pub updated_at: String,
    /// When the agent had everything.
    pub completed_at: Option<String>,
}
