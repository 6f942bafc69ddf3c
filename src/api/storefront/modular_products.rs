//! What the calls on a modular source's avails, products and bookings answer with.
//!
//! Source: the OpenAPI. The names with `collection` are those of an older compatibility format; they are not AdCP
//! collections.

use crate::api::{JsonObject, Open};
use crate::format::{CurrencyCode, PropertyId, PublisherDomain, Timestamp};
use crate::shape::{choice, response};

use super::avails::FormatKind;
use super::connection::AdServerType;
use super::modular_sources::SelectorType;
use super::runtime_projection::RuntimeProjection;

/// What was taken in, or would be.
#[response]
pub struct AvailsIngested {
    /// Whether nothing was committed, for want of `confirmed`.
    pub preview_only: Option<bool>,
    /// What the avails came as.
    pub input_source: Option<String>,
    /// How many avails were read.
    pub parsed_avail_count: Option<i64>,
    /// The avails that were read.
    pub avails: Option<Vec<ParsedAvail>>,
    /// How many were taken in; absent from a preview.
    pub ingested_avail_count: Option<i64>,
    /// How ready the source is now; absent from a preview.
    pub projection: Option<RuntimeProjection>,
    /// The products that there are now; absent from a preview.
    pub products: Option<Vec<ModularProduct>>,
}

/// What would be taken in from a file.
#[response]
pub struct AvailsPreview {
    /// Always true: nothing was committed.
    pub preview_only: bool,
    /// What the avails came as.
    pub input_source: String,
    /// How many avails were read.
    pub parsed_avail_count: i64,
    /// How many rows were left out.
    pub rejected_row_count: i64,
    /// How many warnings there are.
    pub warning_count: i64,
    /// The avails that were read.
    pub avails: Vec<ParsedAvail>,
    /// The rows that were left out.
    pub rejected_rows: Vec<RejectedRow>,
    /// What was read but looks odd.
    pub warnings: Vec<RowDiagnostic>,
    /// What to do next, in words.
    pub note: String,
}

/// An avail as it was read.
#[response]
pub struct ParsedAvail {
    /// The group that it belongs to.
    pub collection_id: String,
    /// The group's name.
    pub collection_name: String,
    /// The group's description.
    pub collection_description: Option<String>,
    /// The channel.
    pub channel: Option<String>,
    /// The formats that can be shown.
    pub format_options: Vec<ProductFormat>,
    /// Where it is shown.
    pub publisher_properties: Vec<ProductProperties>,
    /// The avail's id.
    pub avail_id: String,
    /// The avail's name.
    pub name: String,
    /// When it begins.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// How many impressions there are.
    pub impressions_capacity: i64,
    /// How many of them are booked upstream.
    pub upstream_booked_impressions: Option<i64>,
    /// The price per thousand impressions.
    pub cpm: Option<f64>,
    /// The currency of `cpm`.
    pub currency: Option<CurrencyCode>,
    /// What can be targeted.
    pub targeting: Option<JsonObject>,
    /// What the source kept with it.
    pub source_metadata: Option<JsonObject>,
}

/// A format that can be shown.
#[response]
#[serde(rename_all = "snake_case")]
pub struct ProductFormat {
    /// The format's id in the publisher's catalog.
    pub format_option_id: Option<String>,
    /// Whose catalog; absent for formats of this product only.
    pub publisher_domain: Option<PublisherDomain>,
    /// What kind of format.
    pub format_kind: Open<FormatKind>,
    /// Its parameters.
    pub params: JsonObject,
}

/// Properties of a publisher; `selection_type` tells which fields are there.
#[response]
#[serde(rename_all = "snake_case")]
pub struct ProductProperties {
    /// All of them, some by id, or some by tag.
    pub selection_type: Open<PropertySelection>,
    /// One publisher; always there with `by_id`.
    pub publisher_domain: Option<PublisherDomain>,
    /// `all` and `by_tag`: several publishers.
    pub publisher_domains: Option<Vec<PublisherDomain>>,
    /// `by_id`: the properties' ids.
    pub property_ids: Option<Vec<PropertyId>>,
    /// `by_tag`: the tags.
    pub property_tags: Option<Vec<PropertyId>>,
}

/// How properties are selected.
#[choice("snake_case")]
pub enum PropertySelection {
    All,
    ById,
    ByTag,
}

/// A row that was left out.
#[response]
pub struct RejectedRow {
    /// Its number in the file, from 1.
    pub row_number: i64,
    /// The row as it stands in the file.
    pub raw_row: JsonObject,
    /// Why it was left out.
    pub diagnostics: Vec<RowDiagnostic>,
}

/// Something about a row of the file.
#[response]
pub struct RowDiagnostic {
    /// The row's number in the file, from 1.
    pub row_number: i64,
    /// The field that it is about.
    pub field: Option<String>,
    /// What it is.
    pub code: Open<RowDiagnosticCode>,
    /// What it is, in words.
    pub message: String,
}

/// What can be said about a row of the file.
#[choice]
pub enum RowDiagnosticCode {
    RequiredFieldMissing,
    InvalidDateTime,
    InvalidNumber,
    InvalidCurrency,
    InvalidCanonicalFormats,
    InvalidPublisherProperties,
    /// What is booked was taken off the capacity.
    GrossCapacityNormalized,
    /// The capacity was taken as what can still be sold.
    GrossCapacityAssumedNet,
}

