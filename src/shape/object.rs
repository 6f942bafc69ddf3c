//! Objects: fields, and unions in which a tag decides about the fields.

use super::{Kind, Rule};

/// An object.
#[derive(Debug)]
pub struct Object {
    /// The name of the Rust and TypeScript type.
    pub name: &'static str,
    pub fields: &'static [Field],
    /// Other objects or unions whose fields stand among these.
    pub parts: &'static [Part],
    /// What ties fields together.
    pub rules: &'static [Rule],
    /// Whether the service refuses fields of other names; otherwise they pass through.
    pub closed: bool,
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// The name in JSON, or in the path or query.
    pub name: &'static str,
    /// One line for the person who fills it in.
    pub doc: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// Whether `null` has a meaning of its own.
    pub nullable: bool,
    /// Whether it travels in the query string although the operation has a body.
    pub query: bool,
    /// Whether a list in the query string is one value with commas; otherwise the name is repeated.
    pub joined: bool,
    /// Whether everything inside is a credential that nothing may show.
    pub secret: bool,
    /// What the service assumes when it is left out.
    pub default: Option<&'static str>,
}

/// An object or union whose fields stand among the fields of another object.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub kind: Kind,
    /// For a union: whether its tag must be there.
    pub required: bool,
}

/// An object in which one field, the tag, decides which other fields there are.
#[derive(Debug)]
pub struct Union {
    pub tag: &'static str,
    pub variants: &'static [Variant],
}

/// The fields that come with one value of the tag.
#[derive(Debug)]
pub struct Variant {
    pub value: &'static str,
    pub object: &'static Object,
}

impl Object {
    /// The field of this name, among the object's own and those of its plain parts; not those that depend on a tag.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let own = self.fields.iter().find(|field| field.name == name);
        own.or_else(|| self.parts.iter().find_map(|part| part.as_object()?.field(name)))
    }

    /// The unions among the parts, with whether their tag is required.
    pub fn unions(&self) -> impl Iterator<Item = (&'static Union, bool)> {
        self.parts.iter().filter_map(|part| match part.kind {
            Kind::Union(union) => Some((union, part.required)),
            _ => None,
        })
    }

    /// Every field that can occur, each with the tag's value it depends on.
    pub fn all_fields(&self) -> Vec<(&'static Field, Option<&'static Variant>)> {
        let mut all: Vec<_> = self.fields.iter().map(|field| (field, None)).collect();
        for part in self.parts {
            match part.kind {
                Kind::Object(object) => all.extend(object.all_fields()),
                Kind::Union(union) => {
                    for variant in union.variants {
                        all.extend(variant.object.all_fields().into_iter().map(|(field, _)| (field, Some(variant))));
                    }
                }
                _ => {}
            }
        }
        all
    }
}

impl Part {
    /// The object, unless it is a union.
    pub fn as_object(&self) -> Option<&'static Object> {
        match self.kind {
            Kind::Object(object) => Some(object),
            _ => None,
        }
    }
}

impl Union {
    /// The variant of this tag value.
    pub fn variant(&self, value: &str) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.value == value)
    }

    /// The values that the tag may have.
    pub fn values(&self) -> impl Iterator<Item = &'static str> {
        self.variants.iter().map(|variant| variant.value)
    }
}
