//! The seller's side of the API: the storefront and the sources behind it.

pub mod ad_server;
pub mod brand;
pub mod inventory;
mod modular;
mod own;
mod readiness;

pub use modular::{Modules, WORK_ITEM, WorkItem};

use hyper::Method;

use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::ids;
use crate::route::Operation;

use ad_server::Landing;
use inventory::{Consent, Source};
use own::OwnStorefront;

/// The state of one seller.
pub struct State {
    /// The surrogate id that the storefront has or will have.
    pub storefront_id: String,
    own: Option<OwnStorefront>,
    sources: Vec<Source>,
}

impl Default for State {
    fn default() -> Self {
        Self { storefront_id: ids::surrogate(), own: None, sources: Vec::new() }
    }
}

impl State {
    /// Lets time do what it has done since the last call.
    pub fn settle(&mut self, now: Millis) {
        self.sources.iter_mut().for_each(|source| source.settle(now));
    }

    /// A source by its id in this storefront.
    pub fn source(&self, source_id: &str) -> Result<&Source, Refusal> {
        self.sources.iter().find(|source| source.source_id == source_id).ok_or_else(no_source)
    }

    /// A source by its id in this storefront, to be changed.
    pub fn source_mut(&mut self, source_id: &str) -> Result<&mut Source, Refusal> {
        self.sources.iter_mut().find(|source| source.source_id == source_id).ok_or_else(no_source)
    }

    /// Adds a source. Two sources of a storefront cannot share an id: the second is a conflict.
    ///
    /// The documents say that `sourceId` is unique and not how a clash is answered; 409 is what the error contract
    /// has for it.
    pub fn add(&mut self, source: Source) -> Result<&Source, Refusal> {
        if self.source(&source.source_id).is_ok() {
            return Err(Refusal::conflict("An inventory source with this sourceId already exists."));
        }
        self.sources.push(source);
        self.sources.last().ok_or_else(no_source)
    }

    /// The consent that a ticket asks for, to be decided.
    pub fn consent_mut(&mut self, ticket: &str) -> Option<&mut Consent> {
        self.sources.iter_mut().find_map(|source| source.consent_mut(ticket))
    }

    /// Follows a launch link.
    pub fn land(&mut self, ticket: &str, now: Millis) -> Option<Landing> {
        self.sources.iter_mut().find_map(|source| source.connection_mut().ok()?.land(ticket, now))
    }
}

fn no_source() -> Refusal {
    Refusal::not_found("There is no such inventory source.")
}

macro_rules! sources {
    () => {
        "/api/v2/storefront/inventory-sources"
    };
    ($rest:literal) => {
        concat!(sources!(), "/{sourceId}", $rest)
    };
}

