//! What the calls on creatives answer with.
//!
//! Source: the fields that "Creative Manifests" of the buyer document names; the OpenAPI for their kinds.

use crate::api::{Json, JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::creative_assets::{AssetRole, AssetType};
use super::frequency_cap::FrequencyCap;

/// The address of the creative dashboard.
#[response]
pub struct CreativeDashboard {
    /// The address; use it as it is.
    pub url: String,
}

/// Some of a campaign's creatives.
#[response]
pub struct CreativeManifests {
    /// The creatives of this page.
    pub manifests: Vec<CreativeSummary>,
    /// How many there are altogether.
    pub total: i64,
}

/// A creative in short; `get` tells the rest.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativeSummary {
    /// The creative's id.
    pub creative_id: String,
    /// The campaign; absent for an advertiser's masters.
    pub campaign_id: Option<String>,
    /// Display name.
    pub name: String,
    /// The template.
    pub template_id: Option<String>,
    /// The format, as AdCP named it before version 3.1.
    pub format_id: Option<CreativeFormatRef>,
    /// The kind of format, as AdCP 3.1 names it.
    pub format_kind: Option<String>,
    /// The brand's domain.
    pub brand_domain: Option<String>,
    /// Where it can be looked at.
    pub preview_url: Option<String>,
    /// Whether a format has to be chosen before new media buys can use it.
    pub requires_upgrade: Option<bool>,
    /// How many campaigns use it.
    pub reuse_count: Option<i64>,
    /// What it is in the advertiser's library.
    pub creative_role: Option<Open<CreativeRole>>,
    /// Where it is from.
    pub creative_source: Option<Open<CreativeOrigin>>,
    /// What sellers call it.
    pub platform_links: Option<Vec<PlatformLink>>,
    /// How many assets it has.
    pub asset_count: i64,
    /// What it mainly is.
    pub primary_asset_type: Option<Open<AssetType>>,
    /// How many sellers have it.
    pub sync_status: Option<CreativeSync>,
    /// Further formats that it serves.
    pub target_format_ids: Option<Vec<CreativeFormatRef>>,
    /// The campaign's placements that it suits.
    pub placements: Option<Vec<CreativePlacement>>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A creative with its assets.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativeManifest {
    /// The creative's id.
    pub creative_id: String,
    /// The campaign; absent for an advertiser's masters.
    pub campaign_id: Option<String>,
    /// The advertiser.
    pub advertiser_id: Option<String>,
    /// Display name.
    pub name: String,
    /// Its brief.
    pub message: Option<String>,
    /// The brand's domain.
    pub brand_domain: Option<String>,
    /// The template.
    pub template_id: Option<String>,
    /// The template that the service recognized, when none was given.
    pub auto_detected_template: Option<DetectedTemplate>,
    /// The format, as AdCP named it before version 3.1.
    pub format_id: Option<CreativeFormatRef>,
    /// The kind of format, as AdCP 3.1 names it.
    pub format_kind: Option<String>,
    /// The format that a publisher or product describes.
    pub format_option_ref: Option<JsonObject>,
    /// Whether a format has to be chosen before new media buys can use it.
    pub requires_upgrade: Option<bool>,
    /// Its ids in the industry's registers.
    pub industry_identifiers: Option<Vec<JsonObject>>,
    /// Further formats that it serves.
    pub target_format_ids: Option<Vec<CreativeFormatRef>>,
    /// Previews, format by format.
    pub format_previews: Option<Vec<Json>>,
    /// How many campaigns use it.
    pub reuse_count: Option<i64>,
    /// What it is in the advertiser's library.
    pub creative_role: Option<Open<CreativeRole>>,
    /// Where it is from.
    pub creative_source: Option<Open<CreativeOrigin>>,
    /// Where it can be looked at.
    pub preview_url: Option<String>,
    /// Its assets.
    pub assets: Vec<CreativeAsset>,
    /// The cards of a carousel.
    pub carousel_cards: Option<Vec<JsonObject>>,
    /// What was done to its HTML.
    pub html_processing: Option<HtmlProcessing>,
    /// What sellers get, as AdCP writes it.
    pub creative_manifest: Option<Json>,
    /// How many sellers have it.
    pub sync_status: Option<CreativeSync>,
    /// What sellers call it.
    pub platform_links: Option<Vec<PlatformLink>>,
    /// Where impressions and clicks are counted.
    pub tracking: Option<CreativeTracking>,
    /// The caps for this creative.
    #[serde(rename = "frequencyCaps")]
    pub frequency_caps: Option<Vec<FrequencyCap>>,
    /// Whether it was there before.
    pub already_exists: Option<bool>,
    /// How many files were passed over because it was there before.
    pub ignored_files: Option<i64>,
    /// What does not suit the campaign's products.
    pub warnings: Option<Vec<String>>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A format, as AdCP named it before version 3.1.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativeFormatRef {
    /// The format's name.
    pub id: String,
    /// The agent that defines it.
    pub agent_url: String,
    /// In pixels.
    pub width: Option<f64>,
    /// In pixels.
    pub height: Option<f64>,
    /// In milliseconds.
    pub duration_ms: Option<f64>,
}

/// What a creative is in the advertiser's library.
#[choice("lowercase")]
pub enum CreativeRole {
    /// Ready to be used again.
    Evergreen,
    /// Others are made from it.
    Reference,
}

/// Where a creative is from.
#[choice("lowercase")]
pub enum CreativeOrigin {
    Uploaded,
    Generated,
    Connected,
}

/// What a seller calls a creative.
#[response]
#[serde(rename_all = "snake_case")]
pub struct PlatformLink {
    /// The sales agent.
    pub agent_id: String,
    /// Its name.
    pub agent_name: String,
    /// The creative's id there.
    pub platform_id: Option<String>,
    /// How the last sync ended.
    pub status: String,
    /// Whether the seller has approved it.
    pub approval_status: Option<String>,
    /// When it was last synced.
    pub synced_at: Option<Timestamp>,
}

/// How many sellers have a creative.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativeSync {
    /// Whether any has.
    pub synced: bool,
    /// How many have.
    pub agent_count: i64,
    /// When it was last synced.
    pub last_synced_at: Option<Timestamp>,
}

/// A placement that a creative suits.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativePlacement {
    /// The placement.
    pub placement_id: String,
    /// Its name.
    pub placement_name: String,
}

