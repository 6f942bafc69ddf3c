//! Objects, and unions whose tag decides about the fields.

use std::borrow::Cow;

use crate::json::{Text as JsonText, Type};
use crate::shape::{Field, Kind, Member, Object, Phrase, Problem, Rule, Union, Value, Variant};

use super::issue::Severity;
use super::near::Near;
use super::scalar::not_in_list;
use super::walk::{Place, Walk, Walked};
use super::wording::listed;

/// An object without fields of its own: what a union is, seen as an object.
static NOTHING: Object = Object::new("", &[], &[], &[], false);

/// A union that decides about an object's fields. The object is the union, or has it as a part; no object has two.
#[derive(Clone, Copy)]
struct Decider {
    union: &'static Union,
    /// Whether the tag must be there.
    required: bool,
    /// Whether the object has other fields besides.
    part: bool,
}

impl<'t> Walk<'t> {
    /// Walks the object at the cursor. Its members stay behind for whoever takes them.
    pub(super) fn object_at(&mut self, object: &'static Object) -> Walked {
        let part = object.unions().next().map(|(union, required)| Decider { union, required, part: true });
        self.members_of(object, part)
    }

    pub(super) fn object(&mut self, object: &'static Object) -> Walked {
        let base = self.members.len();
        self.object_at(object)?;
        self.members.truncate(base);
        Ok(())
    }

    pub(super) fn union(&mut self, union: &'static Union) -> Walked {
        let base = self.members.len();
        self.members_of(&NOTHING, Some(Decider { union, required: true, part: false }))?;
        self.members.truncate(base);
        Ok(())
    }

    fn members_of(&mut self, object: &'static Object, decider: Option<Decider>) -> Walked {
        let base = self.members.len();
        let mut seen = Seen::default();
        let mut more = self.reader.enter(Type::Object)?;
        while more {
            self.member(object, base, &mut seen)?;
            more = self.reader.next(Type::Object)?;
        }
        let variant = match decider {
            Some(decider) => self.decide(decider, base)?,
            None => None,
        };
        let meant = self.unknown(object, decider, base);
        self.missing(object, &seen, "", &meant, base);
        if let (Some(decider), Some(variant)) = (decider, variant) {
            let when = if decider.part { [WHEN, decider.union.tag, IS, variant.value].concat() } else { String::new() };
            self.missing(variant.object, &Seen::default(), &when, &meant, base);
        }
        self.known.truncate(base);
        // The rules look at the members while they add issues.
        let members = std::mem::take(&mut self.members);
        let own = members.get(base..).unwrap_or_default();
        self.rules(object, own, &meant);
        if let Some(variant) = variant {
            self.rules(variant.object, own, &meant);
        }
        self.members = members;
        Ok(())
    }

