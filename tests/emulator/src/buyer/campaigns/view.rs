//! A campaign in full.

use serde_json::{Value, json};

use crate::clock::{Millis, iso};
use crate::fields::Fields;

use super::super::advertisers::Advertiser;
use super::super::{State, reporting};
use super::{Campaign, MediaBuy, cents};

impl State {
    /// How many products a campaign has: those that are selected for it and those that are on its media buys.
    pub fn product_count(&self, campaign: &Campaign) -> usize {
        let session = campaign.discovery_id.as_ref().and_then(|id| self.session(id).ok());
        let mut ids: Vec<&str> =
            session.iter().flat_map(|session| &session.selected).map(|one| one.product.id.as_str()).collect();
        let on_buys = campaign.media_buys.iter().filter(|buy| !buy.is_over());
        ids.extend(on_buys.flat_map(MediaBuy::product_ids));
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    }
}

impl MediaBuy {
    /// The products that it has.
    pub fn product_ids(&self) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().map(|line| line.product.id.as_str());
        lines.chain(self.packages.iter().map(|package| package.product.id.as_str()))
    }
}

impl Campaign {
    /// The campaign as one operation answers it. `only` narrows the media buys; their references stay complete.
    pub fn answer(&self, state: &State, only: &[String], now: Millis) -> Value {
        json!({ "campaign": self.view(state, only, now) })
    }

    fn view(&self, state: &State, only: &[String], now: Millis) -> Value {
        let mut view = json!({
            "campaignId": self.id,
            "advertiserId": self.advertiser_id,
            "name": self.name(),
            "status": self.status,
            "campaignType": self.campaign_type,
            "mode": self.mode,
            "management": "managed",
            "mediaBuyRefs": self.media_buys.iter().map(MediaBuy::reference).collect::<Vec<_>>(),
        });
        let optional = [
            "brief",
            "flightDates",
            "budget",
            "pacingPeriods",
            "constraints",
            "performanceConfig",
            "catalogId",
            "utmConfig",
        ];
        for key in optional.into_iter().filter(|key| self.written.has(key)) {
            view[key] = self.written.value(key);
        }
        let currency = self.currency();
        view["fees"] = self.fees();
        view["mediaBudget"] = json!({ "total": self.media_budget(), "currency": currency });
        view["allocatedBudget"] = self.allocated().into();
        view["unallocatedBudget"] = cents(self.media_budget() - self.allocated()).into();
        let advertiser = state.advertiser(&self.advertiser_id).ok();
        view["optimizationApplyMode"] = if self.applies_itself(advertiser) { "AUTO" } else { "MANUAL" }.into();
        view["audiences"] = self.audiences.clone().into();
        view["creativeFormats"] = json!({ "required": [], "covered": [], "missing": [] });
        view["frequencyCaps"] = self.caps.clone().into();
        // What is selected is shown while it can still become a media buy; then the media buys tell.
        if self.status == "DRAFT" {
            let session = self.discovery_id.as_ref().and_then(|id| state.session(id).ok());
            let products = session.map(|session| session.selected.as_slice()).unwrap_or_default();
            view["products"] = products.iter().map(|selection| json!({ "productId": selection.product.id })).collect();
            view["productCount"] = state.product_count(self).into();
            if let Some(id) = &self.discovery_id {
                view["discoveryId"] = id.as_str().into();
            }
        }
        let wanted = |buy: &&MediaBuy| only.is_empty() || only.contains(&buy.id);
        let buys = self.media_buys.iter().filter(wanted);
        view["mediaBuys"] = buys.map(|buy| buy.view(self, reporting::performance(self, buy, now))).collect();
        view["createdAt"] = iso(self.created).into();
        view["updatedAt"] = iso(self.updated).into();
        view["revision"] = self.revision.into();
        view
    }

    /// Whether suggestions are applied without asking: as the campaign says, or else its advertiser.
    pub fn applies_itself(&self, advertiser: Option<&Advertiser>) -> bool {
        let own = self.written.text("optimizationApplyMode");
        own.or(advertiser.map(|advertiser| advertiser.apply_mode.as_str())) == Some("AUTO")
    }

    fn fees(&self) -> Value {
        if self.fee_percent() == 0.0 {
            return json!([]);
        }
        json!([{
            "label": "Scope3 fee",
            "amount": cents(self.total() - self.media_budget()),
            "currency": self.currency(),
            "pricingType": "MARGIN",
            "marginPercent": self.fee_percent(),
        }])
    }
}

impl MediaBuy {
    fn reference(&self) -> Value {
        json!({ "mediaBuyId": self.id, "status": self.status })
    }
}
