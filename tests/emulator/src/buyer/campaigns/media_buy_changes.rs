//! `mediaBuys` of a campaign update: update, cancel and archive.

use serde_json::Value;

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

use super::media_buy::{Line, drop_twins};
use super::{Campaign, MediaBuy, goals};

const ID: Kind = Kind::Text(1, 255);
const PACE: Kind = Kind::OneOf(&["even", "asap", "front_loaded"]);
const BID: Kind = Kind::Nullable(&Kind::AtLeast(0.0));
const PACKAGE: &[Rule] = &[
    required("packageId", ID),
    optional("budget", Kind::Positive),
    optional("pacing", PACE),
    optional("bidPrice", BID),
];
const PRODUCT: &[Rule] = &[
    optional("productId", ID),
    optional("product_id", ID),
    optional("pricingOptionId", ID),
    optional("budget", Kind::Positive),
    optional("pacing", PACE),
    optional("bidPrice", BID),
    optional("remove", Kind::Flag),
];

/// One entry of `mediaBuys`.
pub const CHANGE: &[Rule] = &[
    required("mediaBuyId", ID),
    optional("action", Kind::OneOf(&["update", "cancel", "delete"])),
    optional("reason", Kind::Text(0, 1000)),
    optional("packageIds", Kind::List(0, 1000, &ID)),
    optional("name", Kind::Text(1, 255)),
    optional("packages", Kind::List(0, 1000, &Kind::Object(PACKAGE))),
    optional("products", Kind::List(0, 1000, &Kind::Object(PRODUCT))),
    optional("start_time", Kind::Text(1, 64)),
    optional("end_time", Kind::Text(1, 64)),
    optional("creative_ids", Kind::List(0, 1000, &ID)),
    optional("optimization_goals", Kind::List(0, 100, &Kind::Object(goals::BUY_GOAL))),
    optional("updated_reason", Kind::Text(0, 1000)),
];

/// Adds what tables of rules cannot say: products have one of two names, times are "asap" or instants.
pub fn check(check: &mut Checker, body: &Object) {
    for (index, change) in body.items("mediaBuys").iter().filter_map(Value::as_object).enumerate() {
        let field = |key: &str| format!("mediaBuys.{index}.{key}");
        for (at, product) in change.items("products").iter().enumerate() {
            check.require(product_id(product).is_some(), &field(&format!("products.{at}.productId")), "Required.");
        }
        let instant = |key: &str| change.text(key).is_none_or(|text| clock::parse(text).is_some());
        let asap = change.text("start_time") == Some("asap");
        check.require(
            asap || instant("start_time"),
            &field("start_time"),
            "Expected \"asap\" or a date and time in UTC.",
        );
        check.require(instant("end_time"), &field("end_time"), "Expected a date and time in UTC.");
    }
}

fn product_id(product: &Value) -> Option<&str> {
    product["productId"].as_str().or_else(|| product["product_id"].as_str())
}

/// The media buys as they are after the changes; the campaign keeps the old ones if any change is refused.
pub fn carry_out(campaign: &Campaign, body: &Object, call: &Call) -> Result<Vec<MediaBuy>, Refusal> {
    let mut buys = campaign.media_buys.clone();
    for (index, change) in body.items("mediaBuys").iter().filter_map(Value::as_object).enumerate() {
        let id = change.text("mediaBuyId").unwrap_or_default();
        // A pending version comes after the one that runs, and is the one that a caller cannot change.
        let at = buys.iter().rposition(|buy| buy.id == id);
        let at = at.ok_or_else(|| Refusal::not_found("The campaign has no such media buy."))?;
        let context = Context { campaign, change, field: format!("mediaBuys.{index}"), call };
        match change.text("action") {
            Some("cancel") => context.cancel(&mut buys, id)?,
            Some("delete") => {
                buys.iter_mut().filter(|buy| buy.id == id).for_each(|buy| buy.end_as("ARCHIVED", call.now))
            }
            _ => context.update(&mut buys, at)?,
        }
    }
    drop_twins(&mut buys);
    Ok(buys)
}

struct Context<'a> {
    campaign: &'a Campaign,
    change: &'a Object,
    field: String,
    call: &'a Call<'a>,
}

