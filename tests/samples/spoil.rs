//! Every way to spoil a field of a valid input, with the one issue that it must give.

use interchange_web::check::{Code, Step};
use interchange_web::shape::{Field, Kind, Object, Union};
use serde_json::{Value, json};

/// A spoilt input.
pub struct Spoil {
    pub input: Value,
    pub path: Vec<Step>,
    pub code: Code,
    pub how: &'static str,
}

/// The longest text and the longest list that a test makes: the bounds above are the same code.
const MAX_MADE: u32 = 10_000;

/// Every way to spoil a field that is in the sample.
pub fn spoils(object: &'static Object, sample: &Value) -> Vec<Spoil> {
    let mut spoiler = Spoiler { sample, spoils: Vec::new() };
    spoiler.object(object, sample, &[]);
    spoiler.spoils
}

struct Spoiler<'s> {
    sample: &'s Value,
    spoils: Vec<Spoil>,
}

impl Spoiler<'_> {
    fn object(&mut self, object: &'static Object, at: &Value, path: &[Step]) {
        for field in object.fields.iter().filter(|field| at.get(field.name()).is_some()) {
            self.field(field, &at[field.name()], &below(path, field.name()));
        }
        for part in object.parts {
            match part.kind {
                Kind::Object(inner) => self.object(inner, at, path),
                Kind::Union(union) => self.union(union, at, path, part.required),
                _ => {}
            }
        }
        if object.closed {
            self.add(path, "zzUnknown", Code::UnknownField, "an unknown field of a closed object");
        }
    }

    fn union(&mut self, union: &'static Union, at: &Value, path: &[Step], required: bool) {
        let Some(variant) = at.get(union.tag).and_then(|tag| union.variant(tag.as_str()?)) else { return };
        let tag = below(path, union.tag);
        self.replace(&tag, json!("no such word"), Code::NotInList, "a tag that does not exist");
        self.replace(&tag, json!(5), Code::WrongType, "a tag that is a number");
        if required {
            self.remove(&tag, "the tag left out");
        }
        self.object(variant.object, at, path);
    }

    fn field(&mut self, field: &'static Field, value: &Value, path: &[Step]) {
        if field.required() {
            self.remove(path, "a required field left out");
        }
        if !field.nullable() && !matches!(field.kind(), Kind::Json) {
            self.replace(path, Value::Null, Code::WrongType, "null");
        }
        if field.required() {
            self.misspell(field.name(), path);
        }
        self.value(field.kind(), value, path);
    }

    fn value(&mut self, kind: &'static Kind, value: &Value, path: &[Step]) {
        let number_for_text = |spoiler: &mut Self| spoiler.replace(path, json!(5), Code::WrongType, "a number");
        let text_for_other = |spoiler: &mut Self| spoiler.replace(path, json!("text"), Code::WrongType, "a text");
        match kind {
            Kind::Json | Kind::Never(_) => {}
            Kind::AnyObject | Kind::Map(_) | Kind::Boolean | Kind::File(_) => text_for_other(self),
            Kind::True => self.replace(path, json!(false), Code::NotInList, "false"),
            Kind::Integer(range) | Kind::Number(range) => {
                text_for_other(self);
                if matches!(kind, Kind::Integer(_)) {
                    self.replace(path, json!(f64::from(range.min.max(0)) + 0.5), Code::WrongType, "half a number");
                    let most = if range.max == i32::MAX { Kind::MAX_SAFE_INTEGER } else { range.max.into() };
                    let above = most + 1;
                    self.replace(path, json!(above), Code::TooLarge, "a number above the greatest");
                }
                if range.min > i32::MIN {
                    let below = if range.above { range.min } else { range.min - 1 };
                    self.replace(path, json!(below), Code::TooSmall, "a number below the least");
                }
            }
            Kind::Text(text) => {
                number_for_text(self);
                self.replace(path, json!({}), Code::WrongType, "an object");
                if text.min > 0 {
                    self.replace(path, json!("x".repeat(text.min as usize - 1)), Code::TooShort, "too short a text");
                }
                if text.max <= MAX_MADE {
                    self.replace(path, json!("x".repeat(text.max as usize + 1)), Code::TooLong, "too long a text");
                }
                if text.format.is_some() {
                    let other = "\u{1}".repeat(text.min.max(2) as usize);
                    self.replace(path, json!(other), Code::BadFormat, "a text of another format");
                }
            }
            Kind::Id { integer } => {
                self.replace(path, json!([]), Code::WrongType, "a list");
                self.replace(path, json!(Kind::MAX_SAFE_INTEGER + 1), Code::TooLarge, "an unsafe number");
                if *integer {
                    self.replace(path, json!("x7"), Code::BadFormat, "an id that is no number");
                } else {
                    self.replace(path, json!(""), Code::TooShort, "an empty id");
                }
            }
            Kind::Choice(_) => {
                number_for_text(self);
                self.replace(path, json!("no such word"), Code::NotInList, "a word that is not in the list");
            }
            Kind::List(list) => {
                text_for_other(self);
                if list.min > 0 {
                    self.replace(path, json!([]), Code::TooShort, "an empty list");
                }
                if list.max <= MAX_MADE {
                    let many = vec![value[0].clone(); list.max as usize + 1];
                    self.replace(path, json!(many), Code::TooLong, "too long a list");
                }
                self.value(list.item, &value[0], &index(path, 0));
            }
            Kind::Object(object) => {
                number_for_text(self);
                self.object(object, value, path);
            }
            Kind::Union(union) => {
                number_for_text(self);
                self.union(union, value, path, true);
            }
            Kind::AnyOf(kinds) => {
                if let Some(kind) = kinds.iter().find(|kind| is_of(kind, value)) {
                    self.value(kind, value, path);
                }
            }
        }
    }

    /// The name in the spelling of another language: `endpoint_url` for `endpointUrl`.
    fn misspell(&mut self, name: &str, path: &[Step]) {
        let snake: String = name
            .chars()
            .flat_map(|c| if c.is_ascii_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] })
            .collect();
        if snake == name {
            return;
        }
        let mut input = self.sample.clone();
        let (last, above) = path.split_last().unwrap();
        let object = at(&mut input, above).as_object_mut().unwrap();
        let Step::Key(key) = last else { return };
        let value = object.remove(key).unwrap();
        object.insert(snake.clone(), value);
        self.spoils.push(Spoil {
            input,
            path: below(above, &snake),
            code: Code::UnknownField,
            how: "another spelling",
        });
    }

    fn replace(&mut self, path: &[Step], value: Value, code: Code, how: &'static str) {
        let mut input = self.sample.clone();
        *at(&mut input, path) = value;
        self.spoils.push(Spoil { input, path: path.to_vec(), code, how });
    }

    fn add(&mut self, path: &[Step], name: &str, code: Code, how: &'static str) {
        let mut input = self.sample.clone();
        at(&mut input, path)[name] = json!(1);
        self.spoils.push(Spoil { input, path: below(path, name), code, how });
    }

    fn remove(&mut self, path: &[Step], how: &'static str) {
        let mut input = self.sample.clone();
        remove(&mut input, path);
        self.spoils.push(Spoil { input, path: path.to_vec(), code: Code::Required, how });
    }
}

