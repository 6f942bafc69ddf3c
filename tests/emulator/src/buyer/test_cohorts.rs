//! Test cohorts: groups of people between whom campaigns are compared.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::advertiser_exists;
use super::paging::Page;

const DEFAULT_TAKE: usize = 50;
const ROLE: Kind = Kind::OneOf(&["TREATMENT", "CONTROL", "OBSERVATION"]);
const DEFINITION: &[Rule] = &[required("type", Kind::Text(1, usize::MAX))];
// The OpenAPI requires a type and a definition, the older document knows neither: a body of either form is taken.
const CREATE: &[Rule] = &[
    required("name", Kind::Text(1, 255)),
    optional("description", Kind::Text(0, 1000)),
    optional("splitPercentage", Kind::AtLeast(0.0)),
    optional("cohortType", Kind::Text(1, usize::MAX)),
    optional("role", ROLE),
    optional("definition", Kind::Object(DEFINITION)),
    optional("estimatedSize", Kind::Whole(0, i64::MAX)),
];
const QUERY: &[Rule] = &[
    optional("role", ROLE),
    optional("isActive", Kind::Flag),
    optional("take", Kind::Whole(1, 250)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];

/// A cohort.
pub struct Cohort {
    id: String,
    advertiser: String,
    written: Object,
    created: Millis,
}

impl Cohort {
    fn role(&self) -> &str {
        self.written.text("role").unwrap_or("TREATMENT")
    }

    fn summary(&self) -> Value {
        let mut summary = json!({
            "id": self.id,
            "advertiserId": self.advertiser,
            "name": self.written.value("name"),
            "cohortType": self.written.text("cohortType").unwrap_or("split"),
            "role": self.role(),
            "isActive": true,
            "createdAt": iso(self.created),
            "updatedAt": iso(self.created),
        });
        if let Some(size) = self.written.whole("estimatedSize") {
            summary["estimatedSize"] = size.into();
        }
        summary
    }

    fn view(&self) -> Value {
        let mut view = self.summary();
        for key in ["description", "splitPercentage"] {
            if let Some(value) = self.written.get(key) {
                view[key] = value.clone();
            }
        }
        let definition = || json!({ "type": "split" });
        view["definition"] = self.written.get("definition").cloned().unwrap_or_else(definition);
        view
    }
}

/// `GET /advertisers/{advertiserId}/test-cohorts`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let fits = |cohort: &&Cohort| {
        // No operation ends a cohort.
        query.flag("isActive") != Some(false) && query.text("role").is_none_or(|role| role == cohort.role())
    };
    let fitting: Vec<&Cohort> = world.buyer.cohorts.of(advertiser).iter().filter(fits).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let cohorts: Vec<Value> = page.of(&fitting).iter().map(|cohort| cohort.summary()).collect();
    let payload = json!({ "cohorts": cohorts, "total": fitting.len() });
    Ok(Reply::ok(payload).with_meta(page.meta(fitting.len())))
}

/// `POST /advertisers/{advertiserId}/test-cohorts`
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let written = call.checked(CREATE)?;
    let cohort = Cohort { id: ids::surrogate(), advertiser: advertiser.to_owned(), written, created: call.now };
    let view = cohort.view();
    world.buyer.cohorts.of_mut(advertiser).push(cohort);
    Ok(Reply::created(json!({ "cohort": view })))
}
