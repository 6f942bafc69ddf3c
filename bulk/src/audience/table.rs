//! Members out of a table: CSV or TSV, in pieces that end anywhere.

use super::columns::{Columns, UIDS, Unclear, Wish, has_header};
use super::members::Members;
use super::reason::Reason;
use super::row::{Row, Value};
use super::split::{Split, Unquoted, plain, quoted, unquoted};
use super::wipe::wipe;

/// How much of the text is in memory at a time, in bytes.
const WINDOW: usize = 192 * 1024;
/// The longest row, in bytes. Beyond it a quote that is still open is taken for an ordinary character.
const LONGEST_ROW: usize = 64 * 1024;

/// A table that is being read.
#[derive(Debug)]
pub struct Table {
    /// The part of the text that is being read; allocated by the first piece.
    window: Vec<u8>,
    from: usize,
    to: usize,
    /// Whether nothing has been read yet.
    begins: bool,
    /// Whether the row that is being read is too long, and has been refused.
    skips: bool,
    delimiter: u8,
    wishes: Vec<Wish>,
    columns: Option<Columns>,
}

/// Why reading stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The next piece is needed, or there is none.
    Hungry,
    /// The batch is full; after it was taken, reading goes on.
    Full,
    /// The first row does not tell what the columns hold.
    Unclear(Unclear),
}

impl Drop for Table {
    fn drop(&mut self) {
        wipe(&mut self.window);
    }
}

impl Table {
    /// A table whose columns are recognised, but for those of which the caller tells.
    #[must_use]
    pub fn new(wishes: Vec<Wish>) -> Self {
        let (window, columns) = (Vec::new(), None);
        Self { window, from: 0, to: 0, begins: true, skips: false, delimiter: b',', wishes, columns }
    }

    /// How many columns were not used.
    #[must_use]
    pub fn ignored(&self) -> u32 {
        self.columns.as_ref().map_or(0, |columns| columns.ignored)
    }

    /// Whether the first row named the columns.
    #[must_use]
    pub fn has_header(&self) -> bool {
        has_header(&self.wishes)
    }

    /// Where the next piece is written to; never empty when all that can be read has been read.
    pub fn room(&mut self) -> &mut [u8] {
        if self.window.is_empty() {
            self.window.resize(WINDOW, 0);
        }
        if self.from > 0 {
            self.window.copy_within(self.from..self.to, 0);
            (self.from, self.to) = (0, self.to - self.from);
        }
        self.window.get_mut(self.to..).unwrap_or_default()
    }

    /// Says that so many bytes of a piece have been written.
    pub fn filled(&mut self, count: usize) {
        self.to = (self.to + count).min(self.window.len());
    }

    /// Reads rows until something stops it. `last` says that no piece follows.
    pub fn read(&mut self, members: &mut Members, last: bool) -> Stop {
        if self.columns.is_none() {
            match self.first_row(last) {
                Ok(true) => {}
                Ok(false) => return Stop::Hungry,
                Err(unclear) => return Stop::Unclear(unclear),
            }
        }
        let Self { window, columns: Some(columns), .. } = self else { return Stop::Hungry };
        let text = window.get(..self.to).unwrap_or_default();
        let mut reader = Reader { text, at: self.from, delimiter: self.delimiter, last, skips: self.skips, columns };
        let stop = reader.rows(members);
        (self.from, self.skips) = (reader.at, reader.skips);
        stop
    }

    /// Learns from the first row what the columns hold; false when it is not complete yet.
    fn first_row(&mut self, last: bool) -> Result<bool, Unclear> {
        let mut text = self.window.get(self.from..self.to).unwrap_or_default();
        if self.begins
            && let Some(rest) = text.strip_prefix(b"\xef\xbb\xbf")
        {
            (text, self.from) = (rest, self.from + 3);
        }
        self.begins = text.len() < 3;
        let whole = last || text.len() >= LONGEST_ROW;
        let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let Some(line) = end.map_or(whole.then_some(text), |end| text.get(..end)) else { return Ok(false) };
        self.delimiter = delimiter(line);
        let mut cells = Vec::new();
        let Split::Next(next) = any(text, self.delimiter, whole, &mut cells) else { return Ok(false) };
        self.columns = Some(Columns::read(cells.iter().map(Unquoted::text), &self.wishes)?);
        if has_header(&self.wishes) {
            self.from += next;
        }
        Ok(true)
    }
}