fn is_of(kind: &Kind, value: &Value) -> bool {
    match kind {
        Kind::Union(union) => {
            value.get(union.tag).and_then(Value::as_str).is_some_and(|tag| union.variant(tag).is_some())
        }
        Kind::Text(_) | Kind::Choice(_) => value.is_string(),
        Kind::Integer(_) | Kind::Number(_) => value.is_number(),
        _ => value.is_object(),
    }
}

/// Takes a field out; of an item of a list, the list.
pub fn remove(input: &mut Value, path: &[Step]) {
    match path.split_last() {
        Some((Step::Key(key), above)) => drop(at(input, above).as_object_mut().unwrap().remove(key)),
        Some((Step::Index(_), above)) => remove(input, above),
        None => {}
    }
}

/// Puts a field in.
pub fn insert(input: &mut Value, path: &[Step], value: Value) {
    if let Some((Step::Key(key), above)) = path.split_last() {
        at(input, above)[key.as_str()] = value;
    }
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Index(index) => &mut value[*index as usize],
    })
}

fn below(path: &[Step], name: &str) -> Vec<Step> {
    path.iter().cloned().chain([Step::Key(name.to_owned())]).collect()
}

fn index(path: &[Step], index: u32) -> Vec<Step> {
    path.iter().cloned().chain([Step::Index(index)]).collect()
}
