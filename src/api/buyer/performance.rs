//! What a campaign is optimized for.
//!
//! Source: "Performance Optimization Workflow" of the buyer document; its section on media buys for which targets a goal may
//! have ("Target kinds differ by goal kind"), and the OpenAPI, which agrees. One sentence of the first would also give a
//! metric goal the target `per_ad_spend`: that needs the value of events, which a metric goal has not.

use crate::api::Open;
use crate::format::Id;
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

use super::event_type::EventType;
use super::time_window::{TimeWindow, TimeWindowView};

/// What a campaign is optimized for.
#[request]
pub struct PerformanceConfig {
    /// The goals; at least 1.
    #[shape(items = 1..)]
    pub optimization_goals: Vec<OptimizationGoal>,
}

/// A goal; `kind` says whether events or a delivery metric are counted.
#[request]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OptimizationGoal {
    /// Events that the advertiser reports.
    Event(EventGoal),
    /// A metric of the delivery.
    Metric(MetricGoal),
}

/// A goal that counts events which the advertiser reports.
#[request]
#[shape(rule = Rule::custom(VALUED, value_is_known))]
pub struct EventGoal {
    /// Which events of which event sources count; at least 1.
    #[shape(items = 1..)]
    pub event_sources: Vec<GoalEventSource>,
    /// What to reach; left out, as many events as the budget allows.
    pub target: Option<EventTarget>,
    /// How long after a click or a view an event counts; left out, as the seller has it.
    pub attribution_window: Option<AttributionWindow>,
    /// The rank among the goals; from 1, which is the highest; left out, the order of the list.
    #[shape(range = 1..)]
    pub priority: Option<i64>,
}

/// An event source and the type of its events that counts.
#[request]
#[shape(rule = Rule::custom("`eventType: \"custom\"` wants a `customEventName`.", custom_event_is_named))]
pub struct GoalEventSource {
    /// The event source, which must be registered with the advertiser.
    pub event_source_id: Id,
    /// The type of event.
    pub event_type: EventType,
    /// The name of the event, when the type is `custom`.
    pub custom_event_name: Option<String>,
    /// The field of the event's `custom_data` that holds its value; needed for `per_ad_spend` and `maximize_value`.
    pub value_field: Option<String>,
    /// What the value is multiplied by; -1 for refunds, 0.01 for cents.
    #[shape(default = "1")]
    pub value_factor: Option<f64>,
}

/// What an event goal is to reach.
#[request]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EventTarget {
    /// So much for an event (CPA).
    CostPer {
        /// The cost of an event, in the buy's currency; greater than 0.
        #[shape(above = 0)]
        value: f64,
    },
    /// So much value for what is spent (ROAS).
    PerAdSpend {
        /// The value for each unit spent; greater than 0; 4 means four times the spend.
        #[shape(above = 0)]
        value: f64,
    },
    /// As much value as the budget allows; takes no `value`.
    MaximizeValue {},
}

/// A goal that counts a metric of the delivery. No event source is needed.
#[request]
pub struct MetricGoal {
    /// The metric.
    pub metric: DeliveryMetric,
    /// From how many seconds a view counts, for `completed_views`; greater than 0.
    #[shape(above = 0)]
    pub view_duration_seconds: Option<f64>,
    /// What to reach; left out, as much as the budget allows.
    pub target: Option<MetricTarget>,
    /// How long after a click or a view something counts.
    pub attribution_window: Option<AttributionWindow>,
    /// The rank among the goals; from 1, which is the highest; left out, the order of the list.
    #[shape(range = 1..)]
    pub priority: Option<i64>,
}

/// What a metric goal is to reach.
#[request]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MetricTarget {
    /// So much for one of the metric, such as a click.
    CostPer {
        /// The cost of one, in the buy's currency; greater than 0.
        #[shape(above = 0)]
        value: f64,
    },
    /// At least so much per impression.
    ThresholdRate {
        /// The least for each impression; greater than 0; a proportion, seconds or a score, as the metric has it.
        #[shape(above = 0)]
        value: f64,
    },
}

/// A metric of the delivery.
#[choice("snake_case")]
pub enum DeliveryMetric {
    Clicks,
    Views,
    CompletedViews,
    ViewedSeconds,
    AttentionSeconds,
    AttentionScore,
    Engagements,
    Follows,
    Saves,
    ProfileVisits,
    Reach,
}

