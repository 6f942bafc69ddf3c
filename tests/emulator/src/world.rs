//! Everything that belongs to one token. Worlds know nothing of one another, so that tests can run side by side.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::auth::Token;
use crate::buyer;
use crate::clock::Millis;
use crate::faults::Fault;
use crate::rate::Window;
use crate::record::Record;
use crate::settings::Settings;
use crate::storefront;
use crate::storefront::inventory::Consent;

/// The state that operations read and change: one field per persona.
#[derive(Default)]
pub struct World {
    /// The seller's side.
    pub storefront: storefront::State,
    /// The buyer's side.
    pub buyer: buyer::State,
}

impl World {
    /// Lets time do what it has done since the last call: activations, expiries, ends of runs.
    pub fn settle(&mut self, now: Millis) {
        self.storefront.settle(now);
        self.buyer.settle(now);
    }

    /// The consent that a ticket asks for, while it is still wanted: a seller's or a buyer's.
    pub fn consent_mut(&mut self, ticket: &str) -> Option<&mut Consent> {
        self.storefront.consent_mut(ticket).or_else(|| self.buyer.consent_mut(ticket))
    }
}

/// One token's world and how the emulator treats that token.
pub struct Tenant {
    /// The state.
    pub world: World,
    /// The behaviour.
    pub settings: Settings,
    /// The requests of the present minute.
    pub window: Window,
    /// The faults that wait for a request.
    pub faults: Vec<Fault>,
    /// What has happened so far.
    pub record: Record,
}

impl Tenant {
    fn new(settings: Settings) -> Self {
        Self {
            world: World::default(),
            settings,
            window: Window::default(),
            faults: Vec::new(),
            record: Record::default(),
        }
    }
}

/// A tenant that several requests may hold at once.
pub type Shared = Arc<Mutex<Tenant>>;

/// Takes the tenant for a moment. A panic elsewhere must not lock everybody out.
pub fn lock(tenant: &Shared) -> MutexGuard<'_, Tenant> {
    tenant.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All tenants, by token.
pub struct Tenants {
    defaults: Settings,
    by_token: Mutex<HashMap<Token, Shared>>,
}

impl Tenants {
    /// No tenants yet; each will begin with these settings.
    pub fn new(defaults: Settings) -> Self {
        Self { defaults, by_token: Mutex::default() }
    }

    /// The settings with which a tenant begins.
    pub fn defaults(&self) -> &Settings {
        &self.defaults
    }

    /// The tenant of a token, made at its first request.
    pub fn of(&self, token: &Token) -> Shared {
        let fresh = || Arc::new(Mutex::new(Tenant::new(self.defaults.clone())));
        self.all().entry(token.clone()).or_insert_with(fresh).clone()
    }

    /// Forgets everything about a token.
    pub fn forget(&self, token: &Token) {
        self.all().remove(token);
    }

    /// The token of a world in which something holds.
    pub fn owner(&self, holds: impl Fn(&World) -> bool) -> Option<Token> {
        let tenants: Vec<(Token, Shared)> =
            self.all().iter().map(|(token, tenant)| (token.clone(), tenant.clone())).collect();
        tenants.into_iter().find_map(|(token, tenant)| holds(&lock(&tenant).world).then_some(token))
    }

    /// Looks for something in every world, for pages that are reached without a token.
    pub fn search<T>(&self, mut look: impl FnMut(&mut World) -> Option<T>) -> Option<T> {
        let tenants: Vec<Shared> = self.all().values().cloned().collect();
        tenants.iter().find_map(|tenant| look(&mut lock(tenant).world))
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Token, Shared>> {
        self.by_token.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
