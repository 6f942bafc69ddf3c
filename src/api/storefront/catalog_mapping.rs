//! How far a modular source's catalog is: a part of what its readiness and the storefront's answer with.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::source_health::ActionTarget;

/// How far a modular source's catalog is, section by section.
#[response]
pub struct CatalogMapping {
    /// The sections.
    pub sections: Vec<CatalogMappingSection>,
    /// How much of it is done.
    pub progress: CatalogMappingProgress,
    /// What to do next; null when there is nothing.
    pub next_action: Option<CatalogMappingAction>,
}

/// How far a modular source's catalog is, in short.
#[response]
pub struct CatalogMappingSummary {
    /// How much of it is done.
    pub progress: CatalogMappingProgress,
    /// What to do next; null when there is nothing.
    pub next_action: Option<CatalogMappingAction>,
}

/// How much is done.
#[response]
pub struct CatalogMappingProgress {
    /// How many rows are done.
    pub ready: i64,
    /// How many rows there are that matter.
    pub applicable: i64,
    /// The same, 0 to 100.
    pub percent: i64,
}

/// Something to do about the catalog.
#[response]
pub struct CatalogMappingAction {
    /// What to do, by its documented name.
    pub operation: Open<CatalogMappingOperation>,
    /// What it is about.
    pub arguments: ActionTarget,
}

/// What can be done about the catalog.
#[choice("snake_case")]
pub enum CatalogMappingOperation {
    OpenModularAvailsCommit,
    OpenPropertyRoster,
    GetModularInventorySourceReadiness,
    GetPlaybook,
    GetBusinessRules,
    TestStorefrontBrief,
}

/// A section of what there is to do about the catalog.
#[response]
pub struct CatalogMappingSection {
    /// Which section.
    pub id: Open<CatalogMappingSectionId>,
    /// Its title for people.
    pub title: String,
    /// Its rows.
    pub rows: Vec<CatalogMappingRow>,
}

/// The sections, in their order.
#[choice]
pub enum CatalogMappingSectionId {
    SetUpInventory,
    MakeItMerchandisable,
    ProveIt,
}

/// A thing that the catalog needs.
#[response]
pub struct CatalogMappingRow {
    /// The row's id.
    pub id: String,
    /// Its title for people.
    pub title: String,
    /// Whether it is needed.
    pub requirement: Open<CatalogMappingRequirement>,
    /// How far it is; null when that is not known.
    pub status: Option<Open<CatalogMappingStatus>>,
    /// What shows it.
    pub evidence: Vec<CatalogMappingEvidence>,
    /// How fresh that is.
    pub freshness: CatalogMappingFreshness,
    /// Where it is decided.
    pub source_of_truth: Open<CatalogMappingOrigin>,
    /// What to do about it; null when there is nothing for you to do.
    pub action: Option<CatalogMappingAction>,
    /// Who else has to act; null when nobody has.
    pub external_owner: Option<Open<CatalogMappingOwner>>,
    /// What is wrong.
    pub diagnostics: Vec<CatalogMappingProblem>,
}

/// Whether something is needed.
#[choice]
pub enum CatalogMappingRequirement {
    Required,
    Recommended,
    NotApplicable,
}

/// How far something is.
#[choice]
pub enum CatalogMappingStatus {
    NotStarted,
    InProgress,
    Ready,
    NeedsAttention,
    Blocked,
}

/// What shows how far something is.
#[response]
pub struct CatalogMappingEvidence {
    /// What it is, as a code.
    pub code: String,
    /// What it is, in words.
    pub summary: String,
    /// A value that belongs to it.
    pub value: Option<EvidenceValue>,
    /// When it was seen.
    pub observed_at: Option<Timestamp>,
}

/// A text, a number or a yes or no.
#[response]
#[serde(untagged)]
pub enum EvidenceValue {
    Text(String),
    Number(f64),
    Flag(bool),
}

/// How fresh something is.
#[response]
pub struct CatalogMappingFreshness {
    /// How fresh it is.
    pub state: Open<FreshnessState>,
    /// When it was last seen.
    pub observed_at: Option<Timestamp>,
}

/// How fresh something is.
#[choice]
pub enum FreshnessState {
    Fresh,
    Stale,
    Unavailable,
}

/// Where something about the catalog is decided.
#[choice]
pub enum CatalogMappingOrigin {
    InventorySource,
    InventoryFeed,
    PropertyRoster,
    InventoryComponents,
    ProductCatalog,
    Pricing,
    Playbook,
    BusinessRules,
    DecisioningInputs,
    SourceProof,
}

/// Who else may have to act.
#[choice]
pub enum CatalogMappingOwner {
    Publisher,
    Scope3,
    Vendor,
}

/// Something that is wrong with the catalog.
#[response]
pub struct CatalogMappingProblem {
    /// What it is, as a code.
    pub code: String,
    /// What it is, in words.
    pub message: String,
}
