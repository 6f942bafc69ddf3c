//! Members out of objects: JavaScript writes their texts one behind the other, and the lengths beside them.
//!
//! Of each row there are six numbers: the lengths of `externalId`, `email`, `phone`, `hashedEmail`, `hashedPhone` and the count
//! of `uids`; and two for each of these, the lengths of type and value. Zero stands for nothing given.

use super::members::Members;
use super::reason::Reason;
use super::row::{Row, Value};
use super::wipe::wipe;

/// Room for texts, in bytes.
const TEXTS: usize = 192 * 1024;
/// Room for lengths.
const LENGTHS: usize = 16 * 1024;

/// In place of a length: what is given is no text.
const WRONG: u32 = u32::MAX;
/// In place of a length: the text is too long.
const LONG: u32 = u32::MAX - 1;
/// In place of the first length of a row: it is no object. No other number follows.
const NO_ROW: u32 = u32::MAX - 2;
/// In place of the first length of a row: it is too long. No other number follows.
const LONG_ROW: u32 = u32::MAX - 3;

/// Rows as JavaScript has written them.
#[derive(Debug, Default)]
pub struct List {
    texts: Vec<u8>,
    lengths: Vec<u32>,
    /// How far they have been read, and how many rows are left.
    text: usize,
    length: usize,
    rows: usize,
}

impl Drop for List {
    fn drop(&mut self) {
        wipe(&mut self.texts);
    }
}

impl List {
    /// Room for texts and for lengths.
    pub fn room(&mut self) -> (&mut [u8], &mut [u32]) {
        if self.texts.is_empty() {
            self.texts.resize(TEXTS, 0);
            self.lengths.resize(LENGTHS, 0);
        }
        (&mut self.texts, &mut self.lengths)
    }

    /// Says that so many rows have been written, from the beginning of the room.
    pub fn filled(&mut self, rows: usize) {
        (self.text, self.length, self.rows) = (0, 0, rows);
    }

    /// Reads rows until there are none, or until the batch is full; tells whether it is full.
    pub fn read(&mut self, members: &mut Members) -> bool {
        let mut reader = Reader { list: self, text: self.text, length: self.length };
        let (mut uids, mut rows) = (Vec::new(), self.rows);
        while rows > 0 && !members.is_full() {
            rows -= 1;
            reader.row(members, &mut uids);
        }
        (self.text, self.length, self.rows) = (reader.text, reader.length, rows);
        members.is_full()
    }
}

struct Reader<'t> {
    list: &'t List,
    text: usize,
    length: usize,
}

impl<'t> Reader<'t> {
    #[inline]
    fn row(&mut self, members: &mut Members, uids: &mut Vec<(Value<'t>, Value<'t>)>) {
        match self.list.lengths.get(self.length) {
            Some(&NO_ROW) => return self.none(members, Reason::WrongType),
            Some(&LONG_ROW) => return self.none(members, Reason::TooLong),
            _ => {}
        }
        let (id, email, phone) = (self.value(), self.value(), self.value());
        let (hashed_email, hashed_phone) = (self.value(), self.value());
        uids.clear();
        match self.number() {
            WRONG => uids.push((Value::Bad(Reason::WrongType), Value::Absent)),
            count => uids.extend((0..count).map(|_| (self.value(), self.value()))),
        }
        members.add(&Row { id, email, phone, hashed_email, hashed_phone, uids });
    }

    fn none(&mut self, members: &mut Members, reason: Reason) {
        self.length += 1;
        members.refuse(reason);
    }

    #[inline]
    fn number(&mut self) -> u32 {
        let number = self.list.lengths.get(self.length).copied().unwrap_or(0);
        self.length += 1;
        number
    }

    #[inline]
    fn value(&mut self) -> Value<'t> {
        match self.number() {
            0 => Value::Absent,
            WRONG => Value::Bad(Reason::WrongType),
            LONG => Value::Bad(Reason::TooLong),
            length => {
                let start = self.text;
                self.text += length as usize;
                self.list.texts.get(start..self.text).map_or(Value::Absent, Value::Text)
            }
        }
    }
}
