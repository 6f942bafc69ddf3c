//! What a module promises and needs: a part of what a modular source's readiness answers with.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::shape::{choice, response};

use super::runtime_projection::{LifecycleStage, ModuleKind};
use super::work_items::WorkItemKind;

/// What a module promises.
#[response]
pub struct ModuleContract {
    /// The contract's id.
    pub contract_id: String,
    /// Its version.
    pub version: String,
    /// The type of module that it is for.
    pub module_type: String,
    /// What such a module does for its source.
    pub primary_kind: Open<ModuleKind>,
    /// Who provides it.
    pub provider: Option<String>,
    /// Its name for people.
    pub display_name: String,
    /// What it is about.
    pub description: String,
    /// `sandbox` when it is for trying out only; absent when it is for production.
    pub maturity: Option<Open<ContractMaturity>>,
    /// What it cannot do, in words.
    pub constraints: Vec<String>,
}

/// How mature a contract is.
#[choice("lowercase")]
pub enum ContractMaturity {
    Sandbox,
}

/// Fields that come from the same place.
#[response]
pub struct ContractFieldGroup {
    /// Where they come from.
    pub source: Open<ContractFieldSource>,
    /// The fields.
    pub fields: Vec<ContractField>,
}

/// Where a contract's field comes from.
#[choice]
pub enum ContractFieldSource {
    ModuleConfig,
    InventoryFeed,
    ProductMetadata,
    MediaBuyInput,
    CreativeInput,
    ReportingUpload,
    System,
    ModuleResult,
}

/// A field that a contract names.
#[response]
pub struct ContractField {
    /// Its key.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// What it is for.
    pub description: String,
    /// Where it comes from.
    pub source: Open<ContractFieldSource>,
    /// What kind of value it is.
    pub value_type: Open<ContractValueType>,
    /// Whether it has to be there.
    pub required: bool,
    /// The stages that need it.
    pub required_for: Vec<Open<LifecycleStage>>,
    /// The field upstream that it becomes.
    pub maps_to: Option<String>,
    /// `ENUM`: the values that it can have.
    pub enum_values: Option<Vec<String>>,
}

/// The kinds of values of a contract's field.
#[choice]
pub enum ContractValueType {
    String,
    Number,
    Boolean,
    Date,
    #[serde(rename = "DATETIME")]
    DateTime,
    Duration,
    Enum,
    Object,
    Array,
}

/// A task that a module's stage stands for.
#[response]
pub struct TaskContract {
    /// The task's id.
    pub task_id: String,
    /// The stage.
    pub stage: Open<LifecycleStage>,
    /// Whether it runs by itself.
    pub automation_mode: Open<TaskAutomation>,
    /// Who may complete it.
    pub completion_policy: Open<TaskCompletion>,
    /// Who usually does it.
    pub default_actor: Open<TaskActor>,
    /// The work item that it makes; absent when it makes none.
    pub work_item_kind: Option<Open<WorkItemKind>>,
    /// The work item that it makes when it fails by itself.
    pub fallback_work_item_kind: Option<Open<WorkItemKind>>,
    /// What people do, in words.
    pub operator_action: Option<String>,
    /// What it needs, by key.
    pub required_input_keys: Vec<String>,
    /// What its result must hold, by key.
    pub required_result_keys: Vec<String>,
    /// What it yields, by key.
    pub output_keys: Vec<String>,
    /// The fields by which a repetition is recognized.
    pub idempotency_key_fields: Option<Vec<String>>,
    /// Whether it can be tried again.
    pub retryable: bool,
    /// Whether the stage waits for it.
    pub blocks_stage: bool,
}

/// Whether a task runs by itself.
#[choice]
pub enum TaskAutomation {
    Automated,
    /// People do it.
    Hitl,
    /// People do it when it fails by itself.
    AutomatedWithHitlFallback,
    Unsupported,
}

/// Who may complete a task.
#[choice]
pub enum TaskCompletion {
    NoTask,
    ModuleCompletes,
    HumanCompletes,
    ModuleOrHumanCompletes,
}

/// Who does a task.
#[choice("lowercase")]
pub enum TaskActor {
    System,
    Module,
    Operator,
    /// The vendor's assistant.
    Murph,
}