/// A template that the service recognized.
#[response]
#[serde(rename_all = "snake_case")]
pub struct DetectedTemplate {
    /// The template.
    pub template_id: String,
    /// Its name.
    pub template_name: Option<String>,
    /// By what it was recognized.
    pub method: Open<TemplateDetection>,
}

/// By what a template was recognized.
#[choice("snake_case")]
pub enum TemplateDetection {
    TagHints,
    HtmlAnalysis,
    FileAnalysis,
    None,
}

/// What was done to a creative's HTML.
#[response]
#[serde(rename_all = "snake_case")]
pub struct HtmlProcessing {
    /// The HTML; only just after it was made.
    pub processed_html: Option<String>,
    /// Where it lies.
    pub processed_html_url: Option<String>,
    /// The files whose addresses were changed.
    pub rewritten_refs: Vec<RewrittenRef>,
    /// The files that nobody uploaded.
    pub unresolved_refs: Vec<String>,
    /// The macros that were put in.
    pub inserted_macros: Vec<String>,
}

/// A file whose address was changed.
#[response]
#[serde(rename_all = "snake_case")]
pub struct RewrittenRef {
    /// The address as written.
    pub original: String,
    /// The address now.
    pub cdn_url: String,
}

/// Where impressions and clicks are counted.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativeTracking {
    /// For impressions; holds macros.
    pub impression_tracker_url: Option<String>,
    /// For clicks; holds macros.
    pub click_tracker_url: Option<String>,
    /// The macros that the format knows.
    pub supported_macros: Vec<String>,
}

/// A file or address of a creative.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CreativeAsset {
    /// The asset's id.
    pub asset_id: String,
    /// Display name.
    pub name: String,
    /// The file's name.
    pub original_filename: String,
    /// What it is.
    pub asset_type: Open<AssetType>,
    /// The MIME type.
    pub content_type: String,
    /// In bytes.
    pub file_size: i64,
    /// Where it lies.
    pub public_url: String,
    /// Where it is from.
    pub asset_source: Open<AssetOrigin>,
    /// The slot of the format.
    pub slot_asset_id: Option<String>,
    /// How it is to be kept.
    pub asset_control: Option<AssetControl>,
    /// In pixels.
    pub width: Option<i64>,
    /// In pixels.
    pub height: Option<i64>,
    /// The sizes that the buyer declared for a tag.
    pub declared_sizes: Option<Vec<JsonObject>>,
    /// In milliseconds.
    pub duration_ms: Option<i64>,
    /// Such as `h264` or `aac`.
    pub codec: Option<String>,
    /// In kilobits per second.
    pub bitrate_kbps: Option<i64>,
    /// In pictures per second.
    pub frame_rate: Option<f64>,
    /// In hertz.
    pub sample_rate: Option<i64>,
    /// Such as `mp4` or `wav`.
    pub container: Option<String>,
    /// What seems wrong with its size.
    pub warnings: Option<Vec<AssetWarning>>,
    /// When it was uploaded.
    pub created_at: Timestamp,
}

/// Where an asset is from.
#[choice]
pub enum AssetOrigin {
    CreativeSource,
    UserUploaded,
    SystemProcessed,
}

/// How an asset is to be kept.
#[response]
#[serde(rename_all = "snake_case")]
pub struct AssetControl {
    /// Whether it has to be kept exactly.
    pub locked_asset: Option<bool>,
    /// What it shows.
    pub asset_role: Option<Open<AssetRole>>,
    /// Whether it may be transformed.
    pub can_transform: Option<bool>,
    /// How it is to be kept, in words.
    pub preservation_notes: Option<String>,
    /// The asset that it was made from.
    pub source_asset_id: Option<String>,
    /// The asset that is shown.
    pub rendition_asset_id: Option<String>,
}

/// What seems wrong with an asset's size.
#[response]
pub struct AssetWarning {
    /// As a code.
    pub code: String,
    /// As a sentence.
    pub message: String,
}
