//! Credentials for sources, as they come back: without the secrets.
//!
//! Source: document 004, which names the agent behind a credential; the OpenAPI names storefronts and sources instead.

use crate::api::Open;
use crate::shape::{choice, response};

/// A credential that you have registered.
#[response]
pub struct SourceCredential {
    /// The credential's id; `credentialId` in other calls.
    pub id: String,
    /// The agent that it is for. Absent in newer answers, see `sources`.
    pub agent_id: Option<String>,
    /// The agent's name.
    pub agent_name: Option<String>,
    /// Your name for the account.
    pub account_identifier: String,
    /// Whose account it is.
    pub account_type: Option<Open<SourceAccountType>>,
    /// Whether it can be used.
    pub status: Open<SourceCredentialStatus>,
    /// Who registered it; null for old ones.
    pub registered_by: Option<String>,
    /// When it was registered.
    pub created_at: String,
    /// When it was last changed.
    pub updated_at: Option<String>,
    /// The sources that it opens; empty when its agent is no longer anywhere. Absent in older answers.
    pub sources: Option<Vec<CredentialSource>>,
}

/// A source that a credential opens.
#[response]
pub struct CredentialSource {
    /// The storefront's id.
    pub storefront_id: i64,
    /// The storefront's name.
    pub storefront_name: String,
    /// The source's id within the storefront.
    pub source_id: String,
    /// The source's name.
    pub source_name: String,
}

/// Whose account a credential is for.
#[choice]
pub enum SourceAccountType {
    Client,
    Marketplace,
}

/// Whether a credential can be used.
#[choice]
pub enum SourceCredentialStatus {
    /// The person has yet to consent.
    Pending,
    Active,
}

/// A credential that was just registered.
#[response]
pub struct RegisteredCredential {
    /// The credential's id.
    pub id: String,
    /// Your name for the account.
    pub account_identifier: String,
    /// Whether it can be used; `PENDING` until the person consents.
    pub status: Open<SourceCredentialStatus>,
    /// Who registered it.
    pub registered_by: Option<String>,
    /// When it was registered.
    pub created_at: String,
    /// Where the person consents; with `OAUTH` only.
    pub oauth: Option<CredentialConsent>,
}

/// Where a person consents that a source may be used.
#[response]
pub struct CredentialConsent {
    /// The page to send the person to.
    pub authorization_url: String,
    /// The agent. Absent in newer answers.
    pub agent_id: Option<String>,
    /// The agent's name. Absent in newer answers.
    pub agent_name: Option<String>,
    /// The storefront. Absent in older answers.
    pub storefront_id: Option<i64>,
    /// The source. Absent in older answers.
    pub source_id: Option<String>,
    /// The source's name. Absent in older answers.
    pub source_name: Option<String>,
}
