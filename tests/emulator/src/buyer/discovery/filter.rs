//! Filters on products. Several values of one filter are alternatives; different filters must all hold.

use serde_json::Value;

use crate::fields::{Fields, Object};

use super::super::market::Product;

/// What a body or a query asks for.
pub struct Filter {
    domain: Option<String>,
    model: Option<String>,
    agent_ids: Vec<String>,
    storefront_ids: Vec<String>,
    names: Vec<String>,
}

impl Filter {
    /// The filters in a checked input.
    pub fn read(given: &Object) -> Self {
        let lower = |key: &str| given.text(key).map(str::to_lowercase);
        let list = |key: &str| given.items(key).iter().map(plain).collect::<Vec<_>>();
        Self {
            domain: lower("publisherDomain"),
            model: lower("pricingModel"),
            agent_ids: list("salesAgentIds"),
            storefront_ids: list("storefrontIds"),
            names: [list("salesAgentNames"), list("storefrontNames")].concat(),
        }
    }

    /// Whether a product passes.
    pub fn lets(&self, product: &Product) -> bool {
        let agent = product.agent;
        let named = |name: &String| agent.name.to_lowercase().contains(&name.to_lowercase());
        self.domain.as_ref().is_none_or(|domain| product.domains().iter().any(|known| holds_component(known, domain)))
            && self.model.as_ref().is_none_or(|model| product.options.iter().any(|option| option.model == model))
            && (self.agent_ids.is_empty() || self.agent_ids.iter().any(|id| id == agent.id))
            && (self.storefront_ids.is_empty() || self.storefront_ids.contains(&agent.storefront.to_string()))
            && (self.names.is_empty() || self.names.iter().any(named))
    }
}

/// Whole components only: "hulu" and "hulu.com" are in "www.hulu.com", "hul" is not.
fn holds_component(domain: &str, wanted: &str) -> bool {
    format!(".{domain}.").contains(&format!(".{wanted}."))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_match_by_whole_components() {
        for wanted in ["hulu", "hulu.com", "www.hulu.com", "com"] {
            assert!(holds_component("www.hulu.com", wanted), "{wanted}");
        }
        for wanted in ["hul", "ulu", "hulu.co", "www.com"] {
            assert!(!holds_component("www.hulu.com", wanted), "{wanted}");
        }
    }
}
