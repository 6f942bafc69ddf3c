//! How sales agents read a list: with a token for that list alone, and in the form of AdCP.

use hyper::header::{AUTHORIZATION, HeaderMap};
use serde_json::json;

use crate::auth::Token;
use crate::call::Call;
use crate::clock::{DAY, iso};
use crate::envelope::{Refusal, Reply};
use crate::ids;
use crate::world::{Tenants, World};

use super::PropertyLists;
use super::identifier::Identifier;

impl PropertyLists {
    /// The token with which a list can be read. It stands in for one that the service signs.
    pub fn reader_token(&mut self, list_id: &str) -> Result<String, Refusal> {
        let list = self.lists.iter_mut().find(|list| list.id == list_id).ok_or_else(super::no_list)?;
        Ok(list.reader.get_or_insert_with(|| ids::opaque("hmac")).clone())
    }

    fn may_read(&self, list_id: &str, token: &str) -> bool {
        self.lists.iter().any(|list| list.id == list_id && list.reader.as_deref() == Some(token))
    }
}

/// In whose name a reader of a list comes. A credential of the platform opens nothing here.
pub fn list_reader(tenants: &Tenants, list_id: &str, headers: &HeaderMap) -> Result<Token, Refusal> {
    let header = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let token = token.map(|(_, token)| token.trim()).unwrap_or_default();
    let owner = tenants.owner(|world| world.buyer.property_lists.may_read(list_id, token));
    owner.ok_or_else(|| Refusal::unauthorized("The token does not open this list."))
}

/// `GET /lists/{listId}`
pub fn resolve(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let lists = &world.buyer.property_lists.lists;
    let list =
        lists.iter().find(|list| !list.archived && list.id == call.param("listId")).ok_or_else(super::no_list)?;
    let payload = json!({
        "list": { "list_id": list.id, "name": list.name },
        "identifiers": list.identifiers.iter().map(Identifier::view).collect::<Vec<_>>(),
        "resolved_at": iso(call.now),
        "cache_valid_until": iso(call.now + DAY),
    });
    Ok(Reply::ok(payload).in_other_form())
}
