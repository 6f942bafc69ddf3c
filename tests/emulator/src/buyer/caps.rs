//! Frequency caps: the same on advertisers, campaigns and creatives.

use serde_json::{Value, json};

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::fields::{Fields, Object};
use crate::ids;

const WINDOW: &[Rule] = &[
    required("interval", Kind::Whole(1, i64::MAX)),
    // The documents have two lists of units; the service is taken to know both.
    required("unit", Kind::OneOf(&["seconds", "minutes", "hours", "days", "weeks", "months", "campaign"])),
];
const CAP: &[Rule] = &[
    optional("max_impressions", Kind::Whole(1, i64::MAX)),
    optional("maxExposure", Kind::Whole(1, i64::MAX)),
    required("window", Kind::Object(WINDOW)),
];

/// What `frequencyCaps` may hold.
pub const CAPS: Kind = Kind::List(0, 100, &Kind::Object(CAP));

/// Adds what a table of rules cannot say: a cap has one of its two names.
pub fn check_caps(check: &mut Checker, body: &Object) {
    for (index, cap) in body.items("frequencyCaps").iter().enumerate() {
        let named = cap.get("max_impressions").is_some() || cap.get("maxExposure").is_some();
        check.require(named, &format!("frequencyCaps.{index}.max_impressions"), "Required.");
    }
}

/// Replaces all caps of a thing, if the checked body says anything about them.
pub fn replace(caps: &mut Vec<Value>, body: &Object, level: &str, id: &str, now: Millis) {
    if !body.has("frequencyCaps") {
        return;
    }
    let cap = |given: &Value| {
        let name = if given.get("max_impressions").is_some() { "max_impressions" } else { "maxExposure" };
        json!({
            name: given[name],
            "window": { "interval": given["window"]["interval"], "unit": given["window"]["unit"] },
            "id": ids::opaque("cap"),
            "targetLevel": level,
            "targetId": id,
            "createdAt": iso(now),
            "updatedAt": iso(now),
            "archivedAt": null,
        })
    };
    *caps = body.items("frequencyCaps").iter().map(cap).collect();
}
