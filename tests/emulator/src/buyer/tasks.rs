//! Work that goes on after its request was answered: the answer is 202 with a `taskId`, and the task tells the rest.

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::ids;
use crate::world::World;

use super::State;

/// A task, and how it will end.
pub struct Task {
    /// A UUID.
    pub id: String,
    kind: &'static str,
    resource_type: &'static str,
    resource_id: String,
    outcome: Result<Value, Value>,
    begun: Millis,
    ends: Millis,
}

impl Task {
    /// A task that ends after some time, with a response or with an error in the form that AdCP gives errors.
    pub fn new(kind: &'static str, resource: (&'static str, &str), outcome: Result<Value, Value>) -> Self {
        let (resource_type, resource_id) = (resource.0, resource.1.to_owned());
        Self { id: ids::uuid(), kind, resource_type, resource_id, outcome, begun: 0, ends: 0 }
    }

    fn status(&self, now: Millis) -> &'static str {
        match &self.outcome {
            // Long enough in each status for a caller that polls to see both.
            _ if now < self.begun + (self.ends - self.begun) / 2 => "submitted",
            _ if now < self.ends => "working",
            Ok(_) => "completed",
            Err(_) => "failed",
        }
    }

    fn view(&self, now: Millis) -> Value {
        let status = self.status(now);
        let ended = now >= self.ends;
        let left = self.ends.saturating_sub(now).max(0);
        let updated = match status {
            "submitted" => self.begun,
            "working" => self.begun + (self.ends - self.begun) / 2,
            _ => self.ends,
        };
        json!({
            "taskId": self.id,
            "taskType": self.kind,
            "status": status,
            "resourceType": self.resource_type,
            "resourceId": self.resource_id,
            "error": self.outcome.as_ref().err().filter(|_| ended),
            "response": self.outcome.as_ref().ok().filter(|_| ended),
            "metadata": {},
            "retryAfterSeconds": (!ended).then_some((left + 999) / 1000),
            "createdAt": iso(self.begun),
            "updatedAt": iso(updated),
        })
    }
}

impl State {
    /// Begins a task that runs as long as an activation takes; gives back its id, for the answer 202.
    pub fn begin(&mut self, mut task: Task, now: Millis, duration: Millis) -> String {
        (task.begun, task.ends) = (now, now + duration);
        let id = task.id.clone();
        self.tasks.push(task);
        id
    }
}

/// `GET /tasks/{taskId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let id = call.param("taskId");
    if !is_uuid(id) {
        return Err(Refusal::invalid("taskId", "Expected a UUID."));
    }
    let task = world.buyer.tasks.iter().find(|task| task.id.eq_ignore_ascii_case(id));
    let task = task.ok_or_else(|| Refusal::not_found("There is no such task."))?;
    Ok(Reply::ok(json!({ "task": task.view(call.now) })))
}

/// Whether the text has the form of a UUID.
pub fn is_uuid(text: &str) -> bool {
    let dash = |index: usize| [8, 13, 18, 23].contains(&index);
    let fits = |(index, byte): (usize, u8)| if dash(index) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    text.len() == 36 && text.bytes().enumerate().all(fits)
}
