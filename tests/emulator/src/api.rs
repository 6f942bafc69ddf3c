//! One request to the API, from the caller's credential to the answer.

use hyper::Request;
use hyper::body::Incoming;
use hyper::header::{ORIGIN, RETRY_AFTER};

use crate::answer::{Answer, Dropped, HttpResponse};
use crate::auth::Token;
use crate::buyer;
use crate::call::{Call, Params};
use crate::clock;
use crate::cors;
use crate::envelope::Refusal;
use crate::faults::Fault;
use crate::mount::Mount;
use crate::rate::Allowance;
use crate::received::Received;
use crate::route::{self, Operation};
use crate::world::{Shared, Tenants, lock};

/// Answers a request that came in by one of the mounts; `path` is without the mount's prefix.
pub async fn answer(
    tenants: &Tenants,
    mount: &Mount,
    path: &str,
    request: Request<Incoming>,
) -> Result<HttpResponse, Dropped> {
    if mount.cors
        && let Some(response) = cors::preflight(request.method(), request.headers())
    {
        return Ok(response);
    }
    let origin = request.headers().get(ORIGIN).cloned();
    let mut response = authenticated(tenants, mount, path, request).await?;
    if mount.cors {
        cors::share(origin.as_ref(), &mut response);
    }
    Ok(response)
}

async fn authenticated(
    tenants: &Tenants,
    mount: &Mount,
    path: &str,
    request: Request<Incoming>,
) -> Result<HttpResponse, Dropped> {
    let token = match path.strip_prefix("/lists/") {
        // Sales agents come here, with tokens of their own.
        Some(list) => buyer::list_reader(tenants, list, request.headers()),
        None => mount.token(request.headers()),
    };
    let (token, received) = match (token, Received::read(request).await) {
        (Ok(token), Ok(received)) => (token, received),
        (Err(refusal), _) | (_, Err(refusal)) => return Ok(stranger(tenants, refusal)),
    };
    let tenant = tenants.of(&token);
    let turn = Turn::take(&tenant, &token, &received, path);
    let mut response = turn.carry_out(&tenant, &token, &received).await?;
    turn.allowance.write(response.headers_mut());
    Ok(response)
}

/// The answer to somebody whose world is not known.
fn stranger(tenants: &Tenants, refusal: Refusal) -> HttpResponse {
    let mut response = refusal.into_answer().into_response();
    let defaults = tenants.defaults();
    Allowance::untouched(defaults.rate_limit, defaults.rate_window).write(response.headers_mut());
    response
}

/// What was decided about a request when it arrived.
struct Turn {
    allowance: Allowance,
    fault: Option<Fault>,
    found: Option<(&'static Operation, Params)>,
}

impl Turn {
    fn take(tenant: &Shared, token: &Token, received: &Received, path: &str) -> Self {
        let now = clock::now();
        let mut tenant = lock(tenant);
        tenant.record.request(received, token, now);
        let (limit, length) = (tenant.settings.rate_limit, tenant.settings.rate_window);
        let allowance = tenant.window.count(limit, length, now);
        let fault = allowance.granted.then(|| Fault::take(&mut tenant.faults, received, path)).flatten();
        Self { allowance, fault, found: route::find(&received.method, path) }
    }

    async fn carry_out(&self, tenant: &Shared, token: &Token, received: &Received) -> Result<HttpResponse, Dropped> {
        if !self.allowance.granted {
            return Ok(rate_limited(&self.allowance).into_response());
        }
        let writes = self.found.as_ref().is_some_and(|(operation, _)| operation.writes);
        let act = || self.act(tenant, token, received);
        match self.fault.clone() {
            Some(fault) => fault.play(writes, act).await,
            None => Ok(act().into_response()),
        }
    }

    fn act(&self, tenant: &Shared, token: &Token, received: &Received) -> Answer {
        let Some((operation, params)) = &self.found else {
            return Refusal::not_found("There is no such operation.").into_answer();
        };
        if operation.writes && token.is_read_only() {
            return Refusal::forbidden("This API key may only read.").into_answer();
        }
        let (now, tenant) = (clock::now(), &mut *lock(tenant));
        let call = Call::new(received, params.clone(), now, &tenant.settings);
        tenant.world.settle(now);
        match (operation.handler)(&mut tenant.world, &call) {
            Ok(reply) => {
                if operation.writes && reply.changed() {
                    tenant.record.effect(operation.id);
                }
                reply.into_answer(tenant.settings.bare_bodies)
            }
            Err(refusal) => refusal.into_answer(),
        }
    }
}

fn rate_limited(allowance: &Allowance) -> Answer {
    let refusal = Refusal::new(hyper::StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED", "Too many requests.");
    refusal.into_answer().header(RETRY_AFTER, allowance.reset_seconds().to_string())
}
