//! Rows of a pasted list or a file: what of them is a value, and what names its type.
//!
//! ```text
//! row  = blank / "#" *any / titles / value / type sep value / value sep type      ; sep = "," / ";" / TAB
//! ```
//!
//! A line end always ends a row, even within quotes: no identifier holds one, and a stray quote must not swallow the rest of
//! a list. Titles can only be in the first row that has something in it; what they announce holds for all others.

use super::kind::{Kind, Title, Word, title, word};
use super::record::{Blank, Problem};
use crate::table::Cells;

/// Which columns count, where the first row gave titles.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Columns {
    types: Option<usize>,
    values: Option<usize>,
    separator: u8,
    /// The type that the title of the values names.
    kind: Option<Kind>,
    /// How many titles there are; what stands further on has none.
    count: usize,
    /// Whether a word for a type counts wherever it stands: no title names types, and that of the values says nothing of them.
    reads_hints: bool,
}

impl Columns {
    /// Whether there were titles.
    pub(super) fn are_known(&self) -> bool {
        self.values.is_some()
    }

    /// Whether the title of the values binds them to its type. A column of sites is the commonest export there is, and often
    /// holds apps: its values are judged as values without a type are.
    pub(super) fn bind(&self) -> bool {
        !self.kind.is_some_and(is_site)
    }
}

fn is_site(kind: Kind) -> bool {
    matches!(kind, Kind::Domain | Kind::Subdomain)
}

/// What a row holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Row<'t> {
    Blank(Blank),
    Problem(Problem),
    /// A value, the type that stands beside it, and whether quotes in the value stand there twice.
    Entry(&'t str, Option<Kind>, bool),
}

/// Reads a row.
pub(super) fn read<'t>(line: &'t [u8], columns: &Columns) -> Row<'t> {
    let Ok(line) = std::str::from_utf8(line) else { return Row::Problem(Problem::NotUtf8) };
    let line = trim(line);
    if line.is_empty() || line.starts_with('#') {
        return Row::Blank(if line.is_empty() { Blank::Empty } else { Blank::Comment });
    }
    if columns.are_known() {
        return by_columns(line, columns);
    }
    let before = without_comment(line);
    match separator(before) {
        None => Row::Entry(unquoted(before), None, false),
        Some(separator) => pair(line, separator),
    }
}

/// The columns that a row of titles announces. One of them must name the values, and none may look like a value:
/// `domain,Impressions` are titles, `ios_bundle,Netflix` is an app.
pub(super) fn titles(line: &[u8]) -> Option<Columns> {
    let line = trim(std::str::from_utf8(line).ok()?);
    let mut columns = Columns { separator: separator(line).unwrap_or(b','), ..Columns::default() };
    let (mut of_kind, mut platforms, mut others) = (None, None, 0);
    let mut are_sites = false;
    for (at, (cell, _)) in cells(line, columns.separator).enumerate() {
        columns.count = at + 1;
        match title(cell.as_bytes()) {
            Some(Title::Platforms) if platforms.is_none() => platforms = Some(at),
            Some(Title::Sites) if columns.values.is_none() => (columns.values, are_sites) = (Some(at), true),
            Some(Title::Types) if columns.types.is_none() => columns.types = Some(at),
            Some(Title::Values) if columns.values.is_none() => columns.values = Some(at),
            Some(Title::ValuesOf(_)) if of_kind.is_some() => return None,
            Some(Title::ValuesOf(kind)) => of_kind = Some((at, kind)),
            _ if looks_like_value(cell) => return None,
            _ => others += usize::from(!cell.is_empty()),
        }
    }
    if columns.values.is_none() {
        let (at, kind) = of_kind?;
        if others == 1 && columns.types.is_none() && !is_site(kind) {
            return None;
        }
        columns.values = Some(at);
        columns.kind = Some(kind).filter(|_| columns.types.is_none());
    } else if !are_sites {
        // Beside titles of sites and of one type, a platform is where they were seen, not what they are.
        columns.types = columns.types.or(platforms);
        columns.reads_hints = columns.types.is_none();
    }
    Some(columns)
}

