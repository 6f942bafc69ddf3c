//! Long lists inside inputs. JavaScript hands the items in doubt to the client, which checks them.

use interchange_web::check::Sieve;
use interchange_web::json::whole_characters;
use wasm_bindgen::prelude::*;

use crate::lists;

/// A list that is being read.
#[wasm_bindgen]
pub struct ListSieve {
    sieve: Sieve,
    piece: Vec<u8>,
}

#[wasm_bindgen]
impl ListSieve {
    /// The list of this name in an operation's input; none where this module knows no such list.
    pub fn open(operation: &str, list: &str) -> Option<ListSieve> {
        lists::open(operation, list).map(|sieve| Self { sieve, piece: Vec::new() })
    }

    /// Where a piece of so many bytes may be written.
    pub fn room(&mut self, bytes: usize) -> *mut u8 {
        if self.piece.len() < bytes {
            self.piece.resize(bytes, 0);
        }
        self.piece.as_mut_ptr()
    }

    /// Begins a text, whose first item has this index.
    pub fn begin(&mut self, index: u32) {
        self.sieve.begin(index);
    }

    /// Reads a piece as far as it holds whole items that are JSON, and gives how many bytes that is.
    pub fn read(&mut self, bytes: usize) -> usize {
        let text = self.piece.get(..bytes).and_then(whole_characters);
        self.sieve.read(text.unwrap_or_default())
    }

    /// Where the items in doubt of the last piece are told, four numbers of 32 bits for each run of them: where it begins and
    /// ends in the piece, the index of its first item, and how many items it has.
    pub fn doubts(&self) -> *const u32 {
        self.sieve.doubts().as_ptr().cast()
    }

    /// How many runs there are.
    pub fn runs(&self) -> usize {
        self.sieve.doubts().len()
    }

    /// How many items there have been.
    pub fn count(&self) -> u32 {
        self.sieve.count()
    }

    /// Whether the opening bracket has been read.
    pub fn begun(&self) -> bool {
        self.sieve.begun()
    }

    /// Whether the closing bracket has been read.
    pub fn ended(&self) -> bool {
        self.sieve.ended()
    }
}
