//! Freshness: for which parts of a flight each source has sent something, and for which not.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{DAY, date, parse_date};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::Measured;
use super::sources::Source;
use crate::buyer::advertiser_exists;
use crate::buyer::formats::DATE;

/// How many windows are looked at: three years of days, so that no flight makes an answer without end.
const WINDOWS: usize = 1100;
const FLIGHT: Kind = Kind::Form(&DATE, 10);
const QUERY: &[Rule] =
    &[required("flightStart", FLIGHT), optional("flightEnd", FLIGHT), required("geos", Kind::Text(1, usize::MAX))];

/// `GET /advertisers/{advertiserId}/measurement-freshness`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let today = call.now.div_euclid(DAY);
    let day = |key: &str| query.text(key).and_then(parse_date);
    let (start, end) = (day("flightStart").unwrap_or(today), day("flightEnd"));
    let mut check = Checker::default();
    check.require(end.is_none_or(|end| start <= end), "flightEnd", "Must not be before flightStart.");
    check.finish()?;
    let (end, geos) = (end.unwrap_or(today), call.values("geos"));
    let unmeasured = Measured::default();
    let measured = world.buyer.measured.get(advertiser).unwrap_or(&unmeasured);
    let source = |source: &Source| {
        let mut view = source.label();
        let windows = windows(start, end, source.step());
        view["geos"] = geos.iter().map(|geo| measured.coverage(source, geo, &windows, call.now)).collect();
        view
    };
    Ok(Reply::ok(json!({
        "flightStart": date(start),
        "flightEnd": date(end),
        "sources": measured.sources.iter().map(source).collect::<Vec<_>>(),
    })))
}

/// The parts of a flight of so many days each, the last one perhaps shorter.
fn windows(start: i64, end: i64, step: i64) -> Vec<(i64, i64)> {
    let starts = (0..).map(|index| start + index * step).take_while(|day| *day <= end);
    starts.take(WINDOWS).map(|day| (day, (day + step - 1).min(end))).collect()
}

impl Measured {
    fn coverage(&self, source: &Source, geo: &str, windows: &[(i64, i64)], now: i64) -> Value {
        let is_meant = |row: &&Object| row.text("source") == Some(source.key()) && row.text("geo") == Some(geo);
        let days =
            |row: &Object| Some((parse_date(row.text("timeWindowStart")?)?, parse_date(row.text("timeWindowEnd")?)?));
        let covered: Vec<(i64, i64)> = self.records.iter().filter(is_meant).filter_map(days).collect();
        let status = |(first, last): (i64, i64)| {
            let touched = covered.iter().any(|(start, end)| *start <= last && first <= *end);
            let due = (last + 1).saturating_mul(DAY).saturating_add(source.lag()) <= now;
            match (touched, due) {
                (true, _) => "present",
                (false, true) => "missing",
                (false, false) => "pending",
            }
        };
        let view =
            |window: &(i64, i64)| json!({ "start": date(window.0), "end": date(window.1), "status": status(*window) });
        let views: Vec<Value> = windows.iter().map(view).collect();
        let with = |status: &str| views.iter().filter(|view| view["status"] == status).count();
        json!({ "geo": geo, "present": with("present"), "missing": with("missing"), "windows": views })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_cover_the_flight_and_no_more() {
        assert_eq!(windows(10, 25, 7), [(10, 16), (17, 23), (24, 25)]);
        assert_eq!(windows(10, 9, 7), []);
        assert_eq!(windows(0, 4_000_000, 1).len(), WINDOWS);
    }
}
