//! Audiences: hashed lists of an advertiser's customers. They are synced in the background.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, URL, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::formats::HASH;
use super::notifications::Notifications;
use super::paging::Page;
use super::per_advertiser::PerAdvertiser;
use super::tasks::Task;
use super::{State, advertiser_exists};

const DEFAULT_TAKE: usize = 50;
/// Members in one call, added and removed, over all audiences.
const MEMBERS: usize = 100_000;
/// Audiences with fewer members are too small. Platforms want hundreds; a test should reach both sides with ease.
const MINIMUM: usize = 2;
const HASHED: Kind = Kind::Form(&HASH, 64);
const UID: &[Rule] = &[required("type", Kind::Text(1, usize::MAX)), required("value", Kind::Text(1, usize::MAX))];
const MEMBER: &[Rule] = &[
    required("externalId", Kind::Text(1, usize::MAX)),
    optional("hashedEmail", HASHED),
    optional("hashedPhone", HASHED),
    optional("uids", Kind::List(1, usize::MAX, &Kind::Object(UID))),
];
const AUDIENCE: &[Rule] = &[
    required("audienceId", Kind::Text(1, 255)),
    optional("name", Kind::Text(0, 255)),
    optional("add", Kind::List(0, MEMBERS, &Kind::Object(MEMBER))),
    optional("remove", Kind::List(0, MEMBERS, &Kind::Object(MEMBER))),
    optional("delete", Kind::Flag),
    optional("consentBasis", Kind::OneOf(&["consent", "legitimate_interest", "contract", "legal_obligation"])),
    optional("deleteMissing", Kind::Flag),
];
const AUTHENTICATION: &[Rule] = &[
    required("schemes", Kind::List(0, usize::MAX, &Kind::OneOf(&["Bearer", "HMAC-SHA256"]))),
    required("credentials", Kind::Text(32, usize::MAX)),
];
const PUSH: &[Rule] = &[
    required("url", Kind::Form(&URL, usize::MAX)),
    optional("operation_id", Kind::Text(1, 255)),
    optional("token", Kind::Text(16, 4096)),
    optional("authentication", Kind::Object(AUTHENTICATION)),
];
const SYNC: &[Rule] = &[
    required("audiences", Kind::List(1, usize::MAX, &Kind::Object(AUDIENCE))),
    optional("deleteMissing", Kind::Flag),
    // Nobody is called: the emulator never opens a connection of its own.
    optional("pushNotificationConfig", Kind::Object(PUSH)),
];
const QUERY: &[Rule] = &[optional("take", Kind::Whole(1, 250)), optional("skip", Kind::Whole(0, i64::MAX))];

/// An audience.
pub struct Audience {
    /// The id that the buyer chose.
    pub id: String,
    account: String,
    name: Option<String>,
    consent: Option<String>,
    members: HashSet<String>,
    deleted: bool,
    ready: Millis,
    told: bool,
    created: Millis,
    updated: Millis,
}

impl Audience {
    fn new(id: &str, account: &str, now: Millis) -> Self {
        Self {
            id: id.to_owned(),
            account: account.to_owned(),
            name: None,
            consent: None,
            members: HashSet::new(),
            deleted: false,
            ready: now,
            told: false,
            created: now,
            updated: now,
        }
    }

    /// Whether the name holds `wrong`, at which processing fails: the word that is refused everywhere here.
    fn fails(&self) -> bool {
        self.name.as_deref().unwrap_or(&self.id).to_lowercase().contains("wrong")
    }

    fn status(&self, now: Millis) -> &'static str {
        match () {
            () if now < self.ready => "PROCESSING",
            () if self.fails() => "ERROR",
            () if self.members.len() < MINIMUM => "TOO_SMALL",
            () => "READY",
        }
    }

    fn apply(&mut self, given: &Object, now: Millis, ready: Millis) {
        let text = |key: &str| given.text(key).map(str::to_owned);
        self.name = text("name").or_else(|| self.name.take());
        self.consent = text("consentBasis").or_else(|| self.consent.take());
        self.members.extend(external_ids(given, "add").map(str::to_owned));
        for id in external_ids(given, "remove") {
            self.members.remove(id);
        }
        (self.deleted, self.updated, self.ready, self.told) = (false, now, ready, false);
        if given.flag("delete") == Some(true) {
            self.delete(now);
        }
    }

    fn delete(&mut self, now: Millis) {
        self.members.clear();
        (self.deleted, self.updated, self.ready, self.told) = (true, now, now, true);
    }

    fn summary(&self, now: Millis) -> Value {
        // Four of five people are found on the other side.
        let matched = self.members.len() * 4 / 5;
        let status = self.status(now);
        json!({
            "audienceId": self.id,
            "name": self.name,
            "accountId": self.account,
            "status": status,
            "deleted": self.deleted,
            "uploadedCount": self.members.len(),
            "matchedCount": matches!(status, "READY" | "TOO_SMALL").then_some(matched),
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        })
    }

    fn view(&self, now: Millis) -> Value {
        let mut view = self.summary(now);
        view["consentBasis"] = self.consent.clone().into();
        view["lastOperationStatus"] = match self.status(now) {
            "PROCESSING" => "working".into(),
            "ERROR" => "failed".into(),
            _ => "completed".into(),
        };
        view
    }
}

