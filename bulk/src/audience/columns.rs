//! Which column of a table holds what.
//!
//! The first row names the columns. A name is recognised whatever its case and punctuation: `External ID`, `external_id` and
//! `externalId` are the same. The caller may say which column holds a field, by its name or by its place.

/// How many columns with universal ids a table may have.
pub const UIDS: usize = 12;

/// The fields in the order of [`Columns::places`].
const FIELDS: [&[u8]; 5] = [b"externalId", b"email", b"phone", b"hashedEmail", b"hashedPhone"];

/// Names of columns, without case and punctuation, and the field that they hold.
#[rustfmt::skip]
const NAMES: [(&[u8], usize); 34] = [
    (b"externalid", 0), (b"id", 0), (b"memberid", 0), (b"userid", 0), (b"customerid", 0), (b"contactid", 0),
    (b"email", 1), (b"emailaddress", 1), (b"mail", 1),
    (b"phone", 2), (b"phonenumber", 2), (b"telephone", 2), (b"telephonenumber", 2), (b"tel", 2), (b"mobile", 2),
    (b"mobilephone", 2), (b"mobilenumber", 2), (b"cell", 2), (b"cellphone", 2), (b"msisdn", 2),
    (b"hashedemail", 3), (b"emailhash", 3), (b"emailhashed", 3), (b"emailsha256", 3), (b"sha256email", 3), (b"hashemail", 3),
    (b"hashedphone", 4), (b"phonehash", 4), (b"phonehashed", 4), (b"phonesha256", 4), (b"sha256phone", 4), (b"hashphone", 4),
    (b"hashedphonenumber", 4), (b"hashedemailaddress", 3),
];

/// Types of universal ids that the documents name; a column of this name holds them.
const KINDS: [&[u8]; 7] = [b"rampid", b"rampid_derived", b"id5", b"uid2", b"euid", b"pairid", b"maid"];

/// What the caller says about a column: what it holds, and its name or its place.
#[derive(Debug)]
pub struct Wish {
    /// A field, or the type of a universal id behind a byte 1.
    field: Vec<u8>,
    column: Column,
}

#[derive(Debug)]
enum Column {
    Named(Vec<u8>),
    At(usize),
}

impl Column {
    fn read(text: &[u8]) -> Self {
        match text {
            [1, digits @ ..] => {
                let next = |place: usize, digit: &u8| place.saturating_mul(10).saturating_add(usize::from(digit & 15));
                Self::At(digits.iter().fold(0, next))
            }
            name => Self::Named(name.trim_ascii().to_vec()),
        }
    }
}

/// Where the fields of a row are.
#[derive(Debug, Default)]
pub struct Columns {
    /// Of each field the column, counted from 0.
    pub places: [Option<usize>; 5],
    /// Types of universal ids and their columns; at most [`UIDS`].
    pub uids: Vec<(Vec<u8>, usize)>,
    /// How many columns hold nothing that is known.
    pub ignored: u32,
}

/// Why the columns are not clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// No column holds ids.
    NoId,
    /// No column holds identifiers.
    NoIdentifier,
    /// A column or a field that the caller names is not there.
    NotThere,
}

/// The wishes of a caller: field, zero, column, zero and so on. A byte 1 stands before the type of a universal id in place of a
/// field, so that a type may be called as a field is; and before the place of a column in place of its name.
#[must_use]
pub fn wishes(text: &str) -> Vec<Wish> {
    let mut parts = text.as_bytes().split(|byte| *byte == 0);
    let mut wishes = Vec::new();
    while let (Some(field), Some(column)) = (parts.next(), parts.next()) {
        wishes.push(Wish { field: field.to_vec(), column: Column::read(column) });
    }
    wishes
}

/// Whether the first row names the columns. It does not where the caller tells places alone.
#[must_use]
pub fn has_header(wishes: &[Wish]) -> bool {
    wishes.is_empty() || wishes.iter().any(|wish| matches!(wish.column, Column::Named(_)))
}

