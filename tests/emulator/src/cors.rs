//! Cross-origin answers: any origin may call, without cookies, and may read the headers that matter.

use hyper::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderMap, HeaderValue, ORIGIN, VARY,
};
use hyper::{Method, StatusCode};

use crate::answer::{Answer, HttpResponse};

const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
const EXPOSED: HeaderValue =
    HeaderValue::from_static("Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id");
const MAX_AGE: HeaderValue = HeaderValue::from_static("600");

/// The answer to a preflight; `None` if the request is not one.
pub fn preflight(method: &Method, asked: &HeaderMap) -> Option<HttpResponse> {
    let is_one =
        method == Method::OPTIONS && asked.contains_key(ORIGIN) && asked.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    is_one.then(|| {
        let mut response = Answer::empty(StatusCode::NO_CONTENT).into_response();
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        if let Some(names) = asked.get(ACCESS_CONTROL_REQUEST_HEADERS) {
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, names.clone());
        }
        allow(asked.get(ORIGIN), headers);
        response
    })
}

/// Lets the calling origin read the response and the headers named in it.
pub fn share(origin: Option<&HeaderValue>, response: &mut HttpResponse) {
    if origin.is_some() {
        response.headers_mut().insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }
    allow(origin, response.headers_mut());
}

fn allow(origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
    headers.insert(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    }
}
