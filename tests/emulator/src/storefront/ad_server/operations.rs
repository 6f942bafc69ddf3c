//! The operations on a connection that need few words.

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::world::World;

use super::super::inventory::{Source, Status};
use super::config;
use super::connection::Connection;
use super::sync::Refresh;

/// `GET /inventory-sources/{sourceId}/esa`
pub fn get_connection(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source(call.param("sourceId"))?.connection()?;
    Ok(Reply::ok(connection.view()))
}

/// `PUT` and `PATCH /inventory-sources/{sourceId}/ad-server`: both replace the whole configuration.
pub fn replace(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source_mut(call.param("sourceId"))?.connection_mut()?;
    let (_, saved) = config::read(call)?;
    connection.saved = saved;
    connection.updated = call.now;
    Ok(Reply::ok(connection.view()))
}

/// `PUT /inventory-sources/{sourceId}/adapter-config`: new credentials for the ad server that there is.
pub fn rotate(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source_mut(call.param("sourceId"))?.connection_mut()?;
    let (config, saved) = config::read(call)?;
    if !config.has_credentials() {
        return Err(Refusal::invalid(
            "type",
            "The service manages these credentials; replace the ad-server configuration instead.",
        ));
    }
    if config.kind != connection.saved.kind {
        return Err(Refusal::invalid("type", "Must be the type of the connected ad server."));
    }
    connection.saved = saved;
    connection.updated = call.now;
    Ok(Reply::ok(connection.view()))
}

/// `POST /inventory-sources/{sourceId}/test-connection`
pub fn test_connection(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source_mut(call.param("sourceId"))?.connection_mut()?;
    connection.tested = Some(call.now);
    Ok(Reply::ok(test_report(connection, call)))
}

fn test_report(connection: &Connection, call: &Call) -> Value {
    let error = connection.last_error();
    let success = error.is_none();
    json!({
        "success": success,
        "error": error.map(|(_, message)| message),
        "errorCode": error.map(|(code, _)| code),
        "remediation": error.map(|_| "Rotate the credentials of this source."),
        "details": null,
        "capabilityChecks": [
            { "capability": "inventory", "status": if success { "passed" } else { "failed" } },
            { "capability": "trafficking", "status": "not_checked" },
        ],
        "testedAt": iso(call.now),
    })
}

/// `POST /inventory-sources/{sourceId}/refresh`
pub fn refresh(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source_mut(call.param("sourceId"))?.connection_mut()?;
    if let Some(running) = &connection.refresh {
        return Ok(Reply::ok(running.view("already_running")).unchanged());
    }
    let started = connection.refresh.insert(Refresh::start(call));
    Ok(Reply::ok(started.view("started")))
}

/// `POST /inventory-sources/{sourceId}/deactivate`
pub fn deactivate(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let source = world.storefront.source_mut(call.param("sourceId"))?;
    let connection = source.connection_mut()?;
    connection.deactivated = Some(connection.deactivated.unwrap_or(call.now));
    switch(source, Status::Disabled, call)
}

/// `POST /inventory-sources/{sourceId}/reactivate`
pub fn reactivate(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let source = world.storefront.source_mut(call.param("sourceId"))?;
    let connection = source.connection_mut()?;
    if connection.upstream_gone {
        let message = "The managed source no longer exists upstream; make a new connection.";
        return Err(Refusal::new(hyper::StatusCode::BAD_REQUEST, "TENANT_NOT_FOUND", message));
    }
    connection.deactivated = None;
    switch(source, Status::Active, call)
}

fn switch(source: &mut Source, status: Status, call: &Call) -> Result<Reply, Refusal> {
    source.status = status;
    source.updated = call.now;
    let connection = source.connection_mut()?;
    connection.updated = call.now;
    Ok(Reply::ok(connection.view()))
}
