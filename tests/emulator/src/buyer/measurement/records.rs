//! Measurement records, and the context that explains them: promotions, weather, competitors.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::rows::Tally;
use crate::buyer::advertiser_exists;
use crate::buyer::formats::DATE;
use crate::buyer::paging::Page;

const DEFAULT_TAKE: usize = 50;
const SOME: Kind = Kind::Text(1, usize::MAX);
const ANY: Kind = Kind::Text(0, usize::MAX);
const DAY: Kind = Kind::Form(&DATE, 10);
const NUMBER: Kind = Kind::AtLeast(f64::MIN);
const RECORD: &[Rule] = &[
    required("outcomeType", SOME),
    required("geo", SOME),
    required("timeWindowStart", DAY),
    required("timeWindowEnd", DAY),
    required("value", NUMBER),
    required("source", SOME),
    optional("baselineValue", NUMBER),
    optional("confidenceInterval", NUMBER),
    optional("lagDays", Kind::Whole(i64::MIN, i64::MAX)),
];
const CONTEXT: &[Rule] = &[
    required("geo", SOME),
    required("timeWindowStart", DAY),
    required("timeWindowEnd", DAY),
    optional("promoActive", Kind::Flag),
    optional("promoType", ANY),
    optional("temperatureAvg", NUMBER),
    optional("competitorActivity", Kind::Map),
    optional("seasonalityIndex", NUMBER),
    optional("flightStatus", Kind::OneOf(&["active", "dark", "pre_flight", "post_flight"])),
];
const RECORDS: &[Rule] = &[required("records", Kind::List(1, 5000, &Kind::Object(RECORD)))];
const CONTEXTS: &[Rule] = &[required("records", Kind::List(1, 5000, &Kind::Object(CONTEXT)))];
const QUERY: &[Rule] = &[
    optional("outcomeType", ANY),
    optional("geo", ANY),
    optional("geos", ANY),
    optional("startDate", DAY),
    optional("endDate", DAY),
    optional("take", Kind::Whole(1, 250)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];

/// `GET /advertisers/{advertiserId}/measurement-records`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let geos = call.values("geos");
    let is = |row: &Object, key: &str| query.text(key).is_none_or(|wanted| row.text(key) == Some(wanted));
    let fits = |row: &&Object| {
        is(row, "outcomeType")
            && is(row, "geo")
            && (geos.is_empty() || geos.iter().any(|geo| row.text("geo") == Some(geo)))
            // Days in this form sort as text.
            && query.text("startDate").is_none_or(|day| row.text("timeWindowEnd").is_some_and(|end| end >= day))
            && query.text("endDate").is_none_or(|day| row.text("timeWindowStart").is_some_and(|start| start <= day))
    };
    let measured = world.buyer.measured.get(advertiser);
    let fitting: Vec<&Object> =
        measured.into_iter().flat_map(|measured| measured.records.iter()).filter(fits).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let payload = json!({ "records": page.of(&fitting), "total": fitting.len() });
    Ok(Reply::ok(payload).with_meta(page.meta(fitting.len())))
}

/// `POST /advertisers/{advertiserId}/measurement-records`
pub fn upload(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = checked(call, RECORDS)?;
    let records = &mut world.buyer.measured.entry(advertiser.to_owned()).or_default().records;
    let known_by = ["outcomeType", "source", "geo", "timeWindowStart", "timeWindowEnd"];
    Ok(answer(records.put_all(body.items("records"), &known_by)))
}

/// `POST /advertisers/{advertiserId}/context-records`
pub fn upload_context(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = checked(call, CONTEXTS)?;
    let contexts = &mut world.buyer.measured.entry(advertiser.to_owned()).or_default().contexts;
    Ok(answer(contexts.put_all(body.items("records"), &["geo", "timeWindowStart", "timeWindowEnd"])))
}

fn checked(call: &Call, rules: &[Rule]) -> Result<Object, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, rules);
    for (index, record) in body.items("records").iter().filter_map(Value::as_object).enumerate() {
        if let (Some(start), Some(end)) = (record.text("timeWindowStart"), record.text("timeWindowEnd")) {
            let field = format!("records.{index}.timeWindowEnd");
            check.require(start <= end, &field, "Must not be before timeWindowStart.");
        }
    }
    check.finish().map(|()| body)
}

/// What an upload did. The documents say 201 and nothing of the body.
fn answer(tally: Tally) -> Reply {
    let Tally { created, updated, unchanged } = tally;
    let received = created + updated + unchanged;
    let counts = json!({ "received": received, "created": created, "updated": updated, "unchanged": unchanged });
    let reply = Reply::created(counts);
    if unchanged == received { reply.unchanged() } else { reply }
}
