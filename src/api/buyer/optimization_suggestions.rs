//! Optimization suggestions: what Scope3's model would change about a running media buy.
//!
//! Source: "Optimization Suggestions" of the buyer document; the OpenAPI for `reason`'s limit and the pacing signal.

use crate::api::{JsonObject, Open, operations};
use crate::format::{IntegerId, Timestamp, Uuid};
use crate::shape::{choice, request, response};

operations! {
    "optimizationSuggestions";

    /// Lists suggestions.
    list = listOptimizationSuggestions: Get "/api/v2/buyer/optimization-suggestions" Safe,
        ListOptimizationSuggestions => OptimizationSuggestionPage, each "suggestions";

    /// Reads a suggestion with its adjustments and reasons.
    get = getOptimizationSuggestion: Get "/api/v2/buyer/optimization-suggestions/{suggestionId}" Safe,
        GetOptimizationSuggestion => OptimizationSuggestion;

    /// Approves a suggestion that waits for you.
    ///
    /// It must be `HIL_WAITING`; otherwise the service answers 409.
    approve = approveOptimizationSuggestion: Post "/api/v2/buyer/optimization-suggestions/{suggestionId}/approve" Once,
        ApproveOptimizationSuggestion => DecidedSuggestion;

    /// Rejects a suggestion that waits for you.
    ///
    /// It must be `HIL_WAITING`; otherwise the service answers 409.
    reject = rejectOptimizationSuggestion: Post "/api/v2/buyer/optimization-suggestions/{suggestionId}/reject" Once,
        RejectOptimizationSuggestion => DecidedSuggestion;
}

/// Lists suggestions.
#[request]
pub struct ListOptimizationSuggestions {
    /// The campaign to look at; a whole number, unlike campaign ids elsewhere.
    pub campaign_id: Option<IntegerId>,
    /// The media buy to look at; a whole number.
    pub media_buy_id: Option<IntegerId>,
    /// Where the suggestions stand; `HIL_WAITING` waits for you.
    pub status: Option<SuggestionStatus>,
    /// How many to return; 1 to 100.
    #[shape(range = 1..=100, default = "20")]
    pub limit: Option<i64>,
    /// How many to pass over.
    #[shape(range = 0.., default = "0")]
    pub offset: Option<i64>,
}

/// Reads a suggestion.
#[request]
pub struct GetOptimizationSuggestion {
    /// The suggestion's id; a UUID.
    pub suggestion_id: Uuid,
}

/// Approves a suggestion.
#[request]
pub struct ApproveOptimizationSuggestion {
    /// The suggestion's id; a UUID.
    pub suggestion_id: Uuid,
}

/// Rejects a suggestion.
#[request]
pub struct RejectOptimizationSuggestion {
    /// The suggestion's id; a UUID.
    pub suggestion_id: Uuid,
    /// Why it is rejected; at most 1000 characters.
    #[shape(length = ..=1000)]
    pub reason: Option<String>,
}

/// Where a suggestion stands. `HIL` is a human in the loop.
#[choice]
pub enum SuggestionStatus {
    Created,
    CreatedFailed,
    Ingested,
    IngestedFail,
    /// It waits to be approved or rejected.
    HilWaiting,
    HilApproved,
    HilRejected,
    Applied,
    AppliedFail,
    Rejected,
    Expired,
}

/// Some of the suggestions.
#[response]
pub struct OptimizationSuggestionPage {
    /// The suggestions of this page.
    pub suggestions: Vec<OptimizationSuggestionSummary>,
    /// How many there are altogether.
    pub total_count: i64,
    /// Whether more follow; raise `offset` for them.
    pub has_more: bool,
}

/// A suggestion in short.
#[response]
pub struct OptimizationSuggestionSummary {
    /// The suggestion's id.
    pub suggestion_id: String,
    /// The campaign.
    pub campaign_id: String,
    /// The media buy.
    pub media_buy_id: String,
    /// What the model optimizes for.
    pub optimization_metric: Option<String>,
    /// Where it stands.
    pub status: Open<SuggestionStatus>,
    /// How many products it would change.
    pub product_adjustment_count: i64,
    /// How many bids it would change.
    pub bid_adjustment_count: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its status last changed.
    pub status_updated_at: Timestamp,
}

/// A suggestion with its adjustments and reasons.
#[response]
pub struct OptimizationSuggestion {
    /// The suggestion's id.
    pub suggestion_id: String,
    /// The run of the optimizer that made it.
    pub optimizer_run_id: Option<String>,
    /// The campaign.
    pub campaign_id: String,
    /// The media buy.
    pub media_buy_id: String,
    /// When the optimizer made it.
    pub suggestion_timestamp: Option<Timestamp>,
    /// The version of the model.
    pub model_version: Option<String>,
    /// The campaign as the optimizer saw it.
    pub campaign_summary: Option<JsonObject>,
    /// What the model optimizes for.
    pub optimization_metric: Option<String>,
    /// By what the media buy would be scaled.
    pub media_buy_scaling_factor: Option<f64>,
    /// Why.
    pub media_buy_scaling_rationale: Option<String>,
    /// What would happen to products.
    pub product_adjustments: Option<Vec<ProductAdjustment>>,
    /// What would happen to bids.
    pub bid_adjustments: Option<Vec<BidAdjustment>>,
    /// Whether the media buy spends as planned; null when the optimizer does not say.
    pub pacing_recommendation: Option<PacingRecommendation>,
    /// Where it stands.
    pub status: Open<SuggestionStatus>,
    /// Why it stands there.
    pub status_reason: Option<String>,
    /// What went wrong.
    pub status_error: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its status last changed.
    pub status_updated_at: Timestamp,
}

/// What would happen to a product.
#[response]
pub struct ProductAdjustment {
    /// The product.
    pub product_id: Option<String>,
    /// What would be done, such as `add`.
    pub action: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// What would happen to a bid.
#[response]
pub struct BidAdjustment {
    /// The product.
    pub product_id: Option<String>,
    /// By what the bid would change.
    pub bid_change: Option<f64>,
    /// Why.
    pub reason: Option<String>,
}

/// Whether a media buy spends as planned.
#[response]
pub struct PacingRecommendation {
    /// The short answer.
    pub status: Open<PacingStatus>,
    /// How far it is off; 0 when on pace.
    pub error_ratio: f64,
    /// What it spends a day.
    pub current_daily_rate: f64,
    /// What it should spend a day to get back on pace.
    pub recommended_daily_spend: f64,
    /// The same in a sentence.
    pub message: String,
}

/// Whether a media buy spends as planned.
#[choice("snake_case")]
pub enum PacingStatus {
    OnPace,
    UnderSpending,
    OverSpending,
}

/// A suggestion that has been decided upon.
#[response]
pub struct DecidedSuggestion {
    /// The suggestion's id.
    pub suggestion_id: String,
    /// Where it stands now: `HIL_APPROVED` or `HIL_REJECTED`.
    pub status: Open<SuggestionStatus>,
}