/// What stands between the cells: whatever the first line has most of.
fn delimiter(line: &[u8]) -> u8 {
    let count = |wanted: u8| line.iter().filter(|byte| **byte == wanted).count();
    // Of equals the last one is the greatest.
    [b';', b',', b'\t'].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

/// Splits off a row, quoted or not.
fn any<'t>(text: &'t [u8], delimiter: u8, last: bool, cells: &mut Vec<Unquoted<'t>>) -> Split {
    let mut simple = Vec::new();
    match plain(text, delimiter, last, &mut simple) {
        Split::Quoted => quoted(text, delimiter, last, cells),
        split => {
            cells.extend(simple.into_iter().map(Unquoted::Plain));
            split
        }
    }
}

/// Reads what is in memory.
struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    delimiter: u8,
    last: bool,
    skips: bool,
    columns: &'t Columns,
}

impl<'t> Reader<'t> {
    fn rows(&mut self, members: &mut Members) -> Stop {
        let mut cells = Vec::with_capacity(32);
        while !members.is_full() {
            let rest = self.rest();
            if self.skips {
                if !self.skip(rest) {
                    return Stop::Hungry;
                }
                continue;
            }
            match plain(rest, self.delimiter, self.last, &mut cells) {
                Split::Next(next) => {
                    add(members, self.columns, &cells);
                    self.at += next;
                }
                Split::Quoted => {
                    if !self.quoted(rest, members) {
                        return Stop::Hungry;
                    }
                }
                Split::Open if rest.len() > LONGEST_ROW => self.too_long(members),
                Split::Open => return Stop::Hungry,
            }
        }
        Stop::Full
    }

    fn rest(&self) -> &'t [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads a row in which a cell is quoted; false when it is not complete yet.
    fn quoted(&mut self, rest: &'t [u8], members: &mut Members) -> bool {
        let mut cells = Vec::new();
        let mut split = quoted(rest, self.delimiter, self.last, &mut cells);
        let is_long = |split| match split {
            Split::Next(next) => next > LONGEST_ROW,
            _ => rest.len() > LONGEST_ROW,
        };
        if is_long(split) {
            split = unquoted(rest, self.delimiter, &mut cells);
        }
        match split {
            Split::Next(next) => {
                let texts: Vec<&[u8]> = cells.iter().map(Unquoted::text).collect();
                add(members, self.columns, &texts);
                self.at += next;
            }
            _ if rest.len() > LONGEST_ROW => self.too_long(members),
            _ => return false,
        }
        true
    }

    /// Refuses a row whose end is not to be seen.
    fn too_long(&mut self, members: &mut Members) {
        members.refuse(Reason::TooLong);
        self.skips = true;
    }

    /// Goes to the end of the line, or of the text.
    fn skip(&mut self, rest: &[u8]) -> bool {
        let end = rest.iter().position(|byte| *byte == b'\n');
        self.at += end.map_or(rest.len(), |end| end + 1);
        self.skips = end.is_none();
        end.is_some()
    }
}

/// Takes the cells of a row.
#[inline]
fn add(members: &mut Members, columns: &Columns, cells: &[&[u8]]) {
    if cells.iter().all(|cell| cell.trim_ascii().is_empty()) {
        return members.blank();
    }
    let cell = |place: usize| cells.get(place).map_or(Value::Absent, |text| Value::Text(text));
    let [id, email, phone, hashed_email, hashed_phone] = columns.places.map(|place| place.map_or(Value::Absent, cell));
    let mut uids = [(Value::Absent, Value::Absent); UIDS];
    let mut count = 0;
    for (kind, place) in &columns.uids {
        if let (Value::Text([_, ..]), Some(uid)) = (cell(*place), uids.get_mut(count)) {
            *uid = (Value::Text(kind), cell(*place));
            count += usize::from(cells.get(*place).is_some_and(|text| !text.trim_ascii().is_empty()));
        }
    }
    let uids = uids.get(..count).unwrap_or_default();
    members.add(&Row { id, email, phone, hashed_email, hashed_phone, uids });
}
