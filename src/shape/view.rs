//! What a rule sees of the value it is about: members by name, read only when asked for.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::{Reader, Text, Type, part};

/// A member of an object that has been read: its name, where its value stands, and whether nothing is wrong with it.
#[derive(Debug, Clone)]
pub struct Member<'t> {
    pub name: Text<'t>,
    pub span: Range<usize>,
    pub valid: bool,
}

/// An object in JSON text.
#[derive(Debug, Clone)]
pub struct View<'v, 't> {
    text: &'t str,
    members: Cow<'v, [Member<'t>]>,
}

/// A value in JSON text.
#[derive(Debug, Clone)]
pub struct Value<'t> {
    text: &'t str,
    span: Range<usize>,
}

impl<'v, 't> View<'v, 't> {
    /// A view of members that have been read already.
    pub fn new(text: &'t str, members: &'v [Member<'t>]) -> Self {
        Self { text, members: Cow::Borrowed(members) }
    }

    /// Whether the member is there, be it null or wrong.
    pub fn given(&self, name: &str) -> bool {
        self.member(name).is_some()
    }

    /// Whether the member is there with a value other than a null that means something. A wrong value counts: it has its own
    /// issue.
    pub fn has(&self, name: &str) -> bool {
        let null = |value: Value<'_>| value.kind() == Some(Type::Null);
        self.given(name) && !self.get(name).is_some_and(null)
    }

    /// The value of a member, null included, unless it is a wrong scalar: that has its own issue, and a second one would
    /// not help. Of a list or an object in which something is wrong, the rest may be looked at.
    pub fn get(&self, name: &str) -> Option<Value<'t>> {
        let member = self.member(name)?;
        let value = Value { text: self.text, span: member.span.clone() };
        (member.valid || matches!(value.kind(), Some(Type::Array | Type::Object))).then_some(value)
    }

    /// Whether the member is there and nothing is wrong with it, on any level.
    pub fn is_sound(&self, name: &str) -> bool {
        self.member(name).is_some_and(|member| member.valid)
    }

    fn member(&self, name: &str) -> Option<&Member<'t>> {
        self.members.iter().rev().find(|member| member.name.is(name))
    }

    /// The member's text.
    pub fn text(&self, name: &str) -> Option<Cow<'t, str>> {
        self.get(name)?.text()
    }

    /// Whether the member is this text.
    pub fn is(&self, name: &str, text: &str) -> bool {
        let Some(value) = self.get(name) else { return false };
        match value.raw().as_bytes() {
            // Without escapes it means what is written: asked of each item of a long list.
            [b'"', plain @ .., b'"'] if plain.iter().all(|b| *b != b'\\') => plain == text.as_bytes(),
            _ => value.text().is_some_and(|value| value == text),
        }
    }

    /// The member's object.
    pub fn object(&self, name: &str) -> Option<View<'t, 't>> {
        self.get(name)?.object()
    }

    /// The member's items, none when it is no list.
    pub fn items(&self, name: &str) -> Vec<Value<'t>> {
        self.get(name).map(|value| value.items()).unwrap_or_default()
    }

    /// All members.
    pub fn members(&self) -> &[Member<'t>] {
        &self.members
    }
}

impl<'t> Value<'t> {
    /// A value at a place that has been read already.
    pub fn new(text: &'t str, span: Range<usize>) -> Self {
        Self { text, span }
    }

    /// The value as written.
    pub fn raw(&self) -> &'t str {
        part(self.text, self.span.clone())
    }

    /// Its JSON type.
    pub fn kind(&self) -> Option<Type> {
        self.reader().peek().ok()
    }

    /// The text, when it is one.
    pub fn text(&self) -> Option<Cow<'t, str>> {
        self.reader().text().ok().map(Text::value)
    }

    /// The number as written, when it is one.
    pub fn number(&self) -> Option<&'t str> {
        self.reader().number().ok()
    }

    /// The object, when it is one.
    pub fn object(&self) -> Option<View<'t, 't>> {
        let mut reader = self.reader();
        let mut members = Vec::new();
        let mut more = reader.enter(Type::Object).ok()?;
        while more {
            let name = reader.name().ok()?;
            let span = reader.skip().ok()?;
            members.push(Member { name, span, valid: true });
            more = reader.next(Type::Object).ok()?;
        }
        Some(View { text: self.text, members: Cow::Owned(members) })
    }

    /// The items, none when it is no list.
    pub fn items(&self) -> Vec<Value<'t>> {
        let mut reader = self.reader();
        let mut items = Vec::new();
        let mut more = reader.enter(Type::Array) == Ok(true);
        while more {
            let Ok(span) = reader.skip() else { break };
            items.push(Value { text: self.text, span });
            more = reader.next(Type::Array) == Ok(true);
        }
        items
    }

    /// A reader before the value.
    pub fn reader(&self) -> Reader<'t> {
        Reader::at(self.text, self.span.start)
    }
}
