//! Inventory sources: what every source has, and the operations on sources of all kinds.

mod agent;
mod calls;
mod condition;
mod create;
mod credentials;
mod diagnostics;
mod update;
mod view;

pub use agent::{Agent, Consent};
pub use condition::Condition;
pub use create::{CONTRACT, create};
pub use credentials::{Credential, check as check_auth, holds_wrong};
pub use diagnostics::{capability_health, diagnose};
pub use update::update;

use serde_json::Value;

use crate::call::Call;
use crate::clock::Millis;
use crate::envelope::{Refusal, Reply};
use crate::ids;
use crate::world::World;

use super::ad_server::Connection;
use super::modular::Modules;

/// The states of a media buy in which it still needs its source.
const LIVE_MEDIA_BUYS: [&str; 4] = ["ACTIVE", "PAUSED", "PENDING_APPROVAL", "INPUT_REQUIRED"];

/// One row of a storefront's inventory.
pub struct Source {
    /// The surrogate id.
    pub id: String,
    /// The id in the storefront.
    pub source_id: String,
    /// The display name.
    pub name: String,
    /// The lifecycle state.
    pub status: Status,
    /// What is behind the source.
    pub backing: Backing,
    /// Media buys by id, with their states. Only the control plane makes any.
    pub media_buys: Vec<(String, String)>,
    /// When the source was made.
    pub created: Millis,
    /// When the source was last changed.
    pub updated: Millis,
}

/// The lifecycle of a source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Waits for a credential, a consent or a first answer.
    Pending,
    /// Sells.
    Active,
    /// Switched off.
    Disabled,
}

impl Status {
    /// The name that the API has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Active => "ACTIVE",
            Self::Disabled => "DISABLED",
        }
    }
}

/// What is behind a source.
pub enum Backing {
    /// An external agent.
    Agent(Box<Agent>),
    /// An ad server that the service manages an agent for.
    AdServer(Box<Connection>),
    /// A set of modules.
    Modular(Box<Modules>),
}

impl Source {
    /// A new source.
    pub fn new(source_id: String, name: String, status: Status, backing: Backing, now: Millis) -> Self {
        let id = ids::surrogate();
        Self { id, source_id, name, status, backing, media_buys: Vec::new(), created: now, updated: now }
    }

    /// Lets time do what it has done since the last call.
    pub fn settle(&mut self, now: Millis) {
        match &mut self.backing {
            Backing::Agent(agent) if self.status == Status::Pending && agent.is_due(now) => {
                self.status = Status::Active;
                self.updated = now;
            }
            Backing::AdServer(connection) => connection.settle(now),
            Backing::Modular(modules) => modules.settle(now),
            Backing::Agent(_) => {}
        }
    }

    /// The ad server behind the source.
    pub fn connection(&self) -> Result<&Connection, Refusal> {
        if let Backing::AdServer(connection) = &self.backing { Ok(connection) } else { Err(no_ad_server()) }
    }

    /// The ad server behind the source, to be changed.
    pub fn connection_mut(&mut self) -> Result<&mut Connection, Refusal> {
        if let Backing::AdServer(connection) = &mut self.backing { Ok(connection) } else { Err(no_ad_server()) }
    }

    /// The modules behind the source.
    pub fn modules(&self) -> Result<&Modules, Refusal> {
        if let Backing::Modular(modules) = &self.backing { Ok(modules) } else { Err(not_modular()) }
    }

    /// The modules behind the source, to be changed.
    pub fn modules_mut(&mut self) -> Result<&mut Modules, Refusal> {
        if let Backing::Modular(modules) = &mut self.backing { Ok(modules) } else { Err(not_modular()) }
    }

    /// The agent behind the source, if it is an external one.
    pub fn agent(&self) -> Option<&Agent> {
        if let Backing::Agent(agent) = &self.backing { Some(agent) } else { None }
    }

    /// The consent that a ticket asks for, to be decided.
    pub fn consent_mut(&mut self, ticket: &str) -> Option<&mut Consent> {
        let Backing::Agent(agent) = &mut self.backing else { return None };
        agent.consent.as_mut().filter(|consent| consent.is_asked_by(ticket))
    }

    fn has_live_media_buys(&self) -> bool {
        self.media_buys.iter().any(|(_, status)| LIVE_MEDIA_BUYS.contains(&status.as_str()))
    }
}

/// `GET /inventory-sources`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let views = world.storefront.sources.iter().map(|source| source.view(call));
    Ok(Reply::ok(views.collect::<Vec<Value>>().into()))
}

/// `GET /inventory-sources/{sourceId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let source = world.storefront.source(call.param("sourceId"))?;
    Ok(Reply::ok(source.view(call)))
}

/// `DELETE /inventory-sources/{sourceId}`
pub fn delete(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let source = world.storefront.source(call.param("sourceId"))?;
    if source.has_live_media_buys() {
        // Documented as a validation error, not as the conflict that one would expect.
        return Err(Refusal::invalid("sourceId", "The agent of this source still has media buys that have not ended."));
    }
    let id = source.id.clone();
    world.storefront.sources.retain(|source| source.id != id);
    Ok(Reply::no_content())
}

fn no_ad_server() -> Refusal {
    Refusal::not_found("This storefront has no ad-server-backed source with this id.")
}

fn not_modular() -> Refusal {
    Refusal::not_found("This storefront has no modular source with this id.")
}
