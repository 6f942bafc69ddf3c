//! Events: logging conversions, and counting what arrived.
//!
//! Source: document 004, "Event Summary" and "Log Event"; the OpenAPI for the bounds. Whether an event's name, a click's
//! type and a value's currency may be missing, neither says; without them the event means nothing, so they are required.

use crate::api::{Open, operations};
use crate::format::{CurrencyCode, Hour, HttpUrl, Id, OffsetTimestamp, Sha256Hex, Timestamp};
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

use super::event_type::EventType;

operations! {
    "events";

    /// Counts an advertiser's events by hour and type.
    ///
    /// New events may take an hour to appear.
    summary = getEventSummary as "get_event_summary": Get "/api/v2/buyer/advertisers/{advertiserId}/events/summary" Safe,
        GetEventSummary => EventSummary, each "entries";

    /// Logs conversion and marketing events for attribution.
    ///
    /// An event that was logged before is told by its id, type and source, and does not count twice.
    log = logEvent as "log_event": Post "/api/v2/buyer/advertisers/{advertiserId}/log-event" Idempotent,
        LogEvents => EventsLogged, parts "events";
}

/// Counts an advertiser's events by hour and type.
#[request]
#[shape(rule = Rule::Before("startHour", "endHour"))]
#[shape(rule = Rule::custom("Events are counted by hours of UTC: an offset of half an hour fits none.", hours_are_of_utc))]
pub struct GetEventSummary {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Only events of this type; all when left out.
    pub event_type: Option<CountedEventType>,
    /// The first hour, such as `2026-03-27T14:00:00Z`; the last one completed when left out.
    pub start_hour: Option<Hour>,
    /// The hour before which to stop; the end of the last one completed when left out.
    pub end_hour: Option<Hour>,
}

fn hours_are_of_utc(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    for name in ["startHour", "endHour"] {
        let aligned = |hour: &str| hour.ends_with('Z') || hour.ends_with(":00");
        if input.text(name).is_some_and(|hour| !aligned(&hour)) {
            let expected = "a full hour of UTC as well, since events are counted by hours of UTC".into();
            remarks.warning(&[name.into()], Problem::BadFormat { expected });
        }
    }
}

/// The types by which events are counted.
#[choice("snake_case")]
pub enum CountedEventType {
    Impression,
    Click,
    Conversion,
    Measurement,
    Mmp,
}

/// Logs conversion and marketing events.
#[request]
#[serde(rename_all = "snake_case")]
pub struct LogEvents {
    /// The advertiser.
    #[serde(rename = "advertiserId")]
    pub advertiser_id: Id,
    /// The source that the events come from; 1 to 256 characters; synced before with `eventSources.sync`.
    #[shape(length = 1..=256)]
    pub event_source_id: String,
    /// The events; 1 to 10,000.
    #[shape(items = 1..=10_000, bulk)]
    pub events: Vec<ConversionEvent>,
    /// A code that marks a test; at most 256 characters; the events are checked and change nothing.
    #[shape(length = ..=256)]
    pub test_event_code: Option<String>,
}

/// A conversion or marketing event.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::custom(
    "`custom_event_name` goes with the type `custom`, and a website's event should have its `event_source_url`.",
    event_is_whole,
))]
pub struct ConversionEvent {
    /// Your id for the event; 1 to 256 characters; an event of the same id, type and source counts once.
    #[shape(length = 1..=256)]
    pub event_id: String,
    /// What happened.
    pub event_type: EventType,
    /// When it happened, with its zone, such as `2026-03-15T14:30:00-05:00`.
    pub event_time: OffsetTimestamp,
    /// Where it happened.
    pub action_source: Option<ActionSource>,
    /// The page on which it happened; expected when `action_source` is `website`.
    pub event_source_url: Option<HttpUrl>,
    /// The name of a custom event; at most 256 characters; goes with the type `custom`.
    #[shape(length = ..=256)]
    pub custom_event_name: Option<String>,
    /// Who did it, for attribution.
    pub user_match: Option<UserMatch>,
    /// What it was about: value, order, products.
    pub custom_data: Option<EventData>,
}

fn event_is_whole(event: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let custom = event.is("event_type", "custom");
    let named = event.has("custom_event_name");
    if custom && !named {
        let when = "when event_type is custom".into();
        remarks.error(&["custom_event_name".into()], Problem::Required { when });
    }
    if named && !custom && event.is_sound("event_type") {
        let must = "be left out unless event_type is custom".into();
        remarks.warning(&["custom_event_name".into()], Problem::Conflict { must });
    }
    if event.is("action_source", "website") && !event.has("event_source_url") {
        let when = "by the service's newer documents when action_source is website".into();
        remarks.warning(&["event_source_url".into()], Problem::Required { when });
    }
}

