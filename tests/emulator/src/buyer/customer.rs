//! The customers for whom the caller may act. There is no operation that switches between them.

use serde_json::{Value, json};

use crate::call::Call;
use crate::envelope::{Refusal, Reply};
use crate::world::World;

/// The customer for whom every caller acts.
pub const ID: i64 = 4711;
/// Who is said to have registered things.
pub const USER: &str = "robin@bramble-and-finch.example";

/// `GET /accounts/current`
pub fn current(_: &mut World, _: &Call) -> Result<Reply, Refusal> {
    let mut current = bramble_and_finch();
    current["customerDomain"] = "bramble-and-finch.example".into();
    current["standing"] = json!({ "creditLimit": null, "currency": "USD" });
    Ok(Reply::ok(current))
}

/// `GET /accounts`
pub fn list(_: &mut World, _: &Call) -> Result<Reply, Refusal> {
    let second = json!({ "id": ID + 1, "company": "Old Mill Bakeries", "name": "Old Mill Bakeries", "role": "MEMBER" });
    Ok(Reply::ok(json!({ "accounts": [bramble_and_finch(), second] })))
}

fn bramble_and_finch() -> Value {
    json!({ "id": ID, "company": "Bramble & Finch", "name": "Bramble & Finch", "role": "ADMIN" })
}
