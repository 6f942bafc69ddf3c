//! From a row of some feed to a normalized avail.

use serde_json::{Value, json};

use crate::check::{CURRENCY, Checker, DOMAIN, Kind, Path, Rule, optional, required};
use crate::clock::{self, HOUR, Millis, iso};
use crate::fields::{Fields, Object};

/// What is wrong with a row.
pub struct Diagnostic {
    /// The field.
    pub field: &'static str,
    /// The code.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
}

enum Read {
    Text,
    Instant,
    Count,
    Price,
    Currency,
    Formats,
    Properties,
    Map,
}

struct Field {
    name: &'static str,
    read: Read,
    required: bool,
    /// The key of the body that gives a value to rows without one.
    default: Option<&'static str>,
}

const fn field(name: &'static str, read: Read, required: bool, default: Option<&'static str>) -> Field {
    Field { name, read, required, default }
}

const FIELDS: [Field; 16] = [
    field("collectionId", Read::Text, true, Some("defaultCollectionId")),
    field("collectionName", Read::Text, true, Some("defaultCollectionName")),
    field("collectionDescription", Read::Text, false, Some("defaultCollectionDescription")),
    field("channel", Read::Text, false, Some("defaultChannel")),
    field("formatOptions", Read::Formats, true, Some("defaultFormatOptions")),
    field("publisherProperties", Read::Properties, true, Some("defaultPublisherProperties")),
    field("availId", Read::Text, true, None),
    field("name", Read::Text, true, None),
    field("startTime", Read::Instant, true, Some("defaultStartTime")),
    field("endTime", Read::Instant, true, Some("defaultEndTime")),
    field("impressionsCapacity", Read::Count, true, None),
    field("upstreamBookedImpressions", Read::Count, false, None),
    field("cpm", Read::Price, false, None),
    field("currency", Read::Currency, false, None),
    field("targeting", Read::Map, false, None),
    field("sourceMetadata", Read::Map, false, None),
];

const FORMAT_KINDS: Kind = Kind::OneOf(&[
    "image",
    "html5",
    "display_tag",
    "image_carousel",
    "video_hosted",
    "video_vast",
    "audio_hosted",
    "audio_daast",
    "sponsored_placement",
    "native_in_feed",
    "responsive_creative",
    "agent_placement",
    "custom",
]);
const FORMAT: &[Rule] = &[
    required("format_kind", FORMAT_KINDS),
    required("params", Kind::Map),
    optional("format_option_id", Kind::Text(0, usize::MAX)),
    optional("publisher_domain", Kind::Form(&DOMAIN, 253)),
];
const PROPERTY: &[Rule] = &[
    required("selection_type", Kind::OneOf(&["all", "by_id", "by_tag"])),
    optional("publisher_domain", Kind::Form(&DOMAIN, 253)),
    optional("publisher_domains", Kind::List(0, usize::MAX, &Kind::Text(1, 253))),
    optional("property_ids", Kind::List(1, usize::MAX, &Kind::Text(1, 255))),
    optional("property_tags", Kind::List(1, usize::MAX, &Kind::Text(1, 255))),
];

/// The formats of an avail.
pub const FORMATS: Kind = Kind::List(1, usize::MAX, &Kind::Object(FORMAT));
/// The properties of an avail.
pub const PROPERTIES: Kind = Kind::List(1, usize::MAX, &Kind::Object(PROPERTY));

/// Reads a row, whatever its column names look like, and fills gaps from the defaults in a body.
pub fn normalize(row: &Object, defaults: &Object) -> Result<Object, Vec<Diagnostic>> {
    let mut avail = Object::new();
    let mut wrong = Vec::new();
    for field in &FIELDS {
        match field.value(row, defaults).map(|value| field.read.read(&value)) {
            Some(Ok(value)) => drop(avail.insert(field.name.to_owned(), value)),
            Some(Err((code, message))) => wrong.push(Diagnostic { field: field.name, code, message }),
            None if field.required => wrong.push(field.missing()),
            None => {}
        }
    }
    wrong.extend(upside_down(&avail));
    if wrong.is_empty() { Ok(avail) } else { Err(wrong) }
}

