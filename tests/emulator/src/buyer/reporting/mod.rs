//! `GET /reporting/metrics`: what the media buys have delivered, as a hierarchy or day by day.

mod delivery;
mod numbers;
mod rows;

pub use delivery::performance;

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional};
use crate::clock::{HOUR, Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::campaigns::day;
use numbers::Numbers;
use rows::Row;

/// A day, in milliseconds.
pub const DAY: Millis = 24 * HOUR;
const DEFAULT_DAYS: i64 = 7;
/// A series that is not downloaded ends with this many days, whatever was asked.
const SERIES_DAYS: i64 = 7;
const MOST_DAYS: i64 = 90;

const QUERY: &[Rule] = &[
    optional("view", Kind::OneOf(&["summary", "timeseries"])),
    optional("days", Kind::Whole(0, MOST_DAYS)),
    optional("startDate", Kind::Text(10, 10)),
    optional("endDate", Kind::Text(10, 10)),
    optional("advertiserId", Kind::Text(1, 255)),
    optional("campaignId", Kind::Text(1, 255)),
    optional("displayCurrency", Kind::Text(3, 3)),
    optional("download", Kind::Flag),
    optional("demo", Kind::Flag),
    // Only a hint for a user interface: it changes nothing.
    optional("breakdown", Kind::OneOf(&["campaign", "mediaBuy", "package"])),
];

/// Whole days, the first and the last included.
#[derive(Clone, Copy)]
pub struct Period {
    /// The first instant of the first day.
    pub first: Millis,
    /// The first instant of the last day.
    pub last: Millis,
}

/// `GET /reporting/metrics`
pub fn metrics(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let mut check = Checker::default();
    let mut period = period(&mut check, &query, call.now);
    check.finish()?;
    let (series, download) = (query.text("view") == Some("timeseries"), query.flag("download") == Some(true));
    if series && !download {
        period.first = period.first.max(period.last - (SERIES_DAYS - 1) * DAY);
    }
    let demo = query.flag("demo") == Some(true);
    let rows = if demo { rows::demo(period) } else { rows::of(&world.buyer, &query, period, call.now) };
    if download {
        return Ok(Reply::ok(export(&rows, period, call)));
    }
    let totals = Numbers::sum(rows.iter().map(|row| &row.numbers));
    let currencies = rows::currencies(&rows);
    let mut payload = if series {
        json!({ "timeseries": rows.iter().map(Row::entry).collect::<Vec<_>>() })
    } else {
        json!({ "advertisers": rows::advertisers(&rows) })
    };
    payload["totals"] = totals.view();
    // Money of several currencies has no sum.
    if currencies.len() > 1 {
        for key in ["spend", "conversionValue", "ecpm", "cpc", "cpa", "roas"] {
            payload["totals"][key] = Value::Null;
        }
    }
    payload["totalsCurrency"] = currencies.first().filter(|_| currencies.len() == 1).copied().into();
    payload["periodStart"] = date(period.first).into();
    payload["periodEnd"] = date(period.last).into();
    Ok(Reply::ok(payload))
}

/// The days that are asked for. `days` is ignored if both dates are there; 0 days are the longest period.
fn period(check: &mut Checker, query: &Object, now: Millis) -> Period {
    let today = now.div_euclid(DAY) * DAY;
    let [first, last] = ["startDate", "endDate"].map(|key| {
        let read = query.text(key).and_then(day);
        check.require(read.is_some() || !query.has(key), key, "Expected a date such as 2026-02-05.");
        read
    });
    let days = query.whole("days").unwrap_or(DEFAULT_DAYS);
    let length = (if days == 0 { MOST_DAYS } else { days } - 1) * DAY;
    let last = last.unwrap_or_else(|| first.map_or(today, |first| today.max(first)));
    let first = first.unwrap_or(last - length);
    check.require(first <= last, "endDate", "Must not be before startDate.");
    check.require(last - first <= 366 * DAY, "startDate", "The period is longer than a year.");
    Period { first, last }
}

/// The date of an instant.
pub fn date(at: Millis) -> String {
    iso(at).chars().take(10).collect()
}

/// The file has one line for each package, however many days.
fn export(rows: &[Row], period: Period, call: &Call) -> Value {
    let mut packages: Vec<&str> = rows.iter().map(|row| row.package.as_str()).collect();
    packages.sort_unstable();
    packages.dedup();
    let name = format!("reporting-metrics-{}-to-{}.csv", date(period.first), date(period.last));
    json!({
        "downloadUrl": format!("https://storage.interchange.example/{}/{name}", ids::opaque("export")),
        "expiresAt": iso(call.now + 7 * DAY),
        "fileName": name,
        "rowCount": packages.len(),
    })
}
