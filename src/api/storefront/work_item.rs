//! What the calls on work items answer with.
//!
//! Source: the OpenAPI.

use crate::api::{JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::work_items::{WorkItemKind, WorkItemStatus};

/// The work items that were found.
#[response]
pub struct WorkItemPage {
    /// The items, without payload and result: `getWorkItem` gives those.
    pub items: Vec<WorkItemSummary>,
    /// How many items there are.
    pub total: i64,
    /// How many were looked at before those for the storefront's own approval were left out; never below `total`.
    pub scanned: i64,
    /// Whether the list is cut off at the limit; ask by status or kind for the rest.
    pub window_full: bool,
}

/// A work item as lists show it.
#[response]
pub struct WorkItemSummary {
    /// The item's id.
    pub id: String,
    /// The storefront.
    pub storefront_id: String,
    /// The source, by its `id`.
    pub inventory_source_id: String,
    /// The module that asks; null when none does.
    pub module_id: Option<String>,
    /// What is asked for.
    pub kind: Open<WorkItemKind>,
    /// What is asked for, in a line.
    pub title: String,
    /// What is asked for, at length.
    pub description: Option<String>,
    /// How it stands.
    pub status: Open<WorkItemStatus>,
    /// How urgent it is.
    pub priority: Open<WorkItemPriority>,
    /// The type of thing it is about.
    pub resource_type: String,
    /// The thing it is about.
    pub resource_id: String,
    /// The media buy it is about.
    pub media_buy_id: Option<String>,
    /// The buyer it is about.
    pub buyer_customer_id: Option<i64>,
    /// Who works on it; null for nobody.
    pub assigned_to: Option<String>,
    /// When it has to be done.
    pub due_at: Option<Timestamp>,
    /// Why it cannot go on; null when it can.
    pub blocked_reason: Option<String>,
    /// What kind of actor made it.
    pub created_by_type: String,
    /// Who made it.
    pub created_by_id: Option<String>,
    /// Who completed it; null until then.
    pub completed_by: Option<String>,
    /// When it was completed; null until then.
    pub completed_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// The fields that `result` must have on completion; in lists only.
    pub required_result_fields: Option<Vec<String>>,
}

/// A work item.
#[response]
pub struct WorkItem {
    /// What lists show of it as well.
    #[serde(flatten)]
    pub summary: WorkItemSummary,
    /// What the module handed over.
    pub payload: JsonObject,
    /// What is known so far, or what came of it.
    pub result: JsonObject,
}

/// How urgent a work item is.
#[choice]
pub enum WorkItemPriority {
    Low,
    Normal,
    High,
    Urgent,
}

/// A work item and its history.
#[response]
pub struct WorkItemWithEvents {
    /// The item.
    pub item: WorkItem,
    /// What happened to it.
    pub events: Vec<WorkItemEvent>,
}

/// Something that happened to a work item.
#[response]
pub struct WorkItemEvent {
    /// The event's id.
    pub id: String,
    /// The item it happened to.
    pub work_item_id: String,
    /// What happened.
    pub event_type: String,
    /// What kind of actor did it.
    pub actor_type: String,
    /// Who did it.
    pub actor_id: Option<String>,
    /// What they wrote.
    pub notes: Option<String>,
    /// What belongs to it.
    pub payload: JsonObject,
    /// When it happened.
    pub created_at: Timestamp,
}

/// A work item after it was changed or completed.
#[response]
pub struct WorkItemChange {
    /// Always true.
    pub ok: bool,
    /// The item as it is now.
    pub item: WorkItem,
    /// On completion: whether this call completed it; false when it was complete already. Absent after a change.
    pub changed: Option<bool>,
}
