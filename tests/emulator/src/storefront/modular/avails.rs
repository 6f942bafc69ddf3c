//! The feed of avails: a preview of what was understood, and the ingest of what an operator confirmed.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, DATE_TIME, Kind, Rule, optional, required};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::multipart::Upload;
use crate::world::World;

use super::feed::{Diagnostic, FORMATS, PROPERTIES, normalize};
use super::{Modules, csv, projection};

const LARGEST_UPLOAD: usize = 10 * 1024 * 1024;
const TEXT: Kind = Kind::Text(1, usize::MAX);
const FEED: Kind = Kind::Text(1, 2_000_000);
const INSTANT: Kind = Kind::Form(&DATE_TIME, 80);
const COUNT: Kind = Kind::Whole(0, i64::MAX);

const AVAIL: &[Rule] = &[
    required("collectionId", TEXT),
    required("collectionName", TEXT),
    optional("collectionDescription", Kind::Nullable(&Kind::Text(0, usize::MAX))),
    optional("channel", Kind::Nullable(&Kind::Text(0, usize::MAX))),
    required("formatOptions", FORMATS),
    required("publisherProperties", PROPERTIES),
    required("availId", TEXT),
    required("name", TEXT),
    required("startTime", INSTANT),
    required("endTime", INSTANT),
    required("impressionsCapacity", COUNT),
    optional("upstreamBookedImpressions", COUNT),
    optional("cpm", Kind::AtLeast(0.0)),
    optional("currency", Kind::Text(3, 3)),
    optional("targeting", Kind::Map),
    optional("sourceMetadata", Kind::Map),
];

const RULES: &[Rule] = &[
    optional("confirmed", Kind::True),
    optional("avails", Kind::List(1, usize::MAX, &Kind::Object(AVAIL))),
    optional("rawRows", Kind::List(1, usize::MAX, &Kind::Map)),
    optional("csvText", FEED),
    optional("jsonText", FEED),
    optional("defaultCollectionId", Kind::Text(1, 255)),
    optional("defaultCollectionName", Kind::Text(1, 255)),
    optional("defaultCollectionDescription", Kind::Text(1, 2000)),
    optional("defaultChannel", Kind::Text(1, 80)),
    optional("defaultFormatOptions", FORMATS),
    optional("defaultPublisherProperties", PROPERTIES),
    optional("defaultStartTime", Kind::Text(1, 80)),
    optional("defaultEndTime", Kind::Text(1, 80)),
];

const INPUTS: [&str; 4] = ["avails", "rawRows", "csvText", "jsonText"];

/// `POST .../modular/avails-feed`
pub fn ingest(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let (input, body) = checked(call)?;
    let avails = understood(input, &body)?;
    if !body.contains_key("confirmed") {
        let preview =
            json!({ "previewOnly": true, "inputSource": input, "parsedAvailCount": avails.len(), "avails": avails });
        return Ok(Reply::ok(preview).unchanged());
    }
    let count = avails.len();
    avails.into_iter().for_each(|avail| modules.upsert(avail));
    let products = modules.products();
    Ok(Reply::ok(json!({
        "previewOnly": false,
        "inputSource": input,
        "parsedAvailCount": count,
        "ingestedAvailCount": count,
        "projection": projection::project(world, call)?,
        "products": products,
    })))
}

/// `POST .../modular/avails-feed/upload`: says what is in a file and keeps nothing of it.
pub fn preview(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.storefront.source(call.param("sourceId"))?.modules()?;
    let upload = call.upload("file")?;
    let (input, rows) = rows_of(&upload)?;
    let (mut avails, mut rejected) = (Vec::new(), Vec::new());
    for (index, row) in rows.into_iter().enumerate() {
        match normalize(&row, &Object::new()) {
            Ok(avail) => avails.push(avail),
            Err(wrong) => rejected.push(rejection(index + 1, row, &wrong)),
        }
    }
    Ok(Reply::ok(json!({
        "previewOnly": true,
        "inputSource": input,
        "parsedAvailCount": avails.len(),
        "rejectedRowCount": rejected.len(),
        "warningCount": 0,
        "avails": avails,
        "rejectedRows": rejected,
        "warnings": [],
        "note": "Nothing was saved. Send the avails to the feed with confirmed set to true.",
    })))
}

