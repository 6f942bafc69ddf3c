//! Laws that hold for every row and every shape of the table. A new row is judged by them without a test of its own.

// The names of objects, by which a failure is told, are kept only where reference pages are written.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, HashSet};

use interchange_web::api;
use interchange_web::request::is_telling;
use interchange_web::shape::{Kind, Method, Object, Operation, Place, Rule};
use serde_json::Value;

/// The facts about the operations, copied from the documents that the project was created from.
const FACTS: &str = include_str!("facts/operations.json");

#[test]
fn the_table_agrees_with_the_documents_row_by_row() {
    let facts: Vec<Value> = serde_json::from_str(FACTS).unwrap();
    let mut rows: BTreeMap<_, _> = api::all().into_iter().map(|row| (row.names.id, row)).collect();
    for fact in &facts {
        let id = fact["id"].as_str().unwrap();
        let row = rows.remove(id).unwrap_or_else(|| panic!("{id} is missing"));
        assert_eq!(fact["resource"], row.names.resource, "{id}");
        assert_eq!(fact["name"], row.names.camel_case_method(), "{id}");
        assert_eq!(fact["operation"].as_str(), row.names.documented, "{id}");
        assert_eq!(fact["method"], row.method.name(), "{id}");
        assert_eq!(fact["path"], row.path, "{id}");
        assert_eq!(fact["repeat"], row.repeat.name(), "{id}");
        assert_eq!(fact["body"], row.has_body(), "{id}");
        let path_fields: Vec<_> = row.path_fields().collect();
        assert_eq!(fact["pathParams"], serde_json::to_value(path_fields).unwrap(), "{id}");
    }
    assert!(rows.is_empty(), "not in the documents: {:?}", rows.keys());
}

#[test]
fn ids_names_and_routes_are_unique() {
    let all = api::all();
    let unique = |what: &dyn Fn(&Operation) -> String| all.iter().map(|row| what(row)).collect::<HashSet<_>>().len();
    assert_eq!(unique(&|row| row.names.id.to_owned()), all.len());
    assert_eq!(unique(&|row| format!("{}.{}", row.names.resource, row.names.camel_case_method())), all.len());
    assert_eq!(unique(&|row| format!("{} {}", row.method.name(), row.path)), all.len());
}

#[test]
fn every_row_can_be_found_and_says_what_it_does() {
    for row in api::all() {
        assert_eq!(api::find(row.names.id).unwrap().names.id, row.names.id);
        assert!(row.names.documented.is_none_or(|name| api::find(name).unwrap().names.id == row.names.id));
        assert!(row.names.summary.ends_with('.'), "{}: {}", row.names.id, row.names.summary);
    }
    assert!(api::find("noSuchOperation").is_none());
}

#[test]
fn path_fields_are_required_and_stand_at_the_top() {
    for row in api::all() {
        for name in row.path_fields() {
            let field = row.input.field(name).unwrap();
            assert!(field.required() && !field.nullable(), "{}: {name}", row.names.id);
        }
    }
}

#[test]
fn a_get_has_no_body_and_a_file_travels_in_one() {
    for row in api::all() {
        assert!(row.method != Method::Get || !row.has_body(), "{}", row.names.id);
        let file_in_body = row.file_field().is_none_or(|file| row.place(file) == Place::Body);
        assert!(file_in_body, "{}", row.names.id);
    }
}

#[test]
fn every_field_has_a_line_and_no_name_occurs_twice() {
    each_object(&mut |object| {
        let mut names = HashSet::new();
        for field in object.fields {
            assert!(names.insert(field.name()), "{}.{} occurs twice", object.name, field.name());
            assert!(!field.line.is_empty(), "{}.{} has no line", object.name, field.name());
            assert!(!field.line.contains('\n'), "{}.{}", object.name, field.name());
        }
    });
}

/// The checker looks at one tag for each object, and for tags only among the object's own parts.
#[test]
fn at_most_one_tag_decides_about_an_object() {
    each_object(&mut |object| {
        assert!(object.unions().count() <= 1, "{} has two unions", object.name);
        for part in object.parts {
            match part.as_object() {
                Some(plain) => assert!(plain.unions().next().is_none(), "{} hides a union in a part", object.name),
                None => {
                    assert!(matches!(part.kind, Kind::Union(_)), "{} has a part that is never checked", object.name)
                }
            }
        }
    });
}

#[test]
fn rules_speak_of_fields_that_exist() {
    each_object(&mut |object| {
        let has = |name: &&&str| object.field(name).is_some();
        for rule in object.rules {
            let names: Vec<&str> = match rule {
                Rule::AtLeastOneOf(names)
                | Rule::ExactlyOneOf(names)
                | Rule::AtMostOneOf(names)
                | Rule::Together(names) => names.to_vec(),
                Rule::OneGroupOf(groups) => groups.concat(),
                Rule::Requires(first, second) | Rule::Before(first, second) | Rule::NotAfter(first, second) => {
                    vec![first, second]
                }
                Rule::Renamed(old, _) => vec![old],
                Rule::Mistaken(_, name) | Rule::Expected(name) | Rule::Documented(name, _) => vec![name],
                Rule::NotEmpty | Rule::Forbidden(..) | Rule::Custom(_) => Vec::new(),
            };
            let unknown: Vec<_> = names.iter().filter(|name| !has(name)).collect();
            assert!(unknown.is_empty(), "{}: {rule:?} speaks of {unknown:?}", object.name);
        }
    });
}

