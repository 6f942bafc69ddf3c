//! Avails of a modular source: ingesting them, and previewing a file.
//!
//! Source: the OpenAPI. The names with `collection` are those of an older compatibility format; they are not AdCP
//! collections.

use crate::api::{JsonObject, OrNull, True, Upload, operations};
use crate::format::{CurrencyCode, PropertyId, PublisherDomain, Timestamp};
use crate::shape::{Kind, Rule, Shape, choice, request};

use super::modular_products::{AvailsIngested, AvailsPreview};

operations! {
    "modularSources";

    /// Takes avails in: creates new ones, updates known ones, and answers with the refreshed source and its products.
    ingest_avails = ingestModularInventorySourceAvailsFeed:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed" Once,
        IngestAvails => AvailsIngested;

    /// Reads a file and shows what would be taken in, row by row.
    ///
    /// Commits nothing.
    preview_avails = previewModularInventorySourceAvailsUpload:
        Post "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed/upload" Once,
        PreviewAvails => AvailsPreview;
}

/// Takes avails in, as rows or as text. Nothing is committed unless `confirmed` is true.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["avails", "rawRows", "csvText", "jsonText"]))]
pub struct IngestAvails {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// The operator's confirmation that the avails are to be taken in; without it the call is a preview.
    pub confirmed: Option<True>,
    /// Normalised avails; at least one.
    #[shape(items = 1..)]
    pub avails: Option<Vec<Avail>>,
    /// Rows as they stand in the operator's file; at least one.
    #[shape(items = 1..)]
    pub raw_rows: Option<Vec<JsonObject>>,
    /// A CSV file as text; 1 to 2,000,000 characters.
    #[shape(length = 1..=2_000_000)]
    pub csv_text: Option<String>,
    /// A JSON file as text; 1 to 2,000,000 characters.
    #[shape(length = 1..=2_000_000)]
    pub json_text: Option<String>,
    /// The `collectionId` of rows that have none; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub default_collection_id: Option<String>,
    /// The `collectionName` of rows that have none; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub default_collection_name: Option<String>,
    /// The `collectionDescription` of rows that have none; 1 to 2000 characters.
    #[shape(length = 1..=2000)]
    pub default_collection_description: Option<String>,
    /// The `channel` of rows that have none; 1 to 80 characters.
    #[shape(length = 1..=80)]
    pub default_channel: Option<String>,
    /// The `formatOptions` of rows that have none; at least one.
    #[shape(items = 1..)]
    pub default_format_options: Option<Vec<FormatOption>>,
    /// The `publisherProperties` of rows that have none; at least one.
    #[shape(items = 1..)]
    pub default_publisher_properties: Option<Vec<PublisherProperty>>,
    /// The `startTime` of rows that have none; 1 to 80 characters.
    #[shape(length = 1..=80)]
    pub default_start_time: Option<String>,
    /// The `endTime` of rows that have none; 1 to 80 characters.
    #[shape(length = 1..=80)]
    pub default_end_time: Option<String>,
}

/// Capacity that can be sold for a time.
#[request]
#[shape(rule = Rule::Before("startTime", "endTime"))]
pub struct Avail {
    /// The group that the avail belongs to.
    #[shape(length = 1..)]
    pub collection_id: String,
    /// The group's name.
    #[shape(length = 1..)]
    pub collection_name: String,
    /// The group's description; null for none.
    pub collection_description: Option<OrNull<String>>,
    /// The channel; null for none.
    pub channel: Option<OrNull<String>>,
    /// The formats that can be shown; at least one.
    #[shape(items = 1..)]
    pub format_options: Vec<FormatOption>,
    /// Where the avail is shown; at least one.
    #[shape(items = 1..)]
    pub publisher_properties: Vec<PublisherProperty>,
    /// The avail's id.
    #[shape(length = 1..)]
    pub avail_id: String,
    /// The avail's name.
    #[shape(length = 1..)]
    pub name: String,
    /// When the avail begins.
    pub start_time: Timestamp,
    /// When the avail ends; after `startTime`.
    pub end_time: Timestamp,
    /// How many impressions there are; from 0.
    #[shape(range = 0..)]
    pub impressions_capacity: i64,
    /// How many of the impressions are booked upstream; from 0.
    #[shape(range = 0..)]
    pub upstream_booked_impressions: Option<i64>,
    /// The price per thousand impressions; from 0.
    #[shape(range = 0..)]
    pub cpm: Option<f64>,
    /// The currency of `cpm`.
    pub currency: Option<CurrencyCode>,
    /// What can be targeted.
    pub targeting: Option<JsonObject>,
    /// Anything that the source wants to keep.
    pub source_metadata: Option<JsonObject>,
}

/// A format that can be shown.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(closed)]
pub struct FormatOption {
    /// The format's id in the publisher's catalog.
    pub format_option_id: Option<String>,
    /// The publisher whose catalog the format is in; left out for formats of this product only.
    pub publisher_domain: Option<PublisherDomain>,
    /// What kind of format it is.
    pub format_kind: FormatKind,
    /// The format's parameters.
    pub params: JsonObject,
}

/// The kinds of formats.
#[choice("snake_case")]
pub enum FormatKind {
    Image,
    #[serde(rename = "html5")]
    Html5,
    DisplayTag,
    ImageCarousel,
    VideoHosted,
    VideoVast,
    AudioHosted,
    AudioDaast,
    SponsoredPlacement,
    NativeInFeed,
    ResponsiveCreative,
    AgentPlacement,
    Custom,
}

/// How properties of a publisher are selected: all of them, some by id, or some by tag.
#[request]
#[serde(tag = "selection_type", rename_all = "snake_case")]
pub enum PublisherProperty {
    All(PropertiesOfPublishers),
    ById(PropertiesById),
    ByTag(PropertiesByTag),
}

/// Every property of one or more publishers.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::ExactlyOneOf(&["publisher_domain", "publisher_domains"]))]
pub struct PropertiesOfPublishers {
    /// The domain of one publisher.
    pub publisher_domain: Option<PublisherDomain>,
    /// The domains of several publishers.
    pub publisher_domains: Option<Vec<PublisherDomain>>,
}

/// Some properties of one publisher.
#[request]
#[serde(rename_all = "snake_case")]
pub struct PropertiesById {
    /// The publisher's domain.
    pub publisher_domain: PublisherDomain,
    /// The properties' ids; at least one.
    #[shape(items = 1..)]
    pub property_ids: Vec<PropertyId>,
}

/// The properties of one or more publishers that carry a tag.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(rule = Rule::ExactlyOneOf(&["publisher_domain", "publisher_domains"]))]
pub struct PropertiesByTag {
    /// The domain of one publisher.
    pub publisher_domain: Option<PublisherDomain>,
    /// The domains of several publishers.
    pub publisher_domains: Option<Vec<PublisherDomain>>,
    /// The tags of the properties; at least one.
    #[shape(items = 1..)]
    pub property_tags: Vec<PropertyId>,
}

/// Reads a file and shows what would be taken in.
#[request]
pub struct PreviewAvails {
    /// Your id of the source.
    #[shape(length = 1..)]
    pub source_id: String,
    /// A CSV, JSON, XLS or XLSX file of at most 10 MB.
    pub file: Upload,
}

impl Shape for Upload {
    const KIND: Kind = Kind::File(crate::shape::Upload {
        max_bytes: 10 * 1024 * 1024,
        extensions: &[".csv", ".json", ".xls", ".xlsx"],
    });
}
