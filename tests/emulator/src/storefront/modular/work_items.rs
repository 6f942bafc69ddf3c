//! `.../modular/work-items`: the list of what people have to do for a source.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, required};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::Modules;
use super::work_item::{OPEN, WorkItem};

const KINDS: Kind = Kind::OneOf(&[
    "APPROVE_MEDIA_BUY",
    "APPROVE_MEDIA_BUY_CANCELLATION",
    "REVIEW_CREATIVE",
    "CONFIRM_AVAILS",
    "APPROVE_RATE_EXCEPTION",
    "MAP_CREATIVE_REF",
    "SYNC_UPSTREAM_CREATIVE",
    "EXECUTE_UPSTREAM_BOOKING",
    "TRAFFIC_TO_CADENT",
    "RESOLVE_TRAFFICKING_ERROR",
    "UPLOAD_FINAL_REPORT",
    "RESOLVE_SOURCE_HEALTH",
    "GENERAL",
]);
const STATUSES: Kind = Kind::OneOf(&["OPEN", "IN_PROGRESS", "BLOCKED", "COMPLETED", "CANCELLED"]);
const TEXT: Kind = Kind::Text(1, usize::MAX);
const LOOSE: Kind = Kind::Text(0, usize::MAX);
const DEFAULT_LIMIT: i64 = 50;

const QUERY: &[Rule] = &[
    optional("status", Kind::List(1, 5, &STATUSES)),
    optional("kind", KINDS),
    optional("resourceType", TEXT),
    optional("resourceId", TEXT),
    optional("mediaBuyId", TEXT),
    optional("buyerCustomerId", Kind::Whole(1, i64::MAX)),
    optional("limit", Kind::Whole(1, 100)),
];

const UPDATE: &[Rule] = &[
    // Completion has an operation of its own.
    optional("status", Kind::OneOf(&OPEN)),
    optional("assignedTo", Kind::Nullable(&Kind::Reference)),
    optional("blockedReason", Kind::Nullable(&LOOSE)),
    optional("result", Kind::Map),
    optional("notes", LOOSE),
];

const COMPLETE: &[Rule] = &[optional("result", Kind::Map), optional("notes", LOOSE)];

/// What the control plane may say about a work item that it plants.
pub const WORK_ITEM: &[Rule] = &[
    required("sourceId", TEXT),
    optional("kind", KINDS),
    optional("title", TEXT),
    optional("status", STATUSES),
    optional("mediaBuyId", TEXT),
    optional("buyerCustomerId", Kind::Whole(1, i64::MAX)),
];

/// `GET .../modular/work-items`
pub fn list_work_items(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source(call.param("sourceId"))?.modules()?;
    let query = call.query(QUERY)?;
    let limit = usize::try_from(query.whole("limit").unwrap_or(DEFAULT_LIMIT)).unwrap_or_default();
    let items: Vec<Value> =
        modules.work_items.iter().filter(|item| item.fits(&query)).take(limit).map(WorkItem::summary).collect();
    Ok(Reply::ok(
        json!({ "total": items.len(), "scanned": items.len(), "windowFull": items.len() == limit, "items": items }),
    ))
}

/// `GET .../modular/work-items/{workItemId}`
pub fn get_work_item(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let work = modules.work_item_mut(call.param("workItemId"))?;
    Ok(Reply::ok(json!({ "item": work.view(), "events": work.events })))
}

/// `PATCH .../modular/work-items/{workItemId}`
pub fn update_work_item(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let work = modules.work_item_mut(call.param("workItemId"))?;
    let body = call.checked(UPDATE)?;
    if !work.is_open() {
        return Err(Refusal::invalid_state("The work item is closed."));
    }
    for key in ["status", "blockedReason", "assignedTo"] {
        if let Some(value) = body.get(key) {
            work.set(key, if value.is_number() { value.to_string().into() } else { value.clone() });
        }
    }
    work.add_results(&body);
    work.note("UPDATED", body.text("notes"), call.now);
    Ok(Reply::ok(json!({ "ok": true, "item": work.view() })))
}

/// `POST .../modular/work-items/{workItemId}/complete`
pub fn complete_work_item(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let work = modules.work_item_mut(call.param("workItemId"))?;
    let body = call.checked(COMPLETE)?;
    if work.status() == "COMPLETED" {
        return Ok(Reply::ok(json!({ "ok": true, "item": work.view(), "changed": false })).unchanged());
    }
    if !work.is_open() {
        return Err(Refusal::invalid_state("The work item is closed."));
    }
    work.complete(&body, call.now)?;
    let (view, booking) = (work.view(), work.booking_id.clone());
    booking.iter().for_each(|booking| modules.book(booking));
    Ok(Reply::ok(json!({ "ok": true, "item": view, "changed": true })))
}

impl Modules {
    fn work_item_mut(&mut self, id: &str) -> Result<&mut WorkItem, Refusal> {
        let item = self.work_items.iter_mut().find(|work| work.id() == id);
        item.ok_or_else(|| Refusal::not_found("This source has no such work item."))
    }
}
