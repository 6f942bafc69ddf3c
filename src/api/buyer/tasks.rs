//! Tasks: what goes on after an answer of 202.
//!
//! Source: document 004; the OpenAPI for the form of the id and for a refusal's further members.

use crate::api::{JsonObject, Open, operations};
use crate::format::{Timestamp, Uuid};
use crate::shape::{choice, request, response};

operations! {
    "tasks";

    /// Reads how far a task is.
    ///
    /// For those who have no webhook; `retryAfterSeconds` says when to ask again.
    get = getTask as "get_task": Get "/api/v2/buyer/tasks/{taskId}" Safe, GetTask => TaskAnswer;
}

/// Reads how far a task is.
#[request]
pub struct GetTask {
    /// The task's id, a UUID.
    pub task_id: Uuid,
}

/// A task.
#[response]
pub struct TaskAnswer {
    /// The task.
    pub task: Task,
}

/// Something that takes longer than its call.
#[response]
pub struct Task {
    /// The task's id.
    pub task_id: String,
    /// What is being done.
    pub task_type: Open<TaskType>,
    /// How far it is.
    pub status: Open<TaskStatus>,
    /// What it is done to, such as `audience`.
    pub resource_type: Option<String>,
    /// The id of what came out of it; null until there is something.
    pub resource_id: Option<String>,
    /// Why it failed; null unless `status` is `failed`.
    pub error: Option<TaskError>,
    /// What the seller's agent answered; depends on the type.
    pub response: Option<JsonObject>,
    /// What belongs to the operation.
    pub metadata: Option<JsonObject>,
    /// How many seconds to wait before asking again; null when there is no need to.
    pub retry_after_seconds: Option<f64>,
    /// When it began.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// What a task does.
#[choice("snake_case")]
pub enum TaskType {
    AudienceSync,
    MediaBuyCreate,
    CreativeSync,
}

/// How far a task is.
#[choice("kebab-case")]
pub enum TaskStatus {
    Submitted,
    Working,
    Completed,
    Failed,
    /// It waits for somebody to decide.
    InputRequired,
}

/// Why a task failed.
#[response]
pub struct TaskError {
    /// The code, such as `VALIDATION_ERROR`.
    pub code: String,
    /// The reason in words.
    pub message: String,
    /// The field that it is about, such as `packages[0].budget`.
    pub field: Option<String>,
    /// What would help.
    pub suggestion: Option<String>,
    /// How many seconds to wait before trying again.
    pub retry_after: Option<f64>,
    /// More about it.
    pub details: Option<JsonObject>,
    /// Whether trying again helps.
    pub recovery: Option<Open<TaskRecovery>>,
}

/// Whether trying again helps.
#[choice("lowercase")]
pub enum TaskRecovery {
    /// Yes, as it is.
    Transient,
    /// Yes, once it is corrected.
    Correctable,
    /// No; somebody has to look at it.
    Terminal,
}
