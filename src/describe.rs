//! The tables as plain data, for people and for programs that build forms.

use serde::Serialize;
use tsify::Tsify;

mod parts;
mod rules;
pub mod samples;

pub use parts::{Parts, parts};
pub use rules::{RuleInfo, rules};

use crate::shape::{Field, Kind, Object, Operation, Union, Variant};

/// One row of the table of operations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Tsify)]
pub struct OperationInfo {
    /// Such as `createPropertyList`.
    #[tsify(type = "OperationId")]
    pub id: &'static str,
    /// The property of the client, such as `propertyLists`.
    pub resource: &'static str,
    /// The method, such as `create`.
    pub name: String,
    /// The name that the vendor's documents use, such as `create_property_list`, where there is one.
    pub operation: Option<&'static str>,
    #[tsify(type = r#""GET" | "POST" | "PUT" | "PATCH" | "DELETE""#)]
    pub method: &'static str,
    /// With the names of parameters in braces.
    pub path: &'static str,
    pub summary: &'static str,
    /// Whether it may be sent again when it is unknown what became of the first time.
    #[tsify(type = r#""safe" | "idempotent" | "once""#)]
    pub repeat: &'static str,
    /// The field that takes a file, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'static str>,
}

/// Describes an operation.
pub fn operation(operation: &'static Operation) -> OperationInfo {
    OperationInfo {
        id: operation.names.id,
        resource: operation.names.resource,
        name: operation.names.camel_case_method(),
        operation: operation.names.documented,
        method: operation.method.name(),
        path: operation.path,
        summary: operation.names.summary,
        repeat: operation.repeat.name(),
        file: operation.file_field(),
    }
}

/// A field of an input, or, without a name, the items of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FieldInfo {
    pub name: &'static str,
    /// Where a field of the input itself travels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(type = r#""path" | "query" | "body""#)]
    pub r#in: Option<&'static str>,
    pub required: bool,
    /// Whether `null` has a meaning of its own.
    #[serde(skip_serializing_if = "is_false")]
    #[tsify(optional)]
    pub nullable: bool,
    #[tsify(
        type = r#""any" | "boolean" | "integer" | "number" | "text" | "id" | "choice" | "list" | "map" | "object" | "file""#
    )]
    pub kind: &'static str,
    /// One line for the person who fills it in.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[tsify(optional)]
    pub doc: &'static str,
    /// What the service assumes when it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<&'static str>,
    /// Whether it is a credential.
    #[serde(skip_serializing_if = "is_false")]
    #[tsify(optional)]
    pub secret: bool,
    /// In characters, items or bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// In characters, items or bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// Whether `minimum` itself is excluded.
    #[serde(skip_serializing_if = "is_false")]
    #[tsify(optional)]
    pub above: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    /// The name of the textual format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// A text of that format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<&'static str>>,
    /// The items of a list, or the members of a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Box<FieldInfo>>,
    /// The fields of an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<FieldInfo>>,
    /// The field applies only when another field has one of these values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

/// The condition under which a field applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Tsify)]
pub struct When {
    /// The field that decides.
    pub field: &'static str,
    /// Its values with which the other field applies.
    pub is: Vec<&'static str>,
    /// Whether the other field applies as long as this one is left out.
    #[serde(skip_serializing_if = "is_false")]
    #[tsify(optional)]
    pub absent: bool,
}

/// Describes the fields of an operation's input.
pub fn fields(operation: &'static Operation) -> Vec<FieldInfo> {
    let mut fields = object(operation.input);
    for field in &mut fields {
        field.r#in = Some(operation.place(field.name).name());
    }
    fields
}

fn object(object: &'static Object) -> Vec<FieldInfo> {
    let own = object.fields.iter().map(field);
    own.chain(object.parts.iter().flat_map(|part| inner(part.kind, part.required))).collect()
}

/// The fields that a kind brings along: those of an object, or the tag of a union and what depends on it.
fn inner(kind: &'static Kind, required: bool) -> Vec<FieldInfo> {
    match kind {
        Kind::Object(inner) => object(inner),
        Kind::Union(inner) => tagged(&[inner], required),
        Kind::AnyOf(kinds) => any_of(kinds, required),
        _ => Vec::new(),
    }
}

