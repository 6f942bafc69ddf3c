//! The storefront itself: its identity, what it accepts, how it approves, and whether it is ready.
//!
//! Source: the onboarding guide for the order of calls; the OpenAPI for the calls.

use crate::api::{OrNull, operations};
use crate::format::{CountryCode, CurrencyCode, Email, HttpUrl, LanguageTag, RegionCode};
use crate::shape::{Inner, Problem, Remarks, Rule, View, choice, request};

use super::business_profile::BusinessProfile;
use super::pricing::CompositionPricing;
use super::readiness::StorefrontReadiness;
use super::storefront_profile::{DiscoveredAgents, ResolvedBrand, Storefront};

operations! {
    "storefront";

    /// Reads your storefront.
    get = getOwnStorefront: Get "/api/v2/storefront" Safe, GetOwnStorefront => Storefront;

    /// Creates your storefront.
    ///
    /// When there is one already, it comes back unchanged.
    create = createOwnStorefront: Post "/api/v2/storefront" Once, CreateOwnStorefront => Storefront;

    /// Changes your storefront; what is left out stays as it is.
    update = updateOwnStorefront: Put "/api/v2/storefront" Idempotent, UpdateOwnStorefront => Storefront;

    /// Changes single capabilities, or the declared way of selling.
    update_capabilities = updateOwnStorefrontCapabilities: Patch "/api/v2/storefront" Once,
        UpdateOwnStorefrontCapabilities => Storefront;

    /// Tells whether the storefront can go live, and what stands in the way.
    readiness = getStorefrontReadiness: Get "/api/v2/storefront/readiness" Safe,
        GetStorefrontReadiness => StorefrontReadiness;

    /// Looks a brand up on agenticadvertising.org. A brand without a profile is an answer, not an error.
    resolve_brand = resolveBrand: Post "/api/v2/storefront/resolve-brand" Idempotent, ResolveBrand => ResolvedBrand;

    /// Finds the agents that are authorized for a domain.
    discover_agents = discoverAgents: Get "/api/v2/storefront/discover-agents" Safe, DiscoverAgents => DiscoveredAgents;
}

/// Reads your storefront; takes nothing.
#[request]
pub struct GetOwnStorefront {}

/// Creates your storefront.
#[request]
#[shape(rule = Rule::custom(COUNTRIES, countries_are_chosen_once))]
#[shape(rule = Rule::custom(CURRENCIES, default_currency_is_paid))]
pub struct CreateOwnStorefront {
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: String,
    /// The publisher domain by which buyers find you; 1 to 255 characters. Needed before you go live.
    #[shape(length = 1..=255)]
    pub publisher_domain: Option<String>,
    /// The operator's domain when it is another than the account's; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub operator_domain: Option<String>,
    /// The currency in which you settle. Needed before you go live; nothing is assumed.
    pub default_currency: Option<CurrencyCode>,
    /// The currencies in which you can be paid; at most 25; `defaultCurrency` must be among them.
    #[shape(items = ..=25)]
    pub payment_currencies: Option<Vec<CurrencyCode>>,
    /// The countries whose briefs you take; 1 to 249; or `acceptsAllCountries`.
    #[shape(items = 1..=249)]
    pub accepted_countries: Option<Vec<CountryCode>>,
    /// Whether you take briefs from everywhere; not together with `acceptedCountries`.
    pub accepts_all_countries: Option<bool>,
    /// The plan that the storefront is on.
    #[shape(default = "basic")]
    pub plan: Option<Plan>,
}

