//! Notifications about what happened to the caller's things.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, verify};
use crate::clock::{DAY, HOUR, Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::Fields;
use crate::ids;
use crate::world::World;

use super::paging::Page;

const DEFAULT_LIMIT: usize = 50;
/// How much of a message the list shows.
const PREVIEW: usize = 200;
/// How long one that was dealt with is kept.
const KEPT: Millis = 90 * DAY;

/// What a notification can say about how bad it is.
pub const STATUS: Kind = Kind::OneOf(&["success", "error", "warning", "info"]);
const QUERY: &[Rule] = &[
    optional("unreadOnly", Kind::Flag),
    optional("brandAgentId", Kind::Whole(0, i64::MAX)),
    optional("types", Kind::Text(0, usize::MAX)),
    optional("status", STATUS),
    optional("campaignId", Kind::Text(0, usize::MAX)),
    optional("creativeId", Kind::Text(0, usize::MAX)),
    optional("limit", Kind::Whole(1, 100)),
    optional("offset", Kind::Whole(0, i64::MAX)),
];
const READ_ALL: &[Rule] = &[optional("brandAgentId", Kind::Whole(0, i64::MAX))];

/// A notification, and what it is about.
#[derive(Default)]
pub struct Notification {
    /// `resource.action`
    kind: String,
    status: String,
    message: String,
    /// The campaign that it is about.
    pub campaign: Option<String>,
    /// The creative that it is about.
    pub creative: Option<String>,
    /// The brand agent that it is about.
    pub brand_agent: Option<i64>,
    id: String,
    read: bool,
    acknowledged: Option<Millis>,
    created: Millis,
}

/// All notifications, the newest last.
#[derive(Default)]
pub struct Notifications {
    items: Vec<Notification>,
    greeted: bool,
}

impl Notifications {
    /// Adds a notification and gives back its id.
    pub fn add(&mut self, notification: Notification, now: Millis) -> String {
        let id = ids::opaque(&format!("notif_{}", now / 1000));
        self.items.push(Notification { id: id.clone(), created: now, ..notification });
        id
    }

    /// Adds a notification about something that has no campaign.
    pub fn tell(&mut self, kind: &str, status: &str, message: String, now: Millis) {
        self.add(Notification::new(kind, status, message), now);
    }

    /// Forgets what was dealt with long ago. A new world begins with a few, so that there is something to read.
    pub fn settle(&mut self, now: Millis) {
        if !self.greeted {
            self.greeted = true;
            self.tell(
                "salesagent.registered",
                "info",
                "Quince Audio can now be bought from".to_owned(),
                now - 26 * HOUR,
            );
            self.tell(
                "salesagent.unavailable",
                "warning",
                "Undertow Network does not answer".to_owned(),
                now - 3 * HOUR,
            );
            self.tell("salesagent.updated", "success", "Nightjar Media has new products".to_owned(), now - HOUR);
        }
        self.items.retain(|item| item.acknowledged.is_none_or(|at| now < at + KEPT));
    }

    fn find_mut(&mut self, id: &str) -> Result<&mut Notification, Refusal> {
        let found = self.items.iter_mut().find(|item| item.id == id);
        found.ok_or_else(|| Refusal::not_found("There is no such notification."))
    }
}

impl Notification {
    /// A notification that nobody has read and that is about nothing in particular.
    pub fn new(kind: &str, status: &str, message: String) -> Self {
        Self { kind: kind.to_owned(), status: status.to_owned(), message, ..Self::default() }
    }

    fn view(&self) -> Value {
        json!({
            "id": self.id,
            "type": self.kind,
            "status": self.status,
            "messagePreview": self.message.chars().take(PREVIEW).collect::<String>(),
            "read": self.read,
            "acknowledged": self.acknowledged.is_some(),
            "actionUrl": null,
            "createdAt": iso(self.created),
        })
    }
}

/// `GET /notifications`: the newest first.
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(QUERY)?;
    let types = call.values("types");
    let fits = |item: &&Notification| {
        !(query.flag("unreadOnly") == Some(true) && item.read)
            && query.whole("brandAgentId").is_none_or(|id| item.brand_agent == Some(id))
            && (types.is_empty() || types.contains(&item.kind))
            && query.text("status").is_none_or(|status| item.status == status)
            && query.text("campaignId").is_none_or(|id| item.campaign.as_deref() == Some(id))
            && query.text("creativeId").is_none_or(|id| item.creative.as_deref() == Some(id))
    };
    let items = &world.buyer.notifications.items;
    let mut fitting: Vec<&Notification> = items.iter().filter(fits).collect();
    fitting.sort_by_key(|item| std::cmp::Reverse(item.created));
    let page = Page::by_limit(&query, DEFAULT_LIMIT);
    Ok(Reply::ok(json!({
        "notifications": page.of(&fitting).iter().map(|item| item.view()).collect::<Vec<_>>(),
        "totalCount": fitting.len(),
        "unreadCount": items.iter().filter(|item| !item.read).count(),
        "hasMore": page.next(fitting.len()).is_some(),
    })))
}

/// `POST /notifications/{notificationId}/read`
pub fn read(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let item = world.buyer.notifications.find_mut(call.param("notificationId"))?;
    let done = Reply::ok(json!({ "success": true, "notificationId": item.id }));
    let changed = !std::mem::replace(&mut item.read, true);
    Ok(if changed { done } else { done.unchanged() })
}

/// `POST /notifications/{notificationId}/acknowledge`
pub fn acknowledge(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let item = world.buyer.notifications.find_mut(call.param("notificationId"))?;
    let done = Reply::ok(json!({ "success": true, "notificationId": item.id }));
    if item.acknowledged.is_some() {
        return Ok(done.unchanged());
    }
    item.acknowledged = Some(call.now);
    Ok(done)
}

/// `POST /notifications/read-all`: of one brand agent, or all.
pub fn read_all(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = call.optional_body()?;
    verify(&body, READ_ALL)?;
    let agent = body.whole("brandAgentId");
    let meant = |item: &&mut Notification| !item.read && (agent.is_none() || item.brand_agent == agent);
    let mut count = 0;
    for item in world.buyer.notifications.items.iter_mut().filter(meant) {
        item.read = true;
        count += 1;
    }
    let done = Reply::ok(json!({ "success": true, "count": count }));
    Ok(if count > 0 { done } else { done.unchanged() })
}
