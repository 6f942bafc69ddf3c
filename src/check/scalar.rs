//! Texts, numbers, ids, words, files.

use std::cmp::Ordering;

use crate::json::Type;
use crate::shape::{Kind, Problem, Range, Text, Upload, Value};

use super::near::near;
use super::number::Decimal;
use super::walk::{Walk, Walked};

impl Walk<'_> {
    pub(super) fn string(&mut self, text: &Text) -> Walked {
        let start = self.reader.position();
        let string = self.reader.text()?;
        let value = string.value();
        if !string.is_well_formed() {
            self.not_well_formed();
        } else if let Some(problem) = length_problem(&value, text) {
            self.error(problem);
        } else if let Some(format) = text.format.filter(|format| !(format.accepts)(&value)) {
            self.error(Problem::BadFormat { expected: format.expected.into() });
        }
        if text.secret {
            self.secret(start..self.reader.position());
        }
        Ok(())
    }

    pub(super) fn integer(&mut self, range: &Range) -> Walked {
        let number = Decimal::read(self.reader.number()?);
        if number.is_whole() {
            self.bounds(&number, range, Some(Kind::MAX_SAFE_INTEGER));
        } else {
            self.error(Problem::WrongType { expected: "a whole number".into(), null: false });
        }
        Ok(())
    }

    pub(super) fn number(&mut self, range: &Range) -> Walked {
        let number = Decimal::read(self.reader.number()?);
        self.bounds(&number, range, None);
        Ok(())
    }

    /// Compares with the bounds; `most` bounds a range that has no end of its own.
    fn bounds(&mut self, number: &Decimal, range: &Range, most: Option<i64>) {
        let minimum = if range.min == i32::MIN { most.map(|most| -most) } else { Some(range.min.into()) };
        let maximum = if range.max == i32::MAX { most } else { Some(range.max.into()) };
        let below = if range.above { Ordering::is_le } else { Ordering::is_lt };
        if let Some(minimum) = minimum.filter(|minimum| below(number.compare(*minimum))) {
            self.error(Problem::TooSmall { minimum, above: range.above });
        } else if let Some(maximum) = maximum.filter(|maximum| number.compare(*maximum).is_gt()) {
            self.error(Problem::TooLarge { maximum });
        }
    }

    /// An id: a text, or a whole number that JavaScript carries without loss.
    pub(super) fn id(&mut self, integer: bool) -> Walked {
        match self.reader.peek()? {
            Type::Number => self.integer(&Range { min: integer.into(), ..Range::ANY }),
            Type::Text if integer => self.digits(),
            Type::Text => self.string(&Text { min: 1, ..Text::ANY }),
            other => {
                let null = other == Type::Null;
                self.error(Problem::WrongType { expected: "an id: text or a whole number".into(), null });
                self.familiar = false;
                self.reader.skip().map(drop)
            }
        }
    }

    /// An id that travels as a number but was given as text.
    fn digits(&mut self) -> Walked {
        let start = self.reader.position();
        let digits = self.reader.text()?.value();
        let is_number = !digits.starts_with('0') && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !is_number {
            self.error(Problem::BadFormat { expected: "a whole number from 1".into() });
        } else if Decimal::read(&digits).compare(Kind::MAX_SAFE_INTEGER) == Ordering::Greater {
            self.error(Problem::TooLarge { maximum: Kind::MAX_SAFE_INTEGER });
        } else {
            self.edit(start..self.reader.position(), digits.into_owned());
        }
        Ok(())
    }

    pub(super) fn choice(&mut self, words: &'static [&'static str]) -> Walked {
        let given = self.reader.text()?;
        if !words.iter().any(|word| given.is(word)) {
            self.error(not_in_list(&given.value(), words.to_vec()));
        }
        Ok(())
    }

    /// The JavaScript side describes a file by its name and size.
    pub(super) fn file(&mut self, upload: &'static Upload) -> Walked {
        let span = self.reader.skip()?;
        let file = Value::new(self.text, span).object();
        let size = file.as_ref().and_then(|file| file.get("size")?.number().map(Decimal::read));
        let Some((file, size)) = file.zip(size) else {
            self.error(Problem::WrongType { expected: "a file".into(), null: false });
            return Ok(());
        };
        let name = file.text("name").unwrap_or_default().to_ascii_lowercase();
        if size.compare(0) == Ordering::Equal {
            self.error(Problem::TooShort { minimum: 1, what: "byte" });
        } else if size.compare(upload.max_bytes.into()) == Ordering::Greater {
            self.error(Problem::TooLong { maximum: upload.max_bytes, what: "byte" });
        } else if name.bytes().any(|b| b == b'.')
            && !upload.extensions.iter().any(|extension| name.ends_with(extension))
        {
            let expected = ["a file whose name ends with ", &super::wording::listed(upload.extensions, "or")].concat();
            self.error(Problem::BadFormat { expected: expected.into() });
        }
        Ok(())
    }
}

/// The problem of a word that is none of the allowed ones.
pub(super) fn not_in_list(given: &str, allowed: Vec<&'static str>) -> Problem {
    let suggestion = near(given, &allowed);
    Problem::NotInList { allowed, suggestion }
}

fn length_problem(value: &str, text: &Text) -> Option<Problem> {
    if text.min == 0 && text.max == u32::MAX {
        return None;
    }
    // A unit of UTF-16 takes one to three bytes of UTF-8.
    if value.len() <= text.max as usize && value.len() / 3 >= text.min as usize {
        return None;
    }
    let length = if value.is_ascii() { value.len() } else { value.encode_utf16().count() };
    if length < text.min as usize {
        Some(Problem::TooShort { minimum: text.min, what: "character" })
    } else if length > text.max as usize {
        Some(Problem::TooLong { maximum: text.max, what: "character" })
    } else {
        None
    }
}
