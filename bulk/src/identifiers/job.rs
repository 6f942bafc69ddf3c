//! A list on its way through: text comes in by pieces or values by batches, lines are judged one by one, and records and the
//! JSON list come out.

use super::app::Refusal;
use super::idn::Ask;
use super::kind::Kind;
use super::list::List;
use super::record::{self, Blank, NO_KIND, Notes, Problem, Record, Verdict};
use super::row::{self, Columns};
use super::seen::{Hasher, Seen};
use super::strange::character;
use super::window::{WIDTH, Window};
use super::{judge, shape};

/// How a list is read.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The type of a value without one.
    pub default: Kind,
    /// About how many bytes will come.
    pub expected: usize,
    /// Any number; which one changes no result.
    pub seed: u32,
    /// Who knows the ASCII form of names that are not handled here.
    pub ask: Ask,
    /// Whether what plainly is of another type is taken as that.
    pub corrections: bool,
}

/// The list.
#[derive(Debug)]
pub struct Job {
    /// What has come, and zeros behind it, so that a window never ends beyond.
    pub(super) text: Vec<u8>,
    pub(super) filled: usize,
    /// Up to where it is read.
    pub(super) at: usize,
    pub(super) default: Kind,
    ask: Ask,
    corrections: bool,
    pub(super) columns: Columns,
    /// Whether a row with something in it has been seen: titles can only be in the first.
    pub(super) begun: bool,
    pub(super) records: Vec<Record>,
    counts: [u32; 5],
    pub(super) list: List,
    seen: Seen,
    hasher: Hasher,
}

/// What stands for the type of a value that has none: one of a list of strings, one whose type does not exist, one that is no
/// text, one of an object that names no type.
pub const UNTYPED: u8 = 255;
pub const UNKNOWN_TYPE: u8 = 254;
pub const NOT_TEXT: u8 = 253;
pub const DEFAULT_TYPE: u8 = 252;

/// Marks hashes of values whose case does not count.
const FOLDED: u8 = 0x80;

/// A part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Line {
    /// A line without a type.
    pub(super) fn plain(whole: Span) -> Self {
        Self { whole, held: whole, kind: None, is_bound: false, doubled: false }
    }
}

impl Span {
    pub(super) fn length(self) -> usize {
        self.end - self.start
    }
}

/// A line, as far as it is known while it is judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// All of it.
    pub(super) whole: Span,
    /// What of it would be the identifier, if that needed no change: all of it, or a cell.
    pub(super) held: Span,
    /// The type that it names.
    pub(super) kind: Option<Kind>,
    /// Whether the type stands beside the value, and is not only what all of them are said to be.
    pub(super) is_bound: bool,
    /// Whether quotes in the value stand there twice.
    pub(super) doubled: bool,
}

