//! The activity feed: who changed what.
//!
//! Source: "Activity Feed" of the buyer document; the OpenAPI for the filters by actor, resource, action and outcome. The
//! documents call `startDate` and `endDate` ISO timestamps and print no pattern; moments in UTC, as everywhere else in
//! queries, are such.

use crate::api::{JsonObject, Open, operations};
use crate::format::{Id, IntegerId, Timestamp};
use crate::shape::{Rule, choice, request, response};

operations! {
    "activity";

    /// Lists changes to campaigns, creatives, media buys, advertisers and more.
    list = listBuyerAuditLogs as "list_activity": Get "/api/v2/buyer/audit-logs" Safe, ListActivity => ActivityPage, each "logs";
}

/// Lists changes; the filters narrow each other.
#[request]
#[shape(rule = Rule::NotAfter("startDate", "endDate"))]
pub struct ListActivity {
    /// The earliest moment, in UTC, such as `2026-02-05T00:00:00Z`.
    pub start_date: Option<Timestamp>,
    /// The latest moment, in UTC; not before `startDate`.
    pub end_date: Option<Timestamp>,
    /// The advertiser to look at, with what belongs to it; a whole number.
    pub advertiser_id: Option<IntegerId>,
    /// The campaign to look at, with its media buys and creatives.
    pub campaign_id: Option<Id>,
    /// The kinds of resources to look at; without it, all.
    pub resource_types: Option<Vec<AuditResource>>,
    /// The one resource to look at.
    pub resource_id: Option<Id>,
    /// The kinds of changes to list; without it, all.
    pub actions: Option<Vec<AuditAction>>,
    /// Who started the changes; `agent` is the assistant on a person's behalf.
    pub actor_origin: Option<ActorOrigin>,
    /// The id of the person who made the changes; a whole number.
    pub actor_user_id: Option<IntegerId>,
    /// The e-mail address of the person who made the changes.
    pub actor_user_email: Option<String>,
    /// How the changes ended.
    #[shape(default = "succeeded")]
    pub outcome: Option<AuditOutcome>,
    /// How many to return; 1 to 500.
    #[shape(range = 1..=500, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(range = 0.., default = "0")]
    pub skip: Option<i64>,
}

/// The kinds of resources whose changes are listed.
#[choice]
pub enum AuditResource {
    Advertiser,
    Campaign,
    Creative,
    MediaBuy,
    Product,
    Package,
}

/// The kinds of changes.
#[choice]
pub enum AuditAction {
    Create,
    Update,
    Delete,
    Archive,
    Execute,
    Activate,
    Deactivate,
}

/// Who started a change.
#[choice("lowercase")]
pub enum ActorOrigin {
    /// A person.
    Human,
    /// The assistant, on a person's behalf.
    Agent,
    /// The assistant, by itself.
    Autonomous,
    /// The service.
    System,
}

/// How a change ended.
#[choice("lowercase")]
pub enum AuditOutcome {
    Succeeded,
    /// It was not permitted.
    Denied,
    Failed,
}

/// Some of the changes.
#[response]
pub struct ActivityPage {
    /// The changes of this page.
    pub logs: Vec<AuditLog>,
    /// How many there are altogether.
    pub total: i64,
}

/// A change.
#[response]
pub struct AuditLog {
    /// The entry's id.
    pub id: i64,
    /// When it happened.
    pub timestamp: Timestamp,
    /// When it was written down.
    pub created_at: Option<Timestamp>,
    /// What was done.
    pub action: Open<AuditAction>,
    /// To what kind of resource.
    pub resource_type: Open<AuditResource>,
    /// Its id.
    pub resource_id: Option<String>,
    /// Its name.
    pub resource_name: Option<String>,
    /// The kind of resource that it belongs to.
    pub parent_type: Option<String>,
    /// The advertiser that it belongs to.
    pub advertiser_id: Option<i64>,
    /// Who did it, by id.
    pub user_id: Option<i64>,
    /// Who did it, by e-mail address.
    pub user_email: Option<String>,
    /// Who did it, by name.
    pub user_name: Option<String>,
    /// The service token with which it was done, by id.
    pub service_token_id: Option<i64>,
    /// The service token with which it was done, by name.
    pub service_token_name: Option<String>,
    /// Who started it; null in old entries.
    pub actor_origin: Option<Open<ActorOrigin>>,
    /// How it ended; null in old entries.
    pub outcome: Option<Open<AuditOutcome>>,
    /// What was asked for.
    pub parameters: Option<JsonObject>,
    /// What became different.
    pub changes: Option<JsonObject>,
    /// The change in a sentence.
    pub description: String,
}
