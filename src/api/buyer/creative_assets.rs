//! What can be done to a creative's assets.
//!
//! Source: "Update Creative Manifest" of the buyer document; the OpenAPI for words, limits, slots, cards and webhooks.

use crate::api::JsonObject;
use crate::format::{HttpUrl, Id};
use crate::shape::{Rule, choice, request};

/// The types of assets.
#[choice]
pub enum AssetType {
    Image,
    Video,
    Audio,
    Html,
    #[serde(rename = "JAVASCRIPT")]
    JavaScript,
    Css,
    Text,
    Url,
    Vast,
    Font,
    Logo,
    Document,
}

/// What an address is for.
#[choice("snake_case")]
pub enum UrlType {
    Clickthrough,
    TrackerPixel,
    TrackerScript,
    Vast,
}

/// An address to add as an asset.
#[request]
#[serde(rename_all = "snake_case")]
pub struct UrlAsset {
    /// The address; http or https.
    pub url: HttpUrl,
    /// What it is for.
    pub url_type: UrlType,
}

/// An address for a slot of the format.
#[request]
#[serde(rename_all = "snake_case")]
pub struct UrlAssetSlot {
    /// The slot, such as `landing_page`; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub asset_id: String,
    /// The address; http or https.
    pub url: HttpUrl,
    /// What it is for; mostly clear from the slot.
    pub url_type: Option<UrlType>,
}

/// A text for a slot of the format.
#[request]
#[serde(rename_all = "snake_case")]
pub struct TextAsset {
    /// The slot, such as `headline`; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub asset_id: String,
    /// The text; 1 to 5000 characters.
    #[shape(length = 1..=5000)]
    pub content: String,
}

/// A service to ask for content at the moment of serving.
#[request]
#[serde(rename_all = "snake_case")]
pub struct WebhookAsset {
    /// Where it answers; http or https.
    pub url: HttpUrl,
    /// How it is asked.
    pub method: Option<WebhookMethod>,
    /// How long it may take in milliseconds; 10 to 5000.
    #[shape(range = 10..=5000)]
    pub timeout_ms: Option<i64>,
    /// What it answers with.
    pub response_type: WebhookResponse,
    /// How it knows who asks.
    pub security: WebhookSecurity,
}

/// How a webhook is asked.
#[choice]
pub enum WebhookMethod {
    Get,
    Post,
}

/// What a webhook answers with.
#[choice("lowercase")]
pub enum WebhookResponse {
    Html,
    Json,
    Xml,
    JavaScript,
}

/// How a webhook knows who asks.
#[request]
#[serde(rename_all = "snake_case")]
pub struct WebhookSecurity {
    /// The way.
    pub method: WebhookSecurityMethod,
    /// The header with the signature.
    pub hmac_header: Option<String>,
    /// The header with the key.
    pub api_key_header: Option<String>,
}

/// The ways in which a webhook knows who asks.
#[choice("snake_case")]
pub enum WebhookSecurityMethod {
    #[serde(rename = "hmac_sha256")]
    HmacSha256,
    ApiKey,
    None,
}

/// An asset that is of another type than it seemed.
#[request]
#[serde(rename_all = "snake_case")]
pub struct ReclassifiedAsset {
    /// The asset's id.
    pub asset_id: Id,
    /// What it is.
    pub asset_type: AssetType,
}

/// What to know about a file that is uploaded at the same time.
#[request]
#[serde(rename_all = "snake_case")]
pub struct NewAsset {
    /// The file's name.
    #[shape(length = 1..)]
    pub filename: String,
    /// What it is.
    pub asset_type: Option<AssetType>,
    /// A name to show.
    pub label: Option<String>,
    /// The slot of the format; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub slot_asset_id: Option<String>,
    /// Whether it has to be kept exactly.
    pub locked_asset: Option<bool>,
    /// What it shows.
    pub asset_role: Option<AssetRole>,
    /// Whether it may be transformed.
    pub can_transform: Option<bool>,
    /// How it is to be kept, in your words; 1 to 1000 characters.
    #[shape(length = 1..=1000)]
    pub preservation_notes: Option<String>,
    /// The asset that it was made from; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub source_asset_id: Option<String>,
    /// The asset that is shown; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub rendition_asset_id: Option<String>,
}

/// What an asset shows.
#[choice("lowercase")]
pub enum AssetRole {
    Product,
    Package,
    Logo,
    Brand,
    Reference,
    Scene,
    Other,
}

/// A card of a carousel, with its picture or video from one of three places.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::AtMostOneOf(&["asset_id", "filename", "url"]))]
pub struct CarouselCard {
    /// The asset that is there already.
    pub asset_id: Option<Id>,
    /// The file that is uploaded at the same time.
    #[shape(length = 1..)]
    pub filename: Option<String>,
    /// The address of a picture.
    pub url: Option<HttpUrl>,
    /// The headline; at most 255 characters.
    #[shape(length = ..=255)]
    pub headline: Option<String>,
    /// The text; at most 2000 characters.
    #[shape(length = ..=2000)]
    pub description: Option<String>,
    /// The text of the button; at most 50 characters.
    #[shape(length = ..=50)]
    pub cta: Option<String>,
    /// Where a click leads; http or https.
    pub landing_page_url: Option<HttpUrl>,
    /// What single platforms want to know.
    pub platform_extensions: Option<Vec<JsonObject>>,
}
