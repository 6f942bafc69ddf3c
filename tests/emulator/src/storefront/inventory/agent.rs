//! The external agent behind a source.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::host;
use crate::clock::Millis;
use crate::fields::{Fields, Object};
use crate::ids;

use super::condition::Condition;
use super::credentials::Credential;

/// An external agent, as far as the service knows it.
#[derive(Clone)]
pub struct Agent {
    /// The id of the agent.
    pub agent_id: String,
    /// The id of its capability.
    pub capability_uid: String,
    /// SALES, SIGNAL, CREATIVE or OUTCOME.
    pub kind: String,
    /// Where it answers.
    pub endpoint_url: String,
    /// MCP or A2A.
    pub protocol: String,
    /// What the operator says about it.
    pub description: Option<String>,
    /// How it wants to be authenticated to.
    pub authentication: String,
    /// What is known of the credential. Not the credential: it is not kept.
    pub credential: Credential,
    /// The consent that an OAUTH agent needs.
    pub consent: Option<Consent>,
    /// When a waiting source becomes active.
    pub activates_at: Option<Millis>,
}

/// The operator's consent to call an agent.
#[derive(Clone)]
pub struct Consent {
    ticket: String,
    /// The name under which the agent asks.
    pub agent_name: String,
    decision: Option<(bool, Millis)>,
}

impl Consent {
    /// A consent that nobody has decided yet.
    pub fn new(agent_name: &str) -> Self {
        Self { ticket: ids::opaque("consent"), agent_name: agent_name.to_owned(), decision: None }
    }

    /// Whether a ticket asks for this consent. One that was given is not asked for again.
    pub fn is_asked_by(&self, ticket: &str) -> bool {
        self.ticket == ticket && !self.is_given()
    }

    /// Where the operator decides.
    pub fn path(&self) -> String {
        format!("/oauth/consent?state={}", self.ticket)
    }

    /// Takes the operator's decision.
    pub fn decide(&mut self, allowed: bool, now: Millis) {
        self.decision = Some((allowed, now));
    }

    /// Whether the operator agreed.
    pub fn is_given(&self) -> bool {
        matches!(self.decision, Some((true, _)))
    }

    fn is_denied(&self) -> bool {
        matches!(self.decision, Some((false, _)))
    }
}

impl Agent {
    /// An agent out of a checked body. The caller arranges its activation.
    pub fn new(body: &Object) -> Self {
        let text = |key| body.text(key).unwrap_or_default().to_owned();
        let authentication = text("authenticationType");
        Self {
            agent_id: ids::opaque("agent"),
            capability_uid: ids::uuid(),
            kind: text("type"),
            endpoint_url: text("endpointUrl"),
            protocol: text("protocol"),
            description: body.text("description").map(str::to_owned),
            consent: (authentication == "OAUTH").then(|| Consent::new(body.text("name").unwrap_or_default())),
            credential: Credential::of(body.get("auth")),
            activates_at: None,
            authentication,
        }
    }

    /// Whether the agent needs a credential or a consent.
    pub fn needs_authentication(&self) -> bool {
        self.authentication != "NO_AUTH"
    }

    /// Whether the service has what it needs to call the agent. Without authentication there is nothing to configure.
    pub fn is_configured(&self) -> bool {
        match &self.consent {
            Some(consent) => consent.is_given(),
            None => self.needs_authentication() && self.credential != Credential::Absent,
        }
    }

    /// What keeps the agent from being called, if anything does.
    pub fn obstacle(&self) -> Option<Condition> {
        if is_unreachable(&self.endpoint_url) {
            return Some(Condition::Unreachable);
        }
        match (&self.consent, self.credential) {
            (Some(consent), _) if consent.is_denied() => Some(Condition::ConsentDenied),
            (Some(consent), _) if !consent.is_given() => Some(Condition::ConsentPending),
            (None, Credential::Absent) if self.needs_authentication() => Some(Condition::CredentialMissing),
            (None, Credential::Refused) => Some(Condition::CredentialRefused),
            _ => None,
        }
    }

    /// Arranges when a waiting source becomes active, if nothing keeps it from it.
    pub fn arrange_activation(&mut self, call: &Call) {
        let delay = if self.needs_authentication() { call.settings.activation_delay } else { 0 };
        self.activates_at = self.obstacle().is_none().then_some(call.now + delay);
    }

    /// Whether a waiting source has become active by now.
    pub fn is_due(&self, now: Millis) -> bool {
        let consented = self.consent.as_ref().is_some_and(Consent::is_given) && self.obstacle().is_none();
        consented || self.activates_at.is_some_and(|at| at <= now)
    }

    /// What the operator needs to give consent, while it is wanted.
    pub fn oauth(&self, call: &Call) -> Option<Value> {
        let consent = self.consent.as_ref().filter(|consent| !consent.is_given())?;
        Some(json!({
            "authorizationUrl": call.link(&consent.path()),
            "agentId": self.agent_id,
            "agentName": consent.agent_name,
        }))
    }
}

/// Hosts that the emulator takes to be unregistered with AAO.
pub fn is_unregistered(endpoint_url: &str) -> bool {
    host(endpoint_url).is_some_and(|host| host.starts_with("unregistered."))
}

fn is_unreachable(endpoint_url: &str) -> bool {
    host(endpoint_url)
        .is_some_and(|host| host.starts_with("unreachable.") || host.ends_with(".unreachable.example.com"))
}
