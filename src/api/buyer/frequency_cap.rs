//! How often a person may see ads, counted over all publishers.
//!
//! Source: "Frequency Caps" of the buyer document for `max_impressions`; its sections on advertisers for `maxExposure`, which
//! counts in other units. Both are accepted; the OpenAPI knows only the first.

use crate::api::Open;
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

use super::time_window::{ONCE, campaign_counts_once};

/// A cap: so many impressions for a person within a rolling window. Several caps hold together.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["max_impressions", "maxExposure"]))]
#[shape(rule = Rule::Renamed("maxExposure", "max_impressions"))]
#[shape(rule = Rule::custom("Each form has its own units of time.", unit_fits_form))]
pub struct FrequencyCapInput {
    /// How many impressions a person may see within the window; a whole number from 1.
    #[shape(range = 1..)]
    #[serde(rename = "max_impressions")]
    pub max_impressions: Option<i64>,
    /// The older form of `max_impressions`; goes with minutes, hours, days, weeks or months.
    #[shape(range = 1..)]
    pub max_exposure: Option<i64>,
    /// The rolling window.
    pub window: FrequencyCapWindow,
}

/// The rolling window of a cap.
#[request]
#[shape(rule = Rule::custom(ONCE, campaign_counts_once))]
pub struct FrequencyCapWindow {
    /// How many units; a whole number from 1; 1 with the unit `campaign`.
    #[shape(range = 1..)]
    pub interval: i64,
    /// The unit; `campaign` stands for the whole flight; `weeks` and `months` go with `maxExposure` only.
    pub unit: FrequencyCapUnit,
}

/// The units of a cap's window.
#[choice("lowercase")]
pub enum FrequencyCapUnit {
    /// With `max_impressions` only.
    Seconds,
    Minutes,
    Hours,
    Days,
    /// With `maxExposure` only.
    Weeks,
    /// With `maxExposure` only.
    Months,
    /// The whole flight; with `max_impressions` only.
    Campaign,
}

/// A cap as it is kept.
#[response]
pub struct FrequencyCap {
    /// The cap's id.
    pub id: String,
    /// How many impressions a person may see within the window.
    #[serde(rename = "max_impressions")]
    pub max_impressions: Option<f64>,
    /// The older form of `max_impressions`.
    pub max_exposure: Option<f64>,
    /// The rolling window.
    pub window: FrequencyCapWindowView,
    /// What the cap is for.
    pub target_level: Option<Open<FrequencyCapLevel>>,
    /// The id of the advertiser, campaign or creative.
    pub target_id: Option<String>,
    /// When the cap was set.
    pub created_at: Option<String>,
    /// When it was last changed.
    pub updated_at: Option<String>,
    /// When it was put away; null while it holds.
    pub archived_at: Option<String>,
}

/// The rolling window of a cap that is kept.
#[response]
pub struct FrequencyCapWindowView {
    /// How many units.
    pub interval: f64,
    /// The unit; `campaign` stands for the whole flight.
    pub unit: Open<FrequencyCapUnit>,
}

/// What a cap is for.
#[choice]
pub enum FrequencyCapLevel {
    Advertiser,
    Campaign,
    Creative,
}

fn unit_fits_form(cap: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let Some(unit) = cap.object("window").and_then(|window| Some(window.text("unit")?.into_owned())) else { return };
    let must = match unit.as_str() {
        "weeks" | "months" if cap.given("max_impressions") => {
            "be seconds, minutes, hours, days or campaign when max_impressions is given"
        }
        "seconds" | "campaign" if cap.given("maxExposure") && !cap.given("max_impressions") => {
            "be minutes, hours, days, weeks or months when maxExposure is given"
        }
        _ => return,
    };
    remarks.error(&["window".into(), "unit".into()], Problem::Conflict { must: must.into() });
}
