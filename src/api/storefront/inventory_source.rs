//! What the calls on inventory sources answer with.
//!
//! Source: documents 001 and 002; the OpenAPI for what they do not show.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::auth::AuthenticationType;
use super::connection::{AdServerView, ProvisioningErrorCode, ProvisioningStatus};
use super::inventory_sources::{AgentProtocol, AgentType};
use super::storefront_profile::Storefront;

/// An inventory source: an agent, an ad server or a set of modules behind a storefront.
#[response]
pub struct InventorySource {
    /// An id that is unique across all customers; for what concerns somebody else's source.
    pub id: String,
    /// Your id of the source, unique within the storefront; the one that the other calls take.
    pub source_id: String,
    /// Display name.
    pub name: String,
    /// What backs the source.
    pub execution_type: Open<ExecutionType>,
    /// The family of a ready-made ad-server source; absent for the others.
    pub connection_type: Option<Open<ConnectionFamily>>,
    /// The ad server of a ready-made source; absent for the others.
    pub ad_server_provider: Option<Open<AdServerProvider>>,
    /// Where the source is in its life.
    pub status: Open<SourceStatus>,
    /// The agent behind an `AGENT` source; null for the others.
    pub agent_id: Option<String>,
    /// What the agent does.
    pub r#type: Option<Open<AgentType>>,
    /// Where the agent answers.
    pub endpoint_url: Option<String>,
    /// How the agent is spoken to.
    pub protocol: Option<Open<AgentProtocol>>,
    /// For people.
    pub description: Option<String>,
    /// How the agent wants to be authenticated.
    pub authentication_type: Option<Open<AuthenticationType>>,
    /// Whether there is a credential. The credential itself never comes back.
    pub auth_configured: Option<bool>,
    /// Where the operator consents; with `OAUTH` only.
    pub oauth: Option<OauthConsent>,
    /// The state of the ad-server connection; with `MANAGED_SALES_AGENT` only.
    pub managed_sa: Option<ManagedSource>,
    /// Retired: the service answers null.
    pub linked_storefront: Option<LinkedStorefront>,
    /// How the agent reports delivery; null for other sources than `AGENT`.
    pub reporting_type: Option<Open<ReportingType>>,
    /// How often it is asked, when `reportingType` is `POLLING`.
    pub reporting_polling_cadence: Option<Open<ReportingCadence>>,
    /// Whether the source runs through an adapter that Scope3 hosts.
    pub is_adapter_source: Option<bool>,
    /// The reusable sales agent that the source is tied to, as a UUID; null when the tie has to be made again.
    pub agent_capability_uid: Option<String>,
    /// What the agent says it sells.
    pub declared_agent_product_mode: Option<Open<ProductMode>>,
    /// With `BOTH`: what was picked for this source; null otherwise.
    pub binding_product_mode: Option<Open<ProductMode>>,
    /// What counts for new discovery; null while it is unsettled, see `productModeReasons`.
    pub effective_product_mode: Option<Open<ProductMode>>,
    /// Why `effectiveProductMode` is unsettled.
    pub product_mode_reasons: Option<Vec<Open<ProductModeReason>>>,
    /// Whether each way of making products is ready.
    pub product_paths: Option<Vec<ProductPath>>,
    /// When the source was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// What backs a source.
#[choice]
pub enum ExecutionType {
    /// An external agent.
    Agent,
    /// An ad server with a managed sales agent in front.
    ManagedSalesAgent,
    /// Another storefront's inventory.
    LinkedStorefront,
    /// A set of modules.
    ModularSource,
}

/// The families of ready-made sources.
#[choice]
pub enum ConnectionFamily {
    AdServer,
}

/// The ad servers of ready-made sources.
#[choice("lowercase")]
pub enum AdServerProvider {
    CitrusAd,
}

/// Where a source is in its life.
#[choice]
pub enum SourceStatus {
    Pending,
    Active,
    Disabled,
}

/// Where the operator consents that an agent may be used.
#[response]
pub struct OauthConsent {
    /// The page to send the operator to.
    pub authorization_url: String,
    /// The agent.
    pub agent_id: String,
    /// The agent's name.
    pub agent_name: String,
}

/// The state of a managed source's ad-server connection; `getConnection` tells more.
#[response]
pub struct ManagedSource {
    /// The connection's id. The calls take the source's `sourceId` instead.
    pub connection_id: String,
    /// How far the set-up is. Absent in newer answers.
    pub provisioning_status: Option<Open<ProvisioningStatus>>,
    /// The managed source's id upstream; null until it is set up.
    pub tenant_id: Option<String>,
    /// The ad server's configuration without credentials; null until there is one.
    pub ad_server: Option<AdServerView>,
    /// Why the last set-up or test failed; null when it did not.
    pub last_error: Option<String>,
    /// The same as a code.
    pub last_error_code: Option<Open<ProvisioningErrorCode>>,
    /// When the connection was last tested.
    pub last_tested_at: Option<Timestamp>,
    /// When the managed source was set up; null until then.
    pub provisioned_at: Option<Timestamp>,
    /// When it was switched off; null while it is on.
    pub deactivated_at: Option<Timestamp>,
}

/// A link between two storefronts. Retired: the service no longer makes any.
#[response]
pub struct LinkedStorefront {
    /// How the link stands.
    pub status: Option<Open<LinkStatus>>,
    /// The storefront that asked for the link.
    pub buyer: Storefront,
    /// The storefront whose inventory is linked.
    pub seller: Storefront,
    /// What the buyer wrote.
    pub request_message: Option<String>,
    /// What the seller answered.
    pub response_message: Option<String>,
    /// When the link was asked for.
    pub requested_at: Timestamp,
    /// When it was answered.
    pub responded_at: Option<Timestamp>,
    /// When it was ended.
    pub cancelled_at: Option<Timestamp>,
    /// Who ended it; null unless `CANCELLED`.
    pub cancelled_by: Option<Open<LinkSide>>,
}

/// How a link between storefronts stands.
#[choice]
pub enum LinkStatus {
    Pending,
    Active,
    Rejected,
    Cancelled,
}

/// The sides of a link.
#[choice]
pub enum LinkSide {
    Buyer,
    Seller,
}

/// How an agent reports delivery.
#[choice]
pub enum ReportingType {
    Webhook,
    Bucket,
    Polling,
}

/// How often an agent is asked for reports.
#[choice]
pub enum ReportingCadence {
    Daily,
    Monthly,
}

/// What an agent sells.
#[choice]
pub enum ProductMode {
    /// Wholesale products, out of which the storefront builds what buyers see.
    Wholesale,
    /// Finished products.
    Composing,
    /// Either.
    Both,
}

/// Why products are not ready, or why it is unsettled which kind there is.
#[choice]
pub enum ProductModeReason {
    SourceNotActive,
    AgentBindingMissing,
    AgentModeUndeclared,
    BothSelectionRequired,
    MerchandisingAccessInactive,
    WholesaleCatalogNotReady,
}

/// Whether one way of making products is ready.
#[response]
pub struct ProductPath {
    /// `WHOLESALE` or `COMPOSING`.
    pub path: Open<ProductMode>,
    /// Whether it is ready.
    pub ready: bool,
    /// What stands in the way.
    pub reasons: Vec<Open<ProductModeReason>>,
}
