//! Reads a fault as the control plane describes it.

use std::time::Duration;

use hyper::StatusCode;
use serde_json::{Value, json};

use super::{Fault, Kind, Wait, When};
use crate::check::{self, Checker, Rule, optional, required};
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

const PAUSE: check::Kind = check::Kind::Whole(0, 600_000);
const STATUS: check::Kind = check::Kind::Whole(200, 599);
const TEXT: check::Kind = check::Kind::Text(0, 2000);

const KINDS: &[&str] = &[
    "status",
    "delay",
    "drop",
    "drop-mid-body",
    "truncate",
    "html",
    "empty",
    "wrong-envelope",
    "problem-json",
    "slow-body",
    "stall-body",
    "hang",
    "redirect",
    "retry-after",
    "not-utf8",
    "huge-headers",
];

const MATCH: &[Rule] = &[
    optional("method", check::Kind::OneOf(&["GET", "POST", "PUT", "PATCH", "DELETE"])),
    optional("pathPrefix", TEXT),
    optional("pathSuffix", TEXT),
];

const FAULT: &[Rule] = &[
    required("kind", check::Kind::OneOf(KINDS)),
    optional("status", STATUS),
    optional("code", TEXT),
    optional("message", TEXT),
    optional("headers", check::Kind::Map),
    optional("body", check::Kind::Any),
    optional("ms", PAUSE),
    optional("to", TEXT),
    optional("seconds", check::Kind::Whole(0, 86_400)),
    optional("httpDateOffsetSeconds", check::Kind::Whole(-86_400, 86_400)),
];

const RULES: &[Rule] = &[
    optional("match", check::Kind::Object(MATCH)),
    optional("times", check::Kind::Whole(0, 1_000_000)),
    optional("when", check::Kind::OneOf(&["before", "after"])),
    required("fault", check::Kind::Object(FAULT)),
];

/// The fault that a control-plane body describes.
pub fn parse(body: &Object) -> Result<Fault, Refusal> {
    let mut check = Checker::default();
    check.fields(body, RULES);
    check.no_others(body, RULES, &["token"]);
    let (wanted, fault) = (object(body, "match"), object(body, "fault"));
    check.no_others(&wanted, MATCH, &[]);
    check.no_others(&fault, FAULT, &[]);
    check.finish()?;
    let times = body.whole("times").unwrap_or(1);
    let kind = kind(&fault).ok_or_else(|| Refusal::invalid("fault", "A field of this kind of fault is missing."))?;
    Ok(Fault {
        method: wanted.text("method").map(str::to_owned),
        path_prefix: wanted.text("pathPrefix").unwrap_or_default().to_owned(),
        path_suffix: wanted.text("pathSuffix").unwrap_or_default().to_owned(),
        times: u64::try_from(times).ok().filter(|times| *times > 0),
        when: if body.text("when") == Some("after") { When::After } else { When::Before },
        kind,
    })
}

fn kind(fault: &Object) -> Option<Kind> {
    let pause = fault.whole("ms").and_then(|ms| u64::try_from(ms).ok()).map(Duration::from_millis);
    let status = |default| status(fault).unwrap_or(default);
    Some(match fault.text("kind")? {
        "status" => failure(fault)?,
        "delay" => Kind::Delay(pause?),
        "drop" => Kind::Drop,
        "drop-mid-body" => Kind::DropMidBody,
        "truncate" => Kind::Truncate,
        "html" => Kind::Html(status(StatusCode::BAD_GATEWAY)),
        "empty" => Kind::Empty,
        "wrong-envelope" => Kind::WrongEnvelope(fault.get("body").cloned().unwrap_or(json!({ "result": 1 }))),
        "problem-json" => Kind::ProblemJson(status(StatusCode::INTERNAL_SERVER_ERROR)),
        "slow-body" => Kind::SlowBody(pause?),
        "stall-body" => Kind::StallBody,
        "hang" => Kind::Hang,
        "redirect" => Kind::Redirect { status: status(StatusCode::FOUND), to: fault.text("to")?.to_owned() },
        "retry-after" => Kind::RetryAfter { status: status(StatusCode::TOO_MANY_REQUESTS), wait: wait(fault)? },
        "not-utf8" => Kind::NotUtf8,
        "huge-headers" => Kind::HugeHeaders,
        _ => return None,
    })
}

fn failure(fault: &Object) -> Option<Kind> {
    let header = |(name, value): (String, Value)| Some((name, value.as_str()?.to_owned()));
    Some(Kind::Status {
        status: status(fault)?,
        code: fault.text("code").map(str::to_owned),
        message: fault.text("message").map(str::to_owned),
        headers: object(fault, "headers").into_iter().filter_map(header).collect(),
    })
}

fn wait(fault: &Object) -> Option<Wait> {
    let date = || fault.whole("httpDateOffsetSeconds").map(Wait::DateIn);
    fault.whole("seconds").map(Wait::Seconds).or_else(date)
}

fn status(fault: &Object) -> Option<StatusCode> {
    fault
        .whole("status")
        .and_then(|status| u16::try_from(status).ok())
        .and_then(|status| StatusCode::from_u16(status).ok())
}

fn object(body: &Object, key: &str) -> Object {
    body.get(key).and_then(Value::as_object).cloned().unwrap_or_default()
}
