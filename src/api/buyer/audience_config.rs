//! Which audiences a campaign targets, and which it leaves out.
//!
//! Source: `audienceConfig` of the buyer document; the OpenAPI for the bounds.

use crate::format::Id;
use crate::shape::{Problem, Remarks, Rule, View, request};

/// Which audiences a new campaign targets, and which it leaves out.
#[request]
#[shape(rule = Rule::custom(APART, audiences_are_one_or_the_other))]
pub struct AudienceConfig {
    /// The audiences to reach; at most 100.
    #[shape(items = ..=100)]
    pub target_audience_ids: Option<Vec<Id>>,
    /// The audiences to leave out; at most 100.
    #[shape(items = ..=100)]
    pub suppress_audience_ids: Option<Vec<Id>>,
}

/// Changes to a campaign's audiences. The lists are added to the present ones unless `deleteMissing` says otherwise.
#[request]
#[shape(rule = Rule::custom(APART, audiences_are_one_or_the_other))]
pub struct AudienceConfigChange {
    /// The audiences to reach; at most 100; may be empty with `deleteMissing`.
    #[shape(items = ..=100)]
    pub target_audience_ids: Option<Vec<Id>>,
    /// The audiences to leave out; at most 100; may be empty with `deleteMissing`.
    #[shape(items = ..=100)]
    pub suppress_audience_ids: Option<Vec<Id>>,
    /// Whether audiences that are not listed are removed; alone, it removes all.
    #[shape(default = "false")]
    pub delete_missing: Option<bool>,
}

const APART: &str = "No audience is both targeted and suppressed.";

fn audiences_are_one_or_the_other(config: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let targeted = config.items("targetAudienceIds");
    for (index, suppressed) in config.items("suppressAudienceIds").iter().enumerate() {
        if targeted.iter().any(|target| target.raw() == suppressed.raw()) {
            let must = "be left out: targetAudienceIds has the same audience".into();
            remarks.error(&["suppressAudienceIds".into(), index.into()], Problem::Conflict { must });
        }
    }
}
