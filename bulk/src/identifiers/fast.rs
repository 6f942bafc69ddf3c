//! Domains that a window judges: most lines of most lists. What is not decided here goes the long way, which gives the same
//! answers to everything; the tests hold the two against each other.

use super::job::{Job, Line, Span};
use super::kind::Kind;
use super::record::Notes;
use super::window::{WIDTH, lowest};
use super::{shape, suffix};

/// The first bytes of a host, as a number.
const WWW: u32 = u32::from_le_bytes(*b"www.");
const M: u32 = u32::from_le_bytes(*b"m.\0\0");
/// How names of apps begin: sites turned round.
const REVERSED: [u32; 3] = [u32::from_le_bytes(*b"com."), u32::from_le_bytes(*b"net."), u32::from_le_bytes(*b"org.")];

/// The longest host under which names are sold: `com.xx`.
const LONGEST_SUFFIX: usize = 6;

impl Job {
    /// Judges a domain with what is usual around it: spaces, a scheme, a path, a dot at the end. False, and nothing done,
    /// where there is more to it.
    pub(super) fn address(&mut self, value: Span, line: Line) -> bool {
        let value = self.bare(value);
        let skipped = scheme(self.part(value));
        let host = Span { start: value.start + skipped, end: value.end };
        let Some(window) = self.window(host.start).filter(|_| host.length() > 0) else { return false };
        let masks = window.masks();
        let length = (masks.host.trailing_ones() as usize).min(host.length());
        let rest = self.part(Span { start: host.start + length, end: host.end });
        let port = port(rest);
        let is_address = match rest.get(port) {
            None => skipped > 0,
            Some(b'/' | b'?' | b'#') => true,
            _ => return false,
        };
        if length == 0 || length == WIDTH && !rest.is_empty() {
            return false;
        }
        let has_dot = masks.dots >> (length - 1) & 1 == 1;
        let host = Span { start: host.start, end: host.start + length - usize::from(has_dot) };
        let notes = Notes::default()
            .and_if(is_address, Notes::ADDRESS)
            .and_if(port > 0, Notes::AUTHORITY)
            .and_if(has_dot, Notes::FINAL_DOT);
        let is_plain = host.length() > 0 && masks.is_plain_host(host.length());
        is_plain
            && !(is_address && has_store_pages(self.part(host)))
            && self.host(host, masks.has_dots(host.length()), line, notes)
    }

    /// A part without the white space around it.
    fn bare(&self, value: Span) -> Span {
        let whole = self.part(value);
        if let [first, .., last] = whole
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return value;
        }
        let text = whole.trim_ascii();
        let start = (text.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize) + value.start;
        Span { start, end: start + text.len() }
    }

    /// Writes a host that is plain, and judges it. False, and nothing done, where it looks like an app or has two prefixes. One
    /// function, whoever calls it: the engine has to compile it before anything is fast.
    #[inline(never)]
    pub(super) fn host(&mut self, host: Span, has_dots: bool, line: Line, notes: Notes) -> bool {
        let (skipped, notes) = match prefix(self.text.get(host.start..).unwrap_or_default()) {
            (0, _) => (0, notes),
            (length, _) if has_dots && self.has_prefix(host.start + length) => return false,
            (length, note) if has_dots => (length, notes.and(note)),
            _ => (0, notes.and(Notes::PREFIX_STAYS)),
        };
        let host = Span { start: host.start + skipped, end: host.end };
        let length = host.length();
        let Some(window) = self.window(host.start) else { return false };
        let words = window.words(length);
        if REVERSED.contains(&(words[0] as u32)) && shape::is_reversed(self.part(host)) {
            return false;
        }
        self.list.domain(&window, length);
        let is_suffix = length <= LONGEST_SUFFIX && suffix::is_public(self.list.value());
        let notes = notes.and_if(is_suffix, Notes::PUBLIC_SUFFIX);
        let changed = line.held.length() != length || window.masks().capitals & lowest(length) != 0;
        let hash = self.hash_short(words, length);
        self.settle(hash, Kind::Domain, line, changed, notes, None);
        true
    }

    /// Whether what begins here begins with something that stands for the same site.
    fn has_prefix(&self, at: usize) -> bool {
        prefix(self.text.get(at..).unwrap_or_default()).0 > 0
    }
}

/// How much of the plain host that a text begins with stands for the same site, and what is to be said when it goes.
fn prefix(text: &[u8]) -> (usize, Notes) {
    /// Makes small letters, and leaves dots, digits and hyphens alone.
    const SMALL: u32 = 0x2020_2020;
    let start = text.first_chunk().map_or(0, |start| u32::from_le_bytes(*start) | SMALL);
    match start {
        WWW => (4, Notes::WWW),
        _ if start & 0xffff == M => (2, Notes::M),
        _ => (0, Notes::default()),
    }
}

/// The length of the web's scheme at the beginning of an address.
fn scheme(text: &[u8]) -> usize {
    /// Makes small letters of the first five bytes, and of nothing else.
    const SMALL: u64 = 0x20_2020_2020;
    let Some(start) = text.first_chunk::<8>().map(|start| u64::from_le_bytes(*start) | SMALL) else { return 0 };
    if start == u64::from_le_bytes(*b"https://") {
        return 8;
    }
    // The colon has the bit of small letters anyway.
    if start & 0xff_ffff_ffff_ffff == u64::from_le_bytes(*b"http://\0") && text.get(4) == Some(&b':') { 7 } else { 0 }
}

/// The length of a port, with its colon.
fn port(text: &[u8]) -> usize {
    match text.split_first() {
        Some((b':', port)) => 1 + port.iter().take_while(|byte| byte.is_ascii_digit()).count(),
        _ => 0,
    }
}

/// The hosts that have pages of apps, which are not about the host; and Amazon's, in all countries.
const STORES: [&[u8]; 5] =
    [b"apps.apple.com", b"itunes.apple.com", b"play.google.com", b"channelstore.roku.com", b"samsung.com"];

/// Whether a host has pages of apps. Most differ in their first letter.
fn has_store_pages(host: &[u8]) -> bool {
    let bare = match host {
        [b'w' | b'W', b'w' | b'W', b'w' | b'W', b'.', bare @ ..] => bare,
        _ => host,
    };
    let is_possible = matches!(bare.first().map(|byte| byte | 0x20), Some(b'a' | b'i' | b'p' | b'c' | b's'));
    is_possible && (shape::is_one(bare, &STORES) || shape::is_one(bare.get(..7).unwrap_or_default(), &[b"amazon."]))
}
