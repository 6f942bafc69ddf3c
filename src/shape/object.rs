//! Objects: fields, and unions in which a tag decides about the fields.

use super::{Field, Kind, Rule};

/// An object.
#[derive(Debug)]
pub struct Object {
    /// The name of the Rust and TypeScript type, for the reference pages.
    #[cfg(feature = "describe")]
    pub name: &'static str,
    pub fields: &'static [Field],
    /// Other objects or unions whose fields stand among these.
    pub parts: &'static [Part],
    /// What ties fields together.
    pub rules: &'static [Rule],
    /// Whether the service refuses fields of other names; otherwise they pass through.
    pub closed: bool,
}

/// An object or union whose fields stand among the fields of another object.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub kind: &'static Kind,
    /// For a union: whether its tag must be there.
    pub required: bool,
}

/// An object in which one field, the tag, decides which other fields there are.
#[derive(Debug)]
pub struct Union {
    pub tag: &'static str,
    pub variants: &'static [Variant],
    /// One line for the person who chooses: the doc comment up to its first full stop or semicolon.
    #[cfg(feature = "describe")]
    pub line: &'static str,
    /// What may be there as long as the tag is left out, where it may be.
    #[cfg(feature = "describe")]
    pub untagged: &'static [Field],
}

/// The fields that come with one value of the tag.
#[derive(Debug)]
pub struct Variant {
    pub value: &'static str,
    pub object: &'static Object,
}

impl Object {
    /// An object. The name is kept only where it is described.
    pub const fn new(
        _name: &'static str,
        fields: &'static [Field],
        parts: &'static [Part],
        rules: &'static [Rule],
        closed: bool,
    ) -> Self {
        Self {
            #[cfg(feature = "describe")]
            name: _name,
            fields,
            parts,
            rules,
            closed,
        }
    }

    /// The field of this name, among the object's own and those of its plain parts; not those that depend on a tag.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let own = self.fields.iter().find(|field| field.name() == name);
        own.or_else(|| self.parts.iter().find_map(|part| part.as_object()?.field(name)))
    }

    /// The unions among the parts, with whether their tag is required.
    pub fn unions(&self) -> impl Iterator<Item = (&'static Union, bool)> {
        self.parts.iter().filter_map(|part| match part.kind {
            Kind::Union(union) => Some((*union, part.required)),
            _ => None,
        })
    }

    /// Visits every field that can occur, those that depend on a tag included.
    pub fn each_field(&self, visit: &mut dyn FnMut(&'static Field)) {
        self.fields.iter().for_each(&mut *visit);
        for part in self.parts {
            match part.kind {
                Kind::Object(object) => object.each_field(visit),
                Kind::Union(union) => union.variants.iter().for_each(|variant| variant.object.each_field(visit)),
                _ => {}
            }
        }
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
    /// A union. What is for people only is kept only where it is described.
    pub const fn new(
        tag: &'static str,
        variants: &'static [Variant],
        _line: &'static str,
        _untagged: &'static [Field],
    ) -> Self {
        Self {
            tag,
            variants,
            #[cfg(feature = "describe")]
            line: _line,
            #[cfg(feature = "describe")]
            untagged: _untagged,
        }
    }

    /// The variant of this tag value.
    pub fn variant(&self, value: &str) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.value == value)
    }

    /// The values that the tag may have.
    pub fn values(&self) -> Vec<&'static str> {
        self.variants.iter().map(|variant| variant.value).collect()
    }
}
