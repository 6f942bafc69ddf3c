//! The products that have been chosen in a discovery.
//!
//! Source: "Add Products to Selection" of the buyer document; the OpenAPI for storefronts and repeated lines.

use crate::api::JsonObject;
use crate::format::Timestamp;
use crate::shape::response;

/// The products that have been chosen.
#[response]
pub struct SelectedProducts {
    /// The discovery's id.
    pub discovery_id: String,
    /// The chosen products.
    pub products: Vec<SelectedProduct>,
    /// How many there are.
    pub total_products: i64,
    /// What is left of the budget.
    pub budget_context: Option<DiscoveryBudget>,
    /// Whether an active campaign takes its products from here; if not, they are only kept here.
    pub campaign_bound: Option<bool>,
    /// What to do about it, when none does.
    pub campaign_warning: Option<String>,
}

/// A chosen product.
#[response]
pub struct SelectedProduct {
    /// The product.
    pub product_id: String,
    /// The storefront that it was found in.
    pub storefront_id: Option<String>,
    /// The inventory source that it was found in.
    pub inventory_source_id: Option<String>,
    /// Your name for this line, when the product was chosen more than once.
    pub selection_id: Option<String>,
    /// The sales agent that offers it.
    pub sales_agent_id: String,
    /// What you bid.
    pub bid_price: Option<f64>,
    /// What it may spend.
    pub budget: Option<f64>,
    /// Targeting for this product alone, as AdCP writes it.
    pub targeting_overlay: Option<JsonObject>,
    /// When it was chosen.
    pub selected_at: Timestamp,
    /// The group that it was found in.
    pub group_id: String,
    /// The group's name.
    pub group_name: String,
}

/// What is left of a discovery's budget.
#[response]
pub struct DiscoveryBudget {
    /// The whole budget; null when there is none.
    pub session_budget: Option<f64>,
    /// What the chosen products take of it.
    pub allocated_budget: f64,
    /// What is left; null when there is no budget.
    pub remaining_budget: Option<f64>,
    /// What is wrong with it.
    pub budget_warning: Option<String>,
}
