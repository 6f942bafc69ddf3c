//! What becomes of the identifiers that a list is made of.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::identifier::Identifier;
use super::registry::{Standing, look_up};

/// The identifiers, sorted by what can be done with them.
#[derive(Default)]
pub struct Resolution {
    /// Those that can be targeted, as the list keeps them.
    pub resolved: Vec<Identifier>,
    registered: Vec<Identifier>,
    unresolved: Vec<Identifier>,
    resolved_count: usize,
}

impl Resolution {
    /// Looks every identifier up, once.
    pub fn of(identifiers: &[Identifier]) -> Self {
        let mut resolution = Self::default();
        let (mut seen, mut kept) = (HashSet::new(), HashSet::new());
        for identifier in identifiers {
            let canonical = identifier.canonical();
            if canonical.is_empty() || !seen.insert((identifier.kind, canonical.clone())) {
                continue;
            }
            let stored = identifier.stored();
            match look_up(identifier, &canonical) {
                Standing::Known => {
                    resolution.resolved_count += 1;
                    // Two types can be one app.
                    if kept.insert((stored.kind, canonical)) {
                        resolution.resolved.push(stored);
                    }
                }
                Standing::Registered => resolution.registered.push(stored),
                Standing::Unknown | Standing::Blocked(_) => {
                    resolution.unresolved.push(Identifier { kind: identifier.kind, ..stored });
                }
            }
        }
        resolution
    }

    /// Adds to a list's view what is said once and not kept.
    pub fn tell(&self, view: &mut Value) {
        let (resolved, registered) = (self.resolved_count, self.registered.len());
        let total = resolved + registered + self.unresolved.len();
        view["unresolvedIdentifiers"] = self.unresolved.iter().map(Identifier::view).collect();
        view["registeredIdentifiers"] = self.registered.iter().map(Identifier::view).collect();
        view["unresolvedDomains"] = domains(&self.unresolved);
        view["registeredDomains"] = domains(&self.registered);
        view["resolutionSummary"] = json!({
            "totalRequested": total,
            "resolvedCount": resolved,
            "registeredCount": registered,
            "unresolvedCount": self.unresolved.len(),
            "resolutionRate": if total == 0 { 0.0 } else { resolved as f64 / total as f64 },
        });
    }
}

/// The values of the identifiers that are domains.
pub fn domains(identifiers: &[Identifier]) -> Value {
    identifiers.iter().filter(|identifier| identifier.kind == "domain").map(|domain| domain.value.as_str()).collect()
}