    /// Reads one member; its value is checked at once unless it may depend on a tag.
    fn member(&mut self, object: &'static Object, base: usize, seen: &mut Seen) -> Walked {
        let name = self.reader.name()?;
        let start = self.reader.position();
        let own = seen.next_of(object, name);
        let field = own.and_then(|index| object.fields.get(index)).or_else(|| find_in_parts(object, name));
        let errors = self.error_count();
        let again = match own {
            Some(index) => seen.add(index),
            None => field.is_some_and(|field| self.find(field.name(), base).is_some()),
        };
        match field {
            Some(field) if again => {
                self.error_at(Place::Field(field.name()), Problem::Duplicate { first: None });
                self.familiar = false;
                self.reader.skip()?;
            }
            Some(field) => self.within(Place::Field(field.name()), |walk| walk.field(field))?,
            None => {
                self.familiar = false;
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

    /// Looks at the tag, and walks the members that its value brings along. Gives the variant that the tag names.
    fn decide(&mut self, decider: Decider, base: usize) -> Walked<Option<&'static Variant>> {
        let tag = self.find(decider.union.tag, base);
        if tag.is_none() && decider.required {
            self.required(decider.union.tag, "");
        }
        let variant = tag.and_then(|index| self.variant(decider.union, index));
        for index in base..self.members.len() {
            if self.known[index] {
                continue;
            }
            let Member { name, span, .. } = &self.members[index];
            let (name, value) = (*name, Value::new(self.text, span.clone()));
            let errors = self.error_count();
            self.known[index] = match variant {
                Some(variant) => self.dependent(decider.union, variant, name, &value)?,
                None => self.undecided(decider, name, &value, tag.is_none())?,
            };
            self.members[index].valid = self.error_count() == errors;
        }
        Ok(variant)
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
            None => Problem::WrongType { expected: Cow::Borrowed("text"), null: value.kind() == Some(Type::Null) },
        };
        self.error_at(Place::Field(union.tag), problem);
        None
    }

    /// A member beside a tag that is known; tells whether the union knows the member.
    fn dependent(
        &mut self,
        union: &'static Union,
        variant: &'static Variant,
        name: JsonText<'t>,
        value: &Value<'t>,
    ) -> Walked<bool> {
        if let Some(field) = find(variant.object, name) {
            match belongs_elsewhere(value, field, union, variant) {
                Some(must) => self.error_at(Place::Field(field.name()), Problem::WrongVariant { must: must.into() }),
                None => self.revisit(value, field)?,
            }
            return Ok(true);
        }
        let other = union.variants.iter().find_map(|other| find(other.object, name));
        if let Some(field) = other {
            let must = ["be left out when ", union.tag, IS, variant.value].concat();
            self.error_at(Place::Field(field.name()), Problem::Conflict { must: must.into() });
        }
        Ok(other.is_some())
    }

    /// A member beside a tag that is missing or wrong: no second complaint about what depends on it. When the tag is
    /// missing, the value is still checked if it tells by itself which variant it belongs to; and where the tag may be
    /// missing, it has to.
    fn undecided(&mut self, decider: Decider, name: JsonText<'t>, value: &Value<'t>, missing: bool) -> Walked<bool> {
        let mut known = None;
        let mut unions = Vec::new();
        for variant in decider.union.variants {
            let Some(field) = find(variant.object, name) else { continue };
            known = Some(field);
            let Some(union) = as_union(field.kind()).filter(|_| missing) else { continue };
            if admits(field.kind(), value) {
                self.revisit(value, field)?;
                return Ok(true);
            }
            unions.push(union);
        }
        if let Some(field) = known.filter(|_| !decider.required && !unions.is_empty()) {
            self.within(Place::Field(field.name()), |walk| walk.none_of(&unions, value, Cow::Borrowed("an object")));
        }
        Ok(known.is_some())
    }

    /// Complains about members that nothing knows. Gives the names that were probably meant.
    fn unknown(&mut self, object: &'static Object, decider: Option<Decider>, base: usize) -> Vec<&'static str> {
        let mut meant = Vec::new();
        for index in base..self.members.len() {
            let name = self.members[index].name;
            if self.known[index] {
                continue;
            }
            if let Some(rule) = explanation(object, name) {
                if let Rule::Mistaken(_, right) = rule {
                    meant.push(*right);
                }
                continue;
            }
            let mut near = Near::new(&name.value());
            // A field that is there already was hardly meant a second time, unless the spelling alone differs.
            each_name(object, decider, &mut |known| near.consider(known, self.find(known, base).is_some()));
            let suggestion = near.found();
            meant.extend(suggestion);
            let closed = object.closed;
            let severity = if closed || suggestion.is_some() { Severity::Error } else { Severity::Warning };
            self.within(Place::Key(name), |walk| walk.issue(severity, Problem::UnknownField { suggestion, closed }));
        }
        meant
    }

    /// Complains about required fields that are not there, unless another complaint says why.
    fn missing(&mut self, object: &'static Object, seen: &Seen, when: &str, meant: &[&str], base: usize) {
        for (index, field) in object.fields.iter().enumerate() {
            if !field.required() || seen.has(index) {
                continue;
            }
            if self.find(field.name(), base).is_none() && !meant.contains(&field.name()) {
                self.required(field.name(), when);
            }
        }
        for part in object.parts {
            if let Kind::Object(object) = part.kind {
                self.missing(object, &Seen::default(), when, meant, base);
            }
        }
    }

    /// Complains that a field is missing; `when` is empty or says when it is needed.
    pub(super) fn required(&mut self, name: &'static str, when: &str) {
        self.error_at(Place::Field(name), Problem::Required { when: when.to_owned().into() });
    }

    /// A value that may have one of several kinds: it is checked as the one it looks like.
    pub(super) fn any_of(&mut self, kinds: &[&'static Kind]) -> Walked {
        let span = self.reader.clone().skip()?;
        let value = Value::new(self.text, span);
        if let Some(kind) = kinds.iter().find(|kind| admits(kind, &value)) {
            return self.value(kind);
        }
        let unions: Vec<_> = kinds.iter().filter_map(|kind| as_union(kind)).collect();
        self.none_of(&unions, &value, nouns(kinds).into());
        self.familiar = false;
        self.reader.skip().map(drop)
    }

    /// Complains about a value that is of none of these unions; `expected` is what it should be when it is no object.
    fn none_of(&mut self, unions: &[&'static Union], value: &Value<'_>, expected: Phrase) {
        let Some((object, first)) = value.object().zip(unions.first()) else {
            return self.error(Problem::WrongType { expected, null: value.kind() == Some(Type::Null) });
        };
        let problem = match object.get(first.tag).map(|tag| tag.text()) {
            Some(Some(word)) => not_in_list(&word, unions.iter().flat_map(|union| union.values()).collect()),
            Some(None) => Problem::WrongType { expected: Cow::Borrowed("text"), null: false },
            None => Problem::Required { when: Cow::Borrowed("") },
        };
        self.error_at(Place::Field(first.tag), problem);
    }
}

/// How a sentence says that a tag decides.
const WHEN: &str = "when ";
const IS: &str = " is ";

/// Which of an object's own fields have been there: no name is looked up twice. Of more than 64 fields, the others are.
#[derive(Default)]
struct Seen {
    fields: u64,
    /// The index behind the last one: most objects come in the order of the declaration.
    next: usize,
}

impl Seen {
    /// The index of the object's own field of this name.
    fn next_of(&mut self, object: &'static Object, name: JsonText<'_>) -> Option<usize> {
        let is = |index: &usize| object.fields.get(*index).is_some_and(|field| name.is(field.name()));
        let index = (self.next..object.fields.len()).chain(0..self.next).find(is)?;
        self.next = index + 1;
        Some(index)
    }

    /// Notes a field, and tells whether it was there before.
    fn add(&mut self, index: usize) -> bool {
        let before = self.has(index);
        self.fields |= 1u64.checked_shl(index as u32).unwrap_or_default();
        before
    }

    fn has(&self, index: usize) -> bool {
        self.fields & 1u64.checked_shl(index as u32).unwrap_or_default() != 0
    }
}

fn find(object: &'static Object, name: JsonText<'_>) -> Option<&'static Field> {
    object.fields.iter().find(|field| name.is(field.name())).or_else(|| find_in_parts(object, name))
}

fn find_in_parts(object: &'static Object, name: JsonText<'_>) -> Option<&'static Field> {
    object.parts.iter().find_map(|part| find(part.as_object()?, name))
}

/// The rule that says what is wrong with the name, better than "no such field".
fn explanation(object: &'static Object, name: JsonText<'_>) -> Option<&'static Rule> {
    let explains =
        |rule: &&Rule| matches!(rule, Rule::Forbidden(known, _) | Rule::Mistaken(known, _) if name.is(known));
    object.rules.iter().find(explains)
}

/// Visits every name that can occur in the object.
fn each_name(object: &'static Object, decider: Option<Decider>, visit: &mut dyn FnMut(&'static str)) {
    object.each_field(&mut |field| visit(field.name()));
    if let Some(Decider { union, .. }) = decider {
        visit(union.tag);
        for variant in union.variants {
            variant.object.each_field(&mut |field| visit(field.name()));
        }
    }
}

