//! `PATCH .../modular/modules/{moduleInstanceId}/config`

use serde_json::Value;

use crate::call::Call;
use crate::check::{Kind, Rule, optional, required};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

use super::projection;

const RULES: &[Rule] = &[
    required("config", Kind::Map),
    optional("merge", Kind::Flag),
    // ACTIVE follows from a complete configuration and cannot be set.
    optional("status", Kind::OneOf(&["CONFIGURING", "DISABLED", "ERROR"])),
];

/// Writes the configuration of a module, into what is there or in place of it.
pub fn update_config(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let modules = world.storefront.source_mut(call.param("sourceId"))?.modules_mut()?;
    let module = modules.module_mut(call.param("moduleInstanceId"))?;
    let body = call.checked(RULES)?;
    let config = body.value("config").as_object().cloned().unwrap_or_default();
    if body.flag("merge") == Some(false) {
        module.config = config;
    } else {
        merge(&mut module.config, config);
    }
    module.set_status = body.text("status").map(str::to_owned).or_else(|| module.set_status.take());
    projection::project(world, call).map(Reply::ok)
}

fn merge(into: &mut Object, from: Object) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new),
            (_, value) => drop(into.insert(key, value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nested_objects_are_merged_and_lists_replaced() {
        let mut into = json!({ "a": { "b": 1, "c": [1, 2] }, "d": 1 }).as_object().cloned().unwrap_or_default();
        let from = json!({ "a": { "c": [3], "e": 2 }, "d": { "f": 1 } }).as_object().cloned().unwrap_or_default();
        merge(&mut into, from);
        assert_eq!(Value::Object(into), json!({ "a": { "b": 1, "c": [3], "e": 2 }, "d": { "f": 1 } }));
    }
}
