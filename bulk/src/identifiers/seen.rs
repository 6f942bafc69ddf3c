//! Which identifiers were there before: a table with open addresses, over the bytes of the list itself.

/// The odd numbers that words are multiplied with; a job mixes its seed in, so that nobody can prepare a list whose
/// identifiers all meet in one place.
const KEYS: [u64; 4] = [0x9e37_79b9_7f4a_7c15, 0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb, 0xd6e8_feb8_6659_fd93];
const MIX: u64 = 0xff51_afd7_ed55_8ccd;

/// Hashes of values.
#[derive(Debug, Clone, Copy)]
pub struct Hasher {
    keys: [u64; 4],
}

impl Hasher {
    /// Hashes that depend on a seed.
    pub fn new(seed: u32) -> Self {
        let mut state = u64::from(seed);
        Self {
            keys: KEYS.map(|key| {
                state = (state ^ key).wrapping_mul(MIX);
                (state ^ (state >> 29)) | 1
            }),
        }
    }

    /// The hash of up to 32 bytes, as words with zeros at the end.
    #[inline(always)]
    pub fn short(&self, words: [u64; 4], length: usize, kind: u8) -> u64 {
        finish(self.block(0, words), length, kind)
    }

    /// The hash of a value; `fold` takes ASCII letters of either case as the same, and a few other bytes, too.
    pub fn value(&self, value: &[u8], kind: u8, fold: bool) -> u64 {
        let mut words = Words { rest: value, fold };
        let mut state = 0;
        while !words.rest.is_empty() {
            state = self.block(state, [words.take(), words.take(), words.take(), words.take()]);
        }
        finish(state, value.len(), kind)
    }

    #[inline(always)]
    fn block(&self, state: u64, words: [u64; 4]) -> u64 {
        let state = (state ^ (state >> 32)).wrapping_mul(MIX);
        words.iter().zip(self.keys).fold(state, |sum, (word, key)| sum.wrapping_add(word.wrapping_mul(key)))
    }
}

/// The bytes of a value, by words; zeros where it has ended.
struct Words<'v> {
    rest: &'v [u8],
    fold: bool,
}

impl Words<'_> {
    fn take(&mut self) -> u64 {
        const SMALL: u64 = 0x2020_2020_2020_2020;
        let word = match self.rest.split_first_chunk::<8>() {
            Some((word, rest)) => {
                self.rest = rest;
                u64::from_le_bytes(*word)
            }
            None => std::mem::take(&mut self.rest).iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        };
        if self.fold { word | SMALL } else { word }
    }
}

#[inline(always)]
fn finish(state: u64, length: usize, kind: u8) -> u64 {
    let state = state ^ (state >> 32) ^ ((length as u64) << 8 | u64::from(kind));
    let state = state.wrapping_mul(MIX);
    state ^ (state >> 32)
}

/// A table of what was seen. A slot holds the number of a line plus one, in as many of its lower bits as there are places, and
/// a part of the hash in the others: half the size of a table that holds enough of the hash to grow, and so nearer to the
/// processor. Whoever fills it makes a larger one in time, which is rarer than a look into it by far.
#[derive(Debug)]
pub struct Seen {
    slots: Vec<u32>,
    used: usize,
}

impl Seen {
    /// A table with room for so many.
    pub fn new(expected: usize) -> Self {
        Self { slots: vec![0; (expected * 2).next_power_of_two().max(64)], used: 0 }
    }

    /// Whether there is room for a line of this number, which may have two hashes.
    #[inline(always)]
    pub fn has_room(&self, number: u32) -> bool {
        (self.used + 2) * 2 <= self.slots.len() && (number as usize) + 1 < self.slots.len()
    }

    /// How many lines it has room for.
    pub fn room(&self) -> usize {
        self.slots.len() / 2
    }

    /// The number that was seen with this hash and is the same, or none; then this number is remembered.
    #[inline(always)]
    pub fn meet(&mut self, hash: u64, number: u32, is_same: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let (places, tag) = (mask as u32, hash as u32);
        let mut at = (hash >> 32) as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == 0 {
                *slot = tag & !places | (number + 1) & places;
                self.used += 1;
                return None;
            }
            let other = (*slot & places).wrapping_sub(1);
            if (*slot ^ tag) & !places == 0 && is_same(other) {
                return Some(other);
            }
            at = (at + 1) & mask;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_values_have_the_same_hash_by_words() {
        let hasher = Hasher::new(7);
        for length in 0..=32 {
            let bytes: Vec<u8> = (1..=length).collect();
            let mut words = [0; 4];
            for (at, byte) in bytes.iter().enumerate() {
                words[at / 8] |= u64::from(*byte) << (at % 8 * 8);
            }
            assert_eq!(hasher.short(words, bytes.len(), 3), hasher.value(&bytes, 3, false));
        }
    }

    #[test]
    fn finds_what_was_seen_as_long_as_there_is_room() {
        let mut seen = Seen::new(0);
        let same_tag = |number: u32| u64::from(number) << 32;
        let mut count = 0;
        while seen.has_room(count) {
            assert_eq!(seen.meet(same_tag(count), count, |_| false), None);
            count += 1;
        }
        assert_eq!(count as usize + 1, seen.room());
        for number in 0..count {
            assert_eq!(seen.meet(same_tag(number), count, |other| other == number), Some(number));
        }
        assert!(!Seen::new(0).has_room(63), "the number does not fit into the slots");
    }
}
