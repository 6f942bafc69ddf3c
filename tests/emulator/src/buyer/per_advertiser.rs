//! Things that belong to advertisers, in the order in which they came.

use std::collections::HashMap;

/// The things of one kind, by advertiser.
pub struct PerAdvertiser<T>(HashMap<String, Vec<T>>);

// Derived, it would ask for a default of the things themselves.
impl<T> Default for PerAdvertiser<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> PerAdvertiser<T> {
    /// What an advertiser has.
    pub fn of(&self, advertiser: &str) -> &[T] {
        self.0.get(advertiser).map(Vec::as_slice).unwrap_or_default()
    }

    /// What an advertiser has, to be changed.
    pub fn of_mut(&mut self, advertiser: &str) -> &mut Vec<T> {
        self.0.entry(advertiser.to_owned()).or_default()
    }

    /// Everything.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.values_mut().flatten()
    }
}
