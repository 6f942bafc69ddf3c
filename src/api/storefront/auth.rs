//! How an agent is authenticated.
//!
//! Source: document 002. The OpenAPI would also let `{}` pass and would allow an `API_KEY` source without a credential;
//! the document requires `auth` for `API_KEY`, `JWT` and `BASIC_AUTH` and forbids it for `OAUTH` and `NO_AUTH`, and rules.

use crate::format::{HttpUrl, Secret};
use crate::shape::{choice, request};

/// How the agent wants to be authenticated; the credential follows from it.
#[request]
#[serde(tag = "authenticationType", content = "auth", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Authentication {
    /// The key or token that the agent expects.
    ApiKey(ApiKeyAuth),
    /// The user name and password that the agent expects.
    BasicAuth(BasicAuth),
    /// What is needed to sign tokens for the agent.
    Jwt(JwtAuth),
    /// The operator consents in the browser; there is no credential to give.
    Oauth,
    /// The agent is open.
    NoAuth,
}

/// How the agent wants to be authenticated from now on; or, left out, a new credential for the present way.
#[request]
#[serde(tag = "authenticationType", rename_all = "SCREAMING_SNAKE_CASE")]
#[tsify(type = r#"
    | { authenticationType?: never; auth?: ApiKeyAuth | BasicAuth | JwtAuth }
    | { authenticationType: "API_KEY"; auth?: ApiKeyAuth }
    | { authenticationType: "BASIC_AUTH"; auth?: BasicAuth }
    | { authenticationType: "JWT"; auth?: JwtAuth }
    | { authenticationType: "OAUTH" | "NO_AUTH"; auth?: never }"#)]
pub enum AuthenticationChange {
    ApiKey {
        /// A new key or token; leave it out to keep the present one.
        auth: Option<ApiKeyAuth>,
    },
    BasicAuth {
        /// A new user name and password; leave it out to keep the present ones.
        auth: Option<BasicAuth>,
    },
    Jwt {
        /// A new key and its claims; leave it out to keep the present ones.
        auth: Option<JwtAuth>,
    },
    Oauth {},
    NoAuth {},
    #[serde(untagged)]
    Same {
        /// A new credential for the present way.
        auth: AgentAuth,
    },
}

/// How an agent wants to be authenticated.
#[choice]
pub enum AuthenticationType {
    ApiKey,
    BasicAuth,
    Jwt,
    Oauth,
    NoAuth,
}

/// The form in which an agent expects its key or token; `type` says in which header.
#[request]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ApiKeyAuth {
    Bearer(AgentToken),
    Apikey(AgentToken),
    ApiKey(AgentToken),
}

/// The key or token that an agent expects.
#[request]
pub struct AgentToken {
    /// The key or token itself.
    pub token: Secret,
}

/// A user name and a password.
#[request]
#[serde(tag = "type", rename = "basic")]
pub struct BasicAuth {
    /// The user name.
    #[shape(length = 1..)]
    pub username: String,
    /// The password; may be empty.
    #[shape(length = 0..)]
    pub password: Secret,
}

/// What is needed to sign tokens for the agent.
#[request]
#[serde(tag = "type", rename = "jwt")]
pub struct JwtAuth {
    /// The private key in PEM form.
    pub private_key: Secret,
    /// The issuer of the token, its `iss` claim.
    #[shape(length = 1..)]
    pub issuer: String,
    /// Whom the token is about, its `sub` claim.
    #[shape(length = 1..)]
    pub subject: String,
    /// The id of the signing key, the `kid` header.
    #[shape(length = 1..)]
    pub key_id: String,
    /// The scope that the token asks for.
    #[shape(length = 1..)]
    pub scope: String,
    /// Where the signed token is exchanged for an access token.
    pub token_endpoint_url: HttpUrl,
    /// Whom the token is for, its `aud` claim.
    pub audience_url: HttpUrl,
    /// The algorithm that signs the token.
    pub algorithm: Option<JwtAlgorithm>,
    /// A name for the environment, if the agent knows several.
    pub environment: Option<String>,
}

/// The algorithm of a JWT's signature.
#[choice]
pub enum JwtAlgorithm {
    #[serde(rename = "ES256")]
    Es256,
    #[serde(rename = "RS256")]
    Rs256,
}

/// A credential of any kind; its `type` tells which.
#[request]
#[serde(untagged)]
pub enum AgentAuth {
    ApiKey(ApiKeyAuth),
    Basic(BasicAuth),
    Jwt(JwtAuth),
}
