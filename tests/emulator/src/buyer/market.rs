//! The sales agents that a buyer can meet, all of them fictional, and what they sell.

use serde_json::{Value, json};

/// The channels that there are, whether anybody sells there or not.
#[rustfmt::skip]
pub const CHANNELS: [&str; 22] = [
    "display", "olv", "social", "search", "ctv", "linear_tv", "radio", "streaming_audio", "podcast", "dooh", "ooh",
    "print", "cinema", "email", "gaming", "retail_media", "influencer", "affiliate", "product_placement",
    "sponsored_intelligence", "video", "audio",
];

/// How an agent treats those who buy from it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As documented.
    Kind,
    /// It loses the first submission of every media buy, so that a launch fails in part and the next one mends it.
    Forgetful,
    /// It does not answer when it is asked for products.
    Silent,
}

/// A sales agent with the storefront that it is reached through.
pub struct Agent {
    /// Its id.
    pub id: &'static str,
    /// Its name, which is also that of its storefront.
    pub name: &'static str,
    domain: &'static str,
    /// The id of its storefront.
    pub storefront: i64,
    /// The id of its source in that storefront.
    pub source: &'static str,
    channels: &'static [&'static str],
    countries: &'static [&'static str],
    base: f64,
    size: usize,
    /// The credentials that the buyer has registered; none where the platform's own are used.
    pub credentials: &'static [&'static str],
    /// How it behaves.
    pub manner: Manner,
}

const WEST: &[&str] = &["US", "CA", "GB"];
const NORTH: &[&str] = &["DE", "GB", "NL", "SE"];
const EVERYWHERE: &[&str] = &["US", "CA", "GB", "DE", "NL", "SE", "FR", "AU"];

macro_rules! agent {
    ($slug:literal, $name:literal, $storefront:literal, $channels:expr, $countries:expr, $base:literal, $size:literal) => {
        agent!($slug, $name, $storefront, $channels, $countries, $base, $size, &[], Manner::Kind)
    };
    ($slug:literal, $name:literal, $storefront:literal, $channels:expr, $countries:expr, $base:literal, $size:literal, $credentials:expr, $manner:expr) => {
        Agent {
            id: concat!("agent_", $slug),
            name: $name,
            domain: concat!($slug, ".example"),
            storefront: $storefront,
            source: concat!($slug, "-source"),
            channels: $channels,
            countries: $countries,
            base: $base,
            size: $size,
            credentials: $credentials,
            manner: $manner,
        }
    };
}

/// All of them. One has more products than fit on a page, and together they are more than a page of groups.
#[rustfmt::skip]
pub const AGENTS: &[Agent] = &[
    agent!("nightjar", "Nightjar Media", 11, &["ctv", "olv"], EVERYWHERE, 18.0, 18),
    agent!("harbour-lights", "Harbour Lights", 12, &["display", "olv"], WEST, 6.0, 7),
    agent!("quince-audio", "Quince Audio", 13, &["podcast", "streaming_audio"], EVERYWHERE, 14.0, 5),
    agent!("saltmarsh", "Saltmarsh Exchange", 14, &["display", "ctv"], EVERYWHERE, 4.5, 6, &[], Manner::Forgetful),
    agent!("fieldfare", "Fieldfare Social", 15, &["social"], EVERYWHERE, 7.5, 6, &["cred_fieldfare_1", "cred_fieldfare_2"], Manner::Kind),
    agent!("copperbeech", "Copperbeech Television", 16, &["linear_tv", "ctv"], NORTH, 22.0, 8, &["cred_copperbeech"], Manner::Kind),
    agent!("wren-outdoor", "Wren Outdoor", 17, &["dooh", "ooh"], NORTH, 9.0, 4),
    agent!("tidewrack", "Tidewrack Network", 18, &["display"], WEST, 3.0, 12),
    agent!("meadowsweet", "Meadowsweet Retail", 19, &["retail_media", "display"], WEST, 11.0, 9),
    agent!("larkrise", "Larkrise Video", 20, &["olv"], EVERYWHERE, 12.0, 6),
    agent!("kestrel", "Kestrel Radio", 21, &["radio", "streaming_audio"], NORTH, 8.0, 5),
    agent!("bramble", "Bramble Games", 22, &["gaming"], EVERYWHERE, 10.0, 3),
    agent!("undertow", "Undertow Network", 23, &["display", "ctv"], EVERYWHERE, 5.0, 0, &[], Manner::Silent),
];

/// An agent by its id.
pub fn agent(id: &str) -> Option<&'static Agent> {
    AGENTS.iter().find(|agent| agent.id == id)
}

/// Something that can be bought.
#[derive(Clone)]
pub struct Product {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who sells it.
    pub agent: &'static Agent,
    /// Where it runs.
    pub channel: &'static str,
    /// Whether delivery is guaranteed.
    pub guaranteed: bool,
    /// The ways to pay for it.
    pub options: Vec<PricingOption>,
}

