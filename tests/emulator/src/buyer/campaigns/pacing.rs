//! Pacing periods: labelled parts of the flight, each with a share of the money.

use serde_json::Value;

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{self, Millis};
use crate::fields::{Fields, Object};

use super::{Campaign, cents};

const PERIOD: &[Rule] = &[
    required("label", Kind::Text(1, 100)),
    required("start", Kind::Text(10, 10)),
    required("end", Kind::Text(10, 10)),
    optional("weight", Kind::AtLeast(0.0)),
    optional("budget", Kind::AtLeast(0.0)),
];

/// `pacingPeriods`
pub const PERIODS: &[Rule] = &[
    required("mode", Kind::OneOf(&["weight", "budget"])),
    required("periods", Kind::List(1, 52, &Kind::Object(PERIOD))),
];

/// One period of a campaign; a campaign without periods is one.
pub struct Period {
    /// Its first instant.
    pub start: Millis,
    /// Its last instant.
    pub end: Millis,
    share: f64,
}

impl Period {
    /// What the period gets of an amount.
    pub fn part(&self, amount: f64) -> f64 {
        cents(amount * self.share)
    }
}

/// Adds what tables of rules cannot say.
pub fn check(check: &mut Checker, body: &Object) {
    let Some(pacing) = body.inner("pacingPeriods") else { return };
    let share = pacing.text("mode").unwrap_or("weight");
    for (index, period) in pacing.items("periods").iter().enumerate() {
        let field = |key: &str| format!("pacingPeriods.periods.{index}.{key}");
        let [start, end] = ["start", "end"].map(|key| period[key].as_str().and_then(day));
        check.require(start.is_some(), &field("start"), "Expected a date such as 2026-08-01.");
        check.require(end.is_some(), &field("end"), "Expected a date such as 2026-08-01.");
        check.require(
            start.zip(end).is_none_or(|(start, end)| start <= end),
            &field("end"),
            "Must not be before start.",
        );
        check.require(period.get(share).is_some(), &field(share), "Required in this mode.");
        let weight = period["weight"].as_f64().is_none_or(|weight| weight <= 10.0);
        check.require(weight, &field("weight"), "Expected at most 10.");
    }
}

/// The first instant of a day in the form 2026-08-01.
pub fn day(text: &str) -> Option<Millis> {
    clock::parse(&format!("{text}T00:00:00Z"))
}

impl Campaign {
    /// The periods of the flight; without any, the flight itself.
    pub fn periods(&self) -> Vec<Period> {
        let whole = Period { start: self.start(), end: self.end(), share: 1.0 };
        let Some(pacing) = self.written.inner("pacingPeriods") else { return vec![whole] };
        let key = pacing.text("mode").unwrap_or("weight");
        let amount = |period: &Value| period[key].as_f64().unwrap_or_default();
        let sum: f64 = pacing.items("periods").iter().map(amount).sum();
        let read = |period: &Value| {
            Some(Period {
                start: day(period["start"].as_str()?)?,
                // The last day belongs to the period.
                end: day(period["end"].as_str()?)? + 24 * clock::HOUR - 1,
                share: if sum > 0.0 { amount(period) / sum } else { 0.0 },
            })
        };
        pacing.items("periods").iter().filter_map(read).collect()
    }
}
