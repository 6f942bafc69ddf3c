//! Modular sources: readiness, bookings, module configuration and credentials.
//!
//! A modular source is put together from typed modules (inventory feed, booking ledger, trafficking, status sync,
//! reporting import). These are the operator's calls; buyers never make them.
//!
//! Source: document 000 for the tasks; the OpenAPI for their calls.

use crate::api::{JsonObject, OrNull, operations};
use crate::format::{IntegerId, Timestamp};
use crate::shape::{Rule, choice, request};

use super::modular_products::{BookingHandoff, InventoryCapabilities, ModularProducts, Reservation, SelectorPage};
use super::module_credential::ModuleCredential;
use super::runtime_projection::RuntimeProjection;

operations! {
    "modularSources";

    /// Reads how ready a source is: modules, stages, missing set-up, open work.
    readiness = getModularInventorySourceReadiness: Get "/api/v2/storefront/inventory-sources/{sourceId}/modular" Safe,
        GetReadiness => RuntimeProjection;

    /// Lists the products that the avails make.
    list_products = listModularInventorySourceProducts:
        Get "/api/v2/storefront/inventory-sources/{sourceId}/modular/products" Safe,
        ListModularProducts => ModularProducts, each "products";

    /// Tells what can be selected and targeted.
    capabilities = getModularInventoryCapabilities:
        Get "/api/v2/storefront/inventory-sources/{sourceId}/modular/inventory/capabilities" Safe,
        GetCapabilities => InventoryCapabilities;

    /// Searches what can be selected.
    search_selectors = searchModularInventorySelectors:
        Get "/api/v2/storefront/inventory-sources/{sourceId}/modular/inventory/selectors" Safe,
        SearchSelectors => SelectorPage, each "items";

    /// Holds capacity for a media buy, without overbooking.
    reserve = reserveModularInventoryProduct:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/reservations" Once,
        ReserveProduct => Reservation;

    /// Prepares a held reservation for execution.
    ///
    /// It stays held until the booking upstream succeeds.
    finalize_booking = finalizeModularInventoryBooking:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/bookings/finalize" Once,
        FinalizeBooking => BookingHandoff;

    /// Releases a held reservation, or cancels one that is booked here; the capacity returns.
    release_booking = releaseModularInventoryBooking:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/bookings/release" Once,
        ReleaseBooking => Reservation;

    /// Changes the non-secret configuration of a module; merges deeply unless told otherwise.
    update_module_config = updateModularInventorySourceModuleConfig:
        Patch "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/config" Once,
        UpdateModuleConfig => RuntimeProjection;

    /// Stores a credential for a module.
    ///
    /// It never comes back.
    create_credential = createModularInventorySourceModuleCredential:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/credentials/{credentialKind}" Once,
        SaveModuleCredential => ModuleCredential;

    /// Replaces a module's credential; the previous one is revoked.
    rotate_credential = rotateModularInventorySourceModuleCredential:
        Put "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/credentials/{credentialKind}" Idempotent,
        SaveModuleCredential => ModuleCredential;

    /// Revokes a module's credential and deletes it.
    revoke_credential = revokeModularInventorySourceModuleCredential:
        Delete "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/credentials/{credentialKind}" Idempotent,
        RevokeModuleCredential => ModuleCredential;
}

