//! Modular sources: inventory out of a feed, a ledger of bookings, and work that people do by hand.
//!
//! They are made by flows of their own, so only the control plane can plant one.

mod avails;
mod bookings;
mod contract;
mod credentials;
mod csv;
mod feed;
mod module_config;
mod products;
mod projection;
mod selectors;
mod work_item;
mod work_items;

pub use avails::{ingest, preview};
pub use bookings::{finalize, release, reserve};
pub use credentials::{create_credential, revoke_credential, rotate_credential};
pub use module_config::update_config;
pub use products::list_products;
pub use projection::readiness;
pub use selectors::{capabilities, search_selectors};
pub use work_item::WorkItem;
pub use work_items::{WORK_ITEM, complete_work_item, get_work_item, list_work_items, update_work_item};

use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};
use crate::ids;

use bookings::Booking;
use contract::{CONTRACTS, Contract, ContractField};
use credentials::StoredCredential;

/// What is behind a modular source.
pub struct Modules {
    modules: Vec<Module>,
    avails: Vec<Object>,
    bookings: Vec<Booking>,
    /// The work that people do for this source.
    pub work_items: Vec<WorkItem>,
}

/// One module of a source.
struct Module {
    contract: &'static Contract,
    row_id: String,
    config: Object,
    /// The status that an operator set by hand.
    set_status: Option<String>,
    credentials: Vec<StoredCredential>,
}

impl Modules {
    /// One module of every kind, and a feed with so many avails.
    pub fn new(avails: i64, now: Millis) -> Self {
        let avails = (1..=avails).map(|number| feed::example(number, now)).collect();
        let modules = CONTRACTS.iter().map(Module::new).collect();
        Self { modules, avails, bookings: Vec::new(), work_items: Vec::new() }
    }

    /// Lets time do what it has done since the last call: holds expire.
    pub fn settle(&mut self, now: Millis) {
        self.bookings.iter_mut().for_each(|booking| booking.expire(now));
    }

    fn module_mut(&mut self, instance_id: &str) -> Result<&mut Module, Refusal> {
        let module = self.modules.iter_mut().find(|module| module.contract.instance_id == instance_id);
        module.ok_or_else(|| Refusal::not_found("This source has no such module."))
    }

    fn open_work(&self) -> impl Iterator<Item = &WorkItem> {
        self.work_items.iter().filter(|item| item.is_open())
    }
}

impl Module {
    fn new(contract: &'static Contract) -> Self {
        Self { contract, row_id: ids::surrogate(), config: Object::new(), set_status: None, credentials: Vec::new() }
    }

    fn missing(&self) -> Vec<&'static ContractField> {
        self.contract.fields.iter().filter(|field| !self.config.has(field.key)).collect()
    }

    /// ACTIVE cannot be set: it follows from a complete configuration.
    fn status(&self) -> &str {
        match &self.set_status {
            Some(status) => status,
            None if self.missing().is_empty() => "ACTIVE",
            None => "CONFIGURING",
        }
    }

    fn is_stopped(&self) -> bool {
        matches!(self.status(), "DISABLED" | "ERROR")
    }
}
