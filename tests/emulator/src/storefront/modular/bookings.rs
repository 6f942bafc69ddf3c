//! The ledger: capacity is held, prepared for execution, booked, and given back.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::Millis;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::products::product_id;
use super::work_item::WorkItem;
use super::{Modules, projection};

const TEXT: Kind = Kind::Text(1, usize::MAX);
const LOOSE: Kind = Kind::Text(0, usize::MAX);
const POSITIVE: Kind = Kind::Whole(1, i64::MAX);
const MINUTE: Millis = 60_000;
/// The package of a booking that names none.
const NO_PACKAGE: &str = "default";

const RESERVE: &[Rule] = &[
    optional("productId", LOOSE),
    optional("availId", LOOSE),
    required("mediaBuyId", TEXT),
    optional("packageId", LOOSE),
    required("buyerCustomerId", POSITIVE),
    required("requestedImpressions", POSITIVE),
    optional("holdMinutes", POSITIVE),
];

const RELEASE: &[Rule] = &[
    required("mediaBuyId", TEXT),
    optional("packageId", LOOSE),
    required("buyerCustomerId", POSITIVE),
    required("availId", TEXT),
];

const FINALIZE: &[Rule] = &[
    required("mediaBuyId", TEXT),
    optional("packageId", LOOSE),
    required("buyerCustomerId", POSITIVE),
    required("availId", TEXT),
    optional("campaignName", LOOSE),
    optional("advertiserName", LOOSE),
    optional("advertiserExternalRef", LOOSE),
    optional("creative", Kind::Object(CREATIVE)),
];

const CREATIVE: &[Rule] = &[optional("clientCopyMasterRef", LOOSE), optional("duration", LOOSE)];

/// Capacity taken from an avail.
pub struct Booking {
    id: String,
    /// The avail.
    pub avail_id: String,
    media_buy_id: String,
    package_id: String,
    buyer: i64,
    /// How much was taken.
    pub impressions: i64,
    /// How far it got.
    pub status: BookingStatus,
    expires: Option<Millis>,
}

/// How far a booking got.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BookingStatus {
    /// Capacity is kept free.
    Held,
    /// The upstream system has booked it.
    Booked,
    /// A hold was given back.
    Released,
    /// A booking was taken back.
    Cancelled,
}

