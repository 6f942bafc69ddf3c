//! A page of results: groups, each with a page of its products.

use serde_json::{Value, json};

use crate::fields::{Fields, Object};

use super::super::market::{AGENTS, Agent, Manner, Product};
use super::super::paging::Page;
use super::Session;
use super::filter::Filter;

const GROUPS: usize = 10;
const PRODUCTS: usize = 10;

impl Session {
    /// The id of the group of an agent. Groups keep their ids whatever is filtered.
    pub fn group_id(&self, agent: &str) -> String {
        let index = AGENTS.iter().position(|known| known.id == agent).unwrap_or_default();
        let context = self.id.split('-').next().unwrap_or_default();
        format!("ctx_{context}-group-{index}")
    }

    /// A page of groups, each with a page of its products.
    pub fn page(&self, given: &Object) -> Value {
        let filter = Filter::read(given);
        let fitting: Vec<&Product> = self.found.iter().filter(|product| filter.lets(product)).collect();
        let mut agents: Vec<&str> = Vec::new();
        for product in &fitting {
            if !agents.contains(&product.agent.id) {
                agents.push(product.agent.id);
            }
        }
        let groups = Page::read(given, "groupOffset", "groupLimit", GROUPS);
        let products = Page::read(given, "productOffset", "productsPerGroup", PRODUCTS);
        let group = |agent: &&str| {
            let of_agent: Vec<&Product> =
                fitting.iter().copied().filter(|product| product.agent.id == *agent).collect();
            self.group(agent, &of_agent, products)
        };
        let mut payload = json!({
            "discoveryId": self.id,
            "productGroups": groups.of(&agents).iter().map(group).collect::<Vec<_>>(),
            "totalGroups": agents.len(),
            "hasMoreGroups": groups.next(agents.len()).is_some(),
            "summary": summary(&fitting),
            "budgetContext": self.budget_context(),
        });
        if given.flag("debug") == Some(true) {
            payload["agentResults"] =
                AGENTS.iter().filter(|agent| agent.manner == Manner::Silent).map(failure).collect();
        }
        payload
    }

    fn group(&self, agent: &str, products: &[&Product], page: Page) -> Value {
        let seller = products.first().map(|product| product.agent);
        let shown: Vec<Value> = page.of(products).iter().map(|product| product.view(self.brief.as_deref())).collect();
        json!({
            "groupId": self.group_id(agent),
            "groupName": seller.map(|seller| seller.name),
            "storefrontId": seller.map(|seller| seller.storefront.to_string()),
            "storefrontName": seller.map(|seller| seller.name),
            "productCount": shown.len(),
            "products": shown,
            "totalProducts": products.len(),
            "hasMoreProducts": page.next(products.len()).is_some(),
        })
    }
}

fn summary(products: &[&Product]) -> Value {
    let prices: Vec<f64> = products.iter().map(|product| product.cpm()).collect();
    let mut publishers: Vec<String> = products.iter().flat_map(|product| product.domains()).collect();
    publishers.sort();
    publishers.dedup();
    let average = (!prices.is_empty()).then(|| prices.iter().sum::<f64>() / prices.len() as f64);
    json!({
        "totalProducts": products.len(),
        "publishersCount": publishers.len(),
        "priceRange": {
            "min": prices.iter().copied().reduce(f64::min),
            "max": prices.iter().copied().reduce(f64::max),
            "avg": average.map(|average| (average * 100.0).round() / 100.0),
            "currency": "USD",
        },
    })
}

fn failure(agent: &Agent) -> Value {
    json!({
        "agentId": agent.id,
        "agentName": agent.name,
        "success": false,
        "productCount": 0,
        "error": "Connection timeout",
        "timedOut": true,
        "rawResponseData": null,
        "debugLogs": [{ "type": "request", "request": { "method": "POST", "headers": { "authorization": "[REDACTED]" } }, "response": { "status": 504 } }],
    })
}