/// How long after a click or a view an event counts.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["postClick", "clickThrough"]))]
#[shape(rule = Rule::Renamed("clickThrough", "postClick"))]
pub struct AttributionWindow {
    /// How long after a click, such as 7 days.
    pub post_click: Option<TimeWindow>,
    /// How long after a view, such as 1 day.
    pub post_view: Option<TimeWindow>,
    /// The older form of `postClick`, such as `7d`.
    #[shape(length = 1..)]
    pub click_through: Option<String>,
}

/// What a campaign is optimized for, in an answer.
#[response]
pub struct PerformanceConfigView {
    /// The goals.
    pub optimization_goals: Vec<OptimizationGoalView>,
}

/// A goal in an answer.
#[response]
pub struct OptimizationGoalView {
    /// Whether events or a delivery metric are counted.
    pub kind: Open<GoalKind>,
    /// With `event`: which events of which event sources count.
    pub event_sources: Option<Vec<GoalEventSourceView>>,
    /// With `metric`: the metric.
    pub metric: Option<Open<DeliveryMetric>>,
    /// From how many seconds a view counts.
    pub view_duration_seconds: Option<f64>,
    /// What to reach.
    pub target: Option<GoalTarget>,
    /// How long after a click or a view an event counts.
    pub attribution_window: Option<AttributionWindowView>,
    /// The rank among the goals; 1 is the highest.
    pub priority: Option<f64>,
}

/// What a goal counts.
#[choice("snake_case")]
pub enum GoalKind {
    Event,
    Metric,
    VendorMetric,
}

/// An event source of a goal, in an answer.
#[response]
pub struct GoalEventSourceView {
    /// The event source.
    pub event_source_id: String,
    /// The type of event.
    pub event_type: Open<EventType>,
    /// The name of the event, when the type is `custom`.
    pub custom_event_name: Option<String>,
    /// The field that holds the event's value.
    pub value_field: Option<String>,
    /// What the value is multiplied by.
    pub value_factor: Option<f64>,
}

/// What a goal is to reach, in an answer.
#[response]
pub struct GoalTarget {
    /// How the target is meant.
    pub kind: Open<TargetMeasure>,
    /// The number; none with `maximize_value`.
    pub value: Option<f64>,
}

/// How a goal's target is meant.
#[choice("snake_case")]
pub enum TargetMeasure {
    CostPer,
    PerAdSpend,
    MaximizeValue,
    ThresholdRate,
}

/// How long after a click or a view an event counts, in an answer.
#[response]
pub struct AttributionWindowView {
    /// How long after a click.
    pub post_click: Option<TimeWindowView>,
    /// How long after a view.
    pub post_view: Option<TimeWindowView>,
    /// The older form of `postClick`.
    pub click_through: Option<String>,
}

pub const VALUED: &str = "The targets `per_ad_spend` and `maximize_value` need the value field of an event source.";

fn value_is_known(goal: &View<'_, '_>, remarks: &mut dyn Remarks) {
    need_a_value(goal, "eventSources", "valueField", remarks);
}

/// Complains about a target that weighs events by their value when no event source says where the value stands.
pub fn need_a_value(goal: &View<'_, '_>, sources: &str, field: &str, remarks: &mut dyn Remarks) {
    let when = match goal.object("target").as_ref().and_then(|target| target.text("kind")).as_deref() {
        Some("per_ad_spend") => "in at least one event source when target.kind is per_ad_spend",
        Some("maximize_value") => "in at least one event source when target.kind is maximize_value",
        _ => return,
    };
    let given = goal.items(sources);
    if !given.is_empty() && !given.iter().any(|source| source.object().is_none_or(|source| source.given(field))) {
        remarks.error(&[sources.into(), 0.into(), field.into()], Problem::Required { when: when.into() });
    }
}

fn custom_event_is_named(source: &View<'_, '_>, remarks: &mut dyn Remarks) {
    need_a_name(
        source,
        "eventType",
        "customEventName",
        "by the service's newer documents when eventType is custom",
        remarks,
    );
}

/// Warns about a custom event without a name, as [`Rule::Expected`] does.
pub fn need_a_name(source: &View<'_, '_>, kind: &str, name: &str, when: &'static str, remarks: &mut dyn Remarks) {
    if source.is(kind, "custom") && !source.given(name) {
        remarks.warning(&[name.into()], Problem::Required { when: when.into() });
    }
}