/// A way to pay.
#[derive(Clone)]
pub struct PricingOption {
    /// Its id.
    pub id: String,
    /// `cpm`, `cpc`, ...
    pub model: &'static str,
    /// Whether the price stands, or is the floor of an auction.
    pub fixed: bool,
    /// The price or the floor.
    pub price: f64,
}

const SERIES: [&str; 6] = ["Premium", "Evening", "Run of Network", "Local", "Sponsorship", "Weekend"];

impl Agent {
    /// What it sells. Every third product is sold by auction, and every third in either way.
    pub fn products(&'static self) -> Vec<Product> {
        (0..self.size).map(|index| self.product(index)).collect()
    }

    /// Whether it sells in one of these countries; no countries are all.
    pub fn sells_in(&self, countries: &[String]) -> bool {
        countries.is_empty() || countries.iter().any(|country| self.countries.contains(&country.as_str()))
    }

    /// How lists of sources refer to it.
    pub fn source_ref(&self) -> Value {
        json!({
            "storefrontId": self.storefront,
            "storefrontName": self.name,
            "sourceId": self.source,
            "sourceName": self.name,
        })
    }

    fn product(&'static self, index: usize) -> Product {
        let channel = self.channels[index % self.channels.len()];
        let slug = self.id.trim_start_matches("agent_");
        let id = format!("product_{slug}_{}", index + 1);
        let price = self.base + (index % 6) as f64 * 0.5;
        let option = |model, fixed, price| PricingOption {
            id: format!("{id}_{model}_{}", if fixed { "fixed" } else { "auction" }),
            model,
            fixed,
            price,
        };
        let options = match index % 3 {
            0 => vec![option("cpm", true, price)],
            1 => vec![option("cpm", false, price)],
            _ => vec![option("cpm", true, price * 1.25), option(outcome(channel), false, 0.25)],
        };
        let round = if index >= SERIES.len() { format!(" {}", index / SERIES.len() + 1) } else { String::new() };
        let label = channel.replace('_', " ");
        Product {
            name: format!("{} {} {label}{round}", self.name, SERIES[index % SERIES.len()]),
            agent: self,
            channel,
            guaranteed: index % 3 != 1,
            options,
            id,
        }
    }
}

/// What is paid for when it is not the thousand impressions.
fn outcome(channel: &str) -> &'static str {
    if is_video(channel) { "cpcv" } else { "cpc" }
}

/// Whether something is watched there to an end.
pub fn is_video(channel: &str) -> bool {
    ["ctv", "olv", "linear_tv", "video"].contains(&channel)
}

impl Product {
    /// A pricing option by its id, or the first one.
    pub fn option(&self, id: Option<&str>) -> Option<&PricingOption> {
        match id {
            Some(id) => self.options.iter().find(|option| option.id == id),
            None => self.options.first(),
        }
    }

    /// The price of a thousand impressions.
    pub fn cpm(&self) -> f64 {
        self.options.first().map(|option| option.price).unwrap_or(self.agent.base)
    }

    /// The domains on which it runs: every second product also on a partner's.
    pub fn domains(&self) -> Vec<String> {
        let mut domains = vec![self.agent.domain.to_owned()];
        if self.options.len() > 1 {
            domains.push(format!("partners.{}", self.agent.domain));
        }
        domains
    }

    /// The product as discovery gives it.
    pub fn view(&self, brief: Option<&str>) -> Value {
        let label = self.channel.replace('_', " ");
        let property = |(index, domain): (usize, String)| json!({ "publisherDomain": domain, "selectionType": if index == 0 { "all" } else { "by_id" } });
        let mut view = json!({
            "productId": self.id,
            "name": self.name,
            "description": format!("{label} on {}.", self.agent.domain),
            "channel": self.channel,
            "channels": [self.channel],
            "cpm": self.cpm(),
            "bidPrice": self.cpm(),
            "currency": "USD",
            "salesAgentId": self.agent.id,
            "salesAgentName": self.agent.name,
            "storefrontId": self.agent.storefront.to_string(),
            "storefrontName": self.agent.name,
            "supportedRoutingTypes": if self.agent.credentials.is_empty() { json!(["DECISIONED"]) } else { json!(["DECISIONED", "ROUTED"]) },
            "deliveryType": if self.guaranteed { "guaranteed" } else { "non_guaranteed" },
            "pricingOptions": self.options.iter().map(PricingOption::view).collect::<Vec<_>>(),
            "publisherProperties": self.domains().into_iter().enumerate().map(property).collect::<Vec<_>>(),
        });
        if brief.is_some() {
            view["briefRelevance"] = format!("{} reaches the people of the brief in {label}.", self.agent.name).into();
        }
        view
    }
}

impl PricingOption {
    fn view(&self) -> Value {
        let mut view = json!({
            "pricingOptionId": self.id,
            "pricingModel": self.model,
            "isFixed": self.fixed,
            "currency": "USD",
        });
        if self.fixed {
            view["rate"] = self.price.into();
            view["fixedPrice"] = self.price.into();
        } else {
            view["floorPrice"] = self.price.into();
            view["priceGuidance"] = json!({ "floor": self.price, "p50": self.price * 1.5, "p90": self.price * 2.0 });
        }
        view
    }
}
