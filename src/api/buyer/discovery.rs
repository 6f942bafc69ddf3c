//! Discovery: finding products, and choosing among them. A discovery is a session with an id; a campaign takes its products
//! from there.
//!
//! Source: "Discovery Workflow" and "Discovery" of the buyer document; the OpenAPI for waiting, progressive delivery and
//! managed evaluation. The document filters by sales agent, the OpenAPI by storefront. The document requires four fields of
//! each product to add, the OpenAPI only `productId`; the document rules.

use crate::api::{JsonObject, operations};
use crate::format::{CountryCode, Id, IntegerId};
use crate::shape::{Rule, choice, request};

use super::campaign_budget::FlightDates;
use super::discovered::DiscoveredProducts;
use super::evaluation::{ProposalEvaluation, ProposalScreening};
use super::selected_products::SelectedProducts;

operations! {
    "discovery";

    /// Asks sellers for products that suit an advertiser, or for better ones than before.
    ///
    /// No product is an answer, not an error.
    discover = discoverProducts as "discover_products": Post "/api/v2/buyer/discovery/discover-products" Once,
        DiscoverProducts => DiscoveredProducts;

    /// Reads what a discovery has found, page by page.
    browse = browseProducts as "browse_discovery": Get "/api/v2/buyer/discovery/{discoveryId}/discover-products" Safe,
        BrowseProducts => DiscoveredProducts, each "productGroups", every 10 then 15;

    /// Lists the products that have been chosen.
    list_products = getProducts as "list_discovery_products": Get "/api/v2/buyer/discovery/{discoveryId}/products" Safe,
        ListSelectedProducts => SelectedProducts, each "products";

    /// Adds products to the chosen ones.
    add_products = addProducts as "add_discovery_products": Post "/api/v2/buyer/discovery/{discoveryId}/products" Once,
        AddProducts => SelectedProducts;

    /// Takes products out of the chosen ones.
    remove_products = removeProducts as "remove_discovery_products":
        Delete "/api/v2/buyer/discovery/{discoveryId}/products" Idempotent,
        RemoveProducts => SelectedProducts;
}

/// Asks sellers for products. Within a filter any value will do; between filters all must.
#[request]
#[shape(rule = Rule::Requires("refine", "discoveryId"))]
#[shape(rule = Rule::Mistaken("startDate", "flightDates"))]
#[shape(rule = Rule::Mistaken("endDate", "flightDates"))]
#[shape(rule = Rule::Renamed("salesAgentIds", "storefrontIds"))]
#[shape(rule = Rule::Renamed("salesAgentNames", "storefrontNames"))]
#[shape(rule = Rule::Renamed("screening", "evaluation"))]
pub struct DiscoverProducts {
    /// The advertiser to look for; a whole number.
    pub advertiser_id: IntegerId,
    /// The discovery to go on with; required with `refine`; without it, a new one begins.
    pub discovery_id: Option<Id>,
    /// The campaign from which brief, dates and budget are taken where they are not given here.
    pub campaign_id: Option<Id>,
    /// A seller's code for a saved proposal, such as `PRP-XK4A29`. The other filters are passed over.
    pub proposal_code: Option<String>,
    /// The channels to search; without it, display, olv, ctv and social.
    pub channels: Option<Vec<DiscoveryChannel>>,
    /// The countries to reach, such as `US`; at most 250; without it, the brand agent's.
    #[shape(items = ..=250)]
    pub countries: Option<Vec<CountryCode>>,
    /// The client's brief, word for word and complete; at most 5000 characters.
    #[shape(length = ..=5000)]
    pub brief: Option<String>,
    /// What may be spent; greater than 0.
    #[shape(above = 0)]
    pub budget: Option<f64>,
    /// When the campaign is to run, to see what is free.
    pub flight_dates: Option<FlightDates>,
    /// What is to change about what was found before; 1 to 100; needs `discoveryId`.
    #[shape(items = 1..=100)]
    pub refine: Option<Vec<Refinement>>,
    /// A publisher's domain, or a whole part of it: `hulu` finds hulu.com, `hul` does not.
    #[shape(length = 1..)]
    pub publisher_domain: Option<String>,
    /// How products are priced.
    pub pricing_model: Option<ProductPricing>,
    /// The storefronts to ask; at most 50; whole numbers.
    #[shape(items = ..=50)]
    pub storefront_ids: Option<Vec<IntegerId>>,
    /// The names of storefronts to ask, or parts of them, in any case; at most 50 of at most 255 characters.
    #[shape(items = ..=50, each(length = ..=255))]
    pub storefront_names: Option<Vec<String>>,
    /// The older filter by sales agent; `storefrontIds` has taken its place.
    pub sales_agent_ids: Option<Vec<Id>>,
    /// The older filter by a sales agent's name; `storefrontNames` has taken its place.
    pub sales_agent_names: Option<Vec<String>>,
    /// How long to wait for each storefront: up to 30 seconds, or with `long` up to 210.
    #[shape(default = "quick")]
    pub wait_mode: Option<WaitMode>,
    /// How many seconds to wait for each storefront; 1 to 210; goes before `waitMode`.
    #[shape(range = 1..=210)]
    pub wait_seconds: Option<i64>,
    /// Whether to answer as soon as the first sellers have; go on with `browse` and `sinceRevision`.
    pub progressive: Option<bool>,
    /// How proposals are judged, asked to be better, and put in order.
    pub evaluation: Option<ProposalEvaluation>,
    /// The older form of `evaluation`.
    pub screening: Option<ProposalScreening>,
    /// How many groups to return; 1 to 10.
    #[shape(range = 1..=10, default = "10")]
    pub group_limit: Option<i64>,
    /// How many groups to pass over.
    #[shape(range = 0.., default = "0")]
    pub group_offset: Option<i64>,
    /// How many products of each group to return; 1 to 15.
    #[shape(range = 1..=15, default = "10")]
    pub products_per_group: Option<i64>,
    /// How many products of each group to pass over; at most 1000.
    #[shape(range = 0..=1000, default = "0")]
    pub product_offset: Option<i64>,
    /// Whether to tell what was said to the sellers and what they said.
    pub debug: Option<bool>,
}

