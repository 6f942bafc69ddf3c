//! `GET /inventory-sources/{sourceId}/status`: the operational snapshot of a managed source.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional};
use crate::clock::iso;
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::world::World;

use super::connection::Connection;
use super::sync::{Run, SYNC_TYPES};

const QUERY: &[Rule] = &[optional("includeSyncHistory", Kind::Flag), optional("syncHistoryLimit", Kind::Whole(1, 10))];
const DEFAULT_HISTORY: i64 = 5;

/// Shows how the managed source is doing.
pub fn get_status(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source(call.param("sourceId"))?.connection()?;
    let query = call.query(QUERY)?;
    let limit = query.whole("syncHistoryLimit").unwrap_or(DEFAULT_HISTORY);
    let limit =
        query.flag("includeSyncHistory").unwrap_or_default().then_some(usize::try_from(limit).unwrap_or_default());
    Ok(Reply::ok(snapshot(connection, limit, call)))
}

fn snapshot(connection: &Connection, history: Option<usize>, call: &Call) -> Value {
    let syncs: Map<_, _> =
        SYNC_TYPES.iter().map(|sync_type| ((*sync_type).to_owned(), sync(connection, sync_type, history))).collect();
    json!({
        "operational": operational(connection),
        "wholesalePricingMode": "ad_server_sync",
        "adapter": {
            "type": connection.saved.kind,
            "connected": connection.obstacle().is_none(),
            "lastTestedAt": connection.tested.map(iso),
            "lastTestError": connection.last_error().map(|(_, message)| message),
        },
        "syncs": syncs,
        "workflows": { "openCount": 0, "oldestOpenedAt": null, "byKind": {} },
        "packages": { "activeCount": 0, "pausedCount": 0, "last24hImpressions": 0 },
        "creatives": { "activeCount": 0, "pendingReviewCount": 0, "rejectedLast24hCount": 0 },
        "products": { "activeCount": 3, "draftCount": 1, "archivedCount": 0 },
        "webhooks": { "last24h": { "delivered": 24, "failed": 0, "successRate": 1.0 }, "lastFailureAt": null },
        "setupTasks": { "blockerCount": 0, "warningCount": 0, "items": [] },
        "diagnoses": [],
        "fetchedAt": iso(call.now),
    })
}

fn operational(connection: &Connection) -> Value {
    let broken = connection.obstacle().is_some();
    let live = !broken && connection.deactivated.is_none();
    let issue = json!({
        "code": "ADAPTER_INVALID_CREDENTIALS",
        "severity": "critical",
        "message": "The ad server refuses the credentials.",
        "affects": ["discovery", "delivery"],
    });
    json!({
        "isLive": live,
        "discoveryDegraded": broken,
        "deliveryDegraded": broken,
        "summary": if live { "The source is live." } else { "The source is not live." },
        "issues": if broken { vec![issue] } else { Vec::new() },
    })
}

fn sync(connection: &Connection, sync_type: &str, history: Option<usize>) -> Value {
    let runs: Vec<&Run> = connection.runs.iter().filter(|run| run.sync_type == sync_type).collect();
    let last = runs.first();
    let failed = last.is_some_and(|run| run.failed());
    let status = if connection.refresh.is_some() { "running" } else { last.map_or("never_run", |run| run.status()) };
    json!({
        "status": status,
        "severity": if failed { "warning" } else { "ok" },
        "lastSuccessAt": runs.iter().find(|run| !run.failed()).map(|run| iso(run.completed)),
        "issue": null,
        "lastRunAt": last.map(|run| iso(run.completed)),
        "lastStartedAt": last.map(|run| iso(run.started)),
        "itemCount": last.map(|run| run.items),
        "error": last.and_then(|run| run.error()),
        "history": summary(&runs, history),
    })
}

fn summary(runs: &[&Run], history: Option<usize>) -> Value {
    let failure = runs.iter().find(|run| run.failed());
    let mut summary = json!({
        "recentRunCount": runs.len(),
        "recentFailureCount": runs.iter().filter(|run| run.failed()).count(),
        "consecutiveFailureCount": runs.iter().take_while(|run| run.failed()).count(),
        "latestFailureAt": failure.map(|run| iso(run.completed)),
        "latestError": failure.and_then(|run| run.error()),
    });
    if let Some(limit) = history {
        summary["recentRuns"] = runs.iter().take(limit).map(|run| run.view()).collect();
    }
    summary
}
