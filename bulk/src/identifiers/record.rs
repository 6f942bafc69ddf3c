//! What is known of a line: four numbers, which JavaScript reads where somebody looks.
//!
//! | number | holds |
//! |---|---|
//! | 0, 1 | where the line begins in the text, and its length in bytes |
//! | 2 | bits 0 to 2: the bucket; 3 to 7: the type, 31 for none; 8 and up: notes, or the code of what is wrong |
//! | 3 | kept and changed: where the value begins in the list; duplicates: the number of the first such line; invalid: bits 0 to 4: the type that is meant, 31 for none; 8 and up: the character that cannot stand in it, if one is known |

use super::kind::Kind;

/// One line, see above.
pub type Record = [u32; 4];

/// No type.
pub(super) const NO_KIND: u32 = 31;

/// Where a line belongs; each belongs to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Bucket {
    /// In the list, as it was written.
    Kept,
    /// In the list, written differently.
    Changed,
    /// In the list already.
    Duplicate,
    /// Not an identifier.
    Invalid,
    /// Nothing: an empty line, a comment, the titles of columns.
    Blank,
}

/// Why a line is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Blank {
    Empty,
    Comment,
    Header,
}

/// What a reader should know of an identifier in the list: bits, the most serious first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Notes(u32);

impl Notes {
    /// It had a port or a user name, which are gone.
    pub const AUTHORITY: Self = Self(1);
    /// It is what registries sell names under, such as `co.uk`.
    pub const PUBLIC_SUFFIX: Self = Self(1 << 1);
    /// `www.` or `m.` stayed, because no domain would be left, or because one of them is gone.
    pub const PREFIX_STAYS: Self = Self(1 << 2);
    /// `www.` or `m.` stayed, because a subdomain is one exact host.
    pub const EXACT_HOST: Self = Self(1 << 3);
    /// No top-level domain looks like its end.
    pub const ODD_ENDING: Self = Self(1 << 4);
    /// It looks like an app, and was given as a domain.
    pub const LIKE_AN_APP: Self = Self(1 << 5);
    /// It differs from an earlier one by its case only.
    pub const CASE_ONLY: Self = Self(1 << 6);
    /// A bundle of one part.
    pub const ONE_PART: Self = Self(1 << 7);
    /// A number that begins with a zero.
    pub const LEADING_ZERO: Self = Self(1 << 8);
    /// An ASIN that no app has: they begin with B.
    pub const ODD_ASIN: Self = Self(1 << 9);
    /// Neither form of Samsung's ids.
    pub const ODD_SAMSUNG_ID: Self = Self(1 << 10);
    /// A type that only the newer documents have.
    pub const NEWER_TYPE: Self = Self(1 << 11);
    /// From here on, things to know and not to worry about: it was taken as the type that it looks like.
    pub const TYPE_CORRECTED: Self = Self(1 << 12);
    /// `www.` is gone.
    pub const WWW: Self = Self(1 << 13);
    /// `m.` is gone.
    pub const M: Self = Self(1 << 14);
    /// Scheme, path or query are gone.
    pub const ADDRESS: Self = Self(1 << 15);
    /// The dot at the end is gone.
    pub const FINAL_DOT: Self = Self(1 << 16);
    /// It stands for the subdomains, and not for the domain itself.
    pub const WILDCARD: Self = Self(1 << 17);
    /// It was in another script.
    pub const IDN: Self = Self(1 << 18);
    /// It was taken out of the address of a store's page.
    pub const STORE_PAGE: Self = Self(1 << 19);

    /// These and those.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether these are among them.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These, and another one where something holds.
    #[must_use]
    pub(super) fn and_if(self, holds: bool, other: Self) -> Self {
        if holds { self.and(other) } else { self }
    }
}

/// Why something is not an identifier. The numbers are those of `identifier-words.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Problem {
    /// A value that is no text.
    NotText,
    /// A type that does not exist.
    UnknownType,
    /// Bytes that are not UTF-8, or a character that stands for such.
    NotUtf8,
    /// More than one value.
    SeveralValues,
    /// A character that cannot stand in it.
    Character,
    /// Two dots in a row, or one at an end.
    EmptyLabel,
    /// More than 63 characters between dots.
    LongLabel,
    /// A hyphen beside a dot, or at an end.
    Hyphen,
    /// More characters than there may be.
    TooLong,
    /// A name without a dot.
    NoDot,
    /// A number of the internet, not a name.
    IpAddress,
    /// A scheme that is not the web's.
    Scheme,
    /// A star that is not the whole first label.
    MisplacedStar,
    /// A name in another script that cannot be encoded, or an encoded one that cannot be decoded.
    IdnInvalid,
    /// Plainly something of another type.
    OtherType,
    /// No Apple bundle.
    AppleBundle,
    /// No Android package.
    AndroidPackage,
    /// No bundle of any store.
    Bundle,
    /// Not a number.
    NotANumber,
    /// No ASIN.
    Asin,
    /// A type and no value, or nothing but what goes away.
    Empty,
    /// A page of a store without an app's id.
    NoAppId,
    /// It looks like an app, written as no type of apps is.
    LikeAnApp,
    /// A star before a subdomain.
    StarredSubdomain,
    /// A star before what names are sold under.
    StarredSuffix,
    /// The web's scheme, badly written or there twice.
    BrokenScheme,
    /// Not a number, as Roku's ids are.
    NotAChannel,
    /// More characters than an Android package may have.
    LongPackage,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Listed {
        changed: bool,
        notes: Notes,
        value: u32,
    },
    Duplicate {
        first: u32,
    },
    Invalid {
        problem: Problem,
        meant: Option<Kind>,
    },
    /// Invalid for this character.
    Strange {
        character: char,
        meant: Option<Kind>,
    },
    Blank(Blank),
}

impl Verdict {
    pub(super) fn bucket(self) -> Bucket {
        match self {
            Self::Listed { changed: false, .. } => Bucket::Kept,
            Self::Listed { changed: true, .. } => Bucket::Changed,
            Self::Duplicate { .. } => Bucket::Duplicate,
            Self::Invalid { .. } | Self::Strange { .. } => Bucket::Invalid,
            Self::Blank(_) => Bucket::Blank,
        }
    }

    /// The record of a line of these bytes.
    pub(super) fn record(self, start: u32, length: u32, kind: Option<Kind>) -> Record {
        let (details, reference) = match self {
            Self::Listed { notes, value, .. } => (notes.0, value),
            Self::Duplicate { first } => (0, first),
            Self::Invalid { problem, meant } => (problem as u32, number(meant)),
            Self::Strange { character, meant } => {
                (Problem::Character as u32, number(meant) | u32::from(character) << 8)
            }
            Self::Blank(why) => (why as u32, 0),
        };
        [start, length, self.bucket() as u32 | number(kind) << 3 | details << 8, reference]
    }
}

/// The type of a line that is in the list.
pub(super) fn listed(record: &Record) -> Option<Kind> {
    let is_listed = matches!(record[2] & 7, 0 | 1);
    Kind::of((record[2] >> 3 & NO_KIND) as u8).filter(|_| is_listed)
}

fn number(kind: Option<Kind>) -> u32 {
    kind.map_or(NO_KIND, |kind| kind as u32)
}
