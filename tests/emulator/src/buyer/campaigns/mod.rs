//! Campaigns: made as drafts, launched, paused, archived; their media buys live inside them.

mod auto_select;
mod create;
mod execute;
mod goals;
mod list;
mod media_buy;
mod media_buy_changes;
mod pacing;
mod pause;
mod poll;
mod products;
mod rules;
mod stage;
mod update;
mod view;

pub use auto_select::auto_select;
pub use create::create;
pub use execute::execute;
pub use list::list;
use media_buy::drop_twins;
pub use media_buy::{MediaBuy, Package};
pub use pacing::day;
pub use pause::pause;
pub use poll::poll;
pub use products::list_products;
pub use update::update;

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::{self, Millis};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::State;
use super::activity::Deed;

/// A campaign: what was written, and what came of it.
pub struct Campaign {
    /// Its id.
    pub id: String,
    /// The number in its id: optimization suggestions name campaigns by it.
    pub number: String,
    /// Whose it is.
    pub advertiser_id: String,
    /// DRAFT, ACTIVE, PAUSED, COMPLETED or ARCHIVED.
    pub status: &'static str,
    /// DECISIONED or ROUTED, the older way to say what a campaign is.
    pub campaign_type: String,
    /// discovery or performance, the newer way.
    pub mode: String,
    /// Its other fields, as they were written.
    pub written: Object,
    audiences: Vec<Value>,
    caps: Vec<Value>,
    /// The discovery session that is attached.
    pub discovery_id: Option<String>,
    /// The media buys; one that waits for approval of a change is there twice.
    pub media_buys: Vec<MediaBuy>,
    created: Millis,
    updated: Millis,
    revision: u32,
}

impl State {
    /// A campaign by its id.
    pub fn campaign(&self, id: &str) -> Result<&Campaign, Refusal> {
        self.campaigns.iter().find(|campaign| campaign.id == id).ok_or_else(no_campaign)
    }

    /// A campaign by its id, to be changed.
    pub fn campaign_mut(&mut self, id: &str) -> Result<&mut Campaign, Refusal> {
        self.campaigns.iter_mut().find(|campaign| campaign.id == id).ok_or_else(no_campaign)
    }
}

/// `GET /campaigns/{campaignId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let state = &world.buyer;
    let campaign = state.campaign(call.param("campaignId"))?;
    Ok(Reply::ok(campaign.answer(state, &call.values("mediaBuyId"), call.now)))
}

/// `DELETE /campaigns/{campaignId}`: archives, so that reports keep their campaign. The second time changes nothing.
pub fn delete(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let campaign = world.buyer.campaign_mut(call.param("campaignId"))?;
    if campaign.status == "ARCHIVED" {
        return Ok(Reply::no_content().unchanged());
    }
    campaign.status = "ARCHIVED";
    campaign.updated = call.now;
    for buy in &mut campaign.media_buys {
        buy.end_as("ARCHIVED", call.now);
    }
    drop_twins(&mut campaign.media_buys);
    let deed = campaign.deed("ARCHIVE");
    world.buyer.activity.add(deed, call.now);
    Ok(Reply::no_content())
}

impl Campaign {
    /// Its name.
    pub fn name(&self) -> &str {
        self.written.text("name").unwrap_or_default()
    }

    /// When the flight begins.
    pub fn start(&self) -> Millis {
        self.flight("startDate")
    }

    /// When the flight ends.
    pub fn end(&self) -> Millis {
        self.flight("endDate")
    }

    fn flight(&self, key: &str) -> Millis {
        let date = self.written.inner("flightDates").and_then(|flight| flight.text(key));
        date.and_then(clock::parse).unwrap_or_default()
    }

    /// What the buyer spends in all.
    pub fn total(&self) -> f64 {
        self.written.inner("budget").and_then(|budget| budget.number("total")).unwrap_or_default()
    }

    /// The currency of everything in the campaign.
    pub fn currency(&self) -> &str {
        self.written.inner("budget").and_then(|budget| budget.text("currency")).unwrap_or("USD")
    }

