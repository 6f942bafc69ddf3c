//! How much a campaign may spend, and when.
//!
//! Source: "Campaigns" of the buyer document; the OpenAPI for `dailyCap` and `pacing`.

use crate::api::Open;
use crate::format::{CurrencyCode, Timestamp};
use crate::shape::{Rule, choice, request, response};

/// How much a new campaign may spend.
#[request]
pub struct CampaignBudget {
    /// The whole budget, fees included; greater than 0.
    #[shape(above = 0)]
    pub total: f64,
    /// The currency; must be the advertiser's.
    #[shape(default = "USD")]
    pub currency: Option<CurrencyCode>,
    /// The most that is spent in a day; greater than 0.
    #[shape(above = 0)]
    pub daily_cap: Option<f64>,
    /// How the budget is spread over the flight.
    pub pacing: Option<BudgetPacing>,
}

/// Changes to a campaign's budget; what is left out stays as it is.
#[request]
pub struct CampaignBudgetChange {
    /// The whole budget, fees included; greater than 0.
    #[shape(above = 0)]
    pub total: Option<f64>,
    /// The currency; must be the advertiser's.
    #[shape(default = "USD")]
    pub currency: Option<CurrencyCode>,
    /// The most that is spent in a day; greater than 0.
    #[shape(above = 0)]
    pub daily_cap: Option<f64>,
    /// How the budget is spread over the flight.
    pub pacing: Option<BudgetPacing>,
}

/// How a budget is spread over the flight.
#[choice]
pub enum BudgetPacing {
    Even,
    Asap,
    #[serde(rename = "FRONTLOADED")]
    FrontLoaded,
}

/// When a campaign runs.
#[request]
#[shape(rule = Rule::Before("startDate", "endDate"))]
pub struct FlightDates {
    /// The first moment, in UTC, such as `2026-02-05T00:00:00Z`.
    pub start_date: Timestamp,
    /// The last moment, in UTC; after `startDate`.
    pub end_date: Timestamp,
}

/// When a campaign runs, in an answer.
#[response]
pub struct Flight {
    /// The first moment.
    pub start_date: Timestamp,
    /// The last moment.
    pub end_date: Timestamp,
}

/// A campaign's budget as it is kept.
#[response]
pub struct CampaignBudgetView {
    /// The whole budget, fees included.
    pub total: f64,
    /// The currency.
    pub currency: String,
    /// The most that is spent in a day. Not in lists.
    pub daily_cap: Option<f64>,
    /// How the budget is spread over the flight. Not in lists.
    pub pacing: Option<Open<BudgetPacing>>,
}

/// An amount and its currency.
#[response]
pub struct CampaignAmount {
    /// The amount.
    pub total: f64,
    /// The currency.
    pub currency: String,
}
