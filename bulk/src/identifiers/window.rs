//! 32 bytes of text at once: which of them may stand in a host name, where its dots are, and what they are in lower case.
//!
//! With SIMD a window is two registers and a handful of instructions; without, a loop that gives the same answers. The tests
//! compare the two.

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod scalar;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub use scalar::Window;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd::Window;

/// Bytes of a window.
pub const WIDTH: usize = 32;

/// What the bytes of a window are: bit n is about byte n.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masks {
    /// Letters, digits, hyphens and dots.
    pub host: u32,
    /// Letters.
    pub letters: u32,
    /// Capital letters.
    pub capitals: u32,
    /// Dots.
    pub dots: u32,
    /// Hyphens.
    pub hyphens: u32,
    /// Line feeds and carriage returns.
    pub ends: u32,
}

/// What the bytes of a window say of the row that they stand in; bits as above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// Line feeds and carriage returns.
    pub ends: u32,
    /// What separates or encloses cells: commas, semicolons, tabs, quotes.
    pub cells: u32,
    /// The sign of a comment.
    pub comments: u32,
    /// What can be seen, of ASCII.
    pub visible: u32,
    /// What is not ASCII.
    pub foreign: u32,
}

/// The lowest so many bits; `length` is at most 32.
#[must_use]
pub fn lowest(length: usize) -> u32 {
    ((1u64 << length) - 1) as u32
}

impl Masks {
    /// Whether there is more than one dot among the first `length` bytes, of which one is.
    #[must_use]
    pub fn has_dots(&self, length: usize) -> bool {
        let dots = self.dots & lowest(length);
        dots & (dots - 1) != 0
    }

    /// Whether the first `length` bytes are a host name that needs no second look: labels of letters, digits and hyphens,
    /// more than one, the last one letters only. Two hyphens in a row are looked at again, for they may begin an encoded name.
    #[inline(always)]
    #[must_use]
    pub fn is_plain_host(&self, length: usize) -> bool {
        let within = lowest(length);
        let (dots, hyphens) = (self.dots & within, self.hyphens & within);
        if dots == 0 || self.host & within != within {
            return false;
        }
        let edges = (dots << 1) | 1 | (dots >> 1) | (1 << (length - 1));
        let last = within & !lowest(32 - dots.leading_zeros() as usize);
        (dots | hyphens) & edges == 0 && hyphens & (hyphens >> 1) == 0 && last & !self.letters == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(host: &str) -> bool {
        let mut bytes = [b'\n'; WIDTH];
        bytes[..host.len()].copy_from_slice(host.as_bytes());
        let masks = Window::new(&bytes).masks();
        assert_eq!(masks.ends.trailing_zeros() as usize, host.len());
        masks.is_plain_host(host.len())
    }

    #[test]
    fn plain_hosts_need_no_second_look() {
        for host in ["a.b", "nytimes.com", "NYTimes.COM", "a-b.c1.de", "1.2.de", "abcdefghijklmnopqrstuvwxyz.abcd"] {
            assert!(plain(host), "{host}");
        }
        for host in
            ["a", ".a", "a.", "a..b", "-a.b", "a-.b", "a.-b", "a.b-", "a.1", "a.b1", "xn--a.b", "a_.b", "a b.c", "ü.de"]
        {
            assert!(!plain(host), "{host}");
        }
    }

    #[test]
    fn lower_case_words_end_with_the_text() {
        let mut bytes = [b'\n'; WIDTH];
        bytes[..10].copy_from_slice(b"ABZ[`z.De@");
        let window = Window::new(&bytes);
        assert_eq!(&window.lower()[..10], b"abz[`z.de@");
        assert_eq!(window.words(9)[0].to_le_bytes(), *b"abz[`z.d");
        assert_eq!(window.words(9)[1], u64::from(b'e'));
        assert_eq!(window.words(9)[2..], [0, 0]);
    }
}
