//! What a discovery has found.
//!
//! Source: the responses under "Discovery" of the buyer document; the OpenAPI for proposals and progressive delivery.

use crate::api::Open;
use crate::shape::{choice, response};

use super::discovery_agents::{
    AgentDiscovery, DiscoveryConnectionIssue, DiscoveryDiagnostics, IncompleteAgent, PendingAgent,
};
use super::product::DiscoveredProduct;
use super::selected_products::DiscoveryBudget;

/// What a discovery has found. Nothing found is no failure.
#[response]
pub struct DiscoveredProducts {
    /// The discovery's id; keep it.
    pub discovery_id: String,
    /// The products, grouped by seller.
    pub product_groups: Vec<ProductGroup>,
    /// How many groups there are altogether.
    pub total_groups: i64,
    /// Whether more groups follow; raise `groupOffset` for them.
    pub has_more_groups: bool,
    /// Everything in numbers.
    pub summary: DiscoverySummary,
    /// What is left of the budget.
    pub budget_context: Option<DiscoveryBudget>,
    /// Media plans that sellers recommend.
    pub proposals: Option<Vec<Proposal>>,
    /// What became of each `refine`, in the same order.
    pub refinement_applied: Option<Vec<RefinementResult>>,
    /// The sellers that were too slow, or answered in part.
    pub incomplete_agents: Option<Vec<IncompleteAgent>>,
    /// The connections that have to be authorized again.
    pub connection_issues: Option<Vec<DiscoveryConnectionIssue>>,
    /// Whether waiting longer may help.
    pub retry_with_longer_wait_available: Option<bool>,
    /// What was said to the sellers and what they said; with `debug`.
    pub agent_results: Option<Vec<AgentDiscovery>>,
    /// With `progressive`: how far the answer is; pass it back as `sinceRevision`.
    pub revision: Option<i64>,
    /// With `progressive`: false while sellers are still answering.
    pub results_complete: Option<bool>,
    /// With `progressive`: the sellers that are still answering.
    pub pending_agents: Option<Vec<PendingAgent>>,
    /// With `progressive`: how many storefronts have answered.
    pub progress: Option<DiscoveryProgress>,
    /// For the service's own support.
    pub diagnostics: Option<DiscoveryDiagnostics>,
    /// What to do next, in a sentence.
    pub guidance: Option<String>,
}

/// The products of a seller.
#[response]
pub struct ProductGroup {
    /// The group's id.
    pub group_id: String,
    /// Its name, mostly the publisher's.
    pub group_name: String,
    /// The storefront behind it.
    pub storefront_id: Option<String>,
    /// The storefront's name.
    pub storefront_name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// The products of this page.
    pub products: Vec<DiscoveredProduct>,
    /// How many there are on this page.
    pub product_count: i64,
    /// How many there are altogether.
    pub total_products: i64,
    /// Whether more follow; raise `productOffset` for them.
    pub has_more_products: bool,
}

/// A discovery in numbers.
#[response]
pub struct DiscoverySummary {
    /// How many products there are.
    pub total_products: i64,
    /// How many publishers.
    pub publishers_count: i64,
    /// What they cost per thousand impressions.
    pub price_range: Option<PriceRange>,
}

/// From what to what prices reach.
#[response]
pub struct PriceRange {
    /// The lowest; null when nothing has a price.
    pub min: Option<f64>,
    /// The highest.
    pub max: Option<f64>,
    /// The average.
    pub avg: Option<f64>,
    /// The currency; absent when there are several.
    pub currency: Option<String>,
}

/// A media plan that a seller recommends.
#[response]
pub struct Proposal {
    /// The proposal's id.
    pub proposal_id: String,
    /// Display name.
    pub name: String,
    /// What it is meant to achieve.
    pub description: Option<String>,
    /// How it suits the brief.
    pub brief_alignment: Option<String>,
    /// The sales agent that made it.
    pub sales_agent_id: Option<String>,
    /// The sales agent's name.
    pub sales_agent_name: Option<String>,
    /// The storefront that it was found in.
    pub storefront_id: Option<String>,
    /// The storefront's name.
    pub storefront_name: Option<String>,
    /// Retired: it says nothing about the proposal.
    pub supported_routing_types: Option<Vec<String>>,
    /// How the budget is divided.
    pub allocations: Vec<ProductAllocation>,
    /// Until when it holds.
    pub expires_at: Option<String>,
    /// What it should cost.
    pub total_budget_guidance: Option<BudgetGuidance>,
}

/// A product's part of a media plan.
#[response]
pub struct ProductAllocation {
    /// The product.
    pub product_id: String,
    /// Its part of the budget in percent.
    pub allocation_percentage: f64,
    /// The price to take.
    pub pricing_option_id: Option<String>,
    /// Why.
    pub rationale: Option<String>,
    /// Its place in the plan, from 1.
    pub sequence: Option<i64>,
    /// What it belongs to, such as "mobile".
    pub tags: Option<Vec<String>>,
}

/// What a media plan should cost.
#[response]
pub struct BudgetGuidance {
    /// At least.
    pub min: Option<f64>,
    /// Best.
    pub recommended: Option<f64>,
    /// At most.
    pub max: Option<f64>,
    /// The currency.
    pub currency: Option<String>,
}

/// What became of something that was to change.
#[response]
pub struct RefinementResult {
    /// What it was about.
    pub scope: Option<Open<RefinementScope>>,
    /// The product or proposal.
    pub id: Option<String>,
    /// How it ended.
    pub status: Open<RefinementStatus>,
    /// What the seller says about it.
    pub notes: Option<String>,
}

/// What a change is about.
#[choice("lowercase")]
pub enum RefinementScope {
    Request,
    Product,
    Proposal,
}

/// How a change ended.
#[choice("lowercase")]
pub enum RefinementStatus {
    Applied,
    Partial,
    Unable,
}

/// How many storefronts have answered.
#[response]
pub struct DiscoveryProgress {
    /// How many have.
    pub responded_storefront_count: i64,
    /// How many were asked.
    pub total_storefront_count: i64,
    /// How many seconds each may take.
    pub wait_seconds: i64,
}
