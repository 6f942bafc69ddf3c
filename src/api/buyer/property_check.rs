//! What the AAO registry makes of identifiers.
//!
//! Source: document 004. The buckets need not add up: the registry may list a repaired domain a second time under what
//! it was repaired to.

use crate::api::Open;
use crate::shape::{choice, response};

use super::property_identifier::ListedIdentifier;

/// What the registry makes of each identifier.
#[response]
pub struct PropertyCheck {
    /// How many there are of each.
    pub summary: PropertyCheckSummary,
    /// Take these out: duplicates, ad servers, networks, trackers. Domains only.
    pub remove: Vec<RemovedProperty>,
    /// Write these differently: as `canonical` says. Domains only.
    pub modify: Vec<ModifiedProperty>,
    /// Look at these: the registry does not know them. All apps are here.
    pub assess: Vec<UnknownProperty>,
    /// Nothing is wrong with these. Domains only.
    pub ok: Vec<ConfirmedProperty>,
    /// The report's id, for `getReport`; absent when there were no domains.
    pub report_id: Option<String>,
    /// The ids of all reports, one for every 10,000 domains; the first is `reportId`.
    pub report_ids: Option<Vec<String>>,
}

/// An earlier check.
#[response]
pub struct PropertyCheckReport {
    /// How many there were of each.
    pub summary: PropertyCheckSummary,
}

/// How many identifiers the registry put where.
#[response]
pub struct PropertyCheckSummary {
    /// All.
    pub total: i64,
    /// To take out.
    pub remove: i64,
    /// To write differently.
    pub modify: i64,
    /// To look at.
    pub assess: i64,
    /// Fine as they are.
    pub ok: i64,
}

/// A domain to take out.
#[response]
#[serde(rename_all = "snake_case")]
pub struct RemovedProperty {
    /// The domain as given.
    pub input: String,
    /// The domain after repair.
    pub canonical: String,
    /// Why.
    pub reason: Open<RemovalReason>,
    /// What kind of domain it is, such as `ad_server`.
    pub domain_type: Option<String>,
    /// Why it is blocked.
    pub blocked_reason: Option<String>,
    /// The entry as given, with its type.
    pub identifier: Option<ListedIdentifier>,
}

/// Why a domain should be taken out.
#[choice("lowercase")]
pub enum RemovalReason {
    Duplicate,
    Blocked,
}

/// A domain to write differently.
#[response]
pub struct ModifiedProperty {
    /// The domain as given.
    pub input: String,
    /// How to write it.
    pub canonical: String,
    /// What was wrong, in words or as a code.
    pub reason: String,
    /// The entry as given, with its type.
    pub identifier: Option<ListedIdentifier>,
}

/// An identifier that the registry does not know.
#[response]
pub struct UnknownProperty {
    /// The domain; of an app, its identifier.
    pub domain: String,
    /// The entry as given, with its type.
    pub identifier: Option<ListedIdentifier>,
}

/// A domain that the registry knows and finds nothing wrong with.
#[response]
pub struct ConfirmedProperty {
    /// The domain.
    pub domain: String,
    /// Who knows it, such as `registry`.
    pub source: String,
    /// The entry as given, with its type.
    pub identifier: Option<ListedIdentifier>,
}
