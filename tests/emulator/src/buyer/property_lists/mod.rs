//! Property lists: the sites and apps that an advertiser wants, or avoids.

mod check;
mod filters;
mod identifier;
mod reader;
mod registry;
mod resolution;

pub use check::{check, report};
pub use reader::{list_reader, resolve};

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::world::World;

use super::advertiser_exists;
use super::paging::Page;
use check::Report;
use filters::FILTERS;
use identifier::{Identifier, check_sets, read};
use resolution::{Resolution, domains};

const DEFAULT_TAKE: usize = 50;
const PURPOSE: Kind = Kind::OneOf(&["include", "exclude"]);
const CREATE: &[Rule] = &[
    required("name", Kind::Text(1, 255)),
    required("purpose", PURPOSE),
    optional("filters", Kind::Nullable(&Kind::Object(FILTERS))),
];
const UPDATE: &[Rule] = &[optional("name", Kind::Text(1, 255))];
const QUERY: &[Rule] =
    &[optional("purpose", PURPOSE), optional("take", Kind::Whole(1, 250)), optional("skip", Kind::Whole(0, i64::MAX))];

/// The lists of one buyer, archived ones too, and the reports on checks.
#[derive(Default)]
pub struct PropertyLists {
    lists: Vec<PropertyList>,
    reports: Vec<Report>,
}

struct PropertyList {
    id: String,
    advertiser: String,
    name: String,
    purpose: String,
    filters: Value,
    identifiers: Vec<Identifier>,
    /// The token of the sales agents that may read it.
    reader: Option<String>,
    archived: bool,
    created: Millis,
    updated: Millis,
}

impl PropertyList {
    fn summary(&self) -> Value {
        json!({
            "listId": self.id,
            "name": self.name,
            "purpose": self.purpose,
            "propertyCount": self.identifiers.len(),
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        })
    }

    /// The list with what it holds. What could not be resolved is not part of it.
    fn view(&self) -> Value {
        let mut view = self.summary();
        view["identifiers"] = self.identifiers.iter().map(Identifier::view).collect();
        view["domains"] = domains(&self.identifiers);
        for key in ["unresolvedIdentifiers", "registeredIdentifiers", "unresolvedDomains", "registeredDomains"] {
            view[key] = json!([]);
        }
        if !self.filters.is_null() {
            view["filters"] = self.filters.clone();
        }
        view["status"] = "ready".into();
        view
    }
}

impl PropertyLists {
    fn find(&self, call: &Call) -> Result<usize, Refusal> {
        let (advertiser, id) = (call.param("advertiserId"), call.param("listId"));
        let is_meant = |list: &PropertyList| !list.archived && list.advertiser == advertiser && list.id == id;
        self.lists.iter().position(is_meant).ok_or_else(no_list)
    }
}

fn no_list() -> Refusal {
    Refusal::not_found("There is no such property list.")
}

/// `GET /advertisers/{advertiserId}/property-lists`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let query = call.query(QUERY)?;
    let fits = |list: &&PropertyList| {
        !list.archived
            && list.advertiser == advertiser
            && query.text("purpose").is_none_or(|purpose| purpose == list.purpose)
    };
    let fitting: Vec<&PropertyList> = world.buyer.property_lists.lists.iter().filter(fits).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let lists: Vec<Value> = page.of(&fitting).iter().map(|list| list.summary()).collect();
    Ok(Reply::ok(json!({ "propertyLists": lists, "total": fitting.len() })).with_meta(page.meta(fitting.len())))
}

/// `POST /advertisers/{advertiserId}/property-lists`
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = call.param("advertiserId");
    advertiser_exists(world, advertiser)?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, CREATE);
    check_sets(&mut check, &body, 1);
    check.finish()?;
    let mut resolution = Resolution::of(&read(&body).unwrap_or_default());
    let text = |key: &str| body.text(key).unwrap_or_default().to_owned();
    let list = PropertyList {
        id: ids::surrogate(),
        advertiser: advertiser.to_owned(),
        name: text("name"),
        purpose: text("purpose"),
        filters: body.value("filters"),
        identifiers: std::mem::take(&mut resolution.resolved),
        reader: None,
        archived: false,
        created: call.now,
        updated: call.now,
    };
    let mut view = list.view();
    resolution.tell(&mut view);
    world.buyer.property_lists.lists.push(list);
    Ok(Reply::created(view))
}

/// `GET /advertisers/{advertiserId}/property-lists/{listId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    advertiser_exists(world, call.param("advertiserId"))?;
    let lists = &world.buyer.property_lists;
    lists.find(call).map(|index| Reply::ok(lists.lists[index].view()))
}

/// `PUT /advertisers/{advertiserId}/property-lists/{listId}`: a new name, or another set of identifiers altogether.
pub fn update(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    advertiser_exists(world, call.param("advertiserId"))?;
    let lists = &mut world.buyer.property_lists;
    let index = lists.find(call)?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, UPDATE);
    check_sets(&mut check, &body, 0);
    check.finish()?;
    let list = &mut lists.lists[index];
    if let Some(name) = body.text("name") {
        name.clone_into(&mut list.name);
    }
    list.updated = call.now;
    let Some(identifiers) = read(&body) else { return Ok(Reply::ok(list.view())) };
    let mut resolution = Resolution::of(&identifiers);
    list.identifiers = std::mem::take(&mut resolution.resolved);
    let mut view = list.view();
    resolution.tell(&mut view);
    view["cascadeSummary"] = json!({ "totalMediaBuys": 0, "updatedCount": 0, "failedCount": 0 });
    Ok(Reply::ok(view))
}

/// `DELETE /advertisers/{advertiserId}/property-lists/{listId}`: archives it. The answer is 200 with nothing in it.
pub fn delete(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    advertiser_exists(world, call.param("advertiserId"))?;
    let lists = &mut world.buyer.property_lists;
    let index = lists.find(call)?;
    lists.lists[index].archived = true;
    Ok(Reply::ok(json!({})))
}
