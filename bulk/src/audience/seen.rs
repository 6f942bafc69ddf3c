//! The ids of the members that have been accepted, and the rows in which they stood.

use super::words::word;

/// A set of ids, compared as a whole; hashes only find the place.
///
/// Almost every id is new, and all that is looked at then is a byte or two of `tags`, which are few enough to stay near the
/// processor while objects stream past.
#[derive(Debug)]
pub struct Seen {
    /// A power of two of places: zero where there is no entry, or else what its hash begins with.
    tags: Vec<u8>,
    /// The numbers of the entries, by place.
    numbers: Vec<u32>,
    /// All ids, one behind the other.
    ids: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u32,
    end: usize,
    row: u32,
}

impl Default for Seen {
    fn default() -> Self {
        let places = 1 << 10;
        Self { tags: vec![0; places], numbers: vec![0; places], ids: Vec::new(), entries: Vec::new() }
    }
}

/// A number that ids which are not the same rarely share.
#[inline]
#[must_use]
pub fn hash(id: &[u8]) -> u32 {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = id.len() as u64;
    for at in (0..id.len()).step_by(8) {
        hash = (hash ^ word(id, at)).wrapping_mul(MIX);
        hash ^= hash >> 29;
    }
    (hash >> 32) as u32
}

/// What a place remembers of a hash; never zero.
fn tag(hash: u32) -> u8 {
    (hash >> 24) as u8 | 1
}

impl Seen {
    /// The row in which an id stood.
    #[inline]
    #[must_use]
    pub fn find(&self, hash: u32, id: &[u8]) -> Option<u32> {
        let mut at = self.place(hash);
        loop {
            let found = *self.tags.get(at)?;
            if found == 0 {
                return None;
            }
            if found == tag(hash)
                && let Some(row) = self.row(at, id)
            {
                return Some(row);
            }
            at = (at + 1) & (self.tags.len() - 1);
        }
    }

    /// Adds an id that is not there yet.
    #[inline]
    pub fn insert(&mut self, hash: u32, id: &[u8], row: u32) {
        if self.entries.len() * 2 >= self.tags.len() {
            self.grow();
        }
        self.occupy(hash, self.entries.len());
        self.ids.extend_from_slice(id);
        self.entries.push(Entry { hash, end: self.ids.len(), row });
    }

    /// Where the search begins.
    fn place(&self, hash: u32) -> usize {
        hash as usize & (self.tags.len() - 1)
    }

    /// The row of the entry at a place, if this is its id.
    #[inline(never)]
    fn row(&self, at: usize, id: &[u8]) -> Option<u32> {
        let number = *self.numbers.get(at)? as usize;
        let start = number.checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |entry| entry.end);
        let entry = self.entries.get(number)?;
        (self.ids.get(start..entry.end) == Some(id)).then_some(entry.row)
    }

    fn occupy(&mut self, hash: u32, number: usize) {
        let mut at = self.place(hash);
        while self.tags.get(at).is_some_and(|taken| *taken != 0) {
            at = (at + 1) & (self.tags.len() - 1);
        }
        if let (Some(free), Some(place)) = (self.tags.get_mut(at), self.numbers.get_mut(at)) {
            (*free, *place) = (tag(hash), number as u32);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let places = self.tags.len() * 2;
        (self.tags, self.numbers) = (vec![0; places], vec![0; places]);
        for number in 0..self.entries.len() {
            if let Some(entry) = self.entries.get(number) {
                self.occupy(entry.hash, number);
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