impl Context<'_> {
    fn cancel(&self, buys: &mut [MediaBuy], id: &str) -> Result<(), Refusal> {
        let now = self.call.now;
        for buy in buys.iter_mut().filter(|buy| buy.id == id) {
            match buy.status {
                "DRAFT" => return Err(Refusal::invalid_state("A draft is not cancelled but deleted.")),
                _ if buy.is_over() => return Err(Refusal::invalid_state("The media buy has ended already.")),
                _ => {}
            }
            let named = self.change.items("packageIds");
            for (index, package) in named.iter().enumerate() {
                let known = buy.packages.iter_mut().find(|known| *package == known.id);
                let field = format!("{}.packageIds.{index}", self.field);
                known.ok_or_else(|| Refusal::invalid(&field, "The media buy has no such package."))?.cancelled = true;
            }
            buy.updated = now;
            buy.reason = self.change.text("reason").map(str::to_owned).or(buy.reason.take());
            if named.is_empty() || buy.packages.iter().all(|package| package.cancelled) {
                buy.end_as("CANCELED", now);
            }
        }
        Ok(())
    }

    fn update(&self, buys: &mut Vec<MediaBuy>, at: usize) -> Result<(), Refusal> {
        let mut buy = buys[at].clone();
        let active = buy.status == "ACTIVE";
        if buy.is_over() {
            return Err(Refusal::invalid_state("The media buy has ended."));
        }
        if buy.is_change() {
            return Err(Refusal::invalid_state("A change of this media buy waits for approval already."));
        }
        if self.change.has("products") && buy.status != "DRAFT" {
            return Err(Refusal::invalid_state("Products can only be changed while the media buy is a draft."));
        }
        if self.change.has("packages") && !active {
            return Err(Refusal::invalid_state("Packages can only be changed while the media buy is active."));
        }
        self.products(&mut buy)?;
        self.packages(&mut buy)?;
        self.times(&mut buy)?;
        self.rest(&mut buy);
        if active {
            buy.version += 1;
            buy.wait(self.call.now + self.call.settings.activation_delay, self.call.now);
            buys.insert(at + 1, buy);
        } else {
            buys[at] = buy;
        }
        Ok(())
    }

    fn products(&self, buy: &mut MediaBuy) -> Result<(), Refusal> {
        for (index, given) in self.change.items("products").iter().enumerate() {
            let id = product_id(given).unwrap_or_default();
            let field = format!("{}.products.{index}.productId", self.field);
            if given["remove"] == true {
                buy.lines.retain(|line| line.product.id != id);
                continue;
            }
            if buy.lines.iter().all(|line| line.product.id != id) {
                let offered = buy.agent.products().into_iter().find(|product| product.id == id);
                let product =
                    offered.ok_or_else(|| Refusal::invalid(&field, "The sales agent has no such product."))?;
                let option = product.option(None).cloned();
                let option = option.ok_or_else(|| Refusal::invalid(&field, "The product has no price."))?;
                buy.lines.push(Line {
                    bid: (!option.fixed).then_some(option.price),
                    budget: 0.0,
                    pacing: "even".to_owned(),
                    option,
                    product,
                });
            }
            let Some(line) = buy.lines.iter_mut().find(|line| line.product.id == id) else { continue };
            if let Some(option) = given["pricingOptionId"].as_str() {
                let known = line.product.option(Some(option)).cloned();
                let field = format!("{}.products.{index}.pricingOptionId", self.field);
                line.option = known.ok_or_else(|| Refusal::invalid(&field, "Not a pricing option of this product."))?;
            }
            set(given, &mut line.budget, &mut line.pacing, &mut line.bid);
        }
        Ok(())
    }

    fn packages(&self, buy: &mut MediaBuy) -> Result<(), Refusal> {
        for (index, given) in self.change.items("packages").iter().enumerate() {
            let known = buy.packages.iter_mut().find(|package| given["packageId"] == package.id);
            let field = format!("{}.packages.{index}.packageId", self.field);
            let package = known.ok_or_else(|| Refusal::invalid(&field, "The media buy has no such package."))?;
            set(given, &mut package.budget, &mut package.pacing, &mut package.bid);
        }
        Ok(())
    }

    fn times(&self, buy: &mut MediaBuy) -> Result<(), Refusal> {
        let (start, end) = (self.campaign.start(), self.campaign.end());
        for (key, slot) in [("start_time", &mut buy.start), ("end_time", &mut buy.end)] {
            let Some(text) = self.change.text(key) else { continue };
            if clock::parse(text).is_some_and(|at| at < start || at > end) {
                return Err(Refusal::invalid(
                    &format!("{}.{key}", self.field),
                    "Must be within the flight of the campaign.",
                ));
            }
            *slot = Some(text.to_owned());
        }
        Ok(())
    }

    fn rest(&self, buy: &mut MediaBuy) {
        if let Some(name) = self.change.text("name") {
            name.clone_into(&mut buy.name);
        }
        if self.change.has("creative_ids") {
            buy.creative_ids = self.change.items("creative_ids").to_vec();
        }
        if self.change.has("optimization_goals") {
            buy.goals = self.change.items("optimization_goals").to_vec();
        }
        buy.reason = self.change.text("updated_reason").map(str::to_owned);
        buy.updated = self.call.now;
    }
}

fn set(given: &Value, budget: &mut f64, pacing: &mut String, bid: &mut Option<f64>) {
    *budget = given["budget"].as_f64().unwrap_or(*budget);
    if let Some(pace) = given["pacing"].as_str() {
        pace.clone_into(pacing);
    }
    if let Some(price) = given.get("bidPrice") {
        *bid = price.as_f64();
    }
}
