//! Advertisers: the brands for which campaigns run, and the accounts that are linked to them.
//!
//! Source: "Advertisers" of the buyer document. The OpenAPI requires `primaryCurrency`, allows longer pages, and names an
//! account's seller by `storefrontId` and `sourceId` where the document says `partnerId`.

use crate::api::operations;
use crate::format::{AnyCaseCurrency, Id, IntegerId};
use crate::shape::{Rule, choice, request};

use super::advertiser::{Advertiser, AdvertiserPage, AvailableAccounts};
use super::data_delivery::DataDelivery;
use super::frequency_cap::FrequencyCapInput;
use super::utm::UtmParam;

operations! {
    "advertisers";

    /// Lists your advertisers, page by page.
    list = listAdvertisers as "list_advertisers": Get "/api/v2/buyer/advertisers" Safe,
        ListAdvertisers => AdvertiserPage, each "items";

    /// Creates an advertiser for a brand.
    ///
    /// A brand that is not yet registered is refused with `details.enrichedBrand`: show it, and try again with `saveBrand`.
    create = createAdvertiser as "create_advertiser": Post "/api/v2/buyer/advertisers" Once,
        CreateAdvertiser => Advertiser;

    /// Reads an advertiser with its brand, linked accounts, UTM parameters and frequency caps.
    get = getAdvertiser as "get_advertiser": Get "/api/v2/buyer/advertisers/{advertiserId}" Safe,
        GetAdvertiser => Advertiser;

    /// Changes an advertiser; what is left out stays as it is.
    update = updateAdvertiser as "update_advertiser": Put "/api/v2/buyer/advertisers/{advertiserId}" Idempotent,
        UpdateAdvertiser => Advertiser;

    /// Lists the accounts at a seller that can be linked to the advertiser.
    list_available_accounts = listAvailableAccounts as "list_available_accounts":
        Get "/api/v2/buyer/advertisers/{advertiserId}/accounts/available" Safe,
        ListAvailableAccounts => AvailableAccounts, each "accounts";
}

/// Lists your advertisers.
#[request]
#[shape(rule = Rule::Documented("limit", 10))]
pub struct ListAdvertisers {
    /// Only those with this status.
    #[shape(default = "ACTIVE")]
    pub status: Option<AdvertiserFilter>,
    /// Only those whose name contains this; capital or small letters make no difference.
    pub name: Option<String>,
    /// Only those linked to an account of this seller.
    pub linked_account_partner_id: Option<Id>,
    /// Only sandbox advertisers, or only real ones.
    pub sandbox: Option<bool>,
    /// Whether each row brings its brand.
    pub include_brand: Option<bool>,
    /// How many a page holds; 1 to 100; older services give at most 10.
    #[shape(range = 1..=100)]
    pub limit: Option<i64>,
    /// How many to skip; from 0.
    #[shape(range = 0.., default = "0")]
    pub offset: Option<i64>,
}

/// Creates an advertiser.
#[request]
#[shape(rule = Rule::Expected("primaryCurrency"))]
pub struct CreateAdvertiser {
    /// The advertiser's name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: String,
    /// The brand's domain, such as `nike.com`; its website's address will do.
    #[shape(length = 1..)]
    pub brand: String,
    /// For people; at most 1000 characters.
    #[shape(length = ..=1000)]
    pub description: Option<String>,
    /// Whether a brand that was found but is not registered is registered; set it after the preview was looked at.
    #[shape(default = "false")]
    pub save_brand: Option<bool>,
    /// The accounts to link; take the ids from `listAvailableAccounts`.
    pub linked_accounts: Option<Vec<LinkedAccountInput>>,
    /// Whether optimizations of media buys are applied at once or wait for approval; campaigns may differ.
    #[shape(default = "MANUAL")]
    pub optimization_apply_mode: Option<OptimizationApplyMode>,
    /// The currency of all campaigns (ISO 4217); fixed once there is a campaign.
    pub primary_currency: Option<AnyCaseCurrency>,
    /// Whether everything is simulated and nothing is spent; cannot be changed later.
    #[shape(default = "false")]
    pub sandbox: Option<bool>,
    /// Parameters for the landing pages' addresses; at most 20; left out, the usual ones.
    #[shape(items = ..=20)]
    pub utm_config: Option<Vec<UtmParam>>,
    /// The delivery of raw data.
    pub data_delivery: Option<DataDelivery>,
    /// How often a person may see ads, over all campaigns.
    pub frequency_caps: Option<Vec<FrequencyCapInput>>,
}

