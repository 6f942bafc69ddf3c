//! Media buys: what a campaign buys from one sales agent.

use serde_json::{Value, json};

use crate::clock::{Millis, iso};
use crate::ids;

use super::super::discovery::Selection;
use super::super::market::{Agent, PricingOption, Product};
use super::Campaign;
use super::pacing::Period;

/// The statuses in which nothing comes any more: a product on such a buy can be bought again.
pub const TERMINAL: [&str; 4] = ["CANCELED", "ARCHIVED", "COMPLETED", "REJECTED"];

/// A product on a media buy that no seller knows of yet.
#[derive(Clone)]
pub struct Line {
    /// The product.
    pub product: Product,
    /// How it is paid for.
    pub option: PricingOption,
    /// What is bid.
    pub bid: Option<f64>,
    /// What may be spent.
    pub budget: f64,
    /// even, asap or front_loaded.
    pub pacing: String,
}

/// A line item at the seller.
#[derive(Clone)]
pub struct Package {
    /// Its id.
    pub id: String,
    /// What is bought.
    pub product: Product,
    option: PricingOption,
    /// What is bid.
    pub bid: Option<f64>,
    /// What may be spent.
    pub budget: f64,
    /// even, asap or front_loaded.
    pub pacing: String,
    /// When it begins.
    pub start: Millis,
    /// When it ends.
    pub end: Millis,
    /// Whether it was cancelled by itself.
    pub cancelled: bool,
}

/// One version of a media buy.
#[derive(Clone)]
pub struct MediaBuy {
    /// Its id, which all versions share.
    pub id: String,
    /// The number in its id: optimization suggestions name media buys by it.
    pub number: String,
    /// From whom is bought.
    pub agent: &'static Agent,
    /// Its name.
    pub name: String,
    /// DRAFT, PENDING_APPROVAL, ACTIVE, PAUSED, COMPLETED, CANCELED or ARCHIVED.
    pub status: &'static str,
    /// The number of the version.
    pub version: u32,
    /// The products, while it is a draft.
    pub lines: Vec<Line>,
    /// The line items, once it was sent.
    pub packages: Vec<Package>,
    /// When it begins, if that differs from the campaign.
    pub start: Option<String>,
    /// When it ends, if that differs from the campaign.
    pub end: Option<String>,
    /// What it is optimized for.
    pub goals: Vec<Value>,
    /// The creatives that it shows.
    pub creative_ids: Vec<Value>,
    /// Why it was changed last.
    pub reason: Option<String>,
    /// When the seller will have approved it.
    pub due: Option<Millis>,
    /// When the seller approved it first.
    pub launched: Option<Millis>,
    /// When it stopped delivering.
    pub stopped: Option<Millis>,
    /// How often it was sent to the seller.
    pub attempts: u32,
    /// The id that the seller gave it.
    pub adcp_id: Option<String>,
    /// The status that the last poll saw.
    pub polled: &'static str,
    created: Millis,
    /// When it was changed last.
    pub updated: Millis,
}

impl MediaBuy {
    /// A draft without products.
    pub fn draft(campaign: &Campaign, agent: &'static Agent, now: Millis) -> Self {
        let number = ids::surrogate();
        Self {
            id: format!("mb_{number}"),
            number,
            agent,
            name: format!("{} | {}", campaign.name(), agent.name),
            status: "DRAFT",
            version: 1,
            lines: Vec::new(),
            packages: Vec::new(),
            start: None,
            end: None,
            goals: Vec::new(),
            creative_ids: Vec::new(),
            reason: None,
            due: None,
            launched: None,
            stopped: None,
            attempts: 0,
            adcp_id: None,
            polled: "DRAFT",
            created: now,
            updated: now,
        }
    }

    /// Stages a product.
    pub fn stage(&mut self, selection: &Selection, budget: f64) {
        let (product, option) = (selection.product.clone(), selection.option.clone());
        self.lines.push(Line { product, option, bid: selection.bid, budget, pacing: "even".to_owned() });
    }

    /// Whether it has this product.
    pub fn holds(&self, product: &str) -> bool {
        self.lines.iter().any(|line| line.product.id == product)
            || self.packages.iter().any(|package| package.product.id == product)
    }

    /// Whether nothing comes any more.
    pub fn is_over(&self) -> bool {
        TERMINAL.contains(&self.status)
    }

    /// Whether it is a change of another version that waits for approval.
    pub fn is_change(&self) -> bool {
        self.status == "PENDING_APPROVAL" && self.version > 1
    }

