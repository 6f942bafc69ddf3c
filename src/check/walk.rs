//! The walk: one pass over the text, along the shape.

use std::ops::Range;

use crate::json::{Malformed, Reader, Text as JsonText, Type, part};
use crate::shape::{Field, Kind, List, Member, Object, Problem, Value};

use super::apart::{Apart, State};
use super::fit::Fit;
use super::issue::{Issue, Issues, Severity, Step};
use super::object::json_type;
use super::{Checked, Edit, SecretPlace};

/// A walk in progress. Reading fails only where the text is no JSON; everything else is an issue.
pub(super) struct Walk<'t> {
    pub text: &'t str,
    pub reader: Reader<'t>,
    pub path: Vec<Place<'t>>,
    /// The members of all objects that are being read, the innermost last.
    pub members: Vec<Member<'t>>,
    /// For each member whether its field is known; then its value has been checked.
    pub known: Vec<bool>,
    /// Whether the input travels in a query string.
    query: bool,
    fit: Fit<'t>,
    /// The lists that have been checked before.
    pub apart: &'t [Apart],
    pub issues: Issues,
    edits: Vec<Edit>,
    secrets: Vec<SecretPlace>,
    /// See [`Checked::familiar`].
    pub familiar: bool,
}

/// Where the walk is inside its parent; turned into a [`Step`] only for an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'t> {
    Field(&'static str),
    Key(JsonText<'t>),
    Index(u32),
}

const NO_JSON: &str = "JSON, nested at most 64 levels deep";

pub(super) type Walked<T = ()> = Result<T, Malformed>;

impl<'t> Walk<'t> {
    pub fn new(text: &'t str, query: bool) -> Self {
        Self {
            text,
            query,
            fit: Fit::new(text),
            apart: &[],
            reader: Reader::new(text),
            path: Vec::new(),
            members: Vec::new(),
            known: Vec::new(),
            issues: Issues::default(),
            edits: Vec::new(),
            secrets: Vec::new(),
            familiar: true,
        }
    }

    /// The text is no JSON: nothing that was read can be relied on.
    pub fn not_json(&mut self) {
        self.path.clear();
        self.members.clear();
        self.familiar = false;
        self.error(Problem::BadFormat { expected: NO_JSON.into() });
    }

    /// Walks the whole input; its members stay behind.
    pub fn top(&mut self, object: &'static Object) -> Walked {
        if self.is(Type::Object, "an object")? { self.object_at(object) } else { Ok(()) }
    }

    pub fn finish(self) -> Checked<'t> {
        Checked {
            text: self.text,
            members: self.members,
            issues: self.issues,
            edits: self.edits,
            secrets: self.secrets,
            familiar: self.familiar,
        }
    }

    /// Walks the value at the cursor.
    pub fn value(&mut self, kind: &'static Kind) -> Walked {
        if let Some((wanted, expected)) = json_type(kind)
            && (self.quoted(wanted, kind)? || !self.is(wanted, expected)?)
        {
            return Ok(());
        }
        match kind {
            Kind::Never(expected) => {
                self.error(Problem::WrongType { expected: (*expected).into(), null: false });
                self.familiar = false;
                self.reader.skip().map(drop)
            }
            Kind::Json | Kind::AnyObject => self.any(),
            Kind::Boolean => self.reader.boolean().map(drop),
            Kind::True => self.confirmation(),
            Kind::Integer(range) => self.integer(range),
            Kind::Number(range) => self.number(range),
            Kind::Text(text) => self.string(text),
            Kind::Id { integer } => self.id(*integer),
            Kind::Choice(words) => self.choice(words),
            Kind::List(list) => self.list(list),
            Kind::Map(kind) => self.map(kind),
            Kind::Object(object) => self.object(object),
            Kind::Union(union) => self.union(union),
            Kind::AnyOf(kinds) => self.any_of(kinds),
            Kind::File(upload) => self.file(upload),
        }
    }

    /// Walks a number or a flag that stands in a text. A query string knows nothing but text, and the documents write
    /// `"limit": "10"`.
    fn quoted(&mut self, wanted: Type, kind: &'static Kind) -> Walked<bool> {
        if !self.query || !matches!(wanted, Type::Number | Type::Boolean) || self.reader.peek()? != Type::Text {
            return Ok(false);
        }
        let start = self.reader.position();
        let mut behind = self.reader.clone();
        let mut inside = Reader::new(behind.text()?.raw());
        if inside.peek() != Ok(wanted) || inside.skip().is_err() || inside.end().is_err() {
            return Ok(false);
        }
        self.reader = Reader::at(self.text, start + 1);
        self.value(kind)?;
        self.reader = behind;
        Ok(true)
    }

    /// Walks the value of a field.
    pub fn field(&mut self, field: &'static Field) -> Walked {
        if field.nullable() && self.reader.peek()? == Type::Null {
            return self.reader.skip().map(drop);
        }
        let start = self.reader.position();
        self.value(field.kind())?;
        if field.secret() {
            self.secret(start..self.reader.position());
        }
        Ok(())
    }

    /// Walks the value of a field that has been passed over before, and returns to where the walk was.
    pub fn revisit(&mut self, value: &Value<'t>, field: &'static Field) -> Walked {
        let here = std::mem::replace(&mut self.reader, value.reader());
        let walked = self.within(Place::Field(field.name()), |walk| walk.field(field));
        self.reader = here;
        walked
    }

    /// Walks something with one more step on the path.
    pub fn within<T>(&mut self, place: Place<'t>, walk: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(place);
        let result = walk(self);
        self.path.pop();
        result
    }

    /// Whether the value has the type; if not, says so and passes over it.
    pub fn is(&mut self, wanted: Type, expected: &'static str) -> Walked<bool> {
        let found = self.reader.peek()?;
        if found == wanted {
            return Ok(true);
        }
        self.error(Problem::WrongType { expected: expected.into(), null: found == Type::Null });
        self.familiar = false;
        self.reader.skip()?;
        Ok(false)
    }

    /// Passes over a value of any kind; only half surrogates are noticed, since no request can carry them.
    fn any(&mut self) -> Walked {
        self.familiar = false;
        let span = self.reader.skip()?;
        let has_escapes = part(self.text, span.clone()).as_bytes().contains(&b'\\');
        if has_escapes && has_half_surrogate(part(self.text, span)) {
            self.not_well_formed();
        }
        Ok(())
    }

    fn confirmation(&mut self) -> Walked {
        if !self.reader.boolean()? {
            self.error(Problem::NotInList { allowed: vec!["true"], suggestion: None });
        }
        Ok(())
    }

    fn list(&mut self, list: &'static List) -> Walked {
        if let Some(apart) = self.apart.iter().find(|apart| apart.path == self.path) {
            return self.list_apart(list, apart);
        }
        let mut count = 0;
        let mut more = self.reader.enter(Type::Array)?;
        while more {
            self.item(count, list.item)?;
            count += 1;
            more = self.reader.next(Type::Array)?;
        }
        self.bounds_of_list(list, count);
        Ok(())
    }

    /// Walks an item, unless it is right beyond doubt.
    pub fn item(&mut self, index: u32, kind: &'static Kind) -> Walked {
        let fits = if self.query { None } else { self.fit.end(self.reader.position(), kind) };
        match fits {
            Some(end) => self.reader = Reader::at(self.text, end),
            None => self.within(Place::Index(index), |walk| walk.value(kind))?,
        }
        Ok(())
    }

    /// A list that has been checked before, of which nothing stands here but zeros. Its place in the body is marked.
    fn list_apart(&mut self, list: &'static List, apart: &Apart) -> Walked {
        self.issues.append(&apart.issues);
        let span = self.reader.skip_flat_list()?;
        self.edit(span, "\0".to_owned());
        match apart.state {
            State::TooDeep => return Err(Malformed),
            State::NoJson => self.error(Problem::BadFormat { expected: NO_JSON.into() }),
            State::NoList => self.error(Problem::WrongType { expected: "a list".into(), null: false }),
            _ => self.bounds_of_list(list, apart.count()),
        }
        Ok(())
    }

    fn bounds_of_list(&mut self, list: &'static List, count: u32) {
        if count < list.min {
            self.error(Problem::TooShort { minimum: list.min, what: "item" });
        } else if count > list.max {
            self.error(Problem::TooLong { maximum: list.max, what: "item" });
        }
    }

    fn map(&mut self, kind: &'static Kind) -> Walked {
        self.familiar = false;
        let mut more = self.reader.enter(Type::Object)?;
        while more {
            let name = self.reader.name()?;
            self.within(Place::Key(name), |walk| walk.value(kind))?;
            more = self.reader.next(Type::Object)?;
        }
        Ok(())
    }

    /// Notes that the value at the current path is wrong.
    pub fn error(&mut self, problem: Problem) {
        self.issue(Severity::Error, problem);
    }

    /// Notes that a field of the value at the current path is wrong.
    pub fn error_at(&mut self, place: Place<'t>, problem: Problem) {
        self.within(place, |walk| walk.error(problem));
    }

    pub fn issue(&mut self, severity: Severity, problem: Problem) {
        self.issue_at(Vec::new(), severity, problem);
    }

    /// Notes an issue somewhere below the current path.
    pub fn issue_at(&mut self, below: Vec<Step>, severity: Severity, problem: Problem) {
        let path = self.path.iter();
        self.issues
            .add(severity, || Issue::new(path.map(|place| place.step()).chain(below).collect(), severity, problem));
    }

    /// How many errors there have been so far.
    pub fn error_count(&self) -> usize {
        self.issues.error_count
    }

    pub fn not_well_formed(&mut self) {
        self.error(Problem::BadFormat { expected: "well-formed text; it holds one half of a surrogate pair".into() });
    }

    /// Notes that something must be written differently.
    pub fn edit(&mut self, span: Range<usize>, text: String) {
        // Fields that depend on a tag are read after the others.
        let at = self.edits.partition_point(|edit| edit.span.start < span.start);
        self.edits.insert(at, Edit { span, text });
    }

    /// Notes where a credential stands, and names it after its path: `auth.privateKey` is `AUTH_PRIVATE_KEY`.
    pub fn secret(&mut self, span: Range<usize>) {
        let mut name = String::new();
        for place in &self.path {
            if let Step::Key(key) = place.step() {
                name.push_str(if name.is_empty() { "" } else { "_" });
                push_screaming(&mut name, &key);
            }
        }
        let at = self.secrets.partition_point(|secret| secret.span.start < span.start);
        self.secrets.insert(at, SecretPlace { span, name });
    }
}

impl Place<'_> {
    /// The longest key that an issue shows. Documented names are far shorter.
    const MAX_KEY: usize = 64;

    pub fn step(self) -> Step {
        match self {
            Self::Field(name) => Step::Key(name.to_owned()),
            Self::Key(key) => {
                let key = key.value();
                match key.char_indices().nth(Self::MAX_KEY) {
                    Some((end, _)) => Step::Key([part(&key, 0..end), "…"].concat()),
                    None => Step::Key(key.into_owned()),
                }
            }
            Self::Index(index) => Step::Index(index),
        }
    }
}

fn push_screaming(out: &mut String, name: &str) {
    for c in name.chars().filter(char::is_ascii_alphanumeric) {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
}

/// Escapes of surrogates are rare; only where one stands, every string of the value is looked at.
fn has_half_surrogate(text: &str) -> bool {
    let mut at = 0;
    while let Some(quote) = text.bytes().skip(at).position(|b| b == b'"') {
        let mut reader = Reader::at(text, at + quote);
        match reader.text() {
            Ok(string) if string.is_well_formed() => at = reader.position(),
            Ok(_) => return true,
            Err(_) => return false,
        }
    }
    false
}