/// Reads an advertiser.
#[request]
pub struct GetAdvertiser {
    /// The advertiser.
    pub advertiser_id: Id,
}

/// Changes an advertiser; what is left out stays as it is.
#[request]
#[shape(rule = Rule::Requires("saveBrand", "brand"))]
#[shape(rule = Rule::Forbidden("sandbox", "be left out: whether an advertiser is a sandbox is settled at its creation"))]
pub struct UpdateAdvertiser {
    /// The advertiser.
    pub advertiser_id: Id,
    /// The advertiser's name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// For people; at most 1000 characters.
    #[shape(length = ..=1000)]
    pub description: Option<String>,
    /// Another brand's domain, such as `nike.com`.
    #[shape(length = 1..)]
    pub brand: Option<String>,
    /// Whether a brand that was found but is not registered is registered; goes with `brand`.
    #[shape(default = "false")]
    pub save_brand: Option<bool>,
    /// The accounts to link besides the present ones; take the ids from `listAvailableAccounts`.
    pub linked_accounts: Option<Vec<LinkedAccountInput>>,
    /// Whether optimizations of media buys are applied at once or wait for approval.
    pub optimization_apply_mode: Option<OptimizationApplyMode>,
    /// The currency of all campaigns (ISO 4217); can be changed while there is no campaign.
    pub primary_currency: Option<AnyCaseCurrency>,
    /// Parameters for the landing pages' addresses, replacing the present ones; at most 20; `[]` clears them.
    #[shape(items = ..=20)]
    pub utm_config: Option<Vec<UtmParam>>,
    /// The delivery of raw data; lists in it replace the present ones.
    pub data_delivery: Option<DataDelivery>,
    /// How often a person may see ads, replacing the present caps; left out, they stay; `[]` clears them.
    pub frequency_caps: Option<Vec<FrequencyCapInput>>,
}

/// Lists the accounts at a seller that can be linked.
#[request]
#[shape(rule = Rule::OneGroupOf(&[&["storefrontId", "sourceId"], &["partnerId"]]))]
#[shape(rule = Rule::Renamed("partnerId", "storefrontId and sourceId"))]
pub struct ListAvailableAccounts {
    /// The advertiser.
    pub advertiser_id: Id,
    /// The storefront that the source belongs to; from 1; goes with `sourceId`.
    pub storefront_id: Option<IntegerId>,
    /// The source whose accounts are wanted; goes with `storefrontId`.
    pub source_id: Option<Id>,
    /// The older form of `storefrontId` and `sourceId`.
    pub partner_id: Option<Id>,
    /// The credential to look with; needed when several are registered for the source.
    pub credential_id: Option<Id>,
    /// Whether the source is asked again.
    #[shape(default = "false")]
    pub refresh: Option<bool>,
    /// Only accounts with this way of billing, such as `advertiser`, `operator` or `agent`.
    pub billing_type: Option<String>,
    /// How many a page holds; 1 to 250.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to skip; from 0.
    #[shape(range = 0.., default = "0")]
    pub skip: Option<i64>,
}

/// An account to link to the advertiser.
#[request]
#[shape(rule = Rule::OneGroupOf(&[&["storefrontId", "sourceId"], &["partnerId"]]))]
#[shape(rule = Rule::Renamed("partnerId", "storefrontId and sourceId"))]
pub struct LinkedAccountInput {
    /// The storefront that the source belongs to; from 1; goes with `sourceId`.
    pub storefront_id: Option<IntegerId>,
    /// The source that the account is at; goes with `storefrontId`.
    pub source_id: Option<Id>,
    /// The older form of `storefrontId` and `sourceId`.
    pub partner_id: Option<Id>,
    /// The account, as `listAvailableAccounts` gave it.
    pub account_id: Id,
    /// The credential that the account was found with; needed when several show the same account.
    pub credential_id: Option<Id>,
    /// The way of billing, when the source offers several and has no default.
    pub billing_type: Option<String>,
}

/// Which advertisers are wanted.
#[choice]
pub enum AdvertiserFilter {
    Active,
    Archived,
    All,
}

/// How optimizations of media buys are applied.
#[choice]
pub enum OptimizationApplyMode {
    /// At once.
    Auto,
    /// After somebody approved them.
    Manual,
}
