//! Avails as something that can be bought.

use serde_json::{Value, json};

use crate::call::Call;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::Modules;
use super::bookings::BookingStatus;

/// `GET .../modular/products`
pub fn list_products(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source(call.param("sourceId"))?.modules()?;
    Ok(Reply::ok(json!({ "products": modules.products() })))
}

/// The product that an avail is sold as.
pub fn product_id(avail_id: &str) -> String {
    format!("product-{avail_id}")
}

impl Modules {
    /// Every avail as a product.
    pub fn products(&self) -> Value {
        self.avails.iter().map(|avail| self.product(avail)).collect()
    }

    /// What is left of an avail.
    pub fn available(&self, avail: &Object) -> i64 {
        let (held, booked) = (self.taken(avail, BookingStatus::Held), self.taken(avail, BookingStatus::Booked));
        let capacity = avail.whole("impressionsCapacity").unwrap_or_default();
        let upstream = avail.whole("upstreamBookedImpressions").unwrap_or_default();
        capacity.saturating_sub(upstream).saturating_sub(held).saturating_sub(booked).max(0)
    }

    fn taken(&self, avail: &Object, status: BookingStatus) -> i64 {
        let of_avail = self.bookings.iter().filter(|booking| Some(booking.avail_id.as_str()) == avail.text("availId"));
        of_avail
            .filter(|booking| booking.status == status)
            .fold(0, |sum, booking| booking.impressions.saturating_add(sum))
    }

    fn product(&self, avail: &Object) -> Value {
        let value = |key| avail.value(key);
        let map = |key| Some(avail.value(key)).filter(Value::is_object).unwrap_or(json!({}));
        let upstream = avail.whole("upstreamBookedImpressions").unwrap_or_default();
        json!({
            "productId": product_id(avail.text("availId").unwrap_or_default()),
            "availId": value("availId"),
            "collectionId": value("collectionId"),
            "collectionName": value("collectionName"),
            "name": value("name"),
            "description": avail.text("collectionDescription").unwrap_or_default(),
            "channel": value("channel"),
            "formatOptions": value("formatOptions"),
            "publisherProperties": value("publisherProperties"),
            "startTime": value("startTime"),
            "endTime": value("endTime"),
            "impressionsCapacity": value("impressionsCapacity"),
            "heldImpressions": self.taken(avail, BookingStatus::Held),
            "bookedImpressions": self.taken(avail, BookingStatus::Booked).saturating_add(upstream),
            "availableImpressions": self.available(avail),
            "cpm": value("cpm"),
            "currency": value("currency"),
            "targeting": map("targeting"),
            "sourceMetadata": map("sourceMetadata"),
            "cadent": null,
        })
    }
}
