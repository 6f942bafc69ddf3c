//! A request that has arrived completely.

use http_body_util::{BodyExt, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HOST, HeaderMap};
use hyper::{Method, Request, StatusCode};
use serde_json::Value;

use crate::envelope::Refusal;
use crate::fields::Object;

/// More than the largest documented body (an upload of 10 MB) with what multipart puts around it.
const LIMIT: usize = 12 * 1024 * 1024;

/// Method, address, headers and the whole body.
pub struct Received {
    /// The method.
    pub method: Method,
    /// The path, still percent-encoded.
    pub path: String,
    /// The query, still percent-encoded; empty if there is none.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Bytes,
}

impl Received {
    /// Waits for the rest of a request.
    pub async fn read(request: Request<Incoming>) -> Result<Self, Refusal> {
        let (head, body) = request.into_parts();
        let body = Limited::new(body, LIMIT).collect().await.map_err(|_| too_large())?;
        Ok(Self {
            method: head.method,
            path: head.uri.path().to_owned(),
            query: head.uri.query().unwrap_or_default().to_owned(),
            headers: head.headers,
            bytes: body.to_bytes(),
        })
    }

    /// The value of `Content-Type`, or nothing.
    pub fn content_type(&self) -> &str {
        self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as a JSON object.
    pub fn object(&self) -> Result<Object, Refusal> {
        if self.bytes.is_empty() {
            return Err(Refusal::invalid("", "A JSON body is required."));
        }
        let mime = self.content_type().split(';').next().unwrap_or_default().trim();
        if !mime.eq_ignore_ascii_case("application/json") {
            return Err(Refusal::bad_request("The body must be sent as application/json."));
        }
        match serde_json::from_slice(&self.bytes) {
            Ok(Value::Object(object)) => Ok(object),
            Ok(_) => Err(Refusal::invalid("", "Expected an object.")),
            Err(_) => Err(Refusal::bad_request("The body is not valid JSON.")),
        }
    }

    /// The query parameters, decoded, in order.
    pub fn parameters(&self) -> Vec<(String, String)> {
        pairs(&self.query)
    }

    /// The fields of an HTML form.
    pub fn form(&self) -> Vec<(String, String)> {
        pairs(&String::from_utf8_lossy(&self.bytes))
    }

    /// Scheme, host and port as the caller knows the emulator, so that links lead back the way the caller came.
    pub fn base(&self) -> String {
        let host = self.headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
        format!("http://{}", if plain { host } else { "127.0.0.1" })
    }
}

/// Decodes `%XX`; `None` if that is not possible or does not give UTF-8.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' { hex(bytes.next()?)? * 16 + hex(bytes.next()?)? } else { byte });
    }
    String::from_utf8(decoded).ok()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let decoded = |part: &str| decode(&part.replace('+', " ")).unwrap_or_else(|| part.to_owned());
    let pair = |part: &str| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(key), decoded(value))
    };
    text.split('&').filter(|part| !part.is_empty()).map(pair).collect()
}

fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "BAD_REQUEST", "The body is too large or broke off.")
}
