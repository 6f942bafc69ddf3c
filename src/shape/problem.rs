//! What can be wrong with a value. Data only: `check::wording` makes the sentence.

use std::borrow::Cow;

/// A part of a sentence, often known at compile time.
pub type Phrase = Cow<'static, str>;

/// What is wrong with a value, with the facts that explain it. Never the value itself: inputs hold secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It is missing. `when` is empty, or a part of a sentence such as "when authenticationType is JWT".
    Required { when: Phrase },
    /// None of these is there.
    RequiredOneOf { names: &'static [&'static str] },
    /// No field at all is there, where at least one is needed.
    NothingGiven,
    /// There is no such field; perhaps another was meant. It is sent all the same unless the object is `closed`.
    UnknownField { suggestion: Option<&'static str>, closed: bool },
    /// It has another JSON type; `null` tells that it is null.
    WrongType { expected: Phrase, null: bool },
    /// Fewer of `what` (characters, items, bytes) than `minimum`.
    TooShort { minimum: u32, what: &'static str },
    /// More of `what` than `maximum`.
    TooLong { maximum: u32, what: &'static str },
    /// More than `limit` of `what` in several lists together.
    TooMany { limit: u32, what: &'static str },
    /// Less than `minimum`, or equal to it where it is excluded.
    TooSmall { minimum: i64, above: bool },
    /// More than `maximum`.
    TooLarge { maximum: i64 },
    /// None of the allowed words; perhaps another was meant.
    NotInList { allowed: Vec<&'static str>, suggestion: Option<&'static str> },
    /// Not of the textual format: "must be `expected`".
    BadFormat { expected: Phrase },
    /// A form that belongs to another choice: "must `must`".
    WrongVariant { must: Phrase },
    /// It does not go together with something else: "must `must`".
    Conflict { must: Phrase },
    /// It repeats what stands at `first`, an index in the same list; none for a field that is given twice.
    Duplicate { first: Option<usize> },
    /// More of `what` (empty for a plain number) than the older documents allow; the newer allow it.
    Beyond { maximum: u32, what: &'static str },
    /// An older form of something that has a newer name.
    Superseded { newer: &'static str },
}
