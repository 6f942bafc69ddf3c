//! The buyer persona: what an advertiser or an agency does.

use crate::shape::Operation;

/// The rows of this persona.
pub(super) static TABLE: &[&[&Operation]] = &[];
