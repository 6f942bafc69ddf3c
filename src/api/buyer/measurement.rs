//! Measurement: performance data as an alternative to logged events, and the sources and records of outcome studies.
//!
//! Source: document 004, "Measurement Data" and "Measurement Engine"; the OpenAPI for bounds and for what it adds. No
//! document shows what sources, records and freshness are answered with, so they are passed on as they are.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::api::{Json, JsonObject, operations};
use crate::format::{CalendarDate, Id};
use crate::shape::{Kind, Rule, Shape, choice, request};

use super::measurement_data::{MeasurementDataSynced, SyncMeasurementData};

operations! {
    "measurement";

    /// Sends measured performance over periods, by campaign, media buy, package or creative.
    ///
    /// Sending the same data again changes nothing.
    sync_data = syncMeasurementData as "sync_measurement_data":
        Post "/api/v2/buyer/advertisers/{advertiserId}/measurement-data/sync" Idempotent,
        SyncMeasurementData => MeasurementDataSynced, parts "measurements";

    /// Lists an advertiser's measurement sources.
    list_sources = listMeasurementSources as "list_measurement_sources":
        Get "/api/v2/buyer/advertisers/{advertiserId}/measurement-sources" Safe,
        ListMeasurementSources => Json, each "sources";

    /// Registers a measurement source, such as a mix model or a brand-lift study.
    create_source = createMeasurementSource as "create_measurement_source":
        Post "/api/v2/buyer/advertisers/{advertiserId}/measurement-sources" Once,
        CreateMeasurementSource => Json;

    /// Uploads measured outcomes by region and period.
    ///
    /// A record of the same outcome, source, region and period is replaced.
    upload_records = uploadMeasurementRecords as "upload_measurement_records":
        Post "/api/v2/buyer/advertisers/{advertiserId}/measurement-records" Idempotent,
        UploadMeasurementRecords => Json, parts "records";

    /// Lists uploaded outcomes.
    list_records = listMeasurementRecords as "list_measurement_records":
        Get "/api/v2/buyer/advertisers/{advertiserId}/measurement-records" Safe,
        ListMeasurementRecords => Json, each "records";

    /// Uploads what else may have moved the outcomes: promotions, weather, competitors.
    upload_context = uploadContextRecords as "upload_context_records":
        Post "/api/v2/buyer/advertisers/{advertiserId}/context-records" Idempotent,
        UploadContextRecords => Json, parts "records";

    /// Tells by source and region for which periods of a flight there is data and for which it is missing.
    freshness = getMeasurementFreshness as "get_measurement_freshness":
        Get "/api/v2/buyer/advertisers/{advertiserId}/measurement-freshness" Safe,
        GetMeasurementFreshness => Json;
}

/// Lists an advertiser's measurement sources.
#[request]
pub struct ListMeasurementSources {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Only sources of this outcome.
    pub outcome_type: Option<String>,
    /// Only sources with this status.
    pub status: Option<MeasurementSourceStatus>,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(default = "0")]
    pub skip: Option<u64>,
}

/// Registers a measurement source.
#[request]
pub struct CreateMeasurementSource {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Your key for the source, such as `mmm_sales`.
    #[shape(length = 1..)]
    pub source_key: String,
    /// A name for people.
    #[shape(length = 1..)]
    pub name: String,
    /// What is measured, such as `sales_volume`.
    #[shape(length = 1..)]
    pub outcome_type: String,
    /// Everything that is measured, when it is more than one outcome.
    pub outcome_types: Option<Vec<String>>,
    /// By what it is broken down, such as `dma_week`.
    #[shape(length = 1..)]
    pub granularity: String,
    /// How often data comes.
    pub cadence: MeasurementCadence,
    /// Who measures, such as `analytic-partner`.
    #[shape(length = 1..)]
    pub provider: String,
    /// By how many weeks the data is late.
    #[shape(default = "1")]
    pub lag_weeks: Option<u64>,
    /// How the data arrives.
    pub ingestion_method: Option<String>,
    /// How outcomes are attributed.
    pub attribution_config: Option<JsonObject>,
    /// How much the source counts; 0 to 1.
    #[shape(range = 0..=1, default = "1")]
    pub signal_weight: Option<f64>,
    /// How the source stands.
    #[shape(default = "pending")]
    pub status: Option<MeasurementSourceStatus>,
    /// For people.
    pub notes: Option<String>,
}

