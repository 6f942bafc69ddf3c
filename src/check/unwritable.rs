//! What has no JSON form. JavaScript finds it (`pkg-template/text.js`), leaves it out of the text, and lists the places; this
//! turns them into issues.

use crate::json::part;
use crate::shape::{Problem, Value};

use super::issue::{Issue, Issues, Severity, Step};

impl Issues {
    /// Adds an issue for each place of a JSON list `[{ "path": [..], "why": n }]`, and drops what the check has said about the
    /// same place: there it saw only that something is missing.
    pub fn add_unwritable(&mut self, places: &str) {
        for place in Value::new(places, 0..places.len()).items() {
            let Some(place) = place.object() else { continue };
            let path: Vec<_> = place.items("path").iter().filter_map(Step::read).collect();
            let before = self.errors.len();
            self.errors.retain(|issue| issue.path != path);
            self.error_count -= before - self.errors.len();
            let expected = why(place.get("why").map_or("", |why| why.raw()));
            let problem = Problem::WrongType { expected: expected.into(), null: false };
            self.add(Severity::Error, || Issue::new(path, Severity::Error, problem));
        }
    }
}

/// The reasons, by the numbers that `text.js` gives them.
fn why(number: &str) -> &'static str {
    match part(number, 0..1) {
        "0" => "a number or text; a BigInt has no JSON form",
        "1" => "data without a cycle; this refers to something that holds it",
        "2" => "data nested at most 64 levels deep",
        "4" => "data that is there already; await the bytes of a file first, or give it to a call",
        _ => "readable data; reading it threw an error",
    }
}

#[cfg(test)]
mod tests {
    use crate::check::check;

    #[test]
    fn takes_the_place_of_what_the_check_said() {
        let object = crate::api::find("createInventorySource").unwrap().input;
        let mut issues = check("{}", object).issues;
        let before = issues.error_count;
        issues.add_unwritable(r#"[{"path":["name"],"why":0},{"path":["x",0],"why":1}]"#);
        assert_eq!(issues.error_count, before + 1);
        let said: Vec<_> = issues.errors.iter().map(|issue| issue.message.as_str()).collect();
        assert!(!said.contains(&"name is required."));
        assert!(said.contains(&"name must be a number or text; a BigInt has no JSON form."));
        assert!(said.contains(&"x[0] must be data without a cycle; this refers to something that holds it."));
    }
}
