//! Lists that may be sent in several requests.

use crate::shape::{Kind, Object, Operation, Rule};

/// A list of an input, and how much of it one request may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Where it is, as `events` or `audiences[].add`.
    pub list: &'static str,
    /// The most items of one request: the lowest number that a document names.
    pub most: u32,
}

/// The list of an operation that may be sent in several requests, where there is one.
pub fn parts(operation: &Operation) -> Option<Parts> {
    let list = operation.names.parts?;
    let (holder, name) = match list.split_once("[].") {
        Some((outer, name)) => (items(operation.input, outer)?, name),
        None => (operation.input, list),
    };
    let Kind::List(bounds) = holder.field(name)?.kind() else { return None };
    let documented = holder.rules.iter().filter_map(|rule| match rule {
        Rule::Documented(field, most) if *field == name => Some(*most),
        _ => None,
    });
    Some(Parts { list, most: documented.min().unwrap_or(bounds.max) })
}

/// The objects of a list.
fn items(object: &'static Object, list: &str) -> Option<&'static Object> {
    match object.field(list)?.kind() {
        Kind::List(bounds) => Some(bounds.item.object()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api;

    #[test]
    fn knows_every_list_that_is_sent_in_parts_and_its_limit() {
        let known: Vec<_> = api::all().iter().filter_map(|row| Some((row.names.id, parts(row)?))).collect();
        let named = api::all().iter().filter(|row| row.names.parts.is_some()).count();
        assert_eq!(known.len(), named, "a row names a list that is none");
        let most = |id| known.iter().find(|(known, _)| *known == id).map(|(_, parts)| parts.most);
        assert_eq!(most("logEvent"), Some(10_000));
        assert_eq!(most("syncAudiences"), Some(10_000));
        assert_eq!(most("syncMeasurementData"), Some(1_000));
        assert_eq!(most("uploadMeasurementRecords"), Some(5_000));
    }
}