/// Uploads measured outcomes.
#[request]
pub struct UploadMeasurementRecords {
    /// The advertiser.
    pub advertiser_id: Id,
    /// The outcomes; 1 to 5,000.
    #[shape(items = 1..=5_000, bulk)]
    pub records: Vec<MeasurementRecord>,
}

/// A measured outcome in a region and a period.
#[request]
#[shape(rule = Rule::NotAfter("timeWindowStart", "timeWindowEnd"))]
pub struct MeasurementRecord {
    /// What was measured, such as `sales_volume`.
    #[shape(length = 1..)]
    pub outcome_type: String,
    /// The region, such as `Atlanta`.
    #[shape(length = 1..)]
    pub geo: String,
    /// The first day.
    pub time_window_start: CalendarDate,
    /// The last day.
    pub time_window_end: CalendarDate,
    /// What came out.
    pub value: f64,
    /// The `sourceKey` of the source that measured it.
    #[shape(length = 1..)]
    pub source: String,
    /// What would have come out without the campaign.
    pub baseline_value: Option<f64>,
    /// The confidence interval.
    pub confidence_interval: Option<f64>,
    /// By how many days the outcome is late.
    pub lag_days: Option<i64>,
}

/// Lists uploaded outcomes.
#[request]
#[shape(rule = Rule::NotAfter("startDate", "endDate"))]
pub struct ListMeasurementRecords {
    /// The advertiser.
    pub advertiser_id: Id,
    /// Only this outcome.
    pub outcome_type: Option<String>,
    /// Only this region.
    pub geo: Option<String>,
    /// Only these regions.
    #[shape(joined)]
    pub geos: Option<GeoNames>,
    /// Only from this day on.
    pub start_date: Option<CalendarDate>,
    /// Only up to this day.
    pub end_date: Option<CalendarDate>,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(default = "0")]
    pub skip: Option<u64>,
}

/// Uploads what else may have moved the outcomes.
#[request]
pub struct UploadContextRecords {
    /// The advertiser.
    pub advertiser_id: Id,
    /// The circumstances; 1 to 5,000.
    #[shape(items = 1..=5_000, bulk)]
    pub records: Vec<ContextRecord>,
}

/// The circumstances in a region and a period.
#[request]
#[shape(rule = Rule::NotAfter("timeWindowStart", "timeWindowEnd"))]
pub struct ContextRecord {
    /// The region, such as `Atlanta`.
    #[shape(length = 1..)]
    pub geo: String,
    /// The first day.
    pub time_window_start: CalendarDate,
    /// The last day.
    pub time_window_end: CalendarDate,
    /// Whether there was a promotion.
    #[shape(default = "false")]
    pub promo_active: Option<bool>,
    /// What kind of promotion, such as `BOGO`.
    pub promo_type: Option<String>,
    /// The average temperature.
    pub temperature_avg: Option<f64>,
    /// What competitors did.
    pub competitor_activity: Option<JsonObject>,
    /// How the season moves the outcome.
    pub seasonality_index: Option<f64>,
    /// Whether the campaign was running.
    #[shape(default = "active")]
    pub flight_status: Option<FlightStatus>,
}

/// Tells for which periods of a flight there is data.
#[request]
#[shape(rule = Rule::NotAfter("flightStart", "flightEnd"))]
pub struct GetMeasurementFreshness {
    /// The advertiser.
    pub advertiser_id: Id,
    /// The first day of the flight.
    pub flight_start: CalendarDate,
    /// The last day of the flight.
    pub flight_end: Option<CalendarDate>,
    /// The regions; at least one.
    #[shape(joined)]
    pub geos: GeoNames,
}

/// Regions: a list, or a text with commas, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(untagged)]
pub enum GeoNames {
    List(Vec<String>),
    Text(String),
}

impl Shape for GeoNames {
    const KIND: Kind = {
        const GEO: Kind = String::KIND.length(Some(1), None);
        Kind::AnyOf(&[&Kind::list(&GEO).items(Some(1), None), &GEO])
    };
}

/// How a measurement source stands.
#[choice("snake_case")]
pub enum MeasurementSourceStatus {
    Pending,
    Active,
    Paused,
}

/// How often data comes.
#[choice("snake_case")]
pub enum MeasurementCadence {
    Continuous,
    Daily,
    Weekly,
    Biweekly,
    Monthly,
    Quarterly,
}

/// Whether a campaign was running.
#[choice("snake_case")]
pub enum FlightStatus {
    Active,
    Dark,
    PreFlight,
    PostFlight,
}
