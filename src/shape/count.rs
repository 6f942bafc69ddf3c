//! Counts what stands in lists, in one pass over the text: nothing is kept, so that it suits lists of any length.

use crate::json::{Malformed, Reader, Type};

use super::Value;

impl Value<'_> {
    /// How many items the list has, counted no further than one beyond `most`; none when it is no list.
    pub fn count(&self, most: usize) -> Option<usize> {
        count(&mut self.reader(), most).ok()
    }

    /// How many items the lists of these names have together, in all objects of this list.
    pub fn count_inside(&self, names: &[&str]) -> usize {
        count_inside(&mut self.reader(), names).unwrap_or_default()
    }
}

/// Counts the items of the list at the cursor, up to the first that is beyond `most`.
fn count(reader: &mut Reader<'_>, most: usize) -> Result<usize, Malformed> {
    let mut count = 0;
    let mut more = reader.enter(Type::Array)?;
    while more && count <= most {
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
