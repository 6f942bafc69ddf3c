//! What reporting answers with.
//!
//! Source: the three responses under "Reporting" of the buyer document; the OpenAPI for currencies and conversion.

use crate::api::Open;
use crate::format::{CalendarDate, Timestamp};
use crate::shape::{choice, response};

/// A report. Which of the three it is follows from `view` and `download`; `advertisers`, `timeseries` and `downloadUrl` tell
/// them apart.
#[response]
#[serde(untagged)]
pub enum MetricsReport {
    Summary(Box<SummaryReport>),
    Timeseries(Box<TimeseriesReport>),
    Export(ReportExport),
}

/// A tree: advertisers, their campaigns, media buys and packages.
#[response]
pub struct SummaryReport {
    /// One for each advertiser.
    pub advertisers: Vec<AdvertiserReport>,
    /// The sums over all advertisers.
    pub totals: ReportTotals,
    /// The currency of `totals`; null when the advertisers have several.
    pub totals_currency: Option<String>,
    /// The sums converted into one currency; an estimate for display.
    pub consolidated: Option<ConsolidatedReport>,
    /// The first day.
    pub period_start: CalendarDate,
    /// The last day.
    pub period_end: CalendarDate,
}

/// A row for each package and day.
#[response]
pub struct TimeseriesReport {
    /// The rows, oldest day first.
    pub timeseries: Vec<TimeseriesRow>,
    /// The sums over all rows.
    pub totals: ReportTotals,
    /// The currency of `totals`; null when the rows have several, or there are none.
    pub totals_currency: Option<String>,
    /// The first day.
    pub period_start: CalendarDate,
    /// The last day.
    pub period_end: CalendarDate,
}

/// A CSV file to download.
#[response]
pub struct ReportExport {
    /// Where the file lies. Whoever has the address can read it.
    pub download_url: String,
    /// When the address stops working, after 7 days.
    pub expires_at: Timestamp,
    /// The file's name.
    pub file_name: String,
    /// How many rows it has, the header not counted.
    pub row_count: i64,
}

/// What an advertiser's campaigns have delivered.
#[response]
pub struct AdvertiserReport {
    /// The advertiser.
    pub advertiser_id: String,
    /// Its name.
    pub advertiser_name: String,
    /// The currency of all money below.
    pub currency: Option<String>,
    /// The sums over the campaigns.
    pub metrics: ReportMetrics,
    /// One for each campaign.
    pub campaigns: Vec<CampaignReport>,
}

/// What a campaign has delivered.
#[response]
pub struct CampaignReport {
    /// The campaign.
    pub campaign_id: String,
    /// Its name.
    pub campaign_name: String,
    /// Whether the service runs the campaign or only watches it.
    pub management: Option<Open<ReportManagement>>,
    /// The sums over the media buys.
    pub metrics: ReportMetrics,
    /// One for each media buy.
    pub media_buys: Vec<MediaBuyReport>,
}

/// What a media buy has delivered.
#[response]
pub struct MediaBuyReport {
    /// The media buy.
    pub media_buy_id: String,
    /// Its name.
    pub name: String,
    /// Its status, such as `ACTIVE`.
    pub status: String,
    /// Its budget, fees included.
    pub budget: Option<f64>,
    /// The sums over the packages.
    pub metrics: ReportMetrics,
    /// How delivery in another currency was converted; null when it was not.
    pub delivery_fx_conversion: Option<DeliveryConversion>,
    /// One for each package.
    pub packages: Vec<PackageReport>,
}

/// What a package has delivered.
#[response]
pub struct PackageReport {
    /// The package.
    pub package_id: String,
    /// Its product.
    pub product_id: Option<String>,
    /// The product's name.
    pub product_name: Option<String>,
    /// What it has delivered.
    pub metrics: ReportMetrics,
}

/// What a package has delivered on a day.
#[response]
pub struct TimeseriesRow {
    /// The day.
    pub date: CalendarDate,
    /// The advertiser.
    pub advertiser_id: String,
    /// Its name.
    pub advertiser_name: String,
    /// The currency of the row's money.
    pub currency: Option<String>,
    /// The campaign.
    pub campaign_id: String,
    /// Its name.
    pub campaign_name: String,
    /// Whether the service runs the campaign or only watches it.
    pub management: Option<Open<ReportManagement>>,
    /// The media buy.
    pub media_buy_id: String,
    /// Its name.
    pub media_buy_name: String,
    /// Its status, such as `ACTIVE`.
    pub media_buy_status: String,
    /// The package; empty when the media buy has none.
    pub package_id: String,
    /// Its product; empty when the media buy has no packages.
    pub product_id: String,
    /// The product's name; empty when the media buy has no packages.
    pub product_name: String,
    /// What it has delivered.
    pub metrics: ReportMetrics,
}