impl BookingStatus {
    fn name(self) -> &'static str {
        match self {
            Self::Held => "HELD",
            Self::Booked => "BOOKED",
            Self::Released => "RELEASED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

impl Booking {
    /// Gives a hold back whose time is up.
    pub fn expire(&mut self, now: Millis) {
        if self.status == BookingStatus::Held && self.expires.is_some_and(|at| at <= now) {
            self.status = BookingStatus::Released;
        }
    }

    fn is_live(&self) -> bool {
        matches!(self.status, BookingStatus::Held | BookingStatus::Booked)
    }

    /// A booking is known by its media buy, package, avail and buyer.
    fn is_for(&self, body: &Object, avail_id: &str) -> bool {
        self.avail_id == avail_id
            && body.text("mediaBuyId") == Some(self.media_buy_id.as_str())
            && body.text("packageId").unwrap_or(NO_PACKAGE) == self.package_id
            && body.whole("buyerCustomerId") == Some(self.buyer)
    }

    fn view(&self) -> Value {
        json!({
            "bookingId": self.id,
            "availId": self.avail_id,
            "mediaBuyId": self.media_buy_id,
            "packageId": self.package_id,
            "requestedImpressions": self.impressions,
            "status": self.status.name(),
        })
    }
}

/// `POST .../modular/reservations`
pub fn reserve(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let body = call.checked(RESERVE)?;
    let avail = modules.wanted(&body)?;
    let avail_id = avail.text("availId").unwrap_or_default().to_owned();
    let impressions = body.whole("requestedImpressions").unwrap_or_default();
    if modules.available(avail) < impressions {
        return Err(Refusal::conflict("The product has not enough impressions left."));
    }
    // Bookings are named by what they are for, so a second one for the same could not be told from the first.
    if modules.bookings.iter().any(|booking| booking.is_live() && booking.is_for(&body, &avail_id)) {
        return Err(Refusal::conflict("This package of the media buy already holds the product."));
    }
    let booking = booking(&body, avail_id, impressions, call.now);
    let view = booking.view();
    modules.bookings.push(booking);
    Ok(Reply::ok(view))
}

/// `POST .../modular/bookings/finalize`: hands a held booking over to the people who book it upstream.
pub fn finalize(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let storefront_id = world.storefront.storefront_id.clone();
    let source = world.storefront.source_mut(call.param("sourceId"))?;
    let source_row = source.id.clone();
    let modules = source.modules_mut()?;
    let body = call.checked(FINALIZE)?;
    let booking = modules.live_booking(&body)?;
    if booking.status != BookingStatus::Held {
        return Err(Refusal::invalid_state("The booking is no longer held."));
    }
    let (view, id) = (booking.view(), booking.id.clone());
    let changed = modules.work_about(&id).is_empty();
    if changed {
        modules.work_items.push(WorkItem::for_booking(&storefront_id, &source_row, &id, &body, call.now));
    }
    let work = modules.work_about(&id);
    let projection = projection::project(world, call)?;
    let reply = Reply::ok(json!({
        "booking": view, "executionStatus": "PENDING_TRAFFICKING", "workItems": work, "projection": projection,
    }));
    Ok(if changed { reply } else { reply.unchanged() })
}

/// `POST .../modular/bookings/release`: gives the capacity of a booking back.
pub fn release(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let body = call.checked(RELEASE)?;
    let booking = modules.live_booking(&body)?;
    let held = booking.status == BookingStatus::Held;
    booking.status = if held { BookingStatus::Released } else { BookingStatus::Cancelled };
    let (view, id) = (booking.view(), booking.id.clone());
    modules.work_items.iter_mut().filter(|item| item.concerns(&id)).for_each(|item| item.cancel(call.now));
    Ok(Reply::ok(view))
}

fn booking(body: &Object, avail_id: String, impressions: i64, now: Millis) -> Booking {
    Booking {
        id: ids::opaque("booking"),
        avail_id,
        media_buy_id: body.text("mediaBuyId").unwrap_or_default().to_owned(),
        package_id: body.text("packageId").unwrap_or(NO_PACKAGE).to_owned(),
        buyer: body.whole("buyerCustomerId").unwrap_or_default(),
        impressions,
        status: BookingStatus::Held,
        expires: body.whole("holdMinutes").map(|minutes| now.saturating_add(minutes.saturating_mul(MINUTE))),
    }
}

impl Modules {
    /// Notes that the upstream system has booked what was held.
    pub fn book(&mut self, booking_id: &str) {
        if let Some(booking) = self.bookings.iter_mut().find(|booking| booking.id == booking_id && booking.is_live()) {
            booking.status = BookingStatus::Booked;
        }
    }

    /// The open work that is about a booking.
    fn work_about(&self, booking_id: &str) -> Vec<Value> {
        self.open_work().filter(|item| item.concerns(booking_id)).map(WorkItem::view).collect()
    }

    /// The avail that a reservation names, by product or directly.
    fn wanted(&self, body: &Object) -> Result<&Object, Refusal> {
        let (product, avail) = (body.text("productId"), body.text("availId"));
        let mut check = Checker::default();
        check.require(product.is_some() || avail.is_some(), "productId", "One of productId and availId is required.");
        check.finish()?;
        let fits = |known: &&Object| {
            let id = known.text("availId").unwrap_or_default();
            avail.is_none_or(|wanted| wanted == id) && product.is_none_or(|wanted| wanted == product_id(id))
        };
        self.avails.iter().find(fits).ok_or_else(|| Refusal::not_found("This source has no such product."))
    }

    fn live_booking(&mut self, body: &Object) -> Result<&mut Booking, Refusal> {
        let avail_id = body.text("availId").unwrap_or_default();
        let booking = self.bookings.iter_mut().find(|booking| booking.is_live() && booking.is_for(body, avail_id));
        booking.ok_or_else(|| Refusal::not_found("There is no live booking for this package of the media buy."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hold_expires_and_a_booking_does_not() {
        let body = json!({ "holdMinutes": 2 }).as_object().cloned().unwrap_or_default();
        for (status, after) in
            [(BookingStatus::Held, BookingStatus::Released), (BookingStatus::Booked, BookingStatus::Booked)]
        {
            let mut booking = Booking { status, ..booking(&body, "a".to_owned(), 1, 0) };
            booking.expire(2 * MINUTE - 1);
            assert!(booking.status == status);
            booking.expire(2 * MINUTE);
            assert!(booking.status == after);
        }
    }
}
