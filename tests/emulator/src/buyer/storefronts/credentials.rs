//! A buyer's credentials for the agents behind storefronts. Of a credential's secret nothing is kept.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso, parse};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::storefront::inventory::{Consent, check_auth};
use crate::world::World;

use super::directory::{self, KNOWN, Source, Storefront};
use crate::buyer::{State, customer};

const REGISTER: &[Rule] = &[
    required("accountIdentifier", Kind::Text(1, 255)),
    optional("auth", Kind::Map),
    optional("marketplaceAccount", Kind::Flag),
];

/// When the credentials that were always there are said to have come.
const LONG_AGO: &str = "2026-01-15T10:00:00.000Z";

/// A credential.
pub struct Credential {
    id: String,
    account: String,
    storefront: i64,
    source: &'static str,
    consent: Option<Consent>,
    created: Millis,
}

impl Credential {
    /// The consent that a ticket asks for, while it is still wanted.
    pub fn consent_mut(&mut self, ticket: &str) -> Option<&mut Consent> {
        self.consent.as_mut().filter(|consent| consent.is_asked_by(ticket))
    }

    fn status(&self) -> &'static str {
        if self.consent.as_ref().is_none_or(Consent::is_given) { "ACTIVE" } else { "PENDING" }
    }
}

impl State {
    /// Every credential: those from the beginning, then those that were registered.
    fn all_credentials(&self) -> Vec<Value> {
        let known = KNOWN.iter().map(|known| {
            let created = parse(LONG_AGO).unwrap_or_default();
            view(known.id, known.account, "ACTIVE", created, (known.storefront, known.source))
        });
        let registered = self
            .credentials
            .iter()
            .map(|own| view(&own.id, &own.account, own.status(), own.created, (own.storefront, own.source)));
        known.chain(registered).collect()
    }

    /// The buyer's accounts at a source.
    pub fn accounts(&self, storefront: i64, source: &str) -> Vec<Value> {
        let here = |credential: &Value| {
            credential["sources"][0]["storefrontId"] == storefront && credential["sources"][0]["sourceId"] == source
        };
        let account = |credential: Value| json!({ "accountIdentifier": credential["accountIdentifier"], "status": credential["status"] });
        self.all_credentials().into_iter().filter(here).map(account).collect()
    }
}

fn view(id: &str, account: &str, status: &str, created: Millis, (storefront, source): (i64, &str)) -> Value {
    let storefront = directory::storefront(storefront);
    let source = storefront.and_then(|storefront| storefront.sources.iter().find(|known| known.id == source));
    json!({
        "id": id,
        "agentId": source.map(Source::agent_id),
        "agentName": source.map(|source| source.name),
        "accountIdentifier": account,
        "accountType": "CLIENT",
        "status": status,
        "registeredBy": customer::USER,
        "createdAt": iso(created),
        "updatedAt": iso(created),
        "sources": [{
            "storefrontId": storefront.map(|storefront| storefront.id),
            "storefrontName": storefront.map(|storefront| storefront.name),
            "sourceId": source.map(|source| source.id),
            "sourceName": source.map(|source| source.name),
        }],
    })
}

/// `GET /storefronts/credentials`
pub fn list(world: &mut World, _: &Call) -> Result<Reply, Refusal> {
    Ok(Reply::ok(world.buyer.all_credentials().into()))
}

/// `POST /storefronts/{storefrontId}/sources/{sourceId}/credentials`
pub fn register(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let storefront = super::find(call)?;
    let source = storefront.sources.iter().find(|source| source.id == call.param("sourceId"));
    let source = source.ok_or_else(|| Refusal::not_found("There is no such source."))?;
    let Some(authentication) = source.authentication else {
        return Err(Refusal::invalid_state("The platform has the credentials for this source."));
    };
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, REGISTER);
    // An empty object is nothing, as the newer document allows.
    let auth = body.get("auth").filter(|auth| auth.as_object().is_none_or(|auth| !auth.is_empty()));
    check_auth(&mut check, auth, authentication, true);
    check.finish()?;
    if !source.active {
        return Err(Refusal::invalid_state("The agent must be ACTIVE before credentials can be registered."));
    }
    let account = body.text("accountIdentifier").unwrap_or_default().to_owned();
    if world.buyer.accounts(storefront.id, source.id).iter().any(|known| known["accountIdentifier"] == account.as_str())
    {
        return Err(Refusal::conflict("This accountIdentifier is already registered for the source."));
    }
    let consent = (authentication == "OAUTH").then(|| Consent::new(source.name));
    let (id, created) = (ids::surrogate(), call.now);
    let credential = Credential { id, account, storefront: storefront.id, source: source.id, consent, created };
    let answer = credential.answer(storefront, source, call);
    world.buyer.credentials.push(credential);
    Ok(Reply::created(answer))
}

impl Credential {
    fn answer(&self, storefront: &Storefront, source: &Source, call: &Call) -> Value {
        let mut answer = json!({
            "id": self.id,
            "accountIdentifier": self.account,
            "status": self.status(),
            "registeredBy": customer::USER,
            "createdAt": iso(self.created),
        });
        if let Some(consent) = &self.consent {
            answer["oauth"] = json!({
                "authorizationUrl": call.link(&consent.path()),
                "agentId": source.agent_id(),
                "agentName": source.name,
                "storefrontId": storefront.id,
                "sourceId": source.id,
                "sourceName": source.name,
            });
        }
        answer
    }
}
