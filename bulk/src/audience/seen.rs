//! The ids of the members that have been accepted, and the rows in which they stood.

use super::words::word;

/// A set of ids, compared as a whole; hashes only find the place.
#[derive(Debug)]
pub struct Seen {
    /// A power of two of slots: zero, or an entry counted from 1 with the upper half of its hash above it.
    slots: Vec<u64>,
    /// All ids, one behind the other.
    ids: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    end: usize,
    row: u32,
}

impl Default for Seen {
    fn default() -> Self {
        Self { slots: vec![0; 1 << 10], ids: Vec::new(), entries: Vec::new() }
    }
}

/// A number that ids which are not the same rarely share.
#[inline]
#[must_use]
pub fn hash(id: &[u8]) -> u64 {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = id.len() as u64;
    for at in (0..id.len()).step_by(8) {
        hash = (hash ^ word(id, at)).wrapping_mul(MIX);
        hash ^= hash >> 29;
    }
    hash
}

impl Seen {
    /// The row in which an id stood.
    #[inline]
    #[must_use]
    pub fn find(&self, hash: u64, id: &[u8]) -> Option<u32> {
        let mut at = self.place(hash);
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            let number = (slot as u32) as usize - 1;
            if slot >> 32 == hash >> 32 && self.id(number) == id {
                return self.entries.get(number).map(|entry| entry.row);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Adds an id that is not there yet.
    #[inline]
    pub fn insert(&mut self, hash: u64, id: &[u8], row: u32) {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        self.ids.extend_from_slice(id);
        self.entries.push(Entry { end: self.ids.len(), row });
        self.occupy(hash >> 32 << 32 | self.entries.len() as u64);
    }

    /// The slot at which the search begins: found by the upper half of the hash, which is what a slot remembers.
    fn place(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.slots.len() - 1)
    }

    fn id(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |entry| entry.end);
        let end = self.entries.get(number).map_or(start, |entry| entry.end);
        self.ids.get(start..end).unwrap_or_default()
    }

    fn occupy(&mut self, slot: u64) {
        let mut at = self.place(slot);
        while self.slots.get(at).is_some_and(|taken| *taken != 0) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
        }
    }

    fn grow(&mut self) {
        let twice = vec![0; self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, twice) {
            if slot != 0 {
                self.occupy(slot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_added_and_nothing_else() {
        let mut seen = Seen::default();
        for number in 0..5_000u32 {
            let id = format!("member-{number}");
            assert_eq!(seen.find(hash(id.as_bytes()), id.as_bytes()), None);
            seen.insert(hash(id.as_bytes()), id.as_bytes(), number);
        }
        for number in 0..5_000u32 {
            let id = format!("member-{number}");
            assert_eq!(seen.find(hash(id.as_bytes()), id.as_bytes()), Some(number));
        }
    }

    #[test]
    fn compares_ids_as_a_whole() {
        let mut seen = Seen::default();
        seen.insert(7, b"a", 1);
        assert_eq!((seen.find(7, b"b"), seen.find(7, b"a")), (None, Some(1)));
        seen.insert(7, b"b", 2);
        assert_eq!((seen.find(7, b"b"), seen.find(7, b"a"), seen.find(7, b"")), (Some(2), Some(1), None));
    }
}
