//! What the calls on the storefront itself answer with: the storefront, a brand, the agents of a domain.
//!
//! Source: the OpenAPI. What document 001 does not show of a storefront is optional.

use crate::api::{Json, JsonObject, Open};
use crate::format::{CountryCode, CurrencyCode, Email, Timestamp};
use crate::shape::{choice, response};

use super::discovery_card::DiscoveryCard;
use super::own_storefront::{
    Approval, LogoBackground, MembershipStatus, Plan, PolicySection, SetupIntent, StorefrontChannel,
};
use super::storefront_details::{StorefrontBusiness, StorefrontCapabilities, StorefrontPricing};

/// A storefront.
#[response]
pub struct Storefront {
    /// The storefront's id.
    pub storefront_id: String,
    /// Its public id, as in addresses.
    pub platform_id: String,
    /// Display name.
    pub name: String,
    /// The publisher domain by which buyers find it.
    pub publisher_domain: Option<String>,
    /// The operator's domain.
    pub operator_domain: Option<String>,
    /// The brand's name.
    pub brand_name: Option<String>,
    /// The address of the logo.
    pub logo_url: Option<String>,
    /// The background that the logo is made for; null when that is not known.
    pub logo_background: Option<Open<LogoBackground>>,
    /// The membership of agenticadvertising.org; null when none is set.
    pub membership_status: Option<Open<MembershipStatus>>,
    /// The older regions; they route nothing.
    pub regions: Vec<String>,
    /// The countries whose briefs it takes; null while that is open.
    pub accepted_countries: Option<Vec<CountryCode>>,
    /// Whether it takes briefs from everywhere.
    pub accepts_all_countries: Option<bool>,
    /// The business rules that are published as advertising policies.
    pub advertising_policy_disclosure: Option<Vec<Open<PolicySection>>>,
    /// The countries that its agents name.
    pub advertised_countries: Option<Vec<CountryCode>>,
    /// The channels that its agents name.
    pub advertised_channels: Option<Vec<String>>,
    /// The description on the card; null for the brand's own.
    pub description: Option<String>,
    /// The channels on the card.
    pub channels: Vec<Open<StorefrontChannel>>,
    /// The website on the card.
    pub website: Option<String>,
    /// What buyers see of it.
    pub discovery_card: Option<DiscoveryCard>,
    /// Who answers buyers.
    pub demand_contact_name: Option<String>,
    /// Where they are reached.
    pub demand_contact_email: Option<Email>,
    /// Whether the operator's domain is verified.
    pub operator_domain_verified: bool,
    /// Who serves buyers.
    pub routing_mode: Option<Open<RoutingMode>>,
    /// `ADAPTER`: what it adapts.
    pub adapter_provider_type: Option<Open<AdapterProvider>>,
    /// `ADAPTER`: what it is for.
    pub adapter_source_kind: Option<Open<AdapterSourceKind>>,
    /// `ADAPTER`: whose credentials it uses.
    pub adapter_credential_mode: Option<Open<AdapterCredentialMode>>,
    /// The plan.
    pub plan: Open<Plan>,
    /// The older opposite of `isPaused`; it does not tell whether the storefront is ready.
    pub transacting: bool,
    /// Whether products are hidden and new media buys held; running delivery goes on.
    pub is_paused: Option<bool>,
    /// When it was archived; null while it is not.
    pub archived_at: Option<Timestamp>,
    /// An older status; the readiness tells whether it can sell.
    pub display_status: Option<Open<DisplayStatus>>,
    /// What it offers to buyers, as its sources allow.
    pub capabilities: StorefrontCapabilities,
    /// What was configured of that.
    pub configured_capabilities: Option<StorefrontCapabilities>,
    /// How you mean to sell; null until you have said so.
    pub setup_intent: Option<Open<SetupIntent>>,
    /// Prices for composed products.
    pub composition_pricing: StorefrontPricing,
    /// How creatives are approved on ad-server sources.
    pub creative_approval: Option<Open<Approval>>,
    /// How media buys are approved that come in on ad-server sources.
    pub media_buy_approval: Option<Open<Approval>>,
    /// An older flag: whether there is an active ad-server source. It locks nothing.
    pub capabilities_locked: bool,
    /// Whether buyers' agents can reach it.
    pub advertise_as_agent: bool,
    /// Whether it also sells what other storefronts offer.
    pub sells_third_party_inventory: Option<bool>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// The business profile; null when there is none.
    pub business_profile: Option<StorefrontBusiness>,
    /// The currency in which you settle; null until you have said so.
    pub default_currency: Option<CurrencyCode>,
    /// The currencies in which you can be paid; empty for `defaultCurrency` alone.
    pub payment_currencies: Option<Vec<CurrencyCode>>,
}

/// Who serves a storefront's buyers.
#[choice]
pub enum RoutingMode {
    /// The service's own agent, out of the sources.
    Chef,
    /// An adapter that the vendor runs.
    Adapter,
}

/// What an adapter adapts.
#[choice("lowercase")]
pub enum AdapterProvider {
    Amazon,
    Audiostack,
    Elevenlabs,
    Fal,
    Gemini,
    Google,
    Linkedin,
    Meta,
    Openai,
    Pinterest,
    Reddit,
    Snap,
    Spotify,
    Tiktok,
    Veo,
}

/// What an adapter is for.
#[choice("lowercase")]
pub enum AdapterSourceKind {
    Sales,
    Creative,
    Signals,
    Measurement,
    Optimization,
    Composite,
}

