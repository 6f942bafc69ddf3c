//! What a media buy is optimized for. The same as a campaign's goals, in AdCP's own spelling.
//!
//! Source: "Media Buy Optimization Goals" of the buyer document; the OpenAPI for vendor metrics and the rest.

use crate::api::JsonObject;
use crate::format::Id;
use crate::shape::{Remarks, Rule, View, choice, request};

use super::event_type::EventType;
use super::performance::{DeliveryMetric, EventTarget, MetricTarget, VALUED, need_a_name, need_a_value};
use super::time_window::TimeWindow;

/// A goal; `kind` says what is counted.
#[request]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MediaBuyGoal {
    /// Events that the advertiser reports.
    Event(MediaBuyEventGoal),
    /// A metric of the delivery.
    Metric(MediaBuyMetricGoal),
    /// A metric of a measurement vendor.
    VendorMetric(VendorMetricGoal),
}

/// A goal that counts events which the advertiser reports.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::custom(VALUED, value_is_known))]
pub struct MediaBuyEventGoal {
    /// Which events of which event sources count; at least 1.
    #[shape(items = 1..)]
    pub event_sources: Vec<MediaBuyEventSource>,
    /// What to reach; left out, as many events as the budget allows.
    pub target: Option<EventTarget>,
    /// How long after a click or a view an event counts.
    pub attribution_window: Option<MediaBuyAttribution>,
    /// The rank among the goals; from 1, which is the highest.
    #[shape(range = 1..)]
    pub priority: Option<i64>,
}

/// An event source and the type of its events that counts.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::custom("`event_type: \"custom\"` wants a `custom_event_name`.", custom_event_is_named))]
pub struct MediaBuyEventSource {
    /// The event source, which must be registered with the advertiser.
    pub event_source_id: Id,
    /// The type of event.
    pub event_type: EventType,
    /// The name of the event, when the type is `custom`.
    pub custom_event_name: Option<String>,
    /// The field that holds the event's value; needed for `per_ad_spend` and `maximize_value`.
    pub value_field: Option<String>,
    /// What the value is multiplied by; -1 for refunds, 0.01 for cents.
    #[shape(default = "1")]
    pub value_factor: Option<f64>,
}

/// How long after a click or a view an event counts, and who is credited.
#[request]
#[serde(rename_all = "snake_case")]
pub struct MediaBuyAttribution {
    /// How long after a click.
    pub post_click: Option<TimeWindow>,
    /// How long after a view.
    pub post_view: Option<TimeWindow>,
    /// Which of several clicks and views is credited.
    pub model: Option<AttributionModel>,
}

/// Which of several clicks and views is credited.
#[choice("snake_case")]
pub enum AttributionModel {
    LastTouch,
    FirstTouch,
    Linear,
    TimeDecay,
    DataDriven,
}

/// A goal that counts a metric of the delivery.
#[request]
#[serde(rename_all = "snake_case")]
pub struct MediaBuyMetricGoal {
    /// The metric.
    pub metric: DeliveryMetric,
    /// Who is counted, for `reach`.
    pub reach_unit: Option<ReachUnit>,
    /// How often each is to be reached, for `reach`.
    pub target_frequency: Option<TargetFrequency>,
    /// From how many seconds a view counts, for `completed_views`.
    pub view_duration_seconds: Option<f64>,
    /// What to reach; left out, as much as the budget allows.
    pub target: Option<MetricTarget>,
    /// The rank among the goals; from 1, which is the highest.
    #[shape(range = 1..)]
    pub priority: Option<i64>,
}

/// Who is counted when reach is measured.
#[choice("snake_case")]
pub enum ReachUnit {
    Individuals,
    Households,
    Devices,
    Accounts,
    Cookies,
    Custom,
}

/// How often each person is to be reached.
#[request]
#[serde(rename_all = "snake_case")]
pub struct TargetFrequency {
    /// At least so often; from 1.
    #[shape(range = 1..)]
    pub min: Option<f64>,
    /// At most so often; from 1.
    #[shape(range = 1..)]
    pub max: Option<f64>,
    /// Within which time.
    pub window: TimeWindow,
}

/// A goal that counts a metric of a measurement vendor.
#[request]
#[serde(rename_all = "snake_case")]
pub struct VendorMetricGoal {
    /// The vendor, by its `domain`.
    pub vendor: JsonObject,
    /// The vendor's id of the metric.
    #[shape(length = 1..)]
    pub metric_id: String,
    /// What to reach.
    pub target: Option<MetricTarget>,
    /// The rank among the goals; from 1, which is the highest.
    #[shape(range = 1..)]
    pub priority: Option<i64>,
}

fn value_is_known(goal: &View<'_, '_>, remarks: &mut dyn Remarks) {
    need_a_value(goal, "event_sources", "value_field", remarks);
}

fn custom_event_is_named(source: &View<'_, '_>, remarks: &mut dyn Remarks) {
    need_a_name(
        source,
        "event_type",
        "custom_event_name",
        "by the service's newer documents when event_type is custom",
        remarks,
    );
}