impl Job {
    /// An empty list.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let Options { default, expected, seed, ask, corrections } = options;
        // Domains have about 17 bytes with their line end, and 29 more around them in JSON.
        let lines = expected / 16;
        Self {
            text: Vec::with_capacity(expected + 2 * WIDTH),
            filled: 0,
            at: 0,
            default,
            ask,
            corrections,
            columns: Columns::default(),
            begun: false,
            records: Vec::with_capacity(lines),
            counts: [0; 5],
            list: List::new(expected + lines * 29),
            seen: Seen::new(lines),
            hasher: Hasher::new(seed),
        }
    }

    /// Room for so many bytes more; `fill` says how many of them were written.
    pub fn room(&mut self, bytes: usize) -> &mut [u8] {
        let needed = self.filled + bytes + WIDTH;
        if needed > self.text.len() {
            self.text.resize(needed, 0);
        }
        self.text.get_mut(self.filled..self.filled + bytes).unwrap_or_default()
    }

    /// Says how many bytes were written into the room.
    pub fn fill(&mut self, bytes: usize) {
        self.filled = (self.filled + bytes).min(self.text.len().saturating_sub(WIDTH));
    }

    /// Reads lines, `most` at most; without `last` only what is complete. Whether there may be more to read.
    pub fn lines(&mut self, most: u32, last: bool) -> bool {
        self.passes_mark(last) && (0..most).all(|_| self.line(last))
    }

    /// Reads values that lie in the text one behind the other, of these lengths and kinds.
    pub fn values(&mut self, lengths: &[u32], kinds: &[u8]) {
        for (length, kind) in lengths.iter().zip(kinds) {
            let end = (self.at + *length as usize).min(self.filled);
            let whole = Span { start: self.at, end };
            self.at = end;
            self.given(whole, *kind);
        }
    }

    /// How many lines there are in each bucket.
    #[must_use]
    pub fn counts(&self) -> [u32; 5] {
        self.counts
    }

    /// What is known of each line.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The text that has come.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        self.text.get(..self.filled).unwrap_or_default()
    }

    /// The identifiers as a JSON array. Nothing may come afterwards.
    pub fn finish(&mut self) -> &[u8] {
        // What is left stays in memory as long as somebody looks at it.
        self.seen = Seen::new(0);
        self.list.finish()
    }

    /// The window at a place, unless the text has ended there.
    pub(super) fn window(&self, at: usize) -> Option<Window> {
        if at >= self.filled {
            return None;
        }
        self.text.get(at..)?.first_chunk().map(Window::new)
    }

    /// The bytes of a part.
    pub(super) fn part(&self, span: Span) -> &[u8] {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Where a part of the text is.
    pub(super) fn span(&self, part: &str) -> Span {
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span { start, end: start + part.len() }
    }

    /// A value with the number of its type, or one of the numbers above.
    fn given(&mut self, whole: Span, number: u8) {
        match Kind::of(number) {
            Some(kind) => self.value(whole, kind, Line { kind: Some(kind), is_bound: true, ..Line::plain(whole) }),
            None => self.untyped(whole, number),
        }
    }

    /// A value of an object: nothing around it but white space is taken away.
    fn value(&mut self, whole: Span, kind: Kind, line: Line) {
        if kind == Kind::Domain && self.part(whole).is_ascii() && self.address(whole, line) {
            return;
        }
        let Ok(text) = std::str::from_utf8(self.part(whole)) else {
            return self.record(line, Verdict::Invalid { problem: Problem::NotUtf8, meant: None });
        };
        let value = row::trim(text);
        if value.is_empty() {
            return self.record(line, Verdict::Blank(Blank::Empty));
        }
        self.entry(self.span(value), line);
    }

    #[inline(never)]
    fn untyped(&mut self, whole: Span, number: u8) {
        // A value of a list of strings is a row of its own, whatever it holds; there are no titles.
        self.begun = true;
        let problem = match number {
            DEFAULT_TYPE => return self.value(whole, self.default, Line::plain(whole)),
            UNKNOWN_TYPE => Problem::UnknownType,
            NOT_TEXT => Problem::NotText,
            _ => return self.row(whole),
        };
        self.record(Line::plain(whole), Verdict::Invalid { problem, meant: None });
    }

    /// The hash of a domain that fits into a window.
    #[inline(always)]
    pub(super) fn hash_short(&self, words: [u64; 4], length: usize) -> u64 {
        self.hasher.short(words, length, Kind::Domain as u8)
    }

    /// Judges a value.
    pub(super) fn entry(&mut self, value: Span, line: Line) {
        let kind = line.kind.unwrap_or(self.default);
        if !(kind == Kind::Domain && self.address(value, line)) {
            self.judged(value, kind, line);
        }
    }

    /// Judges a value that is more than a plain address.
    #[inline(never)]
    pub(super) fn judged(&mut self, value: Span, kind: Kind, line: Line) {
        // Whoever wants corrections wants them where the type is given, too.
        let is_firm = line.is_bound && !self.corrections;
        match self.judge(value, kind, is_firm, line) {
            Ok(notes) => self.enlist(kind, value, line, notes),
            Err(refusal) => self.refused(value, kind, line, refusal),
        }
    }

    /// Looks for another type that would take a value. Only what would be taken is suggested.
    #[inline(never)]
    fn refused(&mut self, value: Span, kind: Kind, line: Line, (problem, meant): Refusal) {
        // What is too long for an app is too long for all of them.
        let is_possible = |meant: &Kind| *meant != kind && problem != Problem::LongPackage;
        let meant = meant.or_else(|| shape::meant(self.part(value))).filter(is_possible);
        let taken = meant.and_then(|meant| Some((meant, self.judge(value, meant, true, line).ok()?)));
        match taken {
            // No value is the same as before: nobody had said that it is of this type.
            Some((meant, notes)) if self.corrections => {
                self.enlist_as(meant, line, true, notes.and(Notes::TYPE_CORRECTED));
            }
            Some((meant, _)) => self.refuse(value, kind, line, problem, Some(meant)),
            None if line.is_bound && self.corrections => self.uncorrected(value, kind, line, problem),
            None => self.refuse(value, kind, line, problem, None),
        }
    }

    /// Leaves a value that no other type takes to the type that stands beside it, as without corrections.
    fn uncorrected(&mut self, value: Span, kind: Kind, line: Line, problem: Problem) {
        match self.judge(value, kind, true, line) {
            Ok(notes) => self.enlist(kind, value, line, notes),
            Err(_) => self.refuse(value, kind, line, problem, None),
        }
    }

    /// Writes the identifier that is meant by a value of a type.
    #[inline(never)]
    fn judge(&mut self, value: Span, kind: Kind, is_firm: bool, line: Line) -> Result<Notes, Refusal> {
        let text = self.text.get(value.start..value.end).unwrap_or_default();
        judge::write(text, kind, is_firm, line.doubled, &mut self.list, self.ask)
    }

    #[inline(never)]
    fn refuse(&mut self, value: Span, kind: Kind, line: Line, problem: Problem, meant: Option<Kind>) {
        let verdict = match problem {
            // Of a value without a type it is more to the point that it is of another one.
            _ if !line.is_bound && meant.is_some() => Verdict::Invalid { problem: Problem::OtherType, meant },
            Problem::Character => character(self.part(value), kind, meant),
            _ => Verdict::Invalid { problem, meant },
        };
        self.record(line, verdict);
    }

    /// Keeps what was written into the list, if it is new.
    #[inline(never)]
    fn enlist(&mut self, kind: Kind, given: Span, line: Line, notes: Notes) {
        // What nothing is known of is only escaped.
        let is_same = if kind.is_newer() { given == line.held } else { self.part(line.held) == self.list.value() };
        self.enlist_as(kind, line, !is_same, notes);
    }

    fn enlist_as(&mut self, kind: Kind, line: Line, changed: bool, notes: Notes) {
        let value = self.list.value();
        let hash = self.hasher.value(value, kind as u8, false);
        let folded = kind.keeps_case().then(|| self.hasher.value(value, kind as u8 | FOLDED, true));
        self.settle(hash, kind, line, changed, notes, folded);
    }

    /// The verdict on what was written into the list, by its hash.
    #[inline(always)]
    pub(super) fn settle(
        &mut self,
        hash: u64,
        kind: Kind,
        line: Line,
        changed: bool,
        notes: Notes,
        folded: Option<u64>,
    ) {
        let number = self.records.len() as u32;
        if !self.seen.has_room(number) {
            self.widen();
        }
        let Self { records, list, seen, .. } = self;
        let at = |other: u32| records.get(other as usize).filter(|record| record[2] >> 3 & NO_KIND == kind as u32);
        if let Some(first) = seen.meet(hash, number, |other| at(other).is_some_and(|record| list.is_at(record[3]))) {
            return self.record_as(kind, line, Verdict::Duplicate { first });
        }
        let is_variant = folded.is_some_and(|hash| {
            seen.meet(hash, number, |other| at(other).is_some_and(|record| list.is_at_but_for_case(record[3])))
                .is_some()
        });
        let value = list.keep();
        self.record_as(
            kind,
            line,
            Verdict::Listed { changed, notes: notes.and_if(is_variant, Notes::CASE_ONLY), value },
        );
    }

    /// Makes a larger table of what was seen, out of the list itself.
    #[cold]
    #[inline(never)]
    fn widen(&mut self) {
        self.seen = Seen::new((self.seen.room() * 2).max(self.records.len() + 1));
        for (number, record) in (0..).zip(&self.records) {
            let Some(kind) = record::listed(record) else { continue };
            let value = self.list.kept(record[3]);
            self.seen.meet(self.hasher.value(value, kind as u8, false), number, |_| false);
            if kind.keeps_case() {
                self.seen.meet(self.hasher.value(value, kind as u8 | FOLDED, true), number, |_| false);
            }
        }
    }

    pub(super) fn record(&mut self, line: Line, verdict: Verdict) {
        let record = verdict.record(line.whole.start as u32, line.whole.length() as u32, line.kind);
        self.push(record, verdict);
    }

    #[inline(always)]
    fn record_as(&mut self, kind: Kind, line: Line, verdict: Verdict) {
        let record = verdict.record(line.whole.start as u32, line.whole.length() as u32, Some(kind));
        self.push(record, verdict);
    }

    #[inline(always)]
    fn push(&mut self, record: Record, verdict: Verdict) {
        self.records.push(record);
        if let Some(count) = self.counts.get_mut(verdict.bucket() as usize) {
            *count += 1;
        }
    }
}
