//! Campaigns: creating, reading, launching and pausing them. Changing one, media buys included, is in `campaign_change`.
//!
//! Source: "Campaigns" of the buyer document. It requires `campaignType`, which the OpenAPI does not know; that one requires
//! `mode`. Either is accepted.

use crate::api::{OneOrMany, operations};
use crate::format::{Id, IntegerId};
use crate::shape::{Problem, Remarks, Rule, View, choice, request};

use super::advertisers::OptimizationApplyMode;
use super::audience_config::AudienceConfig;
use super::campaign::{CampaignPage, CampaignResponse};
use super::campaign_actions::{AutoSelected, CampaignExecuted, CampaignPaused, CampaignProducts, MediaBuyStatusReport};
use super::campaign_budget::{CampaignBudget, FlightDates};
use super::campaign_change::UpdateCampaign;
use super::constraints::CampaignConstraints;
use super::data_delivery::CampaignDataDelivery;
use super::frequency_cap::FrequencyCapInput;
use super::pacing::{PacingPeriods, periods_stay_inside};
use super::performance::PerformanceConfig;
use super::utm::CampaignUtm;

operations! {
    "campaigns";

    /// Lists your campaigns, page by page.
    list = listCampaigns as "list_campaigns": Get "/api/v2/buyer/campaigns" Safe, ListCampaigns => CampaignPage, each "campaigns";

    /// Creates a campaign as a draft; `execute` launches it.
    ///
    /// The advertiser must have a brand.
    create = createCampaign as "create_campaign": Post "/api/v2/buyer/campaigns" Once,
        CreateCampaign => CampaignResponse;

    /// Reads a campaign with its media buys, audiences, budget and goals.
    get = getCampaign as "get_campaign": Get "/api/v2/buyer/campaigns/{campaignId}" Safe,
        GetCampaign => CampaignResponse, every 15 then 30;

    /// Changes a campaign and its media buys; what is left out stays as it is.
    update = updateCampaign as "update_campaign": Put "/api/v2/buyer/campaigns/{campaignId}" Once,
        UpdateCampaign => CampaignResponse;

    /// Deletes a campaign.
    delete = deleteCampaign as "delete_campaign": Delete "/api/v2/buyer/campaigns/{campaignId}" Idempotent,
        DeleteCampaign => ();

    /// Launches a campaign: its drafts of media buys are sent to the sellers.
    ///
    /// Sending it again tries the failed ones again and touches nothing that runs.
    execute = executeCampaign as "execute_campaign": Post "/api/v2/buyer/campaigns/{campaignId}/execute" Idempotent,
        ExecuteCampaign => CampaignExecuted;

    /// Pauses a campaign and its running media buys.
    pause = pauseCampaign as "pause_campaign": Post "/api/v2/buyer/campaigns/{campaignId}/pause" Once,
        PauseCampaign => CampaignPaused;

    /// Lets the service choose products for a performance campaign and divide the budget among them.
    ///
    /// Replaces what was selected before.
    auto_select_products = autoSelectProducts as "auto_select_products":
        Post "/api/v2/buyer/campaigns/{campaignId}/auto-select-products" Once,
        AutoSelectProducts => AutoSelected;

    /// Asks the sellers how the campaign's media buys stand.
    media_buy_status = getMediaBuyAdcpStatus as "get_media_buy_status":
        Get "/api/v2/buyer/campaigns/{campaignId}/media-buy-status" Safe,
        GetMediaBuyStatus => MediaBuyStatusReport, every 30;

    /// Lists the products of a campaign, with the search that found each and the media buys that hold it.
    list_products = getCampaignProducts as "get_campaign_products":
        Get "/api/v2/buyer/campaigns/{campaignId}/products" Safe,
        ListCampaignProducts => CampaignProducts, each "products";
}

