//! Text by eight bytes at a time: the first byte is the lowest of a word.

/// One in every byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of every byte.
pub const HIGH: u64 = 0x80 * ONES;

/// The eight bytes from `at` on; zeros where the text is over.
#[inline]
#[must_use]
pub fn word(text: &[u8], at: usize) -> u64 {
    match text.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => tail(text, at),
    }
}

#[inline]
fn tail(text: &[u8], at: usize) -> u64 {
    let missing = (at + 8).saturating_sub(text.len());
    match text.last_chunk::<8>() {
        Some(bytes) if missing < 8 => u64::from_le_bytes(*bytes) >> (missing * 8),
        _ => text.get(at..).unwrap_or_default().iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// Writes eight bytes, where there is room for them.
#[inline]
pub fn put(text: &mut [u8], at: usize, word: u64) {
    if let Some(place) = text.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<8>()) {
        *place = word.to_le_bytes();
    }
}

/// Whether all bytes are ASCII.
#[inline]
#[must_use]
pub fn is_ascii(word: u64) -> bool {
    word & HIGH == 0
}

/// The highest bit of each byte that equals `byte`; for ASCII alone.
#[inline]
#[must_use]
pub fn equal(word: u64, byte: u8) -> u64 {
    let differences = word ^ (u64::from(byte) * ONES);
    !((differences & !HIGH) + (!HIGH)) & HIGH & !differences
}

/// Whether a byte is below `bound`, which is at most 0x80.
#[inline]
#[must_use]
pub fn any_below(word: u64, bound: u8) -> bool {
    word.wrapping_sub(u64::from(bound) * ONES) & !word & HIGH != 0
}

/// The highest bit of each byte from `first` to `last`; for ASCII alone.
#[inline]
#[must_use]
pub fn between(word: u64, first: u8, last: u8) -> u64 {
    let from = word + u64::from(0x80 - first) * ONES;
    let beyond = word + u64::from(0x7f - last) * ONES;
    (from ^ beyond) & HIGH
}

/// ASCII letters in lower case; for ASCII alone.
#[inline]
#[must_use]
pub fn lower(word: u64) -> u64 {
    word | between(word, b'A', b'Z') >> 2
}

/// The bytes of the last word of a text of `length` that lie behind it, as spaces: what no test minds.
#[inline]
#[must_use]
pub fn filled(word: u64, inside: usize, with: u8) -> u64 {
    if inside >= 8 { word } else { word | (u64::from(with) * ONES) << (inside * 8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_single_bytes() {
        for byte in 0..=255u8 {
            for at in 0..8 {
                let bytes: [u8; 8] = std::array::from_fn(|place| if place == at { byte } else { b'm' });
                let whole = u64::from_le_bytes(bytes);
                assert_eq!(is_ascii(whole), byte.is_ascii());
                assert_eq!(any_below(whole, 0x21), byte < 0x21, "{byte}");
                if byte.is_ascii() {
                    assert_eq!(lower(whole), u64::from_le_bytes(bytes.map(|b| b.to_ascii_lowercase())));
                    assert_eq!(equal(whole, byte).count_ones(), if byte == b'm' { 8 } else { 1 });
                    assert_eq!(equal(whole, b'@') != 0, byte == b'@');
                    assert_eq!(between(whole, b'(', b')') != 0, matches!(byte, b'(' | b')'));
                }
            }
        }
    }

    #[test]
    fn reads_up_to_the_end() {
        let text = b"abcdefghijkl";
        for length in 0..=text.len() {
            for at in 0..length {
                let mut bytes = [0; 8];
                let part = &text[at..length.min(at + 8)];
                bytes[..part.len()].copy_from_slice(part);
                assert_eq!(word(&text[..length], at), u64::from_le_bytes(bytes));
            }
        }
    }
}
