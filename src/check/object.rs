//! Objects, and unions whose tag decides about the fields.

use std::borrow::Cow;

use crate::json::{Reader, Text as JsonText, Type};
use crate::shape::{Field, Kind, Member, Object, Problem, Rule, Union, Value, Variant};

use super::issue::Severity;
use super::near::near;
use super::scalar::not_in_list;
use super::walk::{Place, Walk, Walked};
use super::wording::listed;

/// An object without fields of its own: what a union is, seen as an object.
static NOTHING: Object = Object::new("", &[], &[], &[], false);

/// What a union's tag decided.
#[derive(Clone, Copy)]
struct Decision {
    union: &'static Union,
    variant: Option<&'static Variant>,
    /// Whether the union's fields stand among the fields of another object.
    part: bool,
}

impl<'t> Walk<'t> {
    pub(super) fn object(&mut self, object: &'static Object) -> Walked {
        if self.is(Type::Object, "an object")? { self.members_of(object, None).map(drop) } else { Ok(()) }
    }

    pub(super) fn union(&mut self, union: &'static Union) -> Walked {
        if self.is(Type::Object, "an object")? { self.members_of(&NOTHING, Some(union)).map(drop) } else { Ok(()) }
    }

    /// Walks the members of the object at the cursor and gives them.
    pub(super) fn members_of(
        &mut self,
        object: &'static Object,
        union: Option<&'static Union>,
    ) -> Walked<Vec<Member<'t>>> {
        let base = self.members.len();
        let mut more = self.reader.enter(Type::Object)?;
        while more {
            self.member(object, base)?;
            more = self.reader.next(Type::Object)?;
        }
        let own = union.map(|union| (union, true, false));
        let parts = object.unions().map(|(union, required)| (union, required, true));
        let mut decisions = Vec::new();
        for (union, required, part) in own.into_iter().chain(parts) {
            decisions.push(self.decide(union, required, part, base)?);
        }
        let meant = self.unknown(object, &decisions, base);
        self.missing(object, &decisions, &meant, base);
        self.known.truncate(base);
        let members = self.members.split_off(base);
        self.rules(object, &members, !meant.is_empty());
        for variant in decisions.iter().filter_map(|decision| decision.variant) {
            self.rules(variant.object, &members, false);
        }
        Ok(members)
    }

    /// Reads one member; its value is checked at once unless it may depend on a tag.
    fn member(&mut self, object: &'static Object, base: usize) -> Walked {
        let name = self.reader.name()?;
        let start = self.reader.position();
        let field = find(object, name);
        let errors = self.error_count();
        match field {
            Some(field) if self.find(field.name(), base).is_some() => {
                self.error_at(Place::Field(field.name()), Problem::Duplicate { first: None });
                self.reader.skip()?;
            }
            Some(field) => self.within(Place::Field(field.name()), |walk| walk.field(field))?,
            None => {
                self.reader.skip()?;
            }
        }
        let valid = self.error_count() == errors;
        self.members.push(Member { name, span: start..self.reader.position(), valid });
        self.known.push(field.is_some());
        Ok(())
    }

    /// The index of the member of this name.
    fn find(&self, name: &str, base: usize) -> Option<usize> {
        (base..self.members.len()).find(|&index| self.members[index].name.is(name))
    }

    /// Looks at the tag, and walks the members that its value brings along.
    fn decide(&mut self, union: &'static Union, required: bool, part: bool, base: usize) -> Walked<Decision> {
        let tag = self.find(union.tag, base);
        let variant = match tag {
            Some(index) => self.variant(union, index),
            None => {
                if required {
                    self.error_at(Place::Field(union.tag), Problem::Required { when: Cow::Borrowed("") });
                }
                None
            }
        };
        for index in base..self.members.len() {
            if self.known[index] {
                continue;
            }
            let errors = self.error_count();
            match variant {
                Some(variant) => self.dependent(union, variant, index)?,
                None => self.undecided(union, index, tag.is_none(), required)?,
            }
            self.members[index].valid = self.error_count() == errors;
        }
        Ok(Decision { union, variant, part })
    }

    /// The variant that the tag's value names.
    fn variant(&mut self, union: &'static Union, index: usize) -> Option<&'static Variant> {
        self.known[index] = true;
        let value = Value::new(self.text, self.members[index].span.clone());
        let problem = match value.text() {
            Some(word) => match union.variant(&word) {
                Some(variant) => return Some(variant),
                None => not_in_list(&word, union.values()),
            },
            None => Problem::WrongType { expected: "text", null: value.kind() == Some(Type::Null) },
        };
        self.error_at(Place::Field(union.tag), problem);
        None
    }

    /// A member beside a tag that is known.
    fn dependent(&mut self, union: &'static Union, variant: &'static Variant, index: usize) -> Walked {
        let Member { name, span, .. } = self.members[index].clone();
        if let Some(field) = find(variant.object, name) {
            self.known[index] = true;
            let value = Value::new(self.text, span.clone());
            if let Some(must) = belongs_elsewhere(&value, field, union, variant) {
                self.error_at(Place::Field(field.name()), Problem::WrongVariant { must: must.into() });
                return Ok(());
            }
            return self.revisit(Place::Field(field.name()), span, field);
        }
        if let Some(field) = union.variants.iter().find_map(|other| find(other.object, name)) {
            self.known[index] = true;
            let must = ["be left out when ", union.tag, " is ", variant.value].concat();
            self.error_at(Place::Field(field.name()), Problem::Conflict { must: must.into() });
        }
        Ok(())
    }

    /// A member beside a tag that is missing or wrong: no second complaint about what depends on it. When the tag is
    /// missing, the value is still checked if it tells by itself which variant it belongs to; and where the tag may be
    /// missing, it has to.
    fn undecided(&mut self, union: &'static Union, index: usize, missing: bool, required: bool) -> Walked {
        let Member { name, span, .. } = self.members[index].clone();
        let fields = union.variants.iter().filter_map(|variant| find(variant.object, name));
        let fields: Vec<_> = fields.filter(|field| as_union(field.kind()).is_some()).collect();
        self.known[index] = union.variants.iter().any(|variant| find(variant.object, name).is_some());
        let value = Value::new(self.text, span.clone());
        let kinds: Vec<_> = fields.iter().map(|field| field.kind()).collect();
        match fields.first().filter(|_| missing) {
            Some(field) if !required || kinds.iter().any(|kind| admits(kind, &value)) => {
                let here = std::mem::replace(&mut self.reader, Reader::at(self.text, span.start));
                let walked = self.within(Place::Field(field.name()), |walk| walk.any_of(&kinds));
                self.reader = here;
                walked
            }
            _ => Ok(()),
        }
    }

    /// Complains about members that nothing knows. Gives the names that were probably meant.
    fn unknown(&mut self, object: &'static Object, decisions: &[Decision], base: usize) -> Vec<&'static str> {
        let mut meant = Vec::new();
        for index in base..self.members.len() {
            let name = self.members[index].name;
            if self.known[index] || is_explained(object, name) {
                continue;
            }
            let known = names(object, decisions);
            // A field that is there already was hardly meant a second time, unless the spelling alone differs.
            let mut absent = known.clone();
            absent.retain(|known| self.find(known, base).is_none());
            let name_value = name.value();
            let suggestion = near(&name_value, &absent, false).or_else(|| near(&name_value, &known, true));
            meant.extend(suggestion);
            let closed = object.closed;
            let severity = if closed || suggestion.is_some() { Severity::Error } else { Severity::Warning };
            self.within(Place::Key(name), |walk| walk.issue(severity, Problem::UnknownField { suggestion, closed }));
        }
        meant
    }

    /// Complains about required fields that are not there, unless another complaint says why.
    fn missing(&mut self, object: &'static Object, decisions: &[Decision], meant: &[&str], base: usize) {
        let plain = object.parts.iter().filter_map(|part| part.as_object());
        for object in std::iter::once(object).chain(plain) {
            self.missing_fields(object, Cow::Borrowed(""), meant, base);
        }
        for decision in decisions {
            let Some(variant) = decision.variant else { continue };
            let when = if decision.part {
                Cow::Owned(["when ", decision.union.tag, " is ", variant.value].concat())
            } else {
                Cow::Borrowed("")
            };
            self.missing_fields(variant.object, when, meant, base);
        }
    }

    fn missing_fields(&mut self, object: &'static Object, when: Cow<'static, str>, meant: &[&str], base: usize) {
        for field in object.fields.iter().filter(|field| field.required()) {
            if self.find(field.name(), base).is_none() && !meant.contains(&field.name()) {
                self.error_at(Place::Field(field.name()), Problem::Required { when: when.clone() });
            }
        }
    }

    /// A value that may have one of several kinds: it is checked as the one it looks like.
    pub(super) fn any_of(&mut self, kinds: &[&'static Kind]) -> Walked {
        let start = self.reader.position();
        let span = self.reader.clone().skip()?;
        let value = Value::new(self.text, start.max(span.start)..span.end);
        if let Some(kind) = kinds.iter().find(|kind| admits(kind, &value)) {
            return self.value(kind);
        }
        let unions: Vec<_> = kinds.iter().filter_map(|kind| as_union(kind)).collect();
        match value.object().zip(unions.first()) {
            Some((object, first)) => {
                let problem = match object.get(first.tag).map(|tag| tag.text()) {
                    Some(Some(word)) => not_in_list(&word, unions.iter().flat_map(|union| union.values()).collect()),
                    Some(None) => Problem::WrongType { expected: "text", null: false },
                    None => Problem::Required { when: Cow::Borrowed("") },
                };
                self.error_at(Place::Field(first.tag), problem);
            }
            None => {
                let null = value.kind() == Some(Type::Null);
                self.error(Problem::WrongType { expected: noun(kinds), null });
            }
        }
        self.reader.skip().map(drop)
    }
}

fn find(object: &'static Object, name: JsonText<'_>) -> Option<&'static Field> {
    let own = object.fields.iter().find(|field| name.is(field.name()));
    own.or_else(|| object.parts.iter().find_map(|part| find(part.as_object()?, name)))
}

/// Whether a rule says what is wrong with the name, better than "no such field".
fn is_explained(object: &Object, name: JsonText<'_>) -> bool {
    let explains = |rule: &Rule| matches!(rule, Rule::Forbidden(known, _) | Rule::Mistaken(known, _) if name.is(known));
    object.rules.iter().any(explains)
}

/// Every name that can occur in the object.
fn names(object: &'static Object, decisions: &[Decision]) -> Vec<&'static str> {
    let mut names = Vec::new();
    object.each_field(&mut |field| names.push(field.name()));
    for decision in decisions {
        names.push(decision.union.tag);
        for variant in decision.union.variants {
            variant.object.each_field(&mut |field| names.push(field.name()));
        }
    }
    names
}

/// When a value has the form that another variant's field of the same name wants, what it should have instead.
fn belongs_elsewhere(value: &Value<'_>, field: &Field, union: &Union, variant: &Variant) -> Option<String> {
    let own = as_union(field.kind())?;
    let word = value.object()?.text(own.tag)?;
    let elsewhere = |other: &Variant| other.object.field(field.name()).is_some_and(|field| admits(field.kind(), value));
    let wrong = own.variant(&word).is_none() && union.variants.iter().any(elsewhere);
    let values = own.values();
    let must = ["have ", own.tag, " ", &listed(&values, "or"), " when ", union.tag, " is ", variant.value];
    wrong.then(|| must.concat())
}

/// Whether a value looks like a kind: by its JSON type, or for a union by its tag.
fn admits(kind: &Kind, value: &Value<'_>) -> bool {
    let wanted = match kind {
        Kind::Never(_) => return false,
        Kind::Json => return true,
        Kind::Union(union) => {
            let word = value.object().and_then(|object| object.text(union.tag));
            return word.is_some_and(|word| union.variant(&word).is_some());
        }
        Kind::AnyOf(kinds) => return kinds.iter().any(|kind| admits(kind, value)),
        Kind::Id { .. } => return matches!(value.kind(), Some(Type::Text | Type::Number)),
        Kind::Boolean | Kind::True => Type::Boolean,
        Kind::Integer(_) | Kind::Number(_) => Type::Number,
        Kind::Text(_) | Kind::Choice(_) => Type::Text,
        Kind::List(_) => Type::Array,
        Kind::AnyObject | Kind::Map(_) | Kind::Object(_) | Kind::File(_) => Type::Object,
    };
    value.kind() == Some(wanted)
}

fn as_union(kind: &Kind) -> Option<&'static Union> {
    match kind {
        Kind::Union(union) => Some(union),
        _ => None,
    }
}

/// What a sentence calls a choice of kinds.
fn noun(kinds: &[&Kind]) -> &'static str {
    let has = |wanted: fn(&Kind) -> bool| kinds.iter().any(|kind| wanted(kind));
    match (has(|kind| matches!(kind, Kind::Text(_) | Kind::Choice(_))), has(|kind| matches!(kind, Kind::Integer(_)))) {
        (true, true) => "text or a whole number",
        (true, false) => "text",
        (false, true) => "a whole number",
        (false, false) => "an object",
    }
}
