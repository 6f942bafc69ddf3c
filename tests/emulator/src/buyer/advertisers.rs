//! Advertisers: the accounts of brands, under which everything else hangs.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::activity::Deed;
use super::brands::{self, Brand, Found};
use super::paging::Page;
use super::{State, accounts, caps};

/// The seed's page; the newer document allows ten times as much.
const DEFAULT_LIMIT: usize = 10;
const QUERY: &[Rule] = &[
    optional("status", Kind::OneOf(&["ACTIVE", "ARCHIVED", "ALL"])),
    optional("name", Kind::Text(0, 255)),
    optional("linkedAccountPartnerId", Kind::Text(1, 255)),
    optional("sandbox", Kind::Flag),
    optional("includeBrand", Kind::Flag),
    optional("limit", Kind::Whole(1, 100)),
    optional("offset", Kind::Whole(0, i64::MAX)),
];

const MODE: Kind = Kind::OneOf(&["AUTO", "MANUAL"]);
const UTM: &[Rule] = &[required("paramKey", Kind::Text(1, 100)), required("paramValue", Kind::Text(1, 200))];
const LINKS: Kind = Kind::List(0, 100, &Kind::Object(accounts::LINK));
const CURRENCY: Kind = Kind::Text(3, 3);

const CREATE: &[Rule] = &[
    required("name", Kind::Text(1, 255)),
    required("brand", Kind::Text(1, usize::MAX)),
    optional("description", Kind::Text(0, 1000)),
    optional("saveBrand", Kind::Flag),
    optional("sandbox", Kind::Flag),
    optional("linkedAccounts", LINKS),
    optional("optimizationApplyMode", MODE),
    optional("primaryCurrency", CURRENCY),
    optional("utmConfig", Kind::List(0, 20, &Kind::Object(UTM))),
    optional("frequencyCaps", caps::CAPS),
];
const UPDATE: &[Rule] = &[
    optional("name", Kind::Text(1, 255)),
    optional("brand", Kind::Text(1, usize::MAX)),
    optional("description", Kind::Nullable(&Kind::Text(0, 1000))),
    optional("saveBrand", Kind::Flag),
    optional("linkedAccounts", LINKS),
    optional("optimizationApplyMode", MODE),
    optional("primaryCurrency", CURRENCY),
    optional("utmConfig", Kind::List(0, 20, &Kind::Object(UTM))),
    optional("frequencyCaps", caps::CAPS),
];

/// An advertiser.
pub struct Advertiser {
    /// Its id: digits, as the operations that take it as an integer need it.
    pub id: String,
    /// Its name.
    pub name: String,
    description: Value,
    /// The brand that it advertises.
    pub brand: Brand,
    /// Whether it never spends money.
    pub sandbox: bool,
    /// Whether suggestions are applied without asking.
    pub apply_mode: String,
    /// The currency of its campaigns.
    pub currency: String,
    /// Whether a campaign has fixed the currency.
    pub currency_locked: bool,
    utm: Vec<Value>,
    caps: Vec<Value>,
    /// The accounts that are linked.
    pub links: Vec<Value>,
    created: Millis,
    updated: Millis,
}

impl State {
    /// An advertiser by its id.
    pub fn advertiser(&self, id: &str) -> Result<&Advertiser, Refusal> {
        self.advertisers.iter().find(|advertiser| advertiser.id == id).ok_or_else(no_advertiser)
    }

    /// An advertiser by its id, to be changed.
    pub fn advertiser_mut(&mut self, id: &str) -> Result<&mut Advertiser, Refusal> {
        self.advertisers.iter_mut().find(|advertiser| advertiser.id == id).ok_or_else(no_advertiser)
    }

    /// The brand that a checked body names, saved if the body wants that.
    fn brand(&mut self, body: &Object) -> Result<Option<Brand>, Refusal> {
        let Some(text) = body.text("brand") else { return Ok(None) };
        let found = brands::look_up(text, &self.saved_brands);
        match found.ok_or_else(|| Refusal::invalid("brand", "Expected a domain such as nike.com."))? {
            Found::Registered(brand) => Ok(Some(brand)),
            Found::Enriched(brand) if body.flag("saveBrand") == Some(true) => {
                self.saved_brands.push(brand.domain.clone());
                Ok(Some(brand))
            }
            Found::Enriched(brand) => {
                let message = "The brand is not registered yet. Review it, then retry with saveBrand: true.";
                Err(Refusal::invalid("brand", message).with_detail("enrichedBrand", brand.view()))
            }
            Found::Nothing => {
                let message =
                    "No brand was found for this domain. Register it at https://agenticadvertising.org/brand.";
                Err(Refusal::invalid("brand", message))
            }
        }
    }
}

/// `GET /advertisers`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let name = query.text("name").unwrap_or_default().to_lowercase();
    let fits = |advertiser: &&Advertiser| {
        // No operation archives an advertiser, so there are none to be found.
        query.text("status") != Some("ARCHIVED")
            && advertiser.name.to_lowercase().contains(&name)
            && query.flag("sandbox").is_none_or(|sandbox| advertiser.sandbox == sandbox)
            && query.text("linkedAccountPartnerId").is_none_or(|id| advertiser.is_linked_to(id))
    };
    let fitting: Vec<&Advertiser> = world.buyer.advertisers.iter().filter(fits).collect();
    let page = Page::by_limit(&query, DEFAULT_LIMIT);
    let with_brand = query.flag("includeBrand") == Some(true);
    let items: Vec<Value> = page.of(&fitting).iter().map(|advertiser| advertiser.summary(with_brand)).collect();
    let next = page.next(fitting.len());
    Ok(Reply::ok(json!({ "items": items, "total": fitting.len(), "hasMore": next.is_some(), "nextOffset": next })))
}

