//! Which smart property lists a property list is linked to.
//!
//! Source: the OpenAPI; document 004 knows `filters` as a part of the answers only. Null is as good as nothing.

use crate::api::{Json, Open, OrNull};
use crate::format::CountryCode;
use crate::shape::{choice, request, response};

/// Which smart property lists a property list is linked to.
#[request]
#[serde(rename_all = "snake_case")]
pub struct PropertyListFilters {
    /// Only those of one of these channels.
    pub channels_any: Option<OrNull<Vec<PropertyChannel>>>,
    /// Only those for all of these countries; codes of ISO 3166-1 such as `US`.
    pub countries_all: Option<OrNull<Vec<CountryCode>>>,
    /// Only those with properties of these kinds.
    pub property_types: Option<OrNull<Vec<PropertyKind>>>,
    /// What the properties have to be measured as.
    pub feature_requirements: Option<OrNull<Vec<PropertyFeatureRequirement>>>,
}

/// What a property has to be measured as.
#[request]
#[serde(rename_all = "snake_case")]
pub struct PropertyFeatureRequirement {
    /// The feature, such as a measure of invalid traffic.
    pub feature_id: String,
    /// The least value.
    pub min_value: Option<OrNull<f64>>,
    /// The greatest value.
    pub max_value: Option<OrNull<f64>>,
    /// The values that will do.
    pub allowed_values: Option<OrNull<Vec<Json>>>,
    /// What becomes of a property that was not measured.
    pub if_not_covered: Option<OrNull<PropertyListUncovered>>,
}

/// The channels of properties.
#[choice("snake_case")]
pub enum PropertyChannel {
    Display,
    Olv,
    Social,
    Search,
    Ctv,
    LinearTv,
    Radio,
    StreamingAudio,
    Podcast,
    Dooh,
    Ooh,
    Print,
    Cinema,
    Email,
    Gaming,
    RetailMedia,
    Influencer,
    Affiliate,
    ProductPlacement,
}

/// The kinds of properties.
#[choice("snake_case")]
pub enum PropertyKind {
    Website,
    MobileApp,
    CtvApp,
    DesktopApp,
    Dooh,
    Podcast,
    Radio,
    StreamingAudio,
}

/// What becomes of a property that was not measured.
#[choice("lowercase")]
pub enum PropertyListUncovered {
    Exclude,
    Include,
}

/// The filters that a property list was created with.
#[response]
#[serde(rename_all = "snake_case")]
pub struct StoredPropertyFilters {
    /// The channels.
    pub channels_any: Option<Vec<Open<PropertyChannel>>>,
    /// The countries.
    pub countries_all: Option<Vec<String>>,
    /// The kinds of properties.
    pub property_types: Option<Vec<Open<PropertyKind>>>,
    /// What the properties have to be measured as.
    pub feature_requirements: Option<Vec<StoredPropertyFeature>>,
}

/// What a property has to be measured as.
#[response]
#[serde(rename_all = "snake_case")]
pub struct StoredPropertyFeature {
    /// The feature.
    pub feature_id: String,
    /// The least value.
    pub min_value: Option<f64>,
    /// The greatest value.
    pub max_value: Option<f64>,
    /// The values that will do.
    pub allowed_values: Option<Vec<Json>>,
    /// What becomes of a property that was not measured.
    pub if_not_covered: Option<Open<PropertyListUncovered>>,
}
