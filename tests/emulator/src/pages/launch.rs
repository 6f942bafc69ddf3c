//! The admin page of an ad-server-backed source, behind a link that works once.

use hyper::{Method, StatusCode};

use super::{escape, page};
use crate::answer::HttpResponse;
use crate::clock;
use crate::storefront::ad_server::Landing;
use crate::world::Tenants;

/// Opens a launch link.
pub fn launch(tenants: &Tenants, method: &Method, path: &str) -> HttpResponse {
    let ticket = path.trim_start_matches("/launch/");
    // Only a visit uses the link up; a preview of it must not.
    let landing = match *method {
        Method::GET => tenants.search(|world| world.storefront.land(ticket, clock::now())),
        _ => None,
    };
    let answer = match landing {
        Some(Landing::First { path }) => page(
            StatusCode::OK,
            "Managed source",
            &format!("<p>You have arrived at <code>{}</code>.</p>", escape(&path)),
        ),
        Some(Landing::Late) => page(StatusCode::GONE, "Link used or expired", "<p>Ask for a new launch link.</p>"),
        None => page(StatusCode::NOT_FOUND, "No such link", "<p>This launch link does not exist.</p>"),
    };
    answer.into_response()
}
