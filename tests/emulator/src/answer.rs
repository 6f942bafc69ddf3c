//! A finished answer whose bytes can still be looked at, before it becomes an HTTP response.

use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use serde_json::Value;

use crate::body::Body;

/// The MIME type of every answer of the API.
pub const JSON: &str = "application/json; charset=utf-8";
/// The MIME type of the emulator's own pages.
pub const HTML: &str = "text/html; charset=utf-8";

/// The response type that travels through the emulator.
pub type HttpResponse = Response<Body>;

/// The connection is to be closed without a single byte of an answer.
#[derive(Debug)]
pub struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("dropped on purpose")
    }
}

impl std::error::Error for Dropped {}

/// Status, headers and the whole body.
#[derive(Clone)]
pub struct Answer {
    /// The HTTP status.
    pub status: StatusCode,
    /// The value of `Content-Type`, if there is a body.
    pub content_type: Option<&'static str>,
    /// Every other header.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// The body.
    pub bytes: Bytes,
}

impl Answer {
    /// An answer without a body.
    pub fn empty(status: StatusCode) -> Self {
        Self { status, content_type: None, headers: Vec::new(), bytes: Bytes::new() }
    }

    /// An answer with a body.
    pub fn new(status: StatusCode, content_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        Self { content_type: Some(content_type), bytes: bytes.into(), ..Self::empty(status) }
    }

    /// An answer in JSON.
    pub fn json(status: StatusCode, value: &Value) -> Self {
        Self::new(status, JSON, value.to_string())
    }

    /// With one more header; a value that HTTP does not allow is left out.
    pub fn header(mut self, name: HeaderName, value: impl AsRef<str>) -> Self {
        if let Ok(value) = HeaderValue::from_str(value.as_ref()) {
            self.headers.push((name, value));
        }
        self
    }

    /// The HTTP response with this answer's own body.
    pub fn into_response(self) -> HttpResponse {
        let bytes = self.bytes.clone();
        self.with_body(Body::whole(bytes))
    }

    /// The HTTP response with another body under the same head.
    pub fn with_body(self, body: Body) -> HttpResponse {
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        if let Some(content_type) = self.content_type {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        response.headers_mut().extend(self.headers);
        response
    }
}
