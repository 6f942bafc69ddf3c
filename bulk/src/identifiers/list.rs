//! The JSON list while it grows: an identifier is written at its end, and stays there only if it is new.

use super::kind::Kind;
use super::window::WIDTH;

/// Room that an entry needs beside its value: the longest opening, its end, and what a window writes beyond a value.
const MARGIN: usize = 3 * WIDTH;

/// What stands behind a value.
const CLOSING: &[u8; 4] = b"\"},\0";

/// The list as JSON text, and behind it the identifier that is being written.
#[derive(Debug)]
pub struct List {
    /// Written up to `end`; from there on room.
    bytes: Vec<u8>,
    end: usize,
    /// Where the value of the current identifier begins, and how far it is written.
    value: usize,
    at: usize,
}

impl List {
    /// An empty list, with room for so many bytes.
    pub fn new(room: usize) -> Self {
        let mut bytes = vec![0; room + MARGIN];
        if let Some(first) = bytes.first_mut() {
            *first = b'[';
        }
        Self { bytes, end: 1, value: 1, at: 1 }
    }

    /// Begins an identifier. What was begun before and not kept is forgotten.
    #[inline]
    pub fn begin(&mut self, kind: Kind) {
        self.at = self.end;
        self.push(kind.opening());
        self.value = self.at;
    }

    /// Writes a part of the value, as it stands in JSON.
    #[inline(never)]
    pub fn push(&mut self, part: &[u8]) {
        self.need(part.len());
        if let Some(room) = self.bytes.get_mut(self.at..self.at + part.len()) {
            copy(room, part);
        }
        self.at += part.len();
    }

    /// Begins a domain and gives the room for its value: one window; `wrote` says how much of it counts.
    #[inline(always)]
    pub fn domain_room(&mut self) -> Option<&mut [u8; WIDTH]> {
        const OPENING: &[u8; 26] = b"{\"type\":\"domain\",\"value\":\"";
        self.need(0);
        let room = self.bytes.get_mut(self.end..)?;
        let (opening, room) = room.split_first_chunk_mut::<26>()?;
        *opening = *OPENING;
        self.value = self.end + OPENING.len();
        room.first_chunk_mut()
    }

    /// How much was written into the room for a domain.
    #[inline(always)]
    pub fn wrote(&mut self, length: usize) {
        self.at = self.value + length;
    }

    /// Keeps the identifier, and gives where its value begins.
    #[inline]
    pub fn keep(&mut self) -> u32 {
        self.need(CLOSING.len());
        if let Some(room) = self.bytes.get_mut(self.at..).and_then(<[u8]>::first_chunk_mut) {
            *room = *CLOSING;
        }
        self.end = self.at + 3;
        self.value as u32
    }

    /// The value of the identifier that is being written.
    #[inline]
    pub fn value(&self) -> &[u8] {
        self.bytes.get(self.value..self.at).unwrap_or_default()
    }

    /// Writes the value in small letters.
    pub fn lower(&mut self) {
        self.bytes.get_mut(self.value..self.at).unwrap_or_default().make_ascii_lowercase();
    }

    /// Takes so many bytes out of the value, from here on.
    pub fn remove(&mut self, from: usize, bytes: usize) {
        let from = self.value + from;
        if from + bytes <= self.at {
            self.bytes.copy_within(from + bytes..self.at, from);
            self.at -= bytes;
        }
    }

    /// Writes the value in capitals.
    pub fn capitalise(&mut self) {
        self.bytes.get_mut(self.value..self.at).unwrap_or_default().make_ascii_uppercase();
    }

    /// Whether the value that begins somewhere is the one that is being written. Quotes inside values are escaped, so that
    /// a value ends with the first one that is not.
    #[inline]
    pub fn is_at(&self, start: u32) -> bool {
        let (start, value) = (start as usize, self.value());
        let other = self.bytes.get(start..start + value.len() + 1).unwrap_or_default();
        other.strip_prefix(value) == Some(b"\"")
    }

    /// The same, where the case of letters does not count.
    pub fn is_at_but_for_case(&self, start: u32) -> bool {
        let (start, value) = (start as usize, self.value());
        let other = self.bytes.get(start..start + value.len() + 1).unwrap_or_default();
        other.split_last().is_some_and(|(end, other)| *end == b'"' && other.eq_ignore_ascii_case(value))
    }

    /// The finished list.
    pub fn finish(&mut self) -> &[u8] {
        // In place of the last comma; an empty list has none.
        let closing = if self.end > 1 { self.end - 1 } else { self.end };
        if let Some(byte) = self.bytes.get_mut(closing) {
            *byte = b']';
        }
        self.bytes.get(..=closing).unwrap_or_default()
    }

    /// Makes room for so many bytes more, and the margin.
    #[inline]
    fn need(&mut self, bytes: usize) {
        let needed = self.at.max(self.end) + bytes + MARGIN;
        if needed > self.bytes.len() {
            self.grow(needed);
        }
    }

    #[cold]
    fn grow(&mut self, needed: usize) {
        self.bytes.resize(needed.max(self.bytes.len() + self.bytes.len() / 2), 0);
    }
}

/// Copies bytes between parts of the same length. What is short goes by loads and stores of fixed sizes, which may overlap:
/// a copy of any length is a call out of the WebAssembly.
fn copy(to: &mut [u8], from: &[u8]) {
    match from.len() {
        0..4 => to.iter_mut().zip(from).for_each(|(to, from)| *to = *from),
        4..8 => ends::<4>(to, from),
        8..16 => ends::<8>(to, from),
        16..32 => ends::<16>(to, from),
        32..64 => ends::<32>(to, from),
        _ => to.copy_from_slice(from),
    }
}

/// Copies so many bytes at the beginning, and so many at the end.
#[inline(always)]
fn ends<const N: usize>(to: &mut [u8], from: &[u8]) {
    if let (Some(to), Some(from)) = (to.first_chunk_mut::<N>(), from.first_chunk::<N>()) {
        *to = *from;
    }
    if let (Some(to), Some(from)) = (to.last_chunk_mut::<N>(), from.last_chunk::<N>()) {
        *to = *from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_every_length() {
        for length in 0..200 {
            let from: Vec<u8> = (0..length).collect();
            let mut to = vec![255; from.len()];
            copy(&mut to, &from);
            assert_eq!(to, from);
        }
    }

    #[test]
    fn keeps_what_is_kept() {
        let mut list = List::new(0);
        assert_eq!(list.finish(), b"[]");
        let mut list = List::new(0);
        for kept in [true, false, true] {
            list.begin(Kind::RokuStoreId);
            list.push(b"12");
            if kept {
                list.keep();
            }
        }
        let one = r#"{"type":"roku_store_id","value":"12"}"#;
        assert_eq!(list.finish(), format!("[{one},{one}]").as_bytes());
    }
}
