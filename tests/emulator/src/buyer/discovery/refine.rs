//! Refinements: wishes about results that are already there.

use serde_json::{Value, json};

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::fields::{Fields, Object};

use super::super::market::is_video;
use super::Session;

/// One wish; what depends on its scope is checked separately.
pub const ITEM: &[Rule] = &[
    required("scope", Kind::OneOf(&["request", "product", "proposal"])),
    optional("ask", Kind::Text(0, 2000)),
    optional("id", Kind::Text(1, 255)),
    optional("action", Kind::Text(1, 64)),
];

/// Adds what a table of rules cannot say about `refine`.
pub fn check(check: &mut Checker, body: &Object) {
    if body.has("refine") {
        check.require(body.has("discoveryId"), "discoveryId", "Required with refine.");
    }
    for (index, item) in body.items("refine").iter().enumerate() {
        let actions: &[&str] = match item["scope"].as_str() {
            Some("product") => &["include", "omit", "more_like_this"],
            Some("proposal") => &["include", "omit", "finalize"],
            _ => {
                let asks = item["ask"].as_str().is_some_and(|ask| !ask.is_empty());
                check.require(asks, &format!("refine.{index}.ask"), "Required.");
                continue;
            }
        };
        check.require(item["id"].is_string(), &format!("refine.{index}.id"), "Required.");
        let known = item["action"].as_str().is_some_and(|action| actions.contains(&action));
        let message = format!("Expected one of {}.", actions.join(", "));
        check.require(known, &format!("refine.{index}.action"), &message);
    }
}

impl Session {
    /// Changes the results as it is wished, and says what came of each wish.
    pub fn refine(&mut self, wishes: &[Value]) -> Vec<Value> {
        wishes.iter().map(|wish| self.follow(wish)).collect()
    }

    fn follow(&mut self, wish: &Value) -> Value {
        let id = wish["id"].as_str().unwrap_or_default();
        let (status, notes) = match wish["scope"].as_str() {
            Some("request") => self.follow_request(wish["ask"].as_str().unwrap_or_default()),
            Some("product") => self.follow_product(id, wish["action"].as_str().unwrap_or_default()),
            _ => ("unable", "There is no such proposal"),
        };
        let mut outcome = json!({ "scope": wish["scope"], "status": status, "notes": notes });
        if wish["id"].is_string() {
            outcome["id"] = wish["id"].clone();
        }
        outcome
    }

    /// The emulator understands one word, and says so about everything else.
    fn follow_request(&mut self, ask: &str) -> (&'static str, &'static str) {
        if !ask.to_lowercase().contains("video") {
            return ("partial", "Passed on to the sales agents");
        }
        self.found.sort_by_key(|product| !is_video(product.channel));
        ("applied", "Video comes first")
    }

    fn follow_product(&mut self, id: &str, action: &str) -> (&'static str, &'static str) {
        let Some(product) = self.found.iter().find(|product| product.id == id) else {
            return ("unable", "The product is not among the results");
        };
        let channel = product.channel;
        match action {
            "omit" => {
                self.found.retain(|product| product.id != id);
                ("applied", "Removed from results")
            }
            "more_like_this" => {
                self.found.sort_by_key(|product| product.channel != channel);
                ("applied", "Products of the same channel come first")
            }
            _ => ("applied", "Kept in results"),
        }
    }
}