fn looks_like_value(cell: &str) -> bool {
    cell.contains(['.', '/']) || !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn by_columns<'t>(line: &'t str, columns: &Columns) -> Row<'t> {
    let (mut kind, mut value, mut is_doubled, mut has_more) = ("", "", false, false);
    for (at, (cell, doubled)) in cells(line, columns.separator).enumerate() {
        if Some(at) == columns.types {
            kind = cell;
        }
        if Some(at) == columns.values {
            (value, is_doubled) = (cell, doubled);
        }
        has_more |= at >= columns.count && !cell.is_empty();
    }
    if columns.reads_hints {
        (kind, has_more) = hint(line, value, columns);
    }
    if has_more {
        match with_commas(line, value, columns) {
            Some(address) => (value, is_doubled) = (address, false),
            None => return Row::Problem(Problem::SeveralValues),
        }
    }
    match word(kind.as_bytes()) {
        None if !kind.is_empty() && !value.is_empty() => Row::Problem(Problem::UnknownType),
        named if value.is_empty() => {
            if named.is_some() {
                Row::Problem(Problem::Empty)
            } else {
                Row::Blank(Blank::Empty)
            }
        }
        named => Row::Entry(value, named.map(|word| word.kind(value.as_bytes())).or(columns.kind), is_doubled),
    }
}

/// The first cell that names the type of the value, and whether anything else stands beyond the titles.
fn hint<'t>(line: &'t str, value: &str, columns: &Columns) -> (&'t str, bool) {
    let (mut kind, mut has_more) = ("", false);
    for (at, (cell, _)) in cells(line, columns.separator).enumerate() {
        if kind.is_empty() && Some(at) != columns.values && is_hint(cell, value) {
            kind = cell;
        } else {
            has_more |= at >= columns.count && !cell.is_empty();
        }
    }
    (kind, has_more)
}

/// Whether a cell whose title says nothing names the type of a value. A brand beside its own site does not.
fn is_hint(cell: &str, value: &str) -> bool {
    word(cell.as_bytes()).is_some_and(|word| !(word.is_brand() && value.contains('.')))
}

/// The address that begins in the last column and goes on beyond it.
fn with_commas<'t>(line: &'t str, value: &str, columns: &Columns) -> Option<&'t str> {
    let start = (value.as_ptr() as usize).checked_sub(line.as_ptr() as usize)?;
    let rest = line.get(start + value.len()..)?;
    let is_last = columns.values.is_some_and(|at| at + 1 == columns.count);
    if is_last && is_path(value, rest) { line.get(start..) } else { None }
}

/// A row of several cells without titles: a value and its type in either order, or a single value.
fn pair(line: &str, separator: u8) -> Row<'_> {
    let mut filled = cells(line, separator).filter(|(cell, _)| !cell.is_empty());
    match (filled.next(), filled.next(), filled.next()) {
        (None, ..) => Row::Blank(Blank::Empty),
        (Some((one, _)), None, _) if word(one.as_bytes()).is_some() => Row::Problem(Problem::Empty),
        (Some((one, doubled)), None, _) => Row::Entry(one, None, doubled),
        (Some(first), Some(second), None) => match (word(first.0.as_bytes()), word(second.0.as_bytes())) {
            (Some(kind), _) => typed(kind, second),
            (None, Some(kind)) => typed(kind, first),
            (None, None) => alone(line, first.0),
        },
        (Some((first, _)), ..) => alone(line, first),
    }
}

fn typed(kind: Word, (value, doubled): (&str, bool)) -> Row<'_> {
    let kind = kind.kind(value.as_bytes());
    let value = if kind.is_newer() { value } else { without_comment(value) };
    Row::Entry(value, Some(kind), doubled)
}

/// A comma may belong to the path of an address; otherwise the row holds several values.
fn alone<'t>(line: &'t str, first: &str) -> Row<'t> {
    let rest = line.get(first.len()..).unwrap_or_default();
    if is_path(first, rest) { Row::Entry(line, None, false) } else { Row::Problem(Problem::SeveralValues) }
}

/// Whether what follows an address belongs to its path.
fn is_path(address: &str, rest: &str) -> bool {
    after_scheme(address).contains(['/', '?', '#']) && !rest.contains(['.', '"']) && !rest.contains(char::is_whitespace)
}

/// What follows the scheme of an address.
fn after_scheme(text: &str) -> &str {
    let at = text.as_bytes().windows(3).position(|mark| matches!(mark, b"://"));
    at.and_then(|at| text.get(at + 3..)).unwrap_or(text)
}

