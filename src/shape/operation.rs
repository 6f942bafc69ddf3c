//! One operation of the API: a row of the table.

use std::marker::PhantomData;

use super::{Kind, Object, Shape};

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    /// The name as HTTP writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Whether an operation may be sent again when it is unknown what became of the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing.
    Safe,
    /// Twice has the effect of once.
    Idempotent,
    /// Twice may have twice the effect.
    Once,
}

impl Repeat {
    /// The word used in `OperationInfo.repeat`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Idempotent => "idempotent",
            Self::Once => "once",
        }
    }
}

/// Where a field travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    Body,
}

impl Place {
    /// The word used in `FieldInfo.in`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
        }
    }
}

/// An operation of the API.
#[derive(Debug)]
pub struct Operation {
    /// The id, such as `createPropertyList`.
    pub id: &'static str,
    /// The name that the vendor's documents use for it, such as `create_property_list`, where there is one.
    pub documented: Option<&'static str>,
    /// The property of the client that holds its method, such as `propertyLists`.
    pub resource: &'static str,
    /// The method's name as Rust writes it, such as `list_sync_history`.
    pub name: &'static str,
    /// One sentence, with white space around it as a doc comment has.
    pub summary: &'static str,
    pub method: Method,
    /// The path; a field's name in braces stands for its value.
    pub path: &'static str,
    pub repeat: Repeat,
    pub input: &'static Object,
    /// The name of the input type.
    pub input_type: &'static str,
    /// The output type, as Rust writes it.
    pub output_type: &'static str,
}

impl Operation {
    /// A row. Fails to compile when a name in braces is not a field of the input.
    pub const fn new(row: Self) -> Self {
        let path = row.path.as_bytes();
        let mut at = 0;
        while at < path.len() {
            if path[at] == b'{' {
                let start = at + 1;
                while path[at] != b'}' {
                    at += 1;
                }
                assert!(
                    has_field(row.input, path, start, at),
                    "a name in the path's braces is not a field of the input"
                );
            }
            at += 1;
        }
        row
    }

    /// The method's name as JavaScript writes it, such as `listSyncHistory`.
    pub fn method_name(&self) -> String {
        let mut words = self.name.split('_');
        let mut name = words.next().unwrap_or_default().to_owned();
        for word in words {
            let (first, rest) = word.split_at(1);
            name.push_str(&first.to_ascii_uppercase());
            name.push_str(rest);
        }
        name
    }

    /// Where a field of this name travels; unknown names go with the others.
    pub fn place(&self, name: &str) -> Place {
        if self.path_fields().any(|field| field == name) {
            Place::Path
        } else if self.method == Method::Get || self.input.field(name).is_some_and(|field| field.query) {
            Place::Query
        } else {
            Place::Body
        }
    }

    /// The names in the path's braces, in order.
    pub fn path_fields(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
    }

    /// Whether a body is sent: it is as soon as the input has a place for one, if only as `{}`.
    pub fn has_body(&self) -> bool {
        let body = |name| self.place(name) == Place::Body;
        let union = |part: &super::Part| matches!(part.kind, Kind::Union(_));
        self.method != Method::Get
            && (self.input.all_fields().iter().any(|(field, _)| body(field.name)) || self.input.parts.iter().any(union))
    }

    /// The field that holds a file, when the body is a form and not JSON.
    pub fn file_field(&self) -> Option<&'static str> {
        let file = self.input.fields.iter().find(|field| matches!(field.kind, Kind::File(_)));
        file.map(|field| field.name)
    }
}

const fn has_field(object: &Object, text: &[u8], start: usize, end: usize) -> bool {
    let mut index = 0;
    while index < object.fields.len() {
        let name = object.fields[index].name.as_bytes();
        let mut same = name.len() == end - start;
        let mut at = 0;
        while same && at < name.len() {
            same = name[at] == text[start + at];
            at += 1;
        }
        if same {
            return true;
        }
        index += 1;
    }
    false
}

/// An operation together with the Rust types of its input and output.
#[derive(Debug)]
pub struct Endpoint<I, O> {
    operation: &'static Operation,
    types: PhantomData<fn(I) -> O>,
}

impl<I: Shape, O> Endpoint<I, O> {
    /// An endpoint for an operation of the table.
    pub const fn new(operation: &'static Operation) -> Self {
        Self { operation, types: PhantomData }
    }

    /// The row of the table.
    pub const fn operation(&self) -> &'static Operation {
        self.operation
    }
}
