//! The registry of properties, as far as it is needed: it knows every name, except where the name says otherwise.
//!
//! `unknown` in a name makes it one that nobody knows, `registered` one that is in the registry and cannot be
//! targeted yet. So a test can tell from what it sends what it will get, whatever the number of names.

use super::identifier::Identifier;

/// Names that are no places for advertising, and what they are.
const BLOCKED: [(&str, &str); 10] = [
    ("doubleclick.net", "ad_server"),
    ("googlesyndication.com", "ad_server"),
    ("adnxs.com", "ad_server"),
    ("adserver.example", "ad_server"),
    ("cloudfront.net", "cdn"),
    ("akamaihd.net", "cdn"),
    ("cdn.example", "cdn"),
    ("google-analytics.com", "tracker"),
    ("tracker.example", "tracker"),
    ("intermediary.example", "intermediary"),
];

/// What the registry has to say about a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It can be targeted.
    Known,
    /// It is known and cannot be targeted yet.
    Registered,
    /// It is not known.
    Unknown,
    /// It is no place for advertising.
    Blocked(&'static str),
}

/// Looks a name up.
pub fn look_up(identifier: &Identifier, canonical: &str) -> Standing {
    let is_site = matches!(identifier.kind, "domain" | "subdomain");
    let blocked = BLOCKED.iter().find(|(name, _)| is_site && *name == canonical);
    match blocked {
        Some((_, kind)) => Standing::Blocked(kind),
        None if !identifier.is_resolvable() || canonical.contains("unknown") => Standing::Unknown,
        None if is_site && !is_host(canonical) => Standing::Unknown,
        // Only domains are ever entered into the registry without being there for targeting.
        None if identifier.kind == "domain" && canonical.contains("registered") => Standing::Registered,
        None => Standing::Known,
    }
}

fn is_host(name: &str) -> bool {
    let name = name.strip_prefix("*.").unwrap_or(name);
    let label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    name.contains('.') && name.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_becomes_of_it() {
        for (kind, value, standing) in [
            ("domain", "nytimes.com", Standing::Known),
            ("domain", "unknown-site.xyz", Standing::Unknown),
            ("domain", "registered-site.example", Standing::Registered),
            ("domain", "www.doubleclick.net", Standing::Blocked("ad_server")),
            ("domain", "localhost", Standing::Unknown),
            ("domain", "a..b", Standing::Unknown),
            ("ios_bundle", "com.registered.App", Standing::Known),
            ("ios_bundle", "com.unknown.App", Standing::Unknown),
            ("venue_id", "v-1", Standing::Unknown),
        ] {
            let identifier = Identifier { kind, value: value.to_owned() };
            assert_eq!(look_up(&identifier, &identifier.canonical()), standing, "{value}");
        }
    }
}
