//! The filters that tie a list to the smart lists of the platform. They are kept and read back, nothing more.

use crate::check::{Kind, Rule, optional, required};

const CHANNEL: Kind = Kind::OneOf(&[
    "display",
    "olv",
    "social",
    "search",
    "ctv",
    "linear_tv",
    "radio",
    "streaming_audio",
    "podcast",
    "dooh",
    "ooh",
    "print",
    "cinema",
    "email",
    "gaming",
    "retail_media",
    "influencer",
    "affiliate",
    "product_placement",
]);
const PROPERTY: Kind =
    Kind::OneOf(&["website", "mobile_app", "ctv_app", "desktop_app", "dooh", "podcast", "radio", "streaming_audio"]);
const ANY: Kind = Kind::AtLeast(f64::MIN);
const FEATURE: &[Rule] = &[
    required("feature_id", Kind::Text(0, usize::MAX)),
    optional("min_value", Kind::Nullable(&ANY)),
    optional("max_value", Kind::Nullable(&ANY)),
    optional("allowed_values", Kind::Nullable(&Kind::List(0, usize::MAX, &Kind::Any))),
    optional("if_not_covered", Kind::Nullable(&Kind::OneOf(&["exclude", "include"]))),
];

/// What filters may hold.
pub const FILTERS: &[Rule] = &[
    optional("channels_any", Kind::Nullable(&Kind::List(0, usize::MAX, &CHANNEL))),
    optional("countries_all", Kind::Nullable(&Kind::List(0, usize::MAX, &Kind::Text(2, 2)))),
    optional("property_types", Kind::Nullable(&Kind::List(0, usize::MAX, &PROPERTY))),
    optional("feature_requirements", Kind::Nullable(&Kind::List(0, usize::MAX, &Kind::Object(FEATURE)))),
];
