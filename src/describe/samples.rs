//! Valid inputs, made from the shapes: examples for the reference pages, samples for the tests.

use serde_json::{Map, Value, json};

use crate::check::{Code, Step};
use crate::request;
use crate::shape::{Field, Kind, Object, Operation, Rule, Union};

/// The least valid input of an operation. What a rule with code asks for beside what is required, its complaint says.
pub fn least_input(operation: &'static Operation) -> Value {
    let mut input = least(operation.input);
    for issue in request::check(operation, &input.to_string()).issues.errors {
        let [Step::Key(name)] = issue.path.as_slice() else { continue };
        let optional = operation.input.field(name).filter(|field| !field.required());
        if let (Code::Required, Some(field), Value::Object(sample)) = (issue.code, optional, &mut input) {
            sample.insert(name.clone(), something(field.kind()));
        }
    }
    input
}

/// The least valid input: what is required, and what the rules ask for.
pub fn least(object: &'static Object) -> Value {
    let mut sample = Map::new();
    least_into(object, &mut sample);
    Value::Object(sample)
}

fn least_into(object: &'static Object, sample: &mut Map<String, Value>) {
    for field in object.fields.iter().filter(|field| field.required()) {
        sample.insert(field.name().to_owned(), value(field.kind()));
    }
    for part in object.parts {
        match part.kind {
            Kind::Object(inner) => least_into(inner, sample),
            Kind::Union(union) if part.required => variant_into(union, 0, sample, &least_into),
            _ => {}
        }
    }
    for rule in object.rules {
        let needed: Vec<&str> = match rule {
            Rule::AtLeastOneOf(names) | Rule::ExactlyOneOf(names) => names.first().copied().into_iter().collect(),
            Rule::OneGroupOf(groups) => groups.first().copied().unwrap_or_default().to_vec(),
            Rule::NotEmpty => {
                object.fields.iter().find(|field| !field.required()).map(Field::name).into_iter().collect()
            }
            _ => Vec::new(),
        };
        for name in needed {
            if let Some(field) = object.field(name) {
                sample.entry(name.to_owned()).or_insert_with(|| something(field.kind()));
            }
        }
    }
    keep_order(object, sample);
}

/// What a rule asks for; an empty list would hardly be it.
fn something(kind: &'static Kind) -> Value {
    match kind {
        Kind::List(list) => json!(vec![value(list.item); list.min.max(1) as usize]),
        other => value(other),
    }
}

/// Moves what has to be later than something else.
fn keep_order(object: &Object, sample: &mut Map<String, Value>) {
    for rule in object.rules {
        if let Rule::Before(_, later) = rule
            && let Some(Value::String(text)) = sample.get_mut(*later)
        {
            *text = text.replacen("2026", "2027", 1);
        }
    }
}

