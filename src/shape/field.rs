//! A field of an object, as small as a table of a thousand of them asks for.

use super::Kind;

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// Name, line and default, one behind the other: one reference instead of three, and text that compresses well.
    text: &'static str,
    kind: &'static Kind,
    name_len: u8,
    line_len: u8,
    flags: u8,
}

impl Field {
    pub const REQUIRED: u8 = 1;
    pub const NULLABLE: u8 = 2;
    pub const QUERY: u8 = 4;
    pub const JOINED: u8 = 8;
    pub const SECRET: u8 = 16;

    /// A field. `text` is its name, a line for people, and what the service assumes when it is left out.
    pub const fn new(text: &'static str, name_len: u8, line_len: u8, kind: &'static Kind, flags: u8) -> Self {
        assert!(name_len as usize + line_len as usize <= text.len(), "the lengths do not fit the text");
        Self { text, kind, name_len, line_len, flags }
    }

    /// The name in JSON, or in the path or query.
    pub fn name(&self) -> &'static str {
        self.text.get(..usize::from(self.name_len)).unwrap_or_default()
    }

    /// One line for the person who fills it in: the doc comment up to its first full stop or semicolon.
    pub fn line(&self) -> &'static str {
        let start = usize::from(self.name_len);
        self.text.get(start..start + usize::from(self.line_len)).unwrap_or_default()
    }

    /// What the service assumes when it is left out.
    pub fn default(&self) -> Option<&'static str> {
        let start = usize::from(self.name_len) + usize::from(self.line_len);
        self.text.get(start..).filter(|default| !default.is_empty())
    }

    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    pub fn required(&self) -> bool {
        self.flags & Self::REQUIRED != 0
    }

    /// Whether `null` has a meaning of its own.
    pub fn nullable(&self) -> bool {
        self.flags & Self::NULLABLE != 0
    }

    /// Whether it travels in the query string although the operation has a body.
    pub fn in_query(&self) -> bool {
        self.flags & Self::QUERY != 0
    }

    /// Whether a list in the query string is one value with commas; otherwise the name is repeated.
    pub fn joined(&self) -> bool {
        self.flags & Self::JOINED != 0
    }

    /// Whether everything inside is a credential that nothing may show.
    pub fn secret(&self) -> bool {
        self.flags & Self::SECRET != 0
    }

    /// Whether its name in the path's braces, which stand at these places of `text`.
    pub(super) const fn is_named(&self, text: &[u8], start: usize, end: usize) -> bool {
        let mut at = 0;
        let mut same = self.name_len as usize == end - start;
        while same && start + at < end {
            same = self.text.as_bytes()[at] == text[start + at];
            at += 1;
        }
        same
    }
}