fn checked(call: &Call) -> Result<(&'static str, Object), Refusal> {
    let body = call.checked(RULES)?;
    let given: Vec<&'static str> = INPUTS.into_iter().filter(|input| body.contains_key(*input)).collect();
    let mut check = Checker::default();
    // The documents allow each input and do not say what two of them would mean together.
    check.require(given.len() == 1, "", "Exactly one of avails, rawRows, csvText and jsonText is required.");
    let confirmed = body.contains_key("confirmed") || !body.contains_key("avails");
    check.require(confirmed, "confirmed", "Normalized avails must be confirmed.");
    check.finish()?;
    Ok((given.first().copied().unwrap_or_default(), body))
}

/// The avails in a body; every row that is not understood is an issue.
fn understood(input: &'static str, body: &Object) -> Result<Vec<Object>, Refusal> {
    let mut check = Checker::default();
    let mut avails = Vec::new();
    for (index, row) in rows(input, body)?.iter().enumerate() {
        match normalize(row, body) {
            Ok(avail) => avails.push(avail),
            Err(wrong) => wrong.iter().for_each(|wrong| {
                check.issue(&vec![input.into(), index.into(), wrong.field.into()], wrong.code, &wrong.message);
            }),
        }
    }
    check.finish().map(|()| avails)
}

fn rows(input: &'static str, body: &Object) -> Result<Vec<Object>, Refusal> {
    let rows = match input {
        "csvText" => csv::rows(body.text(input).unwrap_or_default()),
        "jsonText" => json_rows(body.text(input).unwrap_or_default()),
        _ => objects(&body.value(input)),
    };
    rows.filter(|rows| !rows.is_empty()).ok_or_else(|| Refusal::invalid(input, "No rows could be read from this text."))
}

fn rows_of(upload: &Upload) -> Result<(&'static str, Vec<Object>), Refusal> {
    if upload.bytes.len() > LARGEST_UPLOAD {
        return Err(Refusal::invalid("file", "The file is larger than 10 MB."));
    }
    let name = upload.name.to_lowercase();
    let text = String::from_utf8(upload.bytes.clone()).ok();
    let (input, rows) = match name.rsplit('.').next() {
        Some("csv") => ("csv", text.as_deref().and_then(csv::rows)),
        Some("json") => ("json", text.as_deref().and_then(json_rows)),
        // The service reads spreadsheets too; the emulator does not.
        _ => return Err(Refusal::invalid("file", "The emulator reads CSV and JSON files only.")),
    };
    rows.map(|rows| (input, rows)).ok_or_else(|| Refusal::invalid("file", "The file cannot be read."))
}

/// An array of objects, alone or as `avails` or `rows` of an object.
fn json_rows(text: &str) -> Option<Vec<Object>> {
    let value: Value = serde_json::from_str(text).ok()?;
    ["avails", "rows"].iter().find_map(|key| objects(&value[*key])).or_else(|| objects(&value))
}

fn objects(value: &Value) -> Option<Vec<Object>> {
    value.as_array()?.iter().map(|item| item.as_object().cloned()).collect()
}

fn rejection(number: usize, row: Object, wrong: &[Diagnostic]) -> Value {
    let diagnostic = |wrong: &Diagnostic| json!({ "rowNumber": number, "field": wrong.field, "code": wrong.code, "message": wrong.message });
    json!({ "rowNumber": number, "rawRow": row, "diagnostics": wrong.iter().map(diagnostic).collect::<Vec<_>>() })
}

impl Modules {
    fn upsert(&mut self, avail: Object) {
        let same = |known: &&mut Object| known.text("availId") == avail.text("availId");
        match self.avails.iter_mut().find(same) {
            Some(known) => *known = avail,
            None => self.avails.push(avail),
        }
    }
}