/// Changes your storefront; what is left out stays as it is.
#[request]
#[shape(rule = Rule::custom(COUNTRIES, countries_are_chosen_once))]
#[shape(rule = Rule::custom(CURRENCIES, default_currency_is_paid))]
#[shape(rule = Rule::custom("`demandContactName` and `demandContactEmail` are set or cleared together.", contact_is_whole))]
#[shape(rule = Rule::custom("Approving automatically needs `acknowledgeNoHumanReview`.", automatic_is_acknowledged))]
pub struct UpdateOwnStorefront {
    /// Display name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// The older single publisher domain; `businessProfile.publisherDomains` holds the set.
    #[shape(length = 1..=255)]
    pub publisher_domain: Option<String>,
    /// The plan that the storefront is on.
    pub plan: Option<Plan>,
    /// The older opposite of `isPaused`.
    pub transacting: Option<bool>,
    /// Whether products are hidden and new media buys held; running delivery goes on.
    pub is_paused: Option<bool>,
    /// Whether you also sell what other storefronts offer.
    pub sells_third_party_inventory: Option<bool>,
    /// The currency in which you settle.
    pub default_currency: Option<CurrencyCode>,
    /// The currencies in which you can be paid; at most 25; `defaultCurrency` must be among them.
    #[shape(items = ..=25)]
    pub payment_currencies: Option<Vec<CurrencyCode>>,
    /// The countries whose briefs you take; 1 to 249, replacing the present ones; null leaves it open.
    #[shape(items = 1..=249)]
    pub accepted_countries: Option<OrNull<Vec<CountryCode>>>,
    /// Whether you take briefs from everywhere; not together with `acceptedCountries`.
    pub accepts_all_countries: Option<bool>,
    /// The business rules to publish as advertising policies; at most 2; empty hides them.
    #[shape(items = ..=2)]
    pub advertising_policy_disclosure: Option<Vec<PolicySection>>,
    /// The languages of the sign-up pages.
    pub supported_languages: Option<Vec<LanguageTag>>,
    /// The operator's domain; 1 to 255 characters. Changing it clears what was curated for the former one.
    #[shape(length = 1..=255)]
    pub operator_domain: Option<String>,
    /// Your consent that changing `operatorDomain` clears what was curated for the former one.
    pub confirm_operator_domain_profile_reset: Option<bool>,
    /// The brand's name; at most 255 characters.
    #[shape(length = ..=255)]
    pub brand_name: Option<String>,
    /// The address of the logo; at most 2048 characters.
    #[shape(length = ..=2048)]
    pub logo_url: Option<HttpUrl>,
    /// The background that the logo is made for; null for none in particular.
    pub logo_background: Option<OrNull<LogoBackground>>,
    /// The membership shown on the storefront's card; `NONE` hides it.
    pub membership_status: Option<MembershipStatus>,
    /// Region codes in the older form; at most 64; they route nothing. `businessProfile.regions` is preferred.
    #[shape(items = ..=64)]
    pub regions: Option<Vec<RegionCode>>,
    /// The description shown on the storefront's card; at most 2000 characters; null for the brand's own.
    #[shape(length = ..=2000)]
    pub description: Option<OrNull<String>>,
    /// The channels shown on the storefront's card; at most 16.
    #[shape(items = ..=16)]
    pub channels: Option<Vec<StorefrontChannel>>,
    /// The website shown on the storefront's card; at most 2048 characters.
    #[shape(length = ..=2048)]
    pub website: Option<HttpUrl>,
    /// Who answers buyers; 1 to 255 characters; set or cleared together with the address.
    #[shape(length = 1..=255)]
    pub demand_contact_name: Option<OrNull<String>>,
    /// The e-mail address of who answers buyers; at most 320 characters; set or cleared together with the name.
    #[shape(length = ..=320)]
    pub demand_contact_email: Option<OrNull<Email>>,
    /// The older capability flags.
    pub capabilities: Option<StorefrontCapabilityFlags>,
    /// How you mean to sell; descriptive only.
    pub setup_intent: Option<SetupIntent>,
    /// Prices for composed products, replacing the present ones.
    pub composition_pricing: Option<CompositionPricing>,
    /// How creatives are approved on ad-server sources.
    pub creative_approval: Option<Approval>,
    /// How new media buys are approved on ad-server sources.
    pub media_buy_approval: Option<Approval>,
    /// The business profile, replacing the present one; null clears it.
    pub business_profile: Option<OrNull<BusinessProfile>>,
    /// Your consent when changing `defaultCurrency` would hide products.
    pub confirm_currency_catalog_impact: Option<bool>,
    /// Your consent that nobody looks at what is approved automatically.
    pub acknowledge_no_human_review: Option<bool>,
}

/// Changes single capabilities, or the declared way of selling; what is left out stays as it is.
#[request]
pub struct UpdateOwnStorefrontCapabilities {
    /// The flags to change.
    pub capabilities: Option<StorefrontCapabilityFlags>,
    /// How you mean to sell; descriptive only.
    pub setup_intent: Option<SetupIntent>,
}

