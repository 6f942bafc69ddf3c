//! Four blocks at a time: a message in each lane of a vector.
//!
//! Each of the four is the only block of its message. Where the machine has no such vectors, one follows the other; that
//! code is also what the tests compare with.

use super::sha256::{Hex, INITIAL, compress, hex};

/// Four messages, padded.
pub type Blocks = [[u8; 64]; 4];

/// The digests of four messages, one after the other.
#[must_use]
pub fn one_by_one(blocks: &Blocks) -> [Hex; 4] {
    blocks.map(|block| {
        let mut state = INITIAL;
        compress(&mut state, &block);
        hex(&state)
    })
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub use one_by_one as digests;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd::digests;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use core::arch::wasm32::*;

    use super::super::sha256::{Hex, INITIAL, ROUNDS};
    use super::Blocks;

    /// The digests of four messages.
    #[must_use]
    pub fn digests(blocks: &Blocks) -> [Hex; 4] {
        let mut words = [u32x4_splat(0); 16];
        for (at, quarter) in words.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            *quarter = transposed(std::array::from_fn(|lane| big_endian(load(&blocks[lane], at * 16))));
        }
        let state = rounds(words);
        let (low, high) = (
            transposed([state[0], state[1], state[2], state[3]]),
            transposed([state[4], state[5], state[6], state[7]]),
        );
        std::array::from_fn(|lane| {
            let mut hex = [0; 64];
            write_hex(&mut hex, 0, big_endian(low[lane]));
            write_hex(&mut hex, 32, big_endian(high[lane]));
            hex
        })
    }

    macro_rules! rotated {
        ($word:expr, $by:literal) => {
            v128_or(u32x4_shr($word, $by), u32x4_shl($word, 32 - $by))
        };
    }

    /// The states after all rounds.
    #[inline(always)]
    fn rounds(mut words: [v128; 16]) -> [v128; 8] {
        let initial = INITIAL.map(|word| u32x4_splat(word));
        let mut state = initial;
        for at in 0..16 {
            state = round(state, words[at], ROUNDS[at]);
        }
        for sixteen in 1..4 {
            for at in 0..16 {
                let (two, fifteen) = (words[(at + 14) % 16], words[(at + 1) % 16]);
                let small1 = v128_xor(v128_xor(rotated!(two, 17), rotated!(two, 19)), u32x4_shr(two, 10));
                let small0 = v128_xor(v128_xor(rotated!(fifteen, 7), rotated!(fifteen, 18)), u32x4_shr(fifteen, 3));
                words[at] = u32x4_add(u32x4_add(words[at], small0), u32x4_add(words[(at + 9) % 16], small1));
                state = round(state, words[at], ROUNDS[sixteen * 16 + at]);
            }
        }
        std::array::from_fn(|at| u32x4_add(state[at], initial[at]))
    }

    #[inline(always)]
    fn round([a, b, c, d, e, f, g, h]: [v128; 8], word: v128, constant: u32) -> [v128; 8] {
        let big1 = v128_xor(v128_xor(rotated!(e, 6), rotated!(e, 11)), rotated!(e, 25));
        let chosen = v128_bitselect(f, g, e);
        let t1 = u32x4_add(u32x4_add(h, u32x4_add(word, u32x4_splat(constant))), u32x4_add(big1, chosen));
        let big0 = v128_xor(v128_xor(rotated!(a, 2), rotated!(a, 13)), rotated!(a, 22));
        // Where b and c agree, they are the majority; where not, a is.
        let majority = v128_bitselect(a, b, v128_xor(b, c));
        [u32x4_add(t1, u32x4_add(big0, majority)), a, b, c, u32x4_add(d, t1), e, f, g]
    }

    /// Rows become columns.
    #[inline(always)]
    fn transposed([a, b, c, d]: [v128; 4]) -> [v128; 4] {
        let (ab, cd) = (i32x4_shuffle::<0, 4, 1, 5>(a, b), i32x4_shuffle::<0, 4, 1, 5>(c, d));
        let (ab2, cd2) = (i32x4_shuffle::<2, 6, 3, 7>(a, b), i32x4_shuffle::<2, 6, 3, 7>(c, d));
        [
            i64x2_shuffle::<0, 2>(ab, cd),
            i64x2_shuffle::<1, 3>(ab, cd),
            i64x2_shuffle::<0, 2>(ab2, cd2),
            i64x2_shuffle::<1, 3>(ab2, cd2),
        ]
    }

    /// Each word with its bytes in the other order.
    #[inline(always)]
    fn big_endian(words: v128) -> v128 {
        i8x16_shuffle::<3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12>(words, words)
    }

    #[inline(always)]
    fn load(block: &[u8; 64], at: usize) -> v128 {
        debug_assert!(at <= 48);
        // SAFETY: `at` is 0, 16, 32 or 48, so the 16 bytes lie within the block; a vector may be read from any address.
        unsafe { v128_load(block.as_ptr().add(at).cast()) }
    }

    /// Sixteen bytes as 32 digits: the halves of a byte choose them from a table.
    #[inline(always)]
    fn write_hex(hex: &mut Hex, at: usize, bytes: v128) {
        const DIGITS: v128 =
            u8x16(b'0', b'1', b'2', b'3', b'4', b'5', b'6', b'7', b'8', b'9', b'a', b'b', b'c', b'd', b'e', b'f');
        let high = i8x16_swizzle(DIGITS, u8x16_shr(bytes, 4));
        let low = i8x16_swizzle(DIGITS, v128_and(bytes, u8x16_splat(15)));
        let first = i8x16_shuffle::<0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23>(high, low);
        let second = i8x16_shuffle::<8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31>(high, low);
        debug_assert!(at <= 32);
        // SAFETY: `at` is 0 or 32, so the 32 bytes lie within the digits; a vector may be written to any address.
        unsafe {
            let to = hex.as_mut_ptr().add(at);
            v128_store(to.cast(), first);
            v128_store(to.add(16).cast(), second);
        }
    }
}
