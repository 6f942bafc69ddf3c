//! One operation of the API: a row of the table.

use std::marker::PhantomData;

use super::{Field, Kind, Object, Shape, pieces};

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

/// What an operation answers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Nothing,
    Object,
    List,
    /// An object that holds what is listed, or the list itself: the documents show either.
    Page,
}

impl Answer {
    /// As the output type says, written as in Rust.
    const fn of(names: &Names) -> Self {
        match names.output.as_bytes() {
            b"()" => Self::Nothing,
            [b'V', b'e', b'c', b'<', ..] => Self::List,
            _ if names.each.is_some() => Self::Page,
            _ => Self::Object,
        }
    }
}

/// How many seconds to wait before asking again what became of something, where the service does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// In the first minute.
    pub first: u16,
    /// After it.
    pub later: u16,
}

impl Pace {
    /// For what the documents are silent about.
    pub const DEFAULT: Self = Self { first: 5, later: 15 };
}

/// An operation of the API.
#[derive(Debug)]
pub struct Operation {
    /// The path; a field's name in braces stands for its value.
    pub path: &'static str,
    pub method: Method,
    pub repeat: Repeat,
    pub answer: Answer,
    pub input: &'static Object,
    /// How patiently to ask again, where one waits for a change.
    pub pace: Pace,
    /// What it is called.
    #[cfg(feature = "describe")]
    pub names: Names,
}

/// What an operation is called, and what people should know.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The id, such as `createPropertyList`.
    pub id: &'static str,
    /// The property of the client that holds its method, such as `propertyLists`.
    pub resource: &'static str,
    /// The method's name as Rust writes it, such as `list_sync_history`.
    pub method: &'static str,
    /// The name that the vendor's documents use for it, such as `create_property_list`, where there is one.
    pub documented: Option<&'static str>,
    /// One sentence.
    pub summary: &'static str,
    /// The input type, as Rust writes it.
    pub input: &'static str,
    /// The output type, as Rust writes it; `()` for none.
    pub output: &'static str,
    /// The member of the output that holds what a list operation lists, where it is not the whole.
    pub each: Option<&'static str>,
    /// The list of the input that may be sent in several requests, as `events` or `audiences[].add`.
    pub parts: Option<&'static str>,
    /// Reads a payload into the output type, and says what does not fit.
    pub fits: fn(&str) -> Result<(), String>,
}

impl Names {
    /// What a list operation lists: the member of the output that holds it, empty where the output is the list.
    pub fn listed(self) -> Option<&'static str> {
        self.each.or(self.output.starts_with("Vec<").then_some(""))
    }

    /// The method's name as JavaScript writes it, such as `listSyncHistory`.
    pub fn camel_case_method(self) -> String {
        let mut words = self.method.split('_');
        let mut name = words.next().unwrap_or_default().to_owned();
        for word in words {
            let mut letters = word.chars();
            name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            name.push_str(letters.as_str());
        }
        name
    }
}

impl Operation {
    /// A row. Fails to compile when a name in the path's braces is not a field of the input. The names are kept only
    /// where they are described.
    pub const fn new(names: Names, path: &'static str, method: Method, repeat: Repeat, input: &'static Object) -> Self {
        let bytes = path.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'{' {
                let start = at + 1;
                while bytes[at] != b'}' {
                    at += 1;
                }
                assert!(has_field(input, bytes, start, at), "a name in the path's braces is not a field of the input");
            }
            at += 1;
        }
        Self {
            path,
            method,
            repeat,
            answer: Answer::of(&names),
            input,
            pace: Pace::DEFAULT,
            #[cfg(feature = "describe")]
            names,
        }
    }

    /// The same with another pace: so many seconds, and so many once a minute has passed.
    pub const fn every(mut self, first: u16, later: u16) -> Self {
        self.pace = Pace { first, later };
        self
    }

    /// Where a field of this name travels; unknown names go with the others.
    pub fn place(&self, name: &str) -> Place {
        if self.path_fields().any(|field| field == name) {
            Place::Path
        } else if self.method == Method::Get || self.input.field(name).is_some_and(Field::in_query) {
            Place::Query
        } else {
            Place::Body
        }
    }

    /// The names in the path's braces, in order.
    pub fn path_fields(&self) -> impl Iterator<Item = &'static str> {
        self.path_parts().filter_map(|(part, field)| field.then_some(part))
    }

    /// The parts of the path, each with whether it is a field's name in braces.
    pub fn path_parts(&self) -> impl Iterator<Item = (&'static str, bool)> {
        pieces(self.path)
    }

    /// Whether a body is sent: it is as soon as the input has a place for one, if only as `{}`.
    pub fn has_body(&self) -> bool {
        let mut body = false;
        self.input.each_field(&mut |field| body |= self.place(field.name()) == Place::Body);
        self.method != Method::Get && (body || self.input.unions().next().is_some())
    }

    /// The field that holds a file, when the body is a form and not JSON.
    pub fn file_field(&self) -> Option<&'static str> {
        let file = self.input.fields.iter().find(|field| matches!(field.kind(), Kind::File(_)));
        file.map(Field::name)
    }
}

const fn has_field(object: &Object, text: &[u8], start: usize, end: usize) -> bool {
    let mut index = 0;
    while index < object.fields.len() {
        if object.fields[index].is_named(text, start, end) {
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