/// Lists your campaigns.
#[request]
pub struct ListCampaigns {
    /// Only those of this advertiser.
    pub advertiser_id: Option<IntegerId>,
    /// Only those whose name contains this; capital or small letters make no difference.
    pub name: Option<String>,
    /// Only those with this status, or one of these; left out, drafts, running and paused ones.
    pub status: Option<OneOrMany<CampaignFilter>>,
    /// Only those steered in this way, or one of these.
    pub mode: Option<OneOrMany<CampaignMode>>,
    /// Only those that the service set up, or only those it merely mirrors.
    #[shape(default = "all")]
    pub management: Option<ManagementFilter>,
    /// Only those with a media buy of this status, or one of these.
    pub media_buy_status: Option<OneOrMany<MediaBuyStatus>>,
    /// Whether archived ones are listed, too.
    #[shape(default = "false")]
    pub include_archived: Option<bool>,
    /// What to add to the answer; `geo_metro_names` adds the names of metropolitan areas.
    pub fields: Option<OneOrMany<String>>,
    /// The `nextCursor` of the page before; then `skip` means nothing.
    pub cursor: Option<String>,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to skip; from 0.
    #[shape(range = 0.., default = "0")]
    pub skip: Option<i64>,
}

/// Creates a campaign.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["mode", "campaignType"]))]
#[shape(rule = Rule::Renamed("campaignType", "mode"))]
#[shape(rule = Rule::Requires("productIds", "discoveryId"))]
#[shape(rule = Rule::Mistaken("startDate", "flightDates"))]
#[shape(rule = Rule::Mistaken("endDate", "flightDates"))]
#[shape(rule = Rule::custom("The mode `performance` needs `performanceConfig`.", performance_has_goals))]
#[shape(rule = Rule::custom(INSIDE, schedule_stays_inside))]
pub struct CreateCampaign {
    /// The advertiser; it must have a brand.
    pub advertiser_id: IntegerId,
    /// The campaign's name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: String,
    /// Who finds the products; `discovery` goes by the brief, `performance` by the goals and needs `performanceConfig`.
    pub mode: Option<NewCampaignMode>,
    /// The older form of `mode`; cannot be changed later.
    pub campaign_type: Option<CampaignType>,
    /// When the campaign runs.
    pub flight_dates: FlightDates,
    /// How much it may spend.
    pub budget: CampaignBudget,
    /// The client's whole brief, word for word; at most 5000 characters.
    #[shape(length = ..=5000)]
    pub brief: Option<String>,
    /// Where it may run.
    pub constraints: Option<CampaignConstraints>,
    /// The only storefronts to buy from; at most 50.
    #[shape(items = ..=50)]
    pub storefront_ids: Option<Vec<IntegerId>>,
    /// The discovery session whose products are attached.
    pub discovery_id: Option<Id>,
    /// The products to select from the start; needs `discoveryId`.
    pub product_ids: Option<Vec<Id>>,
    /// Which audiences to reach, and which to leave out.
    pub audience_config: Option<AudienceConfig>,
    /// What to optimize for.
    pub performance_config: Option<PerformanceConfig>,
    /// Whether optimizations are applied at once or wait for approval; left out, as the advertiser has it.
    pub optimization_apply_mode: Option<OptimizationApplyMode>,
    /// The advertiser's catalog to attach; only one.
    pub catalog_id: Option<IntegerId>,
    /// The flight divided into periods.
    pub pacing_periods: Option<PacingPeriods>,
    /// Parameters for the landing pages' addresses, where they differ from the advertiser's.
    pub utm_config: Option<CampaignUtm>,
    /// The delivery of raw data, where it differs from the advertiser's.
    pub data_delivery: Option<CampaignDataDelivery>,
    /// How often a person may see the campaign's ads.
    pub frequency_caps: Option<Vec<FrequencyCapInput>>,
}

/// Reads a campaign.
#[request]
pub struct GetCampaign {
    /// The campaign.
    pub campaign_id: Id,
    /// Only this media buy in `mediaBuys`, or these; everything else stays.
    pub media_buy_id: Option<OneOrMany<String>>,
    /// Whether a change of a moment ago must be seen.
    pub fresh: Option<bool>,
    /// Whether the property lists that apply are wanted.
    #[shape(default = "false")]
    pub include_property_lists: Option<bool>,
    /// Whether the formats of each product are wanted.
    #[shape(default = "true")]
    pub include_product_details: Option<bool>,
    /// What to add to the answer; `geo_metro_names` adds the names of metropolitan areas.
    pub fields: Option<OneOrMany<String>>,
}

