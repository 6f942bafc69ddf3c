//! Measured performance: one value of one metric over a period.
//!
//! Source: document 004, "Measurement Data"; the OpenAPI for the bounds and `source_metric_name`. The OpenAPI has no
//! `advertiser_id` and knows three words for `source`, where the document takes any text: another word is a warning.

use crate::api::Open;
use crate::format::{CurrencyCode, Id, OffsetTimestamp};
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

use super::sync::SyncAction;

/// Sends measured performance.
#[request]
pub struct SyncMeasurementData {
    /// The advertiser.
    pub advertiser_id: Id,
    /// The measured values; 1 to 1,000.
    #[shape(items = 1..=1_000, bulk)]
    pub measurements: Vec<Measurement>,
}

/// A measured value.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::Before("start_time", "end_time"))]
#[shape(rule = Rule::AtLeastOneOf(&["advertiser_id", "campaign_id", "media_buy_id", "package_id", "creative_id"]))]
#[shape(rule = Rule::custom("`currency` is there when `unit` is `currency`.", currency_is_named))]
#[shape(rule = Rule::custom("Ids have at most 255 characters.", ids_are_short))]
#[shape(rule = Rule::custom("`source` should be `advertiser`, `mmp` or `measurement_partner`.", source_is_known))]
pub struct Measurement {
    /// The beginning of the period, with its zone, such as `2026-03-01T00:00:00-05:00`.
    pub start_time: OffsetTimestamp,
    /// The end of the period, with its zone; later than the beginning.
    pub end_time: OffsetTimestamp,
    /// What was measured.
    pub metric_id: MeasuredMetric,
    /// How much it was.
    pub metric_value: f64,
    /// In what it is measured.
    pub unit: MeasurementUnit,
    /// The currency; required when `unit` is `currency`.
    pub currency: Option<CurrencyCode>,
    /// The advertiser that it is about.
    pub advertiser_id: Option<Id>,
    /// The campaign that it is about; at most 255 characters.
    pub campaign_id: Option<Id>,
    /// The media buy that it is about; at most 255 characters.
    pub media_buy_id: Option<Id>,
    /// The package that it is about; at most 255 characters.
    pub package_id: Option<Id>,
    /// The creative that it is about; at most 255 characters.
    pub creative_id: Option<Id>,
    /// Who measured; `advertiser`, `mmp` or `measurement_partner`.
    pub source: Option<String>,
    /// The platform that the data comes from; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub source_platform: Option<String>,
    /// The metric's name on that platform; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub source_metric_name: Option<String>,
    /// Your id for this value, by which a repetition is told; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub external_row_id: Option<String>,
}

fn currency_is_named(measurement: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if measurement.is("unit", "currency") && !measurement.has("currency") {
        let when = "when unit is currency".into();
        remarks.error(&["currency".into()], Problem::Required { when });
    }
}

fn ids_are_short(measurement: &View<'_, '_>, remarks: &mut dyn Remarks) {
    const MAXIMUM: u32 = 255;
    for name in ["campaign_id", "media_buy_id", "package_id", "creative_id"] {
        let length = measurement.text(name).map_or(0, |id| id.encode_utf16().count());
        if length > MAXIMUM as usize {
            remarks.error(&[name.into()], Problem::TooLong { maximum: MAXIMUM, what: "character" });
        }
    }
}

fn source_is_known(measurement: &View<'_, '_>, remarks: &mut dyn Remarks) {
    const KNOWN: [&str; 3] = ["advertiser", "mmp", "measurement_partner"];
    if measurement.text("source").is_some_and(|source| !KNOWN.contains(&&*source)) {
        let problem = Problem::NotInList { allowed: KNOWN.to_vec(), suggestion: None };
        remarks.warning(&["source".into()], problem);
    }
}

/// What can be measured.
#[choice("snake_case")]
pub enum MeasuredMetric {
    Revenue,
    IncrementalRevenue,
    Conversions,
    IncrementalConversions,
    PageViewCount,
    AddToCartCount,
    PurchaseCount,
    #[serde(rename = "ltv_1d")]
    LifetimeValue1Day,
    #[serde(rename = "ltv_7d")]
    LifetimeValue7Days,
    #[serde(rename = "ltv_30d")]
    LifetimeValue30Days,
}

/// In what something is measured.
#[choice("snake_case")]
pub enum MeasurementUnit {
    Count,
    Currency,
    Ratio,
    Percentage,
}

/// What became of each measured value.
#[response]
pub struct MeasurementDataSynced {
    /// The values, each by its place in the call.
    pub measurements: Vec<MeasurementSyncResult>,
}

/// What became of a measured value.
#[response]
pub struct MeasurementSyncResult {
    /// Its place in the call, from 0.
    pub index: u64,
    /// What was done.
    pub action: Open<SyncAction>,
    /// Why it failed.
    pub error: Option<String>,
}
