//! One piece of work that people do for a source: what is to be done, by whom, and what came of it.

use serde_json::{Value, json};

use crate::check::Checker;
use crate::clock::{Millis, iso};
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};
use crate::ids;

use super::contract::required_results;

/// The statuses in which there is still something to do.
pub const OPEN: [&str; 3] = ["OPEN", "IN_PROGRESS", "BLOCKED"];

/// One piece of work.
pub struct WorkItem {
    item: Object,
    /// What happened to it.
    pub events: Vec<Value>,
    /// The booking that it is about.
    pub booking_id: Option<String>,
}

impl WorkItem {
    /// Work of some kind. `given` may hold any field of the item.
    pub fn new(storefront_id: &str, source_row: &str, given: Object, now: Millis) -> Self {
        let id = ids::opaque("work");
        let fresh = json!({
            "id": id,
            "storefrontId": storefront_id,
            "inventorySourceId": source_row,
            "moduleId": null,
            "kind": "GENERAL",
            "title": "Something to do",
            "description": null,
            "status": "OPEN",
            "priority": "NORMAL",
            "resourceType": "inventory_source",
            "resourceId": source_row,
            "mediaBuyId": null,
            "buyerCustomerId": null,
            "assignedTo": null,
            "dueAt": null,
            "payload": {},
            "result": {},
            "blockedReason": null,
            "createdByType": "system",
            "createdById": null,
            "completedBy": null,
            "completedAt": null,
            "createdAt": iso(now),
            "updatedAt": iso(now),
        });
        let mut item = fresh.as_object().cloned().unwrap_or_default();
        item.extend(given);
        let mut work = Self { item, events: Vec::new(), booking_id: None };
        work.note("CREATED", None, now);
        work
    }

    /// The work of booking upstream what was held here.
    pub fn for_booking(storefront_id: &str, source_row: &str, booking_id: &str, body: &Object, now: Millis) -> Self {
        let given = json!({
            "kind": "EXECUTE_UPSTREAM_BOOKING",
            "title": "Book the reserved impressions in FreeWheel",
            "resourceType": "booking",
            "resourceId": booking_id,
            "mediaBuyId": body.value("mediaBuyId"),
            "buyerCustomerId": body.value("buyerCustomerId"),
            "payload": { "campaignName": body.value("campaignName"), "advertiserName": body.value("advertiserName") },
        });
        let given = given.as_object().cloned().unwrap_or_default();
        Self { booking_id: Some(booking_id.to_owned()), ..Self::new(storefront_id, source_row, given, now) }
    }

    /// The item, whole.
    pub fn view(&self) -> Value {
        Value::Object(self.item.clone())
    }

    /// Its id.
    pub fn id(&self) -> &str {
        self.item.text("id").unwrap_or_default()
    }

    /// The kind of work.
    pub fn kind(&self) -> &str {
        self.item.text("kind").unwrap_or_default()
    }

    /// Whether there is still something to do.
    pub fn is_open(&self) -> bool {
        OPEN.contains(&self.status())
    }

    /// Whether the work is about a booking.
    pub fn concerns(&self, booking_id: &str) -> bool {
        self.booking_id.as_deref() == Some(booking_id)
    }

    /// Takes open work off the list.
    pub fn cancel(&mut self, now: Millis) {
        if self.is_open() {
            self.set("status", "CANCELLED".into());
            self.note("CANCELLED", None, now);
        }
    }

    /// The status.
    pub fn status(&self) -> &str {
        self.item.text("status").unwrap_or_default()
    }

    /// Sets a field of the item.
    pub fn set(&mut self, key: &str, value: Value) {
        self.item.insert(key.to_owned(), value);
    }

    /// Adds the results in a body to the ones known.
    pub fn add_results(&mut self, body: &Object) {
        let mut result = self.item.value("result");
        for (key, value) in body.value("result").as_object().into_iter().flatten() {
            result[key] = value.clone();
        }
        self.set("result", result);
    }

    /// Remembers that something happened.
    pub fn note(&mut self, event: &str, notes: Option<&str>, now: Millis) {
        self.events.push(json!({
            "id": ids::opaque("event"),
            "workItemId": self.item.value("id"),
            "eventType": event,
            "actorType": "operator",
            "actorId": null,
            "notes": notes,
            "payload": {},
            "createdAt": iso(now),
        }));
        self.set("updatedAt", iso(now).into());
    }

    /// The item without payload and result, as lists show it.
    pub fn summary(&self) -> Value {
        let mut summary = self.item.clone();
        summary.shift_remove("payload");
        summary.shift_remove("result");
        summary.insert("requiredResultFields".into(), required_results(self.kind()).into());
        Value::Object(summary)
    }

    /// Whether the item is one that a query asks for.
    pub fn fits(&self, query: &Object) -> bool {
        let wanted = query.value("status");
        let status = wanted
            .as_array()
            .map_or_else(|| self.is_open(), |wanted| wanted.iter().any(|status| status == self.status()));
        let keys = ["kind", "resourceType", "resourceId", "mediaBuyId", "buyerCustomerId"];
        status && keys.iter().all(|key| query.get(*key).is_none_or(|wanted| *wanted == self.item.value(key)))
    }

    /// Takes the results. The ones that this kind of work exists for must be there by now.
    pub fn complete(&mut self, body: &Object, now: Millis) -> Result<(), Refusal> {
        let (earlier, given) = (self.item.value("result"), body.value("result"));
        let mut check = Checker::default();
        for key in required_results(self.kind()) {
            let known = !earlier[*key].is_null() || !given[*key].is_null();
            check.require(known, &format!("result.{key}"), "Required to complete this kind of work.");
        }
        check.finish()?;
        self.add_results(body);
        self.set("status", "COMPLETED".into());
        self.set("completedBy", "operator".into());
        self.set("completedAt", iso(now).into());
        self.note("COMPLETED", body.text("notes"), now);
        Ok(())
    }
}
