//! Tells in one short pass that an item of a list is right, which most items are.
//!
//! It knows one answer, "beyond doubt"; whatever is wrong, seldom or remarkable is left to the walk, which says what it is.
//! The walk reads such an item again from its beginning. Everything small is inlined by hand: the client is compiled for
//! size, and a call for each byte would cost more than the bytes.

use crate::format::instant;
use crate::json::{end_of_plain, part, plain_text, same};
use crate::shape::{Inner, Kind, List, Member, Object, Problem, Range, Remarks, Rule, Text, View};

/// Reads items that are right.
pub(super) struct Fit<'t> {
    text: &'t str,
    at: usize,
    /// The members of all objects that are being read, the innermost last.
    members: Vec<Member<'t>>,
}

impl<'t> Fit<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, members: Vec::new() }
    }

    /// Where the value that begins at `at` ends, when it is of the kind beyond doubt.
    pub fn end(&mut self, at: usize, kind: &Kind) -> Option<usize> {
        self.at = at;
        self.members.clear();
        self.value(kind).then_some(self.at)
    }

    #[inline(always)]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    #[inline(always)]
    fn space(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    #[inline(always)]
    fn take(&mut self, byte: u8) -> bool {
        let taken = self.byte() == byte;
        self.at += usize::from(taken);
        taken
    }

    /// A string without escapes.
    #[inline(always)]
    fn string(&mut self) -> Option<&'t str> {
        if !self.take(b'"') {
            return None;
        }
        let start = self.at;
        self.at = end_of_plain(self.text.as_bytes(), start);
        let end = self.at;
        self.take(b'"').then(|| part(self.text, start..end))
    }

    /// The field of the name that stands here; most objects come in the order of the declaration.
    #[inline(always)]
    fn name(&mut self, object: &Object, next: usize) -> Option<(usize, &'static str)> {
        let rest = self.text.as_bytes().get(self.at..)?.strip_prefix(b"\"")?;
        for index in (next..object.fields.len()).chain(0..next) {
            let name = object.fields[index].name();
            if rest.get(name.len()) == Some(&b'"') && same(rest.get(..name.len())?, name.as_bytes()) {
                self.at += name.len() + 2;
                return Some((index, name));
            }
        }
        None
    }

    fn value(&mut self, kind: &Kind) -> bool {
        self.space();
        match kind {
            Kind::Text(text) => self.string().is_some_and(|value| fits_text(value, text)),
            Kind::Id { integer: false } => self.string().is_some_and(|value| !value.is_empty()),
            Kind::Choice(words) => {
                self.string().is_some_and(|value| words.iter().any(|word| same(word.as_bytes(), value.as_bytes())))
            }
            Kind::Number(range) => self.number(range, false),
            Kind::Integer(range) => self.number(range, true),
            Kind::Boolean => self.word("true") || self.word("false"),
            Kind::List(list) => self.list(list),
            Kind::Object(object) => self.object(object),
            _ => false,
        }
    }

    fn word(&mut self, word: &str) -> bool {
        let end = self.at + word.len();
        let found = self.text.as_bytes().get(self.at..end) == Some(word.as_bytes());
        self.at = if found { end } else { self.at };
        found
    }

    /// A number of at most nine digits before the point, and without an exponent.
    fn number(&mut self, range: &Range, whole: bool) -> bool {
        let negative = self.take(b'-');
        let (start, mut value) = (self.at, 0i32);
        while self.byte().is_ascii_digit() && self.at - start < 9 {
            value = value * 10 + i32::from(self.byte() - b'0');
            self.at += 1;
        }
        let zero_before_digits = value != 0 && self.text.as_bytes().get(start) == Some(&b'0');
        let bounded = range.min != i32::MIN || range.max != i32::MAX;
        if self.at == start || zero_before_digits || self.at - start > 1 && value == 0 || negative && bounded {
            return false;
        }
        if self.take(b'.') {
            let point = self.at;
            while self.byte().is_ascii_digit() {
                self.at += 1;
            }
            if whole || self.at == point {
                return false;
            }
        }
        let inside = !bounded || value > range.min && value < range.max || value == range.min && !range.above && whole;
        inside && !matches!(self.byte(), b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-')
    }

    fn list(&mut self, list: &List) -> bool {
        let mut count = 0;
        if !self.take(b'[') {
            return false;
        }
        self.space();
        if !self.take(b']') {
            loop {
                if !self.value(list.item) {
                    return false;
                }
                count += 1;
                self.space();
                if !self.take(b',') {
                    break;
                }
            }
            if !self.take(b']') {
                return false;
            }
        }
        (list.min..=list.max).contains(&count)
    }

    fn object(&mut self, object: &Object) -> bool {
        let base = self.members.len();
        if !object.parts.is_empty() || object.fields.len() > 64 || !self.take(b'{') {
            return false;
        }
        let (mut seen, mut next) = (0u64, 0);
        self.space();
        if !self.take(b'}') {
            loop {
                self.space();
                let Some((index, name)) = self.name(object, next) else { return false };
                self.space();
                if seen >> index & 1 == 1 || !self.take(b':') {
                    return false;
                }
                self.space();
                let start = self.at;
                let field = &object.fields[index];
                if field.secret() || !self.value(field.kind()) {
                    return false;
                }
                if !object.rules.is_empty() {
                    self.members.push(Member { name: plain_text(name), span: start..self.at, valid: true });
                }
                seen |= 1 << index;
                next = index + 1;
                self.space();
                if !self.take(b',') {
                    break;
                }
            }
            if !self.take(b'}') {
                return false;
            }
        }
        for (index, field) in object.fields.iter().enumerate() {
            if seen >> index & 1 == 0 && field.required() {
                return false;
            }
        }
        let right = object.rules.is_empty() || self.rules(object, base);
        self.members.truncate(base);
        right
    }

    /// Whether all rules are kept. Values that are null do not come here.
    fn rules(&self, object: &Object, base: usize) -> bool {
        let view = View::new(self.text, self.members.get(base..).unwrap_or_default());
        object.rules.iter().all(|rule| match rule {
            // Every member is a known field, and these are none.
            Rule::Forbidden(name, _) | Rule::Mistaken(name, _) => !view.given(name),
            Rule::AtLeastOneOf(names) => names.iter().any(|name| view.given(name)),
            Rule::Requires(field, needed) => !view.given(field) || view.given(needed),
            Rule::Before(first, second) => ordered(&view, first, second, false),
            Rule::NotAfter(first, second) => ordered(&view, first, second, true),
            Rule::Custom(custom) => {
                let mut found = Silence(true);
                (custom.check)(&view, &mut found);
                found.0
            }
            _ => false,
        })
    }
}

/// Hears whether anything is remarked.
struct Silence(bool);

impl Remarks for Silence {
    fn error(&mut self, _at: &[Inner<'_>], _problem: Problem) {
        self.0 = false;
    }

    fn warning(&mut self, _at: &[Inner<'_>], _problem: Problem) {
        self.0 = false;
    }
}

fn ordered(view: &View<'_, '_>, first: &str, second: &str, equal: bool) -> bool {
    let moment = |name| view.text(name).and_then(|text| instant(&text));
    let Some((start, end)) = moment(first).zip(moment(second)) else { return false };
    start < end || equal && start == end
}

/// A unit of UTF-16 takes one to three bytes of UTF-8.
#[inline(always)]
fn fits_text(value: &str, text: &Text) -> bool {
    let long_enough = text.min == 0 || value.len() / 3 >= text.min as usize || text.min == 1 && !value.is_empty();
    let fits = long_enough && value.len() <= text.max as usize && !text.secret;
    fits && text.format.is_none_or(|format| (format.accepts)(value))
}
