//! From selected products to media buys in draft: one for each sales agent.

use crate::clock::Millis;

use super::super::discovery::{Selection, Session};
use super::{Campaign, MediaBuy, cents};

impl Campaign {
    /// Attaches a session and stages what is selected in it.
    pub fn attach(&mut self, session: &mut Session, now: Millis) {
        session.campaign_id = Some(self.id.clone());
        session.budget = session.budget.or(Some(self.media_budget()));
        self.discovery_id = Some(session.id.clone());
        self.reconcile(session, now);
    }

    /// Stages the selected products that are on no media buy which still runs or may run.
    pub fn reconcile(&mut self, session: &Session, now: Millis) {
        let is_new = |selection: &&Selection| {
            !self.media_buys.iter().any(|buy| !buy.is_over() && buy.holds(&selection.product.id))
        };
        let new: Vec<&Selection> = session.selected.iter().filter(is_new).collect();
        let named: f64 = new.iter().filter_map(|selection| selection.budget).sum();
        let open = new.iter().filter(|selection| selection.budget.is_none()).count();
        let rest = (self.media_budget() - self.allocated() - named).max(0.0);
        let share = if open == 0 { 0.0 } else { (rest / open as f64 * 100.0).floor() / 100.0 };
        for selection in new {
            self.draft_for(selection, now).stage(selection, cents(selection.budget.unwrap_or(share)));
        }
    }

    /// Takes back everything that is staged, for a new selection to take its place.
    pub fn discard_drafts(&mut self) {
        self.media_buys.retain(|buy| buy.status != "DRAFT");
    }

    fn draft_for(&mut self, selection: &Selection, now: Millis) -> &mut MediaBuy {
        let agent = selection.product.agent;
        let known = self.media_buys.iter().position(|buy| buy.status == "DRAFT" && buy.agent.id == agent.id);
        let index = known.unwrap_or_else(|| {
            let draft = MediaBuy::draft(self, agent, now);
            self.media_buys.push(draft);
            self.media_buys.len() - 1
        });
        &mut self.media_buys[index]
    }
}
