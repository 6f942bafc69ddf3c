//! Rows and cells of any bytes, cut anywhere: nothing panics, nothing is lost, and what was written as CSV is read again.

use std::ops::Range;

use interchange_web_bulk::table::{Cells, row_end};

/// Bytes that mean something to a reader of tables, and a few that do not.
const BYTES: &[u8] = b"\"\"\",,,\n\n\r\t;ab \xc3\xbc\xff\0";
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
const TEXTS: u32 = 20_000;

/// Numbers that look like chance and are the same each time: xorshift.
struct Random(u32);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most + 1);
        (0..length).map(|_| BYTES[self.below(BYTES.len())]).collect()
    }
}

/// Judges many texts; the seed of the one that fails is printed.
fn each_text(mut judge: impl FnMut(&[u8], u8, &mut Random)) {
    for seed in 1..=TEXTS {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9));
        let text = random.bytes(40);
        let delimiter = DELIMITERS[random.below(DELIMITERS.len())];
        let _shown = Shown(seed, &text);
        judge(&text, delimiter, &mut random);
    }
}

/// Prints a text when a test fails while it is judged.
struct Shown<'t>(u32, &'t [u8]);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}: {:?}", self.0, self.1.escape_ascii().to_string());
        }
    }
}

/// Each row with the place where the next one begins.
fn rows(text: &[u8], delimiter: u8) -> Vec<(Range<usize>, usize)> {
    let (mut start, mut rows) = (0, Vec::new());
    while let Some((end, next)) = row_end(text, start, delimiter, true) {
        assert!(next > start, "it gets further");
        rows.push((start..end, next));
        start = next;
    }
    assert_eq!(start, text.len(), "it comes to the end");
    rows
}

/// Where a row ends, by the grammar: what a cell is decides what a quote means.
fn end_by_grammar(text: &[u8], start: usize, delimiter: u8) -> usize {
    let (mut at, mut cell_begins, mut quoted) = (start, true, false);
    while let Some(&byte) = text.get(at) {
        match (byte, quoted) {
            (b'"', true) if text.get(at + 1) == Some(&b'"') => at += 1,
            (b'"', true) => quoted = false,
            (b'"', false) => quoted = cell_begins,
            (b'\n' | b'\r', false) => return at,
            _ => {}
        }
        cell_begins = byte == delimiter && !quoted;
        at += 1;
    }
    text.len()
}

#[test]
fn rows_partition_any_bytes() {
    each_text(|text, delimiter, _| {
        for (row, next) in rows(text, delimiter) {
            let ending = &text[row.end..next];
            assert!(matches!(ending, b"\n" | b"\r\n" | b"\r") || (ending.is_empty() && next == text.len()));
            assert_eq!(row.end, end_by_grammar(text, row.start, delimiter));
        }
    });
}

#[test]
fn rows_are_the_same_wherever_the_text_is_cut() {
    each_text(|text, delimiter, random| {
        let whole = rows(text, delimiter);
        let (mut start, mut known, mut pieces) = (0, 0, Vec::new());
        while known < text.len() {
            known += 1 + random.below(text.len() - known);
            while let Some((end, next)) = row_end(&text[..known], start, delimiter, false) {
                pieces.push((start..end, next));
                start = next;
            }
        }
        while let Some((end, next)) = row_end(text, start, delimiter, true) {
            pieces.push((start..end, next));
            start = next;
        }
        assert_eq!(pieces, whole);
    });
}

#[test]
fn cells_partition_any_row() {
    each_text(|row, delimiter, _| {
        let mut again = Vec::new();
        for (index, cell) in Cells::new(row, delimiter).enumerate() {
            if index > 0 {
                again.push(delimiter);
            }
            // Its place tells whether it stood in quotes.
            let place = cell.text.as_ptr() as usize - row.as_ptr() as usize;
            let quotes: &[u8] = if place > again.len() { b"\"" } else { b"" };
            again.extend([quotes, cell.text, quotes].concat());
        }
        assert_eq!(again, row);
    });
}

#[test]
fn what_was_written_is_read() {
    each_text(|_, delimiter, random| {
        let table: Vec<Vec<Vec<u8>>> =
            (0..=random.below(4)).map(|_| (0..=random.below(4)).map(|_| random.bytes(8)).collect()).collect();
        let text: Vec<u8> = table.iter().flat_map(|row| written(row, delimiter, random)).collect();
        let read: Vec<Vec<Vec<u8>>> = rows(&text, delimiter)
            .into_iter()
            .map(|(row, _)| Cells::new(&text[row], delimiter).map(|cell| single(cell.text, cell.doubled)).collect())
            .collect();
        assert_eq!(read, table);
    });
}

/// A row as CSV; cells that need no quotes may have some.
fn written(row: &[Vec<u8>], delimiter: u8, random: &mut Random) -> Vec<u8> {
    let special = |byte: &u8| matches!(byte, b'"' | b'\n' | b'\r') || *byte == delimiter;
    let cell = |cell: &Vec<u8>, random: &mut Random| match cell.iter().any(special) || random.below(4) == 0 {
        true => [b"\"".as_slice(), &doubled(cell), b"\""].concat(),
        false => cell.clone(),
    };
    let cells: Vec<_> = row.iter().map(|text| cell(text, random)).collect();
    let ending: &[u8] = [b"\n".as_slice(), b"\r\n"][random.below(2)];
    [cells.join(&delimiter).as_slice(), ending].concat()
}

fn doubled(cell: &[u8]) -> Vec<u8> {
    cell.iter().flat_map(|byte| std::iter::repeat_n(*byte, if *byte == b'"' { 2 } else { 1 })).collect()
}

fn single(cell: &[u8], is_doubled: bool) -> Vec<u8> {
    let (mut text, mut at) = (Vec::new(), 0);
    while let Some(&byte) = cell.get(at) {
        text.push(byte);
        at += if is_doubled && byte == b'"' { 2 } else { 1 };
    }
    text
}
