//! `POST /inventory-sources`

use crate::call::Call;
use crate::check::{CONTRACT_ID, Checker, Kind, Rule, URL, optional, required};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::agent::{Agent, is_unregistered};
use super::{Backing, Source, Status, credentials};

/// The display name of a source.
pub const NAME: Kind = Kind::Text(1, 255);
/// What the operator says about a source.
pub const DESCRIPTION: Kind = Kind::Text(0, 2000);
/// Where an agent answers.
pub const ENDPOINT: Kind = Kind::Form(&URL, 2048);
/// The only kind that the generic operations make and change.
pub const EXECUTION: Kind = Kind::OneOf(&["AGENT"]);
/// The protocols of agents.
pub const PROTOCOL: Kind = Kind::OneOf(&["MCP", "A2A"]);
/// The ways of authentication.
pub const AUTHENTICATION: Kind = Kind::OneOf(&["API_KEY", "JWT", "BASIC_AUTH", "NO_AUTH", "OAUTH"]);

/// The connection contract that an integration may pin.
pub const CONTRACT: &[Rule] = &[
    required("id", Kind::Form(&CONTRACT_ID, 128)),
    required("version", Kind::Whole(1, i64::MAX)),
    required(
        "authenticationMethod",
        Kind::OneOf(&[
            "none",
            "bearer_token",
            "api_key",
            "credential_exchange",
            "basic_auth",
            "oauth2",
            "jwt",
            "platform_service_account",
        ]),
    ),
];

const RULES: &[Rule] = &[
    required("name", NAME),
    optional("sourceId", Kind::Text(1, 255)),
    optional("executionType", EXECUTION),
    required("type", Kind::OneOf(&["SALES", "SIGNAL", "CREATIVE", "OUTCOME"])),
    required("endpointUrl", ENDPOINT),
    required("protocol", PROTOCOL),
    required("authenticationType", AUTHENTICATION),
    optional("oauthAudience", ENDPOINT),
    optional("connectionContract", Kind::Object(CONTRACT)),
    optional("description", DESCRIPTION),
];

/// Makes a source and registers the agent behind it.
pub fn create(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = checked(call)?;
    let mut agent = Agent::new(&body);
    agent.arrange_activation(call);
    let at_once = !agent.needs_authentication() && agent.activates_at.is_some();
    let status = if at_once { Status::Active } else { Status::Pending };
    let name = body.text("name").unwrap_or_default().to_owned();
    let source_id = body.text("sourceId").map(str::to_owned).or_else(|| ids::slug(&name));
    let source_id = source_id.unwrap_or_else(|| format!("source-{}", ids::surrogate()));
    let source = Source::new(source_id, name, status, Backing::Agent(Box::new(agent)), call.now);
    Ok(Reply::created(world.storefront.add(source)?.view(call)))
}

fn checked(call: &Call) -> Result<Object, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, RULES);
    if let Some(authentication) = body.text("authenticationType") {
        credentials::check(&mut check, body.get("auth"), authentication, true);
    }
    check_registration(&mut check, &body);
    check.finish().map(|()| body)
}

/// The registry of agents refuses the ones that the emulator takes to be unregistered.
pub fn check_registration(check: &mut Checker, body: &Object) {
    let unregistered = body.text("endpointUrl").is_some_and(is_unregistered);
    check.require(!unregistered, "endpointUrl", "The agent at this address is not registered with AAO.");
}
