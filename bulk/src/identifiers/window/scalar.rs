//! A window without SIMD: the plain build, and every test that runs natively.

use super::{Masks, WIDTH};

/// 32 bytes of text.
pub struct Window {
    bytes: [u8; WIDTH],
}

impl Window {
    /// Takes the bytes.
    #[must_use]
    pub fn new(bytes: &[u8; WIDTH]) -> Self {
        Self { bytes: *bytes }
    }

    /// What they are.
    #[must_use]
    pub fn masks(&self) -> Masks {
        let mut masks = Masks { host: 0, letters: 0, capitals: 0, dots: 0, hyphens: 0, ends: 0 };
        for (at, byte) in self.bytes.iter().enumerate() {
            let bit = 1 << at;
            match byte {
                b'a'..=b'z' => masks.letters |= bit,
                b'A'..=b'Z' => {
                    masks.letters |= bit;
                    masks.capitals |= bit;
                }
                b'0'..=b'9' => masks.host |= bit,
                b'.' => masks.dots |= bit,
                b'-' => masks.hyphens |= bit,
                b'\n' | b'\r' => masks.ends |= bit,
                _ => {}
            }
        }
        masks.host |= masks.letters | masks.dots | masks.hyphens;
        masks
    }

    /// Which of them make a row of a line: commas, semicolons, tabs, quotes, and the sign of a comment.
    #[must_use]
    pub fn separators(&self) -> u32 {
        let is = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'"' | b'#');
        (0..).zip(&self.bytes).map(|(at, byte)| u32::from(is(byte)) << at).sum()
    }

    /// The bytes in lower case, those from `length` on as zeros.
    #[must_use]
    pub fn words(&self, length: usize) -> [u64; 4] {
        let mut words = [0; 4];
        for (at, byte) in self.bytes.iter().enumerate().take(length) {
            if let Some(word) = words.get_mut(at / 8) {
                *word |= u64::from(byte.to_ascii_lowercase()) << (at % 8 * 8);
            }
        }
        words
    }

    /// Writes all bytes in lower case.
    pub fn write(&self, out: &mut [u8; WIDTH]) {
        *out = self.bytes.map(|byte| byte.to_ascii_lowercase());
    }
}
