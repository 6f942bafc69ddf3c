//! The only place where an issue is worded. Sentences name fields by the API's own names and never repeat a value.
//!
//! Sentences are put together from parts; `format!` would bring the formatting machinery into the wasm.

use crate::json::write_number;
use crate::shape::Problem;

use super::issue::Step;

/// How many allowed words a sentence lists.
const MAX_LISTED: usize = 12;

/// The sentence for what is wrong at a path.
pub fn sentence(path: &[Step], problem: &Problem) -> String {
    let place = place(path);
    let must = |expected: &str| [place.as_str(), " must ", expected, "."].concat();
    let must_be = |expected: &str| must(&["be ", expected].concat());
    let must_have =
        |bound: &str, number: u32, what: &str| must(&["have at ", bound, " ", &counted(number, what)].concat());
    match problem {
        Problem::Required { when } if when.is_empty() => [&place, " is required."].concat(),
        Problem::Required { when } => [&place, " is required ", when, "."].concat(),
        Problem::RequiredOneOf { names } => [&inside(path), "one of ", &listed(names, "or"), " is required."].concat(),
        Problem::NothingGiven => "Give at least one field to change.".to_owned(),
        Problem::UnknownField { suggestion: Some(known), .. } => {
            [&place, " is not a field here; did you mean ", known, "?"].concat()
        }
        Problem::UnknownField { closed: true, .. } => [&place, " is not a field here."].concat(),
        Problem::UnknownField { .. } => [&place, " is not a documented field; it is sent as it is."].concat(),
        Problem::WrongType { expected, null: false } => must_be(expected),
        Problem::WrongType { expected, null: true } if path.is_empty() => must_be(expected),
        Problem::WrongType { expected, null: true } => {
            must_be(&[expected, ", not null; leave it out to say nothing about it"].concat())
        }
        Problem::TooShort { minimum: 1, what: "character" } => must("not be empty"),
        Problem::TooShort { minimum, what } => must_have("least", *minimum, what),
        Problem::TooLong { maximum, what } => must_have("most", *maximum, what),
        Problem::TooMany { limit, what } => must_have("most", *limit, what),
        Problem::TooSmall { minimum, above: false } => must_be(&["at least ", &grouped(*minimum)].concat()),
        Problem::TooSmall { minimum, above: true } => must_be(&["greater than ", &grouped(*minimum)].concat()),
        Problem::TooLarge { maximum } => must_be(&["at most ", &grouped(*maximum)].concat()),
        Problem::NotInList { allowed, suggestion } => {
            let mut sentence = must_be(&one_of(allowed));
            if let Some(word) = suggestion {
                sentence.pop();
                sentence.push_str("; did you mean ");
                sentence.push_str(word);
                sentence.push('?');
            }
            sentence
        }
        Problem::BadFormat { expected } => must_be(expected),
        Problem::WrongVariant { must: what } | Problem::Conflict { must: what } => must(what),
        Problem::Duplicate { first: None } => [&place, " is given twice."].concat(),
        Problem::Duplicate { first: Some(first) } => {
            let list = path.split_last().map_or(path, |(_, list)| list);
            [&place, " repeats ", &self::place(list), "[", &grouped(*first as i64), "]."].concat()
        }
        Problem::Beyond { maximum, what } => {
            let most = counted(*maximum, what);
            [&place, " goes beyond ", &most, ", the most that the older documents allow; the service may refuse it."]
                .concat()
        }
        Problem::Superseded { newer } => [&place, " is the older form; the service now calls it ", newer, "."].concat(),
    }
}

/// `packages[0].budget`; the whole input has no name of its own.
fn place(path: &[Step]) -> String {
    let mut place = String::new();
    for step in path {
        match step {
            Step::Key(key) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(key);
            }
            Step::Index(index) => {
                place.push('[');
                write_number(&mut place, (*index).into());
                place.push(']');
            }
        }
    }
    if place.is_empty() {
        place.push_str("The input");
    }
    place
}

/// "In packages[0], ", or nothing at the top.
fn inside(path: &[Step]) -> String {
    match path.split_last() {
        Some((_, outer)) if !outer.is_empty() => ["In ", &place(outer), ", "].concat(),
        _ => String::new(),
    }
}

fn one_of(words: &[&str]) -> String {
    match words.get(..MAX_LISTED) {
        Some(first) if words.len() > MAX_LISTED => {
            ["one of ", &first.join(", "), " and ", &grouped((words.len() - MAX_LISTED) as i64), " more"].concat()
        }
        _ if words.len() > 3 => ["one of ", &listed(words, "or")].concat(),
        _ => listed(words, "or"),
    }
}

/// "a, b or c".
pub fn listed(words: &[&str], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., end] => [&most.join(", "), " ", last, " ", end].concat(),
    }
}

/// "1 item", "2 items", and without items the number alone.
fn counted(number: u32, what: &str) -> String {
    let number_alone = grouped(number.into());
    match what {
        "" => number_alone,
        _ if number == 1 || what.ends_with('s') => [&number_alone, " ", what].concat(),
        _ => [&number_alone, " ", what, "s"].concat(),
    }
}

/// Digits in groups of three.
fn grouped(number: i64) -> String {
    let mut digits = String::new();
    write_number(&mut digits, number.unsigned_abs());
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Step {
        Step::Key(key.to_owned())
    }

    #[test]
    fn reads_aloud() {
        let path = [key("packages"), Step::Index(0), key("budget")];
        for (problem, expected) in [
            (Problem::Required { when: "".into() }, "packages[0].budget is required."),
            (Problem::TooShort { minimum: 1, what: "character" }, "packages[0].budget must not be empty."),
            (
                Problem::TooLong { maximum: 2_000_000, what: "character" },
                "packages[0].budget must have at most 2,000,000 characters.",
            ),
            (Problem::TooShort { minimum: 1, what: "item" }, "packages[0].budget must have at least 1 item."),
            (Problem::TooSmall { minimum: 0, above: true }, "packages[0].budget must be greater than 0."),
            (Problem::TooSmall { minimum: -1_000, above: false }, "packages[0].budget must be at least -1,000."),
            (
                Problem::NotInList { allowed: vec!["MCP", "A2A"], suggestion: Some("MCP") },
                "packages[0].budget must be MCP or A2A; did you mean MCP?",
            ),
            (
                Problem::NotInList { allowed: vec!["A", "B", "C", "D"], suggestion: None },
                "packages[0].budget must be one of A, B, C or D.",
            ),
            (
                Problem::NotInList { allowed: vec!["A"; 14], suggestion: None },
                "packages[0].budget must be one of A, A, A, A, A, A, A, A, A, A, A, A and 2 more.",
            ),
            (
                Problem::UnknownField { suggestion: None, closed: false },
                "packages[0].budget is not a documented field; it is sent as it is.",
            ),
            (
                Problem::Beyond { maximum: 10_000, what: "item" },
                "packages[0].budget goes beyond 10,000 items, the most that the older documents allow; the service may \
                 refuse it.",
            ),
            (
                Problem::Superseded { newer: "storefrontId" },
                "packages[0].budget is the older form; the service now calls it storefrontId.",
            ),
            (Problem::RequiredOneOf { names: &["a", "b"] }, "In packages[0], one of a or b is required."),
        ] {
            assert_eq!(sentence(&path, &problem), expected);
        }
        assert_eq!(
            sentence(&[], &Problem::WrongType { expected: "an object", null: false }),
            "The input must be an object."
        );
        assert_eq!(
            sentence(&[key("domains"), Step::Index(3)], &Problem::Duplicate { first: Some(0) }),
            "domains[3] repeats domains[0]."
        );
    }
}
