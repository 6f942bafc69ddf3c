//! How the service judges sellers' proposals on a buyer's behalf.
//!
//! Source: the OpenAPI; the buyer document does not know it.

use crate::shape::request;

/// How proposals are judged, asked to be better, and put in order.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(closed)]
pub struct ProposalEvaluation {
    /// What makes a proposal good or bad for you, in your words; 1 to 8000 characters.
    #[shape(length = 1..=8000)]
    pub instructions: String,
    /// How often a seller is asked for a better one; 0 to 3.
    #[shape(range = 0..=3, default = "1")]
    pub max_refinement_rounds: Option<i64>,
    /// How many batches of 10 proposals are judged; 1 to 100.
    #[shape(range = 1..=100, default = "20")]
    pub max_evaluation_passes: Option<i64>,
    /// Whether good ones get a summary, strengths, concerns and labels.
    #[shape(default = "true")]
    pub enrichment: Option<bool>,
    /// Puts the good ones in order.
    pub ranking: Option<ProposalRanking>,
}

/// Puts proposals in order.
#[request]
#[shape(closed)]
pub struct ProposalRanking {
    /// What comes first, in your words; 1 to 4000 characters; without it, what suits the evaluation best.
    #[shape(length = 1..=4000)]
    pub instructions: Option<String>,
}

/// The older form of an evaluation: no order, no summaries.
#[request]
#[serde(rename_all = "snake_case")]
#[shape(closed)]
pub struct ProposalScreening {
    /// What makes a proposal good or bad for you, in your words; 1 to 8000 characters.
    #[shape(length = 1..=8000)]
    pub instructions: String,
    /// How often a seller is asked for a better one; 0 to 3.
    #[shape(range = 0..=3, default = "1")]
    pub max_refinement_rounds: Option<i64>,
    /// How many batches of proposals are judged; 1 to 100.
    #[shape(range = 1..=100, default = "20")]
    pub max_screening_passes: Option<i64>,
}
