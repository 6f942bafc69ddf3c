//! The control plane: what tests ask of the emulator and tell it. Not part of the API that is emulated.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use hyper::body::Incoming;
use hyper::header::ORIGIN;
use hyper::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::answer::{Answer, HttpResponse};
use crate::auth::Token;
use crate::check::Checker;
use crate::clock;
use crate::cors;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};
use crate::received::Received;
use crate::settings;
use crate::storefront::brand;
use crate::world::{Shared, Tenants, lock};
use crate::{faults, pages, plant};

/// The control plane with the little that it remembers itself.
#[derive(Default)]
pub struct Control {
    echoes: Mutex<HashMap<String, Vec<Value>>>,
}

impl Control {
    /// Answers a request under `/emulator`. Pages of any origin may ask: tests run on ports of their own.
    pub async fn answer(&self, tenants: &Tenants, request: Request<Incoming>) -> HttpResponse {
        if let Some(response) = cors::preflight(request.method(), request.headers()) {
            return response;
        }
        let origin = request.headers().get(ORIGIN).cloned();
        let answer = match Received::read(request).await {
            Ok(received) => self.route(tenants, &received),
            Err(refusal) => refusal.into_answer(),
        };
        let mut response = answer.into_response();
        cors::share(origin.as_ref(), &mut response);
        response
    }

    fn route(&self, tenants: &Tenants, received: &Received) -> Answer {
        match (&received.method, received.path.as_str()) {
            (&Method::GET, "/emulator") => pages::help(),
            (&Method::GET, "/emulator/page.css") => pages::style(),
            (&Method::GET, path) if path.starts_with("/emulator/brands/") => picture(path),
            (_, "/emulator/echo") => self.echo(received),
            _ => answered(self.command(tenants, received)),
        }
    }

    fn command(&self, tenants: &Tenants, received: &Received) -> Result<Value, Refusal> {
        match (&received.method, received.path.as_str()) {
            (&Method::POST, "/emulator/faults") => add_fault(tenants, &received.object()?),
            (&Method::DELETE, "/emulator/faults") => clear_faults(tenants, &query(received)),
            (&Method::POST, "/emulator/settings") => set(tenants, &received.object()?),
            (&Method::POST, "/emulator/plant") => plant_something(tenants, &received.object()?),
            (&Method::POST, "/emulator/reset") => reset(tenants, &received.object()?),
            (&Method::GET, "/emulator/effects") => Ok(lock(&tenant(tenants, &query(received))?).record.effects()),
            (&Method::GET, "/emulator/requests") => Ok(lock(&tenant(tenants, &query(received))?).record.requests()),
            (&Method::GET, "/emulator/echoes") => Ok(self.echoes(&query(received))),
            _ => Err(Refusal::not_found("There is no such command; GET /emulator lists them.")),
        }
    }

    /// Says which headers arrived, by name only, and remembers it under the mark in the query.
    fn echo(&self, received: &Received) -> Answer {
        let names: Vec<&str> = received.headers.keys().map(|name| name.as_str()).collect();
        let seen = json!({ "method": received.method.as_str(), "headers": names });
        if let Some(mark) = query(received).text("mark") {
            let mut echoes = self.echoes.lock().unwrap_or_else(PoisonError::into_inner);
            echoes.entry(mark.to_owned()).or_default().push(seen.clone());
        }
        Answer::json(StatusCode::OK, &seen)
    }

    fn echoes(&self, query: &Object) -> Value {
        let echoes = self.echoes.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = query.text("mark").and_then(|mark| echoes.get(mark));
        seen.map_or_else(|| json!([]), |seen| json!(seen))
    }
}

fn answered(result: Result<Value, Refusal>) -> Answer {
    result.map_or_else(Refusal::into_answer, |value| Answer::json(StatusCode::OK, &value))
}

fn picture(path: &str) -> Answer {
    let picture =
        path.strip_prefix("/emulator/brands/").and_then(|file| file.strip_suffix(".svg")).and_then(brand::logo);
    match picture {
        Some(svg) => Answer::new(StatusCode::OK, "image/svg+xml", svg),
        None => Refusal::not_found("There is no such picture.").into_answer(),
    }
}

fn query(received: &Received) -> Object {
    received.parameters().into_iter().map(|(key, value)| (key, value.into())).collect()
}

fn token(named: &Object) -> Result<Token, Refusal> {
    let token = named.text("token").and_then(Token::parse);
    token.ok_or_else(|| Refusal::invalid("token", "Expected a token of the form scope3_<tenant>_<secret>."))
}

fn tenant(tenants: &Tenants, named: &Object) -> Result<Shared, Refusal> {
    Ok(tenants.of(&token(named)?))
}

fn add_fault(tenants: &Tenants, body: &Object) -> Result<Value, Refusal> {
    let tenant = tenant(tenants, body)?;
    let fault = faults::parse(body)?;
    let faults = &mut lock(&tenant).faults;
    faults.push(fault);
    Ok(json!({ "waiting": faults.len() }))
}

fn clear_faults(tenants: &Tenants, query: &Object) -> Result<Value, Refusal> {
    let tenant = tenant(tenants, query)?;
    let cleared = std::mem::take(&mut lock(&tenant).faults);
    Ok(json!({ "cleared": cleared.len() }))
}

fn set(tenants: &Tenants, body: &Object) -> Result<Value, Refusal> {
    let tenant = tenant(tenants, body)?;
    let mut check = Checker::default();
    check.fields(body, settings::RULES);
    check.no_others(body, settings::RULES, &["token"]);
    check.finish()?;
    lock(&tenant).settings.update(body);
    Ok(json!({ "ok": true }))
}

fn plant_something(tenants: &Tenants, body: &Object) -> Result<Value, Refusal> {
    let tenant = tenant(tenants, body)?;
    plant::plant(&mut lock(&tenant).world, body, clock::now())
}

fn reset(tenants: &Tenants, body: &Object) -> Result<Value, Refusal> {
    tenants.forget(&token(body)?);
    Ok(json!({ "ok": true }))
}