fn external_ids<'a>(audience: &'a Object, key: &str) -> impl Iterator<Item = &'a str> {
    audience.items(key).iter().filter_map(|member| member["externalId"].as_str())
}

/// Tells of the audiences that have been processed.
pub fn settle(audiences: &mut PerAdvertiser<Audience>, notifications: &mut Notifications, now: Millis) {
    for audience in audiences.all_mut().filter(|audience| !audience.told && audience.ready <= now) {
        audience.told = true;
        let name = audience.name.as_deref().unwrap_or(&audience.id);
        let (kind, status, end) = match audience.fails() {
            true => ("audience.sync_failed", "error", "could not be synced"),
            false => ("audience.synced", "success", "is synced"),
        };
        notifications.tell(kind, status, format!("Audience \"{name}\" {end}"), audience.ready);
    }
}

/// `GET /advertisers/{accountId}/audiences`: deleted ones too, marked as such.
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let account = call.param("accountId");
    advertiser_exists(world, account)?;
    let page = Page::by_take(&call.query(QUERY)?, DEFAULT_TAKE);
    let audiences = world.buyer.audiences.of(account);
    let rows: Vec<Value> = page.of(audiences).iter().map(|audience| audience.summary(call.now)).collect();
    let payload = json!({ "audiences": rows, "total": audiences.len(), "take": page.size, "skip": page.start });
    Ok(Reply::ok(payload).with_meta(page.meta(audiences.len())))
}

/// `GET /advertisers/{accountId}/audiences/{audienceId}`: named in the documents, its path inferred.
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let account = call.param("accountId");
    advertiser_exists(world, account)?;
    let found = world.buyer.audiences.of(account).iter().find(|audience| audience.id == call.param("audienceId"));
    let audience = found.ok_or_else(|| Refusal::not_found("There is no such audience."))?;
    Ok(Reply::ok(audience.view(call.now)))
}

/// `POST /advertisers/{accountId}/audiences/sync`
pub fn sync(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let account = call.param("accountId");
    advertiser_exists(world, account)?;
    let body = checked(call)?;
    let ready = call.now + call.settings.activation_delay;
    let audiences = world.buyer.audiences.of_mut(account);
    let given: Vec<&Object> = body.items("audiences").iter().filter_map(Value::as_object).collect();
    let of = |audience: &Object| audience.text("audienceId").unwrap_or_default().to_owned();
    for change in &given {
        let id = of(change);
        let index = audiences.iter().position(|known| known.id == id).unwrap_or_else(|| {
            audiences.push(Audience::new(&id, account, call.now));
            audiences.len() - 1
        });
        audiences[index].apply(change, call.now, ready);
    }
    // The documents show this key in the body and list it among those of an audience.
    let missing_go = |object: &Object| object.flag("deleteMissing") == Some(true);
    if missing_go(&body) || given.iter().any(|change| missing_go(change)) {
        let kept: Vec<String> = given.iter().map(|change| of(change)).collect();
        audiences
            .iter_mut()
            .filter(|known| !known.deleted && !kept.contains(&known.id))
            .for_each(|known| known.delete(call.now));
    }
    let synced: Vec<&Audience> = audiences
        .iter()
        .filter(|known| given.iter().any(|change| change.text("audienceId") == Some(&known.id)))
        .collect();
    let first = synced.first().map(|audience| audience.id.clone()).unwrap_or_default();
    let members: usize = synced.iter().map(|audience| audience.members.len()).sum();
    let fails = synced.iter().any(|audience| audience.fails());
    let task = submit_task(&mut world.buyer, &first, members, fails, call);
    Ok(Reply::accepted(json!({ "success": true, "accountId": account, "operationId": task, "taskId": task })))
}

/// Begins the task of a sync; gives back its id.
fn submit_task(state: &mut State, audience: &str, members: usize, fails: bool, call: &Call) -> String {
    let error = json!({
        "code": "VALIDATION_ERROR",
        "message": "The audience could not be processed.",
        "field": "audiences",
        "suggestion": "Sync it again under another name.",
        "recovery": "correctable",
    });
    let outcome = if fails { Err(error) } else { Ok(json!({ "audience_id": audience, "member_count": members })) };
    state.begin(Task::new("audience_sync", ("audience", audience), outcome), call.now, call.settings.activation_delay)
}

fn checked(call: &Call) -> Result<Object, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, SYNC);
    let mut members = 0;
    for (index, audience) in body.items("audiences").iter().enumerate() {
        let Some(audience) = audience.as_object() else { continue };
        members += audience.items("add").len() + audience.items("remove").len();
        for (place, member) in audience.items("add").iter().enumerate() {
            let named = ["hashedEmail", "hashedPhone", "uids"].iter().any(|key| member.get(key).is_some());
            if !named {
                let field = format!("audiences.{index}.add.{place}");
                check.require(false, &field, "Expected hashedEmail, hashedPhone or uids.");
            }
        }
    }
    check.finish()?;
    if members > MEMBERS {
        let refusal = Refusal::invalid("audiences", "Expected at most 100000 members in one call.");
        return Err(refusal.with_detail("members", members.into()));
    }
    Ok(body)
}
