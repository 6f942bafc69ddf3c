//! Status and text -> payload, or what is wrong with them. Pure.
//!
//! Every answer is wrapped as `{ data, error, meta }` on the wire, while the public OpenAPI describes only the payload and
//! the documents' examples are mixed: so an envelope is taken off once where there is one, and a bare payload is
//! accepted. Nothing else is touched: fields and words that this crate does not know pass through.

use crate::check::{Code, Issue, Severity, Step};
use crate::error::{Failure, Malformed, excerpt};
use crate::json::{Reader, Type};
use crate::shape::{Answer, Operation, Repeat, Value, View};

/// What a successful answer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload<'t> {
    /// Nothing; the answer has no body, as after a deletion.
    Nothing,
    /// The JSON text of the payload, which is the whole answer.
    Bare(&'t str),
    /// The JSON text of the payload, which is the envelope's `data`.
    Data(&'t str),
}

/// The service's no.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusal {
    pub status: u16,
    /// The service's own code, such as `VALIDATION_ERROR`. New ones appear.
    pub code: Option<String>,
    /// The service's own sentence, where it says one.
    pub message: Option<String>,
    /// The field that the service names.
    pub field: Option<String>,
    /// The JSON text of `details`.
    pub details: Option<String>,
    /// The mistakes that the service lists, in the shape of our own.
    pub issues: Vec<Issue>,
}

/// Reads an answer. Of the payload only this is looked at: that a list is one, and an object no mere word or number.
pub fn read(status: u16, text: &str, wanted: Answer) -> Result<Payload<'_>, Failure> {
    let malformed = |what| Err(Failure::Malformed(Malformed { status, what, excerpt: excerpt(text) }));
    let success = (200..300).contains(&status);
    if text.trim_ascii().is_empty() {
        return match (success, wanted != Answer::Nothing && status != 204 && status != 205) {
            (true, false) => Ok(Payload::Nothing),
            (true, true) => malformed("an empty body"),
            (false, _) => Err(refused(Refusal::from_status(status))),
        };
    }
    let mut reader = Reader::new(text);
    let Ok(span) = reader.skip().and_then(|span| reader.end().map(|()| span)) else {
        return malformed(not_json(text));
    };
    let whole = Value::new(text, span);
    let object = whole.object();
    if !success {
        let refusal = object.map_or_else(|| Refusal::from_status(status), |object| Refusal::read(status, &object));
        return Err(refused(refusal));
    }
    let envelope = object.as_ref().filter(|object| is_envelope(object));
    if let Some(envelope) = envelope.filter(|envelope| envelope.has("error")) {
        return Err(refused(Refusal::read(status, envelope)));
    }
    let data = envelope.and_then(|envelope| envelope.get("data"));
    let fits = match data.as_ref().unwrap_or(&whole).kind() {
        Some(Type::Array) => wanted != Answer::Object,
        Some(Type::Object) => wanted != Answer::List,
        // In an envelope, any of these may stand for nothing.
        _ => wanted == Answer::Nothing && data.is_some(),
    };
    match data {
        _ if !fits => malformed("JSON of another shape"),
        // A deletion may answer with an empty object.
        _ if wanted == Answer::Nothing => Ok(Payload::Nothing),
        Some(data) => Ok(Payload::Data(data.raw())),
        None => Ok(Payload::Bare(whole.raw())),
    }
}

/// As [`read`], for an answer that must not be mistaken: what has none of the members `signs` (with spaces between them) is
/// another's answer; an empty object says nothing, and passes. Something between the page and the service may answer a write
/// that never arrived with 200 and an object of its own.
pub fn read_signed<'t>(status: u16, text: &'t str, wanted: Answer, signs: &str) -> Result<Payload<'t>, Failure> {
    let payload = read(status, text, wanted)?;
    let (Payload::Bare(json) | Payload::Data(json)) = payload else { return Ok(payload) };
    let object = Value::new(json, 0..json.len()).object();
    let named =
        |sign: &[u8]| std::str::from_utf8(sign).is_ok_and(|sign| object.as_ref().is_some_and(|it| it.has(sign)));
    let silent = signs.is_empty() || object.as_ref().is_some_and(|object| object.members().is_empty());
    if silent || signs.as_bytes().split(|byte| *byte == b' ').any(named) {
        return Ok(payload);
    }
    Err(Failure::Malformed(Malformed { status, what: "JSON of another shape", excerpt: excerpt(text) }))
}