/// Reads how ready a source is.
#[request]
pub struct GetReadiness {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Lists the products that the avails make.
#[request]
pub struct ListModularProducts {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Tells what can be selected and targeted.
#[request]
pub struct GetCapabilities {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Searches what can be selected.
#[request]
pub struct SearchSelectors {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// What kind of thing to search.
    pub selector_type: SelectorType,
    /// Words to search for.
    pub q: Option<String>,
    /// Another name for `q`.
    pub query: Option<String>,
    /// Only below this selector.
    pub parent_id: Option<String>,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// How many selectors a page holds; 1 to 100.
    #[shape(range = 1..=100)]
    pub limit: Option<i64>,
}

/// What can be selected in an ad server's taxonomy.
#[choice("snake_case")]
pub enum SelectorType {
    Site,
    SiteSection,
    SiteGroup,
    Series,
    VideoGroup,
    AdUnitPackage,
    AdUnitNode,
    StandardAttribute,
}

/// Holds capacity for a media buy.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["productId", "availId"]))]
pub struct ReserveProduct {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The product to hold; this or `availId`.
    pub product_id: Option<String>,
    /// The avail to hold; this or `productId`.
    pub avail_id: Option<String>,
    /// The media buy it is for.
    #[shape(length = 1..)]
    pub media_buy_id: String,
    /// The package within the media buy.
    pub package_id: Option<String>,
    /// The buyer's customer id; from 1.
    pub buyer_customer_id: IntegerId,
    /// How many impressions to hold; from 1.
    #[shape(range = 1..)]
    pub requested_impressions: i64,
    /// For how many minutes to hold them; from 1.
    #[shape(range = 1..)]
    pub hold_minutes: Option<i64>,
}

/// Prepares a held reservation for execution.
#[request]
pub struct FinalizeBooking {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The id of the media buy.
    #[shape(length = 1..)]
    pub media_buy_id: String,
    /// The package within the media buy.
    pub package_id: Option<String>,
    /// The buyer's customer id; from 1.
    pub buyer_customer_id: IntegerId,
    /// The avail that is held.
    #[shape(length = 1..)]
    pub avail_id: String,
    /// The campaign's name, for the people upstream.
    pub campaign_name: Option<String>,
    /// The advertiser's name, for the people upstream.
    pub advertiser_name: Option<String>,
    /// The advertiser's id upstream.
    pub advertiser_external_ref: Option<String>,
    /// What is to be shown.
    pub creative: Option<BookedCreative>,
}

/// What is to be shown for a booking.
#[request]
pub struct BookedCreative {
    /// The client's name of the master copy.
    pub client_copy_master_ref: Option<String>,
    /// How long the creative runs.
    pub duration: Option<String>,
}

/// Releases a held reservation, or cancels one that is booked here.
#[request]
pub struct ReleaseBooking {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The id of the media buy.
    #[shape(length = 1..)]
    pub media_buy_id: String,
    /// The package within the media buy.
    pub package_id: Option<String>,
    /// The buyer's customer id; from 1.
    pub buyer_customer_id: IntegerId,
    /// The avail that is held.
    #[shape(length = 1..)]
    pub avail_id: String,
}

/// Changes the non-secret configuration of a module.
#[request]
pub struct UpdateModuleConfig {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The module within the source.
    #[shape(length = 1..)]
    pub module_instance_id: String,
    /// The values to write. Not for credentials: those have calls of their own.
    pub config: JsonObject,
    /// Whether the values are merged deeply into the present ones; false replaces them all.
    #[shape(default = "true")]
    pub merge: Option<bool>,
    /// Moves the module to another status. `ACTIVE` follows from its readiness and cannot be set.
    pub status: Option<ModuleStatus>,
}

/// The statuses that a module can be moved to.
#[choice]
pub enum ModuleStatus {
    Configuring,
    Disabled,
    Error,
}

/// Stores or replaces a module's credential.
#[request]
pub struct SaveModuleCredential {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The module within the source.
    #[shape(length = 1..)]
    pub module_instance_id: String,
    /// What kind of credential it is.
    pub credential_kind: CredentialKind,
    /// The credential itself, as the provider wants it. It is never shown again.
    #[shape(secret)]
    pub auth: JsonObject,
    /// What the credential allows.
    #[shape(each(length = 1..))]
    pub scopes: Option<Vec<String>>,
    /// When the credential ends; null for never.
    pub expires_at: Option<OrNull<Timestamp>>,
    /// When the credential was renewed last; null for never.
    pub last_refreshed_at: Option<OrNull<Timestamp>>,
    /// Anything else worth keeping with it.
    pub metadata: Option<JsonObject>,
}

/// Revokes a module's credential.
#[request]
pub struct RevokeModuleCredential {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The module within the source.
    #[shape(length = 1..)]
    pub module_instance_id: String,
    /// What kind of credential it is.
    pub credential_kind: CredentialKind,
}

/// The kinds of credentials that a module can have.
#[choice]
pub enum CredentialKind {
    ApiKey,
    Bearer,
    #[serde(rename = "OAUTH")]
    Oauth,
}
