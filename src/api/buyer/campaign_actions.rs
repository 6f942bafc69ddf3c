//! What launching, pausing, automatic selection and the other calls on campaigns answer with.
//!
//! Source: the buyer document; the OpenAPI for what it does not show.

use crate::api::{Json, Open};
use crate::format::Timestamp;
use crate::shape::{choice, response};

use super::campaign::CampaignStatus;
use super::campaigns::MediaBuyStatus;
use super::media_buy::{MediaBuyError, MediaBuyErrorOwner};

/// What became of a launch.
#[response]
pub struct CampaignExecuted {
    /// The campaign.
    pub campaign_id: String,
    /// How it stood before.
    pub previous_status: Open<CampaignStatus>,
    /// How it stands now; `ACTIVE` even when some media buys failed.
    pub new_status: Open<CampaignStatus>,
    /// Whether no media buy failed.
    pub success: bool,
    /// How many media buys were sent.
    pub media_buys_executed: Option<f64>,
    /// Why nothing was sent.
    pub reason: Option<String>,
    /// The media buys that failed; launching again tries them again.
    pub errors: Option<Vec<ExecutionError>>,
    /// What went otherwise than asked, such as creatives that were left out.
    pub warnings: Option<Vec<Json>>,
}

/// A media buy that could not be sent.
#[response]
pub struct ExecutionError {
    /// The media buy.
    pub media_buy_id: String,
    /// The sales agent.
    pub sales_agent_id: String,
    /// What went wrong.
    pub message: String,
    /// What was said to the seller and back, when `debug` asked for it.
    pub debug: Option<ExecutionDebug>,
}

/// What was said to the seller and back.
#[response]
pub struct ExecutionDebug {
    /// What was sent.
    pub request: Option<Json>,
    /// What came back.
    pub response: Option<Json>,
    /// The log of the exchange.
    pub debug_logs: Option<Vec<Json>>,
    /// What went wrong.
    pub error: Option<String>,
}

/// What became of a pause.
#[response]
pub struct CampaignPaused {
    /// The campaign.
    pub campaign_id: String,
    /// Its name.
    pub campaign_name: Option<String>,
    /// How it stood before.
    pub previous_status: Open<CampaignStatus>,
    /// How it stands now.
    pub new_status: Open<CampaignStatus>,
    /// What became of each media buy.
    pub media_buy_results: Option<Vec<MediaBuyPaused>>,
    /// How many media buys there were to pause.
    pub total_media_buys: Option<f64>,
    /// How many are paused.
    pub success_count: Option<f64>,
    /// How many failed.
    pub failure_count: Option<f64>,
}

/// What became of a media buy.
#[response]
pub struct MediaBuyPaused {
    /// The media buy.
    pub media_buy_id: String,
    /// Its name.
    pub name: Option<String>,
    /// How it stood before.
    pub previous_status: Open<MediaBuyStatus>,
    /// Whether it is paused.
    pub success: bool,
    /// What went wrong.
    pub error: Option<String>,
}

/// The products that were chosen, and how the budget is divided.
#[response]
pub struct AutoSelected {
    /// The campaign.
    pub campaign_id: Option<String>,
    /// The discovery session that holds the products.
    pub discovery_id: Option<String>,
    /// The products.
    pub selected_products: Vec<AutoSelectedProduct>,
    /// How the budget is divided.
    pub budget_context: Option<SelectionBudget>,
    /// Why these.
    pub selection_rationale: Option<String>,
    /// How they were chosen.
    pub selection_method: Option<Open<SelectionMethod>>,
    /// The budget with which each product is tried.
    pub test_budget_per_product: Option<f64>,
    /// How many were chosen.
    pub product_count: Option<f64>,
    /// How many former choices they replace.
    pub previously_selected_count: Option<f64>,
}

/// A product that was chosen.
#[response]
pub struct AutoSelectedProduct {
    /// The product's id.
    pub product_id: String,
    /// The name.
    pub name: Option<String>,
    /// The sales agent.
    pub sales_agent_id: Option<String>,
    /// The group in which it was found.
    pub group_id: Option<String>,
    /// The group's name.
    pub group_name: Option<String>,
    /// The price of a thousand impressions.
    pub cpm: Option<f64>,
    /// Its share of the budget.
    pub budget: Option<f64>,
    /// The pricing option.
    pub pricing_option_id: Option<String>,
}

/// How the budget is divided.
#[response]
pub struct SelectionBudget {
    /// The campaign's budget.
    pub campaign_budget: f64,
    /// What the products have of it.
    pub total_allocated: f64,
    /// What is left.
    pub remaining_budget: f64,
    /// The currency.
    pub currency: String,
}

/// How products were chosen.
#[choice("snake_case")]
pub enum SelectionMethod {
    Scoring,
    Measurability,
    CpmHeuristic,
}

