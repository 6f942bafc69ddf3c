//! Members: filled in, read, taken out batch by batch.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::audience::calling::{self, Plan};
use crate::audience::columns::{Unclear, wishes};
use crate::audience::list::List;
use crate::audience::members::Members;
use crate::audience::reason::Note;
use crate::audience::table::{Stop, Table};

#[wasm_bindgen(raw_module = "./lower-case.js")]
extern "C" {
    /// Writes a text, which is UTF-8, in lower case, and gives its length in bytes.
    #[wasm_bindgen(js_name = lowerCase)]
    pub fn lower_case(text: &[u8], into: &mut [u8]) -> u32;
}

/// The calling code of a country, told by two letters in upper case; 0 when there is none.
#[wasm_bindgen(js_name = callingCodeOf)]
#[must_use]
pub fn calling_code_of(country: &str) -> u16 {
    country.as_bytes().try_into().ok().and_then(calling::of_country).unwrap_or(0)
}

/// A job: from rows to batches.
#[wasm_bindgen]
pub struct MemberJob {
    members: Members,
    table: Table,
    list: List,
}

#[wasm_bindgen]
impl MemberJob {
    /// A job whose batches hold at most `limit` members. `code` is the calling code of national numbers, or 0; `columns` tells
    /// fields and columns, see [`wishes`].
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(limit: usize, code: u16, columns: &str) -> Self {
        let plan = (code > 0).then(|| Plan::of(code));
        Self { members: Members::new(limit, plan), table: Table::new(wishes(columns)), list: List::default() }
    }

    /// Where the next piece of a table goes: address and size.
    #[wasm_bindgen(js_name = tableRoom)]
    pub fn table_room(&mut self) -> Vec<u32> {
        let room = self.table.room();
        vec![room.as_ptr() as u32, room.len() as u32]
    }

    /// Reads what the table has got, `written` bytes more. 0: it wants more; 1: the batch is full; more: the columns are not
    /// clear.
    #[wasm_bindgen(js_name = readTable)]
    pub fn read_table(&mut self, written: usize, last: bool) -> u32 {
        self.table.filled(written);
        match self.table.read(&mut self.members, last) {
            Stop::Hungry => 0,
            Stop::Full => 1,
            Stop::Unclear(Unclear::NoId) => 2,
            Stop::Unclear(Unclear::NoIdentifier) => 3,
            Stop::Unclear(Unclear::NotThere) => 4,
        }
    }

    /// Where the next rows go: address and size of the texts, and of the lengths.
    #[wasm_bindgen(js_name = listRoom)]
    pub fn list_room(&mut self) -> Vec<u32> {
        let (texts, lengths) = self.list.room();
        vec![texts.as_ptr() as u32, texts.len() as u32, lengths.as_ptr() as u32, lengths.len() as u32]
    }

    /// Says that so many rows have been written.
    #[wasm_bindgen(js_name = listFilled)]
    pub fn list_filled(&mut self, rows: usize) {
        self.list.filled(rows);
    }

    /// Reads rows; true when the batch is full, and there may be more.
    #[wasm_bindgen(js_name = readList)]
    pub fn read_list(&mut self) -> bool {
        self.list.read(&mut self.members)
    }

    /// Ends the batch: address, size, and how many members it holds. They stay until the next one begins.
    pub fn batch(&mut self) -> Vec<u32> {
        let members = self.members.in_batch() as u32;
        let json = self.members.batch();
        vec![json.as_ptr() as u32, json.len() as u32, members]
    }

    /// Begins the next batch.
    #[wasm_bindgen(js_name = nextBatch)]
    pub fn next_batch(&mut self) {
        self.members.clear();
    }

    /// How many rows there were, and came to what; how many columns were not used; whether the first row named them.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        let counts = self.members.counts;
        let ignored = self.table.ignored();
        let header = u32::from(self.table.has_header());
        vec![counts.rows, counts.members, counts.refused, counts.duplicates, counts.blank, ignored, header]
    }

    /// Rows that are not sent: three numbers each.
    #[must_use]
    pub fn refused(&self) -> Vec<u32> {
        Note::numbers(&self.members.refused)
    }

    /// Rows that are sent without some of their values: three numbers each.
    #[must_use]
    pub fn incomplete(&self) -> Vec<u32> {
        Note::numbers(&self.members.incomplete)
    }
}
