//! How the emulator behaves towards one tenant.

use crate::check::{Kind, Rule, optional};
use crate::clock::Millis;
use crate::fields::{Fields, Object};

/// The settings that `POST /emulator/settings` takes.
pub const RULES: &[Rule] = &[
    optional("rateLimit", Kind::Whole(0, 1_000_000)),
    optional("rateWindowMs", Kind::Whole(1, 3_600_000)),
    optional("activationDelayMs", Kind::Whole(0, 600_000)),
    optional("syncDurationMs", Kind::Whole(0, 600_000)),
    optional("bareBodies", Kind::Flag),
];

/// The settings of one tenant.
#[derive(Clone)]
pub struct Settings {
    /// Requests in a window; 0 is no limit.
    pub rate_limit: u32,
    /// The length of the window.
    pub rate_window: Millis,
    /// How long a source with a good credential stays PENDING.
    pub activation_delay: Millis,
    /// How long a refresh of an ad-server-backed source runs.
    pub sync_duration: Millis,
    /// Payloads without the envelope.
    pub bare_bodies: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { rate_limit: 100, rate_window: 60_000, activation_delay: 1500, sync_duration: 2000, bare_bodies: false }
    }
}

impl Settings {
    /// Takes over the settings that are given, leaves the others as they are.
    pub fn update(&mut self, given: &Object) {
        let limit = given.whole("rateLimit").and_then(|limit| u32::try_from(limit).ok());
        self.rate_limit = limit.unwrap_or(self.rate_limit);
        self.rate_window = given.whole("rateWindowMs").unwrap_or(self.rate_window);
        self.activation_delay = given.whole("activationDelayMs").unwrap_or(self.activation_delay);
        self.sync_duration = given.whole("syncDurationMs").unwrap_or(self.sync_duration);
        self.bare_bodies = given.flag("bareBodies").unwrap_or(self.bare_bodies);
    }
}
