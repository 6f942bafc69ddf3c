//! Carries a fault out.

use std::future::pending;
use std::time::Duration;

use hyper::StatusCode;
use hyper::header::{CONTENT_LENGTH, HeaderName, HeaderValue, LOCATION, RETRY_AFTER};
use serde_json::json;
use tokio::time::sleep;

use super::{Fault, Kind, Wait, When};
use crate::answer::{Answer, Dropped, HTML, HttpResponse, JSON};
use crate::body::Body;
use crate::clock::{self, http_date};
use crate::envelope::{Refusal, Reply};

/// Long enough for half a body to leave before the connection closes.
const HALF_A_BODY: Duration = Duration::from_millis(30);

impl Fault {
    /// Fails in the way described. `act` lets the service do what the request asks and gives the right answer;
    /// `writes` says whether that would change anything.
    pub async fn play(self, writes: bool, act: impl FnOnce() -> Answer) -> Result<HttpResponse, Dropped> {
        if let (Kind::Delay(pause), When::Before) = (&self.kind, self.when) {
            sleep(*pause).await;
            return Ok(act().into_response());
        }
        // Half of an answer needs an answer. Looking one up does no harm; for a write that must not happen, one is made up.
        let acts = self.when == When::After || (self.kind.spoils_an_answer() && !writes);
        let answer = if acts { act() } else { stand_in() };
        self.kind.spoil(answer).await
    }
}

impl Kind {
    fn spoils_an_answer(&self) -> bool {
        matches!(self, Self::DropMidBody | Self::Truncate | Self::SlowBody(_) | Self::StallBody | Self::HugeHeaders)
    }

    async fn spoil(self, answer: Answer) -> Result<HttpResponse, Dropped> {
        Ok(match self {
            Self::Drop => return Err(Dropped),
            Self::Hang => pending().await,
            Self::Delay(pause) => {
                sleep(pause).await;
                answer.into_response()
            }
            Self::DropMidBody => announced(answer, |bytes| Body::whole(half(&bytes)).wait(HALF_A_BODY).break_off()),
            Self::SlowBody(pause) => announced(answer, |bytes| Body::default().wait(pause).send(bytes)),
            Self::StallBody => announced(answer, |_| Body::default().never()),
            Self::Truncate => Answer { bytes: half(&answer.bytes).into(), ..answer }.into_response(),
            Self::HugeHeaders => huge_headers(answer).into_response(),
            other => other.instead().into_response(),
        })
    }

    /// The answer of a fault that has nothing to do with the right answer.
    fn instead(self) -> Answer {
        match self {
            Self::Status { status, code, message, headers } => failure(status, code, message, headers),
            Self::Html(status) => Answer::new(status, HTML, proxy_page(status)),
            Self::WrongEnvelope(body) => Answer::json(StatusCode::OK, &body),
            Self::ProblemJson(status) => problem(status),
            Self::Redirect { status, to } => Answer::empty(status).header(LOCATION, to),
            Self::RetryAfter { status, wait } => come_again(status, &wait),
            Self::NotUtf8 => {
                Answer::new(StatusCode::OK, JSON, b"{\"data\":\"\xff\xfe\xc3\x28\",\"error\":null}".as_slice())
            }
            _ => Answer::new(StatusCode::OK, JSON, ""),
        }
    }
}

fn stand_in() -> Answer {
    Reply::ok(json!({ "emulator": "stands in for the answer of a request that was not carried out" }))
        .into_answer(false)
}

/// The head of the answer, with the length of the whole body, over a body of another kind.
fn announced(answer: Answer, body: impl FnOnce(hyper::body::Bytes) -> Body) -> HttpResponse {
    let whole = if answer.bytes.is_empty() { stand_in() } else { answer };
    let (length, bytes) = (whole.bytes.len(), whole.bytes.clone());
    let mut response = whole.with_body(body(bytes));
    response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    response
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn failure(
    status: StatusCode,
    code: Option<String>,
    message: Option<String>,
    headers: Vec<(String, String)>,
) -> Answer {
    let code = code.unwrap_or_else(|| documented_code(status).to_owned());
    let message = message.unwrap_or_else(|| "The emulator was told to fail.".to_owned());
    let bodiless = matches!(status.as_u16(), 204 | 205 | 304);
    let error = json!({ "data": null, "error": { "code": code, "message": message } });
    let answer = if bodiless { Answer::empty(status) } else { Answer::json(status, &error) };
    headers.into_iter().fold(answer, |answer, (name, value)| match HeaderName::try_from(name) {
        Ok(name) => answer.header(name, value),
        Err(_) => answer,
    })
}

/// The code that the documents give to a status.
fn documented_code(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => "BAD_REQUEST",
        401 => "UNAUTHORIZED",
        402 => "CREDIT_LIMIT_EXCEEDED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        409 => "CONFLICT",
        422 => "VALIDATION_ERROR",
        429 => "RATE_LIMITED",
        501 => "NOT_IMPLEMENTED",
        503 => "SERVICE_UNAVAILABLE",
        _ => "INTERNAL_ERROR",
    }
}

fn come_again(status: StatusCode, wait: &Wait) -> Answer {
    let value = match wait {
        Wait::Seconds(seconds) => seconds.to_string(),
        Wait::DateIn(seconds) => http_date(clock::now() + seconds * 1000),
    };
    Refusal::new(status, documented_code(status), "Come again later.").into_answer().header(RETRY_AFTER, value)
}

fn problem(status: StatusCode) -> Answer {
    let title = status.canonical_reason().unwrap_or("Error");
    let body =
        json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": "A gateway failed." });
    Answer::new(status, "application/problem+json", body.to_string())
}

fn proxy_page(status: StatusCode) -> String {
    format!(
        "<html>\r\n<head><title>{status}</title></head>\r\n<body>\r\n<center><h1>{status}</h1></center>\r\n</body>\r\n</html>\r\n"
    )
}

/// 320 KB of headers: browsers give up at 256 KB or earlier.
fn huge_headers(answer: Answer) -> Answer {
    let padding = "x".repeat(8 * 1024);
    (0..40).fold(answer, |answer, index| match HeaderName::try_from(format!("x-padding-{index}")) {
        Ok(name) => answer.header(name, &padding),
        Err(_) => answer,
    })
}