/// Deletes a campaign.
#[request]
pub struct DeleteCampaign {
    /// The campaign.
    pub campaign_id: Id,
}

/// Launches a campaign.
#[request]
#[shape(closed)]
pub struct ExecuteCampaign {
    /// The campaign.
    pub campaign_id: Id,
    /// Whether failures bring what was said to the seller and back.
    pub debug: Option<bool>,
}

/// Pauses a campaign.
#[request]
pub struct PauseCampaign {
    /// The campaign.
    pub campaign_id: Id,
}

/// Lets the service choose products. Everything may be left out.
#[request]
#[shape(closed)]
pub struct AutoSelectProducts {
    /// The campaign.
    pub campaign_id: Id,
    /// What to do differently from the last time; at least 1.
    #[shape(items = 1..)]
    pub refine: Option<Vec<SelectionRefinement>>,
    /// The most products to choose; from 1.
    #[shape(range = 1..)]
    pub max_products: Option<i64>,
    /// The least budget for a product; greater than 0.
    #[shape(above = 0)]
    pub min_budget_per_product: Option<f64>,
}

/// What to do differently when products are chosen again.
#[request]
#[serde(tag = "scope", rename_all = "lowercase")]
pub enum SelectionRefinement {
    /// For the whole selection.
    Request {
        /// What to do, in plain words, such as "more video".
        #[shape(length = 1..)]
        ask: String,
    },
    /// For one product.
    Product {
        /// The product.
        id: Id,
        /// What to do with it.
        action: SelectionAction,
        /// The same in more words.
        #[shape(length = 1..)]
        ask: Option<String>,
    },
}

/// What to do with a product when products are chosen again.
#[choice("camelCase")]
pub enum SelectionAction {
    Include,
    Omit,
    MoreLikeThis,
}

/// Asks the sellers how the media buys stand.
#[request]
pub struct GetMediaBuyStatus {
    /// The campaign.
    pub campaign_id: Id,
}

/// Lists the products of a campaign.
#[request]
pub struct ListCampaignProducts {
    /// The campaign.
    pub campaign_id: Id,
}

/// Who finds a new campaign's products.
#[choice("lowercase")]
pub enum NewCampaignMode {
    /// You have a brief.
    Discovery,
    /// You have a goal.
    Performance,
}

/// Who steers a campaign.
#[choice("lowercase")]
pub enum CampaignMode {
    Discovery,
    Performance,
    /// A seller's campaign that is mirrored; read `management` instead.
    Directed,
}

/// The older form of a campaign's mode.
#[choice]
pub enum CampaignType {
    /// Scope3 decides and optimizes.
    Decisioned,
    /// Straight to the sales agents, with your own credentials.
    Routed,
}

/// Which campaigns are wanted.
#[choice]
pub enum CampaignFilter {
    Draft,
    Active,
    Paused,
    Completed,
    Canceled,
    Archived,
    All,
}

/// Whether the service set a campaign up.
#[choice("lowercase")]
pub enum ManagementFilter {
    /// It merely mirrors the campaign.
    Tracked,
    /// It set it up.
    Managed,
    All,
}

/// How a media buy stands.
#[choice]
pub enum MediaBuyStatus {
    Draft,
    PendingApproval,
    InputRequired,
    Active,
    Paused,
    Completed,
    Canceled,
    Failed,
    Rejected,
    Archived,
}

pub const INSIDE: &str = "What has dates of its own stays inside `flightDates`.";

fn performance_has_goals(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if input.is("mode", "performance") && !input.given("performanceConfig") {
        let when = "when mode is performance".into();
        remarks.error(&["performanceConfig".into()], Problem::Required { when });
    }
}

/// A flight that is wrong itself is no measure for anything.
pub fn schedule_stays_inside(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if let Some((flight, schedule)) = input.object("flightDates").zip(input.object("pacingPeriods"))
        && input.is_sound("flightDates")
    {
        periods_stay_inside(&flight, &schedule, remarks);
    }
}
