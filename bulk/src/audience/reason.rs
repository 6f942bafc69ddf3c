//! Why a row, or a value of it, is not sent. The sentences are JavaScript's (`members-report.js`); the numbers here are the
//! order there.

/// What of a row is wrong; the number counts the fields in four bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Row,
    ExternalId,
    Email,
    Phone,
    HashedEmail,
    HashedPhone,
    Uids,
}

/// What is wrong with it. Zero means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Missing = 1,
    WrongType,
    NotText,
    PlainEmail,
    PlainPhone,
    Duplicate,
    NotAnEmail,
    NotAPhone,
    CallingCodeMissing,
    PhoneLength,
    AmbiguousPhone,
    NotAHash,
    HashDiffers,
    TooLong,
    NoIdentifier,
}

/// The reasons of one row: at most one for each field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reasons(pub u32);

impl Reasons {
    /// Notes a reason; the first one of a field counts.
    pub fn note(&mut self, field: Field, reason: Reason) {
        let shift = 4 * field as u32;
        if self.0 >> shift & 15 == 0 {
            self.0 |= (reason as u32) << shift;
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A row that is refused, or sent without some of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct Note {
    /// Which row, counted from 0.
    pub row: u32,
    pub reasons: Reasons,
    /// The row that has the same id, of a duplicate.
    pub first: u32,
}

impl Note {
    /// As three numbers.
    #[must_use]
    pub fn numbers(notes: &[Self]) -> Vec<u32> {
        notes.iter().flat_map(|note| [note.row, note.reasons.0, note.first]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_one_reason() {
        let mut reasons = Reasons::default();
        reasons.note(Field::Uids, Reason::NoIdentifier);
        reasons.note(Field::Uids, Reason::Missing);
        reasons.note(Field::Row, Reason::Missing);
        assert_eq!(reasons, Reasons(0x0F00_0001));
    }
}
