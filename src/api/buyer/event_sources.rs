//! Event sources: the pixels, SDKs and servers from which an advertiser's conversion events come.
//!
//! Source: document 004, "Event Sources"; the OpenAPI for `integration_platform`, `mapping`, `test_event_code` and the
//! bounds. There is no call for a single source.

use crate::api::{Open, operations};
use crate::format::{Id, Timestamp};
use crate::shape::{Rule, choice, request, response};

use super::event_type::EventType;
use super::sync::{ACCOUNT, SyncAccount, SyncAction, account_is_the_advertiser};

operations! {
    "eventSources";

    /// Lists an advertiser's event sources.
    list = listEventSources as "list_event_sources": Get "/api/v2/buyer/advertisers/{advertiserId}/event-sources" Safe,
        ListEventSources => EventSourcePage, each "eventSources";

    /// Creates and updates event sources by their ids.
    ///
    /// Optimization goals refer to a source by its `event_source_id`.
    sync = syncEventSources as "sync_event_sources":
        Post "/api/v2/buyer/advertisers/{advertiserId}/event-sources/sync" Idempotent,
        SyncEventSources => EventSourcesSynced;
}

/// Lists an advertiser's event sources.
#[request]
pub struct ListEventSources {
    /// The advertiser.
    pub advertiser_id: Id,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(default = "0")]
    pub skip: Option<u64>,
}

/// Creates and updates event sources by their ids.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::custom(ACCOUNT, account_is_the_advertiser))]
pub struct SyncEventSources {
    /// The advertiser.
    #[serde(rename = "advertiserId")]
    pub advertiser_id: Id,
    /// The advertiser once more; the same as `advertiserId`.
    pub account: SyncAccount,
    /// The sources to create or update; 1 to 50.
    #[shape(items = 1..=50)]
    pub event_sources: Vec<EventSourceToSync>,
    /// Whether sources that are not in this call are archived.
    #[shape(default = "false")]
    pub delete_missing: Option<bool>,
}

/// An event source to create or update.
#[request]
#[serde(rename_all = "snake_case")]
pub struct EventSourceToSync {
    /// Your id for the source; 1 to 255 characters; optimization goals and logged events refer to it.
    #[shape(length = 1..=255)]
    pub event_source_id: String,
    /// A name for people; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// The kinds of events that it takes; at least one; all when left out.
    #[shape(items = 1..)]
    pub event_types: Option<Vec<EventType>>,
    /// The domains that may send events, such as `shop.example.com`.
    #[shape(each(length = 1..))]
    pub allowed_domains: Option<Vec<String>>,
    /// The system that the events come from, such as `Hightouch`; 1 to 128 characters.
    #[shape(length = 1..=128)]
    pub integration_platform: Option<String>,
    /// Which field of your data becomes which field of an event.
    pub mapping: Option<EventSourceMapping>,
    /// The code with which this source is tested; at most 256 characters.
    #[shape(length = ..=256)]
    pub test_event_code: Option<String>,
}

/// Which field of your data becomes which field of an event; each at most 256 characters.
#[request]
#[shape(closed)]
pub struct EventSourceMapping {
    /// The field that becomes `event_id`.
    #[shape(length = ..=256)]
    pub event_id_field: Option<String>,
    /// The field or expression that becomes `event_type`.
    #[shape(length = ..=256)]
    pub event_type_field: Option<String>,
    /// The field that becomes `event_time`.
    #[shape(length = ..=256)]
    pub event_time_field: Option<String>,
    /// The fields that can fill `user_match`, such as click ids or hashes.
    #[shape(each(length = ..=256))]
    pub user_match_fields: Option<Vec<String>>,
    /// The field that becomes `custom_data.value`.
    #[shape(length = ..=256)]
    pub value_field: Option<String>,
    /// The field that becomes `custom_data.currency`.
    #[shape(length = ..=256)]
    pub currency_field: Option<String>,
    /// The field that becomes `custom_data.order_id`.
    #[shape(length = ..=256)]
    pub order_id_field: Option<String>,
    /// The field that becomes `custom_data.content_ids`.
    #[shape(length = ..=256)]
    pub content_ids_field: Option<String>,
    /// The field that tells about consent.
    #[shape(length = ..=256)]
    pub consent_field: Option<String>,
    /// How ids of events are made and repetitions told; at most 1024 characters.
    #[shape(length = ..=1024)]
    pub dedupe_strategy: Option<String>,
    /// For people; at most 2048 characters.
    #[shape(length = ..=2048)]
    pub notes: Option<String>,
}

