//! What the bodies of campaigns may hold.

use hyper::StatusCode;
use serde_json::Value;

use crate::check::{COUNTRY, Checker, DATE_TIME, Kind, Rule, optional, required};
use crate::clock;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

use super::super::caps;
use super::{goals, pacing};

const NAME: Kind = Kind::Text(1, 255);
const ID: Kind = Kind::Text(1, 255);
const BRIEF: Kind = Kind::Text(0, 5000);
const PACE: Kind = Kind::OneOf(&["EVEN", "ASAP", "FRONTLOADED"]);
const APPLY: Kind = Kind::OneOf(&["AUTO", "MANUAL"]);
const TYPE: Kind = Kind::OneOf(&["DECISIONED", "ROUTED"]);
const MODE: Kind = Kind::OneOf(&["discovery", "performance"]);
const COUNTRIES: Kind = Kind::List(0, 250, &Kind::Form(&COUNTRY, 2));
const MANY: usize = 1000;

const FLIGHT: &[Rule] =
    &[required("startDate", Kind::Form(&DATE_TIME, 64)), required("endDate", Kind::Form(&DATE_TIME, 64))];
const BUDGET: &[Rule] = &[
    required("total", Kind::Positive),
    optional("currency", Kind::Text(3, 3)),
    optional("dailyCap", Kind::Positive),
    optional("pacing", PACE),
];
const NEW_BUDGET: &[Rule] = &[
    optional("total", Kind::Positive),
    optional("currency", Kind::Text(3, 3)),
    optional("dailyCap", Kind::Positive),
    optional("pacing", PACE),
];
const CONSTRAINTS: &[Rule] = &[
    optional("channels", Kind::List(0, 50, &Kind::Text(1, 64))),
    optional("countries", COUNTRIES),
    optional("geo_countries", COUNTRIES),
];
const AUDIENCES: &[Rule] = &[
    optional("targetAudienceIds", Kind::List(0, 100, &ID)),
    optional("suppressAudienceIds", Kind::List(0, 100, &ID)),
    optional("deleteMissing", Kind::Flag),
];
const UTM_PARAM: &[Rule] = &[required("paramKey", Kind::Text(1, 100)), required("paramValue", Kind::Text(1, 200))];
const UTM: &[Rule] =
    &[required("params", Kind::List(0, 20, &Kind::Object(UTM_PARAM))), optional("deleteMissing", Kind::Flag)];

/// `POST /campaigns`
pub const CREATE: &[Rule] = &[
    required("advertiserId", Kind::Reference),
    required("name", NAME),
    required("flightDates", Kind::Object(FLIGHT)),
    required("budget", Kind::Object(BUDGET)),
    optional("campaignType", TYPE),
    optional("mode", MODE),
    optional("brief", BRIEF),
    optional("constraints", Kind::Object(CONSTRAINTS)),
    optional("storefrontIds", Kind::List(0, 50, &Kind::Whole(1, i64::MAX))),
    optional("discoveryId", ID),
    optional("productIds", Kind::List(0, MANY, &ID)),
    optional("audienceConfig", Kind::Object(AUDIENCES)),
    optional("performanceConfig", Kind::Object(goals::CONFIG)),
    optional("optimizationApplyMode", APPLY),
    optional("catalogId", Kind::Whole(1, i64::MAX)),
    optional("pacingPeriods", Kind::Object(pacing::PERIODS)),
    optional("utmConfig", Kind::Object(UTM)),
    optional("frequencyCaps", caps::CAPS),
];

/// `PUT /campaigns/{campaignId}`; what `mediaBuys` holds has rules of its own.
pub const UPDATE: &[Rule] = &[
    optional("name", NAME),
    optional("flightDates", Kind::Object(FLIGHT)),
    optional("budget", Kind::Object(NEW_BUDGET)),
    optional("campaignType", TYPE),
    optional("mode", MODE),
    optional("brief", BRIEF),
    optional("constraints", Kind::Object(CONSTRAINTS)),
    optional("discoveryId", ID),
    optional("audienceConfig", Kind::Object(AUDIENCES)),
    optional("performanceConfig", Kind::Nullable(&Kind::Object(goals::CONFIG))),
    optional("optimizationApplyMode", APPLY),
    optional("catalogId", Kind::Nullable(&Kind::Whole(1, i64::MAX))),
    optional("pacingPeriods", Kind::Object(pacing::PERIODS)),
    optional("utmConfig", Kind::Object(UTM)),
    optional("frequencyCaps", caps::CAPS),
    optional("mediaBuys", Kind::List(0, MANY, &Kind::Object(super::media_buy_changes::CHANGE))),
];

/// The fields that are kept as they are written.
pub const KEPT: [&str; 10] = [
    "name",
    "flightDates",
    "budget",
    "brief",
    "constraints",
    "performanceConfig",
    "optimizationApplyMode",
    "catalogId",
    "pacingPeriods",
    "utmConfig",
];

/// Adds what tables of rules cannot say, for creations and updates alike.
pub fn check_together(check: &mut Checker, body: &Object) {
    if let Some(flight) = body.inner("flightDates") {
        let [start, end] = ["startDate", "endDate"].map(|key| flight.text(key).and_then(clock::parse));
        let ordered = start.zip(end).is_none_or(|(start, end)| start < end);
        check.require(ordered, "flightDates.endDate", "Must be after startDate.");
    }
    caps::check_caps(check, body);
    goals::check(check, body);
    pacing::check(check, body);
}

/// 422 for words that no seller is to see. The service judges by patterns; the emulator knows one of them.
pub fn moderate(body: &Object) -> Result<(), Refusal> {
    let blocked = |key: &&str| {
        body.get(*key)
            .and_then(Value::as_str)
            .is_some_and(|text| text.to_lowercase().contains("ignore previous instructions"))
    };
    match ["name", "brief"].into_iter().find(blocked) {
        Some(key) => {
            let message = format!("The {key} was rejected by the moderation policy.");
            Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "CONTENT_MODERATION_BLOCKED", message))
        }
        None => Ok(()),
    }
}
