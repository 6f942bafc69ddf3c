//! Where brands come from: a registry, and an enrichment that knows a little about almost every domain.

use serde_json::{Value, json};

use crate::ids;

/// A brand behind a domain.
pub struct Brand {
    /// Its domain.
    pub domain: String,
    /// Its name.
    pub name: String,
    industry: &'static str,
    colour: &'static str,
    tagline: &'static str,
    /// Whether the registry has it from the brand itself, and not from an enrichment.
    pub registered: bool,
}

/// What a look-up gives.
pub enum Found {
    /// A brand of the registry.
    Registered(Brand),
    /// A brand that only the enrichment knows.
    Enriched(Brand),
    /// Nothing at all.
    Nothing,
}

/// Domain, name, industry, colour, tagline.
const REGISTRY: &[(&str, &str, &str, &str, &str)] = &[
    ("larkspur.example", "Larkspur Tea", "Food and drink", "#5b4b8a", "Steeped in patience."),
    ("marram.example", "Marram Bicycles", "Transport", "#2e6f40", "Built for headwinds."),
    ("acme.com", "Acme Corp", "Technology", "#FF5733", "Innovation for Everyone"),
    ("nike.com", "Nike", "Apparel", "#111111", "Just do it."),
];

/// Looks a brand up by its domain. `saved` are the domains that the buyer has added to the registry.
pub fn look_up(text: &str, saved: &[String]) -> Option<Found> {
    let domain = normalize(text)?;
    let known = REGISTRY.iter().find(|known| known.0 == domain);
    if let Some(&(_, name, industry, colour, tagline)) = known {
        let name = name.to_owned();
        return Some(Found::Registered(Brand { domain, name, industry, colour, tagline, registered: true }));
    }
    // A name that can never be a site: the one way to meet a brand of which nobody knows anything.
    if domain.ends_with(".invalid") {
        return Some(Found::Nothing);
    }
    let is_saved = saved.contains(&domain);
    let brand = enriched(domain);
    Some(if is_saved { Found::Registered(brand) } else { Found::Enriched(brand) })
}

fn enriched(domain: String) -> Brand {
    let label = domain.split('.').next().unwrap_or_default();
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let name = label.split('-').map(word).collect::<Vec<_>>().join(" ");
    let (industry, colour, tagline) = ("Retail", "#44607a", "Found, not registered.");
    Brand { domain, name, industry, colour, tagline, registered: false }
}

/// The domain without what people paste along with it; `None` if it is no domain.
fn normalize(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let label =
        |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(|b| b == b'-' || b.is_ascii_alphanumeric());
    (host.contains('.') && host.len() <= 253 && host.split('.').all(label)).then(|| host.to_owned())
}

impl Brand {
    /// The brand as `linkedBrand` and `enrichedBrand` give it.
    pub fn view(&self) -> Value {
        let logo = format!("https://{}/logo.png", self.domain);
        let slug = ids::slug(&self.domain).unwrap_or_default();
        json!({
            "id": format!("brand_{slug}"),
            "name": self.name,
            "domain": self.domain,
            "manifest": {
                "name": self.name,
                "url": format!("https://{}", self.domain),
                "logos": [{ "url": logo, "tags": ["primary"] }],
                "colors": { "primary": self.colour },
                "industry": self.industry,
                "tagline": self.tagline,
                "tone": "friendly",
            },
            "logoUrl": logo,
            "industry": self.industry,
            "colors": { "primary": self.colour },
            "tagline": self.tagline,
            "tone": "friendly",
        })
    }
}
