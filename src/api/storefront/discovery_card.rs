//! What buyers see of a storefront.
//!
//! Source: the OpenAPI.

use std::collections::BTreeMap;

use crate::api::Open;
use crate::format::CountryCode;
use crate::shape::{choice, response};

use super::own_storefront::LogoBackground;

/// What buyers see of a storefront. What is not known about coverage never means everything.
#[response]
pub struct DiscoveryCard {
    /// The storefront's id.
    pub storefront_id: String,
    /// Its public id.
    pub platform_id: String,
    /// Whether it sells its own products or hands on an agent's.
    pub storefront_kind: Open<StorefrontKind>,
    /// Display name.
    pub display_name: String,
    /// The address of the logo.
    pub logo_url: Option<String>,
    /// The background that the logo is made for.
    pub logo_background: Option<Open<LogoBackground>>,
    /// The description.
    pub description: Option<String>,
    /// The website.
    pub website: Option<String>,
    /// The brand's colors by name.
    pub brand_colors: Option<BTreeMap<String, String>>,
    /// All channels together. Which go with which countries, `coverageDeclarations` tells.
    pub channels: Vec<String>,
    /// All countries together. Which go with which channels, `coverageDeclarations` tells.
    pub countries: Vec<CountryCode>,
    /// Whether it takes briefs from everywhere.
    pub accepts_all_countries: bool,
    /// Channels and countries as they belong together, source by source.
    pub coverage_declarations: Vec<CoverageDeclaration>,
    /// The advertising policies.
    pub advertising_policies: Option<String>,
    /// How well the coverage is known.
    pub coverage: CoverageKnowledge,
    /// Where each part of the card comes from.
    pub provenance: CardProvenance,
}

/// The kinds of storefronts.
#[choice("snake_case")]
pub enum StorefrontKind {
    Managed,
    ExternalPassThrough,
}

/// Channels and countries that a source covers together; an empty list means that it is not known.
#[response]
pub struct CoverageDeclaration {
    /// The channels.
    pub channels: Vec<String>,
    /// The countries.
    pub countries: Vec<CountryCode>,
    /// Whether the source takes briefs from everywhere.
    pub accepts_all_countries: bool,
}

/// How well a storefront's coverage is known.
#[response]
pub struct CoverageKnowledge {
    /// The channels.
    pub channels: Open<CoverageState>,
    /// The countries.
    pub countries: Open<CoverageState>,
}

/// How well coverage is known.
#[choice("lowercase")]
pub enum CoverageState {
    Declared,
    Partial,
    Unknown,
}

/// Where each part of a card comes from.
#[response]
pub struct CardProvenance {
    /// Name, logo and the like.
    pub identity: IdentityProvenance,
    /// Channels and countries.
    pub coverage: CoverageProvenance,
    /// The advertising policies.
    pub advertising_policies: Open<CardOrigin>,
}

/// Where the identity on a card comes from.
#[response]
pub struct IdentityProvenance {
    /// The name.
    pub display_name: Open<CardOrigin>,
    /// The logo.
    pub logo_url: Open<CardOrigin>,
    /// The description.
    pub description: Open<CardOrigin>,
    /// The website.
    pub website: Open<CardOrigin>,
    /// The colors.
    pub brand_colors: Open<CardOrigin>,
}

/// Where the coverage on a card comes from.
#[response]
pub struct CoverageProvenance {
    /// The channels.
    pub channels: Open<CardOrigin>,
    /// The countries.
    pub countries: Open<CardOrigin>,
}

/// Where a part of a card comes from.
#[choice("snake_case")]
pub enum CardOrigin {
    Operator,
    Registry,
    /// The agents behind the storefront.
    UpstreamCapabilities,
    Unknown,
}
