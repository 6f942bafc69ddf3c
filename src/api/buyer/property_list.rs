//! What the calls on property lists answer with.
//!
//! Source: document 004, whose samples show a list bare; the OpenAPI, in which create, get and update wrap it as
//! `{ propertyList }`. Either is read.

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::property_filters::StoredPropertyFilters;
use super::property_identifier::ListedIdentifier;
use super::property_lists::PropertyListPurpose;

/// A property list: alone, as the guide shows it, or inside an object, as the newer documents have it. Ask with
/// `"propertyList" in answer`.
#[response]
#[serde(untagged)]
pub enum PropertyListAnswer {
    Wrapped {
        /// The list.
        #[serde(rename = "propertyList")]
        property_list: PropertyList,
    },
    Bare(PropertyList),
}

/// A property list.
///
/// Only what was resolved is kept. What was not comes back once, from the call that gave it; to see it again, give the
/// identifiers again.
#[response]
pub struct PropertyList {
    /// The list's id.
    pub list_id: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Open<PropertyListPurpose>,
    /// What was resolved to properties: these target.
    pub identifiers: Option<Vec<ListedIdentifier>>,
    /// What matches no known property; only in the answer to the call that gave it.
    pub unresolved_identifiers: Option<Vec<ListedIdentifier>>,
    /// What the AAO registry knows but cannot be targeted yet; only in the answer to the call that gave it.
    pub registered_identifiers: Option<Vec<ListedIdentifier>>,
    /// The domains among `identifiers`.
    pub domains: Option<Vec<String>>,
    /// The domains among `unresolvedIdentifiers`.
    pub unresolved_domains: Option<Vec<String>>,
    /// The domains among `registeredIdentifiers`.
    pub registered_domains: Option<Vec<String>>,
    /// How many properties the list has.
    pub property_count: i64,
    /// How much of what was given will target; after create and update only.
    pub resolution_summary: Option<PropertyListResolution>,
    /// How many active media buys were told; after create and update only.
    pub cascade_summary: Option<PropertyListCascade>,
    /// The filters that the list was created with.
    pub filters: Option<StoredPropertyFilters>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// How far an uploaded list is; absent for others.
    pub status: Option<Open<PropertyListStatus>>,
    /// Why it is `failed`.
    pub error_message: Option<String>,
}

/// How far an uploaded property list is.
#[choice("lowercase")]
pub enum PropertyListStatus {
    Processing,
    Ready,
    Failed,
}

/// How much of what was given will target, after repair and without duplicates.
#[response]
pub struct PropertyListResolution {
    /// How many different identifiers were given.
    pub total_requested: i64,
    /// How many were resolved: these target.
    pub resolved_count: i64,
    /// How many the registry knows but cannot be targeted yet.
    pub registered_count: i64,
    /// How many match nothing.
    pub unresolved_count: i64,
    /// The resolved part; 0 to 1.
    pub resolution_rate: f64,
}

/// How many active media buys were told of a changed list.
#[response]
pub struct PropertyListCascade {
    /// How many active media buys use the list.
    pub total_media_buys: Option<i64>,
    /// How many were told.
    pub updated_count: Option<i64>,
    /// How many could not be told.
    pub failed_count: Option<i64>,
}

/// An advertiser's property lists.
#[response]
pub struct PropertyListPage {
    /// The lists; `get` reads their identifiers.
    pub property_lists: Vec<PropertyListSummary>,
    /// How many lists there are on all pages.
    pub total: Option<i64>,
}

/// A property list in summary.
#[response]
pub struct PropertyListSummary {
    /// The list's id.
    pub list_id: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Open<PropertyListPurpose>,
    /// How many properties it has.
    pub property_count: i64,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A property list in AdCP form.
#[response]
#[serde(rename_all = "snake_case")]
pub struct ResolvedPropertyList {
    /// Which list it is.
    pub list: ResolvedListName,
    /// Everything it resolves to.
    pub identifiers: Vec<ListedIdentifier>,
    /// When it was resolved.
    pub resolved_at: Option<Timestamp>,
    /// Until when this may be kept.
    pub cache_valid_until: Option<Timestamp>,
}

/// A property list's id and name.
#[response]
#[serde(rename_all = "snake_case")]
pub struct ResolvedListName {
    /// The list's id.
    pub list_id: String,
    /// Its name.
    pub name: Option<String>,
}
