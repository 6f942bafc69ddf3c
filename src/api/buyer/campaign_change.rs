//! Changing a campaign, and with it its media buys.
//!
//! Source: "Update Campaign" of the buyer document; the OpenAPI for the bounds.

use crate::api::{OrNull, True};
use crate::format::{Id, IntegerId};
use crate::shape::{Problem, Remarks, Rule, View, choice, request};

use super::advertisers::OptimizationApplyMode;
use super::audience_config::AudienceConfigChange;
use super::campaign_budget::{CampaignBudgetChange, FlightDates};
use super::campaigns::{INSIDE, schedule_stays_inside};
use super::constraints::CampaignConstraints;
use super::data_delivery::CampaignDataDelivery;
use super::frequency_cap::FrequencyCapInput;
use super::media_buy_change::{MediaBuyChange, media_buys_stay_inside};
use super::pacing::PacingPeriods;
use super::performance::PerformanceConfig;
use super::utm::CampaignUtm;

/// Changes a campaign and its media buys; what is left out stays as it is.
#[request]
#[shape(rule = Rule::Forbidden("campaignType", "be left out: a campaign keeps the type it was created with"))]
#[shape(rule = Rule::Mistaken("startDate", "flightDates"))]
#[shape(rule = Rule::Mistaken("endDate", "flightDates"))]
#[shape(rule = Rule::custom("A mirrored campaign (`mode: \"directed\"`) can only be refreshed.", mirror_is_refreshed))]
#[shape(rule = Rule::custom(INSIDE, schedule_stays_inside))]
#[shape(rule = Rule::custom(INSIDE, media_buys_stay_inside))]
pub struct UpdateCampaign {
    /// The campaign.
    pub campaign_id: Id,
    /// The campaign's name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// The campaign's present mode, which cannot be changed; `directed` goes with `refresh` alone.
    pub mode: Option<PresentMode>,
    /// Whether a mirrored campaign is read again from the seller; goes with `mode: "directed"`.
    pub refresh: Option<True>,
    /// When the campaign runs.
    pub flight_dates: Option<FlightDates>,
    /// How much it may spend.
    pub budget: Option<CampaignBudgetChange>,
    /// The client's whole brief, word for word; at most 5000 characters.
    #[shape(length = ..=5000)]
    pub brief: Option<String>,
    /// Where it may run.
    pub constraints: Option<CampaignConstraints>,
    /// The only storefronts to buy from; at most 50; `[]` lifts the limit.
    #[shape(items = ..=50)]
    pub storefront_ids: Option<Vec<IntegerId>>,
    /// The discovery session whose products are attached.
    pub discovery_id: Option<Id>,
    /// Audiences to add to the present ones, or to replace them.
    pub audience_config: Option<AudienceConfigChange>,
    /// What to optimize for, replacing the present goals; null clears them.
    pub performance_config: Option<OrNull<PerformanceConfig>>,
    /// Whether optimizations are applied at once or wait for approval.
    pub optimization_apply_mode: Option<OptimizationApplyMode>,
    /// The advertiser's catalog to attach; null detaches it.
    pub catalog_id: Option<OrNull<IntegerId>>,
    /// The flight divided into periods, for drafts; null takes the division back.
    pub pacing_periods: Option<OrNull<PacingPeriods>>,
    /// Parameters for the landing pages' addresses, where they differ from the advertiser's.
    pub utm_config: Option<CampaignUtm>,
    /// The delivery of raw data, where it differs from the advertiser's.
    pub data_delivery: Option<CampaignDataDelivery>,
    /// How often a person may see the campaign's ads, replacing the present caps; left out, they stay; `[]` clears them.
    pub frequency_caps: Option<Vec<FrequencyCapInput>>,
    /// Changes to media buys, each with its id.
    pub media_buys: Option<Vec<MediaBuyChange>>,
}

/// The mode that a campaign has.
#[choice("lowercase")]
pub enum PresentMode {
    Discovery,
    Performance,
    /// A seller's campaign that is mirrored.
    Directed,
}

fn mirror_is_refreshed(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if !input.is("mode", "directed") {
        if input.given("refresh") && (!input.given("mode") || input.get("mode").is_some()) {
            let must = "be left out unless mode is directed".into();
            remarks.error(&["refresh".into()], Problem::Conflict { must });
        }
        return;
    }
    if !input.given("refresh") {
        remarks.error(&["refresh".into()], Problem::Required { when: "when mode is directed".into() });
    }
    for member in input.members() {
        let name = member.name.value();
        if !matches!(&*name, "campaignId" | "mode" | "refresh") {
            let must = "be left out when mode is directed: such a campaign can only be refreshed".into();
            remarks.error(&[(&*name).into()], Problem::Conflict { must });
        }
    }
}
