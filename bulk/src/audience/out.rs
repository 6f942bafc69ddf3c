//! The text of a batch, as it is written: JSON, at a place that can go back.

use super::words::{any_below, equal, put, word};

/// How many bytes a character takes at most when it is escaped, `\u0007`.
const ESCAPED: usize = 6;

/// Text with room behind it.
#[derive(Debug, Default)]
pub struct Out {
    /// Longer than what has been written.
    text: Vec<u8>,
    /// How much has been written.
    pub at: usize,
}

impl Out {
    /// Makes room for texts of so many bytes in all, escaped, and for as many bytes of other things.
    #[inline]
    pub fn reserve(&mut self, strings: usize, others: usize) {
        let needed = self.at + strings * ESCAPED + others;
        if needed > self.text.len() {
            self.text.resize(needed.max(self.text.len() * 2), 0);
        }
    }

    /// What has been written.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// What has been written, and the room behind it.
    pub fn text(&mut self) -> &mut [u8] {
        &mut self.text
    }

    /// Writes what needs no escape. Its length is known to the compiler, so it takes a store or two.
    #[inline(always)]
    pub fn literal<const LENGTH: usize>(&mut self, literal: &[u8; LENGTH]) {
        if let Some(place) = self.text.get_mut(self.at..).and_then(|rest| rest.first_chunk_mut::<LENGTH>()) {
            *place = *literal;
            self.at += LENGTH;
        }
    }

    /// Leaves a gap for a hash, and gives its place.
    #[inline]
    pub fn gap(&mut self) -> usize {
        self.at += 64;
        self.at - 64
    }

    /// Writes a string's text, which is UTF-8, without the quotes around it.
    #[inline]
    pub fn string(&mut self, text: &[u8]) {
        for at in (0..text.len()).step_by(8) {
            let bytes = word(text, at);
            let inside = (text.len() - at).min(8);
            // Zeros behind the end would look like control characters.
            let judged = super::words::filled(bytes, inside, b'm');
            if any_below(judged, 0x20) || might_equal(judged, b'"') || might_equal(judged, b'\\') {
                self.escaped(text.get(at..at + inside).unwrap_or_default());
            } else {
                put(&mut self.text, self.at, bytes);
                self.at += inside;
            }
        }
    }

    #[cold]
    fn escaped(&mut self, text: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in text {
            match byte {
                b'"' | b'\\' => self.literal(&[b'\\', *byte]),
                0..0x20 => {
                    let digit = DIGITS.get(usize::from(byte & 15)).copied().unwrap_or_default();
                    self.literal(&[b'\\', b'u', b'0', b'0', b'0' + (byte >> 4), digit]);
                }
                _ => self.literal(&[*byte]),
            }
        }
    }
}

/// Whether a byte equals `byte`; a byte beyond ASCII may look so, which costs time and nothing else.
#[inline]
fn might_equal(word: u64, byte: u8) -> bool {
    equal(word & 0x7f7f_7f7f_7f7f_7f7f, byte) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_json_demands() {
        let text = "plain \"quoted\" back\\slash \u{1} \u{1f} tab\t line\n ümlaut 漢字 \u{7f} ¢";
        for start in (0..text.len()).filter(|start| text.is_char_boundary(*start)) {
            let mut out = Out::default();
            out.reserve(text.len(), 8);
            out.string(&text.as_bytes()[start..]);
            let expected = text[start..].replace('\\', "\\\\").replace('"', "\\\"").replace('\u{1}', "\\u0001");
            let expected = expected.replace('\u{1f}', "\\u001f").replace('\t', "\\u0009").replace('\n', "\\u000a");
            assert_eq!(String::from_utf8_lossy(out.written()), expected);
        }
    }
}
