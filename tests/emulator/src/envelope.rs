//! The two shapes in which the service answers: a payload in `data`, or a refusal in `error`.

use hyper::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::Answer;

/// What an operation answers when it did what it was asked.
pub struct Reply {
    status: StatusCode,
    payload: Value,
    meta: Option<Value>,
    changed: bool,
    documented_in_data: bool,
    in_other_form: bool,
}

impl Reply {
    /// 200 with a payload.
    pub fn ok(payload: Value) -> Self {
        Self {
            status: StatusCode::OK,
            payload,
            meta: None,
            changed: true,
            documented_in_data: false,
            in_other_form: false,
        }
    }

    /// 201 with the thing that was made.
    pub fn created(payload: Value) -> Self {
        Self { status: StatusCode::CREATED, ..Self::ok(payload) }
    }

    /// 202: begun; the payload says how to follow it.
    pub fn accepted(payload: Value) -> Self {
        Self { status: StatusCode::ACCEPTED, ..Self::ok(payload) }
    }

    /// With `meta` next to the payload.
    pub fn with_meta(self, meta: Value) -> Self {
        Self { meta: Some(meta), ..self }
    }

    /// 204: done, nothing to say.
    pub fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, ..Self::ok(Value::Null) }
    }

    /// Nothing was changed after all, so the call does not count as an effect.
    pub fn unchanged(self) -> Self {
        Self { changed: false, ..self }
    }

    /// The OpenAPI describes this payload inside `data`, so it stays there even for a tenant with bare bodies.
    pub fn documented_in_data(self) -> Self {
        Self { documented_in_data: true, ..self }
    }

    /// The payload has the form of another specification, which knows no envelope.
    pub fn in_other_form(self) -> Self {
        Self { in_other_form: true, ..self }
    }

    /// Whether the call changed something.
    pub fn changed(&self) -> bool {
        self.changed
    }

    /// The answer, in the envelope unless the tenant wants bare bodies.
    pub fn into_answer(self, bare: bool) -> Answer {
        if self.status == StatusCode::NO_CONTENT {
            return Answer::empty(self.status);
        }
        if self.in_other_form {
            return Answer::json(self.status, &self.payload);
        }
        let mut body = match (bare, self.documented_in_data) {
            (false, _) => json!({ "data": self.payload, "error": null }),
            (true, true) => json!({ "data": self.payload }),
            (true, false) => self.payload,
        };
        if let (Some(meta), true) = (self.meta, !bare || self.documented_in_data) {
            body["meta"] = meta;
        }
        Answer::json(self.status, &body)
    }
}

/// What an operation answers when it refuses. Never holds a value that the caller sent: values can be secrets.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
    field: Option<String>,
    issues: Vec<Value>,
    /// Boxed, as almost no refusal has any.
    details: Box<Map<String, Value>>,
}

impl Refusal {
    /// A refusal with any status and code.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), field: None, issues: Vec::new(), details: Box::default() }
    }

    /// 400 BAD_REQUEST: the request cannot be read at all.
    pub fn bad_request(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", message)
    }

    /// 400 VALIDATION_ERROR about one field.
    pub fn invalid(field: &str, message: &str) -> Self {
        Self::issues(vec![json!({ "path": steps(field), "message": message, "code": "custom" })])
    }

    /// 400 VALIDATION_ERROR with every issue; `field` is the path of the first.
    pub fn issues(issues: Vec<Value>) -> Self {
        let first = issues.first();
        let field = first.map(|issue| dotted(&issue["path"])).filter(|path| !path.is_empty());
        let message = first.and_then(|issue| issue["message"].as_str()).unwrap_or("Invalid request.").to_owned();
        Self { field, issues, ..Self::new(StatusCode::BAD_REQUEST, "VALIDATION_ERROR", message) }
    }

    /// With one more detail, for refusals that tell the caller what to do next.
    pub fn with_detail(mut self, key: &str, value: Value) -> Self {
        self.details.insert(key.to_owned(), value);
        self
    }

    /// 400 INVALID_STATE: right as such, but not now.
    pub fn invalid_state(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "INVALID_STATE", message)
    }

    /// 401 UNAUTHORIZED.
    pub fn unauthorized(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "UNAUTHORIZED", message)
    }

    /// 403 FORBIDDEN.
    pub fn forbidden(message: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", message)
    }

    /// 404 NOT_FOUND.
    pub fn not_found(message: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", message)
    }

    /// 409 CONFLICT.
    pub fn conflict(message: &str) -> Self {
        Self::new(StatusCode::CONFLICT, "CONFLICT", message)
    }

    /// The answer. Errors are in the envelope for every tenant: on them the documents agree.
    pub fn into_answer(self) -> Answer {
        let mut error = Map::new();
        error.insert("code".into(), self.code.into());
        error.insert("message".into(), self.message.into());
        error.extend(self.field.map(|field| ("field".to_owned(), field.into())));
        let mut details = *self.details;
        if !self.issues.is_empty() {
            details.insert("issues".into(), self.issues.into());
        }
        if !details.is_empty() {
            error.insert("details".into(), details.into());
        }
        Answer::json(self.status, &json!({ "data": null, "error": error }))
    }
}

/// The steps of a dotted path, as the service writes them: keys as texts, positions in lists as numbers.
pub fn steps(field: &str) -> Vec<Value> {
    let step = |step: &str| step.parse::<u64>().map_or_else(|_| step.into(), Value::from);
    field.split('.').filter(|step| !step.is_empty()).map(step).collect()
}

fn dotted(path: &Value) -> String {
    let step = |step: &Value| step.as_str().map_or_else(|| step.to_string(), str::to_owned);
    path.as_array().map(|steps| steps.iter().map(step).collect::<Vec<_>>().join(".")).unwrap_or_default()
}
