//! The parameters that are appended to the addresses of landing pages.
//!
//! Source: `utmConfig` of the buyer document; the OpenAPI for the lengths.

use crate::api::Open;
use crate::format::UtmKey;
use crate::shape::{choice, request, response};

/// A parameter that is appended to the address of the landing page.
#[request]
pub struct UtmParam {
    /// The parameter's name, such as `utm_source`; 1 to 100 letters, digits, `_` or `-`.
    pub param_key: UtmKey,
    /// A macro such as `{CAMPAIGN_ID}`, or fixed text; 1 to 200 characters; macros are filled in at the click.
    #[shape(length = 1..=200)]
    pub param_value: String,
}

/// A campaign's own parameters; one of the same name overrides the advertiser's.
#[request]
pub struct CampaignUtm {
    /// The parameters to add or change; at most 20.
    #[shape(items = ..=20)]
    pub params: Vec<UtmParam>,
    /// Whether the campaign's parameters that are not listed are removed; otherwise they stay.
    #[shape(default = "false")]
    pub delete_missing: Option<bool>,
}

/// A parameter as it is kept.
#[response]
pub struct UtmParamView {
    /// The parameter's name.
    pub param_key: String,
    /// A macro, or fixed text.
    pub param_value: String,
    /// Where it was set.
    pub source: Option<Open<ConfigSource>>,
}

/// Where something was set.
#[choice("lowercase")]
pub enum ConfigSource {
    /// The default of all the advertiser's campaigns.
    Advertiser,
    /// For this campaign only.
    Campaign,
}