/// An avail for a planted source.
pub fn example(number: i64, now: Millis) -> Object {
    let avail = json!({
        "collectionId": "evening-video",
        "collectionName": "Evening video",
        "channel": "olv",
        "formatOptions": [{ "format_kind": "video_vast", "params": { "duration_seconds": 30 } }],
        "publisherProperties": [{ "publisher_domain": "nightjar.example", "selection_type": "all" }],
        "availId": format!("avail-{number}"),
        "name": format!("Evening video, slot {number}"),
        "startTime": iso(now),
        "endTime": iso(now + 30 * 24 * HOUR),
        "impressionsCapacity": 100_000 * number,
        "cpm": 12.5,
        "currency": "EUR",
    });
    if let Value::Object(avail) = avail { avail } else { Object::new() }
}

impl Field {
    fn value(&self, row: &Object, defaults: &Object) -> Option<Value> {
        let own = row.iter().find(|(key, value)| plain(key) == plain(self.name) && !value.is_null());
        own.map(|(_, value)| value.clone()).or_else(|| defaults.get(self.default?).cloned())
    }

    fn missing(&self) -> Diagnostic {
        Diagnostic { field: self.name, code: "REQUIRED_FIELD_MISSING", message: format!("{} is required.", self.name) }
    }
}

/// A column name without case and punctuation: `avail_id`, `Avail ID` and `availId` are the same column.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn upside_down(avail: &Object) -> Option<Diagnostic> {
    let instant = |key| avail.text(key).and_then(clock::parse);
    let (start, end) = (instant("startTime")?, instant("endTime")?);
    let message = "endTime must be after startTime.".to_owned();
    (end <= start).then_some(Diagnostic { field: "endTime", code: "INVALID_DATE_TIME", message })
}

impl Read {
    /// The value as this kind; cells of a table are text and are read for what they say.
    fn read(&self, value: &Value) -> Result<Value, (&'static str, String)> {
        self.value(value).ok_or_else(|| {
            let (code, wanted) = self.complaint();
            (code, format!("Expected {wanted}."))
        })
    }

    fn value(&self, value: &Value) -> Option<Value> {
        let said = value.as_str().map(str::trim);
        let number =
            || value.as_f64().or_else(|| said?.parse().ok()).filter(|number| number.is_finite() && *number >= 0.0);
        let nested = || said.map_or_else(|| value.clone(), |text| serde_json::from_str(text).unwrap_or_default());
        match self {
            Self::Text => text(value),
            Self::Instant => said.filter(|text| clock::parse(text).is_some()).map(Value::from),
            Self::Count => number().filter(|number| number.fract() == 0.0).map(|number| Value::from(number as u64)),
            Self::Price => number().map(Value::from),
            Self::Currency => said.filter(|text| (CURRENCY.holds)(text)).map(Value::from),
            Self::Formats => fitting(nested(), &FORMATS),
            Self::Properties => fitting(nested(), &PROPERTIES),
            Self::Map => fitting(nested(), &Kind::Map),
        }
    }

    fn complaint(&self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("REQUIRED_FIELD_MISSING", "some text"),
            Self::Instant => ("INVALID_DATE_TIME", "a date and time in UTC"),
            Self::Count => ("INVALID_NUMBER", "a whole number that is not negative"),
            Self::Price => ("INVALID_NUMBER", "a number that is not negative"),
            Self::Currency => ("INVALID_CURRENCY", "a currency code"),
            Self::Formats => ("INVALID_CANONICAL_FORMATS", "a list of format options"),
            Self::Properties => ("INVALID_PUBLISHER_PROPERTIES", "a list of publisher properties"),
            Self::Map => ("REQUIRED_FIELD_MISSING", "an object"),
        }
    }
}

/// Identifiers are numbers in some feeds and texts in others.
fn text(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

fn fitting(value: Value, kind: &Kind) -> Option<Value> {
    let mut check = Checker::default();
    kind.check(&Path::new(), &value, &mut check);
    check.finish().is_ok().then_some(value)
}
