//! Inventory sources: the agents, ad servers and feeds behind a storefront.
//!
//! Source: documents 000 to 003; "Update inventory source" for the transitions.

use crate::api::operations;
use crate::format::{ContractId, HttpUrl};
use crate::shape::{Problem, Remarks, Rule, View, choice, request};

use super::auth::{Authentication, AuthenticationChange};
use super::diagnostics::InventorySourceDiagnostics;
use super::inventory_source::InventorySource;

operations! {
    "inventorySources";

    /// Lists every source on the storefront.
    list = listInventorySources: Get "/api/v2/storefront/inventory-sources" Safe,
        ListInventorySources => Vec<InventorySource>;

    /// Registers an external `AGENT` source and the agent behind it.
    create = createInventorySource: Post "/api/v2/storefront/inventory-sources" Once,
        CreateInventorySource => InventorySource;

    /// Reads one source.
    get = getInventorySource: Get "/api/v2/storefront/inventory-sources/{sourceId}" Safe,
        GetInventorySource => InventorySource;

    /// Changes fields, rotates the credential, or moves the source to another status.
    update = updateInventorySource: Put "/api/v2/storefront/inventory-sources/{sourceId}" Idempotent,
        UpdateInventorySource => InventorySource;

    /// Removes a source; its agent is disabled first.
    ///
    /// Refused while the agent has live media buys.
    delete = deleteInventorySource: Delete "/api/v2/storefront/inventory-sources/{sourceId}" Idempotent,
        DeleteInventorySource => ();

    /// Checks a source's health and its recent traffic, and compares with the time before.
    diagnose = getInventorySourceDiagnostics: Get "/api/v2/storefront/inventory-sources/{sourceId}/diagnostics" Safe,
        DiagnoseInventorySource => InventorySourceDiagnostics;
}

/// Lists every source on the storefront; takes nothing.
#[request]
pub struct ListInventorySources {}

/// Registers an external `AGENT` source and the agent behind it.
///
/// The agent's `endpointUrl` must be registered with AAO. The source begins as `PENDING` and becomes `ACTIVE` once the
/// agent is reachable with the credential; with `OAUTH` the operator is sent to `oauth.authorizationUrl`; with `NO_AUTH`
/// it is `ACTIVE` at once.
#[request]
#[shape(rule = Rule::custom(AUDIENCE, audience_goes_with_oauth))]
pub struct CreateInventorySource {
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: String,
    /// Your own id for the source, unique within the storefront; made from the name when left out.
    #[shape(length = 1..=255)]
    pub source_id: Option<String>,
    /// What backs the source; only `AGENT` can be created here, the other kinds have flows of their own.
    #[shape(default = "AGENT")]
    pub execution_type: Option<AgentExecution>,
    /// What the agent does.
    pub r#type: AgentType,
    /// The address at which the agent answers, registered with AAO; at most 2048 characters.
    #[shape(length = ..=2048)]
    pub endpoint_url: HttpUrl,
    /// The protocol that the agent speaks.
    pub protocol: AgentProtocol,
    #[serde(flatten)]
    pub authentication: Authentication,
    /// What people should know about the source; at most 2000 characters.
    #[shape(length = ..=2000)]
    pub description: Option<String>,
    /// With `OAUTH`: the resource that the token is asked for, as a URL (RFC 8707).
    #[shape(length = ..=2048)]
    pub oauth_audience: Option<HttpUrl>,
    /// The connection contract that this set-up was checked against.
    pub connection_contract: Option<ConnectionContract>,
}

/// Reads one source.
#[request]
pub struct GetInventorySource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Changes a source. What is left out stays as it is; at least one field must be there.
///
/// The type cannot change after creation, and no source goes back to `PENDING`.
#[request]
#[shape(rule = Rule::NotEmpty)]
#[shape(rule = Rule::custom(AUDIENCE, audience_goes_with_oauth))]
#[shape(rule = Rule::Forbidden("type", "be left out: a source keeps the type it was created with"))]
pub struct UpdateInventorySource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// What backs the source; only `AGENT` sources can be changed here.
    pub execution_type: Option<AgentExecution>,
    /// The status to move the source to; `ACTIVE` needs a configured credential, and there is no way back to `PENDING`.
    pub status: Option<NextStatus>,
    /// What people should know about the source; at most 2000 characters.
    #[shape(length = ..=2000)]
    pub description: Option<String>,
    /// The address at which the agent answers; at most 2048 characters.
    #[shape(length = ..=2048)]
    pub endpoint_url: Option<HttpUrl>,
    /// The protocol that the agent speaks.
    pub protocol: Option<AgentProtocol>,
    #[serde(flatten)]
    pub authentication: Option<AuthenticationChange>,
    /// With `OAUTH`: the resource that the token is asked for. Setting it asks for consent again.
    #[shape(length = ..=2048)]
    pub oauth_audience: Option<HttpUrl>,
}

/// Removes a source. Refused while its agent has media buys that are `ACTIVE`, `PAUSED`, `PENDING_APPROVAL` or
/// `INPUT_REQUIRED`: cancel those first.
#[request]
pub struct DeleteInventorySource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
}

/// Checks a source's health.
#[request]
pub struct DiagnoseInventorySource {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// How many of the last hours to look at; 1 to 720; as many hours before them are compared.
    #[shape(range = 1..=720)]
    pub window_hours: Option<i64>,
}

/// The kind of source that can be created and changed here.
#[choice]
pub enum AgentExecution {
    Agent,
}

/// What an agent does.
#[choice]
pub enum AgentType {
    Sales,
    Signal,
    Creative,
    Outcome,
}

/// How an agent is spoken to.
#[choice]
pub enum AgentProtocol {
    #[serde(rename = "MCP")]
    Mcp,
    #[serde(rename = "A2A")]
    A2a,
}

/// The statuses that a source can be moved to.
#[choice]
pub enum NextStatus {
    Active,
    Disabled,
}

/// A pinned connection contract.
#[request]
#[shape(closed)]
pub struct ConnectionContract {
    /// The contract's id; 1 to 128 characters.
    #[shape(length = 1..=128)]
    pub id: ContractId,
    /// The contract's version; from 1.
    #[shape(range = 1..)]
    pub version: i64,
    /// How the contract authenticates.
    pub authentication_method: ContractAuthentication,
}

/// How a connection contract authenticates.
#[choice("snake_case")]
pub enum ContractAuthentication {
    None,
    BearerToken,
    ApiKey,
    CredentialExchange,
    BasicAuth,
    Oauth2,
    Jwt,
    PlatformServiceAccount,
}

const AUDIENCE: &str = "`oauthAudience` says something only with `OAUTH`.";

/// The documents speak of it for `OAUTH` alone; the service takes it beside the others, where it does nothing.
fn audience_goes_with_oauth(source: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let other = ["API_KEY", "BASIC_AUTH", "JWT", "NO_AUTH"].iter().any(|way| source.is("authenticationType", way));
    if other && source.has("oauthAudience") {
        let must = "be left out unless authenticationType is OAUTH".into();
        remarks.warning(&["oauthAudience".into()], Problem::Conflict { must });
    }
}