/// What is to change about what was found before.
#[request]
#[serde(tag = "scope", rename_all = "snake_case")]
pub enum Refinement {
    /// About everything.
    Request {
        /// What you want instead, such as "more video"; 1 to 2000 characters.
        #[shape(length = 1..=2000)]
        ask: String,
    },
    /// About a product.
    Product {
        /// The product, as the discovery calls it.
        id: Id,
        /// What to do with it.
        action: ProductRefinement,
        /// What to change about it; at most 2000 characters; passed over with `omit`.
        #[shape(length = ..=2000)]
        ask: Option<String>,
    },
    /// About a proposal.
    Proposal {
        /// The proposal, as the discovery calls it.
        id: Id,
        /// What to do with it.
        action: ProposalRefinement,
        /// What to change about it; at most 2000 characters; passed over with `omit`.
        #[shape(length = ..=2000)]
        ask: Option<String>,
    },
}

/// What to do with a product.
#[choice("snake_case")]
pub enum ProductRefinement {
    Include,
    Omit,
    MoreLikeThis,
}

/// What to do with a proposal.
#[choice("snake_case")]
pub enum ProposalRefinement {
    Include,
    Omit,
    /// Ask for firm prices, and that the inventory is held.
    Finalize,
}

/// Reads what a discovery has found. Within a filter any value will do; between filters all must.
#[request]
#[shape(rule = Rule::Renamed("salesAgentIds", "storefrontIds"))]
#[shape(rule = Rule::Renamed("salesAgentNames", "storefrontNames"))]
pub struct BrowseProducts {
    /// The discovery's id.
    pub discovery_id: Id,
    /// How many groups to return; 1 to 10.
    #[shape(range = 1..=10, default = "10")]
    pub group_limit: Option<i64>,
    /// How many groups to pass over.
    #[shape(range = 0.., default = "0")]
    pub group_offset: Option<i64>,
    /// How many products of each group to return; 1 to 15.
    #[shape(range = 1..=15, default = "10")]
    pub products_per_group: Option<i64>,
    /// How many products of each group to pass over; at most 1000.
    #[shape(range = 0..=1000, default = "0")]
    pub product_offset: Option<i64>,
    /// A publisher's domain, or a whole part of it: `hulu` finds hulu.com, `hul` does not.
    #[shape(length = 1..)]
    pub publisher_domain: Option<String>,
    /// How products are priced.
    pub pricing_model: Option<ProductPricing>,
    /// The storefronts to show; at most 50; whole numbers.
    #[shape(items = ..=50)]
    pub storefront_ids: Option<Vec<IntegerId>>,
    /// The names of storefronts to show, or parts of them, in any case; at most 50 of at most 255 characters.
    #[shape(items = ..=50, each(length = ..=255))]
    pub storefront_names: Option<Vec<String>>,
    /// The older filter by sales agent; `storefrontIds` has taken its place.
    #[shape(joined)]
    pub sales_agent_ids: Option<Vec<Id>>,
    /// The older filter by a sales agent's name; commas part names. `storefrontNames` has taken its place.
    #[shape(joined)]
    pub sales_agent_names: Option<Vec<String>>,
    /// How long to wait for each storefront: up to 30 seconds, or with `long` up to 210.
    #[shape(default = "quick")]
    pub wait_mode: Option<WaitMode>,
    /// How many seconds to wait for each storefront; 1 to 210; goes before `waitMode`.
    #[shape(range = 1..=210)]
    pub wait_seconds: Option<i64>,
    /// Only groups that came after this `revision`; replace those you have by their `groupId`.
    #[shape(range = 0..)]
    pub since_revision: Option<i64>,
    /// Whether to tell what was said to the sellers and what they said.
    pub debug: Option<bool>,
}

