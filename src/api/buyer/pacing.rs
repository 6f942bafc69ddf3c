//! A pacing schedule: the flight divided into periods, each with its share of the budget.
//!
//! Source: `pacingPeriods` of the buyer document; the OpenAPI for the bounds. Its pattern for dates lets 2026-13-45 pass; here
//! a date has to exist.

use crate::api::Open;
use crate::format::{CalendarDate, instant};
use crate::shape::{Problem, Remarks, Rule, Value, View, choice, request, response};

/// The flight divided into periods; `mode` says how they share the budget. Days in no period are pauses.
#[request]
#[serde(tag = "mode", rename_all = "lowercase")]
pub enum PacingPeriods {
    /// By weight.
    Weight(WeightSchedule),
    /// By amount.
    Budget(BudgetSchedule),
}

/// Periods that share the budget by weight.
#[request]
#[shape(rule = Rule::custom(APART, periods_stand_apart))]
pub struct WeightSchedule {
    /// The periods in order; 1 to 52, inside the flight.
    #[shape(items = 1..=52)]
    pub periods: Vec<WeightPeriod>,
}

/// Periods with amounts of their own.
#[request]
#[shape(rule = Rule::custom(APART, periods_stand_apart))]
pub struct BudgetSchedule {
    /// The periods in order; 1 to 52, inside the flight.
    #[shape(items = 1..=52)]
    pub periods: Vec<BudgetPeriod>,
}

/// A period that shares the budget by weight.
#[request]
#[shape(rule = Rule::NotAfter("start", "end"))]
#[shape(rule = Rule::Forbidden("budget", "be left out when mode is weight"))]
pub struct WeightPeriod {
    /// What people call the period; 1 to 100 characters.
    #[shape(length = 1..=100)]
    pub label: String,
    /// The first day, such as `2026-08-01`.
    pub start: CalendarDate,
    /// The last day, which belongs to the period.
    pub end: CalendarDate,
    /// The period's share, relative to the others; 0 to 10; 1 is usual, 0 is a pause.
    #[shape(range = 0..=10)]
    pub weight: f64,
}

/// A period with an amount of its own.
#[request]
#[shape(rule = Rule::NotAfter("start", "end"))]
#[shape(rule = Rule::Forbidden("weight", "be left out when mode is budget"))]
pub struct BudgetPeriod {
    /// What people call the period; 1 to 100 characters.
    #[shape(length = 1..=100)]
    pub label: String,
    /// The first day, such as `2026-08-01`.
    pub start: CalendarDate,
    /// The last day, which belongs to the period.
    pub end: CalendarDate,
    /// The period's amount, in the budget's currency; from 0; 0 is a pause.
    #[shape(range = 0..)]
    pub budget: f64,
}

/// A schedule as it is kept. Every period has its amount worked out.
#[response]
pub struct PacingSchedule {
    /// How the periods share the budget.
    pub mode: Open<PacingMode>,
    /// The periods in order.
    pub periods: Vec<PacingPeriod>,
}

/// A period as it is kept.
#[response]
pub struct PacingPeriod {
    /// What people call the period.
    pub label: String,
    /// The first day.
    pub start: String,
    /// The last day, which belongs to the period.
    pub end: String,
    /// The period's share, relative to the others.
    pub weight: Option<f64>,
    /// The period's amount.
    pub budget: Option<f64>,
}

/// How periods share the budget.
#[choice("lowercase")]
pub enum PacingMode {
    Weight,
    Budget,
}

const APART: &str = "Periods stand in order and share no day, since the last day belongs to a period.";

/// Warns, since no document says that the service refuses periods that overlap.
fn periods_stand_apart(schedule: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let periods = schedule.items("periods");
    for (index, pair) in periods.windows(2).enumerate() {
        let [before, period] = pair else { continue };
        if day(period, "start").zip(day(before, "end")).is_some_and(|(start, end)| start <= end) {
            let must = "be after the day on which the period before it ends".into();
            remarks.warning(&["periods".into(), (index + 1).into(), "start".into()], Problem::Conflict { must });
        }
    }
}

/// Complains about periods that reach beyond the flight. A period has days and a flight has moments, so the days on
/// which the flight begins and ends belong to it.
pub fn periods_stay_inside(flight: &View<'_, '_>, schedule: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let bound = |name: &str| flight.text(name).and_then(|text| instant(text.get(..10)?));
    let (first, last) = (bound("startDate"), bound("endDate"));
    for (index, period) in schedule.items("periods").iter().enumerate() {
        let mut outside = |name: &str, must: &'static str| {
            let at = ["pacingPeriods".into(), "periods".into(), index.into(), name.into()];
            remarks.error(&at, Problem::Conflict { must: must.into() });
        };
        if day(period, "start").zip(first.clone()).is_some_and(|(start, first)| start < first) {
            outside("start", "not be before the day of flightDates.startDate");
        }
        if day(period, "end").zip(last.clone()).is_some_and(|(end, last)| end > last) {
            outside("end", "not be after the day of flightDates.endDate");
        }
    }
}

fn day(period: &Value<'_>, name: &str) -> Option<crate::format::Instant> {
    period.object().and_then(|period| instant(&period.text(name)?))
}