fn variant_into(
    union: &'static Union,
    index: usize,
    sample: &mut Map<String, Value>,
    fill: &dyn Fn(&'static Object, &mut Map<String, Value>),
) {
    if let Some(variant) = union.variants.get(index) {
        sample.insert(union.tag.to_owned(), json!(variant.value));
        fill(variant.object, sample);
    }
}

/// The fullest valid inputs: every field that can stand beside the others, once for each variant of each union and for
/// each alternative of each rule.
pub fn full(object: &'static Object) -> Vec<Value> {
    (0..alternatives(object)).map(|choice| Value::Object(full_object(object, choice))).collect()
}

/// How many samples it takes to see every variant and alternative.
fn alternatives(object: &'static Object) -> usize {
    let rules = object.rules.iter().map(|rule| match rule {
        Rule::ExactlyOneOf(names) | Rule::AtMostOneOf(names) => names.len(),
        Rule::OneGroupOf(groups) => current(object, groups).count(),
        _ => 1,
    });
    let parts = object.parts.iter().map(|part| kind_alternatives(part.kind));
    let fields = object.fields.iter().map(|field| kind_alternatives(field.kind()));
    rules.chain(parts).chain(fields).max().unwrap_or(1)
}

fn kind_alternatives(kind: &'static Kind) -> usize {
    match kind {
        Kind::Object(object) => alternatives(object),
        Kind::Union(union) => union.variants.iter().map(|variant| alternatives(variant.object)).sum(),
        Kind::AnyOf(kinds) => kinds.iter().map(|kind| kind_alternatives(kind)).sum(),
        Kind::List(list) => kind_alternatives(list.item),
        Kind::Map(item) => kind_alternatives(item),
        _ => 1,
    }
}

fn full_object(object: &'static Object, choice: usize) -> Map<String, Value> {
    let mut sample = Map::new();
    full_into(object, choice, &mut sample);
    sample
}

fn full_into(object: &'static Object, choice: usize, sample: &mut Map<String, Value>) {
    for field in object.fields {
        if !excluded(object, field.name(), choice) {
            sample.insert(field.name().to_owned(), full_value(field.kind(), choice));
        }
    }
    for part in object.parts {
        match part.kind {
            Kind::Object(inner) => full_into(inner, choice, sample),
            Kind::Union(union) => {
                let mut choice = choice % kind_alternatives(part.kind);
                for (index, variant) in union.variants.iter().enumerate() {
                    let own = alternatives(variant.object);
                    if choice < own {
                        variant_into(union, index, sample, &|object, sample| full_into(object, choice, sample));
                        break;
                    }
                    choice -= own;
                }
            }
            _ => {}
        }
    }
    keep_order(object, sample);
}

/// Whether a rule leaves the field out of this alternative.
fn excluded(object: &'static Object, name: &str, choice: usize) -> bool {
    object.rules.iter().any(|rule| match rule {
        Rule::ExactlyOneOf(names) | Rule::AtMostOneOf(names) => {
            names.contains(&name) && names.get(choice % names.len()) != Some(&name)
        }
        Rule::OneGroupOf(groups) => {
            let count = current(object, groups).count().max(1);
            let chosen = current(object, groups).nth(choice % count).unwrap_or_default();
            groups.iter().any(|group| group.contains(&name)) && !chosen.contains(&name)
        }
        Rule::Renamed(old, _) => *old == name,
        _ => false,
    })
}

/// The groups without those in an older form, which would give a warning.
fn current(
    object: &'static Object,
    groups: &'static [&'static [&'static str]],
) -> impl Iterator<Item = &'static [&'static str]> {
    let older = |name: &&str| object.rules.iter().any(|rule| matches!(rule, Rule::Renamed(old, _) if old == name));
    groups.iter().copied().filter(move |group| !group.iter().any(older))
}

/// The least valid value of a kind.
pub fn value(kind: &'static Kind) -> Value {
    match kind {
        Kind::Object(object) => least(object),
        Kind::Union(union) => {
            let mut sample = Map::new();
            variant_into(union, 0, &mut sample, &least_into);
            Value::Object(sample)
        }
        Kind::AnyOf(kinds) => kinds.first().map_or(Value::Null, |kind| value(kind)),
        Kind::List(list) => Value::Array(vec![value(list.item); list.min as usize]),
        Kind::Map(_) => json!({}),
        other => scalar(other),
    }
}

fn full_value(kind: &'static Kind, choice: usize) -> Value {
    match kind {
        Kind::Object(object) => Value::Object(full_object(object, choice)),
        Kind::Union(union) => {
            let mut choice = choice % kind_alternatives(kind);
            for (index, variant) in union.variants.iter().enumerate() {
                let own = alternatives(variant.object);
                if choice < own {
                    let mut sample = Map::new();
                    variant_into(union, index, &mut sample, &|object, sample| full_into(object, choice, sample));
                    return Value::Object(sample);
                }
                choice -= own;
            }
            Value::Null
        }
        Kind::AnyOf(kinds) => {
            let mut choice = choice % kind_alternatives(kind);
            for kind in *kinds {
                let own = kind_alternatives(kind);
                if choice < own {
                    return full_value(kind, choice);
                }
                choice -= own;
            }
            Value::Null
        }
        Kind::List(list) => json!(vec![full_value(list.item, choice); list.min.max(1) as usize]),
        Kind::Map(item) => json!({ "any": full_value(item, choice) }),
        other => scalar(other),
    }
}

fn scalar(kind: &'static Kind) -> Value {
    match kind {
        Kind::Json => json!({ "any": ["thing"] }),
        Kind::AnyObject => json!({ "any": 1 }),
        Kind::Boolean | Kind::True => json!(true),
        Kind::Integer(range) => json!(range.min.max(0)),
        Kind::Number(range) => {
            json!(if range.above { f64::from(range.min) + 0.5 } else { f64::from(range.min.max(0)) })
        }
        Kind::Text(text) => match text.format {
            Some(format) => json!(format.example),
            None => json!(if text.min <= 7 && text.max >= 7 {
                "example".to_owned()
            } else {
                "x".repeat(text.min.max(1) as usize)
            }),
        },
        Kind::Id { .. } => json!("7"),
        Kind::Choice(words) => json!(words.first()),
        Kind::File(_) => json!({ "name": "avails.csv", "size": 1 }),
        // Nothing else is a scalar.
        _ => Value::Null,
    }
}
