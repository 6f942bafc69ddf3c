//! What the calls on advertisers answer with.
//!
//! Source: "Advertisers" of the buyer document; the OpenAPI for what it does not show.

use crate::api::{JsonObject, Open};
use crate::format::{Id, Timestamp};
use crate::shape::{choice, response};

use super::advertisers::OptimizationApplyMode;
use super::data_delivery::DataDeliveryView;
use super::frequency_cap::FrequencyCap;
use super::utm::UtmParamView;

/// A page of advertisers.
#[response]
pub struct AdvertiserPage {
    /// The advertisers of this page.
    pub items: Vec<AdvertiserSummary>,
    /// How many there are.
    pub total: f64,
    /// Whether there are more.
    pub has_more: bool,
    /// The `offset` of the next page; null on the last.
    pub next_offset: Option<f64>,
    /// The advertiser to which the token is limited, if it is.
    pub current_advertiser_id: Option<String>,
}

/// An advertiser in a list; `get` tells more.
#[response]
pub struct AdvertiserSummary {
    /// The advertiser's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Whether it is in use.
    pub status: Open<AdvertiserStatus>,
    /// The brand's domain.
    pub brand: Option<String>,
    /// The brand, when `includeBrand` asked for it.
    pub linked_brand: Option<LinkedBrand>,
    /// Whether everything is simulated.
    pub sandbox: Option<bool>,
    /// The currency of all campaigns.
    pub primary_currency: Option<String>,
    /// Whether the currency can no longer be changed.
    pub currency_locked: Option<bool>,
    /// How many accounts are linked.
    pub linked_account_count: Option<f64>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// An advertiser.
#[response]
pub struct Advertiser {
    /// The advertiser's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// For people.
    pub description: Option<String>,
    /// Whether it is in use.
    pub status: Open<AdvertiserStatus>,
    /// The brand's domain. Without one no campaign can be created.
    pub brand: Option<String>,
    /// What was doubtful when the brand was looked up.
    pub brand_warning: Option<String>,
    /// The brand.
    pub linked_brand: Option<LinkedBrand>,
    /// Whether everything is simulated.
    pub sandbox: Option<bool>,
    /// How optimizations are applied unless a campaign says otherwise.
    pub optimization_apply_mode: Option<Open<OptimizationApplyMode>>,
    /// The currency of all campaigns.
    pub primary_currency: Option<String>,
    /// Whether the currency can no longer be changed.
    pub currency_locked: Option<bool>,
    /// The linked accounts.
    pub linked_accounts: Option<Vec<LinkedAccount>>,
    /// Parameters for the landing pages' addresses; absent where none are set.
    pub utm_config: Option<Vec<UtmParamView>>,
    /// The delivery of raw data.
    pub data_delivery: Option<DataDeliveryView>,
    /// How often a person may see ads.
    pub frequency_caps: Option<Vec<FrequencyCap>>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Whether an advertiser is in use.
#[choice]
pub enum AdvertiserStatus {
    Active,
    Archived,
}

/// The brand behind an advertiser.
#[response]
pub struct LinkedBrand {
    /// The brand's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The domain.
    pub domain: String,
    /// The whole brand manifest of AdCP.
    pub manifest: Option<JsonObject>,
    /// The main logo's address.
    pub logo_url: Option<String>,
    /// The industry.
    pub industry: Option<String>,
    /// The colours by role, such as `primary`.
    pub colors: Option<JsonObject>,
    /// The tagline.
    pub tagline: Option<String>,
    /// The tone of voice.
    pub tone: Option<String>,
}

/// An account that is linked to an advertiser.
#[response]
pub struct LinkedAccount {
    /// The link's id.
    pub link_id: Option<String>,
    /// The account's id at the seller.
    pub account_id: String,
    /// The seller, in older answers.
    pub partner_id: Option<String>,
    /// The credential that the account was found with.
    pub credential_id: Option<Id>,
    /// The account's name.
    pub name: Option<String>,
    /// The sources through which it is reached.
    pub sources: Option<Vec<AccountSource>>,
    /// How the account stands.
    pub status: Option<Open<AccountStatus>>,
    /// When it was linked.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// A source through which an account is reached.
#[response]
pub struct AccountSource {
    /// The storefront's id.
    pub storefront_id: f64,
    /// The storefront's name.
    pub storefront_name: String,
    /// The source's id within the storefront.
    pub source_id: String,
    /// The source's name.
    pub source_name: String,
}

/// The accounts that can be linked.
#[response]
pub struct AvailableAccounts {
    /// The accounts; empty when the seller has none for the brand.
    pub accounts: Vec<AvailableAccount>,
    /// How many there are.
    pub total: Option<f64>,
    /// Whether the seller was just asked to set up an account.
    pub synced: Option<bool>,
    /// The ways of billing that the seller offers.
    pub billing_options: Option<BillingOptions>,
}

/// An account that can be linked.
#[response]
pub struct AvailableAccount {
    /// The account's id at the seller; what `linkedAccounts` takes.
    pub account_id: String,
    /// The seller, in older answers.
    pub partner_id: Option<String>,
    /// The credential that the account was found with.
    pub credential_id: Option<Id>,
    /// The account's name.
    pub name: Option<String>,
    /// The advertiser's name at the seller.
    pub advertiser: Option<String>,
    /// Who is billed on the advertiser's behalf.
    pub billing_proxy: Option<String>,
    /// The domain that the account belongs to.
    pub house: Option<String>,
    /// The way of billing.
    pub billing: Option<String>,
    /// The ways of billing that the seller offers, in older answers.
    pub billing_options: Option<BillingOptions>,
    /// The sources through which it is reached.
    pub sources: Option<Vec<AccountSource>>,
    /// How the account stands.
    pub status: Option<Open<AccountStatus>>,
}

/// How an account stands.
#[choice("snake_case")]
pub enum AccountStatus {
    Active,
    PendingApproval,
    PaymentRequired,
    Suspended,
    Closed,
    Unreachable,
}

/// The ways of billing that a seller offers.
#[response]
pub struct BillingOptions {
    /// What is used when nothing is said; null for none.
    pub default: Option<String>,
    /// All of them.
    pub supported: Vec<String>,
}
