//! Looks for the end of a string, many bytes at a time: most of what is checked is the inside of strings.

/// Where a quote, a backslash or a control character stands, from `at` on. Eight bytes at a time, or sixteen.
#[inline]
pub(crate) fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    #[cfg(target_feature = "simd128")]
    while let Some(sixteen) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let found = ends_among(sixteen);
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += 16;
    }
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let word = u64::from_le_bytes(*eight);
        let (quote, backslash) = (word ^ (ONES * 0x22), word ^ (ONES * 0x5c));
        // In each, the lowest bit that is set marks the first such byte; the bits above it may be wrong.
        let zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let found = (zero(quote) | zero(backslash) | control) & HIGH;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
        at += 1;
    }
    at
}

/// A bit for each quote, backslash and control character.
#[cfg(target_feature = "simd128")]
#[inline(always)]
fn ends_among(bytes: &[u8; 16]) -> u16 {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128_load, v128_or};
    // SAFETY: the array has the 16 bytes of a load; a load of wasm needs no alignment.
    let bytes = unsafe { v128_load(bytes.as_ptr().cast()) };
    let (quotes, backslashes) = (u8x16_eq(bytes, u8x16_splat(b'"')), u8x16_eq(bytes, u8x16_splat(b'\\')));
    u8x16_bitmask(v128_or(v128_or(quotes, backslashes), u8x16_lt(bytes, u8x16_splat(0x20))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_end_of_plain_text_at_every_place() {
        for found in [b'"', b'\\', 0, 0x1f, b'\n'] {
            for before in [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                for length in 0..20 {
                    let mut bytes = vec![before; length];
                    bytes.push(found);
                    bytes.extend([found, b'"', before, before, before, before, before, before, before]);
                    assert_eq!(end_of_plain(&bytes, 0), length, "{before} {found}");
                    assert_eq!(end_of_plain(&bytes[..length], 0), length);
                }
            }
        }
    }
}