/// Reads the answer to an operation. To a question, one that says nothing is none, whatever its status; for `signs` see
/// [`read_signed`].
pub fn read_answer<'t>(operation: &Operation, status: u16, text: &'t str, signs: &str) -> Result<Payload<'t>, Failure> {
    let payload = read_signed(status, text, operation.answer, signs)?;
    let asks = operation.repeat == Repeat::Safe && operation.answer != Answer::Nothing;
    if asks && payload == Payload::Nothing {
        return Err(Failure::Malformed(Malformed { status, what: "an empty body", excerpt: String::new() }));
    }
    Ok(payload)
}

fn refused(refusal: Refusal) -> Failure {
    Failure::Refused(Box::new(refusal))
}

/// An object is an envelope when it has `data` and nothing that an envelope has not.
fn is_envelope(object: &View<'_, '_>) -> bool {
    let known = |name: &str| matches!(name, "data" | "error" | "meta" | "success" | "message");
    let members = object.members();
    members.iter().any(|member| member.name.is("data")) && members.iter().all(|member| known(&member.name.value()))
}

fn not_json(text: &str) -> &'static str {
    match text.trim_start().as_bytes() {
        [b'<', ..] => "an HTML page",
        [b'{' | b'[', ..] => "JSON that is cut off or damaged",
        _ => "text that is not JSON",
    }
}

impl Refusal {
    fn from_status(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    /// The service's own sentence, or one made from the status.
    pub fn sentence(&self) -> &str {
        self.message.as_deref().unwrap_or_else(|| sentence(self.status))
    }

    /// Reads `{ error: { code, message, field, details } }`, and what stands in its place elsewhere: the same without
    /// `error`, `{ error: "text", message }` of the MCP endpoint, and `application/problem+json` (RFC 9457).
    fn read(status: u16, body: &View<'_, '_>) -> Self {
        let inner = body.object("error");
        let error = inner.as_ref().unwrap_or(body);
        let text = |name: &str| error.text(name).map(std::borrow::Cow::into_owned);
        let message = text("message").or_else(|| text("detail")).or_else(|| text("title"));
        let mut refusal = Self::from_status(status);
        refusal.code = text("code");
        refusal.message = message.or_else(|| text("error"));
        refusal.field = text("field");
        refusal.details = error.get("details").map(|details| details.raw().to_owned());
        refusal.issues = error.object("details").map(|details| issues(&details)).unwrap_or_default();
        if let (true, Some(field)) = (refusal.issues.is_empty(), &refusal.field) {
            let path = steps(field);
            refusal.issues = vec![Issue::bare(path, Code::Conflict, refusal.sentence().to_owned(), Severity::Error)];
        }
        refusal
    }
}

/// What a status means when the service says nothing more.
fn sentence(status: u16) -> &'static str {
    match status {
        400 | 422 => "the service found the request wrong.",
        401 => "the token is missing, wrong or expired.",
        402 => "the account's credit does not suffice.",
        403 => "the token does not allow this.",
        404 => "there is no such thing.",
        409 => "it conflicts with the present state.",
        429 => "too many requests.",
        500..=599 => "the service failed.",
        _ => "the service gave no reason.",
    }
}

/// The mistakes that the service lists: `details.issues[]`, each with a path and a message.
fn issues(details: &View<'_, '_>) -> Vec<Issue> {
    let listed = details.items("issues").into_iter().take(crate::check::MAX_KEPT);
    listed.filter_map(|issue| self::issue(&issue.object()?)).collect()
}

fn issue(issue: &View<'_, '_>) -> Option<Issue> {
    let path = match issue.text("path") {
        Some(path) => steps(&path),
        None => issue.items("path").iter().filter_map(Step::read).collect(),
    };
    let message = issue.text("message")?.into_owned();
    let code = code(&issue.text("code").unwrap_or_default(), &issue.text("origin").unwrap_or_default());
    Some(Issue::bare(path, code, message, Severity::Error))
}

