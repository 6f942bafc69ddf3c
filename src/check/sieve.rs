//! Parts the items of a long list that are right beyond doubt from those in doubt.
//!
//! The bulk module does this, where the machine code is fast; it says nothing about what is in doubt. The client checks that,
//! and only that, with [`Apart::slice`](super::Apart::slice). So there is one place that finds words for mistakes.

use crate::json::{Reader, Type};
use crate::shape::Kind;

use super::fit::Fit;

/// A list that is being read, piece by piece.
#[derive(Debug)]
pub struct Sieve {
    item: &'static Kind,
    place: Place,
    count: u32,
    doubts: Vec<Doubt>,
}

/// Items in doubt that follow one another: where they stand in the piece, and the index of the first.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    pub start: u32,
    pub end: u32,
    pub index: u32,
    /// How many they are.
    pub count: u32,
}

/// How far the reading of the list has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Inside,
    Behind,
}

impl Sieve {
    /// A list of items of a kind.
    pub fn new(item: &'static Kind) -> Self {
        Self { item, place: Place::Before, count: 0, doubts: Vec::new() }
    }

    /// Begins a text, whose first item has this index.
    pub fn begin(&mut self, index: u32) {
        self.place = Place::Before;
        self.count = index;
    }

    /// Reads the whole items at the beginning of a piece, and gives how many bytes they take: the next piece begins behind
    /// them. It stops, too, before what is no JSON, and before an item that is nested too deep.
    pub fn read(&mut self, text: &str) -> usize {
        self.doubts.clear();
        let mut reader = Reader::new(text);
        if self.place == Place::Before {
            match reader.enter(Type::Array) {
                Ok(true) if reader.position() < text.len() => self.place = Place::Inside,
                Ok(false) => self.place = Place::Behind,
                _ => return 0,
            }
        }
        let mut read = reader.position();
        let mut fit = Fit::new(text);
        while self.place == Place::Inside {
            let fits = fit.end(read, self.item);
            let mut reader = Reader::at(text, fits.unwrap_or(read));
            let span = if fits.is_some() { Ok(read..read) } else { reader.skip() };
            let Some((span, more)) = span.ok().zip(reader.next(Type::Array).ok()) else { return read };
            if fits.is_none() {
                self.doubt(span.start, span.end);
            }
            self.count += 1;
            self.place = if more { Place::Inside } else { Place::Behind };
            read = reader.position();
        }
        let mut rest = Reader::at(text, read);
        if rest.end().is_ok() { text.len() } else { read }
    }

    /// The items in doubt of the last piece, in their order.
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// How many items there have been.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Whether the opening bracket has been read.
    pub fn begun(&self) -> bool {
        self.place != Place::Before
    }

    /// Whether the closing bracket has been read.
    pub fn ended(&self) -> bool {
        self.place == Place::Behind
    }

    fn doubt(&mut self, start: usize, end: usize) {
        let (start, end) = (start as u32, end as u32);
        match self.doubts.last_mut() {
            Some(last) if last.index + last.count == self.count => (last.end, last.count) = (end, last.count + 1),
            _ => self.doubts.push(Doubt { start, end, index: self.count, count: 1 }),
        }
    }
}
