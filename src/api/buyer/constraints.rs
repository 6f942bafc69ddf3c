//! Where, on what and to whom a campaign may run.
//!
//! Source: `constraints` of the buyer document, which knows channels and countries; the OpenAPI for the rest.

use crate::api::{Json, Open};
use crate::format::CountryCode;
use crate::shape::{choice, request, response};

/// Where a campaign may run; what is left out is not limited.
#[request]
pub struct CampaignConstraints {
    /// Channels such as `display`, `olv`, `ctv` or `social`.
    #[shape(each(length = 1..))]
    pub channels: Option<Vec<String>>,
    /// Countries as two capital letters (ISO 3166-1); at most 250; the service keeps them as `geo_countries`.
    #[shape(items = ..=250)]
    pub countries: Option<Vec<CountryCode>>,
    /// Countries as two capital letters (ISO 3166-1).
    #[serde(rename = "geo_countries")]
    pub geo_countries: Option<Vec<CountryCode>>,
    /// Countries to leave out.
    #[serde(rename = "geo_countries_exclude")]
    pub geo_countries_exclude: Option<Vec<CountryCode>>,
    /// Regions such as `US-CA`.
    #[serde(rename = "geo_regions")]
    #[shape(each(length = 1..))]
    pub geo_regions: Option<Vec<String>>,
    /// Regions to leave out.
    #[serde(rename = "geo_regions_exclude")]
    #[shape(each(length = 1..))]
    pub geo_regions_exclude: Option<Vec<String>>,
    /// Metropolitan areas.
    #[serde(rename = "geo_metros")]
    pub geo_metros: Option<Vec<MetroAreas>>,
    /// Metropolitan areas to leave out.
    #[serde(rename = "geo_metros_exclude")]
    pub geo_metros_exclude: Option<Vec<MetroAreas>>,
    /// Postal areas.
    #[serde(rename = "geo_postal_areas")]
    pub geo_postal_areas: Option<Vec<PostalAreas>>,
    /// Postal areas to leave out.
    #[serde(rename = "geo_postal_areas_exclude")]
    pub geo_postal_areas_exclude: Option<Vec<PostalAreas>>,
    /// Languages of the content.
    #[shape(each(length = 1..))]
    pub language: Option<Vec<String>>,
    /// Operating systems of the devices.
    #[serde(rename = "device_platform")]
    pub device_platform: Option<Vec<DevicePlatform>>,
    /// Kinds of devices.
    #[serde(rename = "device_type")]
    pub device_type: Option<Vec<DeviceType>>,
    /// Kinds of devices to leave out.
    #[serde(rename = "device_type_exclude")]
    pub device_type_exclude: Option<Vec<DeviceType>>,
}

/// Metropolitan areas of one system.
#[request]
pub struct MetroAreas {
    /// Whose codes these are.
    pub system: MetroSystem,
    /// The codes.
    #[shape(each(length = 1..))]
    pub values: Vec<String>,
}

/// Whose codes of metropolitan areas.
#[choice("snake_case")]
pub enum MetroSystem {
    NielsenDma,
    #[serde(rename = "uk_itl1")]
    UkItl1,
    #[serde(rename = "uk_itl2")]
    UkItl2,
    #[serde(rename = "eurostat_nuts2")]
    EurostatNuts2,
    Custom,
}

/// Postal areas of one system.
#[request]
pub struct PostalAreas {
    /// The country, unless the system's name tells it.
    pub country: Option<CountryCode>,
    /// How the areas are written; names such as `us_zip` tell the country, too.
    #[shape(length = 1..)]
    pub system: String,
    /// The areas.
    #[shape(each(length = 1..))]
    pub values: Vec<String>,
}

/// The operating system of a device.
#[choice("snake_case")]
pub enum DevicePlatform {
    Ios,
    Android,
    Windows,
    #[serde(rename = "macos")]
    MacOs,
    Linux,
    #[serde(rename = "chromeos")]
    ChromeOs,
    #[serde(rename = "tvos")]
    TvOs,
    Tizen,
    #[serde(rename = "webos")]
    WebOs,
    FireOs,
    RokuOs,
    Unknown,
}

/// A kind of device.
#[choice("lowercase")]
pub enum DeviceType {
    Desktop,
    Mobile,
    Tablet,
    Ctv,
    Dooh,
    Unknown,
}

/// Where a campaign may run, in an answer.
#[response]
pub struct CampaignConstraintsView {
    /// Channels.
    pub channels: Option<Vec<String>>,
    /// Countries, in the older place.
    pub countries: Option<Vec<String>>,
    /// Countries.
    #[serde(rename = "geo_countries")]
    pub geo_countries: Option<Vec<String>>,
    /// Countries that are left out.
    #[serde(rename = "geo_countries_exclude")]
    pub geo_countries_exclude: Option<Vec<String>>,
    /// Regions.
    #[serde(rename = "geo_regions")]
    pub geo_regions: Option<Vec<String>>,
    /// Regions that are left out.
    #[serde(rename = "geo_regions_exclude")]
    pub geo_regions_exclude: Option<Vec<String>>,
    /// Metropolitan areas.
    #[serde(rename = "geo_metros")]
    pub geo_metros: Option<Vec<AreasView>>,
    /// Metropolitan areas that are left out.
    #[serde(rename = "geo_metros_exclude")]
    pub geo_metros_exclude: Option<Vec<AreasView>>,
    /// The names of the metropolitan areas, when asked for with `fields`.
    #[serde(rename = "geo_metro_names")]
    pub geo_metro_names: Option<Json>,
    /// The names of those that are left out, when asked for with `fields`.
    #[serde(rename = "geo_metro_names_exclude")]
    pub geo_metro_names_exclude: Option<Json>,
    /// Postal areas.
    #[serde(rename = "geo_postal_areas")]
    pub geo_postal_areas: Option<Vec<AreasView>>,
    /// Postal areas that are left out.
    #[serde(rename = "geo_postal_areas_exclude")]
    pub geo_postal_areas_exclude: Option<Vec<AreasView>>,
    /// Languages of the content.
    pub language: Option<Vec<String>>,
    /// Operating systems of the devices.
    #[serde(rename = "device_platform")]
    pub device_platform: Option<Vec<Open<DevicePlatform>>>,
    /// Kinds of devices.
    #[serde(rename = "device_type")]
    pub device_type: Option<Vec<Open<DeviceType>>>,
    /// Kinds of devices that are left out.
    #[serde(rename = "device_type_exclude")]
    pub device_type_exclude: Option<Vec<Open<DeviceType>>>,
}

/// Metropolitan or postal areas of one system, in an answer.
#[response]
pub struct AreasView {
    /// The country of postal areas.
    pub country: Option<String>,
    /// Whose codes these are.
    pub system: String,
    /// The codes.
    pub values: Vec<String>,
}