/// How the sellers say that the media buys stand.
#[response]
#[serde(rename_all = "snake_case")]
pub struct MediaBuyStatusReport {
    /// The campaign.
    pub campaign_id: String,
    /// How the campaign stands.
    pub campaign_status: Option<String>,
    /// How it stands in operation, such as `pending_creatives` or `attention_required`.
    pub operational_status: Option<String>,
    /// The media buys.
    pub media_buys: Vec<MediaBuyLiveStatus>,
    /// How many sales agents were asked.
    pub agents_queried: Option<f64>,
    /// The media buys about which nothing could be learnt.
    pub errors: Option<Vec<MediaBuyStatusError>>,
    /// What keeps the campaign from delivering.
    pub blockers: Option<Vec<CampaignBlocker>>,
    /// How many creatives wait for review.
    pub pending_creative_reviews: Option<f64>,
    /// Whether a seller has one of the media buys.
    pub has_upstream_media_buy: Option<bool>,
    /// Whether anything was delivered.
    pub has_delivery: Option<bool>,
}

/// How the seller says that a media buy stands.
#[response]
#[serde(rename_all = "snake_case")]
pub struct MediaBuyLiveStatus {
    /// The media buy.
    pub media_buy_id: String,
    /// The seller's own id.
    pub adcp_media_buy_id: Option<String>,
    /// How it stands here.
    pub internal_status: Open<MediaBuyStatus>,
    /// How it stands at the seller.
    pub adcp_status: Option<Open<AdcpStatus>>,
    /// How it stands in operation.
    pub operational_status: Option<String>,
    /// How it stood here before this call.
    pub previous_internal_status: Option<Open<MediaBuyStatus>>,
    /// How it stood at the seller before this call.
    pub previous_adcp_status: Option<Open<AdcpStatus>>,
    /// Whether this call changed the status here.
    pub updated: Option<bool>,
    /// Where the status was learnt.
    pub status_refresh_source: Option<String>,
    /// What keeps it from delivering.
    pub blockers: Option<Vec<String>>,
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
}

/// How a media buy stands at the seller.
#[choice("snake_case")]
pub enum AdcpStatus {
    Active,
    PendingCreatives,
    PendingStart,
    Paused,
    Completed,
    Rejected,
    Canceled,
}

/// A media buy about which nothing could be learnt.
#[response]
#[serde(rename_all = "snake_case")]
pub struct MediaBuyStatusError {
    /// The media buy.
    pub media_buy_id: String,
    /// What went wrong.
    pub error: String,
    /// The same as a code.
    pub code: Option<String>,
}

/// What keeps a campaign from delivering.
#[response]
pub struct CampaignBlocker {
    /// The code.
    pub code: String,
    /// The same in words.
    pub message: String,
}

/// The products of a campaign.
#[response]
pub struct CampaignProducts {
    /// The campaign.
    pub campaign_id: Option<String>,
    /// The discovery session; null when none is attached.
    pub discovery_id: Option<String>,
    /// The products.
    pub products: Vec<CampaignProduct>,
    /// The searches that found them.
    pub search_contexts: Vec<SearchContext>,
    /// How many there are.
    pub summary: CampaignProductCounts,
}

/// A product of a campaign.
#[response]
pub struct CampaignProduct {
    /// The product's id.
    pub product_id: String,
    /// The name.
    pub product_name: Option<String>,
    /// The sales agent.
    pub sales_agent_id: Option<String>,
    /// The sales agent's name.
    pub sales_agent_name: Option<String>,
    /// The publisher's domain.
    pub publisher_domain: Option<String>,
    /// The publisher's name.
    pub publisher_name: Option<String>,
    /// The bid.
    pub bid_price: Option<f64>,
    /// Its share of the budget.
    pub budget: Option<f64>,
    /// The pricing option.
    pub pricing_option_id: Option<String>,
    /// How it is priced.
    pub pricing_model: Option<String>,
    /// When it was selected.
    pub selected_at: Option<String>,
    /// The search that found it.
    pub search_context: Option<FoundBy>,
    /// The media buys that hold it; empty until it is executed.
    pub media_buys: Vec<ProductMediaBuy>,
}

/// The search that found a product.
#[response]
pub struct FoundBy {
    /// The search's id.
    pub id: String,
    /// The brief that was searched with.
    pub brief: Option<String>,
}

/// A media buy that holds a product.
#[response]
pub struct ProductMediaBuy {
    /// The media buy's id.
    pub media_buy_id: Option<String>,
    /// The same, in older answers.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// How it stands.
    pub status: Open<MediaBuyStatus>,
    /// The packages in which the product is.
    pub package_ids: Option<Vec<String>>,
}

/// A search that found products of a campaign.
#[response]
pub struct SearchContext {
    /// The search's id.
    pub id: String,
    /// The brief that was searched with.
    pub brief: Option<String>,
    /// The channels.
    pub channels: Option<Vec<String>>,
    /// The countries.
    pub countries: Option<Vec<String>>,
    /// When it was.
    pub created_at: Option<String>,
    /// How many products it found.
    pub product_count: Option<f64>,
}

/// How many products a campaign has.
#[response]
pub struct CampaignProductCounts {
    /// All of them.
    pub total_products: f64,
    /// Those that a media buy holds.
    pub products_on_media_buys: f64,
    /// Those that wait.
    pub products_pending: f64,
}
