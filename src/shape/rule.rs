//! What ties fields together.
//!
//! The common ties are data, so that they can be checked, described and tested without code of their own; the rest are
//! functions that look at a [`View`].

use std::fmt;

use super::problem::Problem;
use super::view::View;

type Names = &'static [&'static str];

/// A tie between the fields of one object. Names are names in JSON.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// At least one field besides those that travel in the path.
    NotEmpty,
    AtLeastOneOf(Names),
    ExactlyOneOf(Names),
    AtMostOneOf(Names),
    /// Exactly one of these groups, and that one completely.
    OneGroupOf(&'static [Names]),
    /// All or none.
    Together(Names),
    /// The first needs the second.
    Requires(&'static str, &'static str),
    /// The first instant or date must be before the second.
    Before(&'static str, &'static str),
    /// The first instant or date must not be after the second.
    NotAfter(&'static str, &'static str),
    /// A name that people expect here and that must not be given: "`type` must `be left out, ...`".
    Forbidden(&'static str, &'static str),
    /// A name that people write by mistake, and the field that they mean; for names too far apart to be a typing mistake.
    Mistaken(&'static str, &'static str),
    /// A warning: the first is the older name of the second. It is sent as it is.
    Renamed(&'static str, &'static str),
    /// A warning when it is absent: the newer documents require it, the older do not know it.
    Expected(&'static str),
    /// A warning when it is more than this, a number or a count: the newer documents allow more than the older.
    Documented(&'static str, u32),
    Custom(Custom),
}

/// A tie that needs code.
#[derive(Clone, Copy)]
pub struct Custom {
    /// The rule as a sentence, for the reference pages.
    #[cfg(feature = "describe")]
    pub says: &'static str,
    /// Looks at the object and remarks on what is wrong.
    pub check: fn(&View<'_, '_>, &mut dyn Remarks),
}

impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rule with code")
    }
}

impl Rule {
    /// A rule that needs code. The sentence is kept only where it is described.
    pub const fn custom(_says: &'static str, check: fn(&View<'_, '_>, &mut dyn Remarks)) -> Self {
        Self::Custom(Custom {
            #[cfg(feature = "describe")]
            says: _says,
            check,
        })
    }
}

/// One step from an object to a value inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inner<'p> {
    Field(&'p str),
    Index(usize),
}

impl<'p> From<&'p str> for Inner<'p> {
    fn from(name: &'p str) -> Self {
        Self::Field(name)
    }
}

impl From<usize> for Inner<'_> {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Where a rule puts what it found. The path is relative to the object that the rule is about.
pub trait Remarks {
    /// Something that the service would refuse.
    fn error(&mut self, at: &[Inner<'_>], problem: Problem);
    /// Something that the caller should know.
    fn warning(&mut self, at: &[Inner<'_>], problem: Problem);
}
