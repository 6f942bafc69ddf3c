//! A stretch of time, as AdCP writes it: a number and a unit.
//!
//! Source: "Frequency Caps" of the buyer document, which names AdCP's duration; AdCP adds that the unit `campaign` is
//! counted once.

use crate::api::Open;
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

/// A stretch of time.
#[request]
#[shape(rule = Rule::custom(ONCE, campaign_counts_once))]
pub struct TimeWindow {
    /// How many units; a whole number from 1; 1 with the unit `campaign`.
    #[shape(range = 1..)]
    pub interval: i64,
    /// The unit; `campaign` stands for the whole flight.
    pub unit: TimeUnit,
}

/// The units of a stretch of time.
#[choice("lowercase")]
pub enum TimeUnit {
    Seconds,
    Minutes,
    Hours,
    Days,
    Campaign,
}

/// A stretch of time in an answer.
#[response]
pub struct TimeWindowView {
    /// How many units.
    pub interval: f64,
    /// The unit; `campaign` stands for the whole flight.
    pub unit: Open<TimeUnit>,
}

pub const ONCE: &str = "With the unit `campaign`, `interval` is 1.";

/// There is one campaign, so there is no window of two.
pub fn campaign_counts_once(window: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let other = |interval: crate::shape::Value<'_>| !matches!(interval.raw(), "1" | "1.0");
    if window.is("unit", "campaign") && window.get("interval").is_some_and(other) {
        remarks.error(&["interval".into()], Problem::Conflict { must: "be 1 when unit is campaign".into() });
    }
}