/// What separates the cells: the first separator outside of quotes at the beginning.
fn separator(line: &str) -> Option<u8> {
    line.bytes().skip(quoted(line.as_bytes())).find(|byte| matches!(byte, b',' | b';' | b'\t'))
}

/// How long the cell in quotes is that a row begins with.
fn quoted(line: &[u8]) -> usize {
    let rest = line.strip_prefix(b"\"").unwrap_or_default();
    rest.iter().position(|byte| *byte == b'"').map_or(0, |at| at + 2)
}

/// The cells of a row, each with whether quotes in it stand there twice.
fn cells(line: &str, separator: u8) -> impl Iterator<Item = (&str, bool)> {
    Cells::new(line.as_bytes(), separator).map(|cell| (content(line, cell.text), cell.doubled))
}

/// What a cell holds. What is within its quotes is the cell, with other quotes that may be in it.
#[inline(never)]
fn content<'t>(line: &str, cell: &'t [u8]) -> &'t str {
    let start = (cell.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    let is_quoted = start.checked_sub(1).is_some_and(|at| line.as_bytes().get(at) == Some(&b'"'));
    let text = trim(std::str::from_utf8(cell).unwrap_or_default());
    if is_quoted { text } else { unquoted(text) }
}

/// What stands before a comment at the end of a line.
fn without_comment(line: &str) -> &str {
    let bytes = line.as_bytes();
    let is_comment = |at: &usize| at.checked_sub(1).is_some_and(|at| matches!(bytes.get(at), Some(b' ' | b'\t')));
    let mut signs = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'#').map(|(at, _)| at);
    signs.find(is_comment).and_then(|at| line.get(..at)).map_or(line, trim)
}

/// Without a pair of quotes around it, straight or typographic.
pub(super) fn unquoted(text: &str) -> &str {
    const PAIRS: [(char, char); 5] =
        [('"', '"'), ('\'', '\''), ('\u{201c}', '\u{201d}'), ('\u{201e}', '\u{201c}'), ('\u{2018}', '\u{2019}')];
    if text.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return text;
    }
    let within = |(open, close): &(char, char)| text.strip_prefix(*open)?.strip_suffix(*close).map(trim);
    PAIRS.iter().find_map(within).unwrap_or(text)
}

