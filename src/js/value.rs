//! JavaScript values to JSON text.
//!
//! The text is what `JSON.stringify` makes: a `Date` becomes the documented timestamp, what is `undefined` vanishes, and what
//! is checked is what is sent. Where `JSON.stringify` throws (a cycle, a `BigInt`, a getter that throws), the value is walked
//! by hand, each such place becomes an issue, and the rest is checked as usual. A string is taken as JSON text that somebody
//! else has written.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::check::{Issue, Issues, Severity, Step};
use crate::json::MAX_DEPTH;
use crate::shape::Problem;

/// An input as text, with the issues of what has no JSON form.
pub struct Input {
    pub text: String,
    pub issues: Vec<Issue>,
}

/// Writes an input as JSON text. No input at all is an input without fields.
pub fn to_json(value: &JsValue) -> Input {
    if let Some(text) = value.as_string() {
        return Input { text, issues: Vec::new() };
    }
    if value.is_undefined() {
        return Input { text: "{}".to_owned(), issues: Vec::new() };
    }
    match stringify(value) {
        Some(text) => Input { text, issues: Vec::new() },
        None => {
            let mut walk = Walk { issues: Vec::new(), path: Vec::new(), ancestors: Vec::new() };
            let clean = walk.clean(value);
            Input { text: stringify(&clean).unwrap_or_else(|| "null".to_owned()), issues: walk.issues }
        }
    }
}

/// Adds the issues of the conversion to those of the check, and drops what the check said about the same places.
pub fn merge(issues: &mut Issues, unwritable: &[Issue]) {
    for issue in unwritable {
        let before = issues.errors.len();
        issues.errors.retain(|other| other.path != issue.path);
        issues.error_count -= before - issues.errors.len();
        issues.add(Severity::Error, || issue.clone());
    }
}

/// None when `JSON.stringify` throws, or when there is nothing to write, as for a function.
fn stringify(value: &JsValue) -> Option<String> {
    JSON::stringify(value).ok().and_then(|text| JsValue::from(text).as_string())
}

struct Walk {
    issues: Vec<Issue>,
    path: Vec<Step>,
    ancestors: Vec<JsValue>,
}

impl Walk {
    /// A copy without what has no JSON form.
    fn clean(&mut self, value: &JsValue) -> JsValue {
        if value.is_bigint() {
            return self.refuse("a number or text; a BigInt has no JSON form");
        }
        if !value.is_object() {
            return value.clone();
        }
        if self.ancestors.iter().any(|ancestor| Object::is(ancestor, value)) {
            return self.refuse("data without a cycle; this refers to something that holds it");
        }
        if self.ancestors.len() > MAX_DEPTH {
            return self.refuse("data nested at most 64 levels deep");
        }
        self.ancestors.push(value.clone());
        let copy = self.copy(value);
        self.ancestors.pop();
        copy
    }

    fn copy(&mut self, value: &JsValue) -> JsValue {
        let to_json = Reflect::get(value, &JsValue::from_str("toJSON")).unwrap_or(JsValue::UNDEFINED);
        if let Some(to_json) = to_json.dyn_ref::<js_sys::Function>() {
            return match to_json.call0(value) {
                Ok(plain) if !plain.is_object() => self.clean(&plain),
                _ => self.refuse("data; its toJSON failed"),
            };
        }
        if let Some(list) = value.dyn_ref::<Array>() {
            let copies = (0..list.length()).map(|index| self.member(value, Step::Index(index), &JsValue::from(index)));
            return copies.collect::<Array>().into();
        }
        let copy = Object::new();
        for key in Object::keys(value.unchecked_ref::<Object>()).iter() {
            let step = Step::Key(key.as_string().unwrap_or_default());
            let member = self.member(value, step, &key);
            drop(Reflect::set(&copy, &key, &member));
        }
        copy.into()
    }

    fn member(&mut self, object: &JsValue, step: Step, key: &JsValue) -> JsValue {
        self.path.push(step);
        let copy = match Reflect::get(object, key) {
            Ok(value) => self.clean(&value),
            Err(_) => self.refuse("readable; its getter threw"),
        };
        self.path.pop();
        copy
    }

    fn refuse(&mut self, expected: &'static str) -> JsValue {
        let problem = Problem::WrongType { expected, null: false };
        self.issues.push(Issue::new(self.path.clone(), Severity::Error, problem));
        JsValue::NULL
    }
}
