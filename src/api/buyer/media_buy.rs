//! A campaign's media buys, as they are read with the campaign.
//!
//! Source: the OpenAPI; the buyer document for what the statuses mean.

use crate::api::{Json, JsonObject, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::campaigns::MediaBuyStatus;
use super::media_buy_change::PackagePacing;
use super::pacing::PacingSchedule;

/// A media buy's id and status.
#[response]
pub struct MediaBuyRef {
    /// The media buy's id.
    pub media_buy_id: String,
    /// How it stands.
    pub status: Open<MediaBuyStatus>,
    /// Who has to approve it, while it waits for that.
    pub pending_at: Option<Open<PendingAt>>,
    /// A change that was submitted and does not yet hold.
    pub pending_change: Option<PendingChange>,
}

/// A change that was submitted and does not yet hold.
#[response]
pub struct PendingChange {
    /// How the change stands.
    pub status: Open<MediaBuyStatus>,
    /// Who has to approve it.
    pub pending_at: Option<Open<PendingAt>>,
}

/// Who has to approve something.
#[choice("lowercase")]
pub enum PendingAt {
    Storefront,
    #[serde(rename = "salesagent")]
    SalesAgent,
    Unknown,
}

/// A media buy of a campaign.
#[response]
pub struct CampaignMediaBuy {
    /// The media buy's id. A running one and its change that waits for approval share it.
    pub media_buy_id: String,
    /// The name.
    pub name: Option<String>,
    /// How it stands.
    pub status: Open<MediaBuyStatus>,
    /// The seller's own revision.
    pub revision: Option<f64>,
    /// What the seller says can be done with it.
    pub valid_actions: Option<Vec<String>>,
    /// Who has to approve it, while it waits for that.
    pub pending_at: Option<Open<PendingAt>>,
    /// Why it does not deliver yet.
    pub pending_reason: Option<String>,
    /// Since when.
    pub pending_since: Option<Timestamp>,
    /// Why it failed or was rejected.
    pub error_code: Option<Open<MediaBuyError>>,
    /// Who can mend that.
    pub error_owner: Option<Open<MediaBuyErrorOwner>>,
    /// What the seller said about it.
    pub source_message: Option<String>,
    /// When it was sent to the seller.
    pub forwarded_at: Option<Timestamp>,
    /// What to quote when asking for help.
    pub buyer_reference: Option<String>,
    /// When it starts; `asap`, or a date and time.
    pub start_time: Option<String>,
    /// When it ends.
    pub end_time: Option<String>,
    /// Says `gross` where budgets include fees.
    #[serde(rename = "budget_denomination")]
    pub budget_denomination: Option<String>,
    /// What the budget is made of.
    #[serde(rename = "budget_breakdown")]
    pub budget_breakdown: Option<BudgetBreakdown>,
    /// The products, before it is executed.
    pub products: Option<Vec<MediaBuyProduct>>,
    /// A schedule of its own.
    pub pacing_periods: Option<PacingSchedule>,
    /// The packages, once it is executed.
    pub packages: Option<Vec<MediaBuyPackage>>,
    /// What it is optimized for, as `optimization_goals` takes it.
    pub optimization_goals: Option<Vec<JsonObject>>,
    /// What it has delivered.
    pub performance: Option<MediaBuyPerformance>,
    /// The creatives.
    pub creatives: Option<Vec<AssignedCreative>>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// Why a media buy failed.
#[choice("snake_case")]
pub enum MediaBuyError {
    ProductNoLongerAvailable,
    SourceRejected,
    StorefrontRejected,
    SourceUnavailable,
    InvalidRequest,
    QuoteExpired,
    PlatformError,
}

/// Who can mend a failed media buy.
#[choice("snake_case")]
pub enum MediaBuyErrorOwner {
    /// You: something in the request is wrong.
    BuyerInput,
    Platform,
    Seller,
}

/// What a media buy's budget is made of.
#[response]
#[serde(rename_all = "snake_case")]
pub struct BudgetBreakdown {
    /// What goes to media.
    pub media_budget: f64,
    /// What goes to Scope3.
    pub fee_amount: f64,
    /// The fee in percent of the media.
    pub fee_rate_percent: f64,
    /// What a thousand impressions cost, fee included.
    pub effective_gross_cpm: Option<f64>,
}

/// A product of a media buy.
#[response]
pub struct MediaBuyProduct {
    /// The product's id.
    pub product_id: String,
    /// The product's name.
    pub product_name: Option<String>,
    /// The publisher.
    pub publisher_name: Option<String>,
    /// The sales agent.
    pub sales_agent_name: Option<String>,
    /// Its share of the budget.
    pub budget: Option<f64>,
    /// The currency.
    pub budget_currency: Option<String>,
    /// The creative formats that the publisher takes.
    pub format_options: Option<Json>,
}

/// A package of a media buy: a line item at the publisher.
#[response]
pub struct MediaBuyPackage {
    /// The package's id.
    pub package_id: String,
    /// How it stands.
    pub status: Option<String>,
    /// The budget.
    pub budget: Option<f64>,
    /// The currency.
    pub budget_currency: Option<String>,
    /// How the budget is spread.
    pub pacing: Option<Open<PackagePacing>>,
    /// The bid.
    pub bid_price: Option<f64>,
    /// When it starts.
    pub start_time: Option<String>,
    /// When it ends.
    pub end_time: Option<String>,
    /// The targeting.
    pub targeting_overlay: Option<Json>,
    /// The targeting as the seller has it.
    pub provider_targeting: Option<Json>,
    /// The targeting as it was asked for.
    pub requested_targeting: Option<Json>,
    /// Whether the two are the same.
    pub targeting_matches_request: Option<bool>,
    /// The products in it.
    pub product_ids: Option<Vec<String>>,
    /// What it has delivered.
    pub delivery: Option<PackageDelivery>,
    /// The creatives.
    pub creatives: Option<Vec<AssignedCreative>>,
}

/// What a package has delivered.
#[response]
pub struct PackageDelivery {
    /// Impressions.
    pub impressions: f64,
    /// What was spent, fee included.
    pub spend: f64,
    /// Clicks.
    pub clicks: Option<f64>,
}

/// What a media buy has delivered.
#[response]
pub struct MediaBuyPerformance {
    /// Impressions.
    pub impressions: f64,
    /// What was spent, fee included.
    pub spend: f64,
    /// Clicks.
    pub clicks: f64,
    /// Views.
    pub views: f64,
    /// Views to the end.
    pub completed_views: f64,
    /// Conversions.
    pub conversions: f64,
    /// Leads.
    pub leads: f64,
    /// When this was counted.
    pub last_updated: Option<Timestamp>,
    /// The first day that is counted.
    pub window_start: Option<String>,
    /// The last day that is counted.
    pub window_end: Option<String>,
}

/// A creative that is assigned to a media buy or a package.
#[response]
pub struct AssignedCreative {
    /// The creative's id.
    pub creative_id: String,
    /// The name.
    pub name: Option<String>,
    /// The format.
    pub format_id: Option<Json>,
    /// How it stands.
    pub status: Option<String>,
    /// What each source says about it.
    pub source_sync_status: Option<Json>,
    /// What the storefront's review says; null where there is none.
    pub storefront_review_status: Option<String>,
}
