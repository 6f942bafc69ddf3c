//! Notifications: what has happened to things that you look after. Their paths name no persona.
//!
//! Source: "Notifications" of the buyer document; the OpenAPI for the filter by `status`.

use crate::api::{Open, operations};
use crate::format::{Id, IntegerId, Timestamp};
use crate::shape::{choice, request, response};

operations! {
    "notifications";

    /// Lists notifications, newest first.
    list = listNotifications as "list_notifications": Get "/api/v2/notifications" Safe,
        ListNotifications => NotificationPage, each "notifications";

    /// Marks all notifications as read, or those of one brand agent.
    read_all = readAllNotifications as "read_all_notifications": Post "/api/v2/notifications/read-all" Idempotent,
        ReadAllNotifications => ();

    /// Marks a notification as read.
    read = readNotification as "read_notification": Post "/api/v2/notifications/{notificationId}/read" Idempotent,
        ReadNotification => MarkedNotification;

    /// Marks a notification as dealt with.
    ///
    /// The service removes it 90 days later.
    acknowledge = acknowledgeNotification as "acknowledge_notification":
        Post "/api/v2/notifications/{notificationId}/acknowledge" Idempotent,
        AcknowledgeNotification => MarkedNotification;
}

/// Lists notifications, newest first.
#[request]
pub struct ListNotifications {
    /// Whether to leave out what is read.
    pub unread_only: Option<bool>,
    /// The brand agent to hear about; a whole number.
    pub brand_agent_id: Option<IntegerId>,
    /// The events to list, such as `campaign.unhealthy` or `creative.sync_failed`.
    #[shape(joined, each(length = 1..))]
    pub types: Option<Vec<String>>,
    /// How grave the notifications are.
    pub status: Option<NotificationStatus>,
    /// The campaign to hear about.
    pub campaign_id: Option<Id>,
    /// The creative to hear about.
    pub creative_id: Option<Id>,
    /// How many to return; 1 to 100.
    #[shape(range = 1..=100, default = "50")]
    pub limit: Option<i64>,
    /// How many to pass over.
    #[shape(range = 0.., default = "0")]
    pub offset: Option<i64>,
}

/// Marks all notifications as read.
#[request]
pub struct ReadAllNotifications {
    /// The brand agent whose notifications are meant; without it, all are.
    pub brand_agent_id: Option<IntegerId>,
}

/// Marks a notification as read.
#[request]
pub struct ReadNotification {
    /// The notification's id.
    pub notification_id: Id,
}

/// Marks a notification as dealt with.
#[request]
pub struct AcknowledgeNotification {
    /// The notification's id.
    pub notification_id: Id,
}

/// How grave a notification is.
#[choice("lowercase")]
pub enum NotificationStatus {
    Success,
    Error,
    Warning,
    Info,
}

/// Some of the notifications.
#[response]
pub struct NotificationPage {
    /// The notifications of this page.
    pub notifications: Vec<NotificationSummary>,
    /// How many there are altogether.
    pub total_count: i64,
    /// How many of them are unread.
    pub unread_count: i64,
    /// Whether more follow; raise `offset` for them.
    pub has_more: bool,
}

/// A notification in short; what it is about has to be read from the campaign, creative or agent itself.
#[response]
pub struct NotificationSummary {
    /// The notification's id.
    pub id: String,
    /// What has happened, as resource and action: `campaign.unhealthy`. New ones appear.
    pub r#type: String,
    /// How grave it is.
    pub status: Open<NotificationStatus>,
    /// Whether it has been read.
    pub read: bool,
    /// Whether it has been dealt with.
    pub acknowledged: bool,
    /// The text, cut after 200 characters; null when there is none.
    pub message_preview: Option<String>,
    /// The page of the Interchange that it leads to; null when there is none.
    pub action_url: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A notification that has been marked.
#[response]
pub struct MarkedNotification {
    /// Always true.
    pub success: bool,
    /// The notification's id.
    pub notification_id: String,
}
