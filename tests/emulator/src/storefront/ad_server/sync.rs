//! Runs in which the inventory of an ad server is read: the history, and the refresh that is running.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional};
use crate::clock::{HOUR, Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::world::World;

/// What is read from an ad server, each in runs of its own.
pub const SYNC_TYPES: [&str; 4] = ["inventory", "customTargeting", "advertisers", "reporting"];

const DEFAULT_LIMIT: i64 = 50;
const ANY: Kind = Kind::Text(0, usize::MAX);
const QUERY: &[Rule] = &[
    optional("syncType", ANY),
    optional("status", ANY),
    optional("limit", Kind::Whole(1, 500)),
    optional("cursor", ANY),
];

/// A run that has ended.
pub struct Run {
    id: String,
    /// What was read.
    pub sync_type: &'static str,
    /// When it began.
    pub started: Millis,
    /// When it ended.
    pub completed: Millis,
    /// How many items were read.
    pub items: i64,
    failed: bool,
}

impl Run {
    /// A history of so many runs, newest first, every seventh a failure.
    pub fn history(count: i64, now: Millis) -> Vec<Self> {
        let types = SYNC_TYPES.iter().copied().cycle();
        let run = |(age, sync_type): (i64, &'static str)| {
            let started = now - age * HOUR;
            Self {
                id: ids::opaque("sync"),
                sync_type,
                started,
                completed: started + 40_000,
                items: 100 + age,
                failed: age % 7 == 0,
            }
        };
        (1..=count).zip(types).map(run).collect()
    }

    /// How it ended.
    pub fn status(&self) -> &'static str {
        if self.failed { "failed" } else { "success" }
    }

    /// Why it failed, if it did.
    pub fn error(&self) -> Option<&'static str> {
        self.failed.then_some("The ad server did not answer in time.")
    }

    /// Whether it failed.
    pub fn failed(&self) -> bool {
        self.failed
    }

    /// The run as the API shows it.
    pub fn view(&self) -> Value {
        json!({
            "syncId": self.id,
            "syncType": self.sync_type,
            "startedAt": iso(self.started),
            "completedAt": iso(self.completed),
            "status": self.status(),
            "durationSeconds": (self.completed - self.started) / 1000,
            "itemsProcessed": if self.failed { 0 } else { self.items },
            "itemsFailed": if self.failed { self.items } else { 0 },
            "errorSummary": self.error(),
            "errorCategory": self.failed.then_some("TIMEOUT"),
        })
    }
}

/// Runs that are under way.
pub struct Refresh {
    started: Millis,
    /// When they will have ended.
    pub ends: Millis,
    ids: Vec<(&'static str, String)>,
}

impl Refresh {
    /// One run of every type, beginning now.
    pub fn start(call: &Call) -> Self {
        let ids = SYNC_TYPES.map(|sync_type| (sync_type, ids::opaque("sync")));
        Self { started: call.now, ends: call.now + call.settings.sync_duration, ids: ids.into() }
    }

    /// What `POST /refresh` answers about it.
    pub fn view(&self, status: &str) -> Value {
        let ids: Map<_, _> =
            self.ids.iter().map(|(sync_type, id)| ((*sync_type).to_owned(), id.as_str().into())).collect();
        json!({
            "status": status,
            "syncRunIds": ids,
            "startedAt": iso(self.started),
            "runningSyncTypes": SYNC_TYPES,
        })
    }

    /// The runs, once they have ended.
    pub fn into_runs(self, failed: bool) -> Vec<Run> {
        let (started, completed) = (self.started, self.ends);
        let run = |(sync_type, id)| Run { id, sync_type, started, completed, items: 100, failed };
        self.ids.into_iter().map(run).collect()
    }
}

/// `GET /inventory-sources/{sourceId}/sync-history`
pub fn list_sync_history(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let connection = world.storefront.source(call.param("sourceId"))?.connection()?;
    let query = call.query(QUERY)?;
    let fits = |run: &&Run| {
        query.text("syncType").is_none_or(|wanted| run.sync_type == wanted)
            && query.text("status").is_none_or(|wanted| run.status() == wanted)
    };
    let runs: Vec<&Run> = connection.runs.iter().filter(fits).collect();
    let from = query.text("cursor").map_or(Ok(0), |cursor| position_after(&runs, cursor))?;
    let limit = usize::try_from(query.whole("limit").unwrap_or(DEFAULT_LIMIT)).unwrap_or_default();
    let page: Vec<&Run> = runs.iter().copied().skip(from).take(limit).collect();
    let more = from + page.len() < runs.len();
    Ok(Reply::ok(json!({
        "runs": page.iter().map(|run| run.view()).collect::<Vec<_>>(),
        "count": page.len(),
        "nextCursor": page.last().filter(|_| more).map(|run| format!("after-{}", run.id)),
    })))
}

/// The cursor names the last run given, so that runs that were added since move nothing.
fn position_after(runs: &[&Run], cursor: &str) -> Result<usize, Refusal> {
    let id = cursor.strip_prefix("after-").unwrap_or_default();
    let at = runs.iter().position(|run| run.id == id);
    at.map(|at| at + 1).ok_or_else(|| Refusal::invalid("cursor", "This cursor does not come from the list."))
}
