//! Long lists, checked piece by piece. JavaScript writes the bytes of a piece into this module's memory; nothing is copied
//! on the way.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::check::{Apart, Checked};
use crate::json::whole_characters;
use crate::request;
use crate::shape::Operation;

use super::exports::{add_places, compiled, operation, report, split};

/// The lists of one input.
#[wasm_bindgen]
pub struct Lists {
    operation: &'static Operation,
    lists: Vec<Apart>,
    piece: Vec<u8>,
}

#[wasm_bindgen]
impl Lists {
    #[wasm_bindgen(constructor)]
    pub fn new(index: usize) -> Result<Self, JsValue> {
        Ok(Self { operation: operation(index)?, lists: Vec::new(), piece: Vec::new() })
    }

    /// Begins the list at a path, which is JSON; false where none is declared that could be checked apart.
    pub fn open(&mut self, path: &str) -> bool {
        let list = Apart::new(self.operation.input, path);
        let known = list.is_some();
        self.lists.extend(list);
        known
    }

    /// Where a piece of so many bytes may be written.
    pub fn room(&mut self, bytes: usize) -> *mut u8 {
        if self.piece.len() < bytes {
            self.piece.resize(bytes, 0);
        }
        self.piece.as_mut_ptr()
    }

    /// Checks a piece that is a list of some of the items.
    pub fn slice(&mut self, bytes: usize) {
        if let Some((list, text)) = self.lists.last_mut().zip(self.piece.get(..bytes).and_then(whole_characters)) {
            list.slice(text);
        }
    }

    /// Checks a piece of the list's own text, as far as it holds whole items, and gives how many bytes that is.
    pub fn read(&mut self, bytes: usize, last: bool) -> usize {
        let Some(list) = self.lists.last_mut() else { return 0 };
        match self.piece.get(..bytes).and_then(whole_characters) {
            // What is cut off within a character comes again.
            Some(text) if !last || text.len() == bytes => list.read(text, last),
            // A zero byte is no JSON either.
            _ => list.read("\0", last),
        }
    }

    /// Counts items that have been checked elsewhere.
    pub fn accept(&mut self, count: u32) {
        if let Some(list) = self.lists.last_mut() {
            list.accept(count);
        }
    }

    /// Goes on with a text of which so many items have been read elsewhere; see [`Apart::resume`].
    pub fn resume(&mut self, count: u32, behind: bool) {
        if let Some(list) = self.lists.last_mut() {
            list.resume(count, behind);
        }
    }

    /// How many items of the list have been counted.
    pub fn count(&self) -> u32 {
        self.lists.last().map_or(0, Apart::count)
    }

    /// As [`super::exports::validate`], of an input in which zeros stand for the items of the lists.
    pub fn validate(&self, input: &str) -> Option<String> {
        report(self.checked(input).issues)
    }

    /// As [`super::exports::compile`]; the body has a zero byte where a list belongs.
    pub fn compile(&self, input: &str, lenient: bool) -> Result<Array, JsValue> {
        let credentials: String = self.lists.iter().map(|list| list.credentials.as_str()).collect();
        // What is no JSON would make none of the whole body.
        let lenient = lenient && self.lists.iter().all(Apart::is_json);
        compiled(self.operation, self.checked(input), lenient, &credentials)
    }

    fn checked<'t>(&'t self, input: &'t str) -> Checked<'t> {
        let (places, input) = split(input);
        let checked = request::check_around(self.operation, input, &self.lists);
        add_places(checked, places)
    }
}