/// The steps of a path in one text. The documents write `packages[0].budget`, Zod's dotted form is `packages.0.budget`.
fn steps(path: &str) -> Vec<Step> {
    let step = |text: &str| text.parse().map_or_else(|_| Step::Key(text.to_owned()), Step::Index);
    path.split(['.', '[', ']']).filter(|text| !text.is_empty()).map(step).collect()
}

/// The service checks with Zod 4 and reports its codes; these are ours for them.
fn code(zod: &str, origin: &str) -> Code {
    match (zod, origin) {
        ("invalid_type", _) => Code::WrongType,
        ("too_small", "string" | "array" | "set") => Code::TooShort,
        ("too_big", "string" | "array" | "set") => Code::TooLong,
        ("too_small", _) => Code::TooSmall,
        ("too_big", _) => Code::TooLarge,
        ("invalid_format", _) => Code::BadFormat,
        ("invalid_value", _) => Code::NotInList,
        ("unrecognized_keys", _) => Code::UnknownField,
        ("invalid_union", _) => Code::WrongVariant,
        ("required", _) => Code::Required,
        _ => Code::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::storefront::inventory_sources;

    fn payload(text: &str) -> &str {
        match read(200, text, Answer::Object) {
            Ok(Payload::Bare(json) | Payload::Data(json)) => json,
            other => panic!("{other:?}"),
        }
    }

    fn refusal(status: u16, text: &str) -> Refusal {
        match read(status, text, Answer::Object) {
            Err(Failure::Refused(refusal)) => *refusal,
            other => panic!("{other:?}"),
        }
    }

    fn malformed(status: u16, text: &str) -> &'static str {
        match read(status, text, Answer::Object) {
            Err(Failure::Malformed(malformed)) => malformed.what,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn takes_no_foreign_object_for_the_answer_to_a_write() {
        let read = |text| read_signed(200, text, Answer::Object, "sourceId id");
        assert!(read(r#"{"data":{"id":"1"},"error":null}"#).is_ok());
        assert!(read(r#"{"sourceId":"1"}"#).is_ok());
        assert!(matches!(read(r#"{"result":1}"#), Err(Failure::Malformed(Malformed { status: 200, .. }))));
        assert!(read(r#"{"data":{"result":1}}"#).is_err());
        assert!(read("{}").is_ok(), "it says nothing");
        assert_eq!(read_signed(200, "{}", Answer::Object, ""), Ok(Payload::Bare("{}")), "nothing is known of it");
        assert_eq!(read_signed(204, "", Answer::Nothing, ""), Ok(Payload::Nothing));
    }

    #[test]
    fn takes_an_envelope_off_once() {
        assert_eq!(payload(r#"{"data":{"id":"1"},"error":null}"#), r#"{"id":"1"}"#);
        assert_eq!(payload(r#"{"data":{"data":[1],"error":null},"error":null}"#), r#"{"data":[1],"error":null}"#);
        assert_eq!(read(200, r#" {"meta":{},"data":[]} "#, Answer::List), Ok(Payload::Data("[]")));
    }

    #[test]
    fn accepts_a_bare_payload() {
        for text in [r#"{"id":"1"}"#, r#"{"data":[1],"total":1}"#] {
            assert_eq!(payload(text), text);
        }
    }

    #[test]
    fn knows_an_answer_without_a_body() {
        assert_eq!(read(204, "", Answer::Nothing), Ok(Payload::Nothing));
        assert_eq!(read(204, "", Answer::Object), Ok(Payload::Nothing));
        assert_eq!(read(200, " ", Answer::Nothing), Ok(Payload::Nothing));
        assert_eq!(read(200, "{}", Answer::Nothing), Ok(Payload::Nothing));
        assert_eq!(read(200, r#"{"data":{}}"#, Answer::Nothing), Ok(Payload::Nothing));
        assert_eq!(malformed(200, ""), "an empty body");
        let silent = |operation| read_answer(operation, 204, "", "").is_ok();
        assert!(!silent(inventory_sources::get().operation()), "a question");
        assert!(silent(inventory_sources::update().operation()) && silent(inventory_sources::delete().operation()));
    }

    #[test]
    fn wants_a_list_where_the_operation_answers_one() {
        let judge = |text, wanted| read(200, text, wanted).is_ok();
        for text in ["[]", r#"{"data":[]}"#] {
            assert!(judge(text, Answer::List) && judge(text, Answer::Page) && judge(text, Answer::Nothing), "{text}");
            assert!(!judge(text, Answer::Object), "{text}");
        }
        for text in [r#"{"result":1}"#, r#"{"data":{"result":1}}"#, r#"{"data":{}}"#] {
            assert!(
                !judge(text, Answer::List) && judge(text, Answer::Object) && judge(text, Answer::Nothing),
                "{text}"
            );
            assert!(judge(text, Answer::Page), "{text}");
        }
        for text in [r#"{"data":null}"#, r#"{"data":true}"#, r#"{"data":"done"}"#] {
            assert!(
                !judge(text, Answer::List) && !judge(text, Answer::Object) && judge(text, Answer::Nothing),
                "{text}"
            );
        }
        assert!(!judge("1", Answer::Nothing) && !judge("null", Answer::List));
    }

    #[test]
    fn tells_what_came_instead_of_an_answer() {
        assert_eq!(malformed(502, "<!doctype html><title>Bad gateway</title>"), "an HTML page");
        assert_eq!(malformed(200, r#"{"data":{"id":"#), "JSON that is cut off or damaged");
        assert_eq!(malformed(200, "upstream connect error"), "text that is not JSON");
        assert_eq!(malformed(200, r#""hello""#), "JSON of another shape");
    }

    #[test]
    fn reads_the_service_s_no() {
        let text = r#"{"data":null,"error":{"code":"VALIDATION_ERROR","message":"Invalid body","field":"auth.token",
            "details":{"issues":[{"path":["auth","token"],"message":"Too short","code":"too_small","origin":"string"},
            {"path":["packages",0],"message":"Unknown","code":"unrecognized_keys"}]}}}"#;
        let refusal = refusal(400, text);
        assert_eq!(
            (refusal.status, refusal.code.as_deref(), refusal.field.as_deref()),
            (400, Some("VALIDATION_ERROR"), Some("auth.token"))
        );
        assert_eq!(refusal.message.as_deref(), Some("Invalid body"));
        assert_eq!(refusal.issues[0].path, [Step::Key("auth".into()), Step::Key("token".into())]);
        assert_eq!((refusal.issues[0].code, refusal.issues[0].message.as_str()), (Code::TooShort, "Too short"));
        assert_eq!(refusal.issues[1].path, [Step::Key("packages".into()), Step::Index(0)]);
        assert!(refusal.details.unwrap().starts_with(r#"{"issues""#));
        assert_eq!(refusal.issues.len(), 2);
    }

    #[test]
    fn turns_a_named_field_into_an_issue() {
        for field in ["packages.0.name", "packages[0].name"] {
            let text = format!(r#"{{"error":{{"code":"CONFLICT","message":"Taken","field":"{field}"}}}}"#);
            let refusal = refusal(409, &text);
            let path = [Step::Key("packages".into()), Step::Index(0), Step::Key("name".into())];
            assert_eq!((&refusal.issues[0].path[..], refusal.issues[0].message.as_str()), (&path[..], "Taken"));
        }
    }

    #[test]
    fn reads_other_ways_of_saying_no() {
        assert_eq!(refusal(401, r#"{"error":"Authentication required","message":"Sign in"}"#).sentence(), "Sign in");
        assert_eq!(refusal(401, r#"{"error":"Authentication required"}"#).sentence(), "Authentication required");
        assert_eq!(
            refusal(403, r#"{"type":"about:blank","title":"Forbidden","detail":"No","status":403}"#).sentence(),
            "No"
        );
        for text in ["", "[]", "{}"] {
            let refusal = refusal(503, text);
            assert_eq!((refusal.sentence(), refusal.message.as_deref()), ("the service failed.", None));
        }
        assert_eq!(refusal(200, r#"{"data":null,"error":{"code":"X","message":"Y"}}"#).code.as_deref(), Some("X"));
    }
}
