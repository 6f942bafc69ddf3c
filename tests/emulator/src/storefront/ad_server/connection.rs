//! The connection to one ad server.

use serde_json::{Value, json};

use crate::clock::{HOUR, Millis, iso};
use crate::ids;

use super::super::inventory::{Condition, Credential};
use super::config::Saved;
use super::launch::{Landing, Link};
use super::sync::{Refresh, Run};

/// A connection to an ad server.
pub struct Connection {
    /// The id of the managed agent.
    pub agent_id: String,
    id: String,
    customer_id: u64,
    tenant_id: String,
    /// The configuration last saved.
    pub saved: Saved,
    /// Runs that have ended, newest first.
    pub runs: Vec<Run>,
    /// The refresh that is running.
    pub refresh: Option<Refresh>,
    /// Launch links, used and unused.
    pub links: Vec<Link>,
    /// The managed source is gone upstream and cannot be brought back.
    pub upstream_gone: bool,
    /// When the connection was last tested.
    pub tested: Option<Millis>,
    /// When the connection was switched off.
    pub deactivated: Option<Millis>,
    created: Millis,
    /// When the connection was last changed.
    pub updated: Millis,
}

impl Connection {
    /// A connection that has been provisioned a while ago.
    pub fn new(saved: Saved, runs: Vec<Run>, upstream_gone: bool, now: Millis) -> Self {
        Self {
            agent_id: ids::opaque("agent"),
            id: ids::surrogate(),
            customer_id: 4711,
            tenant_id: ids::opaque("tenant"),
            saved,
            runs,
            refresh: None,
            links: Vec::new(),
            upstream_gone,
            tested: None,
            deactivated: None,
            created: now - 48 * HOUR,
            updated: now,
        }
    }

    /// What keeps the ad server from being called, if anything does.
    pub fn obstacle(&self) -> Option<Condition> {
        (self.saved.credential == Credential::Refused).then_some(Condition::CredentialRefused)
    }

    /// Ends a refresh whose time is up.
    pub fn settle(&mut self, now: Millis) {
        if let Some(refresh) = self.refresh.take_if(|refresh| refresh.ends <= now) {
            self.runs.splice(0..0, refresh.into_runs(self.obstacle().is_some()));
        }
    }

    /// Follows a launch link.
    pub fn land(&mut self, ticket: &str, now: Millis) -> Option<Landing> {
        self.links.iter_mut().find_map(|link| link.follow(ticket, now))
    }

    /// The last failure, as far as a test of the connection found one.
    pub fn last_error(&self) -> Option<(&'static str, &'static str)> {
        let failed = self.tested.is_some() && self.obstacle().is_some();
        failed.then_some(("ADAPTER_INVALID_CREDENTIALS", "The ad server refuses the credentials."))
    }

    /// The connection as its own operations show it.
    pub fn view(&self) -> Value {
        let error = self.last_error();
        json!({
            "id": self.id,
            "customerId": self.customer_id,
            "tenantId": self.tenant_id,
            "provisioningStatus": if self.deactivated.is_some() { "deactivated" } else { "active" },
            "mcpUrl": "/mcp/",
            "a2aUrl": "/a2a",
            "adServer": self.saved.view,
            "serviceAccountEmail": format!("seller-{}@service-accounts.example", self.customer_id),
            "lastError": error.map(|(_, message)| message),
            "lastErrorCode": error.map(|(code, _)| code),
            "lastTestedAt": self.tested.map(iso),
            "provisionedAt": iso(self.created),
            "deactivatedAt": self.deactivated.map(iso),
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
            "inventorySync": self.inventory_sync(),
        })
    }

    /// The connection as the source shows it.
    pub fn summary(&self) -> Value {
        let view = self.view();
        json!({
            "connectionId": self.id,
            "tenantId": self.tenant_id,
            "adServer": self.saved.view,
            "lastError": view["lastError"],
            "lastErrorCode": view["lastErrorCode"],
            "lastTestedAt": view["lastTestedAt"],
            "provisionedAt": view["provisionedAt"],
            "deactivatedAt": view["deactivatedAt"],
        })
    }

    fn inventory_sync(&self) -> Value {
        let last = self.runs.iter().find(|run| run.sync_type == "inventory");
        let status = match (&self.refresh, last) {
            (Some(_), _) => "running",
            (None, Some(run)) => run.status(),
            (None, None) => "never_run",
        };
        json!({
            "status": status,
            "lastRunAt": last.map(|run| iso(run.started)),
            "completedAt": last.map(|run| iso(run.completed)),
            "itemCount": last.map(|run| run.items),
            "error": last.and_then(Run::error),
            "updatedAt": last.map(|run| iso(run.completed)),
        })
    }
}