/// The operations of the persona.
#[rustfmt::skip]
pub const OPERATIONS: &[Operation] = &[
    Operation::read("getOwnStorefront", Method::GET, "/api/v2/storefront", own::get),
    Operation::write("createOwnStorefront", Method::POST, "/api/v2/storefront", own::create),
    Operation::write("updateOwnStorefront", Method::PUT, "/api/v2/storefront", own::update),
    Operation::write("updateOwnStorefrontCapabilities", Method::PATCH, "/api/v2/storefront", own::update_capabilities),
    Operation::read("getStorefrontReadiness", Method::GET, "/api/v2/storefront/readiness", readiness::get),
    Operation::read("resolveBrand", Method::POST, "/api/v2/storefront/resolve-brand", brand::resolve),
    Operation::read("discoverAgents", Method::GET, "/api/v2/storefront/discover-agents", brand::discover_agents),

    Operation::read("listInventorySources", Method::GET, sources!(), inventory::list),
    Operation::write("createInventorySource", Method::POST, sources!(), inventory::create),
    Operation::read("getInventorySource", Method::GET, sources!(""), inventory::get),
    Operation::write("updateInventorySource", Method::PUT, sources!(""), inventory::update),
    Operation::write("deleteInventorySource", Method::DELETE, sources!(""), inventory::delete),
    Operation::read("getInventorySourceDiagnostics", Method::GET, sources!("/diagnostics"), inventory::diagnose),

    Operation::read("getInventorySourceEsa", Method::GET, sources!("/esa"), ad_server::get_connection),
    Operation::read("getInventorySourceEsaStatus", Method::GET, sources!("/status"), ad_server::get_status),
    Operation::read("listInventorySourceEsaSyncHistory", Method::GET, sources!("/sync-history"), ad_server::list_sync_history),
    Operation::write("launchInventorySourceEsa", Method::POST, sources!("/launch"), ad_server::launch),
    Operation::write("putInventorySourceAdServer", Method::PUT, sources!("/ad-server"), ad_server::replace),
    Operation::write("patchInventorySourceAdServer", Method::PATCH, sources!("/ad-server"), ad_server::replace),
    Operation::write("rotateInventorySourceAdapterCredentials", Method::PUT, sources!("/adapter-config"), ad_server::rotate),
    Operation::write("testInventorySourceEsaConnection", Method::POST, sources!("/test-connection"), ad_server::test_connection),
    Operation::write("refreshInventorySourceEsa", Method::POST, sources!("/refresh"), ad_server::refresh),
    Operation::write("deactivateInventorySourceEsa", Method::POST, sources!("/deactivate"), ad_server::deactivate),
    Operation::write("reactivateInventorySourceEsa", Method::POST, sources!("/reactivate"), ad_server::reactivate),

    Operation::read("getModularInventorySourceReadiness", Method::GET, sources!("/modular"), modular::readiness),
    Operation::write("ingestModularInventorySourceAvailsFeed", Method::POST, sources!("/modular/avails-feed"), modular::ingest),
    Operation::read("previewModularInventorySourceAvailsUpload", Method::POST, sources!("/modular/avails-feed/upload"), modular::preview),
    Operation::read("listModularInventorySourceProducts", Method::GET, sources!("/modular/products"), modular::list_products),
    Operation::read("listModularInventorySourceWorkItems", Method::GET, sources!("/modular/work-items"), modular::list_work_items),
    Operation::read("getModularInventorySourceWorkItem", Method::GET, sources!("/modular/work-items/{workItemId}"), modular::get_work_item),
    Operation::write("updateModularInventorySourceWorkItem", Method::PATCH, sources!("/modular/work-items/{workItemId}"), modular::update_work_item),
    Operation::write("completeModularInventorySourceWorkItem", Method::POST, sources!("/modular/work-items/{workItemId}/complete"), modular::complete_work_item),
    Operation::read("getModularInventoryCapabilities", Method::GET, sources!("/modular/inventory/capabilities"), modular::capabilities),
    Operation::read("searchModularInventorySelectors", Method::GET, sources!("/modular/inventory/selectors"), modular::search_selectors),
    Operation::write("reserveModularInventoryProduct", Method::POST, sources!("/modular/reservations"), modular::reserve),
    Operation::write("finalizeModularInventoryBooking", Method::POST, sources!("/modular/bookings/finalize"), modular::finalize),
    Operation::write("releaseModularInventoryBooking", Method::POST, sources!("/modular/bookings/release"), modular::release),
    Operation::write("updateModularInventorySourceModuleConfig", Method::PATCH, sources!("/modular/modules/{moduleInstanceId}/config"), modular::update_config),
    Operation::write("createModularInventorySourceModuleCredential", Method::POST, sources!("/modular/modules/{moduleInstanceId}/credentials/{credentialKind}"), modular::create_credential),
    Operation::write("rotateModularInventorySourceModuleCredential", Method::PUT, sources!("/modular/modules/{moduleInstanceId}/credentials/{credentialKind}"), modular::rotate_credential),
    Operation::write("revokeModularInventorySourceModuleCredential", Method::DELETE, sources!("/modular/modules/{moduleInstanceId}/credentials/{credentialKind}"), modular::revoke_credential),
];
