//! Comma-separated values with a header line, quoted as RFC 4180 has it.

use serde_json::Value;

use crate::fields::Object;

/// The rows by column name. Cells that are empty count as absent. `None` if a quote is never closed.
pub fn rows(text: &str) -> Option<Vec<Object>> {
    let mut records = records(text.trim_start_matches('\u{feff}'))?.into_iter();
    let header = records.next().unwrap_or_default();
    let filled =
        |(name, cell): (&String, String)| (!cell.is_empty()).then(|| (name.trim().to_owned(), Value::from(cell)));
    let row = |record: Vec<String>| header.iter().zip(record).filter_map(filled).collect::<Object>();
    Some(records.map(row).filter(|row: &Object| !row.is_empty()).collect())
}

fn records(text: &str) -> Option<Vec<Vec<String>>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => append(&mut records, chars.next()?),
            '"' => quoted = !quoted,
            ',' if !quoted => records.last_mut()?.push(String::new()),
            '\n' if !quoted => records.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => append(&mut records, c),
        }
    }
    (!quoted).then_some(records)
}

fn append(records: &mut [Vec<String>], c: char) {
    if let Some(cell) = records.last_mut().and_then(|record| record.last_mut()) {
        cell.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_quotes_line_breaks_and_empty_cells() {
        let rows = rows("\u{feff}a,b,c\r\n1,\"x, \"\"y\"\"\nz\",\r\n\r\n2,,3\n").unwrap_or_default();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0]["b"], "x, \"y\"\nz");
        assert!(!rows[0].contains_key("c"));
        assert_eq!(rows[1]["c"], "3");
    }

    #[test]
    fn an_open_quote_is_an_error() {
        assert!(rows("a\n\"1").is_none());
    }
}
