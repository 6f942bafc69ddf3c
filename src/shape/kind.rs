//! What kind of value may stand somewhere, and within which bounds.

use crate::format::Format;

use super::{Object, Union};

/// A kind of value. Small and `Copy`: a constant of it refers to other constants.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Something that JSON cannot hold; whatever is there is not what a sentence calls this.
    Never(&'static str),
    /// Any JSON value; passed on as it is.
    Json,
    /// An object with members of any name and kind.
    AnyObject,
    Boolean,
    /// `true` and nothing else: a confirmation.
    True,
    Integer(Range),
    Number(Range),
    Text(Text),
    /// An identifier: a text of at least one character, or a safe integer. With `integer`, it is sent as a number
    /// whichever way it was given; without, as given.
    Id {
        integer: bool,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    List(List),
    /// An object whose members all have this kind, under any name.
    Map(&'static Kind),
    Object(&'static Object),
    Union(&'static Union),
    /// Whichever of these the value looks like: by its JSON type, or by its tag.
    AnyOf(&'static [&'static Kind]),
    /// A file to upload, described as `{ "name", "size" }`.
    File(Upload),
}

/// A text: its length in UTF-16 code units, as JavaScript's `length` and the service's own checks count, and its format.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    pub min: u32,
    pub max: u32,
    pub format: Option<&'static Format>,
    /// Whether the text is a credential that nothing may show.
    pub secret: bool,
}

impl Text {
    pub const ANY: Self = Self { min: 0, max: u32::MAX, format: None, secret: false };
}

/// The bounds of a number, both included unless `above`.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    /// `i32::MIN` for none.
    pub min: i32,
    /// `i32::MAX` for none.
    pub max: i32,
    /// Whether `min` itself is excluded.
    pub above: bool,
}

impl Range {
    pub const ANY: Self = Self { min: i32::MIN, max: i32::MAX, above: false };
}

impl Range {
    const fn new(min: Option<i32>, max: Option<i32>) -> Self {
        Self {
            min: match min {
                Some(min) => min,
                None => i32::MIN,
            },
            max: match max {
                Some(max) => max,
                None => i32::MAX,
            },
            above: false,
        }
    }
}

/// A list and how many items it may have.
#[derive(Debug, Clone, Copy)]
pub struct List {
    pub item: &'static Kind,
    pub min: u32,
    pub max: u32,
}

/// What may be uploaded.
#[derive(Debug, Clone, Copy)]
pub struct Upload {
    pub max_bytes: u32,
    /// How the file's name may end.
    pub extensions: &'static [&'static str],
}

impl Kind {
    /// 2^53 - 1, the greatest whole number that a JSON number carries without loss in JavaScript.
    pub const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

    /// A list of any length.
    pub const fn list(item: &'static Kind) -> Self {
        Self::List(List { item, min: 0, max: u32::MAX })
    }

    /// Bounds the length of a text.
    #[must_use]
    pub const fn length(self, min: Option<u32>, max: Option<u32>) -> Self {
        match self {
            Self::Text(text) => Self::Text(Text { min: or(min, text.min), max: or(max, text.max), ..text }),
            _ => panic!("`length` bounds a text"),
        }
    }

    /// Bounds a number.
    #[must_use]
    pub const fn range(self, min: Option<i32>, max: Option<i32>) -> Self {
        match self {
            Self::Integer(_) => Self::Integer(Range::new(min, max)),
            Self::Number(_) => Self::Number(Range::new(min, max)),
            _ => panic!("`range` bounds a number"),
        }
    }

    /// A number must be greater than `min`.
    #[must_use]
    pub const fn above(self, min: i32) -> Self {
        match self {
            Self::Number(range) => Self::Number(Range { min, above: true, ..range }),
            _ => panic!("`above` bounds a number that need not be whole"),
        }
    }

    /// Bounds how many items a list may have.
    #[must_use]
    pub const fn items(self, min: Option<u32>, max: Option<u32>) -> Self {
        match self {
            Self::List(list) => Self::List(List { min: or(min, list.min), max: or(max, list.max), ..list }),
            _ => panic!("`items` bounds a list"),
        }
    }

    /// The items of a list that an object of this kind has.
    pub const fn items_of(self, list: &str) -> &'static Kind {
        let (fields, mut at) = (self.object().fields, 0);
        while at < fields.len() {
            if let Self::List(List { item, .. }) = fields[at].kind()
                && fields[at].is_named(list.as_bytes(), 0, list.len())
            {
                return item;
            }
            at += 1;
        }
        panic!("there is no such list");
    }

    /// The object that this kind is.
    pub const fn object(self) -> &'static Object {
        match self {
            Self::Object(object) => object,
            _ => panic!("an object is needed here"),
        }
    }
}

const fn or(given: Option<u32>, otherwise: u32) -> u32 {
    match given {
        Some(given) => given,
        None => otherwise,
    }
}
