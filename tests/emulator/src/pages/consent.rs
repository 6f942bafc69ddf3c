//! The page on which an operator lets the service use an agent: the emulator's part of an OAuth authorization.

use hyper::body::Incoming;
use hyper::{Method, Request, StatusCode};

use super::{escape, page};
use crate::answer::{Answer, HttpResponse};
use crate::clock;
use crate::received::Received;
use crate::storefront::inventory::Consent;
use crate::world::Tenants;

/// Shows the question, or takes the decision.
pub async fn consent(tenants: &Tenants, request: Request<Incoming>) -> HttpResponse {
    let answer = match Received::read(request).await {
        Ok(received) => respond(tenants, &received),
        Err(refusal) => refusal.into_answer(),
    };
    answer.into_response()
}

fn respond(tenants: &Tenants, received: &Received) -> Answer {
    let ticket = named(received.parameters(), "state").unwrap_or_default();
    let asked = tenants.search(|world| world.consent_mut(&ticket).map(|consent| consent.agent_name.clone()));
    let Some(agent) = asked else {
        return page(
            StatusCode::NOT_FOUND,
            "Nothing to authorize",
            "<p>This link is not valid, or is no longer needed.</p>",
        );
    };
    match (&received.method, named(received.form(), "decision").as_deref()) {
        (&Method::POST, Some("allow")) => decided(tenants, &ticket, &agent, true),
        (&Method::POST, Some("deny")) => decided(tenants, &ticket, &agent, false),
        _ => question(&agent),
    }
}

fn question(agent: &str) -> Answer {
    let content = format!(
        "<p>Interchange asks to call <strong>{}</strong> on your behalf.</p>\n\
         <form method=\"post\">\n<button name=\"decision\" value=\"allow\">Allow</button>\n\
         <button name=\"decision\" value=\"deny\">Deny</button>\n</form>",
        escape(agent)
    );
    page(StatusCode::OK, "Authorize the agent", &content)
}

fn decided(tenants: &Tenants, ticket: &str, agent: &str, allowed: bool) -> Answer {
    let now = clock::now();
    let decide = |consent: &mut Consent| consent.decide(allowed, now);
    tenants.search(|world| world.consent_mut(ticket).map(decide));
    let (title, verb) = if allowed { ("Access allowed", "may now") } else { ("Access denied", "may not") };
    let content = format!(
        "<p>Interchange {verb} call <strong>{}</strong>.</p>\n<p>You may close this window.</p>",
        escape(agent)
    );
    page(StatusCode::OK, title, &content)
}

fn named(fields: Vec<(String, String)>, key: &str) -> Option<String> {
    fields.into_iter().find(|(name, _)| name == key).map(|(_, value)| value)
}
