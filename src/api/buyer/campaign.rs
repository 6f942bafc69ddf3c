//! What reading and listing campaigns answer with.
//!
//! Source: "Get Campaign" and "List Campaigns" of the buyer document; the OpenAPI for what they do not show.

use crate::api::{Json, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::advertisers::OptimizationApplyMode;
use super::campaign_budget::{CampaignAmount, CampaignBudgetView, Flight};
use super::campaigns::{CampaignMode, CampaignType};
use super::constraints::CampaignConstraintsView;
use super::data_delivery::DataDeliveryView;
use super::frequency_cap::FrequencyCap;
use super::media_buy::{CampaignMediaBuy, MediaBuyRef};
use super::pacing::PacingSchedule;
use super::performance::PerformanceConfigView;
use super::utm::UtmParamView;

/// A campaign, and what the service has to say about it.
#[response]
pub struct CampaignResponse {
    /// The campaign.
    pub campaign: Campaign,
    /// What should be known and stops nothing, such as a credit that may not suffice.
    pub warnings: Option<Vec<String>>,
    /// What became of added pacing periods in each running media buy; after a change of `pacingPeriods`.
    pub pacing_cascade_result: Option<Json>,
}

/// A page of campaigns.
#[response]
pub struct CampaignPage {
    /// The campaigns of this page.
    pub campaigns: Vec<CampaignSummary>,
    /// How many there are.
    pub total: Option<f64>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// The `cursor` of the next page; absent on the last.
    pub next_cursor: Option<String>,
    /// The same campaigns in the form of the newer user interface.
    pub items: Option<Json>,
    /// How many run.
    pub active_count: Option<f64>,
}

/// A campaign in a list; `get` tells more.
#[response]
pub struct CampaignSummary {
    /// The campaign's id.
    pub campaign_id: String,
    /// The advertiser.
    pub advertiser_id: String,
    /// The name.
    pub name: String,
    /// How it stands.
    pub status: Open<CampaignStatus>,
    /// Who steers it.
    pub mode: Option<Open<CampaignMode>>,
    /// The older form of `mode`.
    pub campaign_type: Option<Open<CampaignType>>,
    /// Whether the service set it up.
    pub management: Option<Open<CampaignManagement>>,
    /// Where a mirrored campaign comes from.
    pub directed: Option<Json>,
    /// When it runs.
    pub flight_dates: Option<Flight>,
    /// How much it may spend.
    pub budget: Option<CampaignBudgetView>,
    /// Where it may run.
    pub constraints: Option<CampaignConstraintsView>,
    /// How many products are selected; for drafts.
    pub product_count: Option<f64>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A campaign.
#[response]
pub struct Campaign {
    /// The campaign's id.
    pub campaign_id: String,
    /// The advertiser.
    pub advertiser_id: String,
    /// The name.
    pub name: String,
    /// How it stands.
    pub status: Open<CampaignStatus>,
    /// Who steers it.
    pub mode: Option<Open<CampaignMode>>,
    /// The older form of `mode`.
    pub campaign_type: Option<Open<CampaignType>>,
    /// Whether the service set it up.
    pub management: Option<Open<CampaignManagement>>,
    /// Where a mirrored campaign comes from.
    pub directed: Option<Json>,
    /// Every media buy's id and status, whatever `mediaBuys` was limited to.
    pub media_buy_refs: Option<Vec<MediaBuyRef>>,
    /// The brief.
    pub brief: Option<String>,
    /// When it runs.
    pub flight_dates: Option<Flight>,
    /// How much it may spend, fees included.
    pub budget: Option<CampaignBudgetView>,
    /// What is taken from the budget before media.
    pub fees: Option<Vec<CampaignFee>>,
    /// What is left of the budget for media: what media buys spend.
    pub media_budget: Option<CampaignAmount>,
    /// What media buys hold of it.
    pub allocated_budget: Option<f64>,
    /// What is left for new media buys; may be negative.
    pub unallocated_budget: Option<f64>,
    /// The flight divided into periods.
    pub pacing_periods: Option<PacingSchedule>,
    /// Where it may run.
    pub constraints: Option<CampaignConstraintsView>,
    /// The only storefronts to buy from.
    pub storefronts: Option<Vec<CampaignStorefront>>,
    /// What it is optimized for.
    pub performance_config: Option<PerformanceConfigView>,
    /// How optimizations are applied.
    pub optimization_apply_mode: Option<Open<OptimizationApplyMode>>,
    /// The attached catalog.
    pub catalog_id: Option<f64>,
    /// The attached discovery session; for drafts.
    pub discovery_id: Option<String>,
    /// How many products are selected; for drafts.
    pub product_count: Option<f64>,
    /// The selected products; for drafts.
    pub products: Option<Vec<CampaignProductRef>>,
    /// The audiences that are targeted or left out.
    pub audiences: Option<Vec<CampaignAudience>>,
    /// Which creative formats are needed, there and missing.
    pub creative_formats: Option<CreativeCoverage>,
    /// The property lists that apply, when asked for.
    pub property_lists: Option<Json>,
    /// The media buys. Two with one id are a running one and its change that waits for approval.
    pub media_buys: Option<Vec<CampaignMediaBuy>>,
    /// Parameters for the landing pages' addresses.
    pub utm_config: Option<Vec<UtmParamView>>,
    /// The delivery of raw data.
    pub data_delivery: Option<DataDeliveryView>,
    /// How often a person may see the campaign's ads.
    pub frequency_caps: Option<Vec<FrequencyCap>>,
    /// Counts the changes.
    pub revision: Option<f64>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// How a campaign stands.
#[choice]
pub enum CampaignStatus {
    Draft,
    Active,
    Paused,
    Completed,
    Canceled,
    Archived,
}

/// Whether the service set a campaign up.
#[choice("lowercase")]
pub enum CampaignManagement {
    /// It merely mirrors the campaign.
    Tracked,
    /// It set it up.
    Managed,
}

/// What is taken from the budget before media.
#[response]
pub struct CampaignFee {
    /// What it is called.
    pub label: String,
    /// How much.
    pub amount: f64,
    /// The currency.
    pub currency: String,
    /// How it is worked out.
    pub pricing_type: Open<FeePricing>,
    /// With `MARGIN`: the percentage.
    pub margin_percent: Option<f64>,
    /// With `UNIT`: what is counted.
    pub unit: Option<String>,
    /// With `UNIT`: the price of one.
    pub unit_price: Option<f64>,
}

/// How a fee is worked out.
#[choice]
pub enum FeePricing {
    /// A percentage.
    Margin,
    /// A price for each.
    Unit,
}

/// A storefront that a campaign buys from.
#[response]
pub struct CampaignStorefront {
    /// The storefront's id.
    pub id: f64,
    /// Its public name in addresses.
    pub platform_id: String,
    /// Its name.
    pub name: String,
}

/// A product that is selected for a draft.
#[response]
pub struct CampaignProductRef {
    /// The product's id.
    pub product_id: String,
}

/// An audience of a campaign.
#[response]
pub struct CampaignAudience {
    /// The audience's id.
    pub audience_id: String,
    /// The name.
    pub name: Option<String>,
    /// Whether it can be used, such as `READY` or `TOO_SMALL`.
    pub status: Option<String>,
    /// Whether it is targeted or left out.
    pub r#type: Open<AudienceUse>,
    /// Since when.
    pub enabled_at: Option<Timestamp>,
}

/// What a campaign does with an audience.
#[choice]
pub enum AudienceUse {
    Target,
    Suppress,
}

/// Which creative formats are needed, there and missing.
#[response]
pub struct CreativeCoverage {
    /// What the selected products need.
    pub required: Option<Vec<CoveredFormat>>,
    /// What there is.
    pub covered: Option<Vec<CoveredFormat>>,
    /// What is still missing.
    pub missing: Option<Vec<CoveredFormat>>,
}

/// A kind of creative format.
#[response]
#[serde(rename_all = "snake_case")]
pub struct CoveredFormat {
    /// The kind, such as `video_vast`.
    pub format_kind: String,
}
