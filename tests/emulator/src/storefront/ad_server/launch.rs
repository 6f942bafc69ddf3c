//! `POST /inventory-sources/{sourceId}/launch`: a link into the admin pages that works once.

use serde_json::json;

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional};
use crate::clock::Millis;
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::world::World;

const RULES: &[Rule] = &[optional("path", Kind::Text(0, 2048))];
const LIFETIME: Millis = 5 * 60 * 1000;

/// A launch link.
pub struct Link {
    ticket: String,
    path: String,
    expires: Millis,
    used: bool,
}

/// What a launch link led to.
pub enum Landing {
    /// The admin pages.
    First {
        /// The page that was asked for.
        path: String,
    },
    /// Nothing: the link was used before, or is too old.
    Late,
}

impl Link {
    /// Follows the link, if the ticket is its own.
    pub fn follow(&mut self, ticket: &str, now: Millis) -> Option<Landing> {
        if self.ticket != ticket {
            return None;
        }
        let late = std::mem::replace(&mut self.used, true) || now >= self.expires;
        Some(if late { Landing::Late } else { Landing::First { path: self.path.clone() } })
    }
}

/// Mints a link.
pub fn launch(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source_mut(call.param("sourceId"))?.connection_mut()?;
    let body = call.checked(RULES)?;
    let path = body.text("path").unwrap_or("/").to_owned();
    let mut check = Checker::default();
    check.require(is_inside(&path), "path", "Must be a path inside the managed source, without a scheme or '..'.");
    check.finish()?;
    let ticket = ids::opaque("launch");
    let url = call.link(&format!("/launch/{ticket}"));
    connection.links.push(Link { ticket, path, expires: call.now + LIFETIME, used: false });
    Ok(Reply::ok(json!({ "url": url })))
}

fn is_inside(path: &str) -> bool {
    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
    !path.contains("..") && !path.starts_with("//") && !first.contains(':')
}
