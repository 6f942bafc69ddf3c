//! Writes JSON text: strings and numbers for whoever puts text together, and whole values of our own small shapes.
//!
//! [`to_json`] is a serde serializer for what those shapes consist of (texts, whole numbers, flags, lists, structs). They
//! cross into JavaScript as text, which the browser parses faster than bindings set properties one by one.

use std::fmt;

use serde::ser::{Error, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

/// Appends a number in decimal digits.
pub fn write_number(out: &mut String, number: u64) {
    if number >= 10 {
        write_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Appends `value` to `out` as a JSON string, quotes included.
pub fn write_text(out: &mut String, value: &str) {
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                out.push(if c < '\u{10}' { '0' } else { '1' });
                out.push(char::from_digit(c as u32 & 15, 16).unwrap_or('0'));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The serializer's methods for what our shapes do not hold.
macro_rules! unsupported {
    ($($method:ident($type:ty))*) => {
        $(fn $method(self, _value: $type) -> Written { Err(Unsupported) })*
    };
}

/// Writes a value as JSON. None for a value that holds something our shapes do not: floating-point numbers, maps, tuples.
pub fn to_json(value: &impl Serialize) -> Option<String> {
    let mut out = String::new();
    value.serialize(Writer { out: &mut out }).ok()?;
    Some(out)
}

struct Writer<'o> {
    out: &'o mut String,
}

/// What our shapes do not hold.
#[derive(Debug)]
struct Unsupported;

/// A list or an object that is being written.
struct Members<'o> {
    out: &'o mut String,
    close: char,
    first: bool,
}

impl<'o> Members<'o> {
    fn open(out: &'o mut String, open: char, close: char) -> Self {
        out.push(open);
        Self { out, close, first: true }
    }

    fn separate(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
    }
}

type Written = Result<(), Unsupported>;

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Members<'o>;
    type SerializeStruct = Members<'o>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Impossible<(), Unsupported>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Written {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Written {
        if value < 0 {
            self.out.push('-');
        }
        write_number(self.out, value.unsigned_abs());
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Written {
        write_number(self.out, value);
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_str(self, value: &str) -> Written {
        write_text(self.out, value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Members<'o>, Unsupported> {
        Ok(Members::open(self.out, '[', ']'))
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Members<'o>, Unsupported> {
        Ok(Members::open(self.out, '{', '}'))
    }

    unsupported! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_u8(u8) serialize_u16(u16) serialize_f32(f32)
        serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    }

    fn serialize_unit(self) -> Written {
        Err(Unsupported)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Written {
        Err(Unsupported)
    }

    fn serialize_tuple(self, _len: usize) -> Result<Self::SerializeTuple, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Self::SerializeMap, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported)
    }
}

impl SerializeSeq for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.separate();
        value.serialize(Writer { out: self.out })
    }

    fn end(self) -> Written {
        self.out.push(self.close);
        Ok(())
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.separate();
        write_text(self.out, name);
        self.out.push(':');
        value.serialize(Writer { out: self.out })
    }

    fn end(self) -> Written {
        self.out.push(self.close);
        Ok(())
    }
}

impl Error for Unsupported {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("holds something that our own shapes do not")
    }
}

impl std::error::Error for Unsupported {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Reader;

    #[test]
    fn writes_a_string_that_reads_back() {
        let value = "a\"\\\n\r\t\u{1}\u{1f}é😀";
        let mut out = String::new();
        write_text(&mut out, value);
        assert_eq!(serde_json::from_str::<String>(&out).unwrap(), value);
        assert_eq!(Reader::new(&out).text().unwrap().value(), value);
    }

    #[test]
    fn writes_what_serde_json_writes() {
        let operation = crate::api::find("createInventorySource").unwrap();
        let fields = crate::describe::fields(operation);
        assert_eq!(to_json(&fields).unwrap(), serde_json::to_string(&fields).unwrap());
        let report = crate::check::Report::from(crate::request::check(operation, r#"{"name":"","x":[]}"#).issues);
        assert_eq!(to_json(&report).unwrap(), serde_json::to_string(&report).unwrap());
    }

    #[test]
    fn refuses_what_our_shapes_do_not_hold() {
        assert_eq!(to_json(&1.5), None);
        assert_eq!(to_json(&std::collections::BTreeMap::from([("a", 1u32)])), None);
    }
}
