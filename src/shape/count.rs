//! Counts what stands in lists, in one pass over the text: nothing is kept, so that it suits lists of any length.

use crate::json::{Malformed, Reader, Type};

use super::Value;

impl Value<'_> {
    /// Whether it is a list of more items than this. Looks no further than it has to.
    pub fn has_more_than(&self, maximum: usize) -> bool {
        count(&mut Reader::new(self.raw()), maximum).is_ok_and(|count| count > maximum)
    }

    /// How many items the lists of these names have together, in all objects of this list.
    pub fn count_inside(&self, names: &[&str]) -> usize {
        count_inside(&mut Reader::new(self.raw()), names).unwrap_or_default()
    }
}

/// Counts the items of the list at the cursor, up to the first that is beyond `maximum`.
fn count(reader: &mut Reader<'_>, maximum: usize) -> Result<usize, Malformed> {
    let mut count = 0;
    let mut more = reader.enter(Type::Array)?;
    while more && count <= maximum {
        reader.skip()?;
        count += 1;
        more = reader.next(Type::Array)?;
    }
    Ok(count)
}

fn count_inside(reader: &mut Reader<'_>, names: &[&str]) -> Result<usize, Malformed> {
    let mut total = 0;
    let mut more = reader.enter(Type::Array)?;
    while more {
        if reader.peek()? == Type::Object {
            let mut member = reader.enter(Type::Object)?;
            while member {
                let name = reader.name()?;
                if names.iter().any(|wanted| name.is(wanted)) && reader.peek()? == Type::Array {
                    total += count(reader, usize::MAX)?;
                } else {
                    reader.skip()?;
                }
                member = reader.next(Type::Object)?;
            }
        } else {
            reader.skip()?;
        }
        more = reader.next(Type::Array)?;
    }
    Ok(total)
}
