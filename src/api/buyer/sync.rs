//! What the sync calls have in common: the account that they are for, and what became of each thing.

use std::borrow::Cow;

use crate::format::Id;
use crate::shape::{Problem, Remarks, Value, View, choice, request};

/// The advertiser that a sync is for.
#[request]
#[serde(rename_all = "snake_case")]
pub struct SyncAccount {
    /// The advertiser; the same as `advertiserId`.
    pub account_id: Id,
}

/// What became of a thing that was synced.
#[choice("snake_case")]
pub enum SyncAction {
    Created,
    Updated,
    Unchanged,
    Failed,
    Deleted,
}

pub(super) const ACCOUNT: &str = "`account.account_id` is the same advertiser as `advertiserId`.";

pub(super) fn account_is_the_advertiser(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let account = input.object("account").filter(|_| input.is_sound("account"));
    let account = account.and_then(|account| id(&account.get("account_id")?));
    let advertiser = input.get("advertiserId").and_then(|advertiser| id(&advertiser));
    if account.zip(advertiser).is_some_and(|(account, advertiser)| account != advertiser) {
        let must = "be the same as advertiserId".into();
        remarks.error(&["account".into(), "account_id".into()], Problem::Conflict { must });
    }
}

/// An id, whether it was given as a text or as a number.
fn id<'t>(value: &Value<'t>) -> Option<Cow<'t, str>> {
    value.text().or_else(|| value.number().map(Cow::Borrowed))
}