/// What the storefront offers to buyers.
#[request]
pub struct StorefrontCapabilityFlags {
    /// Whether buyers see how their creatives are reviewed.
    pub offers_creative_review: Option<bool>,
    /// Whether a media buy may wait for your approval.
    pub offers_campaign_approval: Option<bool>,
    /// An older flag without effect: composition follows from the sources.
    pub offers_product_composition: Option<bool>,
}

/// Tells whether the storefront can go live; takes nothing.
#[request]
pub struct GetStorefrontReadiness {}

/// Looks a brand up.
#[request]
pub struct ResolveBrand {
    /// The brand's domain, such as `example.com`.
    #[shape(length = 1..)]
    pub domain: String,
}

/// Finds the agents that are authorized for a domain.
#[request]
pub struct DiscoverAgents {
    /// The operator's domain, such as `example.com`.
    #[shape(length = 1..)]
    pub domain: String,
    /// Whether to look again instead of answering from the last two minutes.
    pub refresh: Option<bool>,
}

/// The plans.
#[choice("lowercase")]
pub enum Plan {
    Basic,
}

/// A section of the business rules that can be published.
#[choice("snake_case")]
pub enum PolicySection {
    BriefAcceptance,
    CreativePolicy,
}

/// The background that a logo is made for.
#[choice("kebab-case")]
pub enum LogoBackground {
    DarkBg,
    LightBg,
    TransparentBg,
}

/// The membership of agenticadvertising.org.
#[choice]
pub enum MembershipStatus {
    AaoFoundingMember,
    AaoMember,
    None,
}

/// The channels of a storefront's card.
#[choice("lowercase")]
pub enum StorefrontChannel {
    Display,
    Olv,
    Ctv,
    Social,
    Audio,
    Dooh,
}

/// How a storefront means to sell.
#[choice("snake_case")]
pub enum SetupIntent {
    ThirdPartyConnect,
    #[serde(rename = "sell_through_scope3")]
    SellThroughScope3,
}

/// How something is approved.
#[choice("lowercase")]
pub enum Approval {
    Auto,
    Manual,
}

const COUNTRIES: &str = "`acceptsAllCountries: true` and `acceptedCountries` exclude each other.";
const CURRENCIES: &str = "`paymentCurrencies` holds `defaultCurrency` when both are given.";

fn countries_are_chosen_once(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let all = input.get("acceptsAllCountries").is_some_and(|all| all.raw() == "true");
    if all && input.has("acceptedCountries") {
        let must = "be left out when acceptsAllCountries is true".into();
        remarks.error(&["acceptedCountries".into()], Problem::Conflict { must });
    }
}

fn default_currency_is_paid(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let Some(default) = input.text("defaultCurrency") else { return };
    let paid = input.items("paymentCurrencies");
    if input.is_sound("paymentCurrencies")
        && !paid.is_empty()
        && !paid.iter().any(|currency| currency.text().is_some_and(|currency| currency == default))
    {
        remarks.error(&["paymentCurrencies".into()], Problem::Conflict { must: "hold defaultCurrency".into() });
    }
}

fn contact_is_whole(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let state = |name| input.given(name).then(|| input.has(name));
    let (name, email) = (state("demandContactName"), state("demandContactEmail"));
    let at: Inner<'_> =
        if email.is_none() || name.is_some() { "demandContactEmail".into() } else { "demandContactName".into() };
    if name != email {
        let must = "be set or cleared together with the other half of the demand contact".into();
        remarks.error(&[at], Problem::Conflict { must });
    }
}

fn automatic_is_acknowledged(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let automatic = ["creativeApproval", "mediaBuyApproval"].into_iter().any(|name| input.is(name, "auto"));
    let missing = match input.get("acknowledgeNoHumanReview") {
        Some(yes) => yes.raw() != "true",
        None => !input.given("acknowledgeNoHumanReview"),
    };
    if automatic && missing {
        let when = "(as true) to approve automatically".into();
        remarks.error(&["acknowledgeNoHumanReview".into()], Problem::Required { when });
    }
}
