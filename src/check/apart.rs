//! A long list, checked apart from the input that it belongs to: piece by piece, so that no page has to wait for all of it.
//!
//! The pieces go through the same walk as any other value, with the list's path in front. What they leave behind waits for
//! the check of the input, in which the list stands as zeros, one for each item ([`super::check_around`]): there its issues
//! take their place among the others, and the count is judged.

use crate::json::{Malformed, Reader, Type};
use crate::shape::{Field, Kind, Object, Value};

use super::issue::{Issues, Step};
use super::walk::{Place, Walk, Walked};

/// A list that has been checked, or is being checked.
#[derive(Debug)]
pub struct Apart {
    pub(super) path: Vec<Place<'static>>,
    item: &'static Kind,
    /// How many items have been checked.
    count: u32,
    pub(super) issues: Issues,
    pub(super) state: State,
    /// Credentials in the items, as [`super::Checked::credentials`] gives them.
    pub credentials: String,
}

/// How far the reading of a list's text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Before the opening bracket.
    Before,
    /// Before an item.
    Inside,
    /// Behind the closing bracket.
    Behind,
    /// Some item is nested too deep: so is the input.
    TooDeep,
    /// It is not the text of a list: not JSON, or something else in JSON.
    NoJson,
    NoList,
}

impl Apart {
    /// A list at a path, which is JSON such as `["audiences",0,"add"]`. None where no such list is declared.
    pub fn new(object: &'static Object, path: &str) -> Option<Self> {
        let mut places = Vec::new();
        let (mut object, mut found) = (object, None);
        for step in Value::new(path, 0..path.len()).items() {
            match Step::read(&step)? {
                Step::Index(index) => places.push(Place::Index(index)),
                Step::Key(name) => {
                    let field = object.field(&name)?;
                    places.push(Place::Field(field.name()));
                    found = Some(field).filter(|field| field.bulk());
                    object = inside(field).unwrap_or(object);
                }
            }
        }
        let Kind::List(list) = found?.kind() else { return None };
        let issues = Issues::default();
        let (count, state, credentials) = (0, State::Before, String::new());
        Some(Self { path: places, item: list.item, count, issues, state, credentials })
    }

    /// Goes on with a text of which so many items have been found right, or checked with [`Apart::slice`]; `behind` tells that
    /// the closing bracket has been read, too.
    pub fn resume(&mut self, count: u32, behind: bool) {
        self.count = count;
        self.state = if behind { State::Behind } else { State::Inside };
    }

    /// Checks some of the items, which stand in a list of their own.
    pub fn slice(&mut self, text: &str) {
        if self.state != State::TooDeep && self.walk(text, Self::all_items).is_err() {
            self.state = State::TooDeep;
        }
    }

    /// Checks the whole items at the beginning of a text, and gives how many bytes they take: the next call begins behind
    /// them. `last` tells that nothing follows the text.
    pub fn read(&mut self, text: &str, last: bool) -> usize {
        let mut read = 0;
        let whole = self.walk(text, |list, walk| list.whole_items(walk, last, &mut read));
        if last && whole.is_err() {
            self.state = if self.state == State::Before && is_json(text) { State::NoList } else { State::NoJson };
        }
        read
    }

    /// How many items there have been.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Whether it can stand in a body, right or wrong.
    pub fn is_json(&self) -> bool {
        !matches!(self.state, State::NoJson | State::TooDeep)
    }

    /// Counts items that need no check.
    pub fn accept(&mut self, count: u32) {
        self.count = count;
    }

    /// Walks a text from the list's place, and takes over what the walk finds.
    fn walk<'t>(&mut self, text: &'t str, read: impl FnOnce(&mut Self, &mut Walk<'t>) -> Walked) -> Walked {
        let mut walk = Walk::new(text, false);
        walk.path.extend_from_slice(&self.path);
        walk.issues = std::mem::take(&mut self.issues);
        let walked = read(self, &mut walk);
        let checked = walk.finish();
        // Fields that are known hold no credentials, which is a law of long lists.
        if !checked.familiar || !checked.secrets.is_empty() {
            self.credentials.push_str(&checked.credentials());
        }
        self.issues = checked.issues;
        walked
    }

    fn all_items(&mut self, walk: &mut Walk<'_>) -> Walked {
        let mut more = walk.reader.enter(Type::Array)?;
        while more {
            walk.item(self.count, self.item)?;
            self.count += 1;
            more = walk.reader.next(Type::Array)?;
        }
        walk.reader.end()
    }

    /// Reads on as far as the text allows. What is said about an item that the text's end cuts off is taken back.
    fn whole_items(&mut self, walk: &mut Walk<'_>, last: bool, read: &mut usize) -> Walked {
        let cut = |walk: &Walk<'_>| !last && walk.reader.position() == walk.text.len();
        if self.state == State::Before {
            let more = walk.reader.enter(Type::Array)?;
            if more && cut(walk) {
                return Ok(());
            }
            self.state = if more { State::Inside } else { State::Behind };
            *read = walk.reader.position();
        }
        while self.state == State::Inside {
            let before = walk.issues.mark();
            let walked = walk.item(self.count, self.item);
            match walked.and_then(|()| walk.reader.next(Type::Array)) {
                Ok(more) => {
                    self.count += 1;
                    self.state = if more { State::Inside } else { State::Behind };
                    *read = walk.reader.position();
                }
                Err(Malformed) => {
                    walk.issues.back_to(before);
                    return Err(Malformed);
                }
            }
        }
        let end = walk.reader.end();
        *read = walk.reader.position();
        end
    }
}

fn is_json(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.skip().is_ok() && reader.end().is_ok()
}

/// The object inside a field: its own, or that of its items.
fn inside(field: &'static Field) -> Option<&'static Object> {
    match field.kind() {
        Kind::Object(object) | Kind::List(crate::shape::List { item: Kind::Object(object), .. }) => Some(object),
        _ => None,
    }
}