impl Columns {
    /// Reads the first row. Without a header nothing of it counts but the number of its cells.
    ///
    /// # Errors
    ///
    /// The columns are not clear.
    pub fn read<'c>(cells: impl Iterator<Item = &'c [u8]>, wishes: &[Wish]) -> Result<Self, Unclear> {
        let names: Vec<&[u8]> = cells.map(<[u8]>::trim_ascii).collect();
        let mut columns = Self::default();
        let mut taken = vec![false; names.len()];
        for wish in wishes {
            let place = match &wish.column {
                Column::At(place) => Some(*place),
                Column::Named(name) => names.iter().position(|cell| cell.eq_ignore_ascii_case(name)),
            };
            let taken = place.and_then(|place| taken.get_mut(place)).ok_or(Unclear::NotThere)?;
            let holds = field(&wish.field).ok_or(Unclear::NotThere)?;
            *taken = columns.take(holds, place.unwrap_or_default());
        }
        let header = has_header(wishes);
        for (place, (name, taken)) in names.iter().zip(&mut taken).enumerate() {
            *taken = *taken || (header && recognised(name).is_some_and(|known| columns.take(known, place)));
        }
        columns.ignored = taken.iter().filter(|taken| !**taken).count() as u32;
        columns.judged()
    }

    /// Notes a column, unless another one holds the same.
    fn take(&mut self, holds: Holds<'_>, place: usize) -> bool {
        match holds {
            Holds::Field(field) => match self.places.get_mut(field) {
                Some(free @ None) => {
                    *free = Some(place);
                    true
                }
                _ => false,
            },
            Holds::Uid(kind) => {
                let free = self.uids.len() < UIDS && self.uids.iter().all(|(known, _)| known != kind);
                if free {
                    self.uids.push((kind.to_vec(), place));
                }
                free
            }
        }
    }

    fn judged(self) -> Result<Self, Unclear> {
        let [id, others @ ..] = &self.places;
        match (id, others.iter().all(Option::is_none) && self.uids.is_empty()) {
            (None, _) => Err(Unclear::NoId),
            (_, true) => Err(Unclear::NoIdentifier),
            _ => Ok(self),
        }
    }
}

/// What a column holds.
enum Holds<'n> {
    Field(usize),
    Uid(&'n [u8]),
}

fn field(name: &[u8]) -> Option<Holds<'_>> {
    match name {
        [1, kind @ ..] => Some(Holds::Uid(kind)),
        _ => FIELDS.iter().position(|field| *field == name).map(Holds::Field),
    }
}

/// What a column of this name holds.
fn recognised(name: &[u8]) -> Option<Holds<'static>> {
    let is = |known: &[u8]| bare(known).eq(bare(name));
    let field = NAMES.iter().find(|(known, _)| is(known)).map(|(_, field)| Holds::Field(*field));
    field.or_else(|| KINDS.into_iter().find(|kind| is(kind)).map(Holds::Uid))
}

/// A name of a column, without case and punctuation. It is not copied: in a table without names it may be an address.
fn bare(name: &[u8]) -> impl Iterator<Item = u8> {
    name.iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: &str, mapping: &str) -> Result<Columns, Unclear> {
        Columns::read(header.split(',').map(str::as_bytes), &wishes(mapping))
    }

    #[test]
    fn recognises_common_names() {
        let columns =
            read("Customer ID,E-Mail Address,Name,PHONE_NUMBER,Email_SHA256,hashed phone,UID2,RampID", "").unwrap();
        assert_eq!(columns.places, [Some(0), Some(1), Some(3), Some(4), Some(5)]);
        assert_eq!(columns.uids, [(b"uid2".to_vec(), 6), (b"rampid".to_vec(), 7)]);
        assert_eq!(columns.ignored, 1);
        assert_eq!(read("id,email,e-mail", "").unwrap().ignored, 1, "the first of two columns counts");
    }

    #[test]
    fn follows_the_caller() {
        let columns =
            read("Kundennummer,Mail privat,email,Netz", "externalId\0kundennummer\0email\0Mail privat\0\u{1}id5\0Netz");
        let columns = columns.unwrap();
        assert_eq!((columns.places, columns.ignored), ([Some(0), Some(1), None, None, None], 1));
        assert_eq!(columns.uids, [(b"id5".to_vec(), 3)]);
        let places = "externalId\0\u{1}1\0email\0\u{1}0";
        assert!(!has_header(&wishes(places)));
        assert_eq!(read("id,email", places).unwrap().places, [Some(1), Some(0), None, None, None]);
        assert!(has_header(&wishes("externalId\0\u{1}1\0email\0E")));
    }

    #[test]
    fn types_and_fields_are_apart() {
        let columns = read("id,a,b", "\u{1}email\0a\0\u{1}phone\0\u{1}2").unwrap();
        assert_eq!(columns.places, [Some(0), None, None, None, None]);
        assert_eq!(columns.uids, [(b"email".to_vec(), 1), (b"phone".to_vec(), 2)]);
        assert_eq!(read("id,email,a", "phoneNumber\0a").unwrap_err(), Unclear::NotThere);
        assert_eq!(read("id,email,a", "id5\0a").unwrap_err(), Unclear::NotThere);
    }

    #[test]
    fn says_what_is_not_clear() {
        assert_eq!(read("email,phone", "").unwrap_err(), Unclear::NoId);
        assert_eq!(read("jane@example.com", "").unwrap_err(), Unclear::NoId);
        assert_eq!(read("id,name", "").unwrap_err(), Unclear::NoIdentifier);
        assert_eq!(read("id,email", "phone\0Tel").unwrap_err(), Unclear::NotThere);
        assert_eq!(read("id,email", "externalId\0\u{1}7\0email\0\u{1}1").unwrap_err(), Unclear::NotThere);
    }
}