#[test]
fn bounds_can_be_met_and_examples_have_their_format() {
    each_kind(&mut |kind, place| match kind {
        Kind::Text(text) => {
            assert!(text.min <= text.max, "{place}");
            if let Some(format) = text.format {
                assert!((format.accepts)(format.example), "{place}: {}", format.name);
            }
        }
        Kind::Integer(range) | Kind::Number(range) => assert!(range.min <= range.max, "{place}"),
        Kind::List(list) => assert!(list.min <= list.max, "{place}"),
        Kind::Choice(words) => {
            assert!(!words.is_empty(), "{place}");
            assert_eq!(words.iter().collect::<HashSet<_>>().len(), words.len(), "{place}");
        }
        _ => {}
    });
}

/// A field that is called a password or a token and is not marked as a secret would be shown.
#[test]
fn what_sounds_like_a_credential_is_one() {
    each_object(&mut |object| {
        for field in object.fields {
            let name = field.name().to_ascii_lowercase();
            let sounds = ["password", "secret", "token", "apikey", "privatekey"].iter().any(|word| name.contains(word));
            let speaks_about = name.ends_with("url") || name.ends_with("type");
            let is_secret = field.secret() || matches!(field.kind(), Kind::Text(text) if text.secret);
            assert!(!sounds || speaks_about || is_secret, "{}.{}", object.name, field.name());
        }
    });
}

/// Visits every object that a request can hold.
fn each_object(visit: &mut dyn FnMut(&'static Object)) {
    each_kind(&mut |kind, _| {
        if let Kind::Object(object) = kind {
            visit(object);
        }
        if let Kind::Union(union) = kind {
            union.variants.iter().for_each(|variant| visit(variant.object));
        }
    });
    api::all().iter().for_each(|row| visit(row.input));
}

/// Visits every kind that a request can hold, with the place where it was found first.
fn each_kind(visit: &mut dyn FnMut(&'static Kind, &str)) {
    for row in api::all() {
        inside_object(row.input, row.names.id, visit);
    }
}

fn inside_object(object: &'static Object, place: &str, visit: &mut dyn FnMut(&'static Kind, &str)) {
    for field in object.fields {
        inside(field.kind(), &format!("{place}.{}", field.name()), visit);
    }
    for part in object.parts {
        inside(part.kind, place, visit);
    }
}

fn inside(kind: &'static Kind, place: &str, visit: &mut dyn FnMut(&'static Kind, &str)) {
    visit(kind, place);
    match kind {
        Kind::List(list) => inside(list.item, &format!("{place}[]"), visit),
        Kind::Map(item) => inside(item, &format!("{place}[]"), visit),
        Kind::AnyOf(kinds) => kinds.iter().for_each(|kind| inside(kind, place, visit)),
        Kind::Object(object) => inside_object(object, place, visit),
        Kind::Union(union) => union.variants.iter().for_each(|variant| inside_object(variant.object, place, visit)),
        _ => {}
    }
}

#[test]
fn what_stands_in_a_long_list_is_sent_as_it_was_given() {
    fn rewritten(kind: &Kind) -> bool {
        match kind {
            Kind::Id { integer } => *integer,
            Kind::List(list) => rewritten(list.item),
            Kind::Map(kind) => rewritten(kind),
            Kind::AnyOf(kinds) => kinds.iter().any(|kind| rewritten(kind)),
            Kind::Object(object) => {
                let mut any = false;
                object.each_field(&mut |field| any |= rewritten(field.kind()));
                any
            }
            Kind::Union(union) => union.variants.iter().any(|variant| rewritten(&Kind::Object(variant.object))),
            _ => false,
        }
    }
    let mut lists = 0;
    each_object(&mut |object| {
        for field in object.fields.iter().filter(|field| field.bulk()) {
            let Kind::List(list) = field.kind() else { panic!("{}.{} is no list", object.name, field.name()) };
            assert!(!rewritten(list.item), "{}.{}: its bytes could not be passed on", object.name, field.name());
            lists += 1;
        }
    });
    assert!(lists > 5);
}

#[test]
fn no_field_of_a_long_list_is_a_credential() {
    fn names(kind: &Kind, found: &mut Vec<&'static str>) {
        match kind {
            Kind::List(list) => names(list.item, found),
            Kind::Map(kind) => names(kind, found),
            Kind::AnyOf(kinds) => kinds.iter().for_each(|kind| names(kind, found)),
            Kind::Object(object) => object.each_field(&mut |field| {
                found.push(field.name());
                names(field.kind(), found);
            }),
            Kind::Union(union) => union.variants.iter().for_each(|variant| names(&Kind::Object(variant.object), found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    each_object(&mut |object| {
        assert!(object.fields.len() <= 64, "{} has more fields than the checker tells apart at once", object.name);
        object.fields.iter().filter(|field| field.bulk()).for_each(|field| names(field.kind(), &mut found));
    });
    assert!(found.contains(&"event_id"));
    assert!(!found.iter().any(|name| is_telling(name)), "a credential would not be masked");
}
