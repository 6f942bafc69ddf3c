//! A borrowing reader: no tree, no owned strings, numbers stay text.
//!
//! The checker reads with it mostly what `JSON.stringify` wrote; but text may also come from a file, so
//! nothing here trusts the text. Reading costs one pass; [`Reader::skip`] passes over a value without looking inside.

use std::fmt;
use std::ops::Range;

use super::scan::end_of_plain;
use super::text::Text;

/// How deep arrays and objects may be nested. The API's deepest body has about ten levels.
pub const MAX_DEPTH: usize = 64;

/// The text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not JSON")
    }
}

impl std::error::Error for Malformed {}

/// What kind of value stands at the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// A cursor over JSON text.
#[derive(Debug, Clone)]
pub struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// A reader at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self::at(text, 0)
    }

    /// A reader at byte `at`, which must be where a value begins, or white space before it.
    pub fn at(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// The byte at which the cursor stands.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The type of the value at the cursor, after any white space.
    pub fn peek(&mut self) -> Result<Type, Malformed> {
        self.space();
        match self.byte() {
            Some(b'"') => Ok(Type::Text),
            Some(b'{') => Ok(Type::Object),
            Some(b'[') => Ok(Type::Array),
            Some(b'-' | b'0'..=b'9') => Ok(Type::Number),
            Some(b't' | b'f') => Ok(Type::Boolean),
            Some(b'n') => Ok(Type::Null),
            _ => Err(Malformed),
        }
    }

    /// Reads a string.
    pub fn text(&mut self) -> Result<Text<'t>, Malformed> {
        self.space();
        self.expect(b'"')?;
        let start = self.at;
        let escaped = self.string_rest()?;
        Ok(Text::new(part(self.text, start..self.at - 1), escaped))
    }

    /// Reads a number and gives it as written.
    pub fn number(&mut self) -> Result<&'t str, Malformed> {
        self.space();
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(part(self.text, start..self.at))
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Result<bool, Malformed> {
        self.space();
        if self.byte() == Some(b't') { self.word("true").map(|()| true) } else { self.word("false").map(|()| false) }
    }

    /// Enters an object or array: true when it has a first element. Each [`Reader::next`] after an element tells
    /// whether there is another.
    pub fn enter(&mut self, kind: Type) -> Result<bool, Malformed> {
        self.space();
        let (open, close) = brackets(kind);
        self.expect(open)?;
        self.space();
        Ok(!self.take(close))
    }

    /// After an element: true when another follows, false when the object or array is closed.
    pub fn next(&mut self, kind: Type) -> Result<bool, Malformed> {
        self.space();
        if self.take(b',') {
            return Ok(true);
        }
        self.expect(brackets(kind).1).map(|()| false)
    }

    /// Reads a member's name and its colon.
    pub fn name(&mut self) -> Result<Text<'t>, Malformed> {
        let name = self.text()?;
        self.space();
        self.expect(b':')?;
        self.space();
        Ok(name)
    }

    /// Passes over a value, however deep, and gives where it stands.
    pub fn skip(&mut self) -> Result<Range<usize>, Malformed> {
        self.space();
        let start = self.at;
        // One bit per open bracket, set for an object: no recursion, so no text can exhaust the stack.
        let (mut open, mut depth) = (0u64, 0usize);
        loop {
            match self.peek()? {
                kind @ (Type::Array | Type::Object) => {
                    if depth == MAX_DEPTH {
                        return Err(Malformed);
                    }
                    let object = kind == Type::Object;
                    if self.enter(kind)? {
                        open = open << 1 | u64::from(object);
                        depth += 1;
                        if object {
                            self.name()?;
                        }
                        continue;
                    }
                }
                Type::Text => {
                    self.text()?;
                }
                Type::Number => {
                    self.number()?;
                }
                Type::Boolean => {
                    self.boolean()?;
                }
                Type::Null => self.word("null")?,
            }
            loop {
                if depth == 0 {
                    return Ok(start..self.at);
                }
                let object = open & 1 == 1;
                if self.next(if object { Type::Object } else { Type::Array })? {
                    if object {
                        self.name()?;
                    }
                    break;
                }
                open >>= 1;
                depth -= 1;
            }
        }
    }

    /// Passes over a list of numbers of one digit, and gives where it stands.
    pub fn skip_flat_list(&mut self) -> Result<Range<usize>, Malformed> {
        self.space();
        let start = self.at;
        self.expect(b'[')?;
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|&byte| !matches!(byte, b'0' | b',')).unwrap_or(rest.len());
        self.expect(b']')?;
        Ok(start..self.at)
    }

    /// Nothing but white space may follow.
    pub fn end(&mut self) -> Result<(), Malformed> {
        self.space();
        if self.at == self.text.len() { Ok(()) } else { Err(Malformed) }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let taken = self.byte() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    fn expect(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.take(byte) { Ok(()) } else { Err(Malformed) }
    }

    fn word(&mut self, word: &str) -> Result<(), Malformed> {
        let end = self.at + word.len();
        if self.text.as_bytes().get(self.at..end) != Some(word.as_bytes()) {
            return Err(Malformed);
        }
        self.at = end;
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Malformed) }
    }

    /// From behind the opening quote to behind the closing one; tells whether there was an escape.
    fn string_rest(&mut self) -> Result<bool, Malformed> {
        let mut escaped = false;
        loop {
            self.at = end_of_plain(self.text.as_bytes(), self.at);
            if self.take(b'"') {
                return Ok(escaped);
            }
            self.expect(b'\\')?;
            self.escape()?;
            escaped = true;
        }
    }

    fn escape(&mut self) -> Result<(), Malformed> {
        let hex = match self.byte() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
            Some(b'u') => 4,
            _ => return Err(Malformed),
        };
        self.at += 1;
        for _ in 0..hex {
            if !self.byte().is_some_and(|b| b.is_ascii_hexdigit()) {
                return Err(Malformed);
            }
            self.at += 1;
        }
        Ok(())
    }
}