/// Counts, money, and what follows from them.
#[response]
pub struct ReportMetrics {
    /// Impressions.
    pub impressions: i64,
    /// What was spent, fees included.
    pub spend: f64,
    /// Clicks.
    pub clicks: i64,
    /// Impressions that could be seen.
    pub views: i64,
    /// Videos and sounds that ran to the end.
    pub completed_views: i64,
    /// Conversions.
    pub conversions: i64,
    /// Leads.
    pub leads: i64,
    /// Videos that ran to the end.
    pub video_completions: i64,
    /// What the conversions were worth.
    pub conversion_value: Option<f64>,
    /// Spend per thousand impressions; null without impressions.
    pub ecpm: Option<f64>,
    /// Spend per click; null without clicks.
    pub cpc: Option<f64>,
    /// Clicks per impression.
    pub ctr: Option<f64>,
    /// Completed views per impression.
    pub completion_rate: Option<f64>,
    /// Spend per conversion; null without conversions.
    pub cpa: Option<f64>,
    /// What the conversions were worth per spend; null without spend or without conversions.
    pub roas: Option<f64>,
}

/// Sums of counts and money. Money is null where currencies mix.
#[response]
pub struct ReportTotals {
    /// Impressions.
    pub impressions: i64,
    /// What was spent, fees included.
    pub spend: Option<f64>,
    /// Clicks.
    pub clicks: Option<i64>,
    /// Impressions that could be seen.
    pub views: Option<i64>,
    /// Videos and sounds that ran to the end.
    pub completed_views: Option<i64>,
    /// Conversions.
    pub conversions: Option<i64>,
    /// Leads.
    pub leads: Option<i64>,
    /// Videos that ran to the end.
    pub video_completions: Option<i64>,
    /// What the conversions were worth.
    pub conversion_value: Option<f64>,
    /// Spend per thousand impressions.
    pub ecpm: Option<f64>,
    /// Spend per click.
    pub cpc: Option<f64>,
    /// Clicks per impression.
    pub ctr: Option<f64>,
    /// Completed views per impression.
    pub completion_rate: Option<f64>,
    /// Spend per conversion.
    pub cpa: Option<f64>,
    /// What the conversions were worth per spend.
    pub roas: Option<f64>,
}

/// Whether the service runs a campaign.
#[choice("lowercase")]
pub enum ReportManagement {
    /// It is somebody else's, and only watched.
    Tracked,
    Managed,
}

/// How delivery in another currency was converted.
#[response]
pub struct DeliveryConversion {
    /// The currency in which the delivery was reported.
    pub from_currency: String,
    /// The advertiser's currency per `fromCurrency`.
    pub rate: f64,
    /// The day of the rate.
    pub as_of_date: CalendarDate,
    /// Where the rate is from.
    pub source: Open<ConversionSource>,
}

/// Where the rate of a conversion is from.
#[choice("lowercase")]
pub enum ConversionSource {
    /// Fixed when the media buy was booked.
    Booked,
    /// The day's rate when it was made.
    Snapshot,
}

/// Sums over all advertisers in one currency; an estimate for display.
#[response]
pub struct ConsolidatedReport {
    /// The sums.
    pub totals: ReportTotals,
    /// What each advertiser adds.
    pub by_advertiser: Vec<ConvertedSpend>,
    /// How they were converted.
    pub conversion_info: ConversionInfo,
}

/// What an advertiser adds to sums in one currency.
#[response]
pub struct ConvertedSpend {
    /// The advertiser.
    pub advertiser_id: String,
    /// Its own currency.
    pub currency: String,
    /// Its spend in the common currency; null when there is no rate.
    pub spend: Option<f64>,
}

/// How sums were converted.
#[response]
pub struct ConversionInfo {
    /// The common currency.
    pub display_currency: String,
    /// The day of the rates.
    pub as_of: CalendarDate,
    /// Where the rates are from.
    pub rate_source: String,
    /// How the rates were applied.
    pub rate_basis: String,
    /// The rates.
    pub rates: Vec<ConversionRate>,
    /// The currencies for which there is no rate; what was spent in them is left out.
    pub unconverted: Vec<String>,
    /// Always true.
    pub estimate: bool,
}

/// A rate between two currencies.
#[response]
pub struct ConversionRate {
    /// Both currencies: `USDZAR` is ZAR per USD.
    pub pair: String,
    /// The rate.
    pub rate: f64,
}
