//! The JSON list while it grows: an identifier is written at its end, and stays there only if it is new.

use super::kind::Kind;
use super::window::{WIDTH, Window};

/// What stands behind a value, with a byte more, for four go at once.
const CLOSING: &[u8; 4] = b"\"},\0";

/// The list as JSON text, and behind it the identifier that is being written.
#[derive(Debug)]
pub struct List {
    bytes: Vec<u8>,
    /// Up to where it is kept.
    end: usize,
    /// Where the value of the current identifier begins.
    value: usize,
}

impl List {
    /// An empty list, with room for so many bytes. The room is not touched before it is used: the first touch of a page of
    /// memory costs more than all that is written there later.
    pub fn new(room: usize) -> Self {
        let mut bytes = Vec::with_capacity(room + 1);
        bytes.push(b'[');
        Self { bytes, end: 1, value: 1 }
    }

    /// Begins an identifier. What was begun before and not kept is forgotten.
    #[inline]
    pub fn begin(&mut self, kind: Kind) {
        self.bytes.truncate(self.end);
        self.push(kind.opening());
        self.value = self.bytes.len();
    }

    /// Writes a part of the value, as it stands in JSON.
    #[inline(never)]
    pub fn push(&mut self, part: &[u8]) {
        append(&mut self.bytes, part);
    }

    /// The value, for whoever appends to it byte by byte.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// Begins a domain, and writes its value: so much of a window, in lower case.
    #[inline(always)]
    pub fn domain(&mut self, window: &Window, length: usize) {
        const OPENING: &[u8; 26] = b"{\"type\":\"domain\",\"value\":\"";
        self.bytes.truncate(self.end);
        self.bytes.reserve(OPENING.len() + WIDTH + CLOSING.len());
        self.bytes.extend_from_slice(OPENING);
        self.value = self.bytes.len();
        self.bytes.extend_from_slice(&window.lower());
        self.bytes.truncate(self.value + length);
    }

    /// Keeps the identifier, and gives where its value begins.
    #[inline]
    pub fn keep(&mut self) -> u32 {
        self.bytes.extend_from_slice(CLOSING);
        self.end = self.bytes.len() - 1;
        self.value as u32
    }

    /// The value of the identifier that is being written.
    #[inline]
    pub fn value(&self) -> &[u8] {
        self.bytes.get(self.value..).unwrap_or_default()
    }

    /// The value of an identifier that was kept, which begins here.
    pub fn kept(&self, start: u32) -> &[u8] {
        let rest = self.bytes.get(start as usize..).unwrap_or_default();
        let mut is_escaped = false;
        let end = rest.iter().position(|byte| {
            let ends = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            ends
        });
        end.and_then(|end| rest.get(..end)).unwrap_or_default()
    }

    /// Writes the value in small letters.
    pub fn lower(&mut self) {
        self.bytes.get_mut(self.value..).unwrap_or_default().make_ascii_lowercase();
    }

    /// Takes so many bytes out of the value, from here on.
    pub fn remove(&mut self, from: usize, bytes: usize) {
        let from = self.value + from;
        if from + bytes <= self.bytes.len() {
            self.bytes.copy_within(from + bytes.., from);
            self.bytes.truncate(self.bytes.len() - bytes);
        }
    }

    /// Writes the value in capitals.
    pub fn capitalise(&mut self) {
        self.bytes.get_mut(self.value..).unwrap_or_default().make_ascii_uppercase();
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
        self.bytes.truncate(closing);
        self.bytes.push(b']');
        &self.bytes
    }
}

/// Appends bytes. What is short goes by loads and stores of fixed sizes, which may overlap: a copy of any length is a call out
/// of the WebAssembly.
fn append(to: &mut Vec<u8>, from: &[u8]) {
    match from.len() {
        0..4 => to.extend(from),
        4..8 => ends::<4>(to, from),
        8..16 => ends::<8>(to, from),
        16..32 => ends::<16>(to, from),
        32..64 => ends::<32>(to, from),
        _ => to.extend_from_slice(from),
    }
}

/// Appends so many bytes of the beginning, and so many of the end.
#[inline(always)]
fn ends<const N: usize>(to: &mut Vec<u8>, from: &[u8]) {
    if let (Some(first), Some(last)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) {
        let end = to.len() + from.len();
        to.extend_from_slice(first);
        to.truncate(end - N);
        to.extend_from_slice(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appends_every_length() {
        for length in 0..200 {
            let from: Vec<u8> = (0..length).collect();
            let mut to = Vec::new();
            append(&mut to, &from);
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
