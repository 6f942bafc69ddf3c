//! Work items of a modular source: what people have to do before it goes on.
//!
//! Source: the OpenAPI.

use crate::api::{JsonObject, OrNull, operations};
use crate::format::{Id, IntegerId};
use crate::shape::{choice, request};

use super::work_item::{WorkItemChange, WorkItemPage, WorkItemWithEvents};

operations! {
    "modularSources";

    /// Lists a source's work items; those that are open, in progress or blocked unless asked otherwise.
    list_work_items = listModularInventorySourceWorkItems:
        Get "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items" Safe,
        ListWorkItems => WorkItemPage, each "items";

    /// Reads a work item and its history.
    get_work_item = getModularInventorySourceWorkItem:
        Get "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}" Safe,
        GetWorkItem => WorkItemWithEvents;

    /// Changes who works on an item, how it stands, or what is known so far.
    update_work_item = updateModularInventorySourceWorkItem:
        Patch "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}" Once,
        UpdateWorkItem => WorkItemChange;

    /// Completes a work item, with whatever the module does then.
    complete_work_item = completeModularInventorySourceWorkItem:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}/complete" Once,
        CompleteWorkItem => WorkItemChange;
}

/// Lists a source's work items.
#[request]
pub struct ListWorkItems {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// Only work items with these statuses; left out, `OPEN`, `IN_PROGRESS` and `BLOCKED`.
    #[shape(joined)]
    pub status: Option<Vec<WorkItemStatus>>,
    /// Only work items of this kind.
    pub kind: Option<WorkItemKind>,
    /// Only work items about this type of thing.
    #[shape(length = 1..)]
    pub resource_type: Option<String>,
    /// Only work items about this thing.
    #[shape(length = 1..)]
    pub resource_id: Option<String>,
    /// Only work items for this media buy.
    #[shape(length = 1..)]
    pub media_buy_id: Option<String>,
    /// Only work items for this buyer; from 1.
    pub buyer_customer_id: Option<IntegerId>,
    /// How many work items at most; 1 to 100.
    #[shape(range = 1..=100)]
    pub limit: Option<i64>,
}

/// Reads a work item and its history.
#[request]
pub struct GetWorkItem {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The id of the work item.
    #[shape(length = 1..)]
    pub work_item_id: String,
}

/// Changes a work item; `completeWorkItem` completes it.
#[request]
pub struct UpdateWorkItem {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The id of the work item.
    #[shape(length = 1..)]
    pub work_item_id: String,
    /// How the work item stands.
    pub status: Option<OpenWorkItemStatus>,
    /// The id of who works on it; null for nobody.
    pub assigned_to: Option<OrNull<Id>>,
    /// Why the work cannot go on; null when it can.
    pub blocked_reason: Option<OrNull<String>>,
    /// What is known so far.
    pub result: Option<JsonObject>,
    /// Notes for the people who work on it.
    pub notes: Option<String>,
}

/// Completes a work item.
#[request]
pub struct CompleteWorkItem {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The id of the work item.
    #[shape(length = 1..)]
    pub work_item_id: String,
    /// What came of the work.
    pub result: Option<JsonObject>,
    /// Notes for the people who work on it.
    pub notes: Option<String>,
}

/// How a work item stands.
#[choice]
pub enum WorkItemStatus {
    Open,
    InProgress,
    Blocked,
    Completed,
    Cancelled,
}

/// How a work item stands that is not yet done.
#[choice]
pub enum OpenWorkItemStatus {
    Open,
    InProgress,
    Blocked,
}

/// What a work item asks for.
#[choice]
pub enum WorkItemKind {
    ApproveMediaBuy,
    ApproveMediaBuyCancellation,
    ReviewCreative,
    ConfirmAvails,
    ApproveRateException,
    MapCreativeRef,
    SyncUpstreamCreative,
    ExecuteUpstreamBooking,
    TrafficToCadent,
    ResolveTraffickingError,
    UploadFinalReport,
    ResolveSourceHealth,
    General,
}
