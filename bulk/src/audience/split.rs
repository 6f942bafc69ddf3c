//! Rows and cells, quickly: one look at each byte while no cell is quoted. Quoted cells are [`crate::table`]'s.

use crate::table::{Cells, row_end};

/// Where a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// The next row begins here.
    Next(usize),
    /// The text ends within the row.
    Open,
    /// A cell is quoted.
    Quoted,
}

/// Splits off the first row of a text, unless a cell of it is quoted.
#[inline]
pub fn plain<'t>(text: &'t [u8], delimiter: u8, last: bool, cells: &mut Vec<&'t [u8]>) -> Split {
    cells.clear();
    let (mut cell, mut at) = (0, 0);
    if text.first() == Some(&b'"') {
        return Split::Quoted;
    }
    while let Some(found) = find(text, at, delimiter) {
        cells.push(text.get(cell..found).unwrap_or_default());
        at = found + 1;
        match text.get(found) {
            Some(b'\n') => return Split::Next(at),
            Some(b'\r') => match text.get(at) {
                Some(b'\n') => return Split::Next(at + 1),
                None if !last => return Split::Open,
                _ => return Split::Next(at),
            },
            _ if text.get(at) == Some(&b'"') => return Split::Quoted,
            _ => cell = at,
        }
    }
    if !last || text.is_empty() {
        return Split::Open;
    }
    cells.push(text.get(cell..).unwrap_or_default());
    Split::Next(text.len())
}

/// The next delimiter or line end.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn find(text: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    find_slowly(text, from, delimiter)
}

#[inline]
fn find_slowly(text: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
    text.get(from..)?.iter().position(ends).map(|at| from + at)
}

/// The same, sixteen bytes at a time.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
fn find(text: &[u8], mut from: usize, delimiter: u8) -> Option<usize> {
    use core::arch::wasm32::*;

    while let Some(window) = text.get(from..).and_then(|rest| rest.first_chunk::<16>()) {
        // SAFETY: the window is 16 bytes long; a vector may be read from any address.
        let bytes = unsafe { v128_load(window.as_ptr().cast()) };
        let line_end = v128_or(i8x16_eq(bytes, u8x16_splat(b'\n')), i8x16_eq(bytes, u8x16_splat(b'\r')));
        let found = u8x16_bitmask(v128_or(line_end, i8x16_eq(bytes, u8x16_splat(delimiter))));
        if found != 0 {
            return Some(from + found.trailing_zeros() as usize);
        }
        from += 16;
    }
    find_slowly(text, from, delimiter)
}

/// Splits off the first row of a text in which cells may be quoted. Cells in which quotes are doubled are written to
/// `undoubled` as they are meant, and `cells` has nothing in their place.
pub fn quoted<'t>(text: &'t [u8], delimiter: u8, last: bool, cells: &mut Vec<Unquoted<'t>>) -> Split {
    cells.clear();
    let Some((end, next)) = row_end(text, 0, delimiter, last) else { return Split::Open };
    let row = text.get(..end).unwrap_or_default();
    cells.extend(Cells::new(row, delimiter).map(|cell| match cell.doubled {
        true => Unquoted::Undoubled(undoubled(cell.text)),
        false => Unquoted::Plain(cell.text),
    }));
    // A quote that is never closed has taken all that follows for a cell.
    let never_closed = |cell: &Unquoted<'_>| matches!(cell, Unquoted::Plain([b'"', ..]));
    if row.contains(&b'\n') && cells.iter().any(never_closed) {
        return unquoted(text, delimiter, cells);
    }
    Split::Next(next)
}

/// Splits off the first row, where quotes mean nothing.
pub fn unquoted<'t>(text: &'t [u8], delimiter: u8, cells: &mut Vec<Unquoted<'t>>) -> Split {
    cells.clear();
    let Some(end) = text.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return Split::Open };
    let row = text.get(..end).unwrap_or_default();
    cells.extend(row.split(|byte| *byte == delimiter).map(Unquoted::Plain));
    let crlf = text.get(end..end + 2) == Some(b"\r\n");
    Split::Next(end + if crlf { 2 } else { 1 })
}

/// A cell that may have been quoted.
#[derive(Debug, PartialEq, Eq)]
pub enum Unquoted<'t> {
    Plain(&'t [u8]),
    /// A copy with single quotes; to be wiped.
    Undoubled(Vec<u8>),
}

impl Unquoted<'_> {
    /// The text of the cell.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        match self {
            Self::Plain(text) => text,
            Self::Undoubled(text) => text,
        }
    }
}

impl Drop for Unquoted<'_> {
    fn drop(&mut self) {
        if let Self::Undoubled(text) = self {
            super::wipe::wipe(text);
        }
    }
}

fn undoubled(text: &[u8]) -> Vec<u8> {
    let mut single = Vec::with_capacity(text.len());
    let mut bytes = text.iter();
    while let Some(byte) = bytes.next() {
        single.push(*byte);
        if *byte == b'"' {
            bytes.next();
        }
    }
    single
}