/// Lists the products that have been chosen.
#[request]
pub struct ListSelectedProducts {
    /// The discovery's id.
    pub discovery_id: Id,
}

/// Adds products to the chosen ones.
#[request]
pub struct AddProducts {
    /// The discovery's id.
    pub discovery_id: Id,
    /// The products to add; 1 to 100.
    #[shape(items = 1..=100)]
    pub products: Vec<ProductSelection>,
    /// Whether they take the place of all that are chosen; otherwise they are added.
    pub replace: Option<bool>,
    /// The campaign that the discovery must belong to; the service checks it.
    pub campaign_id: Option<Id>,
}

/// A product to add, with the ids that the discovery gave it.
#[request]
pub struct ProductSelection {
    /// The product, exactly as the discovery calls it.
    pub product_id: Id,
    /// The sales agent that offers it.
    pub sales_agent_id: Id,
    /// The group that it was found in.
    pub group_id: Id,
    /// The group's name.
    pub group_name: String,
    /// What you bid; required when the chosen price has `isFixed: false`, left out when it is fixed. Take the `rate` or
    /// `floorPrice` of the product's `pricingOptions`; whether it is needed cannot be seen from the request alone.
    pub bid_price: Option<f64>,
    /// What this product may spend, in the campaign's currency.
    pub budget: Option<f64>,
    /// The price to take of the product's `pricingOptions`.
    pub pricing_option_id: Option<Id>,
    /// The storefront that it was found in.
    pub storefront_id: Option<Id>,
    /// The inventory source that it was found in; tells apart products of one storefront that have the same id.
    pub inventory_source_id: Option<Id>,
    /// A name of your own for one more line of the same product; 1 to 256 characters; another than `productId`.
    #[shape(length = 1..=256)]
    pub selection_id: Option<String>,
    /// Targeting for this product alone, as AdCP writes it.
    pub targeting_overlay: Option<JsonObject>,
    /// The Facebook page for Meta products; needed when the ad account has several.
    #[shape(length = 1..)]
    pub page_id: Option<String>,
    /// The Meta pixel; needed for Meta sales products.
    #[shape(length = 1..)]
    pub pixel_id: Option<String>,
}

/// Takes products out of the chosen ones.
#[request]
pub struct RemoveProducts {
    /// The discovery's id.
    pub discovery_id: Id,
    /// The products to take out, exactly as the discovery calls them; at least 1.
    #[shape(items = 1..)]
    pub product_ids: Vec<Id>,
}

/// The channels that can be searched.
#[choice("snake_case")]
pub enum DiscoveryChannel {
    Display,
    Olv,
    Ctv,
    Social,
    Search,
    LinearTv,
    Radio,
    StreamingAudio,
    Podcast,
    Dooh,
    Ooh,
    Print,
    Cinema,
    Email,
    Gaming,
    RetailMedia,
    Influencer,
    Affiliate,
    ProductPlacement,
    SponsoredIntelligence,
    /// The same as `olv`.
    Video,
    /// The same as `streaming_audio`.
    Audio,
}

/// How a product is priced.
#[choice("snake_case")]
pub enum ProductPricing {
    /// Per thousand impressions.
    Cpm,
    /// Per thousand impressions that could be seen.
    Vcpm,
    /// Per click.
    Cpc,
    /// Per completed view.
    Cpcv,
    /// Per view.
    Cpv,
    /// Per rating point.
    Cpp,
    /// One price for all.
    FlatRate,
    /// Per action.
    Cpa,
    /// Per stretch of time.
    Time,
}

/// How long to wait for sellers.
#[choice("lowercase")]
pub enum WaitMode {
    /// Up to 30 seconds; who is slower is left out.
    Quick,
    /// Up to 210 seconds.
    Long,
}