/// When a value has the form that another variant's field of the same name wants, what it should have instead.
fn belongs_elsewhere(value: &Value<'_>, field: &Field, union: &Union, variant: &Variant) -> Option<String> {
    let own = as_union(field.kind())?;
    let word = value.object()?.text(own.tag)?;
    let elsewhere = |other: &Variant| other.object.field(field.name()).is_some_and(|field| admits(field.kind(), value));
    let wrong = own.variant(&word).is_none() && union.variants.iter().any(elsewhere);
    let values = own.values();
    let must = ["have ", own.tag, " ", &listed(&values, "or"), " ", WHEN, union.tag, IS, variant.value];
    wrong.then(|| must.concat())
}

/// Whether a value looks like a kind: by its JSON type, or for a union by its tag.
fn admits(kind: &Kind, value: &Value<'_>) -> bool {
    match kind {
        Kind::Never(_) => false,
        Kind::Json => true,
        Kind::Union(union) => {
            let word = value.object().and_then(|object| object.text(union.tag));
            word.is_some_and(|word| union.variant(&word).is_some())
        }
        Kind::AnyOf(kinds) => kinds.iter().any(|kind| admits(kind, value)),
        Kind::Id { .. } => matches!(value.kind(), Some(Type::Text | Type::Number)),
        _ => json_type(kind).map(|(wanted, _)| wanted) == value.kind(),
    }
}

/// The JSON type of a kind that has only one, and what a sentence calls it.
pub(super) fn json_type(kind: &Kind) -> Option<(Type, &'static str)> {
    Some(match kind {
        Kind::Never(_) | Kind::Json | Kind::Id { .. } | Kind::AnyOf(_) => return None,
        Kind::Boolean => (Type::Boolean, "true or false"),
        Kind::True => (Type::Boolean, "true"),
        Kind::Integer(_) => (Type::Number, "a whole number"),
        Kind::Number(_) => (Type::Number, "a number"),
        Kind::Text(_) | Kind::Choice(_) => (Type::Text, "text"),
        Kind::List(_) => (Type::Array, "a list"),
        Kind::File(_) => (Type::Object, "a file"),
        Kind::AnyObject | Kind::Map(_) | Kind::Object(_) | Kind::Union(_) => (Type::Object, "an object"),
    })
}

fn as_union(kind: &Kind) -> Option<&'static Union> {
    match kind {
        Kind::Union(union) => Some(union),
        _ => None,
    }
}

/// What a sentence calls a choice of kinds.
fn nouns(kinds: &[&Kind]) -> String {
    let mut nouns = Vec::new();
    for kind in kinds {
        let noun = if matches!(kind, Kind::Id { .. }) { Some("an id") } else { json_type(kind).map(|(_, noun)| noun) };
        nouns.extend(noun.filter(|noun| !nouns.contains(noun)));
    }
    listed(&nouns, "or")
}
