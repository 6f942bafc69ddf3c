//! The options of a client, of a call and of `prepare`, declared and checked like any other input.
//!
//! In the JSON text that is checked functions are absent, as `JSON.stringify` leaves them out: a [`Function`] that is there
//! is none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::format::{BaseUrl, HeaderValue, Token, is_header_name};
use crate::shape::{Inner, Kind, Problem, Remarks, Rule, Shape, View, choice, request};

/// What a client is made with.
#[request]
#[shape(closed, rule = Rule::custom(HEADERS, header_names))]
pub struct ClientOptions {
    /// The API key or access token, or a function that gives it; left out where a proxy on your origin adds it. The function is
    /// asked once for calls that need a token at the same time, and again, with the token that failed, after a 401.
    #[tsify(type = "string | ((failed?: string) => string | Promise<string>)")]
    pub token: Option<Token>,
    /// Where the service answers; a path for a proxy on your own origin.
    #[shape(default = "https://api.interchange.io")]
    pub base_url: Option<BaseUrl>,
    /// What sends the requests; left out, the runtime's own `fetch`.
    #[tsify(type = "typeof fetch")]
    pub fetch: Option<Function>,
    /// Milliseconds after which an attempt is given up; 0 for never; 2,000,000,000 at most.
    #[shape(range = 0..=2_000_000_000, default = "60000")]
    pub timeout: Option<i64>,
    /// How many times a call is sent again at most; 0 to 10.
    #[shape(range = 0..=10, default = "2")]
    pub retries: Option<i64>,
    /// Milliseconds after which a call is given up as a whole, with all its waiting and all its attempts; 0 for never; 2,000,000,000 at most.
    #[shape(range = 0..=2_000_000_000, default = "0")]
    pub deadline: Option<i64>,
    /// How many requests may be under way at a time; 1 to 100.
    #[shape(range = 1..=100, default = "6")]
    pub concurrency: Option<i64>,
    /// How many requests leave in a minute at most, as long as the service's answers do not say what is left of its limit, or
    /// cannot be read; 0 for any number. The service allows 100 a minute and address.
    #[shape(range = 0..=1_000_000, default = "100")]
    pub requests_per_minute: Option<i64>,
    /// Whether equal calls that change nothing share one request while it is under way.
    #[shape(default = "false")]
    pub coalesce: Option<bool>,
    /// Whether every attempt leaves a `performance.measure` entry.
    #[shape(default = "false")]
    pub measure: Option<bool>,
    /// Headers for every request.
    #[tsify(type = "Record<string, string> | Headers")]
    pub headers: Option<BTreeMap<String, HeaderValue>>,
    /// What to do about an input with errors: refuse it, send it and warn on the console, or send it.
    #[shape(default = "error")]
    pub validation: Option<Validation>,
    /// Told of every attempt before it is sent.
    #[tsify(type = "(event: RequestEvent) => void")]
    pub on_request: Option<Function>,
    /// Told of every answer.
    #[tsify(type = "(event: ResponseEvent) => void")]
    pub on_response: Option<Function>,
    /// Told of every attempt that will be repeated.
    #[tsify(type = "(event: RetryEvent) => void")]
    pub on_retry: Option<Function>,
}

/// What belongs to one call. What is left out is as the client has it.
#[request]
#[shape(closed, rule = Rule::custom(HEADERS, header_names))]
pub struct CallOptions {
    /// Gives the call up when it aborts.
    #[tsify(type = "AbortSignal")]
    pub signal: Option<Signal>,
    /// Milliseconds after which an attempt is given up; 0 for never; 2,000,000,000 at most.
    #[shape(range = 0..=2_000_000_000)]
    pub timeout: Option<i64>,
    /// How many times the call is sent again at most; 0 to 10.
    #[shape(range = 0..=10)]
    pub retries: Option<i64>,
    /// Milliseconds after which the call is given up as a whole, with all its waiting and all its attempts; 0 for never; 2,000,000,000 at most.
    #[shape(range = 0..=2_000_000_000)]
    pub deadline: Option<i64>,
    /// Headers for this call.
    #[tsify(type = "Record<string, string> | Headers")]
    pub headers: Option<BTreeMap<String, HeaderValue>>,
}

/// What `prepare` takes beside the input.
#[request]
#[shape(closed, rule = Rule::custom(HEADERS, header_names))]
pub struct PrepareOptions {
    /// The API key or access token; left out, the request carries none.
    pub token: Option<Token>,
    /// Where the service answers.
    #[shape(default = "https://api.interchange.io")]
    pub base_url: Option<BaseUrl>,
    /// More headers.
    pub headers: Option<BTreeMap<String, HeaderValue>>,
}

/// What to do about an input with errors.
#[choice("lowercase")]
pub enum Validation {
    /// Refuse it; nothing is sent.
    Error,
    /// Send it, and say on the console what is wrong.
    Warn,
    /// Send it.
    Off,
}

/// A function. It has no JSON form: where there is one, something else was given.
#[derive(Debug, Clone, Serialize, Deserialize, Tsify)]
pub struct Function(());

/// An `AbortSignal`, of which JSON knows no more than that it is an object.
#[derive(Debug, Clone, Serialize, Deserialize, Tsify)]
pub struct Signal(());

impl Shape for Function {
    const KIND: Kind = Kind::Never("a function");
}

impl Shape for Signal {
    const KIND: Kind = Kind::AnyObject;
}

const HEADERS: &str = "Header names consist of letters, digits and a few signs.";

fn header_names(options: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let Some(headers) = options.object("headers") else { return };
    for header in headers.members() {
        let name = header.name.value();
        if !is_header_name(&name) {
            let expected = "a header whose name consists of letters, digits and hyphens".into();
            remarks.error(&[Inner::Field("headers"), Inner::Field(&name)], Problem::BadFormat { expected });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;

    fn mistakes(options: &str) -> Vec<String> {
        let checked = check(options, ClientOptions::KIND.object());
        checked.issues.errors.into_iter().map(|issue| issue.message).collect()
    }

    #[test]
    fn accepts_what_is_documented() {
        assert!(mistakes("{}").is_empty());
        let all = r#"{"token":"scope3_x","baseUrl":"/proxy","timeout":0,"retries":3,"headers":{"X-Trace":"1"},"validation":"off"}"#;
        assert!(mistakes(all).is_empty(), "{:?}", mistakes(all));
    }

    #[test]
    fn reports_every_mistake() {
        let wrong = r#"{"token":"a b","baseURL":"https://x.example","fetch":1,"timeout":-1,"headers":{"a b":"x","c":"\n"},"validation":"of"}"#;
        assert_eq!(
            mistakes(wrong),
            [
                "token must be a token of visible ASCII characters, without white space.",
                "fetch must be a function.",
                "timeout must be at least 0.",
                "headers.c must be a header value of ASCII characters without line breaks.",
                "validation must be error, warn or off.",
                "baseURL is not a field here; did you mean baseUrl?",
                "headers.a b must be a header whose name consists of letters, digits and hyphens.",
            ]
        );
    }
}
