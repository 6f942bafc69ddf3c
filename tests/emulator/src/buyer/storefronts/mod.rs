//! The storefronts that a buyer can see, and the credentials that it registers for their sources.

mod credentials;
mod directory;

pub use credentials::{Credential, list as list_credentials, register};

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::State;
use super::paging::Page;
use directory::{STOREFRONTS, Source, Storefront};

/// The older document's page; it allows 50 at most, the newer one 100.
const DEFAULT_LIMIT: usize = 20;
const ANY_TEXT: Kind = Kind::Text(0, usize::MAX);
const QUERY: &[Rule] = &[
    optional("name", ANY_TEXT),
    optional("status", Kind::OneOf(&["configuring", "transacting", "archived", "neutral", "paused"])),
    optional("channel", Kind::Text(1, usize::MAX)),
    optional("region", Kind::Text(1, usize::MAX)),
    optional("visibility", Kind::OneOf(&["public", "private"])),
    optional("publisherDomain", ANY_TEXT),
    optional("limit", Kind::Whole(1, 100)),
    optional("offset", Kind::Whole(0, i64::MAX)),
];

/// `GET /storefronts`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let name = query.text("name").unwrap_or_default().to_lowercase();
    let one_of = |key: &str, values: &[&str]| query.text(key).is_none_or(|value| values.contains(&value));
    let fits = |storefront: &&Storefront| {
        storefront.name.to_lowercase().contains(&name)
            && one_of("status", &["transacting", "neutral"])
            && one_of("visibility", &["public"])
            && one_of("channel", storefront.channels)
            && one_of("region", storefront.countries)
            && one_of("publisherDomain", &[&storefront.domain()])
    };
    let fitting: Vec<&Storefront> = STOREFRONTS.iter().filter(fits).collect();
    let page = Page::by_limit(&query, DEFAULT_LIMIT);
    let items: Vec<Value> = page.of(&fitting).iter().map(|storefront| storefront.summary(&world.buyer)).collect();
    let next = page.next(fitting.len());
    Ok(Reply::ok(json!({ "items": items, "total": fitting.len(), "hasMore": next.is_some(), "nextOffset": next })))
}

/// `GET /storefronts/{storefrontId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    find(call).map(|storefront| Reply::ok(storefront.view(&world.buyer)))
}

/// The storefront that a path means.
fn find(call: &Call) -> Result<&'static Storefront, Refusal> {
    let id = call.param("storefrontId").parse().ok().filter(|id: &i64| *id > 0);
    let id = id.ok_or_else(|| Refusal::invalid("storefrontId", "Expected a whole number above 0."))?;
    directory::storefront(id).ok_or_else(|| Refusal::not_found("There is no such storefront."))
}

impl Storefront {
    fn domain(&self) -> String {
        format!("{}.example", self.slug)
    }

    fn profile(&self) -> Value {
        json!({
            "id": self.id,
            "platformId": self.slug,
            "name": self.name,
            "publisherDomain": self.domain(),
            "brandName": self.name,
            "logoUrl": null,
            "logoBackground": null,
            "description": format!("{} on {}.", self.name, self.channels.join(" and ").replace('_', " ")),
            "website": format!("https://{}", self.domain()),
            "brandColors": null,
            "displayStatus": "transacting",
            "readiness": { "canTransact": true, "effectiveStatus": "live", "blockerIds": [] },
            "adapterProviderType": null,
            "adapterSourceKind": "sales",
            "creativeCapabilities": null,
            "adapterConnection": null,
            "supportedRoutingTypes": ["DECISIONED"],
            "supportedBilling": ["agent", "operator"],
            "discoveryPerformance": null,
            "channels": self.channels,
            "regions": self.countries,
        })
    }

    fn summary(&self, state: &State) -> Value {
        let mut summary = self.profile();
        summary["sourceCount"] = self.sources.len().into();
        summary["connectedSourceCount"] = self.connected(state).into();
        summary
    }

    /// How many of the sources can be bought from. One for which the platform has the credentials always can.
    fn connected(&self, state: &State) -> usize {
        self.sources.iter().filter(|source| self.is_connected(source, state)).count()
    }

    fn is_connected(&self, source: &Source, state: &State) -> bool {
        source.authentication.is_none()
            || state.accounts(self.id, source.id).iter().any(|account| account["status"] == "ACTIVE")
    }

    fn view(&self, state: &State) -> Value {
        let mut view = self.profile();
        let source = |source: &Source| {
            json!({
                "sourceId": source.id,
                "name": source.name,
                "protocol": source.protocol,
                "requiresCredentials": source.authentication.is_some(),
                "connected": self.is_connected(source, state),
                "customerAccounts": state.accounts(self.id, source.id),
            })
        };
        view["sources"] = self.sources.iter().map(source).collect();
        view["connected"] = (self.connected(state) == self.sources.len()).into();
        view["requiresCredentials"] = self.sources.iter().any(|source| source.authentication.is_some()).into();
        let accounts = self.sources.iter().flat_map(|source| state.accounts(self.id, source.id));
        view["customerAccounts"] = accounts.collect();
        view["adcpCapabilities"] = Value::Null;
        view
    }
}
