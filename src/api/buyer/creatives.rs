//! Creatives: the manifests of a campaign. They are made, and their files uploaded, on the creative dashboard only.
//!
//! Source: "Creative Manifests" of the buyer document; the OpenAPI for limits, words, and what can be changed besides. It
//! calls the change multipart and describes JSON; the document sends JSON.

use crate::api::operations;
use crate::format::{CreativeFormatName, HttpUrl, Id, IntegerId};
use crate::shape::{Rule, request};

use super::creative_assets::{
    CarouselCard, NewAsset, ReclassifiedAsset, TextAsset, UrlAsset, UrlAssetSlot, WebhookAsset,
};
use super::creative_formats::{CanonicalFormat, FormatOptionRef, IndustryIdentifier};
use super::creative_manifest::{CreativeDashboard, CreativeManifest, CreativeManifests};
use super::frequency_cap::FrequencyCapInput;

operations! {
    "creatives";

    /// Gives the address of the creative dashboard, where creatives are made and files uploaded.
    dashboard_url = getCreativeDashboardUrl: Get "/api/v2/buyer/creative-dashboard-url" Safe,
        GetCreativeDashboardUrl => CreativeDashboard;

    /// Lists a campaign's creatives in short.
    list = listCreatives as "list_creatives": Get "/api/v2/buyer/campaigns/{campaignId}/creatives" Safe,
        ListCreatives => CreativeManifests, each "manifests";

    /// Reads a creative with its assets.
    get = getCreativeManifest as "get_creative": Get "/api/v2/buyer/campaigns/{campaignId}/creatives/{creativeId}" Safe,
        GetCreative => CreativeManifest;

    /// Changes a creative; files cannot be uploaded here.
    update = updateCreativeManifest as "update_creative":
        Put "/api/v2/buyer/campaigns/{campaignId}/creatives/{creativeId}" Idempotent,
        UpdateCreative => CreativeManifest;

    /// Removes a creative and its assets.
    ///
    /// They are archived.
    delete = deleteCreativeManifest as "delete_creative":
        Delete "/api/v2/buyer/campaigns/{campaignId}/creatives/{creativeId}" Idempotent,
        DeleteCreative => ();
}

/// Gives the address of the creative dashboard. Never put it together yourself: it depends on the environment.
#[request]
#[shape(rule = Rule::Requires("campaignId", "advertiserId"))]
#[shape(rule = Rule::Requires("manifestId", "campaignId"))]
pub struct GetCreativeDashboardUrl {
    /// The advertiser to open; a whole number.
    pub advertiser_id: Option<IntegerId>,
    /// The campaign to open; needs `advertiserId`.
    pub campaign_id: Option<Id>,
    /// The creative to open; needs `campaignId` and `advertiserId`.
    pub manifest_id: Option<Id>,
}

/// Lists a campaign's creatives.
#[request]
pub struct ListCreatives {
    /// The campaign's id.
    pub campaign_id: Id,
    /// A part of the name, in any case.
    pub search: Option<String>,
    /// The quality level to list.
    pub quality: Option<String>,
    /// How many to return; from 1.
    #[shape(range = 1.., default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(range = 0..)]
    pub skip: Option<i64>,
}

/// Reads a creative.
#[request]
pub struct GetCreative {
    /// The campaign's id.
    pub campaign_id: Id,
    /// The creative's id.
    pub creative_id: Id,
    /// Whether to make a preview.
    pub preview: Option<bool>,
}

/// Changes a creative. What is left out stays as it is.
#[request]
#[serde(rename_all = "snake_case")]
pub struct UpdateCreative {
    /// The campaign's id.
    #[serde(rename = "campaignId")]
    pub campaign_id: Id,
    /// The creative's id.
    #[serde(rename = "creativeId")]
    pub creative_id: Id,
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// The creative's brief; at most 5000 characters.
    #[shape(length = ..=5000)]
    pub message: Option<String>,
    /// A tag of your own.
    pub tag: Option<String>,
    /// The quality level.
    pub quality: Option<String>,
    /// The format, as AdCP named it before version 3.1.
    pub format_id: Option<CreativeFormatId>,
    /// The kind of format, as AdCP 3.1 names it; in place of `format_id`.
    pub format_kind: Option<CanonicalFormat>,
    /// The format that a publisher or product describes.
    pub format_option_ref: Option<FormatOptionRef>,
    /// Further formats that the creative serves, replacing the present ones.
    pub target_format_ids: Option<Vec<CreativeFormatId>>,
    /// The template, such as `display_300x250_html`, `video_standard` or `vendor_dcm_tag`.
    pub template_id: Option<String>,
    /// The creative's ids in the industry's registers, replacing the present ones.
    pub industry_identifiers: Option<Vec<IndustryIdentifier>>,
    /// Where a click leads; trackers are made anew.
    pub click_url: Option<HttpUrl>,
    /// An address to add as an asset; `url_assets` for formats with several slots.
    pub url_asset: Option<UrlAsset>,
    /// Addresses for slots of the format, replacing what is there; at most 50.
    #[shape(items = ..=50)]
    pub url_assets: Option<Vec<UrlAssetSlot>>,
    /// Texts for slots of the format, replacing what is there; at most 50.
    #[shape(items = ..=50)]
    pub text_assets: Option<Vec<TextAsset>>,
    /// A service to ask for content at the moment of serving.
    pub webhook_asset: Option<WebhookAsset>,
    /// The assets to remove; at most 100.
    #[shape(items = ..=100)]
    pub delete_asset_ids: Option<Vec<Id>>,
    /// The asset to show; an image, video, sound, HTML or VAST.
    pub primary_asset_id: Option<Id>,
    /// Assets that are of another type than it seemed; at most 100.
    #[shape(items = ..=100)]
    pub reclassify_assets: Option<Vec<ReclassifiedAsset>>,
    /// What to know about files that are uploaded at the same time; not from here.
    pub new_assets: Option<Vec<NewAsset>>,
    /// The cards of a carousel, replacing the present ones; at most 10.
    #[shape(items = ..=10)]
    pub cards: Option<Vec<CarouselCard>>,
    /// The caps for this creative, replacing the present ones; leave it out to keep them; `[]` clears them.
    #[serde(rename = "frequencyCaps")]
    pub frequency_caps: Option<Vec<FrequencyCapInput>>,
}

/// Removes a creative.
#[request]
pub struct DeleteCreative {
    /// The campaign's id.
    pub campaign_id: Id,
    /// The creative's id.
    pub creative_id: Id,
}

/// A format, as AdCP named it before version 3.1.
#[request]
#[serde(rename_all = "snake_case")]
pub struct CreativeFormatId {
    /// The agent that defines the format.
    pub agent_url: String,
    /// The format's name there; letters, digits, `_` or `-`.
    pub id: CreativeFormatName,
    /// In pixels; from 1.
    #[shape(range = 1..)]
    pub width: Option<f64>,
    /// In pixels; from 1.
    #[shape(range = 1..)]
    pub height: Option<f64>,
    /// In milliseconds; from 1.
    #[shape(range = 1..)]
    pub duration_ms: Option<f64>,
}
