//! Audiences: customers, told by hashes, whom campaigns target or leave out.
//!
//! Source: document 004, "Audiences"; the OpenAPI for `pushNotificationConfig`, the bounds, and lists ten times as long.
//! The document demands an identifier beside `externalId` and allows 100,000 members in a call, and rules. It speaks of
//! `get_audience` and shows no path; the one here follows from the list's.

use crate::api::{Open, operations};
use crate::format::{CallbackId, HttpUrl, Id, Secret, Sha256Hex, Timestamp};
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

operations! {
    "audiences";

    /// Creates, changes and deletes audiences.
    ///
    /// Answered before it is done: poll the task of `taskId`.
    sync = syncAudiences as "sync_audiences": Post "/api/v2/buyer/advertisers/{accountId}/audiences/sync" Idempotent,
        SyncAudiences => AudienceSyncStarted, parts "audiences[].add";

    /// Lists an advertiser's audiences, in short.
    list = listAudiences as "list_audiences": Get "/api/v2/buyer/advertisers/{accountId}/audiences" Safe,
        ListAudiences => AudiencePage, each "audiences";

    /// Reads an audience as a whole.
    ///
    /// No document shows this call's path; it is the list's with the audience's id.
    get = getAudience as "get_audience": Get "/api/v2/buyer/advertisers/{accountId}/audiences/{audienceId}" Safe,
        GetAudience => Audience;
}

/// Creates, changes and deletes audiences; at most 100,000 members in all.
#[request]
#[shape(rule = ADVERTISER)]
#[shape(rule = Rule::custom("A call adds and removes at most 100,000 members.", members_are_not_too_many))]
pub struct SyncAudiences {
    /// The advertiser.
    pub account_id: Id,
    /// The audiences to create or change; at least one.
    #[shape(items = 1..)]
    pub audiences: Vec<AudienceChange>,
    /// Whether audiences that are not in this call are deleted.
    pub delete_missing: Option<bool>,
    /// Where the service reports that it is done.
    pub push_notification_config: Option<PushNotificationConfig>,
}

/// The documents themselves call this advertiser by both names.
const ADVERTISER: Rule = Rule::Mistaken("advertiserId", "accountId");

fn members_are_not_too_many(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    const MOST: u32 = 100_000;
    /// A shorter text cannot hold too many. What has been checked apart stands as zeros: one, and a comma.
    const SHORTEST: usize = "0,".len();
    let Some(audiences) = input.get("audiences") else { return };
    let most = MOST as usize;
    if audiences.raw().len() > most * SHORTEST && audiences.count_inside(&["add", "remove"]) > most {
        remarks.error(&["audiences".into()], Problem::TooMany { limit: MOST, what: "members" });
    }
}

/// An audience to create, change or delete.
#[request]
#[shape(rule = Rule::Documented("add", 10_000))]
#[shape(rule = Rule::Documented("remove", 10_000))]
#[shape(rule = Rule::Renamed("deleteMissing", "deleteMissing beside audiences"))]
pub struct AudienceChange {
    /// Your id for the audience; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub audience_id: String,
    /// A name for people; at most 255 characters.
    #[shape(length = ..=255)]
    pub name: Option<String>,
    /// The members to add; at most 100,000, of which older documents allow 10,000.
    #[shape(items = ..=100_000, bulk)]
    pub add: Option<Vec<AudienceMember>>,
    /// The members to remove; at most 100,000, of which older documents allow 10,000.
    #[shape(items = ..=100_000, bulk)]
    pub remove: Option<Vec<RemovedMember>>,
    /// Whether the audience is deleted as a whole.
    pub delete: Option<bool>,
    /// The lawful basis of its use under the GDPR.
    pub consent_basis: Option<ConsentBasis>,
    /// What stands beside `audiences`; it concerns all of them.
    pub delete_missing: Option<bool>,
}

/// A member to add: your id of the person, and at least one identifier by which others may know them.
#[request]
#[shape(rule = Rule::AtLeastOneOf(&["hashedEmail", "hashedPhone", "uids"]))]
#[shape(rule = EMAIL)]
#[shape(rule = PHONE)]
pub struct AudienceMember {
    /// Your id for the person, unique in the audience.
    #[shape(length = 1..)]
    pub external_id: String,
    /// The SHA-256 hash of the e-mail address, trimmed and in lower case; 64 hexadecimal digits.
    pub hashed_email: Option<Sha256Hex>,
    /// The SHA-256 hash of the phone number in E.164 form; 64 hexadecimal digits.
    pub hashed_phone: Option<Sha256Hex>,
    /// Universal ids, as they are; at least one.
    #[shape(items = 1..)]
    pub uids: Option<Vec<MemberUid>>,
}