/// The products that the avails make.
#[response]
pub struct ModularProducts {
    /// The products.
    pub products: Vec<ModularProduct>,
}

/// A product that an avail makes.
#[response]
pub struct ModularProduct {
    /// The product's id.
    pub product_id: String,
    /// The avail that it is made from.
    pub avail_id: String,
    /// The group that the avail belongs to.
    pub collection_id: String,
    /// The group's name.
    pub collection_name: String,
    /// Display name.
    pub name: String,
    /// For people.
    pub description: String,
    /// The channel.
    pub channel: Option<String>,
    /// The formats that can be shown.
    pub format_options: Vec<ProductFormat>,
    /// Where it is shown.
    pub publisher_properties: Vec<ProductProperties>,
    /// When it begins.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// How many impressions there are.
    pub impressions_capacity: i64,
    /// How many of them are held.
    pub held_impressions: i64,
    /// How many of them are booked.
    pub booked_impressions: i64,
    /// How many of them can still be sold.
    pub available_impressions: i64,
    /// The price per thousand impressions; null when there is none.
    pub cpm: Option<f64>,
    /// The currency of `cpm`.
    pub currency: Option<CurrencyCode>,
    /// What can be targeted.
    pub targeting: JsonObject,
    /// What the source kept with the avail.
    pub source_metadata: JsonObject,
    /// How Cadent would run it; null when the source does not work with Cadent.
    pub cadent: Option<CadentExecution>,
}

/// How Cadent would run a product.
#[response]
pub struct CadentExecution {
    /// The campaign's type of delivery.
    pub campaign_delivery_type: String,
    /// The line's type of delivery.
    pub line_delivery_type: String,
    /// The type of ad.
    pub ad_type: String,
    /// The class of ad.
    pub ad_class: String,
    /// What it targets.
    pub targets: Vec<CadentTarget>,
}

/// What Cadent targets, or leaves out.
#[response]
pub struct CadentTarget {
    /// Whether it is targeted or left out.
    pub condition: Open<CadentCondition>,
    /// The type of target.
    pub target_type: String,
    /// The targets.
    pub values: Vec<String>,
}

/// Whether Cadent targets something or leaves it out.
#[choice("lowercase")]
pub enum CadentCondition {
    Include,
    Exclude,
    StrictExclude,
}

/// Capacity that is held or booked for a media buy.
#[response]
pub struct Reservation {
    /// The booking.
    pub booking_id: String,
    /// The avail.
    pub avail_id: String,
    /// The media buy.
    pub media_buy_id: String,
    /// The package within the media buy.
    pub package_id: String,
    /// How many impressions.
    pub requested_impressions: i64,
    /// Whether they are held, booked or given back.
    pub status: Open<ReservationStatus>,
}

/// How a reservation stands.
#[choice]
pub enum ReservationStatus {
    Held,
    Booked,
    Released,
    Cancelled,
}

/// A booking that is prepared for execution.
#[response]
pub struct BookingHandoff {
    /// The reservation.
    pub booking: Reservation,
    /// How far the execution is.
    pub execution_status: Option<Open<ExecutionStatus>>,
    /// The campaign for Cadent.
    pub cadent_campaign: Option<JsonObject>,
    /// The same as Cadent wants it.
    pub cadent_request_xml: Option<String>,
    /// What people have to do now.
    pub work_items: Vec<JsonObject>,
    /// How ready the source is now.
    pub projection: RuntimeProjection,
}

/// How far the execution of a booking is.
#[choice]
pub enum ExecutionStatus {
    PendingTrafficking,
    Booked,
}

/// What can be selected and targeted.
#[response]
pub struct InventoryCapabilities {
    /// The ad server.
    pub adapter: Open<AdServerType>,
    /// What can be selected.
    pub selector_types: Vec<SelectorTypeInfo>,
    /// What can be paid for.
    pub pricing_models: Vec<String>,
    /// What can be targeted.
    pub targeting_dimensions: Vec<String>,
    /// What can be optimized for.
    pub optimization_goals: Vec<String>,
}

/// A kind of thing that can be selected.
#[response]
pub struct SelectorTypeInfo {
    /// The kind; `selectorType` of a search.
    pub id: Open<SelectorType>,
    /// Its name for people.
    pub label: String,
    /// Whether a search can be limited with `parentId`.
    pub supports_parent_filter: bool,
}

/// A page of what can be selected.
#[response]
pub struct SelectorPage {
    /// What was found.
    pub items: Vec<InventorySelector>,
    /// The `cursor` of the next page; null on the last.
    pub next_cursor: Option<String>,
    /// How many are on this page.
    pub count: i64,
}

/// Something that can be selected.
#[response]
pub struct InventorySelector {
    /// What kind of thing.
    pub selector_type: Open<SelectorType>,
    /// Its id in the ad server.
    pub external_id: String,
    /// Its name.
    pub name: String,
    /// The names from the root down to it.
    pub path: Option<Vec<String>>,
    /// The one that it belongs to.
    pub parent_id: Option<String>,
    /// Its status in the ad server.
    pub status: Option<String>,
    /// Whether others belong to it.
    pub has_children: Option<bool>,
    /// Whatever else the ad server says.
    pub metadata: Option<JsonObject>,
}
