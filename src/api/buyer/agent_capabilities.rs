//! What the agents behind a storefront can do.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::shape::{choice, response};

/// What the agents behind a storefront can do, as they say themselves; read again every 24 hours.
#[response]
pub struct StorefrontAgentCapabilities {
    /// Whether a media buy can be changed once it is booked.
    pub supports_update_media_buy: bool,
    /// Whether a media buy can be booked.
    pub supports_create_media_buy: bool,
    /// Whether delivery can be asked for.
    pub supports_get_reporting: bool,
    /// Whether there is a sandbox.
    pub supports_sandbox: bool,
    /// The AdCP extensions.
    pub extensions: Vec<String>,
    /// The versions of AdCP, such as `adcp-v3`.
    pub protocols: Vec<String>,
    /// The domains of the publishers.
    pub publisher_domains: Option<Vec<String>>,
    /// The channels.
    pub channels: Option<Vec<String>>,
    /// The countries.
    pub countries: Option<Vec<String>>,
    /// Whether every source says its countries.
    pub countries_complete: bool,
    /// Whether every source says its channels.
    pub channels_complete: bool,
    /// The AdCP version.
    pub version: Option<String>,
    /// How reports are pushed, where they are; null when nothing is said.
    pub reporting_delivery_methods: Option<Vec<Open<ReportDelivery>>>,
    /// Where reports are put, with `offline`; null when nothing is said.
    pub offline_delivery_protocols: Option<Vec<Open<ReportStorage>>>,
    /// When this was read.
    pub capabilities_cached_at: Option<String>,
}

/// How reports are pushed.
#[choice("lowercase")]
pub enum ReportDelivery {
    Webhook,
    Offline,
}

/// Where reports are put.
#[choice("snake_case")]
pub enum ReportStorage {
    S3,
    Gcs,
    AzureBlob,
}