/// A member to remove, told by your id of the person.
#[request]
#[shape(rule = EMAIL)]
#[shape(rule = PHONE)]
pub struct RemovedMember {
    /// Your id of the person.
    #[shape(length = 1..)]
    pub external_id: String,
    /// The SHA-256 hash of the e-mail address; 64 hexadecimal digits.
    pub hashed_email: Option<Sha256Hex>,
    /// The SHA-256 hash of the phone number; 64 hexadecimal digits.
    pub hashed_phone: Option<Sha256Hex>,
    /// Universal ids, as they are; at least one.
    #[shape(items = 1..)]
    pub uids: Option<Vec<MemberUid>>,
}

const EMAIL: Rule = Rule::Forbidden("email", "be hashed before it is sent: give hashedEmail");
const PHONE: Rule = Rule::Forbidden("phone", "be hashed before it is sent: give hashedPhone");

/// A universal id.
#[request]
pub struct MemberUid {
    /// Its kind, such as `rampid`, `uid2` or `maid`.
    #[shape(length = 1..)]
    pub r#type: String,
    /// The id itself.
    #[shape(length = 1..)]
    pub value: String,
}

/// The lawful bases of the GDPR on which an audience may be used.
#[choice("snake_case")]
pub enum ConsentBasis {
    Consent,
    LegitimateInterest,
    Contract,
    LegalObligation,
}

/// Where the service reports what became of something that takes time.
#[request]
#[serde(rename_all = "snake_case")]
pub struct PushNotificationConfig {
    /// The address that is called.
    pub url: HttpUrl,
    /// Your id for the operation, sent back with the report; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub operation_id: Option<CallbackId>,
    /// A token sent back with the report, by which you know the service; 16 to 4096 characters.
    #[shape(length = 16..=4096)]
    pub token: Option<Secret>,
    /// How the report is authenticated.
    pub authentication: Option<PushAuthentication>,
}

/// How a report is authenticated.
#[request]
pub struct PushAuthentication {
    /// The ways that you accept.
    pub schemes: Vec<PushScheme>,
    /// The token, or the key of the signature; at least 32 characters.
    #[shape(length = 32..)]
    pub credentials: Secret,
}

/// A way to authenticate a report.
#[choice]
pub enum PushScheme {
    #[serde(rename = "Bearer")]
    Bearer,
    #[serde(rename = "HMAC-SHA256")]
    HmacSha256,
}

/// Lists an advertiser's audiences.
#[request]
#[shape(rule = ADVERTISER)]
#[shape(rule = Rule::Documented("take", 100))]
pub struct ListAudiences {
    /// The advertiser.
    pub account_id: Id,
    /// How many a page holds; 1 to 250, of which older documents allow 100.
    #[shape(range = 1..=250, default = "50")]
    pub take: Option<i64>,
    /// How many to pass over.
    #[shape(default = "0")]
    pub skip: Option<u64>,
}

/// Reads an audience.
#[request]
#[shape(rule = ADVERTISER)]
pub struct GetAudience {
    /// The advertiser.
    pub account_id: Id,
    /// Your id of the audience.
    pub audience_id: Id,
}

/// A sync that has begun.
#[response]
pub struct AudienceSyncStarted {
    /// Whether the service has taken it on.
    pub success: bool,
    /// The advertiser.
    pub account_id: Option<String>,
    /// The operation's id, a UUID.
    pub operation_id: String,
    /// The task to poll; the same id.
    pub task_id: Option<String>,
}

/// A page of audiences.
#[response]
pub struct AudiencePage {
    /// The audiences of this page, in short.
    pub audiences: Vec<Audience>,
    /// How many there are on all pages.
    pub total: Option<u64>,
    /// How many a page holds.
    pub take: Option<u64>,
    /// How many were passed over.
    pub skip: Option<u64>,
}

/// An audience. Lists leave `consentBasis` and `lastOperationStatus` out.
#[response]
pub struct Audience {
    /// Your id of the audience.
    pub audience_id: String,
    /// A name for people.
    pub name: Option<String>,
    /// The advertiser.
    pub account_id: Option<String>,
    /// Whether it can be used.
    pub status: Open<AudienceStatus>,
    /// Whether it has been deleted.
    pub deleted: Option<bool>,
    /// How many members were uploaded.
    pub uploaded_count: Option<f64>,
    /// How many of them were recognised.
    pub matched_count: Option<f64>,
    /// The lawful basis of its use.
    pub consent_basis: Option<Open<ConsentBasis>>,
    /// What became of the last sync.
    pub last_operation_status: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// Whether an audience can be used.
#[choice]
pub enum AudienceStatus {
    /// Its members are being recognised.
    Processing,
    /// It can be targeted.
    Ready,
    Error,
    /// Fewer members than the platform demands.
    TooSmall,
}