/// A part of a text; empty when there is no such part, so that no slip of ours can stop the page.
pub fn part(text: &str, span: Range<usize>) -> &str {
    text.get(span).unwrap_or_default()
}

fn brackets(kind: Type) -> (u8, u8) {
    if kind == Type::Object { (b'{', b'}') } else { (b'[', b']') }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skip(text: &str) -> Result<(), Malformed> {
        let mut reader = Reader::new(text);
        reader.skip()?;
        reader.end()
    }

    #[test]
    fn passes_over_every_kind_of_value() {
        for text in
            ["null", "true", " false ", "-0.5e+7", "0", r#""a\"\u00e9""#, "[]", "{}", r#"{"a":[1,{"b":[]},"]"]}"#]
        {
            assert_eq!(skip(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_not_json() {
        for text in [
            "",
            "nul",
            "[1,]",
            "{\"a\" 1}",
            "{a:1}",
            "01",
            "1.",
            "\"a\nb\"",
            r#""\x""#,
            r#""\u12g4""#,
            "[1",
            "{} {}",
            "'a'",
            "+1",
            "NaN",
        ] {
            assert_eq!(skip(text), Err(Malformed), "{text}");
        }
    }

    #[test]
    fn agrees_with_serde_json_about_what_is_json() {
        for text in [
            "-",
            "1e",
            "1e5",
            "1E-5",
            "-01",
            ".5",
            "tru",
            "truee",
            "[[[]]]",
            "[}",
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            "\u{feff}1",
        ] {
            assert_eq!(skip(text).is_ok(), serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn bounds_the_depth_instead_of_exhausting_the_stack() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(skip(&nested(MAX_DEPTH)), Ok(()));
        assert!(skip(&nested(MAX_DEPTH + 1)).is_err());
        assert!(skip(&nested(1_000_000)).is_err());
    }

    #[test]
    fn resolves_escapes() {
        let mut reader = Reader::new(r#""\u0041\n\/\ud83d\ude00\t""#);
        let text = reader.text().unwrap();
        assert_eq!(text.value(), "A\n/😀\t");
        assert!(text.is_well_formed() && text.is("A\n/😀\t"));
    }

    #[test]
    fn sees_a_lone_surrogate() {
        for text in [r#""\ud83d""#, r#""\ude00\ud83d""#, r#""\ud83dx\ude00""#] {
            assert!(!Reader::new(text).text().unwrap().is_well_formed(), "{text}");
        }
    }
}