/// Without what cannot be seen around it: white space, the byte order mark, characters of no width.
pub(super) fn trim(text: &str) -> &str {
    if let [first, .., last] = text.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return text;
    }
    text.trim_matches(is_invisible)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Row<'_> {
        read(line.as_bytes(), &Columns::default())
    }

    #[test]
    fn finds_values_and_types() {
        for (line, value, kind) in [
            ("nytimes.com", "nytimes.com", None),
            ("\u{feff} nytimes.com\u{200b}\t", "nytimes.com", None),
            ("\"nytimes.com\"", "nytimes.com", None),
            ("\"nytimes.com\",", "nytimes.com", None),
            ("'nytimes.com'", "nytimes.com", None),
            ("“nytimes.com”", "nytimes.com", None),
            ("nytimes.com # ours, and good", "nytimes.com", None),
            ("ios_bundle,com.a.b", "com.a.b", Some(Kind::IosBundle)),
            ("com.a.b\tios_bundle", "com.a.b", Some(Kind::IosBundle)),
            ("\"ROKU\";\"12\"", "12", Some(Kind::RokuStoreId)),
            ("APPLE_APP_STORE, 284882215", "284882215", Some(Kind::AppleAppStoreId)),
            ("roku,12 # Netflix", "12", Some(Kind::RokuStoreId)),
            ("venue_id,hall #3", "hall #3", Some(Kind::VenueId)),
            ("venue_id,'q'", "q", Some(Kind::VenueId)),
            ("venue_id,\"'q'\"", "'q'", Some(Kind::VenueId)),
            ("venue_id;\"''\"", "''", Some(Kind::VenueId)),
            ("https://a.com/b,c?d=1,2", "https://a.com/b,c?d=1,2", None),
        ] {
            assert_eq!(of(line), Row::Entry(value, kind, false), "{line}");
        }
    }

    #[test]
    fn knows_what_is_no_value() {
        assert_eq!(of(" \u{feff}"), Row::Blank(Blank::Empty));
        assert_eq!(of(" # x"), Row::Blank(Blank::Comment));
        assert_eq!(of(",,"), Row::Blank(Blank::Empty));
        assert_eq!(of("domain,"), Row::Problem(Problem::Empty));
        for line in ["nytimes.com, cnn.com", "nytimes.com;cnn.com;x", "domain,a.com,b.com", "https://a.com/b, c.com"] {
            assert_eq!(of(line), Row::Problem(Problem::SeveralValues), "{line}");
        }
        assert_eq!(read(b"a\xff.com", &Columns::default()), Row::Problem(Problem::NotUtf8));
    }

    /// What the row below these titles is.
    fn below(heading: &'static str, line: &'static str) -> Row<'static> {
        read(line.as_bytes(), &titles(heading.as_bytes()).unwrap())
    }

    #[test]
    fn nothing_beyond_the_titles_is_lost() {
        for (heading, line) in [
            ("domain", "x.com,y.com"),
            ("domain", "ROKU,12"),
            ("name,domain", "x,y.com,z.com"),
            ("domain", "x.com,\"y\""),
        ] {
            assert_eq!(below(heading, line), Row::Problem(Problem::SeveralValues), "{line}");
        }
        assert_eq!(below("domain", "x.com,,"), Row::Entry("x.com", Some(Kind::Domain), false));
        let address = "https://a.com/b,c";
        assert_eq!(below("name,url", "x,https://a.com/b,c"), Row::Entry(address, None, false));
        assert_eq!(below("url,name", "https://a.com/b,c,x"), Row::Problem(Problem::SeveralValues));
    }

    #[test]
    fn types_are_found_where_no_title_names_them() {
        let (package, number) = (Some(Kind::AndroidPackage), Some(Kind::AppleAppStoreId));
        for (heading, line, value, kind) in [
            ("id,platform,name", "284882215,APPLE_APP_STORE,Facebook", "284882215", number),
            ("id,where,name", "com.x.y,GOOGLE_PLAY_STORE,X", "com.x.y", package),
            ("id,,name", "com.x.y,Android,X", "com.x.y", package),
            ("id", "com.x.y,android", "com.x.y", package),
            ("os,app", "iOS,284882215", "284882215", number),
            ("id,name", "com.x.y,Facebook", "com.x.y", None),
            ("name,id", "Amazon,amazon.com", "amazon.com", None),
            ("url,os", "nytimes.com,Android", "nytimes.com", None),
            ("domain,platform", "nytimes.com,iOS", "nytimes.com", Some(Kind::Domain)),
        ] {
            assert_eq!(below(heading, line), Row::Entry(value, kind, false), "{heading}: {line}");
        }
        assert_eq!(below("id,platform", "12,PlayStation"), Row::Problem(Problem::UnknownType));
    }

    #[test]
    fn titles_say_which_columns_count() {
        let columns = titles("Name;Domain;Type".as_bytes()).unwrap();
        assert_eq!(
            read("The, Times;nytimes.com;domain".as_bytes(), &columns),
            Row::Entry("nytimes.com", Some(Kind::Domain), false)
        );
        assert_eq!(read(b"x;a.com;", &columns), Row::Entry("a.com", None, false));
        assert_eq!(read(b"x;;", &columns), Row::Blank(Blank::Empty));
        assert_eq!(read(b"x;a;what", &columns), Row::Problem(Problem::UnknownType));
        assert_eq!(read(b"x;;domain", &columns), Row::Problem(Problem::Empty));
        let columns = titles(b"ios_bundle").unwrap();
        assert_eq!(read(b"com.a.b", &columns), Row::Entry("com.a.b", Some(Kind::IosBundle), false));
        assert!(columns.bind());
        let columns = titles(b"Domain,Impressions").unwrap();
        assert_eq!(read(b"a.com,1200", &columns), Row::Entry("a.com", Some(Kind::Domain), false));
        assert!(!columns.bind(), "a column of sites often holds apps");
        for line in [
            "nytimes.com",
            "domain,nytimes.com",
            "roku,12",
            "ios_bundle,Netflix",
            "some title",
            "domain,ios_bundle",
            "12",
            "",
        ] {
            assert!(titles(line.as_bytes()).is_none(), "{line}");
        }
    }
}
