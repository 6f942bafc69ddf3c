//! The caller's own storefront.

mod rules;
mod view;

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::Checker;
use crate::clock::Millis;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::{State, brand};

/// Profile fields that describe the brand behind `operatorDomain` and do not outlive a change of it.
const CURATED: [&str; 4] = ["description", "channels", "membershipStatus", "website"];
/// Fields that say something about the request and are not kept.
const ACKNOWLEDGEMENTS: [&str; 4] =
    ["confirmOperatorDomainProfileReset", "confirmCurrencyCatalogImpact", "acknowledgeNoHumanReview", "transacting"];

/// A storefront: what was written, and what the service added.
pub struct OwnStorefront {
    /// The public slug.
    pub platform_id: String,
    /// What was written, as it was written.
    pub written: Object,
    /// Name and logo that the registry knows for the domain.
    registered: Option<(String, String)>,
    created: Millis,
    updated: Millis,
}

impl OwnStorefront {
    /// Whether the seller holds the storefront back.
    pub fn is_paused(&self) -> bool {
        self.written.flag("isPaused").unwrap_or_default()
    }

    fn set(&mut self, key: &str, value: Value) {
        self.written.insert(key.to_owned(), value);
    }
}

impl State {
    /// The caller's storefront, once there is one.
    pub fn own(&self) -> Result<&OwnStorefront, Refusal> {
        self.own.as_ref().ok_or_else(no_storefront)
    }

    fn own_mut(&mut self) -> Result<&mut OwnStorefront, Refusal> {
        self.own.as_mut().ok_or_else(no_storefront)
    }
}

/// `GET /storefront`
pub fn get(world: &mut World, _: &Call) -> Result<Reply, Refusal> {
    world.storefront.own_view().map(Reply::ok)
}

/// `POST /storefront`: makes a storefront, or gives back the one that there is.
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, rules::CREATE);
    check_together(&mut check, &body);
    check.finish()?;
    if world.storefront.own.is_some() {
        return world.storefront.own_view().map(|view| Reply::ok(view).unchanged());
    }
    world.storefront.own = Some(open(body, call));
    world.storefront.own_view().map(Reply::created)
}

/// `PUT /storefront`: changes what is given.
pub fn update(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let own = world.storefront.own_mut()?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, rules::UPDATE);
    check_together(&mut check, &body);
    check_reviews(&mut check, own, &body);
    check_domain_change(&mut check, own, &body);
    check.finish()?;
    apply(own, body, call);
    world.storefront.own_view().map(Reply::ok)
}

/// `PATCH /storefront`: changes the capability flags.
pub fn update_capabilities(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let own = world.storefront.own_mut()?;
    let body = call.checked(rules::CAPABILITIES_PATCH)?;
    if let Some(flags) = body.get("capabilities") {
        own.set_capabilities(flags);
    }
    if let Some(intent) = body.get("setupIntent") {
        own.set("setupIntent", intent.clone());
    }
    own.updated = call.now;
    world.storefront.own_view().map(Reply::ok)
}

fn open(body: Object, call: &Call) -> OwnStorefront {
    let name = body.text("name").unwrap_or_default();
    let platform_id = ids::slug(name).unwrap_or_else(|| format!("storefront-{}", ids::surrogate()));
    let written = Object::new();
    let mut own = OwnStorefront { platform_id, written, registered: None, created: call.now, updated: call.now };
    apply(&mut own, body, call);
    own
}

/// Keeps what a checked body says.
fn apply(own: &mut OwnStorefront, body: Object, call: &Call) {
    if is_domain_change(own, &body) {
        CURATED.iter().for_each(|key| drop(own.written.remove(*key)));
    }
    widen_or_narrow(own, &body);
    if let Some(transacting) = body.flag("transacting") {
        own.set("isPaused", (!transacting).into());
    }
    for (key, value) in body {
        match key.as_str() {
            "capabilities" => own.set_capabilities(&value),
            "compositionPricing" => own.set("compositionPricing", rules::priced(value)),
            key if ACKNOWLEDGEMENTS.contains(&key) || !rules::is_known(key) => {}
            key => own.set(key, value),
        }
    }
    own.adopt_brand(call);
    own.updated = call.now;
}

/// Every country and a list of countries exclude each other: the newer wish drops the older.
fn widen_or_narrow(own: &mut OwnStorefront, body: &Object) {
    if body.flag("acceptsAllCountries") == Some(true) {
        own.written.remove("acceptedCountries");
    } else if body.has("acceptedCountries") {
        own.written.remove("acceptsAllCountries");
    }
}

impl OwnStorefront {
    fn set_capabilities(&mut self, flags: &Value) {
        let mut kept = self.written.value("capabilities");
        if !kept.is_object() {
            kept = json!({});
        }
        for (flag, value) in flags.as_object().into_iter().flatten() {
            kept[flag] = value.clone();
        }
        self.set("capabilities", kept);
    }

    /// Looks the brand up again, as its domain may be another now.
    fn adopt_brand(&mut self, call: &Call) {
        let domain = self.written.text("operatorDomain").or_else(|| self.written.text("publisherDomain"));
        self.registered = domain.and_then(|domain| brand::identity(domain, call));
    }
}

fn check_together(check: &mut Checker, body: &Object) {
    let both_scopes = body.has("acceptedCountries") && body.flag("acceptsAllCountries") == Some(true);
    check.require(!both_scopes, "acceptsAllCountries", "Cannot be true together with acceptedCountries.");
    let paid = body.get("paymentCurrencies").and_then(Value::as_array).filter(|paid| !paid.is_empty());
    let included = paid.is_none_or(|paid| body.get("defaultCurrency").is_none_or(|currency| paid.contains(currency)));
    check.require(included, "paymentCurrencies", "Must include defaultCurrency.");
    let contact = ["demandContactName", "demandContactEmail"].map(|key| (body.contains_key(key), body.has(key)));
    check.require(
        contact[0] == contact[1],
        "demandContactEmail",
        "Name and e-mail address must be set or cleared together.",
    );
    let contradicts = body.has("isPaused") && body.flag("isPaused") == body.flag("transacting");
    check.require(!contradicts, "transacting", "Contradicts isPaused.");
}

fn check_reviews(check: &mut Checker, own: &OwnStorefront, body: &Object) {
    let acknowledged = body.flag("acknowledgeNoHumanReview") == Some(true);
    for key in ["creativeApproval", "mediaBuyApproval"] {
        let loosens = body.text(key) == Some("auto") && own.written.text(key) != Some("auto");
        check.require(
            !loosens || acknowledged,
            key,
            "Going without human review must be acknowledged by acknowledgeNoHumanReview.",
        );
    }
}

fn check_domain_change(check: &mut Checker, own: &OwnStorefront, body: &Object) {
    let lost = CURATED.iter().any(|key| own.written.has(key) && !body.contains_key(*key));
    let confirmed = body.flag("confirmOperatorDomainProfileReset") == Some(true);
    let holds = !is_domain_change(own, body) || !lost || confirmed;
    check.require(
        holds,
        "confirmOperatorDomainProfileReset",
        "The change of operatorDomain clears profile fields and must be confirmed.",
    );
}

fn is_domain_change(own: &OwnStorefront, body: &Object) -> bool {
    let new = body.text("operatorDomain");
    new.is_some() && own.written.has("operatorDomain") && own.written.text("operatorDomain") != new
}

fn no_storefront() -> Refusal {
    Refusal::not_found("The storefront has not been created yet.")
}
