//! `.../modular/modules/{moduleInstanceId}/credentials/{credentialKind}`: stored, rotated, revoked, never shown.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, DATE_TIME, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::Module;

const KINDS: [&str; 3] = ["API_KEY", "BEARER", "OAUTH"];
const INSTANT: Kind = Kind::Nullable(&Kind::Form(&DATE_TIME, 255));
const RULES: &[Rule] = &[
    required("auth", Kind::Map),
    optional("scopes", Kind::List(0, usize::MAX, &Kind::Text(1, usize::MAX))),
    optional("expiresAt", INSTANT),
    optional("lastRefreshedAt", INSTANT),
    optional("metadata", Kind::Map),
];

/// What is known of a credential. The credential itself is not kept.
pub struct StoredCredential {
    kind: String,
    id: String,
    described: Object,
    created: Millis,
    updated: Millis,
    revoked: Option<Millis>,
}

/// `POST`: a first credential.
pub fn create_credential(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let module = module(world, call)?;
    let body = call.checked(RULES)?;
    let kind = call.param("credentialKind");
    if module.live_credential(kind).is_some() {
        return Err(Refusal::conflict("This module already has a live credential of this kind; rotate it instead."));
    }
    let stored = StoredCredential::new(kind, body, call.now);
    let view = stored.view(module);
    module.credentials.retain(|credential| credential.kind != kind);
    module.credentials.push(stored);
    Ok(Reply::created(view).documented_in_data())
}

/// `PUT`: another credential in place of the live one.
pub fn rotate_credential(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let module = module(world, call)?;
    let body = call.checked(RULES)?;
    let live = module.live_credential(call.param("credentialKind")).ok_or_else(none_live)?;
    live.described = body;
    live.described.shift_remove("auth");
    live.updated = call.now;
    reply(module, call)
}

/// `DELETE`: no credential any more.
pub fn revoke_credential(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let module = module(world, call)?;
    let live = module.live_credential(call.param("credentialKind")).ok_or_else(none_live)?;
    live.revoked = Some(call.now);
    live.updated = call.now;
    reply(module, call)
}

fn reply(module: &Module, call: &Call) -> Result<Reply, Refusal> {
    let stored = module.credentials.iter().find(|credential| credential.kind == call.param("credentialKind"));
    let stored = stored.ok_or_else(none_live)?;
    Ok(Reply::ok(stored.view(module)).documented_in_data())
}

fn module<'w>(world: &'w mut World, call: &Call) -> Result<&'w mut Module, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let mut check = Checker::default();
    check.require(
        KINDS.contains(&call.param("credentialKind")),
        "credentialKind",
        "Expected one of API_KEY, BEARER, OAUTH.",
    );
    check.finish()?;
    modules.module_mut(call.param("moduleInstanceId"))
}

fn none_live() -> Refusal {
    Refusal::not_found("This module has no live credential of this kind.")
}

impl StoredCredential {
    fn new(kind: &str, mut described: Object, now: Millis) -> Self {
        described.shift_remove("auth");
        Self {
            kind: kind.to_owned(),
            id: ids::opaque("credential"),
            described,
            created: now,
            updated: now,
            revoked: None,
        }
    }

    fn view(&self, module: &Module) -> Value {
        let or = |key, default| Some(self.described.value(key)).filter(|value| !value.is_null()).unwrap_or(default);
        json!({
            "credentialId": self.id,
            "moduleInstanceId": module.contract.instance_id,
            "credentialKind": self.kind,
            "status": if self.revoked.is_some() { "REVOKED" } else { "ACTIVE" },
            "scopes": or("scopes", json!([])),
            "expiresAt": self.described.value("expiresAt"),
            "lastRefreshedAt": self.described.value("lastRefreshedAt"),
            "metadata": or("metadata", json!({})),
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
            "revokedAt": self.revoked.map(iso),
        })
    }
}

impl Module {
    fn live_credential(&mut self, kind: &str) -> Option<&mut StoredCredential> {
        self.credentials.iter_mut().find(|credential| credential.kind == kind && credential.revoked.is_none())
    }
}
