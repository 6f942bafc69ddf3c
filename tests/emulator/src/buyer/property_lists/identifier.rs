//! Identifiers of sites and apps, and how the registry writes them.

use serde_json::Value;

use crate::check::{Checker, Kind, Rule, optional, required};
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

/// All types; the older document knows the first eleven, and only those resolve to anything.
#[rustfmt::skip]
const TYPES: [&str; 21] = [
    "domain", "subdomain", "ios_bundle", "android_package", "apple_tv_bundle", "bundle_id", "apple_app_store_id",
    "google_play_id", "roku_store_id", "fire_tv_asin", "samsung_app_id", "network_id", "venue_id", "screen_id",
    "openooh_venue_type", "rss_url", "apple_podcast_id", "spotify_collection_id", "podcast_guid", "station_id",
    "facility_id",
];
const RESOLVABLE: usize = 11;
/// Identifiers in one call, in both arrays together.
const LIMIT: usize = 100_000;
const IDENTIFIER: &[Rule] = &[required("type", Kind::OneOf(&TYPES)), required("value", Kind::Text(0, usize::MAX))];
const SETS: &[Rule] = &[
    optional("domains", Kind::List(0, LIMIT, &Kind::Text(1, usize::MAX))),
    optional("identifiers", Kind::List(0, LIMIT, &Kind::Object(IDENTIFIER))),
];

/// A typed identifier.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Identifier {
    /// Its type.
    pub kind: &'static str,
    /// Its value.
    pub value: String,
}

impl Identifier {
    /// As it is sent and read.
    pub fn view(&self) -> Value {
        object([("type", self.kind), ("value", &self.value)]).into()
    }

    /// The value by which the registry knows it; empty if there is none.
    pub fn canonical(&self) -> String {
        match self.kind {
            "domain" => {
                let host = host(&self.value);
                let bare = host.strip_prefix("www.").or_else(|| host.strip_prefix("m."));
                bare.map(str::to_owned).unwrap_or(host)
            }
            "subdomain" => host(&self.value),
            _ => self.value.trim().to_lowercase(),
        }
    }

    /// What of a domain is not part of its canonical form, as the reports put it.
    pub fn correction(&self) -> Option<&'static str> {
        let host = host(&self.value);
        match () {
            () if self.kind != "domain" => None,
            () if host.starts_with("www.") => Some("www prefix removed"),
            () if host.starts_with("m.") => Some("m prefix removed"),
            () => None,
        }
    }

    /// How a list writes it down: sites in canonical form, apps with their own case and under the type of a store.
    pub fn stored(&self) -> Self {
        let value = match self.kind {
            "domain" | "subdomain" => self.canonical(),
            _ => self.value.trim().to_owned(),
        };
        // Apple keeps hyphens and capitals, Android allows no hyphens and packages are written small.
        let is_apple = |value: &str| value.contains('-') || value.contains(|c: char| c.is_ascii_uppercase());
        let kind = match self.kind {
            "apple_tv_bundle" => "ios_bundle",
            "bundle_id" if is_apple(&value) => "ios_bundle",
            "bundle_id" => "android_package",
            kind => kind,
        };
        Self { kind, value }
    }

    /// Whether identifiers of this type are looked up at all.
    pub fn is_resolvable(&self) -> bool {
        TYPES[..RESOLVABLE].contains(&self.kind)
    }
}

/// An object of strings with room for one more: a hundred thousand that grow key by key are a second of their own.
pub fn object<const N: usize>(members: [(&str, &str); N]) -> Object {
    let mut object = Object::with_capacity(N + 1);
    object.extend(members.map(|(key, value)| (key.to_owned(), Value::from(value))));
    object
}

/// Scheme, path and one final dot do not belong to a host.
fn host(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_suffix('.').unwrap_or(host).to_owned()
}

/// Checks the two arrays of a body; together they may have so few entries.
pub fn check_sets(check: &mut Checker, body: &Object, at_least: usize) {
    check.fields(body, SETS);
    let given = body.items("domains").len() + body.items("identifiers").len();
    check.require(given >= at_least, "identifiers", "Expected domains, identifiers or both, 1 to 100000 together.");
    check.require(given <= LIMIT, "identifiers", "Expected at most 100000 domains and identifiers together.");
}

/// The identifiers of a body that has passed its check; nothing if it has neither array.
pub fn read(body: &Object) -> Option<Vec<Identifier>> {
    let domain = |value: &Value| Some(Identifier { kind: "domain", value: value.as_str()?.to_owned() });
    let typed = |value: &Value| {
        let kind = TYPES.into_iter().find(|kind| value["type"] == *kind)?;
        Some(Identifier { kind, value: value["value"].as_str()?.to_owned() })
    };
    let domains = body.items("domains").iter().filter_map(domain);
    let all = domains.chain(body.items("identifiers").iter().filter_map(typed)).collect();
    (body.has("domains") || body.has("identifiers")).then_some(all)
}

/// The body of a check.
pub fn checked(body: &Object) -> Result<Vec<Identifier>, Refusal> {
    let mut check = Checker::default();
    check_sets(&mut check, body, 1);
    check.finish()?;
    Ok(read(body).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: &'static str, value: &str) -> Identifier {
        Identifier { kind, value: value.to_owned() }
    }

    #[test]
    fn domains_lose_one_prefix_and_what_is_around_them() {
        for (value, canonical) in [
            (" HTTPS://www.Example.com/path?x#y ", "example.com"),
            ("m.example.com.", "example.com"),
            ("www.m.example.com", "m.example.com"),
            ("example.com..", "example.com."),
            ("example.com:8080", "example.com:8080"),
            ("*.example.com", "*.example.com"),
            ("m.me", "me"),
            ("www.", "www"),
            ("", ""),
        ] {
            assert_eq!(of("domain", value).canonical(), canonical, "{value}");
        }
        assert_eq!(of("subdomain", "http://www.example.com/").canonical(), "www.example.com");
        assert_eq!(of("fire_tv_asin", " B00X4WHP5E ").canonical(), "b00x4whp5e");
    }

    #[test]
    fn two_types_of_apps_read_back_as_others() {
        let stored = |kind, value| of(kind, value).stored();
        assert!(stored("apple_tv_bundle", "com.netflix.Netflix") == of("ios_bundle", "com.netflix.Netflix"));
        assert!(stored("bundle_id", "com.example.my-app") == of("ios_bundle", "com.example.my-app"));
        assert!(stored("bundle_id", "com.example.app") == of("android_package", "com.example.app"));
        assert!(stored("domain", "www.Example.com") == of("domain", "example.com"));
        assert!(stored("roku_store_id", " 12 ") == of("roku_store_id", "12"));
    }
}
