//! Where the API is to be found: the same operations behind three front doors.

use hyper::header::HeaderMap;

use crate::auth::Token;
use crate::envelope::Refusal;

/// The token that the proxy adds, so that its world can be reached by the control plane too.
pub const PROXY_TOKEN: &str = "scope3_demo_behind-the-proxy";

/// A way into the API.
pub struct Mount {
    prefix: &'static str,
    /// Whether pages of other origins may call.
    pub cors: bool,
    adds_credential: bool,
}

/// All ways in.
const MOUNTS: &[Mount] = &[
    Mount { prefix: "", cors: true, adds_credential: false },
    // A preflight carries no token, so "no CORS" cannot be a setting of a tenant.
    Mount { prefix: "/no-cors", cors: false, adds_credential: false },
    // Stands in for the proxy that a page on the customer's own origin needs.
    Mount { prefix: "/proxy", cors: false, adds_credential: true },
];

impl Mount {
    /// The mount that a path is under, and the path without the mount's prefix.
    pub fn of(path: &str) -> Option<(&'static Self, &str)> {
        let under = |mount: &'static Self| {
            let rest = path.strip_prefix(mount.prefix)?;
            (rest.starts_with("/api/") || rest.starts_with("/lists/")).then_some((mount, rest))
        };
        MOUNTS.iter().find_map(under)
    }

    /// The token of a request that came this way.
    pub fn token(&self, headers: &HeaderMap) -> Result<Token, Refusal> {
        match Token::parse(PROXY_TOKEN).filter(|_| self.adds_credential) {
            Some(token) => Ok(token),
            None => Token::of(headers),
        }
    }
}
