//! What the calls on a module's credentials answer with.
//!
//! Source: the OpenAPI. It shows these fields below `data`, which is taken to be the envelope of every answer.

use crate::api::{JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::modular_sources::CredentialKind;

/// What is known of a module's credential. The credential itself never comes back.
#[response]
pub struct ModuleCredential {
    /// The credential's id.
    pub credential_id: String,
    /// The module that it belongs to.
    pub module_instance_id: String,
    /// What kind of credential.
    pub credential_kind: Open<CredentialKind>,
    /// Whether it can be used.
    pub status: Open<CredentialStatus>,
    /// What it allows.
    pub scopes: Vec<String>,
    /// When it ends; null for never.
    pub expires_at: Option<Timestamp>,
    /// When it was renewed last; null for never.
    pub last_refreshed_at: Option<Timestamp>,
    /// What was stored with it.
    pub metadata: JsonObject,
    /// When it was stored.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// When it was revoked; null while it is not.
    pub revoked_at: Option<Timestamp>,
}

/// Whether a credential can be used.
#[choice]
pub enum CredentialStatus {
    Pending,
    Active,
    Expired,
    Revoked,
    Error,
}
