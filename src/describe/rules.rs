//! The rules that tie fields together, as sentences for the reference pages.

use crate::shape::{Kind, Object, Operation, Rule};

/// A rule of an operation's input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleInfo {
    /// Where the object stands that the rule is about: names with `[]` behind lists; empty for the input itself.
    pub path: String,
    /// The rule, as a sentence. Names of fields stand between backticks.
    pub says: String,
}

/// The rules of an operation's input, from the outside in.
pub fn rules(operation: &'static Operation) -> Vec<RuleInfo> {
    let mut found = Vec::new();
    object(operation.input, "", &mut found);
    // A shape that occurs in several variants says the same of the same place.
    let mut unique: Vec<RuleInfo> = Vec::new();
    for rule in found {
        if !unique.contains(&rule) {
            unique.push(rule);
        }
    }
    unique
}

fn object(object: &'static Object, path: &str, found: &mut Vec<RuleInfo>) {
    found.extend(object.rules.iter().map(|rule| RuleInfo { path: path.to_owned(), says: says(rule) }));
    if object.closed {
        let says = "Fields of other names are refused.".to_owned();
        found.push(RuleInfo { path: path.to_owned(), says });
    }
    for part in object.parts {
        kind(part.kind, path, found);
    }
    for field in object.fields {
        let inner = if path.is_empty() { field.name().to_owned() } else { [path, ".", field.name()].concat() };
        kind(field.kind(), &inner, found);
    }
}

fn kind(kind: &'static Kind, path: &str, found: &mut Vec<RuleInfo>) {
    match kind {
        Kind::Object(inner) => object(inner, path, found),
        Kind::Union(union) => union.variants.iter().for_each(|variant| object(variant.object, path, found)),
        Kind::AnyOf(kinds) => kinds.iter().for_each(|kind| self::kind(kind, path, found)),
        Kind::List(list) => self::kind(list.item, &[path, "[]"].concat(), found),
        Kind::Map(item) => self::kind(item, &[path, ".*"].concat(), found),
        _ => {}
    }
}

fn says(rule: &Rule) -> String {
    let all = |names: &[&str], last: &str| {
        let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
        match quoted.as_slice() {
            [most @ .., end] if !most.is_empty() => format!("{} {last} {end}", most.join(", ")),
            _ => quoted.concat(),
        }
    };
    match rule {
        Rule::NotEmpty => "At least one field to change must be given.".to_owned(),
        Rule::AtLeastOneOf(names) => format!("At least one of {} must be given.", all(names, "or")),
        Rule::ExactlyOneOf(names) => format!("Exactly one of {} must be given.", all(names, "or")),
        Rule::AtMostOneOf(names) => format!("At most one of {} may be given.", all(names, "or")),
        Rule::OneGroupOf(groups) => {
            let groups: Vec<_> = groups.iter().map(|group| all(group, "and")).collect();
            format!("Exactly one of these, and that completely: {}.", groups.join("; "))
        }
        Rule::Together(names) => format!("{} go together: all or none.", all(names, "and")),
        Rule::Requires(field, needed) => format!("`{field}` needs `{needed}`."),
        Rule::Before(first, second) => format!("`{second}` must be after `{first}`."),
        Rule::NotAfter(first, second) => format!("`{second}` must not be before `{first}`."),
        Rule::Forbidden(name, must) => format!("`{name}` must {must}."),
        Rule::Mistaken(wrong, right) => format!("The field is called `{right}`, not `{wrong}`."),
        Rule::Renamed(old, newer) => {
            format!("`{old}` is the older form of `{newer}`; it is sent as it is, with a warning.")
        }
        Rule::Expected(name) => format!("The newer documents require `{name}`; without it there is a warning."),
        Rule::Documented(name, most) => {
            format!("Above {most}, the most that the older documents allow, `{name}` gives a warning.")
        }
        Rule::Custom(custom) => custom.says.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_every_rule_in_a_sentence() {
        for operation in crate::api::all() {
            for rule in rules(operation) {
                assert!(rule.says.ends_with('.'), "{}: {}", operation.names.id, rule.says);
            }
        }
        let update = rules(crate::api::find("updateInventorySource").unwrap());
        assert_eq!(update[0].says, "At least one field to change must be given.");
    }
}
