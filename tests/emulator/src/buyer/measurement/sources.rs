//! Measurement sources: who measures, and how often.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{DAY, Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use crate::buyer::advertiser_exists;
use crate::buyer::paging::Page;

const DEFAULT_TAKE: usize = 50;
const SOME: Kind = Kind::Text(1, usize::MAX);
const ANY: Kind = Kind::Text(0, usize::MAX);
const STATUS: Kind = Kind::OneOf(&["pending", "active", "paused"]);
const CREATE: &[Rule] = &[
    required("sourceKey", SOME),
    required("name", SOME),
    required("outcomeType", SOME),
    required("granularity", SOME),
    required("cadence", Kind::OneOf(&["continuous", "daily", "weekly", "biweekly", "monthly", "quarterly"])),
    required("provider", SOME),
    optional("outcomeTypes", Kind::List(0, usize::MAX, &ANY)),
    optional("lagWeeks", Kind::Whole(0, i64::MAX)),
    optional("ingestionMethod", ANY),
    optional("attributionConfig", Kind::Map),
    optional("signalWeight", Kind::AtLeast(0.0)),
    optional("status", STATUS),
    optional("notes", ANY),
];
const QUERY: &[Rule] = &[
    optional("outcomeType", ANY),
    optional("status", STATUS),
    optional("take", Kind::Whole(1, 250)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];

/// A measurement source.
pub struct Source {
    id: String,
    written: Object,
    created: Millis,
}

impl Source {
    /// What its records name it by.
    pub fn key(&self) -> &str {
        self.written.text("sourceKey").unwrap_or_default()
    }

    /// How many days one of its measurements covers.
    pub fn step(&self) -> i64 {
        match self.written.text("cadence") {
            Some("weekly") => 7,
            Some("biweekly") => 14,
            Some("monthly") => 30,
            Some("quarterly") => 91,
            _ => 1,
        }
    }

    /// How long after a window its measurement may come.
    pub fn lag(&self) -> Millis {
        self.written.whole("lagWeeks").unwrap_or(1).saturating_mul(7 * DAY)
    }

    /// The fields by which freshness names it.
    pub fn label(&self) -> Value {
        let (outcome, cadence) = (self.written.value("outcomeType"), self.written.value("cadence"));
        json!({ "sourceKey": self.key(), "name": self.written.value("name"), "outcomeType": outcome, "cadence": cadence })
    }

    fn view(&self, advertiser: &str) -> Value {
        let mut view = json!({
            "id": self.id,
            "advertiserId": advertiser,
            "lagWeeks": 1,
            "signalWeight": 1.0,
            "status": "pending",
            "createdAt": iso(self.created),
            "updatedAt": iso(self.created),
        });
        for rule in CREATE {
            if let Some(value) = self.written.get(rule.key()) {
                view[rule.key()] = value.clone();
            }
        }
        view
    }
}

/// `GET /advertisers/{advertiserId}/measurement-sources`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let fits = |source: &&Source| {
        query.text("outcomeType").is_none_or(|kind| source.written.text("outcomeType") == Some(kind))
            && query.text("status").is_none_or(|status| source.written.text("status").unwrap_or("pending") == status)
    };
    let measured = world.buyer.measured.get(advertiser);
    let fitting: Vec<&Source> = measured.into_iter().flat_map(|measured| &measured.sources).filter(fits).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let sources: Vec<Value> = page.of(&fitting).iter().map(|source| source.view(advertiser)).collect();
    Ok(Reply::ok(json!({ "sources": sources, "total": fitting.len() })).with_meta(page.meta(fitting.len())))
}

/// `POST /advertisers/{advertiserId}/measurement-sources`
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let written = call.body()?;
    let mut check = Checker::default();
    check.fields(&written, CREATE);
    check.require(
        written.number("signalWeight").is_none_or(|weight| weight <= 1.0),
        "signalWeight",
        "Expected at most 1.",
    );
    check.finish()?;
    let sources = &mut world.buyer.measured.entry(advertiser.to_owned()).or_default().sources;
    let source = Source { id: ids::surrogate(), written, created: call.now };
    if sources.iter().any(|known| known.key() == source.key()) {
        return Err(Refusal::conflict("A measurement source with this sourceKey already exists."));
    }
    let view = source.view(advertiser);
    sources.push(source);
    Ok(Reply::created(view))
}