    /// The fee in percent: ROUTED campaigns go past the platform and cost none.
    pub fn fee_percent(&self) -> f64 {
        if self.campaign_type == "ROUTED" { 0.0 } else { 8.0 }
    }

    /// What is left for media when the fee is paid.
    pub fn media_budget(&self) -> f64 {
        cents(self.total() * (100.0 - self.fee_percent()) / 100.0)
    }

    /// What the media buys that count are given.
    pub fn allocated(&self) -> f64 {
        cents(self.media_buys.iter().filter(|buy| buy.counts()).map(MediaBuy::budget).sum())
    }

    /// The optimization goals of the campaign, if it has any.
    pub fn is_performance(&self) -> bool {
        self.written.has("performanceConfig")
    }

    /// What a discovery for this campaign looks for.
    pub fn looking(&self) -> Object {
        let constraints = self.written.inner("constraints");
        let listed = |key: &str| constraints.and_then(|constraints| constraints.get(key)).cloned();
        let wishes = [
            ("brief", self.written.get("brief").cloned()),
            ("channels", listed("channels")),
            ("countries", listed("countries").or_else(|| listed("geo_countries"))),
            ("budget", Some(json!(self.media_budget()))),
        ];
        wishes.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
    }

    /// Lets time do what it has done; gives back the media buys that have begun to run for the first time.
    pub fn settle(&mut self, now: Millis) -> Vec<MediaBuy> {
        let mut begun = Vec::new();
        for index in 0..self.media_buys.len() {
            let buy = &mut self.media_buys[index];
            if buy.due.is_some_and(|due| due <= now) && buy.status == "PENDING_APPROVAL" {
                buy.activate(now);
                // A change that was approved during a pause does not end the pause.
                if buy.version > 1 && self.status == "PAUSED" {
                    buy.status = "PAUSED";
                } else if buy.version == 1 {
                    begun.push(buy.clone());
                }
            }
        }
        self.drop_superseded();
        let over = self.end() <= now;
        for buy in self.media_buys.iter_mut().filter(|buy| over && ["ACTIVE", "PAUSED"].contains(&buy.status)) {
            buy.end_as("COMPLETED", now);
        }
        if over && ["ACTIVE", "PAUSED"].contains(&self.status) {
            self.status = "COMPLETED";
        }
        begun
    }

    /// An approved version takes the place of the one before it.
    fn drop_superseded(&mut self) {
        let current: Vec<(String, u32)> = self
            .media_buys
            .iter()
            .filter(|buy| buy.status != "PENDING_APPROVAL")
            .map(|buy| (buy.id.clone(), buy.version))
            .collect();
        self.media_buys.retain(|buy| {
            buy.status == "PENDING_APPROVAL"
                || current.iter().all(|(id, version)| *id != buy.id || *version <= buy.version)
        });
    }

    /// Takes products off the media buys that no seller knows of yet.
    pub fn unstage(&mut self, products: &[&str]) {
        for buy in self.media_buys.iter_mut().filter(|buy| buy.status == "DRAFT") {
            buy.lines.retain(|line| !products.contains(&line.product.id.as_str()));
        }
        self.media_buys.retain(|buy| buy.status != "DRAFT" || !buy.lines.is_empty());
    }

    /// Notes that the campaign was changed.
    pub fn touch(&mut self, now: Millis) {
        self.updated = now;
        self.revision += 1;
    }

    /// Something that was done to the campaign itself.
    pub fn deed(&self, action: &'static str) -> Deed {
        self.done(action, "CAMPAIGN", &self.id, self.name())
    }

    /// Something that was done to a thing in the campaign.
    pub fn done(&self, action: &'static str, resource: &'static str, id: &str, name: &str) -> Deed {
        Deed {
            action,
            resource,
            id: id.to_owned(),
            name: name.to_owned(),
            advertiser: Some(self.advertiser_id.clone()),
            campaign: Some(self.id.clone()),
        }
    }
}

/// Money without fractions of a cent.
pub fn cents(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}

fn no_campaign() -> Refusal {
    Refusal::not_found("There is no such campaign.")
}