/// Where an event happened.
#[choice("snake_case")]
pub enum ActionSource {
    Website,
    App,
    InStore,
    PhoneCall,
    SystemGenerated,
    Other,
}

/// Who did something, as hashes and ids by which they may be recognised.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::Requires("click_id", "click_id_type"))]
#[shape(rule = Rule::Forbidden("email", "be hashed before it is sent: give hashed_email"))]
#[shape(rule = Rule::Forbidden("phone", "be hashed before it is sent: give hashed_phone"))]
pub struct UserMatch {
    /// Universal ids.
    pub uids: Option<Vec<EventUid>>,
    /// The SHA-256 hash of the e-mail address, trimmed and in lower case; 64 hexadecimal digits.
    pub hashed_email: Option<Sha256Hex>,
    /// The SHA-256 hash of the phone number in E.164 form; 64 hexadecimal digits.
    pub hashed_phone: Option<Sha256Hex>,
    /// A platform's click id; at most 512 characters; goes with `click_id_type`.
    #[shape(length = ..=512)]
    pub click_id: Option<String>,
    /// What kind of click id, such as `gclid`; at most 64 characters.
    #[shape(length = ..=64)]
    pub click_id_type: Option<String>,
    /// The client's IP address; at most 45 characters.
    #[shape(length = ..=45)]
    pub client_ip: Option<String>,
    /// The client's user agent; at most 512 characters.
    #[shape(length = ..=512)]
    pub client_user_agent: Option<String>,
}

/// A universal id.
#[request]
pub struct EventUid {
    /// Its kind, such as `rampid`, `id5`, `uid2`, `euid`, `pairid` or `maid`; 1 to 64 characters.
    #[shape(length = 1..=64)]
    pub r#type: String,
    /// The id itself; 1 to 512 characters.
    #[shape(length = 1..=512)]
    pub value: String,
}

/// What an event was about.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::Requires("value", "currency"))]
pub struct EventData {
    /// The monetary value; goes with `currency`.
    pub value: Option<f64>,
    /// The currency of the value.
    pub currency: Option<CurrencyCode>,
    /// The order; at most 256 characters.
    #[shape(length = ..=256)]
    pub order_id: Option<String>,
    /// The products; each at most 256 characters.
    #[shape(each(length = ..=256))]
    pub content_ids: Option<Vec<String>>,
    /// The category, such as `product` or `service`; at most 128 characters.
    #[shape(length = ..=128)]
    pub content_type: Option<String>,
    /// How many items.
    pub num_items: Option<u64>,
    /// The items one by one.
    pub contents: Option<Vec<EventContent>>,
}

/// An item of an event.
#[request]
pub struct EventContent {
    /// The product; at most 256 characters.
    #[shape(length = ..=256)]
    pub id: Option<String>,
    /// How many of it; from 1.
    #[shape(range = 1..)]
    pub quantity: Option<i64>,
    /// The price of one.
    pub price: Option<f64>,
    /// The brand; at most 256 characters.
    #[shape(length = ..=256)]
    pub brand: Option<String>,
}

/// How many events there were. Events that the customer's advertisers share are counted, too.
#[response]
pub struct EventSummary {
    /// The beginning of the period.
    pub period_start: Timestamp,
    /// The end of the period; itself not in it.
    pub period_end: Timestamp,
    /// The counts by hour and type.
    pub entries: Vec<EventCount>,
    /// All of them together.
    pub total_event_count: u64,
}

/// How many events of a type there were in an hour.
#[response]
pub struct EventCount {
    /// The beginning of the hour.
    pub event_hour: Timestamp,
    /// The type.
    pub event_type: Open<CountedEventType>,
    /// How many.
    pub event_count: u64,
}

/// What became of logged events.
#[response]
#[serde(rename_all = "snake_case")]
pub struct EventsLogged {
    /// How many were received.
    pub events_received: u64,
    /// How many of them will be processed.
    pub events_processed: u64,
    /// Those that will not.
    pub partial_failures: Option<Vec<EventFailure>>,
    /// What may be better, such as a low match quality.
    pub warnings: Option<Vec<String>>,
    /// How well people could be recognised; 0 to 1.
    pub match_quality: Option<f64>,
}

/// Why an event is not processed.
#[response]
#[serde(rename_all = "snake_case")]
pub struct EventFailure {
    /// Your id of the event.
    pub event_id: String,
    /// A code for the reason.
    pub code: Option<String>,
    /// The reason.
    pub message: Option<String>,
}
