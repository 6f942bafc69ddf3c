//! Lines: where they end, and which of the ways they go. A domain is judged by its window, a single value by itself, and
//! only what has cells, a comment or a quote is read as a row.

use super::job::{Job, Line, Span};
use super::kind::Kind;
use super::record::{Blank, Notes, Problem, Verdict};
use super::row::{self, Row};
use super::window::{WIDTH, lowest};

/// A line that has been looked through.
struct Scan {
    end: usize,
    signs: RowSigns,
}

/// What there is in a line that may make a row of it.
#[derive(Clone, Copy, Default)]
struct RowSigns {
    /// Anything.
    any: bool,
    /// What separates or encloses cells.
    cells: bool,
    /// What may begin a comment, or is not ASCII.
    others: bool,
}

impl Job {
    /// Passes over a byte order mark. False while it is not known whether there is one.
    pub(super) fn passes_mark(&mut self, last: bool) -> bool {
        if self.at == 0 && self.records.is_empty() {
            if self.filled < 3 && !last {
                return false;
            }
            self.at = if self.text().starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        }
        true
    }

    /// Reads one line. False where there is none, or where it may go on.
    pub(super) fn line(&mut self, last: bool) -> bool {
        let start = self.at;
        let Some(window) = self.window(start) else { return false };
        let masks = window.masks();
        let length = masks.ends.trailing_zeros() as usize;
        if length < WIDTH && self.reads_domains() && masks.is_plain_host(length) {
            let whole = Span { start, end: start + length };
            let Some(next) = self.next_line(whole.end, last) else { return false };
            if self.host(whole, masks.has_dots(length), Line::plain(whole), Notes::default()) {
                self.at = next;
                self.begun = true;
                return true;
            }
        }
        self.other_line(start, last)
    }

    /// Whether a line is a domain unless it says something else.
    fn reads_domains(&self) -> bool {
        self.default == Kind::Domain && !self.columns.are_known()
    }

    #[inline(never)]
    fn other_line(&mut self, start: usize, last: bool) -> bool {
        let Scan { end, signs } = self.scan(start);
        if start >= self.filled || end >= self.filled && !last {
            return false;
        }
        let Some(next) = self.next_line(end, last) else { return false };
        self.at = next;
        let whole = Span { start, end };
        let is_tried = self.reads_domains() && self.is_single(whole, signs);
        match signs.any || self.columns.are_known() {
            _ if is_tried && self.address(whole, Line::plain(whole)) => self.begun = true,
            false if self.begun => self.alone(whole, is_tried),
            _ => self.row(whole),
        }
        true
    }

    /// Where the line ends, and whether it has anything that makes a row of it.
    fn scan(&self, start: usize) -> Scan {
        let (mut at, mut signs, mut is_visible) = (start, RowSigns::default(), false);
        while let Some(window) = self.window(at) {
            let found = window.signs();
            let length = (found.ends.trailing_zeros() as usize).min(WIDTH);
            let within = lowest(length);
            let apart = found.comments & !(found.visible << 1 | u32::from(is_visible));
            signs.any |= (found.cells | found.comments) & within != 0;
            signs.cells |= found.cells & within != 0;
            signs.others |= (apart | found.foreign) & within != 0;
            if found.ends != 0 {
                return Scan { end: at + length, signs };
            }
            is_visible = found.visible >> (WIDTH - 1) == 1;
            at += WIDTH;
        }
        Scan { end: self.filled, signs }
    }

    /// Whether a line is a single value in spite of the signs in it: tabs around it, or `#` within an address.
    fn is_single(&self, whole: Span, signs: RowSigns) -> bool {
        let has_cells = || self.part(whole).trim_ascii().iter().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'"'));
        !(signs.any && (signs.others || signs.cells && has_cells()))
    }

    /// Where the next line begins. Nothing while a line feed may follow.
    #[inline(always)]
    fn next_line(&self, end: usize, last: bool) -> Option<usize> {
        match (self.text.get(end), self.text.get(end + 1)) {
            _ if end >= self.filled => Some(self.filled),
            (Some(b'\r'), _) if end + 1 >= self.filled && !last => None,
            (Some(b'\r'), Some(b'\n')) => Some(end + 2),
            _ => Some(end + 1),
        }
    }

    /// A row that is more than a domain: cells, comments, other scripts, mistakes.
    #[inline(never)]
    pub(super) fn row(&mut self, whole: Span) {
        if !self.begun
            && let Some(columns) = row::titles(self.part(whole))
        {
            (self.columns, self.begun) = (columns, true);
            return self.record(Line::plain(whole), Verdict::Blank(Blank::Header));
        }
        let line = Line::plain(whole);
        match row::read(self.part(whole), &self.columns) {
            Row::Blank(why) => return self.record(line, Verdict::Blank(why)),
            Row::Problem(problem) => self.record(line, Verdict::Invalid { problem, meant: None }),
            Row::Entry(value, kind, doubled) => {
                // What is known of the other types says that no quote belongs to their values.
                let is_exact = kind.unwrap_or(self.default).is_newer();
                let value = self.span(if is_exact { value } else { row::unquoted(value) });
                // What is around a cell belongs to the row; what is around a value alone was taken away.
                let held = if kind.is_some() || self.columns.are_known() { value } else { whole };
                let is_bound = kind.is_some() && self.columns.bind();
                self.entry(value, Line { whole, held, kind, is_bound, doubled });
            }
        }
        self.begun = true;
    }

    /// A line that is a value, and nothing else. `is_tried` says whether it has been looked at as an address.
    #[inline(never)]
    fn alone(&mut self, whole: Span, is_tried: bool) {
        let line = Line::plain(whole);
        let Ok(text) = std::str::from_utf8(self.part(whole)) else {
            return self.record(line, Verdict::Invalid { problem: Problem::NotUtf8, meant: None });
        };
        let value = row::unquoted(row::trim(text));
        if value.is_empty() {
            return self.record(line, Verdict::Blank(Blank::Empty));
        }
        let value = self.span(value);
        match is_tried && value == whole {
            true => self.judged(value, self.default, line),
            false => self.entry(value, line),
        }
    }
}
