//! How ready a source is for its storefront: a part of what the storefront's readiness answers with.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::catalog_mapping::CatalogMappingSummary;
use super::inventory_source::{ExecutionType, SourceStatus};
use super::inventory_sources::AgentProtocol;
use super::source_health::{ActionTarget, CapabilityHealth, SourceAuth, SourceHealth, Support};

/// How ready a source is for its storefront.
#[response]
pub struct SourceReadiness {
    /// An id that is unique across all customers.
    pub id: Option<String>,
    /// Your id of the source.
    pub source_id: Option<String>,
    /// Display name.
    pub name: String,
    /// What backs the source.
    pub execution_type: Open<ExecutionType>,
    /// How it was set up, when `executionType` does not tell.
    pub setup_kind: Option<Open<SetupKind>>,
    /// Where to read more; absent when there is no such place.
    pub detail_action: Option<SourceDetailAction>,
    /// Modular sources: how far the catalog is.
    pub catalog_mapping_readiness: Option<CatalogMappingSummary>,
    /// How to present it.
    pub card_posture: SourceCardPosture,
    /// Where the source is in its life.
    pub source_status: Open<SourceStatus>,
    /// The agent behind it; null when there is none.
    pub agent_id: Option<String>,
    /// An older copy of `sourceStatus`, with external agents only.
    pub agent_status: Option<Open<SourceStatus>>,
    /// Where the agent answers.
    pub endpoint_url: Option<String>,
    /// How the agent is spoken to.
    pub protocol: Option<Open<AgentProtocol>>,
    /// Whether it wants a credential, and has one.
    pub auth: SourceAuth,
    /// What it can do.
    pub capabilities: SourceCapabilities,
    /// What becomes of its products; null when nothing does.
    pub product_builder: Option<ProductBuilder>,
    /// How its agent did in the compliance tests; null when it was not tested.
    pub compliance: Option<ComplianceSummary>,
    /// What the agent says about itself.
    pub debug: AgentDebug,
    /// What it did last.
    pub last_activity: Option<SourceActivity>,
    /// How it has answered lately.
    pub health: SourceHealth,
    /// How healthy it is in what it does.
    pub capability_health: CapabilityHealth,
}

/// How a source was set up.
#[choice("snake_case")]
pub enum SetupKind {
    AdServer,
    Modular,
    ExternalAgent,
}

/// Where to read more about a source.
#[response]
pub struct SourceDetailAction {
    /// The place, by its documented name.
    pub operation: Open<SourceDetailOperation>,
    /// What it is about.
    pub arguments: ActionTarget,
}

/// The places where more is told about a source.
#[choice("snake_case")]
pub enum SourceDetailOperation {
    /// Takes `esaId`.
    ListAdServerSources,
    /// Takes `sourceId`.
    GetModularInventorySourceReadiness,
    /// Takes `sourceId` and `sourceName`.
    OpenSourceDiagnostics,
}

/// How to present a source. It says less than the source's readiness.
#[response]
pub struct SourceCardPosture {
    /// In one word.
    pub state: Open<CardState>,
    /// Why.
    pub reason_code: Open<CardReason>,
    /// In a sentence.
    pub explanation: String,
}

/// How to present a source.
#[choice("snake_case")]
pub enum CardState {
    Connected,
    NeedsSetup,
    NeedsAttention,
}

/// Why a source is presented so.
#[choice("snake_case")]
pub enum CardReason {
    Connected,
    SourceNotActive,
    AuthenticationRequired,
    ProductsUnsupported,
    ProductsMissing,
    ProductsUnverified,
    HealthDegraded,
    HealthUnverified,
}

/// What a source can do for its storefront.
#[response]
pub struct SourceCapabilities {
    /// Giving products.
    pub products: Open<Support>,
    /// Taking media buys.
    pub create_media_buy: Open<Support>,
    /// Changing media buys.
    pub update_media_buy: Open<Support>,
    /// Giving signals.
    pub signals: Open<Support>,
    /// Giving wholesale products.
    pub wholesale_products: Open<Support>,
}

/// What becomes of a source's products.
#[response]
pub struct ProductBuilder {
    /// Whether products are built out of them, or they are handed on.
    pub mode: Open<ProductBuilderMode>,
    /// How many wholesale products there are.
    pub wholesale_product_count: Option<f64>,
    /// How many products buyers see.
    pub buyer_visible_product_count: Option<f64>,
    /// How many they do not see only because the price is in another currency than the storefront settles in.
    pub currency_mismatch_product_count: Option<f64>,
    /// How many they do not see only because the price is too old.
    pub reporting_stale_product_count: Option<f64>,
    /// How many signals there are.
    pub signal_count: Option<f64>,
    /// Whether the copy of the catalog is still empty.
    pub catalog_cache_cold: bool,
    /// Whether the source says that it has nothing to build from.
    pub declared_unsupported_ingredients: bool,
}

/// What becomes of a source's products.
#[choice("lowercase")]
pub enum ProductBuilderMode {
    Composition,
    Passthrough,
    Unknown,
}

/// How a source's agent did in the compliance tests.
#[response]
pub struct ComplianceSummary {
    /// Whether it passed.
    pub passed: bool,
    /// In a line.
    pub summary: String,
    /// When it was tested.
    pub checked_at: Option<Timestamp>,
    /// How many groups of tests went how.
    pub track_counts: ComplianceTrackCounts,
}

/// How many groups of compliance tests went how.
#[response]
pub struct ComplianceTrackCounts {
    /// All of them.
    pub total: f64,
    /// Passed.
    pub passing: f64,
    /// Passed in part.
    pub partial: f64,
    /// Failed.
    pub failing: f64,
}

/// What a source's agent says about itself.
#[response]
pub struct AgentDebug {
    /// Its version.
    pub version: Option<String>,
    /// Whether the service guessed its capabilities.
    pub synthetic_capabilities: Option<bool>,
    /// Its tools.
    pub tools: Vec<String>,
    /// The ways of billing that it offers.
    pub supported_billings: Vec<String>,
    /// Its channels.
    pub channels: Vec<String>,
    /// Its countries.
    pub countries: Vec<String>,
    /// The publishers that it sells for.
    pub publisher_domains: Vec<String>,
    /// Whether each operator has to authenticate.
    pub require_operator_auth: Option<bool>,
}

/// What a source did last.
#[response]
pub struct SourceActivity {
    /// What it did.
    pub action: String,
    /// The type of thing it did it to.
    pub resource_type: String,
    /// The thing's id.
    pub resource_id: Option<String>,
    /// The thing's name.
    pub resource_name: Option<String>,
    /// In a sentence.
    pub description: String,
    /// When it was.
    pub timestamp: Timestamp,
}
