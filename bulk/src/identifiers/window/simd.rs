//! A window in two registers of 16 bytes.

use core::arch::wasm32::{
    i8x16_bitmask, i8x16_eq, i8x16_splat, i8x16_sub, u8x16, u8x16_lt, u8x16_splat, u64x2_extract_lane, v128, v128_and,
    v128_andnot, v128_load, v128_or, v128_store,
};

use super::{Masks, Signs, WIDTH};

/// 32 bytes of text.
pub struct Window {
    low: Half,
    high: Half,
}

/// 16 bytes as they are, and in lower case.
struct Half {
    bytes: v128,
    capitals: v128,
    lower: v128,
}

impl Window {
    /// Takes the bytes.
    #[inline(always)]
    #[must_use]
    pub fn new(bytes: &[u8; WIDTH]) -> Self {
        let start = bytes.as_ptr().cast::<v128>();
        // SAFETY: the array has 32 bytes, 16 for each load; a load of wasm needs no alignment.
        let (low, high) = unsafe { (v128_load(start), v128_load(start.add(1))) };
        Self { low: Half::new(low), high: Half::new(high) }
    }

    /// What they are.
    #[inline(always)]
    #[must_use]
    pub fn masks(&self) -> Masks {
        let both = |test: fn(&Half) -> v128| self.both(test);
        Masks {
            host: both(Half::host),
            letters: both(Half::letters),
            capitals: both(|half| half.capitals),
            dots: both(|half| half.is(b'.')),
            hyphens: both(|half| half.is(b'-')),
            ends: both(Half::ends),
        }
    }

    /// What they say of a row.
    #[inline(always)]
    #[must_use]
    pub fn signs(&self) -> Signs {
        Signs {
            ends: self.both(Half::ends),
            cells: self
                .both(|half| v128_or(v128_or(half.is(b','), half.is(b';')), v128_or(half.is(b'\t'), half.is(b'"')))),
            comments: self.both(|half| half.is(b'#')),
            visible: self.both(Half::visible),
            foreign: self.both(|half| half.bytes),
        }
    }

    #[inline(always)]
    fn both(&self, test: fn(&Half) -> v128) -> u32 {
        u32::from(i8x16_bitmask(test(&self.low))) | u32::from(i8x16_bitmask(test(&self.high))) << 16
    }

    /// The bytes in lower case, those from `length` on as zeros.
    #[inline(always)]
    #[must_use]
    pub fn words(&self, length: usize) -> [u64; 4] {
        let length = u8x16_splat(length as u8);
        let low =
            v128_and(self.low.lower, u8x16_lt(u8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), length));
        let positions = u8x16(16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        let high = v128_and(self.high.lower, u8x16_lt(positions, length));
        let word = |half| [u64x2_extract_lane::<0>(half), u64x2_extract_lane::<1>(half)];
        let ([a, b], [c, d]) = (word(low), word(high));
        [a, b, c, d]
    }

    /// All bytes in lower case.
    #[inline(always)]
    #[must_use]
    pub fn lower(&self) -> [u8; WIDTH] {
        let mut out = [0; WIDTH];
        let start = out.as_mut_ptr().cast::<v128>();
        // SAFETY: the array has 32 bytes, 16 for each store; a store of wasm needs no alignment.
        unsafe {
            v128_store(start, self.low.lower);
            v128_store(start.add(1), self.high.lower);
        }
        out
    }
}

impl Half {
    #[inline(always)]
    fn new(bytes: v128) -> Self {
        let capitals = u8x16_lt(i8x16_sub(bytes, u8x16_splat(b'A')), u8x16_splat(26));
        let lower = v128_or(bytes, v128_and(capitals, i8x16_splat(0x20)));
        Self { bytes, capitals, lower }
    }

    #[inline(always)]
    fn is(&self, byte: u8) -> v128 {
        i8x16_eq(self.bytes, u8x16_splat(byte))
    }

    #[inline(always)]
    fn ends(&self) -> v128 {
        v128_or(self.is(b'\n'), self.is(b'\r'))
    }

    #[inline(always)]
    fn visible(&self) -> v128 {
        u8x16_lt(i8x16_sub(self.bytes, u8x16_splat(b'!')), u8x16_splat(94))
    }

    #[inline(always)]
    fn letters(&self) -> v128 {
        u8x16_lt(i8x16_sub(self.lower, u8x16_splat(b'a')), u8x16_splat(26))
    }

    /// Letters, and what lies between hyphen and nine but for the slash.
    #[inline(always)]
    fn host(&self) -> v128 {
        let others = u8x16_lt(i8x16_sub(self.bytes, u8x16_splat(b'-')), u8x16_splat(13));
        v128_or(v128_andnot(others, self.is(b'/')), self.letters())
    }
}
