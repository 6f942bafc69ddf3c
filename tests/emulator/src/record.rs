//! What has happened: the requests that came and the effects they had.

use std::collections::{BTreeMap, VecDeque};

use hyper::header::ORIGIN;
use serde_json::{Map, Value, json};

use crate::auth::Token;
use crate::clock::{Millis, iso};
use crate::fields::Object;
use crate::received::Received;
use crate::redact::redacted;
use crate::route;

/// How many requests are remembered for one token.
const REMEMBERED: usize = 1000;

/// The memory of one tenant.
#[derive(Default)]
pub struct Record {
    requests: VecDeque<Value>,
    effects: BTreeMap<&'static str, u64>,
}

impl Record {
    /// Remembers a request, without its secrets.
    pub fn request(&mut self, received: &Received, token: &Token, now: Millis) {
        if self.requests.len() == REMEMBERED {
            self.requests.pop_front();
        }
        self.requests.push_back(entry(received, token, now));
    }

    /// Remembers that an operation changed something.
    pub fn effect(&mut self, operation: &'static str) {
        *self.effects.entry(operation).or_default() += 1;
    }

    /// The requests in the order in which they came.
    pub fn requests(&self) -> Value {
        self.requests.iter().cloned().collect()
    }

    /// For every operation that can change something, how often it did.
    pub fn effects(&self) -> Value {
        let count = |id: &'static str| self.effects.get(id).copied().unwrap_or_default();
        let writes = route::operations().filter(|operation| operation.writes);
        writes
            .map(|operation| (operation.id.to_owned(), Value::from(count(operation.id))))
            .collect::<Map<_, _>>()
            .into()
    }
}

/// The largest body that is remembered: a thousand of the largest ones that the API takes would fill the memory.
const LARGEST: usize = 256 * 1024;

fn entry(received: &Received, token: &Token, now: Millis) -> Value {
    let query: Object = received.parameters().into_iter().map(|(key, value)| (key, value.into())).collect();
    let names: Vec<&str> = received.headers.keys().map(|name| name.as_str()).collect();
    let remembered = if received.bytes.len() > LARGEST { &[] } else { &received.bytes[..] };
    let body = serde_json::from_slice(remembered).unwrap_or(Value::Null);
    json!({
        "method": received.method.as_str(),
        "path": received.path,
        "query": redacted(query.into(), token),
        "contentType": received.content_type(),
        "bodyBytes": received.bytes.len(),
        "body": redacted(body, token),
        "origin": received.headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()),
        "headers": names,
        "at": iso(now),
    })
}