/// `POST /advertisers`
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = checked(call, CREATE)?;
    let state = &mut world.buyer;
    let brand = state.brand(&body)?.ok_or_else(|| Refusal::invalid("brand", "Required."))?;
    let mut advertiser = Advertiser {
        id: ids::surrogate(),
        name: String::new(),
        description: Value::Null,
        sandbox: body.flag("sandbox").unwrap_or_default(),
        apply_mode: "MANUAL".to_owned(),
        currency: "USD".to_owned(),
        currency_locked: false,
        utm: Vec::new(),
        caps: Vec::new(),
        links: Vec::new(),
        brand,
        created: call.now,
        updated: call.now,
    };
    accounts::link(&mut advertiser, &body, call.now)?;
    advertiser.apply(&body, call.now);
    state.activity.add(advertiser.done("CREATE"), call.now);
    let view = advertiser.view();
    state.advertisers.push(advertiser);
    Ok(Reply::created(view))
}

/// `GET /advertisers/{advertiserId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.buyer.advertiser(call.param("advertiserId")).map(|advertiser| Reply::ok(advertiser.view()))
}

/// `PUT /advertisers/{advertiserId}`: changes what is given.
pub fn update(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let (state, id) = (&mut world.buyer, call.param("advertiserId"));
    let known = state.advertiser(id)?;
    let body = checked(call, UPDATE)?;
    let currency = body.text("primaryCurrency").map(str::to_uppercase);
    if known.currency_locked && currency.is_some_and(|currency| currency != known.currency) {
        return Err(Refusal::invalid_state("The currency is locked once the advertiser has a campaign."));
    }
    let brand = state.brand(&body)?;
    let advertiser = state.advertiser_mut(id)?;
    accounts::link(advertiser, &body, call.now)?;
    if let Some(brand) = brand {
        advertiser.brand = brand;
    }
    advertiser.apply(&body, call.now);
    let (view, deed) = (advertiser.view(), advertiser.done("UPDATE"));
    state.activity.add(deed, call.now);
    Ok(Reply::ok(view))
}

fn checked(call: &Call, rules: &[Rule]) -> Result<Object, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, rules);
    caps::check_caps(&mut check, &body);
    accounts::check_links(&mut check, &body);
    let letters = body.text("primaryCurrency").is_none_or(|code| code.bytes().all(|b| b.is_ascii_alphabetic()));
    check.require(letters, "primaryCurrency", "Expected a currency code of three letters.");
    check.finish().map(|()| body)
}

impl Advertiser {
    /// Keeps what a checked body says, apart from brand and accounts.
    fn apply(&mut self, body: &Object, now: Millis) {
        let set = |field: &mut String, key: &str| {
            if let Some(text) = body.text(key) {
                text.clone_into(field);
            }
        };
        set(&mut self.name, "name");
        set(&mut self.apply_mode, "optimizationApplyMode");
        set(&mut self.currency, "primaryCurrency");
        self.currency.make_ascii_uppercase();
        if let Some(description) = body.get("description") {
            self.description = description.clone();
        }
        if body.has("utmConfig") {
            let param = |given: &Value| json!({ "paramKey": given["paramKey"], "paramValue": given["paramValue"], "source": "advertiser" });
            self.utm = body.items("utmConfig").iter().map(param).collect();
        }
        caps::replace(&mut self.caps, body, "ADVERTISER", &self.id, now);
        self.updated = now;
    }

    fn is_linked_to(&self, partner: &str) -> bool {
        self.links.iter().any(|link| link["partnerId"] == partner)
    }

    fn summary(&self, with_brand: bool) -> Value {
        let mut summary = json!({
            "id": self.id,
            "name": self.name,
            "status": "ACTIVE",
            "brand": self.brand.domain,
            "sandbox": self.sandbox,
            "linkedAccountCount": self.links.len(),
            "primaryCurrency": self.currency,
            "currencyLocked": self.currency_locked,
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        });
        if with_brand {
            summary["linkedBrand"] = self.brand.view();
        }
        summary
    }

    fn view(&self) -> Value {
        let warning = "The brand data comes from an enrichment, not from a manifest of the brand.";
        let mut view = self.summary(true);
        view["description"] = self.description.clone();
        view["brandWarning"] = (!self.brand.registered).then_some(warning).into();
        view["optimizationApplyMode"] = self.apply_mode.as_str().into();
        view["linkedAccounts"] = self.links.clone().into();
        view["frequencyCaps"] = self.caps.clone().into();
        if !self.utm.is_empty() {
            view["utmConfig"] = self.utm.clone().into();
        }
        if let Some(members) = view.as_object_mut() {
            members.remove("linkedAccountCount");
        }
        view
    }

    fn done(&self, action: &'static str) -> Deed {
        let (id, name) = (self.id.clone(), self.name.clone());
        Deed { action, resource: "ADVERTISER", advertiser: Some(id.clone()), id, name, campaign: None }
    }
}

fn no_advertiser() -> Refusal {
    Refusal::not_found("There is no such advertiser.")
}