/// A page of event sources.
#[response]
pub struct EventSourcePage {
    /// The sources of this page.
    pub event_sources: Vec<EventSource>,
    /// How many there are on all pages.
    pub total: Option<u64>,
}

/// An event source.
#[response]
pub struct EventSource {
    /// Your id of the source.
    pub event_source_id: String,
    /// A name for people.
    pub name: Option<String>,
    /// The kinds of events that it takes; null for all.
    pub event_types: Option<Vec<Open<EventType>>>,
    /// The domains that may send events; null when nothing restricts them.
    pub allowed_domains: Option<Vec<String>>,
    /// The system that the events come from.
    pub integration_platform: Option<String>,
    /// Which field of your data becomes which field of an event.
    pub mapping: Option<StoredEventSourceMapping>,
    /// The code with which this source is tested.
    pub test_event_code: Option<String>,
    /// Whether events arrive.
    pub health: Option<EventSourceHealth>,
    /// When the source was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// Which field of your data becomes which field of an event, as the service keeps it.
#[response]
pub struct StoredEventSourceMapping {
    pub event_id_field: Option<String>,
    pub event_type_field: Option<String>,
    pub event_time_field: Option<String>,
    pub user_match_fields: Option<Vec<String>>,
    pub value_field: Option<String>,
    pub currency_field: Option<String>,
    pub order_id_field: Option<String>,
    pub content_ids_field: Option<String>,
    pub consent_field: Option<String>,
    pub dedupe_strategy: Option<String>,
    pub notes: Option<String>,
}

/// Whether events arrive from a source.
#[response]
pub struct EventSourceHealth {
    /// How it stands.
    pub status: Open<EventSourceHealthStatus>,
    /// The `event_time` of the latest event.
    pub last_event_at: Option<Timestamp>,
    /// When an event was last accepted.
    pub last_event_received_at: Option<Timestamp>,
    /// The kind of the latest event.
    pub last_event_type: Option<Open<EventType>>,
    /// The latest error.
    pub last_error: Option<String>,
    /// When that was.
    pub last_error_at: Option<Timestamp>,
}

/// How it stands with the events of a source.
#[choice("snake_case")]
pub enum EventSourceHealthStatus {
    NotSeen,
    Receiving,
    NeedsAttention,
}

/// What became of each event source.
#[response]
#[serde(rename_all = "snake_case")]
pub struct EventSourcesSynced {
    /// The sources of the call, and those that were archived.
    pub event_sources: Vec<EventSourceSyncResult>,
}

/// What became of an event source.
#[response]
#[serde(rename_all = "snake_case")]
pub struct EventSourceSyncResult {
    /// Your id of the source.
    pub event_source_id: String,
    /// What was done.
    pub action: Open<SyncAction>,
    /// Why it failed.
    pub error: Option<String>,
    /// How to begin sending events; for sources that live on.
    pub setup: Option<EventSourceSetup>,
}

/// How to begin sending events.
#[response]
#[serde(rename_all = "snake_case")]
pub struct EventSourceSetup {
    /// What kind of snippet it is.
    pub snippet_type: Open<EventSnippetType>,
    /// The tag to install; none with `server_only`.
    pub snippet: Option<String>,
    /// What to do, for people.
    pub instructions: Option<String>,
}

/// How events are collected.
#[choice("snake_case")]
pub enum EventSnippetType {
    Javascript,
    Html,
    PixelUrl,
    ServerOnly,
}