    /// Whether its budget is spoken for: not when it never ran, and once when two versions of it are there.
    pub fn counts(&self) -> bool {
        let unspent = ["CANCELED", "ARCHIVED", "REJECTED"].contains(&self.status);
        !unspent && !self.is_change()
    }

    /// What it may spend.
    pub fn budget(&self) -> f64 {
        let lines: f64 = self.lines.iter().map(|line| line.budget).sum();
        let packages: f64 =
            self.packages.iter().filter(|package| !package.cancelled).map(|package| package.budget).sum();
        lines + packages
    }

    /// Makes line items of the products, one for each period, and waits for the seller.
    pub fn submit(&mut self, periods: &[Period], due: Millis, now: Millis) {
        for line in std::mem::take(&mut self.lines) {
            for period in periods {
                self.packages.push(Package {
                    id: format!("pkg_{}", ids::surrogate()),
                    product: line.product.clone(),
                    option: line.option.clone(),
                    bid: line.bid,
                    budget: period.part(line.budget),
                    pacing: line.pacing.clone(),
                    start: period.start,
                    end: period.end,
                    cancelled: false,
                });
            }
        }
        self.adcp_id = Some(ids::opaque("adcp"));
        self.wait(due, now);
    }

    /// Waits for the seller to approve.
    pub fn wait(&mut self, due: Millis, now: Millis) {
        self.status = "PENDING_APPROVAL";
        self.due = Some(due);
        self.updated = now;
    }

    /// The seller has approved.
    pub fn activate(&mut self, now: Millis) {
        self.status = "ACTIVE";
        self.due = None;
        self.launched = self.launched.or(Some(now));
        self.updated = now;
    }

    /// Ends the buy, whatever it was doing.
    pub fn end_as(&mut self, status: &'static str, now: Millis) {
        if !self.is_over() || status == "ARCHIVED" {
            self.stopped = self.stopped.or(Some(now));
            self.status = status;
            self.due = None;
            self.updated = now;
        }
    }

    /// The media buy inside its campaign.
    pub fn view(&self, campaign: &Campaign, performance: Value) -> Value {
        let mut view = json!({
            "mediaBuyId": self.id,
            "name": self.name,
            "status": self.status,
            "revision": self.version,
            "salesAgentId": self.agent.id,
            "salesAgentName": self.agent.name,
            "budget": super::cents(self.budget()),
            "budgetCurrency": campaign.currency(),
            "startTime": self.start.clone().unwrap_or_else(|| iso(campaign.start())),
            "endTime": self.end.clone().unwrap_or_else(|| iso(campaign.end())),
            "optimizationGoals": self.goals,
            "creativeIds": self.creative_ids,
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        });
        if self.status == "DRAFT" {
            view["products"] = self.lines.iter().map(|line| line.view(campaign.currency())).collect();
        } else {
            view["packages"] =
                self.packages.iter().map(|package| package.view(self.status, campaign.currency())).collect();
            view["performance"] = performance;
        }
        if self.status == "PENDING_APPROVAL" {
            view["pendingAt"] = "salesagent".into();
        }
        if let Some(reason) = &self.reason {
            view["updatedReason"] = reason.as_str().into();
        }
        view
    }
}

/// When a media buy ends, a change of it that was waiting ends too; only the version that ran is kept.
pub fn drop_twins(buys: &mut Vec<MediaBuy>) {
    let mut ended: Vec<String> = Vec::new();
    buys.retain(|buy| {
        let twin = ended.contains(&buy.id);
        if buy.is_over() {
            ended.push(buy.id.clone());
        }
        !twin
    });
}

impl Line {
    fn view(&self, currency: &str) -> Value {
        json!({
            "productId": self.product.id,
            "productName": self.product.name,
            "salesAgentName": self.product.agent.name,
            "pricingOptionId": self.option.id,
            "pricingModel": self.option.model,
            "budget": self.budget,
            "budgetCurrency": currency,
            "pacing": self.pacing,
            "bidPrice": self.bid,
        })
    }
}

impl Package {
    fn view(&self, status: &str, currency: &str) -> Value {
        json!({
            "packageId": self.id,
            "status": if self.cancelled { "CANCELED" } else { status },
            "productIds": [self.product.id],
            "budget": self.budget,
            "budgetCurrency": currency,
            "pacing": self.pacing,
            "bidPrice": self.bid,
            "startTime": iso(self.start),
            "endTime": iso(self.end),
        })
    }

    /// What a thousand impressions cost.
    pub fn cpm(&self) -> f64 {
        if self.option.model == "cpm" { self.bid.unwrap_or(self.option.price) } else { self.product.cpm() }
    }
}
