//! The storefronts of the marketplace, and the credentials that open their sources.
//!
//! Source: document 004. The OpenAPI adds filters to the list and lets a page have 100 storefronts instead of 50.
//! `auth` is required for sources of type `API_KEY`, `BASIC_AUTH` and `JWT` and needless for `OAUTH`; the request does
//! not say of which type the source is, so that the service alone can tell.

use crate::api::operations;
use crate::api::storefront::auth::AgentAuth;
use crate::api::storefront::storefront_profile::DisplayStatus;
use crate::format::{Id, IntegerId};
use crate::shape::{Rule, choice, request};

use super::marketplace::{BuyerStorefront, BuyerStorefrontPage};
use super::source_credential::{RegisteredCredential, SourceCredential};

operations! {
    "storefronts";

    /// Lists the storefronts that you can buy from.
    ///
    /// Where `connectedSourceCount` is less than `sourceCount`, a source waits for credentials: `get` tells which.
    list = listStorefronts as "list_storefronts": Get "/api/v2/buyer/storefronts" Safe,
        ListStorefronts => BuyerStorefrontPage, each "items";

    /// Reads one storefront, with what it still needs from you.
    get = getStorefront as "get_storefront": Get "/api/v2/buyer/storefronts/{storefrontId}" Safe,
        GetStorefront => BuyerStorefront;

    /// Lists the credentials that you have registered; the secrets themselves never come back.
    list_credentials = listStorefrontCredentials as "list_agent_credentials": Get "/api/v2/buyer/storefronts/credentials" Safe,
        ListStorefrontCredentials => Vec<SourceCredential>;

    /// Registers a credential for a storefront's source, for all your advertisers.
    ///
    /// One source may have several, each with an `accountIdentifier` of its own.
    register_credentials = registerSourceCredentials as "register_source_credentials":
        Post "/api/v2/buyer/storefronts/{storefrontId}/sources/{sourceId}/credentials" Once,
        RegisterSourceCredentials => RegisteredCredential;
}

/// Lists the storefronts that you can buy from.
#[request]
#[shape(rule = Rule::Documented("limit", 50))]
pub struct ListStorefronts {
    /// Only storefronts with this in their name, in any case.
    pub name: Option<String>,
    /// Only storefronts with this label; says nothing about whether they can sell.
    pub status: Option<DisplayStatus>,
    /// Only storefronts with this channel, such as `display`, `olv` or `ctv`.
    #[shape(length = 1..)]
    pub channel: Option<String>,
    /// Only storefronts that take briefs for this country, such as `US`.
    #[shape(length = 1..)]
    pub region: Option<String>,
    /// The marketplace, or all storefronts of your own organization.
    #[shape(default = "public")]
    pub visibility: Option<StorefrontVisibility>,
    /// Only storefronts that sell for this publisher's domain or for a subdomain of it.
    pub publisher_domain: Option<String>,
    /// How many storefronts at most; 1 to 100, of which the older documents allow 50.
    #[shape(range = 1..=100, default = "20")]
    pub limit: Option<i64>,
    /// How many storefronts to pass over.
    #[shape(range = 0.., default = "0")]
    pub offset: Option<i64>,
}

/// Which storefronts to list.
#[choice("lowercase")]
pub enum StorefrontVisibility {
    /// Those in the marketplace.
    Public,
    /// All of your own organization, whatever their state.
    Private,
}

/// Reads one storefront.
#[request]
pub struct GetStorefront {
    /// The storefront's id, a number.
    pub storefront_id: IntegerId,
}

/// Lists the credentials that you have registered; takes nothing.
#[request]
pub struct ListStorefrontCredentials {}

/// Registers a credential for a storefront's source.
///
/// Only sources with `requiresCredentials: true` take one. With `OAUTH` there is nothing to give: leave `auth` out and
/// send the person to `oauth.authorizationUrl` of the answer.
#[request]
pub struct RegisterSourceCredentials {
    /// The storefront's id, a number.
    pub storefront_id: IntegerId,
    /// The source's id within the storefront.
    pub source_id: Id,
    /// Your name for the account, unique at this source; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub account_identifier: String,
    /// The credential; needed for `API_KEY`, `BASIC_AUTH` and `JWT`, left out for `OAUTH`.
    pub auth: Option<AgentAuth>,
    /// Whether it is a marketplace account; for administrators only.
    pub marketplace_account: Option<bool>,
}
