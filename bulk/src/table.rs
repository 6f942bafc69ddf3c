//! Rows and cells of text as spreadsheets give it: CSV (RFC 4180), TSV, or one value per line.
//!
//! ```text
//! text  = row *( ending row ) [ ending ]
//! ending = CR LF / LF / CR
//! row   = cell *( delimiter cell )
//! cell  = *any / DQUOTE *( any / 2DQUOTE ) DQUOTE       ; a quoted cell may hold delimiters and line ends
//! ```
//!
//! A quote that does not begin a cell is an ordinary character, as everywhere in the wild.

/// Where the row that begins at `start` ends, and where the next one begins. Nothing where the text ends within the row, as
/// long as more may come (`last` is false).
#[must_use]
pub fn row_end(text: &[u8], start: usize, delimiter: u8, last: bool) -> Option<(usize, usize)> {
    let (mut quoted, mut may_open) = (false, true);
    let mut at = start;
    while let Some(&byte) = text.get(at) {
        match byte {
            // Two quotes stand for one: leaving and entering again comes to the same. Elsewhere in a cell they are ordinary.
            b'"' if quoted || may_open => {
                quoted = !quoted;
                may_open = !quoted;
                at += 1;
                continue;
            }
            b'\n' if !quoted => return Some((at, at + 1)),
            b'\r' if !quoted => match text.get(at + 1) {
                Some(b'\n') => return Some((at, at + 2)),
                Some(_) => return Some((at, at + 1)),
                None if last => return Some((at, at + 1)),
                None => return None,
            },
            _ => {}
        }
        may_open = byte == delimiter && !quoted;
        at += 1;
    }
    (last && at > start).then_some((at, at))
}

/// The cells of a row.
#[derive(Debug, Clone)]
pub struct Cells<'t> {
    rest: Option<&'t [u8]>,
    delimiter: u8,
}

impl<'t> Cells<'t> {
    /// The cells of one row, without its line end.
    #[must_use]
    pub fn new(row: &'t [u8], delimiter: u8) -> Self {
        Self { rest: Some(row), delimiter }
    }
}

/// What stands between two delimiters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Without the quotes around it.
    pub text: &'t [u8],
    /// Whether quotes in it stand there twice.
    pub doubled: bool,
}

impl<'t> Iterator for Cells<'t> {
    type Item = Cell<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.rest?;
        let (cell, rest) = match row.first() {
            Some(b'"') => quoted(row, self.delimiter),
            _ => {
                let (text, rest) = split(row, self.delimiter);
                (Cell { text, doubled: false }, rest)
            }
        };
        self.rest = rest;
        Some(cell)
    }
}

/// A cell that begins with a quote. Where its other quote is missing, or is followed by something, it is an ordinary one.
fn quoted(row: &[u8], delimiter: u8) -> (Cell<'_>, Option<&[u8]>) {
    let (mut at, mut doubled) = (1, false);
    while let Some(&byte) = row.get(at) {
        match (byte, row.get(at + 1)) {
            (b'"', Some(b'"')) => {
                doubled = true;
                at += 2;
            }
            (b'"', next) if next.is_none_or(|&next| next == delimiter) => {
                let text = row.get(1..at).unwrap_or_default();
                return (Cell { text, doubled }, row.get(at + 2..).filter(|_| next.is_some()));
            }
            _ => at += 1,
        }
    }
    let (text, rest) = split(row, delimiter);
    (Cell { text, doubled: false }, rest)
}

fn split(row: &[u8], delimiter: u8) -> (&[u8], Option<&[u8]>) {
    match row.iter().position(|&byte| byte == delimiter) {
        Some(at) => (row.get(..at).unwrap_or_default(), row.get(at + 1..)),
        None => (row, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let (bytes, mut start, mut rows) = (text.as_bytes(), 0, Vec::new());
        while let Some((end, next)) = row_end(bytes, start, b',', true) {
            let cells = Cells::new(&bytes[start..end], b',');
            let text = |cell: Cell<'_>| String::from_utf8_lossy(cell.text).replace("\"\"", "\"");
            rows.push(cells.map(text).collect());
            start = next;
        }
        rows
    }

    #[test]
    fn reads_every_line_end_and_quotes() {
        assert_eq!(rows("a\nb\r\nc\rd"), [["a"], ["b"], ["c"], ["d"]]);
        assert_eq!(rows("a,\"b,c\"\n\"d\ne\",f\n"), [["a", "b,c"], ["d\ne", "f"]]);
        assert_eq!(rows("\"say \"\"hi\"\"\",\n,x"), [vec!["say \"hi\"", ""], vec!["", "x"]]);
        assert_eq!(rows("5\" screen,b\nc"), [vec!["5\" screen", "b"], vec!["c"]]);
        assert_eq!(row_end(b"5\"\" screen\nc", 0, b',', true), Some((10, 11)), "quotes within a cell open nothing");
        assert_eq!(rows("\n\na\n"), [[""], [""], ["a"]]);
        assert!(rows("").is_empty());
    }

    #[test]
    fn waits_for_the_rest_of_a_row() {
        assert_eq!(row_end(b"abc", 0, b',', false), None);
        assert_eq!(row_end(b"abc\r", 0, b',', false), None, "a line feed may follow");
        assert_eq!(row_end(b"\"a\nb", 0, b',', false), None, "the quote is open");
        assert_eq!(row_end(b"abc\r\nd", 0, b',', false), Some((3, 5)));
        assert_eq!(row_end(b"abc\r", 0, b',', true), Some((3, 4)));
    }
}
