//! How ready a modular source is: its modules, what they need, and the stages that a media buy goes through.
//!
//! Source: the OpenAPI. It tells how complete the configuration is, not whether a booking upstream will work.

use std::collections::BTreeMap;

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::catalog_mapping::CatalogMapping;
use super::inventory_source::{ExecutionType, SourceStatus};
use super::module_contract::{ContractFieldGroup, ContractFieldSource, ModuleContract, TaskContract};
use super::source_health::HealthStatus;
use super::work_items::WorkItemKind;

/// How ready a modular source is.
#[response]
pub struct RuntimeProjection {
    /// The source.
    pub inventory_source: ProjectedSource,
    /// Its modules.
    pub modules: Vec<SourceModule>,
    /// The stages across all modules.
    pub lifecycle_summary: Vec<StageSummary>,
    /// How many work items are open.
    pub open_work_item_count: i64,
    /// How many avails can be sold.
    pub active_avail_count: i64,
    /// How far the catalog is from being sold.
    pub catalog_mapping_readiness: Option<CatalogMapping>,
}

/// The source of a projection.
#[response]
pub struct ProjectedSource {
    /// An id that is unique across all customers.
    pub id: String,
    /// The storefront.
    pub storefront_id: String,
    /// Your id of the source.
    pub source_id: String,
    /// Display name.
    pub name: String,
    /// Always `MODULAR_SOURCE`.
    pub execution_type: Open<ExecutionType>,
    /// Where the source is in its life.
    pub status: Open<SourceStatus>,
    /// How healthy it is.
    pub health_status: Open<HealthStatus>,
    /// The last error; null when there was none.
    pub last_error: Option<String>,
    /// When it was last checked.
    pub last_checked_at: Option<Timestamp>,
}

/// A module of a source.
#[response]
pub struct SourceModule {
    /// The module's row; the calls take `moduleInstanceId` instead.
    pub module_row_id: String,
    /// The source, by its `id`.
    pub inventory_source_id: String,
    /// The module within the source.
    pub module_instance_id: String,
    /// What it does for the source.
    pub kind: Open<ModuleKind>,
    /// Display name.
    pub name: String,
    /// Who provides it.
    pub provider: Option<String>,
    /// Whether it works.
    pub status: Open<SourceModuleStatus>,
    /// The contract that it follows.
    pub contract_id: Option<String>,
    /// The contract's version.
    pub contract_version: Option<String>,
    /// The contract itself; null when the module names none that is known.
    pub contract: Option<ModuleContract>,
    /// The configuration that is there, by key.
    pub configured_field_keys: Vec<String>,
    /// What is missing, by where it comes from.
    pub missing_setup_fields_by_source: Vec<ContractFieldGroup>,
    /// The stages that it takes part in.
    pub lifecycle: Vec<ModuleStage>,
    /// How many of its work items are open.
    pub open_work_item_count: i64,
    /// The same by kind.
    pub open_work_item_counts_by_kind: BTreeMap<String, i64>,
    /// The last error; null when there was none.
    pub last_error: Option<String>,
    /// When it was last checked.
    pub last_checked_at: Option<Timestamp>,
    /// What is wrong, in words.
    pub issues: Vec<String>,
}

/// What a module does for its source.
#[choice]
pub enum ModuleKind {
    InventoryFeed,
    BookingLedger,
    Trafficking,
    StatusSync,
    ReportingImport,
}

/// Whether a module works.
#[choice]
pub enum SourceModuleStatus {
    Configuring,
    Active,
    Disabled,
    Error,
}

/// A stage that a module takes part in.
#[response]
pub struct ModuleStage {
    /// Which stage.
    pub stage: Open<LifecycleStage>,
    /// Whether it runs by itself.
    pub mode: Open<StageMode>,
    /// What happens.
    pub description: String,
    /// The work item that it makes; absent when it makes none.
    pub work_item_kind: Option<Open<WorkItemKind>>,
    /// What it yields, by key.
    pub output_keys: Vec<String>,
    /// The task that it stands for; absent when it stands for none.
    pub task_contract: Option<TaskContract>,
    /// What it needs, by where it comes from.
    pub required_fields_by_source: Vec<ContractFieldGroup>,
    /// What of it is missing.
    pub missing_setup_fields_by_source: Vec<ContractFieldGroup>,
    /// Whether the module is configured for it.
    pub module_config_ready: bool,
}

/// The stages that a media buy can go through.
#[choice]
pub enum LifecycleStage {
    ListAccounts,
    IngestAvails,
    SyncInventory,
    GetProducts,
    GetMediaBuys,
    GetAccountResources,
    ReserveAvails,
    FinalizeBooking,
    ReleaseBooking,
    ReconcileDelivery,
    SyncCreatives,
    TrafficCampaign,
    UpdateCampaign,
    SyncStatus,
    ImportReporting,
}

/// Whether a stage runs by itself.
#[choice]
pub enum StageMode {
    Automated,
    /// People do it.
    Hitl,
    Unsupported,
}

/// A stage across all modules of a source.
#[response]
pub struct StageSummary {
    /// Which stage.
    pub stage: Open<LifecycleStage>,
    /// Whether the source has it.
    pub supported: bool,
    /// How ready it is.
    pub status: Open<StageStatus>,
    /// Whether it runs by itself, module by module.
    pub modes: Vec<Open<StageMode>>,
    /// The modules that take part.
    pub module_instance_ids: Vec<String>,
    /// Their names.
    pub module_names: Vec<String>,
    /// Whether everything is configured.
    pub setup_configured: bool,
    /// Whether a media buy has to bring something along.
    pub runtime_inputs_required: bool,
    /// Whether people take part.
    pub hitl_required: bool,
    /// How many work items are open.
    pub open_work_item_count: i64,
    /// Where that comes from which a media buy has to bring along.
    pub required_runtime_field_sources: Vec<Open<ContractFieldSource>>,
    /// What is missing, by where it comes from.
    pub missing_setup_fields_by_source: Vec<ContractFieldGroup>,
    /// What is wrong, in words.
    pub issues: Vec<String>,
}

/// How ready a stage is.
#[choice]
pub enum StageStatus {
    /// No module has it.
    Unsupported,
    /// It is not known whether a module has it; nothing that you configure changes that.
    NotDeclared,
    MissingSetup,
    RuntimeInputsRequired,
    HitlPending,
    Ready,
    Blocked,
}
