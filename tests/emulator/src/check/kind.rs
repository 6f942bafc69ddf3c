//! The kinds of values that the API takes.

use serde_json::Value;

use super::format::Format;
use super::{Checker, Path, Rule};

/// What a value may be.
pub enum Kind {
    /// Anything but absence.
    Any,
    /// A string of so many UTF-16 units, which is how the service counts.
    Text(usize, usize),
    /// A string of some format and at most so many UTF-16 units.
    Form(&'static Format, usize),
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// A boolean.
    Flag,
    /// The value `true`.
    True,
    /// A whole number between two bounds.
    Whole(i64, i64),
    /// A number not below the bound.
    AtLeast(f64),
    /// A number above zero.
    Positive,
    /// A string that is not empty, or a whole number.
    Reference,
    /// An object with whatever keys.
    Map,
    /// An object that follows these rules.
    Object(&'static [Rule]),
    /// An array of so many values of one kind.
    List(usize, usize, &'static Kind),
    /// `null`, or this.
    Nullable(&'static Kind),
}

impl Kind {
    /// Whether a value that holds no others is right: the common case, for which no path has to be written down.
    pub fn admits(&self, value: &Value) -> bool {
        !matches!(self, Self::Nullable(_) | Self::Object(_) | Self::List(..)) && self.judge(value).is_ok()
    }

    /// Adds to the checker whatever is wrong with the value.
    pub fn check(&self, at: &Path, value: &Value, out: &mut Checker) {
        match self {
            Self::Nullable(kind) if !value.is_null() => kind.check(at, value, out),
            Self::Object(rules) => out.object(at, value, rules),
            Self::List(min, max, kind) => list(at, value, *min, *max, kind, out),
            _ => {
                if let Err((code, message)) = self.judge(value) {
                    out.issue(at, code, &message);
                }
            }
        }
    }

    /// Reads the text of a query parameter as this kind; text that does not fit stays text and fails the check.
    pub fn read(&self, text: &str) -> Value {
        let read = match self {
            Self::Flag => text.parse().map(Value::Bool).ok(),
            Self::Whole(..) => text.parse::<i64>().map(Value::from).ok(),
            Self::List(_, _, kind) => Some(text.split(',').map(|part| kind.read(part.trim())).collect()),
            _ => None,
        };
        read.unwrap_or_else(|| text.into())
    }

    fn judge(&self, value: &Value) -> Result<(), (&'static str, String)> {
        match self {
            Self::Text(min, max) => text(value, *min, *max),
            Self::Form(format, max) => form(value, format, *max),
            Self::OneOf(values) => one_of(value, values),
            Self::Flag => expect(value.is_boolean(), "Expected a boolean."),
            Self::True => literal(value == &Value::Bool(true), "Expected true."),
            Self::Whole(min, max) => whole(value, *min, *max),
            Self::AtLeast(min) => number(value, |n| n >= *min, &format!("Expected a number not below {min}.")),
            Self::Positive => number(value, |n| n > 0.0, "Expected a number above 0."),
            Self::Reference => reference(value),
            Self::Map => expect(value.is_object(), "Expected an object."),
            Self::Any | Self::Nullable(_) | Self::Object(_) | Self::List(..) => Ok(()),
        }
    }
}

type Judgement = Result<(), (&'static str, String)>;

fn expect(holds: bool, message: &str) -> Judgement {
    if holds { Ok(()) } else { Err(("invalid_type", message.to_owned())) }
}

fn literal(holds: bool, message: &str) -> Judgement {
    if holds { Ok(()) } else { Err(("invalid_value", message.to_owned())) }
}

fn text(value: &Value, min: usize, max: usize) -> Judgement {
    let Some(text) = value.as_str() else { return expect(false, "Expected a string.") };
    match text.encode_utf16().count() {
        length if length < min => Err(("too_small", format!("Expected at least {min} characters."))),
        length if length > max => Err(("too_big", format!("Expected at most {max} characters."))),
        _ => Ok(()),
    }
}

fn form(value: &Value, format: &Format, max: usize) -> Judgement {
    text(value, 0, max)?;
    let holds = value.as_str().is_some_and(format.holds);
    if holds { Ok(()) } else { Err(("invalid_format", format!("Expected {}.", format.wanted))) }
}

fn one_of(value: &Value, values: &[&str]) -> Judgement {
    let known = value.as_str().is_some_and(|text| values.contains(&text));
    if known { Ok(()) } else { literal(false, &format!("Expected one of {}.", values.join(", "))) }
}

fn whole(value: &Value, min: i64, max: i64) -> Judgement {
    // `5.0` is a whole number in JSON, as it is in JavaScript.
    let Some(number) = value.as_f64().filter(|number| number.fract() == 0.0) else {
        return expect(false, "Expected a whole number.");
    };
    match number {
        n if n < min as f64 => Err(("too_small", format!("Expected at least {min}."))),
        n if n > max as f64 => Err(("too_big", format!("Expected at most {max}."))),
        _ => Ok(()),
    }
}

fn number(value: &Value, holds: impl Fn(f64) -> bool, message: &str) -> Judgement {
    let Some(number) = value.as_f64() else { return expect(false, "Expected a number.") };
    if holds(number) { Ok(()) } else { Err(("too_small", message.to_owned())) }
}

fn reference(value: &Value) -> Judgement {
    let whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
    if whole { Ok(()) } else { text(value, 1, usize::MAX) }
}

fn list(at: &Path, value: &Value, min: usize, max: usize, kind: &Kind, out: &mut Checker) {
    let Some(items) = value.as_array() else {
        return out.issue(at, "invalid_type", "Expected an array.");
    };
    if items.len() < min {
        out.issue(at, "too_small", &format!("Expected at least {min} items."));
    }
    if items.len() > max {
        out.issue(at, "too_big", &format!("Expected at most {max} items."));
    }
    for (index, item) in items.iter().enumerate().filter(|(_, item)| !kind.admits(item)) {
        let mut path = at.clone();
        path.push(index.into());
        kind.check(&path, item, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn holds(kind: &Kind, value: Value) -> bool {
        let mut check = Checker::default();
        kind.check(&Path::new(), &value, &mut check);
        check.finish().is_ok()
    }

    #[test]
    fn lengths_are_counted_as_javascript_counts_them() {
        assert!(holds(&Kind::Text(1, 4), json!("äöüß")));
        assert!(holds(&Kind::Text(1, 4), json!("🦉🦉")) && !holds(&Kind::Text(1, 3), json!("🦉🦉")));
    }

    #[test]
    fn whole_numbers_are_what_javascript_takes_for_them() {
        let kind = Kind::Whole(1, 10);
        assert!(holds(&kind, json!(5.0)) && holds(&kind, json!(10)));
        for bad in [json!(0), json!(11), json!(1.5), json!("5"), json!(null), json!(1e300)] {
            assert!(!holds(&kind, bad.clone()), "{bad}");
        }
    }

    #[test]
    fn null_is_only_taken_where_it_is_allowed() {
        assert!(!holds(&Kind::Flag, Value::Null) && holds(&Kind::Nullable(&Kind::Flag), Value::Null));
        assert!(!holds(&Kind::Nullable(&Kind::Flag), json!("true")));
    }
}
