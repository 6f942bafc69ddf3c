//! `PUT /inventory-sources/{sourceId}`

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::agent::{Agent, Consent};
use super::create::{AUTHENTICATION, DESCRIPTION, ENDPOINT, EXECUTION, NAME, PROTOCOL, check_registration};
use super::credentials::{self, Credential};
use super::{Backing, Source, Status};

const RULES: &[Rule] = &[
    optional("name", NAME),
    optional("executionType", EXECUTION),
    optional("status", Kind::OneOf(&["PENDING", "ACTIVE", "DISABLED"])),
    optional("description", DESCRIPTION),
    optional("endpointUrl", ENDPOINT),
    optional("protocol", PROTOCOL),
    optional("authenticationType", AUTHENTICATION),
    optional("oauthAudience", ENDPOINT),
    optional("auth", Kind::Any),
];

/// Changes fields, rotates the credential, moves the source along its lifecycle.
pub fn update(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let source = world.storefront.source_mut(call.param("sourceId"))?;
    let agent = source.agent().ok_or_else(not_an_agent)?;
    let body = checked(call, agent)?;
    let name = body.text("name").unwrap_or(&source.name).to_owned();
    let next = changed(agent.clone(), &body, &name, call);
    let status = next_status(source, &next, &body)?;
    source.name = name;
    source.status = status;
    source.backing = Backing::Agent(Box::new(next));
    source.updated = call.now;
    source.settle(call.now);
    Ok(Reply::ok(source.view(call)))
}

fn checked(call: &Call, agent: &Agent) -> Result<Object, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, RULES);
    let known = RULES.iter().any(|rule| body.contains_key(rule.key()));
    check.require(known || body.contains_key("type"), "", "At least one field is required.");
    check.require(!body.contains_key("type"), "type", "The type of a source cannot be changed.");
    check.require(body.text("status") != Some("PENDING"), "status", "A source never goes back to PENDING.");
    let authentication = body.text("authenticationType").unwrap_or(&agent.authentication);
    // A credential of the old shape is of no use to another way of authentication.
    let switched = authentication != agent.authentication;
    credentials::check(&mut check, body.get("auth"), authentication, switched);
    check_registration(&mut check, &body);
    check.finish().map(|()| body)
}

/// The agent as the body wants it.
fn changed(mut agent: Agent, body: &Object, name: &str, call: &Call) -> Agent {
    let text = |key, old: String| body.text(key).map_or(old, str::to_owned);
    let switched = body.text("authenticationType").is_some_and(|wanted| wanted != agent.authentication);
    agent.endpoint_url = text("endpointUrl", agent.endpoint_url);
    agent.protocol = text("protocol", agent.protocol);
    agent.authentication = text("authenticationType", agent.authentication);
    agent.description = body.text("description").map(str::to_owned).or(agent.description);
    if switched || body.contains_key("auth") {
        agent.credential = Credential::of(body.get("auth"));
    }
    let is_oauth = agent.authentication == "OAUTH";
    if switched || (is_oauth && body.contains_key("oauthAudience")) {
        agent.consent = is_oauth.then(|| Consent::new(name));
    }
    if ["endpointUrl", "auth", "authenticationType"].iter().any(|key| body.contains_key(*key)) {
        agent.arrange_activation(call);
    }
    agent
}

fn next_status(source: &Source, next: &Agent, body: &Object) -> Result<Status, Refusal> {
    let asks_anew = next.consent.as_ref().is_some_and(|consent| !consent.is_given());
    match body.text("status") {
        Some("DISABLED") => Ok(Status::Disabled),
        Some("ACTIVE") if source.status != Status::Active || asks_anew => match next.obstacle() {
            Some(obstacle) => Err(Refusal::invalid_state(obstacle.explanation())),
            None => Ok(Status::Active),
        },
        _ if asks_anew && source.status == Status::Active => Ok(Status::Pending),
        _ => Ok(source.status),
    }
}

fn not_an_agent() -> Refusal {
    Refusal::invalid(
        "executionType",
        "Only AGENT sources are updated here; the other kinds have operations of their own.",
    )
}