/// Unions that share their tag are one union to whoever chooses.
fn any_of(kinds: &[&'static Kind], required: bool) -> Vec<FieldInfo> {
    let unions = kinds.iter().map(|kind| match kind {
        Kind::Union(union) => Some(*union),
        _ => None,
    });
    match unions.collect::<Option<Vec<_>>>() {
        Some(unions) if unions.iter().all(|union| union.tag == unions[0].tag) => tagged(&unions, required),
        _ => kinds.iter().flat_map(|kind| inner(kind, required)).collect(),
    }
}

/// A tag, what depends on its value, and what applies without it.
fn tagged(unions: &[&'static Union], required: bool) -> Vec<FieldInfo> {
    let variants: Vec<_> = unions.iter().flat_map(|union| union.variants).collect();
    let mut rows = dependent(unions[0].tag, &variants);
    let allowed = Some(variants.iter().map(|variant| variant.value).collect());
    let doc = if unions.len() == 1 { unions[0].line } else { "Which kind it is" };
    rows.insert(0, FieldInfo { name: unions[0].tag, required, kind: "choice", doc, allowed, ..FieldInfo::default() });
    let untagged = unions.iter().flat_map(|union| union.untagged).filter(|_| !required);
    rows.extend(untagged.map(|untagged| FieldInfo {
        required: false,
        when: Some(When { field: unions[0].tag, is: Vec::new(), absent: true }),
        ..field(untagged)
    }));
    rows
}

/// What the values of a tag bring along.
fn dependent(tag: &'static str, variants: &[&'static Variant]) -> Vec<FieldInfo> {
    let mut rows: Vec<FieldInfo> = Vec::new();
    for variant in variants {
        for mut field in object(variant.object) {
            // Variants that bring the same field share its row.
            match rows.iter_mut().find(|other| other.is_like(&field)) {
                Some(FieldInfo { when: Some(when), .. }) => when.is.push(variant.value),
                _ => {
                    field.when = Some(When { field: tag, is: vec![variant.value], absent: false });
                    rows.push(field);
                }
            }
        }
    }
    for row in &mut rows {
        row.when = row.when.take().filter(|when| when.is.len() < variants.len());
    }
    rows
}

fn field(field: &'static Field) -> FieldInfo {
    let mut info = kind(field.kind());
    info.name = field.name();
    info.required = field.required();
    info.nullable = field.nullable();
    info.doc = field.line;
    info.default = field.default;
    info.secret |= field.secret();
    info
}

fn kind(kind: &'static Kind) -> FieldInfo {
    let mut info = FieldInfo::default();
    info.kind = match kind {
        Kind::Never(_) | Kind::Json => "any",
        Kind::AnyObject => "map",
        Kind::Boolean => "boolean",
        Kind::True => {
            info.allowed = Some(vec!["true"]);
            "boolean"
        }
        Kind::Integer(range) | Kind::Number(range) => {
            info.minimum = Some(range.min.into()).filter(|_| range.min > i32::MIN);
            info.maximum = Some(range.max.into()).filter(|_| range.max < i32::MAX);
            info.above = range.above;
            if matches!(kind, Kind::Integer(_)) { "integer" } else { "number" }
        }
        Kind::Text(text) => {
            info.secret = text.secret;
            info.min_length = above_zero(text.min);
            info.max_length = below_all(text.max);
            info.format = text.format.map(|format| format.name);
            info.example = text.format.map(|format| format.example);
            "text"
        }
        Kind::Id { .. } => "id",
        Kind::Choice(words) => {
            info.allowed = Some(words.to_vec());
            "choice"
        }
        Kind::List(list) => {
            info.item = Some(Box::new(self::kind(list.item)));
            info.min_length = above_zero(list.min);
            info.max_length = below_all(list.max);
            "list"
        }
        Kind::Map(item) => {
            info.item = Some(Box::new(self::kind(item)));
            "map"
        }
        Kind::File(upload) => {
            info.max_length = Some(upload.max_bytes);
            "file"
        }
        Kind::Object(_) | Kind::Union(_) | Kind::AnyOf(_) => {
            info.fields = Some(inner(kind, true)).filter(|fields| !fields.is_empty());
            if info.fields.is_some() { "object" } else { "any" }
        }
    };
    info
}

impl FieldInfo {
    /// Whether two variants mean the same field.
    fn is_like(&self, other: &Self) -> bool {
        self.name == other.name
            && self.doc == other.doc
            && self.required == other.required
            && self.kind == other.kind
            && self.fields.is_none()
            && other.fields.is_none()
    }
}

fn above_zero(min: u32) -> Option<u32> {
    Some(min).filter(|&min| min > 0)
}

fn below_all(max: u32) -> Option<u32> {
    Some(max).filter(|&max| max < u32::MAX)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn describes_the_fields_inside() {
        let operation = crate::api::find("createInventorySource").unwrap();
        let all = fields(operation);
        let auth: Vec<_> = all.iter().filter(|field| field.name == "auth").collect();
        let is = |field: &&FieldInfo| field.when.as_ref().unwrap().is.clone();
        assert_eq!(auth.iter().map(is).collect::<Vec<_>>(), [["API_KEY"], ["BASIC_AUTH"], ["JWT"]]);
        let tag = all.iter().find(|field| field.name == "authenticationType").unwrap();
        assert_eq!(tag.doc, "How the agent wants to be authenticated");
        let inner: Vec<_> = auth[0]
            .fields
            .as_ref()
            .unwrap()
            .iter()
            .map(|field| (field.name, field.secret, field.when.is_some()))
            .collect();
        assert_eq!(inner, [("type", false, false), ("token", true, false)]);
        let only_one = auth[2].fields.as_ref().unwrap();
        assert!(only_one.iter().all(|field| field.when.is_none()), "nothing to decide where one form is left");
        let name = all.iter().find(|field| field.name == "name").unwrap();
        assert_eq!(
            (name.required, name.min_length, name.max_length, name.r#in),
            (true, Some(1), Some(255), Some("body"))
        );
    }

    #[test]
    fn describes_what_applies_without_the_tag() {
        let all = fields(crate::api::find("updateInventorySource").unwrap());
        let auth = all.iter().find(|field| field.when.as_ref().is_some_and(|when| when.absent)).unwrap();
        assert_eq!((auth.name, auth.required, auth.doc), ("auth", false, "A new credential for the present way"));
        let inner: Vec<_> = auth.fields.as_ref().unwrap().iter().map(|field| field.name).collect();
        assert_eq!(inner[..5], ["type", "token", "username", "password", "privateKey"]);
        let allowed = auth.fields.as_ref().unwrap()[0].allowed.clone().unwrap();
        assert_eq!(allowed, ["bearer", "apikey", "api_key", "basic", "jwt"]);
    }

    #[test]
    fn every_field_says_what_it_is_for() {
        fn documented(fields: &[FieldInfo], place: &str) {
            for field in fields {
                assert!(!field.doc.is_empty(), "{place}.{}", field.name);
                let item = field.item.iter().filter_map(|item| item.fields.as_deref());
                for inner in field.fields.as_deref().into_iter().chain(item) {
                    documented(inner, &format!("{place}.{}", field.name));
                }
            }
        }
        for operation in crate::api::all() {
            documented(&fields(operation), operation.names.id);
        }
    }
}