/// Whose credentials an adapter uses.
#[choice]
pub enum AdapterCredentialMode {
    /// The buyer's own.
    Byok,
}

/// An older status of a storefront.
#[choice("lowercase")]
pub enum DisplayStatus {
    Configuring,
    Transacting,
    Archived,
    Neutral,
    Paused,
}

/// A brand, or that it has no profile.
#[response]
pub struct ResolvedBrand {
    /// Whether there is a profile.
    pub resolved: bool,
    /// The domain that was looked up.
    pub domain: String,
    /// The brand's name.
    pub brand_name: Option<String>,
    /// The address of the logo.
    pub logo_url: Option<String>,
    /// The background that the logo is made for, such as `light` or `dark`.
    pub logo_background: Option<String>,
    /// Where the brand's manifest is.
    pub manifest_url: Option<String>,
    /// The manifest.
    pub manifest: Option<JsonObject>,
    /// The brand's entry in the registry.
    pub registry_entry: Option<JsonObject>,
    /// Who may act for the brand.
    pub authorized_operators: Option<Vec<JsonObject>>,
    /// Whether it is the brand of a whole house.
    pub house_brand: Option<bool>,
    /// What looks odd.
    pub warning: Option<String>,
    /// Why there is no profile.
    pub error: Option<String>,
    /// Where a profile can be made; when there is none.
    pub builder_url: Option<String>,
}

/// The agents of a domain.
#[response]
pub struct DiscoveredAgents {
    /// The domain that was looked up.
    pub domain: String,
    /// The domain as an operator's.
    pub operator: DiscoveredOperator,
    /// The domain as a publisher's.
    pub publisher: DiscoveredPublisher,
}

/// What is registered for a domain as an operator's.
#[response]
#[serde(rename_all = "snake_case")]
pub struct DiscoveredOperator {
    /// The domain.
    pub domain: String,
    /// The member whose domain it is; null when it is nobody's.
    pub member: Option<RegistryMember>,
    /// The operator's agents.
    pub agents: Vec<RegisteredAgent>,
}

/// A member of agenticadvertising.org.
#[response]
#[serde(rename_all = "snake_case")]
pub struct RegistryMember {
    /// The member's short name, as in addresses.
    pub slug: String,
    /// The member's name.
    pub display_name: String,
}

/// An agent of an operator.
#[response]
#[serde(rename_all = "snake_case")]
pub struct RegisteredAgent {
    /// Where it answers.
    pub url: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub r#type: String,
    /// How it did in the compliance tests.
    pub compliance: Option<JsonObject>,
    /// The tests that it goes through.
    pub storyboards: Option<Vec<Json>>,
    /// Who authorizes it.
    pub authorized_by: Option<Vec<Json>>,
}

/// What is known of a domain as a publisher's.
#[response]
#[serde(rename_all = "snake_case")]
pub struct DiscoveredPublisher {
    /// The domain.
    pub domain: String,
    /// The member whose domain it is; null when it is nobody's.
    pub member: Option<RegistryMember>,
    /// Whether its `adagents.json` is valid; null when that is not known.
    pub adagents_valid: Option<bool>,
    /// How the file was found; absent when it was not.
    pub discovery_method: Option<Open<DiscoveryMethod>>,
    /// `ads_txt_managerdomain`: the domain that manages this one.
    pub manager_domain: Option<String>,
    /// Where the file was read.
    pub resolved_url: Option<String>,
    /// The publisher's properties.
    pub properties: Vec<JsonObject>,
    /// The agents that may sell for it.
    pub authorized_agents: Vec<JsonObject>,
    /// The publisher's own formats; absent when the file was not read.
    pub formats: Option<Vec<JsonObject>>,
    /// Who hosts the file.
    pub hosting: Option<AdagentsHosting>,
    /// Where the answer comes from.
    pub freshness: Option<AdagentsFreshness>,
}

/// How a publisher's `adagents.json` was found.
#[choice("snake_case")]
pub enum DiscoveryMethod {
    /// At the domain itself.
    Direct,
    /// Where the domain's file points to.
    AuthoritativeLocation,
    /// At the domain that its `ads.txt` names as manager.
    AdsTxtManagerdomain,
}

/// Who hosts a publisher's `adagents.json`.
#[response]
#[serde(rename_all = "snake_case")]
pub struct AdagentsHosting {
    /// Who hosts it.
    pub mode: Open<AdagentsHostingMode>,
    /// When the registry last read it; null for never.
    pub last_validated: Option<Timestamp>,
}

/// Who hosts a publisher's `adagents.json`.
#[choice("snake_case")]
pub enum AdagentsHostingMode {
    #[serde(rename = "self")]
    Publisher,
    #[serde(rename = "self_invalid")]
    PublisherInvalid,
    /// The registry.
    AaoHosted,
    #[serde(rename = "self_redirected")]
    PublisherRedirected,
    None,
}

/// Where an answer about a publisher comes from.
#[response]
#[serde(rename_all = "snake_case")]
pub struct AdagentsFreshness {
    /// The registry's copy, or the publisher's own file when the copy lags.
    pub source: Open<AdagentsSource>,
    /// Whether the registry holds the file to be valid; null when it does not know.
    pub registry_adagents_valid: Option<bool>,
    /// When the registry last read it; null for never.
    pub last_validated: Option<Timestamp>,
    /// Whether the registry was asked to read it again.
    pub recrawl_requested: Option<bool>,
}

/// Where an answer about a publisher comes from.
#[choice("snake_case")]
pub enum AdagentsSource {
    Registry,
    LiveOrigin,
}
