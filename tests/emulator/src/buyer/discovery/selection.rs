//! `/discovery/{discoveryId}/products`: what was selected from the results.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::super::State;
use super::super::market::{PricingOption, Product};
use super::Session;

const CHOICE: &[Rule] = &[
    required("productId", Kind::Text(1, 255)),
    required("salesAgentId", Kind::Text(1, 255)),
    required("groupId", Kind::Text(1, 255)),
    required("groupName", Kind::Text(1, 255)),
    optional("bidPrice", Kind::AtLeast(0.0)),
    optional("budget", Kind::AtLeast(0.0)),
    optional("pricingOptionId", Kind::Text(1, 255)),
];
const ADD: &[Rule] = &[
    required("products", Kind::List(1, 100, &Kind::Object(CHOICE))),
    optional("replace", Kind::Flag),
    optional("campaignId", Kind::Text(1, 255)),
];
const REMOVE: &[Rule] = &[required("productIds", Kind::List(1, 1000, &Kind::Text(1, 255)))];

/// A product with what shall be paid for it.
#[derive(Clone)]
pub struct Selection {
    /// The product.
    pub product: Product,
    /// How it is paid for.
    pub option: PricingOption,
    /// What is bid, where the price is not fixed.
    pub bid: Option<f64>,
    /// What may be spent on it.
    pub budget: Option<f64>,
    /// When it was selected.
    pub at: Millis,
}

impl Selection {
    /// The product at the price at which it is offered.
    pub fn plain(product: &Product, budget: Option<f64>, at: Millis) -> Option<Self> {
        let option = product.option(None)?.clone();
        let bid = (!option.fixed).then_some(option.price);
        Some(Self { product: product.clone(), option, bid, budget, at })
    }
}

/// `GET /discovery/{discoveryId}/products`
pub fn list_selected(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let session = world.buyer.session(call.param("discoveryId"))?;
    Ok(Reply::ok(session.selection()))
}

/// `POST /discovery/{discoveryId}/products`: adds products, or changes what was said about them.
pub fn add(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let session = world.buyer.session_mut(call.param("discoveryId"))?;
    let body = call.checked(ADD)?;
    let mut check = Checker::default();
    let choices = body.items("products").iter().filter_map(Value::as_object).enumerate();
    let read: Vec<Option<Selection>> =
        choices.map(|(index, choice)| session.choose(&mut check, index, choice, call.now)).collect();
    check.finish()?;
    if body.flag("replace") == Some(true) {
        session.selected.clear();
    }
    for selection in read.into_iter().flatten() {
        match session.selected.iter_mut().find(|known| known.product.id == selection.product.id) {
            Some(known) => *known = selection,
            None => session.selected.push(selection),
        }
    }
    Ok(Reply::ok(session.selection()))
}

/// `DELETE /discovery/{discoveryId}/products`
pub fn remove(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let state: &mut State = &mut world.buyer;
    let session = state.session_mut(call.param("discoveryId"))?;
    let body = call.checked(REMOVE)?;
    let gone: Vec<&str> = body.items("productIds").iter().filter_map(Value::as_str).collect();
    session.selected.retain(|selection| !gone.contains(&selection.product.id.as_str()));
    let (payload, id) = (session.selection(), session.id.clone());
    // What has been staged from the selection but not sent to a seller goes too.
    for campaign in state.campaigns.iter_mut().filter(|campaign| campaign.discovery_id.as_ref() == Some(&id)) {
        campaign.unstage(&gone);
    }
    Ok(Reply::ok(payload))
}

impl Session {
    /// Reads one choice, which must fit the results.
    fn choose(&self, check: &mut Checker, index: usize, choice: &Object, at: Millis) -> Option<Selection> {
        let field = |key: &str| format!("products.{index}.{key}");
        let found = self.found.iter().find(|product| Some(product.id.as_str()) == choice.text("productId"));
        check.require(found.is_some(), &field("productId"), "Not among the products of this session.");
        let product = found?;
        let same_agent = choice.text("salesAgentId") == Some(product.agent.id);
        check.require(same_agent, &field("salesAgentId"), "Not the sales agent of this product.");
        let option = product.option(choice.text("pricingOptionId"));
        check.require(option.is_some(), &field("pricingOptionId"), "Not a pricing option of this product.");
        let option = option?.clone();
        let bid = choice.number("bidPrice").filter(|_| !option.fixed);
        check.require(option.fixed || bid.is_some(), &field("bidPrice"), "Required where the price is not fixed.");
        let high_enough = bid.is_none_or(|bid| bid >= option.price);
        check.require(high_enough, &field("bidPrice"), &format!("Below the floor of {}.", option.price));
        Some(Selection { product: product.clone(), option, bid, budget: choice.number("budget"), at })
    }

    /// What is selected, as all three operations answer it.
    fn selection(&self) -> Value {
        let view = |selection: &Selection| {
            let agent = selection.product.agent;
            let mut view = json!({
                "productId": selection.product.id,
                "salesAgentId": agent.id,
                "storefrontId": agent.storefront.to_string(),
                "pricingOptionId": selection.option.id,
                "selectedAt": iso(selection.at),
                "groupId": self.group_id(agent.id),
                "groupName": agent.name,
            });
            for (key, value) in [("bidPrice", selection.bid), ("budget", selection.budget)] {
                if let Some(value) = value {
                    view[key] = value.into();
                }
            }
            view
        };
        json!({
            "discoveryId": self.id,
            "products": self.selected.iter().map(view).collect::<Vec<_>>(),
            "totalProducts": self.selected.len(),
            "budgetContext": self.budget_context(),
            "campaignBound": self.campaign_id.is_some(),
        })
    }

    /// What there is to spend and what of it is spoken for.
    pub fn budget_context(&self) -> Value {
        let allocated: f64 = self.selected.iter().filter_map(|selection| selection.budget).sum();
        let remaining = self.budget.map(|budget| budget - allocated);
        let mut context =
            json!({ "sessionBudget": self.budget, "allocatedBudget": allocated, "remainingBudget": remaining });
        if remaining.is_some_and(|remaining| remaining < 0.0) {
            context["budgetWarning"] = "The products are given more than the budget of the session.".into();
        }
        context
    }
}
