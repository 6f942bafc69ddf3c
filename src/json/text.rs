//! Strings as they stand in JSON text, and what they mean.

use std::borrow::Cow;
use std::str::Chars;

/// A string as it stands in the text, between its quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'t> {
    raw: &'t str,
    escaped: bool,
}

impl<'t> Text<'t> {
    /// What stands between two quotes; the reader has accepted it.
    pub(super) fn new(raw: &'t str, escaped: bool) -> Self {
        Self { raw, escaped }
    }

    /// The characters meant, with escapes resolved; borrowed when there are none. A lone surrogate becomes U+FFFD, see
    /// [`Text::is_well_formed`].
    pub fn value(self) -> Cow<'t, str> {
        if self.escaped { Cow::Owned(unescape(self.raw).0) } else { Cow::Borrowed(self.raw) }
    }

    /// False when an escape names half of a surrogate pair, which no UTF-8 can carry.
    pub fn is_well_formed(self) -> bool {
        !self.escaped || unescape(self.raw).1
    }

    /// Whether the string means exactly `other`.
    #[inline]
    pub fn is(self, other: &str) -> bool {
        if self.escaped { self.value() == other } else { same(self.raw.as_bytes(), other.as_bytes()) }
    }

    /// The text between the quotes, escapes and all.
    pub fn raw(self) -> &'t str {
        self.raw
    }
}

/// The text of bytes, up to a character that their end cuts off; none for bytes that are no text.
pub fn whole_characters(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok(),
        Err(_) => None,
    }
}

/// Whether two texts are the same: in words that may overlap, where the machine's own comparison would be a call.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    let length = one.len();
    if length != other.len() || one.first() != other.first() {
        return false;
    }
    if length < 8 {
        return one.iter().zip(other).all(|(one, other)| one == other);
    }
    let last = |bytes: &[u8]| bytes.last_chunk().map(|word| u64::from_le_bytes(*word));
    let words = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0);
    last(one) == last(other)
        && words.into_iter().all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
}

/// A string without escapes.
pub(crate) fn plain_text(raw: &str) -> Text<'_> {
    Text::new(raw, false)
}

/// Resolves the escapes of a string that the reader has already accepted; tells whether every surrogate had its pair.
fn unescape(raw: &str) -> (String, bool) {
    let mut out = String::with_capacity(raw.len());
    let mut well_formed = true;
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        let c = if c == '\\' { escaped(&mut chars) } else { Some(c) };
        well_formed &= c.is_some();
        out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (out, well_formed)
}

/// The character that stands behind a backslash; none for half of a surrogate pair.
fn escaped(chars: &mut Chars<'_>) -> Option<char> {
    Some(match chars.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode(chars),
        other => other,
    })
}

fn unicode(chars: &mut Chars<'_>) -> Option<char> {
    let high = hex4(chars);
    if !(0xD800..0xDC00).contains(&high) {
        return char::from_u32(high);
    }
    let mut behind = chars.clone();
    let low = if behind.next() == Some('\\') && behind.next() == Some('u') { hex4(&mut behind) } else { 0 };
    if !(0xDC00..0xE000).contains(&low) {
        return None;
    }
    *chars = behind;
    char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
}

fn hex4(chars: &mut Chars<'_>) -> u32 {
    (0..4).fold(0, |number, _| number << 4 | chars.next().and_then(|c| c.to_digit(16)).unwrap_or_default())
}
