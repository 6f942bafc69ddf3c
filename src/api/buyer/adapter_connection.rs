//! Storefronts that adapt a platform: how you are connected, and what creative ones can make.
//!
//! Source: the OpenAPI.

use crate::api::Open;
use crate::shape::{choice, response};

/// How you are connected with an adapter.
#[response]
pub struct AdapterConnection {
    /// Whether you are.
    pub status: Open<AdapterConnectionStatus>,
    /// The ways in which you can be.
    pub auth_modes: Vec<Open<AdapterAuthMode>>,
    /// How many accounts were found.
    pub account_count: i64,
    /// How many advertisers have one of them; with none, you cannot buy yet.
    pub mapped_advertiser_count: Option<i64>,
    /// The name of the account that you chose; null before.
    pub selected_account_name: Option<String>,
}

/// Whether you are connected with an adapter.
#[choice("snake_case")]
pub enum AdapterConnectionStatus {
    NotConnected,
    Connected,
    NeedsAccountSelection,
    Error,
}

/// The ways to be connected with an adapter.
#[choice("lowercase")]
pub enum AdapterAuthMode {
    Oauth,
    Bearer,
}

/// What a creative adapter can make.
#[response]
pub struct CreativeAdapter {
    /// `creative_generation`.
    pub kind: String,
    /// What it makes.
    pub modalities: Vec<Open<CreativeModality>>,
    /// The transformers that it takes; empty when it finds them itself.
    pub transformer_ids: Vec<String>,
    /// Some of the formats that it makes; empty when they have to be asked for.
    pub supported_format_ids: Vec<String>,
    /// How many formats are known.
    pub supported_format_count: i64,
    /// Whether it builds creatives.
    pub supports_build_creative: bool,
    /// Whether it previews them.
    pub supports_preview_creative: bool,
    /// Where the formats are known from.
    pub format_discovery: Open<FormatDiscovery>,
}

/// What a creative adapter makes.
#[choice("lowercase")]
pub enum CreativeModality {
    Image,
    Video,
    Audio,
}

/// Where a creative adapter's formats are known from.
#[choice("snake_case")]
pub enum FormatDiscovery {
    Canonical,
    StaticCatalog,
    AaoRegistry,
}
