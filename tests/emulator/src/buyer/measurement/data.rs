//! Measurement data: metrics over time, in place of events.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{CURRENCY, Checker, Kind, Rule, optional, required};
use crate::clock::parse_with_offset;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use crate::buyer::advertiser_exists;
use crate::buyer::formats::INSTANT;

const METRIC: Kind = Kind::OneOf(&[
    "revenue",
    "incremental_revenue",
    "conversions",
    "incremental_conversions",
    "page_view_count",
    "add_to_cart_count",
    "purchase_count",
    "ltv_1d",
    "ltv_7d",
    "ltv_30d",
]);
const LINE: Kind = Kind::Text(1, 255);
const ROW: &[Rule] = &[
    required("start_time", Kind::Form(&INSTANT, 64)),
    required("end_time", Kind::Form(&INSTANT, 64)),
    required("metric_id", METRIC),
    required("metric_value", Kind::AtLeast(f64::MIN)),
    required("unit", Kind::OneOf(&["currency", "count", "ratio", "percentage"])),
    optional("currency", Kind::Form(&CURRENCY, 3)),
    optional("advertiser_id", LINE),
    optional("campaign_id", LINE),
    optional("media_buy_id", LINE),
    optional("package_id", LINE),
    optional("creative_id", LINE),
    optional("source", LINE),
    optional("source_platform", LINE),
    optional("source_metric_name", LINE),
    optional("external_row_id", LINE),
];
const SYNC: &[Rule] = &[required("measurements", Kind::List(1, 1000, &Kind::Object(ROW)))];
/// What a row can be about; one of them must be given.
const ABOUT: [&str; 5] = ["advertiser_id", "campaign_id", "media_buy_id", "package_id", "creative_id"];
/// What a row without an id of its own is known by.
#[rustfmt::skip]
const KNOWN_BY: [&str; 11] = [
    "start_time", "end_time", "metric_id", "advertiser_id", "campaign_id", "media_buy_id", "package_id", "creative_id",
    "source", "source_platform", "source_metric_name",
];

/// `POST /advertisers/{advertiserId}/measurement-data/sync`
pub fn sync(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, SYNC);
    let rows: Vec<&Object> = body.items("measurements").iter().filter_map(Value::as_object).collect();
    for (index, row) in rows.iter().enumerate() {
        check_row(&mut check, row, index);
    }
    check.finish()?;
    let data = &mut world.buyer.measured.entry(advertiser.to_owned()).or_default().data;
    let known_by = |row: &Object| if row.has("external_row_id") { &["external_row_id"][..] } else { &KNOWN_BY };
    let actions: Vec<&str> = rows.iter().map(|row| data.put(row, known_by(row))).collect();
    let result = |(index, action): (usize, &&str)| json!({ "index": index, "action": action });
    let results: Vec<Value> = actions.iter().enumerate().map(result).collect();
    let reply = Reply::ok(json!({ "measurements": results }));
    Ok(if actions.iter().any(|action| *action != "unchanged") { reply } else { reply.unchanged() })
}

fn check_row(check: &mut Checker, row: &Object, index: usize) {
    let mut require = |holds: bool, key: &str, message: &str| {
        check.require(holds, &format!("measurements.{index}.{key}"), message);
    };
    let at = |key: &str| row.text(key).and_then(parse_with_offset);
    if let (Some(start), Some(end)) = (at("start_time"), at("end_time")) {
        require(start < end, "end_time", "Must be after start_time.");
    }
    let priced = row.text("unit") != Some("currency") || row.has("currency");
    require(priced, "currency", "Required when unit is currency.");
    let about = ABOUT.iter().any(|key| row.has(key));
    require(
        about,
        "campaign_id",
        "One of advertiser_id, campaign_id, media_buy_id, package_id and creative_id is required.",
    );
}
