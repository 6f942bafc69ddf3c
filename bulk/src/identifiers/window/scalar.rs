//! A window without SIMD: the plain build, and every test that runs natively.

use super::{Masks, Signs, WIDTH};

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

    /// What they say of a row.
    #[must_use]
    pub fn signs(&self) -> Signs {
        let mut signs = Signs { ends: 0, cells: 0, comments: 0, visible: 0, foreign: 0 };
        for (at, byte) in self.bytes.iter().enumerate() {
            let bit = 1 << at;
            match byte {
                b'\n' | b'\r' => signs.ends |= bit,
                b',' | b';' | b'\t' | b'"' => signs.cells |= bit,
                b'#' => signs.comments |= bit,
                128.. => signs.foreign |= bit,
                _ => {}
            }
            if byte.is_ascii_graphic() {
                signs.visible |= bit;
            }
        }
        signs
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

    /// All bytes in lower case.
    #[must_use]
    pub fn lower(&self) -> [u8; WIDTH] {
        self.bytes.map(|byte| byte.to_ascii_lowercase())
    }
}
