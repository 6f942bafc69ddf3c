//! How far a storefront's set-up is, and what is planned: a part of what its readiness answers with.
//!
//! Source: the OpenAPI.

use std::collections::BTreeMap;

use crate::api::Open;
use crate::format::Timestamp;
use crate::shape::{choice, response};

/// How far a storefront's set-up is: `pass_through` when it hands on an agent's finished products, otherwise the three
/// steps one after the other.
#[choice("snake_case")]
pub enum OnboardingPhase {
    PassThrough,
    Crawl,
    Walk,
    Run,
}

/// What a storefront plans to sell, and what is done of it.
#[response]
pub struct OnboardingPlan {
    /// The version of the plan's form.
    pub version: i64,
    /// What is to be sold.
    pub target: Vec<OnboardingTarget>,
    /// What is done, by the id of the readiness check.
    pub steps: BTreeMap<String, OnboardingStep>,
    /// How the set-up moved from phase to phase.
    pub phase_transitions: Vec<PhaseTransition>,
    /// Who last wrote the plan, such as `system` or a user's id.
    pub last_updated_by: Option<String>,
    /// When it was last written.
    pub last_updated_at: Timestamp,
}

/// Something that is to be sold.
#[response]
pub struct OnboardingTarget {
    /// What kind of thing.
    pub kind: Open<TargetKind>,
    /// What it is, such as `ctv`.
    pub value: String,
    /// The source that has it; null when that is not known.
    pub source_ref: Option<String>,
    /// How it is known.
    pub provenance: Open<TargetProvenance>,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
    /// What shows it.
    pub evidence_refs: Vec<String>,
    /// How far it is.
    pub status: Open<TargetStatus>,
}

/// The kinds of things that can be planned.
#[choice("lowercase")]
pub enum TargetKind {
    Channel,
    Format,
    Property,
    Product,
    Signal,
    Pricing,
}

/// How something planned is known.
#[choice("snake_case")]
pub enum TargetProvenance {
    Declared,
    Observed,
    Asked,
    BuyerRequested,
    Researched,
}

/// How far something planned is.
#[choice("lowercase")]
pub enum TargetStatus {
    Candidate,
    Confirmed,
    Expressed,
    Declined,
}

/// A step that is done.
#[response]
pub struct OnboardingStep {
    /// When it was first seen to be done.
    pub completed_at: Timestamp,
    /// Who did it; null when the service only noticed.
    pub owner: Option<String>,
}

/// A move from phase to phase.
#[response]
pub struct PhaseTransition {
    /// The phase before; null at the beginning.
    pub from: Option<Open<OnboardingPhase>>,
    /// The phase after.
    pub to: Open<OnboardingPhase>,
    /// When it was.
    pub at: Timestamp,
}
