//! A field of an object, as small as a table of a thousand of them asks for.

use super::Kind;

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    name: &'static str,
    kind: &'static Kind,
    flags: u8,
    /// One line for the person who fills it in: the doc comment up to its first full stop or semicolon.
    #[cfg(feature = "describe")]
    pub line: &'static str,
    /// What the service assumes when it is left out.
    #[cfg(feature = "describe")]
    pub default: Option<&'static str>,
}

impl Field {
    pub const REQUIRED: u8 = 1;
    pub const NULLABLE: u8 = 2;
    pub const QUERY: u8 = 4;
    pub const JOINED: u8 = 8;
    pub const SECRET: u8 = 16;
    pub const BULK: u8 = 32;

    /// A field. What is for people only is kept only where it is described.
    pub const fn new(
        name: &'static str,
        kind: &'static Kind,
        flags: u8,
        _line: &'static str,
        _default: Option<&'static str>,
    ) -> Self {
        Self {
            name,
            kind,
            flags,
            #[cfg(feature = "describe")]
            line: _line,
            #[cfg(feature = "describe")]
            default: _default,
        }
    }

    /// The name in JSON, or in the path or query.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub const fn kind(&self) -> &'static Kind {
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

    /// Whether it is a long list, which may be given as JSON text and is checked apart from the rest.
    pub fn bulk(&self) -> bool {
        self.flags & Self::BULK != 0
    }

    /// Whether it has the name that stands at these places of `text`.
    pub(super) const fn is_named(&self, text: &[u8], start: usize, end: usize) -> bool {
        let name = self.name.as_bytes();
        let mut at = 0;
        let mut same = name.len() == end - start;
        while same && start + at < end {
            same = name[at] == text[start + at];
            at += 1;
        }
        same
    }
}
