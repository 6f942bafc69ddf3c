//! A product as a discovery finds it.
//!
//! Source: the response under "Discover Products for Existing Session" of the buyer document; the OpenAPI for the rest.

use crate::api::{Json, JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

/// A product: inventory that can be bought.
#[response]
pub struct DiscoveredProduct {
    /// The product; pass it back unchanged.
    pub product_id: String,
    /// Display name.
    pub name: String,
    /// The first of its channels, such as `ctv`.
    pub channel: Option<String>,
    /// All its channels.
    pub channels: Option<Vec<String>>,
    /// The class of inventory, such as premium.
    pub inventory_type: Option<String>,
    /// The kinds of formats that it takes.
    pub format_types: Option<Vec<String>>,
    /// Its price per thousand impressions.
    pub cpm: Option<f64>,
    /// The currency of `cpm`.
    pub currency: Option<String>,
    /// Its price in the older answers.
    pub bid_price: Option<f64>,
    /// When a converted price stops being valid; absent for prices that were not converted.
    pub expires_at: Option<Timestamp>,
    /// Whether the price is for everybody, as without it, or for you.
    pub pricing_scope: Option<Open<PricingScope>>,
    /// The sales agent that offers it.
    pub sales_agent_id: Option<String>,
    /// The sales agent's name.
    pub sales_agent_name: Option<String>,
    /// The storefront that it was found in.
    pub storefront_id: Option<String>,
    /// The storefront's name.
    pub storefront_name: Option<String>,
    /// Retired: it says nothing about the product.
    pub supported_routing_types: Option<Vec<String>>,
    /// What it is.
    pub description: Option<String>,
    /// Whether a volume is promised.
    pub delivery_type: Option<Open<DeliveryType>>,
    /// Why it suits the brief.
    pub brief_relevance: Option<String>,
    /// A card to show.
    pub product_card: Option<ProductCard>,
    /// A card with pictures and details.
    pub product_card_detailed: Option<DetailedProductCard>,
    /// The prices to choose from.
    pub pricing_options: Option<Vec<PricingOption>>,
    /// How many impressions to expect, where a volume is promised.
    pub estimated_exposures: Option<i64>,
    /// What it is expected to deliver.
    pub forecast: Option<JsonObject>,
    /// Whether it can be booked, in a sentence.
    pub bookability: Option<String>,
    /// The publishers whose properties it covers.
    pub publisher_properties: Option<Vec<ProductPublisher>>,
    /// Whether it is for trying out.
    pub is_sandbox: Option<bool>,
    /// The formats that it takes.
    pub format_options: Option<Vec<ProductFormatOption>>,
}

/// For whom a price is.
#[choice("lowercase")]
pub enum PricingScope {
    Public,
    Account,
}

/// Whether a volume is promised.
#[choice("snake_case")]
pub enum DeliveryType {
    Guaranteed,
    NonGuaranteed,
}

/// A price to choose.
#[response]
pub struct PricingOption {
    /// The price's id.
    pub pricing_option_id: Option<String>,
    /// How it is priced, such as `cpm`.
    pub pricing_model: Option<String>,
    /// Whether the price is fixed. If not, `bidPrice` is required when the product is added.
    pub is_fixed: Option<bool>,
    /// The price, or what to bid.
    pub rate: Option<f64>,
    /// The least that may be bid.
    pub floor_price: Option<f64>,
    /// The price, when it is fixed.
    pub fixed_price: Option<f64>,
    /// The currency.
    pub currency: Option<String>,
    /// What others have bid; estimates.
    pub price_guidance: Option<PriceGuidance>,
}

/// What others have bid; estimates, not limits.
#[response]
pub struct PriceGuidance {
    /// The least.
    pub floor: Option<f64>,
    /// A quarter bid less than this.
    pub p25: Option<f64>,
    /// Half bid less than this.
    pub p50: Option<f64>,
    /// Three quarters bid less than this.
    pub p75: Option<f64>,
    /// Nine in ten bid less than this.
    pub p90: Option<f64>,
}

/// A publisher whose properties a product covers.
#[response]
pub struct ProductPublisher {
    /// The publisher's domain.
    pub publisher_domain: Option<String>,
    /// What kind of property it is.
    pub property_type: Option<String>,
    /// The property's name.
    pub name: Option<String>,
    /// Whether all its properties are covered, or some.
    pub selection_type: Option<Open<PublisherSelection>>,
    /// The properties' identifiers.
    pub identifiers: Option<Vec<JsonObject>>,
}

/// How many of a publisher's properties are meant.
#[choice("snake_case")]
pub enum PublisherSelection {
    All,
    ById,
}

/// A format that a product takes.
#[response]
#[serde(rename_all = "snake_case")]
pub struct ProductFormatOption {
    /// What kind of format it is, such as `video_hosted`.
    pub format_kind: Option<String>,
    /// By what a creative refers to it.
    pub format_option_id: Option<String>,
    /// Display name.
    pub display_name: Option<String>,
    /// What the format asks for.
    pub params: Option<FormatRequirements>,
}

/// What a format asks for.
#[response]
#[serde(rename_all = "snake_case")]
pub struct FormatRequirements {
    /// The containers of a video, such as `mp4`.
    pub containers: Option<Vec<String>>,
    /// The codecs of its pictures, such as `h264`.
    pub video_codecs: Option<Vec<String>>,
    /// The codecs of its sound, such as `aac`.
    pub audio_codecs: Option<Vec<String>>,
}

/// A card to show, 300 by 400 pixels.
#[response]
#[serde(rename_all = "snake_case")]
pub struct ProductCard {
    /// The picture.
    pub image: Option<CardImage>,
    /// The title.
    pub title: Option<String>,
    /// The text.
    pub description: Option<String>,
    /// The price as text.
    pub price_label: Option<String>,
    /// The text of the button.
    pub cta_label: Option<String>,
}

/// A card with pictures and details.
#[response]
#[serde(rename_all = "snake_case")]
pub struct DetailedProductCard {
    /// The large picture.
    pub hero_image: Option<CardImage>,
    /// More pictures.
    pub carousel_images: Option<Vec<CardImage>>,
    /// The title.
    pub title: Option<String>,
    /// The text.
    pub description: Option<String>,
    /// The details.
    pub specifications: Option<Vec<CardDetail>>,
    /// The price as text.
    pub price_label: Option<String>,
    /// The text of the button.
    pub cta_label: Option<String>,
}

/// A picture on a card.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CardImage {
    /// Where it lies.
    pub url: String,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// The file format.
    pub format: Option<String>,
    /// What it shows, for those who do not see it.
    pub alt_text: Option<String>,
    /// How it was made.
    pub provenance: Option<Json>,
}

/// A detail on a card.
#[response]
pub struct CardDetail {
    /// What it is about.
    pub label: String,
    /// What it says.
    pub value: String,
}
